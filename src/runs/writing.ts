// An order while it is being written: what belongs to it, what is to be said on it, and the ways in which it can come to rest.
import { Refused } from '../core/failures.ts'
import type { CustomerCode, RemoteId } from '../core/ids.ts'
import type { ShopOrder } from '../core/order.ts'
import type { DocumentPlan, Settled } from '../core/plan.ts'
import type { Problem } from '../core/problem.ts'
import type { InboxEntry, Settlement } from '../store/store.ts'
import { now, type OrderLogLine, problemLine, type RunContext } from './context.ts'
import type { Known } from './known.ts'
import type { DocumentStep } from './look-up.ts'

export type WriteResult = 'done' | 'problem' | 'unknown'

export type PlanDecision = { readonly kind: 'plan'; readonly plan: DocumentPlan }

export type Writing = {
  readonly run: RunContext
  readonly known: Known
  readonly entry: InboxEntry
  readonly order: ShopOrder
  readonly decision: PlanDecision
  readonly warnings: Problem[]
  readonly log: OrderLogLine[]
}

/** The order came to rest before it could be written. */
export type Stopped = { readonly stopped: WriteResult }

export type PreparedCustomer = {
  readonly id: RemoteId
  readonly code: CustomerCode
  readonly name: string
  readonly isNew: boolean
}

export function beginWriting(
  run: RunContext,
  known: Known,
  entry: InboxEntry,
  order: ShopOrder,
  decision: PlanDecision,
): Writing {
  return { run, known, entry, order, decision, warnings: [...decision.plan.warnings], log: [] }
}

/** The name under which a step is kept; where it was done before and what it made is gone from SnelStart, a new one. */
export async function freshStep({ run, entry }: Writing, name: string): Promise<string> {
  const effects = await run.store.effects.of(run.profile.id, entry.id)
  const wasDone = effects.some((effect) => effect.step === name && effect.state === 'done')
  return wasDone ? `${name}:${now(run)}` : name
}

export async function settleUnknown(
  writing: Writing,
  step: 'customer' | 'article' | DocumentStep,
): Promise<{ stopped: 'unknown' }> {
  const problem = { code: `write.unknown.${step}`, data: {} }
  await settle(writing, {
    state: 'unknown',
    problem,
    decision: writing.decision,
    log: [...writing.log, problemLine(writing.run, writing.entry, 'order.unknown', problem)],
  })
  return { stopped: 'unknown' }
}

/** `decision`: the one that gave the problem, where that is not the plan that was being written. */
export async function settleProblem(
  writing: Writing,
  problem: Problem,
  decision: Settled | Writing['decision'] = writing.decision,
): Promise<{ stopped: 'problem' }> {
  await settle(writing, {
    state: 'problem',
    problem,
    warnings: writing.warnings,
    decision,
    log: [...writing.log, problemLine(writing.run, writing.entry, 'order.problem', problem)],
  })
  return { stopped: 'problem' }
}

/** What is thrown on stops the run; what was made for this order before it is told all the same (USE-3). */
export async function refusedOrThrow(writing: Writing, error: unknown): Promise<{ stopped: 'problem' }> {
  if (error instanceof Refused) return settleProblem(writing, refusalProblem(error))
  const { run, log } = writing
  const made = log.splice(0).map((told) => ({ ...told, profile: run.profile.id }))
  // A log that cannot be written does not hide why the run stopped.
  if (made.length > 0) await run.store.log.add(made).catch(() => undefined)
  throw error
}

/** Without reasons it was the adapter that refused: its own words for the code tell it. */
export const refusalProblem = (error: Refused): Problem =>
  error.reasons.length === 0
    ? { code: error.code, data: asTexts(error.context) }
    : { code: error.meaning === 'stale' ? 'write.stale' : 'write.refused', data: { reason: reasonsOf(error) } }

const asTexts = (context: Refused['context']): Problem['data'] =>
  Object.fromEntries(Object.entries(context).map(([name, value]) => [name, String(value)]))

export const reasonsOf = (error: Refused): string =>
  error.reasons.map(({ text, code }) => (code === '' ? text : `${text} (${code})`)).join('; ')

export const settle = (writing: Writing, settlement: Settlement): Promise<void> =>
  writing.run.store.inbox.settle(writing.run.lease, writing.entry.id, settlement, now(writing.run))

export const line = (
  writing: Writing,
  level: 'normal' | 'extended',
  code: string,
  data: Readonly<Record<string, string>>,
): OrderLogLine => ({
  at: now(writing.run),
  level,
  order: writing.entry.number,
  code,
  data,
})
