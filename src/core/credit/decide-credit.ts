// BEY-3: whether a credit is written, waits for a person or is left out, and whether an order that the shop took back is
// written at all. Pure; how a credit is booked is decided as for any other order.
import type { CreditChoices } from '../choices.ts'
import type { ShopOrderNumber } from '../ids.ts'
import { absolute, add, compare, type Decimal, toCents, toFixed } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import type { Problem } from '../problem.ts'
import { isCancelCredit, isRestoredNotice } from './credit-order.ts'
import type { CreditProblemCode } from './problems.ts'

/** What has become of the order that a credit refers to. */
export type Original = {
  readonly number: ShopOrderNumber
  readonly state: 'done' | 'waits' | 'cancelledBefore' | 'notMade'
  readonly totalIncl: Decimal
  /** The shop has taken it back, as it told last. */
  readonly withdrawn: boolean
}

/** `original` null: it was never read. `creditedBefore`: by other credits of it, as a positive amount. */
export type CreditSituation = { readonly original: Original | null; readonly creditedBefore: Decimal }

export type CreditVerdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'skip'; readonly reason: Problem }

export function decideCredit(credit: ShopOrder, situation: CreditSituation, choices: CreditChoices): CreditVerdict {
  const { original } = situation
  const derived = isCancelCredit(credit)
  const setting = derived && credit.status.meaning === 'cancelled' ? 'cancellations' : 'refunds'
  const choice = choices[setting]
  const data = { original: original?.number ?? credit.creditOf ?? '' }
  if (isRestoredNotice(credit))
    return original?.withdrawn === true ? skip('credit.noLonger', data) : stop('credit.restored', data)
  if (choice === 'ignore') return skip('credit.ignored', { ...data, setting })
  if (derived && original?.withdrawn === false) return skip('credit.noLonger', data)
  if (original === null) return stop('credit.originalUnknown', data)
  if (original.state === 'cancelledBefore') return skip('credit.nothingMade', data)
  if (original.state === 'notMade') return stop('credit.originalNotMade', data)
  if (original.state === 'waits') return stop('credit.originalWaits', data)
  const tooMuch = checkSum(credit, original, situation.creditedBefore)
  if (tooMuch !== null) return tooMuch
  if (choice === 'creditOrder') return { kind: 'go' }
  return stop(derived ? 'credit.cancelled' : 'credit.refunded', { ...data, setting })
}

/** All credits of an order together are never more than the order. */
function checkSum(credit: ShopOrder, original: Original, creditedBefore: Decimal): CreditVerdict | null {
  const total = toCents(original.totalIncl)
  const sum = toCents(add(creditedBefore, absolute(credit.totalIncl)))
  if (compare(sum, total) <= 0) return null
  const data = {
    original: original.number,
    credited: toFixed(creditedBefore, 2),
    total: toFixed(total, 2),
  }
  return compare(toCents(creditedBefore), total) >= 0 ? skip('credit.already', data) : stop('credit.tooMuch', data)
}

type Data = Readonly<Record<string, string>>
const stop = (code: CreditProblemCode, data: Data): CreditVerdict => ({ kind: 'problem', problem: { code, data } })
const skip = (code: CreditProblemCode, data: Data): CreditVerdict => ({ kind: 'skip', reason: { code, data } })

/** An order that the shop took back before it was written; null: it may be written. */
export function findWithdrawal(order: ShopOrder): Problem<CreditProblemCode> | null {
  if (order.status.meaning !== 'cancelled' && order.withdrawn !== true) return null
  return { code: 'sale.withdrawn', data: { status: order.status.text || order.status.code } }
}
