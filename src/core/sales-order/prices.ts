// Unit prices that give a line's total to the cent. Where no price with SnelStart's decimals does (three for one euro), the
// line becomes two with adjacent prices; the quantity, and so the stock, stays exact.
import { type Decimal, fromUnits, isNegative, toUnits } from '../money.ts'
import { absolute, divideRounded } from './computed-vat.ts'

export type Piece = { readonly quantity: Decimal; readonly unitPrice: Decimal }

type Decimals = { readonly price: number; readonly quantity: number }

/**
 * Pieces whose quantities sum to `quantity` and whose totals sum to `cents`; one piece where a price exists.
 * `quantity` is not 0 and has no more decimals than `decimals.quantity`.
 */
export function toPieces(quantity: Decimal, cents: bigint, decimals: Decimals): readonly Piece[] {
  const scale = scaleOf(decimals)
  const units = toUnits(quantity, decimals.quantity)
  const priceNegative = units < 0n !== cents < 0n
  return positivePieces(absolute(units), absolute(cents), scale).map((piece) => ({
    quantity: fromUnits(isNegative(quantity) ? -piece.units : piece.units, decimals.quantity),
    unitPrice: fromUnits(priceNegative ? -piece.price : piece.price, decimals.price),
  }))
}

/** Whether one unit price gives this total. */
export function hasSinglePrice(quantity: Decimal, cents: bigint, decimals: Decimals): boolean {
  const scale = scaleOf(decimals)
  const units = absolute(toUnits(quantity, decimals.quantity))
  return units !== 0n && centsOf(nearestPrice(units, absolute(cents), scale), scale) === absolute(cents)
}

const scaleOf = (decimals: Decimals): Scale => ({
  perPiece: 10n ** BigInt(decimals.quantity),
  perCent: 10n ** BigInt(decimals.price - 2),
})

/** Whole numbers: quantity in its smallest unit, price in its smallest unit. */
type Units = { readonly units: bigint; readonly price: bigint }
/** How many of the smallest units go into one piece, and into one cent. */
type Scale = { readonly perPiece: bigint; readonly perCent: bigint }

const centsOf = ({ units, price }: Units, { perPiece, perCent }: Scale): bigint =>
  divideRounded(units * price, perPiece * perCent)

const nearestPrice = (units: bigint, cents: bigint, scale: Scale): Units => ({
  units,
  price: divideRounded(cents * scale.perCent * scale.perPiece, units),
})

function positivePieces(units: bigint, cents: bigint, scale: Scale): readonly Units[] {
  const single = nearestPrice(units, cents, scale)
  if (centsOf(single, scale) === cents) return [single]
  // Below one piece a step of the price is less than a cent, so that a single price always exists.
  const part = units % scale.perPiece
  if (part === 0n) return wholePieces(units / scale.perPiece, cents, scale)
  const fraction = { units: part, price: single.price }
  return [...wholePieces(units / scale.perPiece, cents - centsOf(fraction, scale), scale), fraction]
}

/** `count` pieces for `cents`: by the finest price step if its rounding fits, else in whole cents, which always does. */
function wholePieces(count: bigint, cents: bigint, scale: Scale): readonly Units[] {
  for (const step of [1n, scale.perCent]) {
    const pieces = adjacentPieces(count, cents, step, scale)
    if (pieces.reduce((total, piece) => total + centsOf(piece, scale), 0n) === cents) return pieces
  }
  return []
}

function adjacentPieces(count: bigint, cents: bigint, step: bigint, scale: Scale): readonly Units[] {
  const steps = (cents * scale.perCent) / step
  const [low, dear] = [steps / count, steps % count]
  return [
    { units: (count - dear) * scale.perPiece, price: low * step },
    { units: dear * scale.perPiece, price: (low + 1n) * step },
  ].filter((piece) => piece.units > 0n)
}
