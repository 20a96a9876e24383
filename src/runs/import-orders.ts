// The task 'Importeren orders', as a list of its steps. Nothing else belongs here: each step has its own file.
import { Bug, Failure, StoreFailed } from '../core/failures.ts'
import { instantOf, logLine, type RunContext, type RunParts } from './context.ts'
import { creditOrders } from './credit-orders.ts'
import { keepLease } from './keep-lease.ts'
import { type Known, loadKnown } from './known.ts'
import { noneRead, type ReadCounts, readNew } from './read-new.ts'
import { refreshMirror } from './refresh-mirror.ts'
import { settleOpen } from './settle-open.ts'
import { noneWritten, type WriteCounts, writeOrders } from './write-orders.ts'

/** USE-3: four weeks. */
const logKeptMs = 28 * 24 * 3_600_000

export type ImportResult = {
  readonly read: ReadCounts
  readonly written: WriteCounts
  /** What stopped the run before its end; null: it came to its end. Orders may still wait with problems. */
  readonly stoppedBy: Failure | null
}

/** Filled as the run goes, so that they are right wherever it stops. */
type Counts = { readonly read: ReadCounts; readonly written: WriteCounts }

export type ImportOptions = {
  /** false: only what waits already. */
  readonly read: boolean
  /** What comes after it under the same lease; only where the shop was read to its end (STOCK-1). */
  readonly afterwards?: (run: RunContext, known: Known) => Promise<void>
}

/** Throws StoreFailed 'store.busy' where another worker has this profile (PLAN-4). */
export async function importOrders(parts: RunParts, options: ImportOptions = { read: true }): Promise<ImportResult> {
  return keepLease(parts, async (run) => {
    const so: Counts = { read: noneRead(), written: noneWritten() }
    try {
      const shopFailure = await allSteps(run, options, so)
      return { ...so, stoppedBy: shopFailure }
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'store.leaseLost') throw error
      await logLine(run, 'normal', 'run.stopped', failureData(error))
      return { ...so, stoppedBy: error }
    }
  })
}

async function allSteps(run: RunContext, options: ImportOptions, so: Counts): Promise<Failure | null> {
  await run.store.log.purge(instantOf(run.clock() - logKeptMs))
  await logLine(run, 'extended', 'run.begin')
  await refreshMirror(run, null)
  const known = await loadKnown(run)
  await settleOpen(run, known)
  const shopFailure = options.read ? await readOrTell(run, so) : null
  await creditOrders(run)
  await writeOrders(run, known, so.written)
  run.at('run.end')
  await logLine(run, 'extended', 'run.end', { done: String(so.written.done), problem: String(so.written.problem) })
  if (shopFailure === null) await options.afterwards?.(run, known)
  return shopFailure
}

/** A shop that cannot be reached does not keep back the orders that are in already; its failure is told at the end. */
async function readOrTell(run: RunContext, so: Counts): Promise<Failure | null> {
  try {
    await readNew(run, so.read)
    return null
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof StoreFailed || error instanceof Bug) throw error
    await logLine(run, 'normal', 'run.shopFailed', failureData(error))
    return error
  }
}

/** What the log needs to tell a failure in words: its code and what fills the places of its text. */
const failureData = ({ code, message, context }: Failure): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(context).map(([name, value]) => [name, String(value)])),
  failure: code,
  message,
})
