// The VAT of an amount of which the shop tells excl. and incl.: which rate, or how it falls apart over several.
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isNegative,
  isZero,
  multiply,
  roundTo,
  subtract,
  sum,
  vatOfExcl,
  zero,
} from '../../core/money.ts'
import type { ChargePart } from '../../core/order.ts'
import type { Amount } from './figures.ts'
import type { Row } from './wire.ts'

const hundred = '100' as Decimal
/** Both amounts were rounded to a cent, and the rate of one of them. */
const slack = '0.011' as Decimal
/** PrestaShop's TaxCalculator: the second tax is charged on the first as well. */
const oneAfterAnother = '2'

/** Rate of a line out of its taxes: added, or one on top of the other. No tax: 0. */
export function rateOfTaxes(taxes: readonly Row[], method: string | null | undefined): Decimal {
  const rates = taxes.map((tax) => decimal(tax['rate'] ?? '0'))
  if (method !== oneAfterAnother) return sum(rates)
  const factor = rates.reduce(
    (product, rate) => multiply(product, add('1' as Decimal, divide(rate, hundred))),
    '1' as Decimal,
  )
  return multiply(subtract(factor, '1' as Decimal), hundred)
}

export const fitsRate = ({ excl, incl }: Amount, vatPercent: Decimal): boolean =>
  compare(absolute(subtract(subtract(incl, excl), vatOfExcl(excl, vatPercent))), slack) <= 0

/** The first of the rates that the amount fits; null: none. */
export const findRate = (amount: Amount, rates: readonly Decimal[]): Decimal | null =>
  rates.find((rate) => fitsRate(amount, rate)) ?? null

/** The rate that the two amounts themselves give, to one decimal; null: excl. is 0. */
export const impliedRate = ({ excl, incl }: Amount): Decimal | null =>
  isZero(excl) ? null : roundTo(divide(multiply(subtract(incl, excl), hundred), excl), 1)

export const partOf = ({ excl, incl }: Amount, vatPercent: Decimal | null): ChargePart => ({
  vatPercent,
  amountExcl: excl,
  vatAmount: subtract(incl, excl),
})

/** What the amount is spread over: the lines' value excl. per rate. */
export type Base = { readonly vatPercent: Decimal; readonly excl: Decimal }

/**
 * Splits an amount over the rates of the lines. Excl. and incl. are both exact, so with two rates they themselves say how
 * much has which rate, whether the shop spread by value (10 %), took one product (a gift) or counted excl. VAT. With more
 * rates it goes by value, as on the shop's invoice, and what the cents leave over goes with the largest.
 */
export function splitOverRates(amount: Amount, bases: readonly Base[]): readonly ChargePart[] {
  const used = bases.filter(({ excl }) => !isZero(excl)).toSorted((a, b) => compare(b.excl, a.excl))
  const [largest, second] = used
  if (largest === undefined || isZero(amount.incl)) return [partOf(amount, impliedRate(amount) ?? zero)]
  if (second === undefined) return [partOf(amount, largest.vatPercent)]
  const single = findRate(
    amount,
    used.map(({ vatPercent }) => vatPercent),
  )
  if (single !== null && !fitsByValue(amount, used)) return [partOf(amount, single)]
  return (used.length === 2 ? solveTwo(amount, largest, second) : null) ?? splitByValue(amount, used)
}

/** Whether spreading by value gives these amounts; then a single rate that happens to fit proves nothing. */
function fitsByValue(amount: Amount, bases: readonly Base[]): boolean {
  const spread = splitByShare(amount.excl, bases)
  const incl = sum(spread.map(({ vatPercent, excl }) => add(excl, vatOfExcl(excl, vatPercent))))
  return compare(absolute(subtract(incl, amount.incl)), slack) <= 0
}

/** null: the amounts fit no mixture of these two, so they were rounded too far to tell. */
function solveTwo({ excl, incl }: Amount, a: Base, b: Base): readonly ChargePart[] | null {
  const vat = multiply(subtract(incl, excl), hundred)
  const share = divide(subtract(vat, multiply(excl, b.vatPercent)), subtract(a.vatPercent, b.vatPercent))
  const rest = subtract(excl, share)
  const isWithin = (part: Decimal) => isZero(part) || isNegative(part) === isNegative(excl)
  if (!isWithin(share) || !isWithin(rest)) return null
  return [
    { vatPercent: a.vatPercent, amountExcl: share, vatAmount: vatOfExcl(share, a.vatPercent) },
    {
      vatPercent: b.vatPercent,
      amountExcl: rest,
      vatAmount: subtract(subtract(incl, excl), vatOfExcl(share, a.vatPercent)),
    },
  ]
}

function splitByShare(excl: Decimal, bases: readonly Base[]): readonly Base[] {
  const whole = sum(bases.map((base) => base.excl))
  return bases.map(({ vatPercent, excl: base }) => ({ vatPercent, excl: divide(multiply(excl, base), whole) }))
}

function splitByValue({ excl, incl }: Amount, bases: readonly Base[]): readonly ChargePart[] {
  const parts = splitByShare(excl, bases).map(({ vatPercent, excl: part }) => ({
    vatPercent,
    amountExcl: part,
    vatAmount: vatOfExcl(part, vatPercent),
  }))
  const restExcl = subtract(excl, sum(parts.map((part) => part.amountExcl)))
  const restVat = subtract(subtract(incl, excl), sum(parts.map((part) => part.vatAmount)))
  const taxed = parts.findIndex((part) => !isZero(part.vatPercent))
  return parts.map((part, index) => ({
    ...part,
    amountExcl: index === 0 ? add(part.amountExcl, restExcl) : part.amountExcl,
    vatAmount: index === Math.max(0, taxed) ? add(part.vatAmount, restVat) : part.vatAmount,
  }))
}
