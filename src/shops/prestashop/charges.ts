// Everything of an order beside its lines, and what the total has more or less than all of it (SALE-8, SALE-9).
import { compare, type Decimal, isPositive, isZero, sum, toCents, zero } from '../../core/money.ts'
import type { Charge, OrderLine, ReadingNote } from '../../core/order.ts'
import { absorbCents, isRounding, readDiscounts } from './discounts.ts'
import type { Amount, Convert } from './figures.ts'
import { ownShipping, shippingCharge, toCharge, wrappingCharge } from './shipping.ts'
import { type Base, findRate, partOf } from './taxes.ts'
import { plainText } from './text.ts'
import { minus, type Totals } from './totals.ts'
import type { OrderRaw } from './wire.ts'

export type Charges = { readonly charges: readonly Charge[]; readonly notes: readonly ReadingNote[] }

/** What the lines come to per rate; lines without a known rate do not take part. */
export function basesOf(lines: readonly OrderLine[]): readonly Base[] {
  const groups = Map.groupBy(
    lines.filter((line) => line.vatPercent !== null),
    (line) => line.vatPercent as Decimal,
  )
  return [...groups].map(([vatPercent, group]) => ({ vatPercent, excl: sum(group.map((line) => line.totalExcl)) }))
}

export function readCharges(raw: OrderRaw, lines: readonly OrderLine[], totals: Totals, convert: Convert): Charges {
  const bases = basesOf(lines)
  const { own, notes } = ownShipping(raw, totals, convert)
  const carrier = plainText(raw.carrier?.['name'])
  const shipping = shippingCharge(raw.order, carrier || 'Verzendkosten', own, bases)
  const wrapping = wrappingCharge(raw, totals.wrapping, bases)
  const discounts = readDiscounts(raw, totals, { shipping, bases, convert })
  const charges = [shipping, wrapping, ...discounts.charges].filter((charge) => charge !== null)
  const rest = closeUp(charges, lines, totals)
  return { charges: rest.charges, notes: [...notes, ...discounts.notes, ...rest.notes] }
}

/** What the total has that lines and charges have not: nothing, lost cents, a fee that a payment module put into the total
 *  only, or something that SALE-9 deals with and this note names. */
function closeUp(charges: readonly Charge[], lines: readonly OrderLine[], totals: Totals): Charges {
  const rest = minus(totals.paid, addedUp(charges, lines))
  const amount = toCents(rest.incl)
  if (isZero(amount)) return { charges, notes: [] }
  if (isRounding(rest.incl)) {
    const data = { amount }
    const absorbed = absorbCents(charges, rest.incl)
    if (absorbed !== null) return { charges: absorbed, notes: [{ code: 'prestashop.centInVoucher', data }] }
    return { charges: [...charges, roundingOf(amount)], notes: [{ code: 'prestashop.roundingCent', data }] }
  }
  const fee = feeOf(rest, charges, lines)
  if (fee !== null) return { charges: [...charges, fee], notes: [{ code: 'prestashop.feeInTotal', data: { amount } }] }
  const code = isPositive(amount) ? 'prestashop.totalHasMore' : 'prestashop.totalHasLess'
  return { charges, notes: [{ code, data: { amount: amount.replace('-', '') } }] }
}

const addedUp = (charges: readonly Charge[], lines: readonly OrderLine[]): Amount => ({
  excl: sum([...lines.map((line) => line.totalExcl), ...charges.map((charge) => charge.amountExcl)]),
  incl: sum([...lines.map((line) => line.totalIncl), ...charges.map((charge) => charge.amountIncl)]),
})

const roundingOf = (amount: Decimal): Charge =>
  toCharge('rounding', 'rounding', 'Afronding', {
    parts: [{ vatPercent: null, amountExcl: amount, vatAmount: zero }],
    vatKnown: true,
  })

/** A surcharge of which excl. and incl. fit a rate of this order: modules for payment costs raise both totals and write
 *  nothing else (reference/prestashop.md, 2). null: it fits none, so it may be anything. */
function feeOf(rest: Amount, charges: readonly Charge[], lines: readonly OrderLine[]): Charge | null {
  if (!isPositive(rest.incl) || compare(rest.excl, zero) <= 0) return null
  const used = [
    ...lines.map((line) => line.vatPercent),
    ...charges.flatMap((charge) => charge.parts.map((part) => part.vatPercent)),
  ]
  const rates = [...new Set(used.filter((rate) => rate !== null))].toSorted((a, b) => compare(b, a))
  const rate = findRate(rest, rates)
  if (rate === null) return null
  return toCharge('payment_fee', 'payment', 'Betalingskosten', { parts: [partOf(rest, rate)], vatKnown: false })
}
