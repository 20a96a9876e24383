// Numbers out of rows, and amounts of an order in a foreign currency brought back to the shop's own.
import { type Decimal, decimal, divide, isZero, parseDecimal, zero } from '../../core/money.ts'
import { Unreadable } from './unreadable.ts'
import type { Row } from './wire.ts'

/** A number that must be there. Throws Unreadable 'prestashop.badNumber' with the column's name. */
export function numberIn(row: Row, column: string): Decimal {
  const value = parseDecimal(row[column] ?? '')
  if (value === null) throw new Unreadable('prestashop.badNumber', { column })
  return value
}

/** A number that older versions or the web service leave out where it is 0. */
export const numberOrZero = (row: Row, column: string): Decimal => parseDecimal(row[column] ?? '') ?? zero

/** An amount excl. and incl. VAT, exact. */
export type Amount = { readonly excl: Decimal; readonly incl: Decimal }

/** Amounts of the order as stored, to the shop's own currency. */
export type Convert = (stored: Decimal) => Decimal

/** `conversion_rate` is the order's currency per the shop's (reference/prestashop.md, 2). */
export function converterOf(rate: Decimal | null): Convert {
  if (rate === null || isZero(rate) || rate === decimal(1)) return (stored) => stored
  return (stored) => divide(stored, rate)
}
