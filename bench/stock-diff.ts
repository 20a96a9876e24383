// `stock-diff`: what does it cost to keep the stock of a large shop right, when one article in a hundred has changed? The run that
// is measured comes after a whole comparison, in a process of its own.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ProfileId } from '../src/core/ids.ts'
import { openProgram } from '../src/main.ts'
import { instantOf } from '../src/runs/context.ts'
import { programFlags } from './processes.ts'
import type { StockDiffReport } from './stock-diff-child.ts'
import { type StockOutside, startStockOutside } from './stock-diff-outside.ts'

export type StockDiff = {
  /** To SnelStart and to the shop together. */
  readonly calls: number
  readonly cpuMsPerArticle: number
  readonly peakMb: number
  /** CPU per article over that of a tenth as many. */
  readonly ratio: number
}

const changedOneIn = 100

export async function run({ orders: articles = 100_000 } = {}): Promise<StockDiff> {
  const small = await measure(Math.ceil(articles / 10))
  const large = await measure(articles)
  return {
    calls: large.calls,
    cpuMsPerArticle: Number(large.cpuMsPerArticle.toFixed(4)),
    peakMb: large.peakMb,
    ratio: Number((large.cpuMsPerArticle / small.cpuMsPerArticle).toFixed(3)),
  }
}

async function measure(articles: number): Promise<Omit<StockDiff, 'ratio'>> {
  const folder = await mkdtemp(join(tmpdir(), 's-connect-bench-'))
  const outside = await startStockOutside(articles)
  try {
    await addProfile(folder, outside)
    expectWritten(await exportInChild(folder), 0, articles)
    const changed = outside.change(changedOneIn)
    const before = callsOf(outside)
    const report = await exportInChild(folder)
    expectWritten(report, changed, articles)
    return {
      calls: report.calls + callsOf(outside) - before,
      cpuMsPerArticle: report.cpuMs / articles,
      peakMb: report.peakMb,
    }
  } finally {
    await outside.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** To the shop. */
const callsOf = ({ shop }: StockOutside): number => shop.batches.length + shop.readings.stock + shop.readings.orders

function expectWritten({ written, matched, stoppedBy }: StockDiffReport, changed: number, articles: number): void {
  if (written === changed && matched === articles && stoppedBy === null) return
  throw new Error(`${written} of ${changed} changes, ${matched} of ${articles} articles (${stoppedBy ?? 'to its end'})`)
}

async function exportInChild(folder: string): Promise<StockDiffReport> {
  const child = join(import.meta.dirname, 'stock-diff-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [...programFlags(), child, folder])
  return JSON.parse(stdout) as StockDiffReport
}

async function addProfile(folder: string, outside: StockOutside): Promise<void> {
  const program = openProgram(folder, { keySource: 'file' })
  const [id, createdAt] = ['1' as ProfileId, instantOf(program.clock())]
  await program.store.profiles.add({
    id,
    description: '',
    shopKind: 'stock-shop',
    accountingKind: 'snelstart-online',
    product: 'order',
    settings: {
      general: { startAt: '2026-01-01T00:00:00Z' },
      shop: { url: outside.shop.url, batch: 500 },
      // A limit would be waited for, not worked for.
      accounting: { apiUrl: outside.apiUrl, tokenUrl: outside.tokenUrl, perMinute: 100_000, perHour: 1_000_000 },
      sales: { salesTemplate: 'Factuur inclusief btw' },
      articles: { revenueGroup: '1' },
      customers: {},
      bookkeeping: {},
    },
    createdAt,
  })
  await program.store.secrets.set(id, 'accounting.clientKey', outside.clientKey, createdAt)
  await program.store.secrets.set(id, 'accounting.subscriptionKeyPrimary', outside.subscriptionKey, createdAt)
  await program.store.close()
}
