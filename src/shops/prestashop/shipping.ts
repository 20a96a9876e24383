// Shipping and gift wrapping, with their rates.
import {
  absolute,
  compare,
  type Decimal,
  decimal,
  isZero,
  parseDecimal,
  subtract,
  sum,
  toCents,
  vatOfIncl,
} from '../../core/money.ts'
import type { Charge, ChargeKind, ChargePart, ReadingNote } from '../../core/order.ts'
import { type Amount, type Convert, numberOrZero } from './figures.ts'
import { type Base, findRate, fitsRate, impliedRate, partOf, splitOverRates } from './taxes.ts'
import { leftOver, type Totals } from './totals.ts'
import type { OrderRaw, Row } from './wire.ts'

export const toCharge = (
  code: string,
  kind: ChargeKind,
  title: string,
  { parts, vatKnown }: { parts: readonly ChargePart[]; vatKnown: boolean },
): Charge => {
  const amountExcl = sum(parts.map((part) => part.amountExcl))
  const vat = sum(parts.map((part) => part.vatAmount))
  return { code, kind, title, amountExcl, amountIncl: sum([amountExcl, vat]), parts, vatKnown }
}

const usual = ['21', '9', '0'].map(decimal)

/** The order's own part of the shipping. 9.1.4 gives every order of a split basket the shipping of the whole basket, but
 *  charges it once: then what the total leaves for it is its part (reference/prestashop.md, 5). */
export function ownShipping(
  raw: OrderRaw,
  totals: Totals,
  convert: Convert,
): { own: Amount; notes: readonly ReadingNote[] } {
  const whole = totals.shipping
  const { incl: rest } = leftOver(totals)
  if (raw.siblings.length < 2 || isZero(toCents(rest)) || !isSharedShipping(raw, whole, convert))
    return { own: whole, notes: [] }
  const incl = toCents(sum([whole.incl, rest]))
  if (compare(incl, decimal(0)) < 0) return { own: whole, notes: [] }
  const rate = parseDecimal(raw.order['carrier_tax_rate'] ?? '') ?? decimal(0)
  const own = { incl, excl: toCents(subtract(incl, vatOfIncl(incl, rate))) }
  return { own, notes: [{ code: 'prestashop.splitShipping', data: { own: incl, whole: toCents(whole.incl) } }] }
}

const isSharedShipping = ({ siblings }: OrderRaw, whole: Amount, convert: Convert): boolean =>
  siblings.every((row) => isZero(toCents(subtract(convert(numberOrZero(row, 'total_shipping_tax_incl')), whole.incl))))

/** The rate stands on the order; a shop that spreads shipping over the products' rates stores an average there. */
export function shippingCharge(order: Row, title: string, amount: Amount, bases: readonly Base[]): Charge | null {
  if (isZero(amount.incl) && isZero(amount.excl)) return null
  const stored = parseDecimal(order['carrier_tax_rate'] ?? '')
  const rates = bases.map(({ vatPercent }) => vatPercent)
  const isReal =
    stored !== null && fitsRate(amount, stored) && [...usual, ...rates].some((rate) => compare(rate, stored) === 0)
  if (isReal) return toCharge('shipping', 'shipping', title, { parts: [partOf(amount, stored)], vatKnown: true })
  return { ...derivedCharge('shipping', 'shipping', title, amount, { rates: stored === null ? [] : [stored], bases }) }
}

/** `wrapping_rate` is today's setting; the order itself does not tell. */
export function wrappingCharge(raw: OrderRaw, amount: Amount, bases: readonly Base[]): Charge | null {
  if (isZero(amount.incl) && isZero(amount.excl)) return null
  const setting = parseDecimal(raw.settings['wrapping_rate'] ?? '')
  const carrier = parseDecimal(raw.order['carrier_tax_rate'] ?? '')
  const rates = [setting, carrier].filter((rate) => rate !== null)
  return derivedCharge('wrapping', 'wrapping', 'Cadeauverpakking', amount, { rates, bases })
}

/** A charge of which only the two amounts are known: the first rate that fits, else spread over the lines' rates, else what
 *  the amounts give. */
function derivedCharge(
  code: string,
  kind: ChargeKind,
  title: string,
  amount: Amount,
  { rates, bases }: { rates: readonly Decimal[]; bases: readonly Base[] },
): Charge {
  const likely = [...rates, ...bases.map(({ vatPercent }) => vatPercent), ...usual].filter(isWhole)
  const rate = findRate(amount, likely)
  if (rate !== null) return toCharge(code, kind, title, { parts: [partOf(amount, rate)], vatKnown: true })
  const mixed = bases.length > 1 ? splitOverRates(amount, bases) : []
  if (mixed.length > 1) return toCharge(code, kind, title, { parts: mixed, vatKnown: false })
  return toCharge(code, kind, title, { parts: [partOf(amount, impliedRate(amount))], vatKnown: false })
}

/** An average of rates has decimals such as 14.276; a rate has one at most. */
const isWhole = (rate: Decimal): boolean => compare(absolute(rate), decimal(100)) < 0 && /^\d+(\.\d)?$/.test(rate)
