// One job on one profile, from its settings to how it ended. Whatever goes wrong becomes an outcome; nothing is thrown.
import { Failure } from '../../core/failures.ts'
import type { ProfileId, ShopOrderId } from '../../core/ids.ts'
import type { Store, TaskFailure, TaskRun } from '../../store/store.ts'
import { instantOf, type RunParts } from '../context.ts'
import { importOrders } from '../import-orders.ts'
import { type OpenParts, type Program, profileOf, withParts } from '../program.ts'
import { decideWaiting } from './decide-waiting.ts'

/** 'import': the task. 'write': what waits already, without reading. 'preview' and 'decide': with and without reading, and
 *  nothing is written to SnelStart. */
export type Job = 'import' | 'write' | 'preview' | 'decide'
export const isTask = (job: Job): boolean => job === 'import' || job === 'write'

export type JobEnd = Pick<TaskRun, 'counts' | 'failure'> & { readonly outcome: Exclude<TaskRun['outcome'], 'running'> }

/** `opened`: told the connections once they are open. */
export async function doJob(
  program: Program,
  profileId: ProfileId,
  job: Job,
  open: OpenParts & { readonly opened: (parts: RunParts) => void },
): Promise<JobEnd> {
  const tally = { read: 0, newCustomers: 0, done: new Set<ShopOrderId>(), skipped: new Set<ShopOrderId>() }
  const end = async (outcome: JobEnd['outcome'] | null, failure: TaskFailure | null): Promise<JobEnd> => {
    const { problem, unknown } = await program.store.inbox.counts(profileId)
    const { read, newCustomers, done, skipped } = tally
    const counts = { read, done: done.size, skipped: skipped.size, problem, unknown, newCustomers }
    return { outcome: outcome ?? (problem + unknown > 0 ? 'attention' : 'well'), counts, failure }
  }
  try {
    const profile = await profileOf(program, profileId)
    const counting: Program = { ...program, store: countIn(program.store, tally) }
    const stoppedBy = await withParts(counting, profile, open, async (parts) => {
      open.opened(parts)
      if (isTask(job)) return (await importOrders(parts, { read: job === 'import' })).stoppedBy
      await decideWaiting(parts, { read: job === 'preview' })
      return null
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

type Tally = { read: number; newCustomers: number; readonly done: Set<ShopOrderId>; readonly skipped: Set<ShopOrderId> }

/** Counts what is committed, so that the counts are right wherever the job stops. */
function countIn(store: Store, tally: Tally): Store {
  const { inbox, effects } = store
  return {
    ...store,
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
