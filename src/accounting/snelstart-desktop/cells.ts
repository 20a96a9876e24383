// Values of SnelStart's rows as the core's own kinds. Pure.
import type { CalendarDate, RemoteId } from '../../core/ids.ts'
import { type Decimal, parseDecimal } from '../../core/money.ts'
import type { Cell } from './database/database.ts'
import { toRemoteId } from './tables.ts'

type Of<Column extends string> = Readonly<Record<Column, Cell>>

/** '' where there is none. */
export const textOf = <Column extends string>(row: Of<Column>, column: Column): string => {
  const value = row[column]
  return value === null ? '' : String(value)
}

/** null: none, or no whole number. */
export function integerOf<Column extends string>(row: Of<Column>, column: Column): number | null {
  const value = row[column]
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}

export const flagOf = <Column extends string>(row: Of<Column>, column: Column): boolean => {
  const value = row[column]
  return value === true || (typeof value === 'number' && value !== 0)
}

/** Money comes as text; a float becomes the decimal of its shortest text, which is the one that was typed in. */
export function decimalOf<Column extends string>(row: Of<Column>, column: Column): Decimal | null {
  const value = row[column]
  return typeof value === 'boolean' ? null : parseDecimal(typeof value === 'number' ? plainText(value) : value)
}

/** Below a millionth JavaScript writes an exponent; nothing that is counted or paid is that small. */
const plainText = (value: number): string => (/e/.test(String(value)) ? value.toFixed(6) : String(value))

export const dayOf = <Column extends string>(row: Of<Column>, column: Column): CalendarDate | null =>
  (textOf(row, column).slice(0, 10) || null) as CalendarDate | null

/** Of a row that this one points to. null: none; SnelStart writes null or 0. */
export function keyOf<Column extends string>(row: Of<Column>, column: Column): number | null {
  const key = integerOf(row, column)
  return key === 0 ? null : key
}

export function idOf<Column extends string>(row: Of<Column>, column: Column): RemoteId | null {
  const key = keyOf(row, column)
  return key === null ? null : toRemoteId(key)
}

/** The key that an id of the desktop is; null: an id of another kind of administration. */
export const keyOfId = (id: RemoteId): number | null => wholeNumberOf(id)

/** As the database's 32 bits can hold; null: no key or code of a row. */
export function wholeNumberOf(text: string): number | null {
  const number = /^-?\d{1,10}$/.test(text) ? Number(text) : null
  return number !== null && Math.abs(number) < 2 ** 31 ? number : null
}
