// A row as Jet 4 keeps it: number of columns, fixed part, variable part, where each variable value begins, and a bit per column
// for what is not null (of a yes/no: for yes).
import type { SampleCell, SampleRow } from '../tables.ts'
import type { ColumnPlace, Layout } from './table-layout.ts'

/** Puts a long text somewhere; gives what stands in the row in its place. */
export type PutMemo = (text: Buffer) => Buffer

/** `first`: how many of the columns the row was written with; the others were added to the table later. */
export function encodeRow(layout: Layout, row: SampleRow, putMemo: PutMemo, first = layout.columns.length): Buffer {
  const columns = layout.columns.slice(0, first)
  const numbers = first === layout.columns.length ? layout.numbers : (columns.at(-1)?.number ?? -1) + 1
  const fixedBytes = layout.columns[first]?.offset ?? layout.fixedBytes
  const head = Buffer.alloc(2 + fixedBytes)
  head.writeUInt16LE(numbers)
  const mask = Buffer.alloc(Math.ceil(numbers / 8))
  // What is left of the last byte means nothing; the worst it can hold is ones.
  if (numbers % 8 > 0) mask[mask.length - 1] = 0xff & (0xff << (numbers % 8))
  const values: Buffer[] = []
  for (const column of columns) {
    const value = row[column.name] ?? null
    const byte = column.number >> 3
    if (value !== null && value !== false) mask[byte] = (mask[byte] ?? 0) | (1 << (column.number & 7))
    if (column.offset === null) values.push(value === null ? Buffer.alloc(0) : encodeVariable(column, value, putMemo))
    else if (value !== null) writeFixed(head, 2 + column.offset, column, value)
  }
  return Buffer.concat([head, ...values, encodeEnds(values, head.length), mask])
}

/** From behind: where the first variable value begins, the second …, where the last one ends; before that, in file order, last first. */
function encodeEnds(values: readonly Buffer[], start: number): Buffer {
  const ends = Buffer.alloc(2 * (values.length + 1) + 2)
  let place = start
  for (const [index, value] of [...values, Buffer.alloc(0)].entries()) {
    ends.writeUInt16LE(place, 2 * (values.length - index))
    place += value.length
  }
  ends.writeUInt16LE(values.length, ends.length - 2)
  return ends
}

function writeFixed(into: Buffer, at: number, { type, name }: ColumnPlace, value: SampleCell): void {
  switch (type) {
    case 'boolean':
      return
    case 'integer':
      into.writeInt32LE(Number(value), at)
      return
    case 'float':
      into.writeDoubleLE(Number(value), at)
      return
    case 'money':
      into.writeBigInt64LE(toTenThousandths(String(value)), at)
      return
    case 'moment':
      into.writeDoubleLE(Date.parse(`${String(value)}Z`) / 86_400_000 + 25_569, at)
      return
    default:
      throw new Error(`${name} has no fixed length`)
  }
}

function toTenThousandths(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(text)
  if (match === null) throw new Error(`no amount of four decimals: ${text}`)
  const amount = BigInt(`${match[2] ?? ''}${(match[3] ?? '').padEnd(4, '0')}`)
  return match[1] === '-' ? -amount : amount
}

function encodeVariable(column: ColumnPlace, value: SampleCell, putMemo: PutMemo): Buffer {
  const text = encodeText(String(value))
  return column.type === 'memo' ? putMemo(text) : text
}

/** With one byte a letter where Latin 1 will do, as Access does from four letters on. */
function encodeText(text: string): Buffer {
  const isNarrow = text.length > 3 && [...text].every((letter) => letter > '\0' && letter <= '\u00ff')
  return isNarrow
    ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'latin1')])
    : Buffer.from(text, 'utf16le')
}
