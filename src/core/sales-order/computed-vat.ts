// How SnelStart computes a document, in whole cents. The one place that holds this model.
//
// ASSUMPTION (reference/snelstart.md, 'Not known': exact rounding of order totals): a line's total is quantity × price,
// rounded to cents; prices excl.: VAT per rate is the rate over the sum of line totals, rounded to cents, and comes on top;
// prices incl.: VAT per rate is contained in the sum of line totals, rounded to cents. Halves go away from zero.
import { type Decimal, decimal, toUnits } from '../money.ts'

export type PriceEntry = 'incl' | 'excl'

/** Division of whole numbers, halves away from zero. The denominator is positive. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const rounded = (absolute(numerator) * 2n + denominator) / (denominator * 2n)
  return numerator < 0n ? -rounded : rounded
}

export const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

/** Decimals behind the point. */
const placesOf = (value: Decimal): number => value.split('.')[1]?.length ?? 0

/** VAT that SnelStart computes over a sum of line totals, all in cents. */
export function vatCentsOf(groupCents: bigint, vatPercent: Decimal, entry: PriceEntry): bigint {
  const percent = decimal(vatPercent)
  const places = placesOf(percent)
  const rate = toUnits(percent, places)
  const hundred = 100n * 10n ** BigInt(places)
  return divideRounded(groupCents * rate, entry === 'excl' ? hundred : hundred + rate)
}

/** Total of a line in cents. */
export function lineCentsOf(quantity: Decimal, unitPrice: Decimal): bigint {
  const [quantityPlaces, pricePlaces] = [placesOf(quantity), placesOf(unitPrice)]
  const product = toUnits(quantity, quantityPlaces) * toUnits(unitPrice, pricePlaces)
  return divideRounded(product * 100n, 10n ** BigInt(quantityPlaces + pricePlaces))
}
