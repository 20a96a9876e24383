// How a table lies in a Jet 4 file (facts: mdbtools, HACKING; mdb-reader): its columns with their places in a row, and the pages
// that define it.
import type { SampleColumn } from '../tables.ts'

export const pageSize = 4096

export type ColumnPlace = SampleColumn & {
  /** Place in the mask of what is not null. A column that was removed leaves its number unused. */
  readonly number: number
  /** Among the columns of fixed length, in bytes; null: of variable length. */
  readonly offset: number | null
  /** Among the columns of variable length. */
  readonly variable: number
}
export type Layout = {
  readonly columns: readonly ColumnPlace[]
  readonly fixedBytes: number
  readonly variables: number
  /** Numbers given out, those of removed columns included. */
  readonly numbers: number
}

const codes = { boolean: 1, integer: 4, money: 5, float: 7, moment: 8, text: 10, memo: 12 } as const
const sizes = { boolean: 0, integer: 4, money: 8, float: 8, moment: 8, text: null, memo: null } as const

/** `removed`: numbers that a column had once (of four bytes each), which are passed over. */
export function layOut(columns: readonly SampleColumn[], removed: readonly number[] = []): Layout {
  let [fixedBytes, variables, number] = [0, 0, 0]
  const pass = (): void => {
    while (removed.includes(number)) {
      number += 1
      fixedBytes += 4
    }
  }
  const places = columns.map((column): ColumnPlace => {
    pass()
    const size = sizes[column.type]
    const place = { ...column, number, offset: size === null ? null : fixedBytes, variable: variables }
    number += 1
    if (size === null) variables += 1
    else fixedBytes += size
    return place
  })
  pass()
  return { columns: places, fixedBytes, variables, numbers: number }
}

/** The definition, to be divided over pages: everything behind the eight bytes that each of those begins with. `maps`: page and row
 *  of the usage map, twice. */
export function defineTable(
  layout: Layout,
  rowCount: number,
  maps: { readonly used: number; readonly free: number },
): Buffer {
  const head = Buffer.alloc(55)
  head.writeUInt32LE(1625, 4)
  head.writeUInt32LE(rowCount, 8)
  head.writeUInt32LE(rowCount + 1, 12)
  head.writeUInt8(0x4e, 32)
  head.writeUInt16LE(layout.numbers, 33)
  head.writeUInt16LE(layout.variables, 35)
  head.writeUInt16LE(layout.columns.length, 37)
  head.writeUInt32LE(maps.used, 47)
  head.writeUInt32LE(maps.free, 51)
  const names = layout.columns.map(({ name }) => withLength(Buffer.from(name, 'utf16le')))
  const whole = Buffer.concat([head, ...layout.columns.map(defineColumn), ...names, Buffer.from([0xff, 0xff])])
  whole.writeUInt32LE(whole.length, 0)
  return whole
}

function defineColumn({ type, number, offset, variable, key }: ColumnPlace): Buffer {
  const entry = Buffer.alloc(25)
  entry.writeUInt8(codes[type], 0)
  entry.writeUInt32LE(1625, 1)
  entry.writeUInt16LE(number, 5)
  entry.writeUInt16LE(variable, 7)
  entry.writeUInt16LE(number, 9)
  if (type === 'text' || type === 'memo') entry.writeUInt16LE(0x0409, 11)
  entry.writeUInt8((offset === null ? 0 : 1) | 2 | (key ? 4 : 0), 15)
  entry.writeUInt8(type === 'text' ? 1 : 0, 16)
  entry.writeUInt16LE(offset ?? 0, 21)
  entry.writeUInt16LE(type === 'text' ? 510 : type === 'boolean' ? 1 : (sizes[type] ?? 0), 23)
  return entry
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16LE(bytes.length)
  return Buffer.concat([length, bytes])
}
