// Exact decimals for amounts, prices, quantities and percentages. No other file of the core may use a `number` with a
// fraction for these, and rounding happens only through `roundTo`, in places that say why.
import Big from 'big.js'

Big.DP = 20
Big.RM = Big.roundHalfUp

declare const decimalBrand: unique symbol

/** An exact decimal as plain text, never in exponent form: '12.34', '-0.05', '1000'. JSON-safe; compare with `compare`, not `===`. */
export type Decimal = string & { readonly [decimalBrand]: true }

export const zero = '0' as Decimal

const plain = (value: Big): Decimal => {
  const text = value.toFixed()
  return (text === '-0' ? '0' : text) as Decimal
}

/** Reads text such as '12.3400' or a whole number; trailing zeros are dropped. Throws a RangeError on anything else. */
export function decimal(value: string | number | Decimal): Decimal {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`not a decimal: ${value}`)
  try {
    return plain(new Big(typeof value === 'string' ? value.trim() : String(value)))
  } catch {
    throw new RangeError(`not a decimal: ${String(value)}`)
  }
}

/** As `decimal`, but null where the text is no number. */
export function parseDecimal(value: unknown): Decimal | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).trim()
  return /^[-+]?\d+(\.\d*)?$|^[-+]?\.\d+$/.test(text) ? decimal(text.replace(/^\+/, '')) : null
}

export const add = (a: Decimal, b: Decimal): Decimal => plain(new Big(a).plus(b))
export const subtract = (a: Decimal, b: Decimal): Decimal => plain(new Big(a).minus(b))
export const multiply = (a: Decimal, b: Decimal): Decimal => plain(new Big(a).times(b))
/** Quotient to 20 places, half up; round the end result, not this. Throws on division by zero. */
export const divide = (a: Decimal, b: Decimal): Decimal => plain(new Big(a).div(b))
export const negate = (a: Decimal): Decimal => plain(new Big(a).times(-1))
export const absolute = (a: Decimal): Decimal => plain(new Big(a).abs())
export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = new Big(0)
  for (const value of values) total = total.plus(value)
  return plain(total)
}

export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => new Big(a).cmp(b) as -1 | 0 | 1
export const equals = (a: Decimal, b: Decimal): boolean => new Big(a).eq(b)
export const isZero = (a: Decimal): boolean => new Big(a).eq(0)
export const isNegative = (a: Decimal): boolean => new Big(a).lt(0)
export const isPositive = (a: Decimal): boolean => new Big(a).gt(0)

/** Rounds half away from zero to `places` decimals (commercial rounding, as Dutch invoices do). */
export const roundTo = (a: Decimal, places: number): Decimal => plain(new Big(a).round(places, Big.roundHalfUp))
/** Rounds to whole cents: the amount a customer saw and paid. */
export const toCents = (a: Decimal): Decimal => roundTo(a, 2)
/** Whole units of 10^-places, as an exact integer. Throws where the amount is not a whole number of them. */
export function toUnits(a: Decimal, places: number): bigint {
  const scaled = new Big(`${a}e${places}`).toFixed()
  if (scaled.includes('.')) throw new RangeError(`${a} is no whole number of 10^-${places}`)
  return BigInt(scaled)
}
/** The inverse of `toUnits`. */
export const fromUnits = (units: bigint, places: number): Decimal => plain(new Big(`${units}e${-places}`))
/** With exactly `places` decimals, for showing and for wire formats: '12.30'. */
export const toFixed = (a: Decimal, places: number): string => new Big(a).toFixed(places)

/** VAT on an amount excl., unrounded. `vatPercent` 21 means 21 %. */
export const vatOfExcl = (amountExcl: Decimal, vatPercent: Decimal): Decimal =>
  plain(new Big(amountExcl).times(vatPercent).div(100))
/** VAT contained in an amount incl., to 20 places. */
export const vatOfIncl = (amountIncl: Decimal, vatPercent: Decimal): Decimal =>
  plain(new Big(amountIncl).times(vatPercent).div(new Big(100).plus(vatPercent)))
export const inclOf = (amountExcl: Decimal, vatPercent: Decimal): Decimal =>
  plain(new Big(amountExcl).plus(new Big(amountExcl).times(vatPercent).div(100)))
