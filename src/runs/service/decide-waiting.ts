// Decides the orders that wait, and those with a problem, with the settings of now, and remembers the outcome. Writes nothing to
// SnelStart: what can be made then waits for the next run.
import type { InboxEntry, InboxState } from '../../store/store.ts'
import { now, problemLine, type RunContext, type RunParts } from '../context.ts'
import { decideOrder } from '../decide.ts'
import { keepLease } from '../keep-lease.ts'
import { type Known, loadKnown } from '../known.ts'
import { readNew } from '../read-new.ts'
import { refreshMirror } from '../refresh-mirror.ts'

const pageSize = 100
const toDecide: readonly InboxState[] = ['waiting', 'problem']

/** `read`: looks for new orders first. Throws StoreFailed 'store.busy' where another worker has this profile (PLAN-4). */
export async function decideWaiting(parts: RunParts, options: { read: boolean }): Promise<void> {
  await keepLease(parts, async (run) => {
    await refreshMirror(run, null)
    const known = await loadKnown(run)
    run.accounting.useLists(known.lists)
    if (options.read) await readNew(run)
    const counts = await run.store.inbox.counts(run.profile.id)
    const total = counts.waiting + counts.problem
    let done = 0
    let after: Pick<InboxEntry, 'placedAt' | 'id'> | null = null
    for (;;) {
      const ask = { states: toDecide, limit: pageSize, after }
      const page: readonly InboxEntry[] = await run.store.inbox.page(run.profile.id, ask)
      for (const entry of page) {
        run.signal.throwIfAborted()
        await decideOne(run, known, entry)
        done += 1
        run.progress({ phase: 'write', done, total: Math.max(total, done) })
      }
      after = page.at(-1) ?? null
      if (after === null) return
    }
  })
}

async function decideOne(run: RunContext, known: Known, entry: InboxEntry): Promise<void> {
  const { order } = entry
  if (order === null) return
  const decision = await decideOrder(run, known, { ...entry, order })
  const problem = decision.kind === 'problem' ? decision.problem : null
  // Of an order whose customer was just chosen people want to see what comes of it, even if that is no problem.
  const isNews = entry.chosenCustomer !== null && entry.decision === null
  if (!isNews && JSON.stringify(problem) === JSON.stringify(entry.problem)) return
  // A skip waits as well: it is the run that skips, and says so.
  const state = problem === null ? 'waiting' : 'problem'
  const log = problem === null ? [] : [problemLine(run, entry, 'order.problem', problem)]
  await run.store.inbox.settle(run.lease, entry.id, { state, problem, decision, log }, now(run))
}
