// The order's own totals, in the shop's currency: what lines and charges must come to.
import { add, type Decimal, subtract } from '../../core/money.ts'
import { type Amount, type Convert, numberIn, numberOrZero } from './figures.ts'
import type { Row } from './wire.ts'

export type Totals = {
  readonly products: Amount
  readonly shipping: Amount
  readonly wrapping: Amount
  readonly discounts: Amount
  readonly paid: Amount
}

/** The columns with `_tax_incl` and `_tax_excl`; the ones without are a copy of the day of ordering. */
export function readTotals(order: Row, convert: Convert): Totals {
  const read = (name: string): Amount => ({
    excl: convert(numberOrZero(order, `${name}_tax_excl`)),
    incl: convert(numberOrZero(order, `${name}_tax_incl`)),
  })
  return {
    products: { excl: convert(numberIn(order, 'total_products')), incl: convert(numberIn(order, 'total_products_wt')) },
    shipping: read('total_shipping'),
    wrapping: read('total_wrapping'),
    discounts: read('total_discounts'),
    paid: {
      excl: convert(numberIn(order, 'total_paid_tax_excl')),
      incl: convert(numberIn(order, 'total_paid_tax_incl')),
    },
  }
}

const each =
  (combine: (a: Decimal, b: Decimal) => Decimal) =>
  (a: Amount, b: Amount): Amount => ({
    excl: combine(a.excl, b.excl),
    incl: combine(a.incl, b.incl),
  })

const plus = each(add)
export const minus = each(subtract)

/** What the customer was charged above products, shipping and wrapping less discounts: 0, a cent, or somebody's fee. */
export const leftOver = (totals: Totals): Amount =>
  minus(totals.paid, minus(plus(plus(totals.products, totals.shipping), totals.wrapping), totals.discounts))
