// Prices with VAT as the shop writes them: one object or a list, excl. to six decimals, incl. to the cent, each as text or as
// a number (reference/mijnwebwinkel.md, 4).
import {
  absolute,
  compare,
  type Decimal,
  decimal,
  inclOf,
  isZero,
  parseDecimal,
  subtract,
  toCents,
  vatOfIncl,
  zero,
} from '../../core/money.ts'
import { Unreadable } from './unreadable.ts'
import type { TaxPriceRaw } from './wire.ts'

/** An amount at one rate. */
export type PricePart = { readonly vatPercent: Decimal; readonly excl: Decimal; readonly incl: Decimal }

/** One part per entry; none where the shop gives no price. `line` names it in the message. Throws Unreadable. */
export const toParts = (prices: readonly TaxPriceRaw[], line: string): readonly PricePart[] =>
  prices
    .filter((price) => price.amount !== null || price.amount_including_tax !== null)
    .map((price) => toPart(price, line))

function toPart(price: TaxPriceRaw, line: string): PricePart {
  const figure = (value: string | null): Decimal | null => {
    const read = value === null ? null : parseDecimal(value)
    if (value !== null && read === null) throw new Unreadable('mijnwebwinkel.badNumber', { line })
    return read
  }
  const [excl, incl] = [figure(price.amount), figure(price.amount_including_tax)]
  const rate = figure(price.rate) ?? zero
  if (excl === null && incl !== null) return { vatPercent: rate, excl: subtract(incl, vatOfIncl(incl, rate)), incl }
  const known = excl ?? zero
  if (incl === null) return { vatPercent: rate, excl: known, incl: toCents(inclOf(known, rate)) }
  return { vatPercent: isUntaxed(known, incl, rate) ? zero : rate, excl: known, incl }
}

const halfCent = decimal('0.005')

/** Export and reverse charge: the article's own rate may still be named, but nothing was added. */
function isUntaxed(excl: Decimal, incl: Decimal, rate: Decimal): boolean {
  if (isZero(rate)) return false
  const atRate = absolute(subtract(toCents(inclOf(excl, rate)), incl))
  const without = absolute(subtract(toCents(excl), incl))
  return compare(without, halfCent) < 0 && compare(atRate, halfCent) > 0
}
