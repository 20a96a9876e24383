// A credit is an order of its own that refers to the one it credits, with negative quantities and amounts (BEY-3). Some shops
// give them (credit slips); for an order that was made and then cancelled, the credit is derived here.
import { Temporal } from 'temporal-polyfill'
import type { CalendarDate, Instant, ShopOrderId, ShopOrderNumber } from '../ids.ts'
import { compare, type Decimal, divide, isZero, multiply, negate, toCents, zero } from '../money.ts'
import type { Charge, OrderLine, ShopOrder, VatAmount } from '../order.ts'
import { shopVatPerRate } from '../reconcile.ts'
import { netCharges, netLines, netVat, sumOf } from './net.ts'

const cancelledSuffix = ':cancel'
const restoredSuffix = ':restored'

/** Of the credit that is derived from a cancellation: one for each order, so it is never made twice. */
export const cancelCreditId = (id: ShopOrderId): ShopOrderId => `${id}${cancelledSuffix}` as ShopOrderId
export const isCancelCredit = ({ id, creditOf }: ShopOrder): boolean =>
  creditOf !== null && id === cancelCreditId(creditOf)

/** The notice that a credited order is for sale again; it is never written. */
const restoredId = (id: ShopOrderId): ShopOrderId => `${id}${restoredSuffix}` as ShopOrderId
export const isRestoredNotice = ({ id, creditOf }: ShopOrder): boolean =>
  creditOf !== null && id === restoredId(creditOf)

/** The shop took the sale back. */
export const isWithdrawn = ({ status }: ShopOrder): boolean =>
  status.meaning === 'cancelled' || status.meaning === 'refunded'

/**
 * The credit for what is left of `order` after `credits` (with negative amounts). null: nothing is left. `newest` is the
 * order as cancelled: its moment is the credit's.
 */
export function cancelCredit(order: ShopOrder, newest: ShopOrder, credits: readonly ShopOrder[]): ShopOrder | null {
  const left = lessCredits(order, credits)
  // A free order has nothing to give back but its stock.
  const isFree = credits.length === 0 && isZero(left.totalIncl) && left.lines.length > 0
  if (compare(left.totalIncl, zero) <= 0 && !isFree) return null
  return {
    ...asCredit(negated(left), order, newest),
    id: cancelCreditId(order.id),
    number: `${order.number}-C${credits.length + 1}` as ShopOrderNumber,
  }
}

/** What tells a person that a credited order is for sale again, with the order's own amount. */
export const restoredNotice = (order: ShopOrder, newest: ShopOrder): ShopOrder => ({
  ...asCredit(order, order, newest),
  id: restoredId(order.id),
  number: `${order.number}-R1` as ShopOrderNumber,
})

const asCredit = (amounts: ShopOrder, order: ShopOrder, newest: ShopOrder): ShopOrder => ({
  ...amounts,
  status: newest.status,
  placedAt: newest.changedAt,
  changedAt: newest.changedAt,
  orderDate: dutchDay(newest.changedAt),
  creditOf: order.id,
  paidIn: null,
  payment: { ...order.payment, paidAmount: null },
  remarks: '',
  invoiceNumber: null,
})

/** A derived credit has no calendar day of the shop; the administration's is Dutch. */
const dutchDay = (at: Instant): CalendarDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString() as CalendarDate

function lessCredits(order: ShopOrder, credits: readonly ShopOrder[]): ShopOrder {
  if (credits.length === 0) return order
  const all = [order, ...credits]
  const { lines, rest } = netLines(all.flatMap((each) => each.lines))
  return {
    ...order,
    lines,
    charges: [...netCharges(all.flatMap((each) => each.charges)), ...rest],
    vat: netVat(all.flatMap(vatOf)),
    totalIncl: toCents(sumOf(all, (each) => each.totalIncl)),
    totalInclUnrounded: sumOf(all, (each) => each.totalInclUnrounded),
  }
}

/** A shop need not tell the VAT of a credit apart from its lines. */
const vatOf = (order: ShopOrder): readonly VatAmount[] =>
  order.vat.length > 0
    ? order.vat
    : [...shopVatPerRate(order)].map(([vatPercent, vatAmount]) => ({
        vatPercent,
        vatAmount,
        baseExcl: isZero(vatPercent) ? zero : divide(multiply(vatAmount, hundred), vatPercent),
        title: '',
      }))

const hundred = '100' as Decimal

/** Every quantity and amount with the other sign; unit prices stay. */
export const negated = (order: ShopOrder): ShopOrder => ({
  ...order,
  lines: order.lines.map(negatedLine),
  charges: order.charges.map(negatedCharge),
  vat: order.vat.map(negatedVat),
  totalIncl: negate(order.totalIncl),
  totalInclUnrounded: negate(order.totalInclUnrounded),
})

const negatedLine = (line: OrderLine): OrderLine => ({
  ...line,
  quantity: negate(line.quantity),
  totalExcl: negate(line.totalExcl),
  totalIncl: negate(line.totalIncl),
})

const negatedCharge = (charge: Charge): Charge => ({
  ...charge,
  amountExcl: negate(charge.amountExcl),
  amountIncl: negate(charge.amountIncl),
  parts: charge.parts.map((part) => ({
    ...part,
    amountExcl: negate(part.amountExcl),
    vatAmount: negate(part.vatAmount),
  })),
})

const negatedVat = (vat: VatAmount): VatAmount => ({
  ...vat,
  baseExcl: negate(vat.baseExcl),
  vatAmount: negate(vat.vatAmount),
})

/** An amount that gives money back, with nothing to tell what for. */
export const hasNoLines = ({ lines, charges, totalIncl }: ShopOrder): boolean =>
  lines.length === 0 && charges.length === 0 && !isZero(totalIncl)
