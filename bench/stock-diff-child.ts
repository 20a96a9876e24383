// One export of stock in a process of its own, measured from inside: `node stock-diff-child.ts FOLDER` prints a line of JSON.
// Loading the program is not counted.
import { readFileSync } from 'node:fs'
import type { ProfileId } from '../src/core/ids.ts'
import { openProgram } from '../src/main.ts'
import { usualTuning } from '../src/runs/context.ts'
import { exportStock } from '../src/runs/export-stock.ts'
import { profileOf, withParts } from '../src/runs/program.ts'
import { stockShopKind } from '../test/support/stock-shop.ts'

export type StockDiffReport = {
  readonly written: number
  readonly matched: number
  readonly stoppedBy: string | null
  /** Calls to the administration. */
  readonly calls: number
  readonly cpuMs: number
  readonly peakMb: number
}

const [folder = ''] = process.argv.slice(2)
const opened = openProgram(folder, { keySource: 'file' })
const program = { ...opened, shops: [...opened.shops, stockShopKind] }
const profile = await profileOf(program, '1' as ProfileId)
const open = { signal: new AbortController().signal, progress: () => {}, at: () => {}, tuning: usualTuning }
const before = process.cpuUsage()
const { stock, stoppedBy, calls } = await withParts(program, profile, open, async (parts) => ({
  ...(await exportStock(parts)),
  calls: parts.accounting.waits().calls,
}))
const { user, system } = process.cpuUsage(before)
await program.store.close()

/** The most memory that this process ever had, as Linux counts it. */
const peakKb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
const report: StockDiffReport = {
  written: stock?.written ?? 0,
  matched: stock?.matched ?? 0,
  stoppedBy: stoppedBy?.code ?? null,
  calls,
  cpuMs: (user + system) / 1000,
  peakMb: Math.round((peakKb * 1024) / 100_000) / 10,
}
console.log(JSON.stringify(report))
