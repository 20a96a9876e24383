// VAT of the order lines. OpenCart stores no percentage: it is read back from price and tax, in the reading of the tax
// column that the order's own figures allow (reference/opencart.md, 4).
import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  subtract,
  vatOfExcl,
  zero,
} from '../../core/money.ts'

/** How `order_product.tax` is meant: an amount per unit (1.5.3 and later), the percentage (up to 1.5.1.2), or an amount
 *  over the whole line (1.5.1.3–1.5.2). */
export type TaxReading = 'perUnit' | 'percentage' | 'perLine'

export type PricedLine = {
  readonly priceExcl: Decimal
  readonly quantity: Decimal
  readonly totalExcl: Decimal
  /** The tax column as stored. */
  readonly tax: Decimal
}

export type LineVat = {
  /** null: no known rate fits (price 0, say). */
  readonly vatPercent: Decimal | null
  /** VAT in one unit as the shop stored it, four decimals, without fixed taxes. */
  readonly vatPerUnit: Decimal
  /** Fixed taxes in one unit (an eco contribution), zero for none. */
  readonly fixedPerUnit: Decimal
  /** VAT of the whole line, unrounded. */
  readonly vatAmount: Decimal
}

export type KnownRates = {
  /** Percentages to try, the likeliest first. */
  readonly percents: readonly Decimal[]
  /** Amounts of taxes by the piece. */
  readonly fixed: readonly Decimal[]
}

/** Price and tax are both rounded to four decimals, so the tax of a price can be off by a little over one of the last. */
const tolerance = decimal('0.00015')
/** Below this a stored tax of 0.0000 can also be a rounded-off VAT. */
const tinyPrice = decimal('0.01')

const near = (a: Decimal, b: Decimal): boolean => {
  const difference = subtract(a, b)
  return compare(difference, tolerance) <= 0 && compare(subtract(zero, difference), tolerance) <= 0
}

/** The VAT of one line in one reading. */
export function readLineVat(line: PricedLine, reading: TaxReading, known: KnownRates): LineVat {
  if (reading === 'percentage') return fromPercentage(line, known)
  const perUnit = reading === 'perUnit' || isZero(line.quantity) ? line.tax : divide(line.tax, line.quantity)
  const found = findRate(line.priceExcl, perUnit, known)
  if (found === null) {
    return { vatPercent: null, vatPerUnit: perUnit, fixedPerUnit: zero, vatAmount: multiply(perUnit, line.quantity) }
  }
  return {
    vatPercent: found.percent,
    vatPerUnit: subtract(perUnit, found.fixed),
    fixedPerUnit: found.fixed,
    // From the rate and not from the stored tax: 137 × 0.0087 is half a cent off what the shop charged, and a line of
    // thousands would be off by more. The shop's own `tax` rows are computed this way (reference/opencart.md, 4).
    vatAmount: vatOfExcl(line.totalExcl, found.percent),
  }
}

function fromPercentage(line: PricedLine, known: KnownRates): LineVat {
  const percent = known.percents.find((rate) => compare(rate, line.tax) === 0) ?? null
  const vatPerUnit = vatOfExcl(line.priceExcl, line.tax)
  return { vatPercent: percent, vatPerUnit, fixedPerUnit: zero, vatAmount: vatOfExcl(line.totalExcl, line.tax) }
}

function findRate(price: Decimal, perUnit: Decimal, known: KnownRates): { percent: Decimal; fixed: Decimal } | null {
  if (isZero(price)) return null
  if (isZero(perUnit) && compare(price, tinyPrice) >= 0) return { percent: zero, fixed: zero }
  const percent = known.percents.find((rate) => near(vatOfExcl(price, rate), perUnit))
  if (percent !== undefined) return { percent, fixed: zero }
  for (const fixed of known.fixed) {
    const rest = subtract(perUnit, fixed)
    const found = known.percents.find((rate) => near(vatOfExcl(price, rate), rest))
    if (found !== undefined) return { percent: found, fixed }
  }
  return null
}

/** Sum of the lines per rate, excl. VAT and VAT; lines without a rate are left out. Keys are decimal text. */
export function sumPerRate(
  lines: readonly { totalExcl: Decimal; vat: LineVat }[],
): Map<Decimal, { excl: Decimal; vat: Decimal }> {
  const sums = new Map<Decimal, { excl: Decimal; vat: Decimal }>()
  for (const { totalExcl, vat } of lines) {
    if (vat.vatPercent === null) continue
    const sum = sums.get(vat.vatPercent) ?? { excl: zero, vat: zero }
    sums.set(vat.vatPercent, { excl: add(sum.excl, totalExcl), vat: add(sum.vat, vat.vatAmount) })
  }
  return sums
}
