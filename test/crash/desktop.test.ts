import { expect, test } from 'vitest'
import { products } from '../../src/store/store.ts'
import { describeWith } from '../support/fixtures.ts'
import { runDesktopMatrix } from './desktop-matrix.ts'

describeWith({ servers: ['mono'] }, 'BEY-1 SnelStart on the desktop', () => {
  test.each(products)(
    'nothing is lost or doubled when S-Connect is killed at any point, or the helper dies or loses an answer: %s',
    async (product) => {
      const result = await runDesktopMatrix({ product, depth: 'each', tell: () => {} })
      expect({ lost: result.lost, doubled: result.doubled, wrong: result.wrong, unreached: result.unreached }).toEqual({
        lost: 0,
        doubled: 0,
        wrong: [],
        unreached: [],
      })
      expect(result.runs).toBeGreaterThan(5)
    },
    300_000,
  )
})
