import { expect, test } from 'vitest'
import { products } from '../../src/store/store.ts'
import { runMatrix } from './matrix.ts'

test.each(products)(
  'BEY-1 nothing is lost or doubled when the process is killed at any point, or answers are cut after the commit: %s',
  async (product) => {
    const result = await runMatrix({ product, depth: 'each', tell: () => {} })
    expect({ lost: result.lost, doubled: result.doubled, wrong: result.wrong, unreached: result.unreached }).toEqual({
      lost: 0,
      doubled: 0,
      wrong: [],
      unreached: [],
    })
    expect(result.runs).toBeGreaterThan(result.points)
  },
  600_000,
)
