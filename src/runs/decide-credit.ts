// What is decided before the document: an order that the shop took back, and a credit that is not to be written (BEY-3). Asks the
// inbox what has become of the order that is credited.
import { isRestoredNotice, isWithdrawn } from '../core/credit/credit-order.ts'
import { type CreditSituation, decideCredit, findWithdrawal, type Original } from '../core/credit/decide-credit.ts'
import type { ShopOrderNumber } from '../core/ids.ts'
import { absolute, sum } from '../core/money.ts'
import type { ShopOrder } from '../core/order.ts'
import type { Settled } from '../core/plan.ts'
import type { InboxEntry } from '../store/store.ts'
import type { RunParts } from './context.ts'

export type First =
  | { readonly kind: 'decided'; readonly decision: Settled }
  /** `creditOf`: number of the order that is credited; null: it is no credit. */
  | { readonly kind: 'go'; readonly creditOf: ShopOrderNumber | null }

export async function decideFirst(
  run: Pick<RunParts, 'store' | 'profile' | 'choices'>,
  order: ShopOrder,
): Promise<First> {
  if (order.creditOf === null) {
    const reason = findWithdrawal(order)
    return reason === null ? { kind: 'go', creditOf: null } : { kind: 'decided', decision: skip(reason) }
  }
  const situation = await situationOf(run, order)
  const verdict = decideCredit(order, situation, run.choices)
  if (verdict.kind === 'go') return { kind: 'go', creditOf: situation.original?.number ?? null }
  if (verdict.kind === 'skip') return { kind: 'decided', decision: skip(verdict.reason) }
  const { problem } = verdict
  return { kind: 'decided', decision: { kind: 'problem', problem, steps: [], nearMisses: [], warnings: [] } }
}

const skip = (reason: Extract<Settled, { kind: 'skip' }>['reason']): Settled => ({ kind: 'skip', reason, steps: [] })

async function situationOf(
  { store, profile }: Pick<RunParts, 'store' | 'profile'>,
  credit: ShopOrder,
): Promise<CreditSituation> {
  if (credit.creditOf === null) return { original: null, creditedBefore: sum([]) }
  const entry = await store.inbox.get(profile.id, credit.creditOf)
  const newest = await store.inbox.newest(profile.id, credit.creditOf)
  const others = await store.inbox.creditsOf(profile.id, credit.creditOf)
  const own = others.findIndex(({ id }) => id === credit.id)
  const counted = others.filter((other, place) => other.id !== credit.id && counts(other, own < 0 || place < own))
  return {
    original: entry?.order ? toOriginal(entry, entry.order, newest ?? entry.order) : null,
    creditedBefore: sum(counted.flatMap(({ order }) => (order === null ? [] : absolute(order.totalIncl)))),
  }
}

/**
 * Of two credits that wait the earlier goes first, so that together they never exceed the order, even decided side by side. One
 * that a person dismissed was dealt with by hand; one that was skipped gave nothing back.
 */
function counts({ state, order }: InboxEntry, earlier: boolean): boolean {
  if (order === null || isRestoredNotice(order) || state === 'skipped') return false
  return earlier || (state !== 'waiting' && state !== 'problem')
}

const toOriginal = (entry: InboxEntry, order: ShopOrder, newest: ShopOrder): Original => ({
  number: entry.number,
  state: stateOf(entry),
  totalIncl: order.totalIncl,
  withdrawn: isWithdrawn(newest),
})

function stateOf({ state, problem }: InboxEntry): Original['state'] {
  switch (state) {
    case 'done':
      return 'done'
    case 'skipped':
      return problem?.code === 'sale.withdrawn' ? 'cancelledBefore' : 'notMade'
    case 'dismissed':
      return 'notMade'
    default:
      return 'waits'
  }
}
