// One job on one profile, from its settings to how it ended. Whatever goes wrong becomes an outcome; nothing is thrown.
import { Failure } from '../../core/failures.ts'
import type { ProfileId, ShopOrderId } from '../../core/ids.ts'
import type { Store, TaskFailure, TaskName, TaskRun } from '../../store/store.ts'
import { instantOf, type RunParts } from '../context.ts'
import { exportStock } from '../export-stock.ts'
import { importOrders } from '../import-orders.ts'
import { type OpenParts, type Program, profileOf, withParts } from '../program.ts'
import { type SyncCounts, syncArticles } from '../sync-articles.ts'
import { decideWaiting } from './decide-waiting.ts'

/** 'import', 'export' (stock, with the orders before it) and 'sync' (articles): the tasks. 'exportWhole': the same, compared with
 *  all that the shop has. 'write': what waits already, without reading. 'preview' and 'decide': with and without reading, and
 *  nothing is written to SnelStart. */
export type Job = 'import' | 'write' | 'export' | 'exportWhole' | 'sync' | 'preview' | 'decide'

/** What a job is noted as; null: it is no task. */
export function taskOf(job: Job): TaskName | null {
  switch (job) {
    case 'import':
    case 'write':
      return 'importOrders'
    case 'export':
    case 'exportWhole':
      return 'exportStock'
    case 'sync':
      return 'syncArticles'
    case 'preview':
    case 'decide':
      return null
  }
}

export const jobOf = (task: TaskName): Job => jobs[task]

const jobs: Readonly<Record<TaskName, Job>> = { importOrders: 'import', exportStock: 'export', syncArticles: 'sync' }

export type JobEnd = Pick<TaskRun, 'counts' | 'failure'> & { readonly outcome: Exclude<TaskRun['outcome'], 'running'> }

/** `opened`: told the connections once they are open. */
export async function doJob(
  program: Program,
  profileId: ProfileId,
  job: Job,
  open: OpenParts & { readonly opened: (parts: RunParts) => void },
): Promise<JobEnd> {
  const tally: Tally = {
    read: 0,
    newCustomers: 0,
    done: new Set(),
    skipped: new Set(),
    stockWritten: null,
    articles: null,
  }
  const end = async (outcome: JobEnd['outcome'] | null, failure: TaskFailure | null): Promise<JobEnd> => {
    const { problem, unknown } = await program.store.inbox.counts(profileId)
    const { read, newCustomers, done, skipped } = tally
    const stock = tally.stockWritten === null ? {} : { stockWritten: tally.stockWritten }
    const counts = { read, done: done.size, skipped: skipped.size, problem, unknown, newCustomers, ...stock }
    if (tally.articles !== null)
      return { outcome: outcome ?? outcomeOf(tally.articles), counts: countsOf(tally.articles), failure }
    return { outcome: outcome ?? (problem + unknown > 0 ? 'attention' : 'well'), counts, failure }
  }
  try {
    const profile = await profileOf(program, profileId)
    const counting: Program = { ...program, store: countIn(program.store, tally) }
    const stoppedBy = await withParts(counting, profile, open, async (parts) => {
      open.opened(parts)
      return workOn(parts, job, tally)
    })
    return await (stoppedBy === null ? end(null, null) : end('failed', toTaskFailure(stoppedBy)))
  } catch (error) {
    if (open.signal.aborted && error instanceof Error && error.name === 'AbortError') return end('stopped', null)
    // Another process was a moment faster: it does the work, so that nothing has failed.
    if (error instanceof Failure && error.code === 'store.busy') return end('stopped', toTaskFailure(error))
    await logFailure(program, profileId, toTaskFailure(error))
    return end('failed', toTaskFailure(error))
  }
}

/** Gives the failure that stopped it, where it tells that itself; null: it came to its end. */
async function workOn(parts: RunParts, job: Job, tally: Tally): Promise<Failure | null> {
  switch (job) {
    case 'import':
    case 'write':
      return (await importOrders(parts, { read: job === 'import' })).stoppedBy
    case 'export':
    case 'exportWhole':
      tally.stockWritten = 0
      return (await exportStock(parts, { whole: job === 'exportWhole' })).stoppedBy
    case 'sync': {
      const { counts, stoppedBy } = await syncArticles(parts)
      tally.articles = counts
      return stoppedBy
    }
    case 'preview':
    case 'decide':
      await decideWaiting(parts, { read: job === 'preview' })
      return null
  }
}

/** What waits in the inbox says nothing of articles. */
const outcomeOf = ({ problems, missing }: Readonly<SyncCounts>): JobEnd['outcome'] =>
  problems + missing > 0 ? 'attention' : 'well'

const countsOf = ({ read, made, updated, problems, missing }: Readonly<SyncCounts>): TaskRun['counts'] => ({
  ...nothingCounted,
  read,
  problem: problems + missing,
  articlesWritten: made + updated,
})

export function toTaskFailure(error: unknown): TaskFailure {
  if (error instanceof Failure) return { code: error.code, message: error.message, context: error.context }
  return { code: 'bug', message: error instanceof Error ? error.message : String(error), context: {} }
}

/** What keeps a job from beginning; what stops an import on its way, it logs itself. */
function logFailure({ store, clock }: Program, profile: ProfileId, failure: TaskFailure): Promise<void> {
  const context = Object.entries(failure.context).map(([name, value]) => [name, String(value)])
  const data = { ...Object.fromEntries(context), failure: failure.code, message: failure.message }
  return store.log.add([{ at: instantOf(clock()), profile, level: 'normal', order: null, code: 'run.stopped', data }])
}

type Tally = {
  read: number
  newCustomers: number
  readonly done: Set<ShopOrderId>
  readonly skipped: Set<ShopOrderId>
  /** null: the job writes no stock. */
  stockWritten: number | null
  /** null: the job synchronises none. */
  articles: Readonly<SyncCounts> | null
}

/** Counts what is committed, so that the counts are right wherever the job stops. */
function countIn(store: Store, tally: Tally): Store {
  const { inbox, effects, stock } = store
  return {
    ...store,
    stock: {
      ...stock,
      settle: async (lease, outcomes, at) => {
        await stock.settle(lease, outcomes, at)
        tally.stockWritten = (tally.stockWritten ?? 0) + outcomes.filter(({ refused }) => !refused).length
      },
    },
    inbox: {
      ...inbox,
      storePage: async (lease, page) => {
        const stored = await inbox.storePage(lease, page)
        tally.read += stored.added + stored.changed
        return stored
      },
      settle: async (lease, id, settlement, at) => {
        await inbox.settle(lease, id, settlement, at)
        if (settlement.state === 'done' || settlement.state === 'skipped') tally[settlement.state].add(id)
      },
    },
    effects: {
      ...effects,
      settle: async (lease, order, step, result, ...rest) => {
        await effects.settle(lease, order, step, result, ...rest)
        if (step === 'customer' && result.state === 'done') tally.newCustomers += 1
      },
    },
  }
}

export const nothingCounted: TaskRun['counts'] = {
  read: 0,
  done: 0,
  skipped: 0,
  problem: 0,
  unknown: 0,
  newCustomers: 0,
}
