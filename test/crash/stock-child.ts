// One process that exports stock and is killed at a point: `node stock-child.ts FOLDER JOB`, where JOB is JSON. Prints the points
// it came by; SIGKILL comes from itself, exactly at the point.
import type { ProfileId } from '../../src/core/ids.ts'
import { openProgram } from '../../src/main.ts'
import { usualTuning } from '../../src/runs/context.ts'
import { exportStock } from '../../src/runs/export-stock.ts'
import type { Point } from '../../src/runs/points.ts'
import { profileOf, withParts } from '../../src/runs/program.ts'
import { stockShopKind } from '../support/stock-shop.ts'

export type StockChildJob = { readonly dieAt: { readonly point: Point; readonly nth: number } | null }
export type StockChildReport = {
  readonly points: Readonly<Record<string, number>>
  /** Code of what stopped it. */
  readonly stoppedBy: string | null
}

const [folder = '', jobText = '{}'] = process.argv.slice(2)
const { dieAt } = JSON.parse(jobText) as StockChildJob
const points: Record<string, number> = {}

const at = (point: Point): void => {
  points[point] = (points[point] ?? 0) + 1
  if (dieAt?.point === point && points[point] === dieAt.nth) process.kill(process.pid, 'SIGKILL')
}

const opened = openProgram(folder, { keySource: 'file' })
const program = { ...opened, shops: [...opened.shops, stockShopKind] }
const open = {
  signal: new AbortController().signal,
  progress: () => {},
  at,
  tuning: { ...usualTuning, doubtSettlesMs: 0 },
}
const profile = await profileOf(program, '1' as ProfileId)
const { stoppedBy } = await withParts(program, profile, open, (parts) => exportStock(parts))
await program.store.close()
process.stdout.write(`${JSON.stringify({ points, stoppedBy: stoppedBy?.code ?? null } satisfies StockChildReport)}\n`)
