// First step of a run: whatever an earlier run left in doubt (killed, cut off, answer lost) is looked up, before anything new
// is written for those orders.
import { type Failure, Refused, UnexpectedAnswer } from '../core/failures.ts'
import type { ShopOrderId } from '../core/ids.ts'
import { toFixed } from '../core/money.ts'
import type { Effect } from '../store/store.ts'
import { now, problemLine, type RunContext } from './context.ts'
import type { Known } from './known.ts'
import { type DocumentMark, type Found, isDocumentStep, lookUp } from './look-up.ts'

export type SettleCounts = { readonly found: number; readonly absent: number; readonly untold: number }

/** Throws what the accounting side throws when it cannot be reached: then the run cannot begin. */
export async function settleOpen(run: RunContext, known: Known | null): Promise<SettleCounts> {
  const counts = { found: 0, absent: 0, untold: 0 }
  const byOrder = Map.groupBy(await run.store.effects.open(run.profile.id), (effect) => effect.order)
  run.at('settle.begin')
  for (const [order, effects] of byOrder) {
    const outcomes = await Promise.all(
      effects.map(async (effect) => ({ effect, found: await lookUpOne(run, known, effect) })),
    )
    run.at('settle.lookedUp')
    for (const { found } of outcomes)
      counts[found.is === 'there' ? 'found' : found.is === 'absent' ? 'absent' : 'untold'] += 1
    await settleOrder(run, order, outcomes)
    run.progress({ phase: 'settle', done: counts.found + counts.absent + counts.untold, total: byOrder.size })
  }
  await releaseSettled(run)
  run.at('settle.end')
  return counts
}

/** An order that a run was cut off from, but of which nothing is in doubt (any more), simply waits again. */
async function releaseSettled(run: RunContext): Promise<void> {
  const doubtful = new Set((await run.store.effects.open(run.profile.id)).map((effect) => effect.order))
  const ask = { states: ['writing', 'unknown'] as const, limit: 100 }
  let page = await run.store.inbox.page(run.profile.id, ask)
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    for (const entry of page)
      if (!doubtful.has(entry.id))
        await run.store.inbox.settle(run.lease, entry.id, { state: 'waiting', problem: null }, now(run))
    page = await run.store.inbox.page(run.profile.id, { ...ask, after: last })
  }
}

async function lookUpOne(run: RunContext, known: Known | null, effect: Effect): Promise<Found> {
  try {
    return await lookUp(run, known, effect)
  } catch (error) {
    // A question that the remote refuses or garbles leaves this one order unknown; an unreachable remote stops the run.
    if (error instanceof Refused || error instanceof UnexpectedAnswer) return { is: 'untold', why: 'unanswered' }
    throw error as Failure
  }
}

type Outcome = { readonly effect: Effect; readonly found: Found }

async function settleOrder(run: RunContext, order: ShopOrderId, outcomes: readonly Outcome[]): Promise<void> {
  const at = now(run)
  for (const { effect, found } of outcomes)
    if (!isDocumentStep(effect.step) && found.is !== 'untold')
      await run.store.effects.settle(
        run.lease,
        order,
        effect.step,
        found.is === 'there' ? { state: 'done', remoteId: found.id } : { state: 'absent', remoteId: null },
        at,
        found.is === 'there' ? found.mirror : [],
      )
  const untold = outcomes.find(({ found }) => found.is === 'untold')
  if (untold !== undefined) return settleUntold(run, order, untold)
  const document = outcomes.find(({ effect }) => isDocumentStep(effect.step))
  if (document?.found.is === 'there') return settleFound(run, order, document.effect, document.found)
  const effects =
    document === undefined ? [] : [{ step: document.effect.step, state: 'absent' as const, remoteId: null }]
  await run.store.inbox.settle(run.lease, order, { state: 'waiting', problem: null, effects }, at)
}

async function settleUntold(run: RunContext, order: ShopOrderId, { effect, found }: Outcome): Promise<void> {
  const step = effect.step.split(':')[0] ?? effect.step
  const why = found.is === 'untold' ? found.why : 'tooEarly'
  const code = why === 'several' ? 'write.unknown.several' : `write.unknown.${step}`
  const effects = isDocumentStep(effect.step) ? [{ step: effect.step, state: 'unknown' as const, remoteId: null }] : []
  if (!isDocumentStep(effect.step))
    await run.store.effects.settle(run.lease, order, effect.step, { state: 'unknown', remoteId: null }, now(run))
  await run.store.inbox.settle(run.lease, order, { state: 'unknown', problem: { code, data: {} }, effects }, now(run))
}

async function settleFound(
  run: RunContext,
  order: ShopOrderId,
  effect: Effect,
  found: Extract<Found, { is: 'there' }>,
): Promise<void> {
  const entry = await run.store.inbox.get(run.profile.id, order)
  const at = now(run)
  const warnings = found.warnings ?? []
  const data = {
    orderNumber: found.number,
    customer: entry?.customerName ?? '',
    code: '',
    amount: toFixed((effect.data as DocumentMark).totalIncl, 2),
  }
  await run.store.inbox.settle(
    run.lease,
    order,
    {
      state: 'done',
      problem: null,
      remoteId: found.id,
      remoteNumber: found.number,
      ...(warnings.length === 0 ? {} : { warnings }),
      effects: [{ step: effect.step, state: 'done', remoteId: found.id }],
      log: [
        {
          at,
          level: 'normal',
          order: entry?.number ?? null,
          code: effect.step === 'salesEntry' ? 'entry.foundBack' : 'order.foundBack',
          data,
        },
        ...(entry === null ? [] : warnings.map((warning) => problemLine(run, entry, 'order.warning', warning))),
      ],
    },
    at,
  )
}
