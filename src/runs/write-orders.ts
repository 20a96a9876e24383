// Steps 'decide' and 'write' for all orders that wait, a few side by side. One order's problem never stops the next; a
// connection that is gone or a lease that is lost stops the run, and everything stays as it was committed.

import type { CustomerFields } from '../core/administration.ts'
import {
  Bug,
  ConnectionFailed,
  Failure,
  LoginRefused,
  RateLimited,
  Refused,
  SettingsWrong,
  StoreFailed,
} from '../core/failures.ts'
import type { ShopOrder } from '../core/order.ts'
import type { Settled } from '../core/plan.ts'
import type { Problem } from '../core/problem.ts'
import type { InboxEntry, InboxState } from '../store/store.ts'
import { now, problemLine, type RunContext } from './context.ts'
import { decideOrder } from './decide.ts'
import { createGate, type Gate } from './gate.ts'
import type { Known } from './known.ts'
import { type Mark, mayBeTheSame } from './look-up.ts'
import { customersAreFresh, refreshCustomers } from './refresh-mirror.ts'
import { adjustToCustomer } from './refused-vat-number.ts'
import { hasPrerequisites, writeDocument, writePrerequisites } from './write-one.ts'
import { beginWriting, refusalProblem } from './writing.ts'

export type WriteCounts = { done: number; skipped: number; problem: number; unknown: number; newCustomers: number }

export const noneWritten = (): WriteCounts => ({ done: 0, skipped: 0, problem: 0, unknown: 0, newCustomers: 0 })

type Work = {
  readonly run: RunContext
  readonly known: Known
  readonly gate: Gate
  readonly counts: WriteCounts
  creates: number
}

const pageSize = 100
const toDecide: readonly InboxState[] = ['waiting', 'problem']

/** Decides and writes every waiting order, oldest first. Throws the failure that stopped it; `counts` then
 *  holds what came before. */
export async function writeOrders(
  run: RunContext,
  known: Known,
  counts: WriteCounts = noneWritten(),
): Promise<WriteCounts> {
  const work: Work = { run, known, gate: createGate(), counts, creates: 0 }
  const waiting = await run.store.inbox.counts(run.profile.id)
  const total = waiting.waiting + waiting.problem
  // Credits come after all others: the order that one credits may be among these.
  const others = await writeAll(work, false, { handled: 0, total })
  await writeAll(work, true, { handled: others, total })
  return counts
}

/** Gives how many were handled, with those before. */
async function writeAll(
  work: Work,
  credits: boolean,
  { handled, total }: { handled: number; total: number },
): Promise<number> {
  const { run } = work
  let after: Pick<InboxEntry, 'placedAt' | 'id'> | null = null
  for (;;) {
    const page: readonly InboxEntry[] = await run.store.inbox.page(run.profile.id, {
      states: toDecide,
      limit: pageSize,
      after,
      credits,
    })
    const last = page.at(-1)
    if (last === undefined) return handled
    await sideBySide(run, page, async (entry) => {
      await handle(work, entry)
      handled += 1
      run.progress({ phase: 'write', done: handled, total: Math.max(total, handled) })
    })
    after = last
    if (!run.signal.aborted && !(await run.store.leases.renew(run.lease, run.clock(), run.tuning.leaseMs)))
      throw new StoreFailed('store.leaseLost', 'another worker took over')
    run.signal.throwIfAborted()
  }
}

/** Runs `handle` for all entries, `ordersAtOnce` at a time; after the first failure nothing new begins, and it is thrown. */
async function sideBySide(
  run: RunContext,
  page: readonly InboxEntry[],
  handleOne: (entry: InboxEntry) => Promise<void>,
): Promise<void> {
  const queue = page[Symbol.iterator]()
  const failures: unknown[] = []
  const worker = async (): Promise<void> => {
    for (const entry of queue) {
      if (failures.length > 0 || run.signal.aborted) return
      try {
        await handleOne(entry)
      } catch (error) {
        failures.push(error)
        return
      }
    }
  }
  await Promise.all(Array.from({ length: run.tuning.ordersAtOnce }, worker))
  if (failures.length > 0) throw failures[0]
}

async function handle(work: Work, entry: InboxEntry): Promise<void> {
  if (entry.order === null) {
    // It could not be understood when it was read; only newer data from the shop can change that.
    work.counts.problem += 1
    return
  }
  try {
    await decideAndWrite(work, entry, entry.order)
  } catch (error) {
    const stops = stopsTheRun(error)
    if (work.run.signal.aborted || (stops && !(error instanceof StoreFailed))) await putBack(work.run, entry)
    if (stops) throw error
    await settleSimply(work, entry, error instanceof Refused ? refusalProblem(error) : bugProblem(error), null)
  }
}

/** An order of which nothing is in doubt simply waits again, whatever it was that stopped the run. */
async function putBack(run: RunContext, { id }: InboxEntry): Promise<void> {
  const effects = await run.store.effects.of(run.profile.id, id)
  const inDoubt = effects.some(({ state }) => state === 'intended' || state === 'unknown')
  const state = (await run.store.inbox.get(run.profile.id, id))?.state
  if (state === 'writing' && !inDoubt)
    await run.store.inbox.settle(run.lease, id, { state: 'waiting', problem: null }, now(run))
}

