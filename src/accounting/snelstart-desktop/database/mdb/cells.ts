// What mdb-reader gives, as a `Cell` of database.ts.
import type { Column, Value } from 'mdb-reader'
import type { Cell, ColumnType } from '../database.ts'

const types: Readonly<Partial<Record<Column['type'], ColumnType>>> = {
  boolean: 'boolean',
  byte: 'integer',
  integer: 'integer',
  long: 'integer',
  // What page-buffer.ts makes of an amount.
  bigint: 'money',
  currency: 'money',
  numeric: 'money',
  float: 'float',
  double: 'float',
  datetime: 'moment',
  text: 'text',
  memo: 'text',
  repid: 'text',
}

export const columnType = (type: Column['type']): ColumnType => types[type] ?? 'other'

/** Pictures, attachments and other bytes are null: nobody asks for them. */
export function toCell(type: Column['type'], value: Value | undefined): Cell {
  if (value === null || value === undefined) return type === 'boolean' ? false : null
  // A single has seven digits; what a double makes of the rest is noise.
  if (type === 'float') return Number(Number(value).toPrecision(7))
  if (value instanceof Date) return toMoment(value)
  if (typeof value === 'bigint') return fromTenThousandths(value)
  return typeof value === 'object' ? null : value
}

/** Jet keeps days as a double: what is left of a second is the rounding of that. */
function toMoment(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000)
  return Number.isNaN(seconds) ? '' : new Date(seconds * 1000).toISOString().slice(0, 19)
}

function fromTenThousandths(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(5, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`
}
