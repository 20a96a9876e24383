// JSON in which a number keeps the digits it was written with. SnelStart's amounts are decimals on the wire (121.00); taken
// through a binary `number` they could change, and a record that is read, changed and written back must not.
import type { Decimal } from '../../core/money.ts'

// Part of the language that Node 24 speaks (proposal "JSON.parse source text access"), not yet in TypeScript's library.
declare global {
  interface JSON {
    rawJSON(text: string): object
  }
}

type Reviver = (key: string, value: unknown, context: { source: string }) => unknown
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown

/** A JSON number with exactly these digits; only for writing. */
export const exactNumber = (value: Decimal): object => JSON.rawJSON(value)

/** As JSON.parse, but every number is kept as its text, so that `JSON.stringify` gives it back digit by digit.
 *  Throws a SyntaxError. Slower than JSON.parse: for one record, not for lists. */
export const parseExact = (text: string): unknown =>
  parseWithSource(text, (_key, value, { source }) => (typeof value === 'number' ? JSON.rawJSON(source) : value))