const bugProblem = (error: unknown): Problem => ({
  code: 'order.bug',
  data: { message: error instanceof Error ? error.message : String(error) },
})

const stopsTheRun = (error: unknown): boolean =>
  error instanceof ConnectionFailed ||
  error instanceof LoginRefused ||
  error instanceof SettingsWrong ||
  error instanceof RateLimited ||
  error instanceof StoreFailed ||
  (error instanceof Failure && !(error instanceof Bug) && error.retry !== 'never') ||
  (error instanceof Error && error.name === 'AbortError')

async function decideAndWrite(work: Work, entry: InboxEntry, order: ShopOrder): Promise<void> {
  const { run, known } = work
  const decision = await decideOrder(run, known, { ...entry, order })
  run.at('decide.done')
  if (decision.kind !== 'plan') return settleDecision(work, entry, decision)
  if (!hasPrerequisites(decision.plan) && decision.plan.customer.action === 'use') {
    const { id, code, name } = decision.plan.customer
    return count(
      work,
      await writeDocument(beginWriting(run, known, entry, order, decision), { id, code, name, isNew: false }),
    )
  }
  return work.gate.through(() => makeFirst(work, entry, order))
}

/** Inside the gate: decided once more, because the order before may just have made this customer or article. */
async function makeFirst(work: Work, entry: InboxEntry, order: ShopOrder): Promise<(() => Promise<void>) | undefined> {
  const { run, known } = work
  let decision = await decideOrder(run, known, { ...entry, order })
  if (decision.kind === 'plan' && decision.plan.customer.action === 'create' && (await refreshBeforeCreating(work)))
    decision = await decideOrder(run, known, { ...entry, order })
  if (decision.kind !== 'plan') {
    await settleDecision(work, entry, decision)
    return undefined
  }
  const { customer } = decision.plan
  if (customer.action === 'create' && (await isBeingMade(run, entry, customer.fields))) {
    await settleSimply(work, entry, { code: 'write.unknown.customer', data: {} }, decision)
    return undefined
  }
  const writing = beginWriting(run, known, entry, order, decision)
  const prepared = await writePrerequisites(writing)
  if ('stopped' in prepared) {
    count(work, prepared.stopped)
    return undefined
  }
  if (prepared.customer.isNew) work.counts.newCustomers += 1
  const adjusted = await adjustToCustomer(writing, prepared.customer)
  if ('stopped' in adjusted) {
    count(work, adjusted.stopped)
    return undefined
  }
  // The order itself is written outside the gate: others need not wait for it.
  return async () => count(work, await writeDocument(adjusted, prepared.customer))
}

/** Is it in doubt whether an order before this one made this very customer? Then a second one would be made beside it. */
async function isBeingMade(run: RunContext, entry: InboxEntry, fields: CustomerFields): Promise<boolean> {
  const open = await run.store.effects.open(run.profile.id)
  return open.some((effect) => {
    const mark = effect.data as Mark
    return effect.order !== entry.id && mark.kind === 'customer' && mayBeTheSame(mark.fields, fields)
  })
}

/** CUST: somebody may have typed the customer in meanwhile. One call serves several creations in a row. */
async function refreshBeforeCreating(work: Work): Promise<boolean> {
  const { run, known } = work
  work.creates += 1
  if (work.creates % run.tuning.createsPerRefresh !== 0 && (await customersAreFresh(run))) return false
  await refreshCustomers(run, known)
  return true
}

function count(work: Work, result: 'done' | 'problem' | 'unknown' | 'skipped'): void {
  work.counts[result] += 1
}

async function settleDecision(
  work: Work,
  entry: InboxEntry,
  decision: Exclude<Settled, { kind: 'plan' }>,
): Promise<void> {
  if (decision.kind === 'problem') return settleSimply(work, entry, decision.problem, decision)
  count(work, 'skipped')
  const { run } = work
  const log = [problemLine(run, entry, 'order.skipped', decision.reason)]
  await run.store.inbox.settle(
    run.lease,
    entry.id,
    { state: 'skipped', problem: decision.reason, decision, log },
    now(run),
  )
}

/** A problem that is the same as last time is not logged again at every run. */
async function settleSimply(work: Work, entry: InboxEntry, problem: Problem, decision: Settled | null): Promise<void> {
  count(work, 'problem')
  const isNews =
    entry.problem?.code !== problem.code || JSON.stringify(entry.problem.data) !== JSON.stringify(problem.data)
  if (!isNews && entry.state === 'problem') return
  const { run } = work
  const log = [problemLine(run, entry, 'order.problem', problem)]
  const warnings = decision?.kind === 'problem' ? decision.warnings : []
  await run.store.inbox.settle(run.lease, entry.id, { state: 'problem', problem, warnings, decision, log }, now(run))
}
