import { expect, test } from 'vitest'
import { runMatrix } from './matrix.ts'

test('BEY-1 nothing is lost or doubled when the process is killed at any point, or answers are cut after the commit', async () => {
  const result = await runMatrix({ depth: 'each', tell: () => {} })
  expect({ lost: result.lost, doubled: result.doubled, wrong: result.wrong, unreached: result.unreached }).toEqual({
    lost: 0,
    doubled: 0,
    wrong: [],
    unreached: [],
  })
  expect(result.runs).toBeGreaterThan(result.points)
}, 600_000)
