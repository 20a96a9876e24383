// The pages of one moment as the buffer that mdb-reader wants, with what mdb-reader 3.2 cannot read rightly set right on the way:
// amounts, rows older than their table's newest column, and long texts beside removed ones.
import { decodePage, withoutKey } from './encoding.ts'
import { type Pages, pageSize, pageTypes } from './pages.ts'
import { completeRows, unmarkRows } from './rows-of-page.ts'
import { findMap, mapPage, type ReadPage, readMap } from './usage-map.ts'

export type PageBuffer = {
  readonly buffer: Buffer
  /** The pages with rows of the table whose definition begins on that page, in parts. */
  readonly partsOf: (definition: number) => readonly (readonly number[])[]
  /** While `work` opens the table, it has the rows of these pages only. */
  readonly withPart: <Result>(definition: number, part: readonly number[], work: () => Result) => Result
}

/** Of the whole file mdb-reader uses nothing but its first page, its length and slices of it (MDBReader.js, Database.js): no more
 *  is given. */
export function toBuffer(pages: Pages): PageBuffer {
  const encoded = pages.at(0) ?? Buffer.alloc(pageSize)
  const first = withoutKey(encoded)
  const read: ReadPage = (number) => {
    const page = pages.at(number)
    return page === null || pages.plain ? page : decodePage(page, number, encoded)
  }
  const define = createDefinitions()
  const columnsOf = createColumnCounts(read)
  let inPlaceOf: { readonly number: number; readonly bytes: Buffer } | null = null
  const slice = (start = 0, end = start): Buffer => {
    if (start < pageSize) return Buffer.from(first.subarray(start, end))
    const number = start / pageSize
    if (number === inPlaceOf?.number) return inPlaceOf.bytes
    const page = read(number)
    if (page === null) return Buffer.alloc(0)
    if (page[0] === pageTypes.definition) return define(page, number)
    if (page[0] !== pageTypes.data) return page
    return isLong(page) ? unmarkRows(page) : completeRows(page, columnsOf(page.readUInt32LE(4)))
  }
  return {
    buffer: Object.defineProperties(first, { length: { value: pages.size }, slice: { value: slice } }),
    partsOf: (definition) => readMap(read, findMap(read, definition)),
    withPart: (definition, part, work) => {
      const place = findMap(read, definition)
      inPlaceOf = { number: place.page, bytes: mapPage(pageSize, place, part) }
      try {
        return work()
      } finally {
        inPlaceOf = null
      }
    },
  }
}

export const isLong = (page: Buffer): boolean => page.toString('latin1', 4, 8) === 'LVAL'

/** By a definition's page: how many columns a row of the table has when it is written now, those that were removed included; 0:
 *  cannot be told. */
function createColumnCounts(read: ReadPage): (definition: number) => number {
  const known = new Map<number, number>()
  return (definition) => {
    const count = known.get(definition)
    if (count !== undefined) return count
    const page = read(definition)
    const columns = page?.[0] === pageTypes.definition ? page.readUInt16LE(41) : 0
    known.set(definition, columns)
    return columns
  }
}

/** 255 columns with long names fill some ten pages. */
const mostPages = 100
const [currency, largeNumber] = [0x05, 0x13]

/** Definitions in which an amount is a whole number of eight bytes (which it is, in ten thousandths): as an amount mdb-reader
 *  takes long over it, and turns a negative one round in the page itself, so that it is positive the next time. */
function createDefinitions() {
  let [next, base, count, types] = [0, 0, 0, [] as readonly number[]]
  return (page: Buffer, number: number): Buffer => {
    const copy = Buffer.from(page)
    // The pages of one definition are asked for one after the other.
    const isFirst = number !== next
    if (isFirst) types = typePlaces(page)
    base = isFirst ? 0 : base + pageSize - 8
    count = isFirst ? 1 : count + 1
    if (count > mostPages) throw new Error('the pages of a table definition go round in a circle')
    next = page.readUInt32LE(4)
    for (const place of types) {
      const at = place - base
      if (at >= (isFirst ? 0 : 8) && at < pageSize && copy[at] === currency) copy[at] = largeNumber
    }
    return copy
  }
}

/** Where the types of the columns stand, in a definition whose pages follow each other without their first eight bytes. */
function typePlaces(page: Buffer): readonly number[] {
  const [columns, indexes] = [page.readUInt16LE(45), page.readUInt32LE(51)]
  return Array.from({ length: columns }, (_, column) => 63 + 12 * indexes + 25 * column)
}
