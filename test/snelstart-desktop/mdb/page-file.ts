// A file of pages that is written page by page, so that a table of any length needs no memory.
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { rc4 } from './header.ts'
import { pageSize } from './table-layout.ts'

export type PageFile = {
  /** The number of a page that is not written yet. */
  readonly reserve: () => number
  readonly write: (page: number, bytes: Buffer) => void
  readonly close: () => void
}

/** `encoding` 0: none. */
export function createPageFile(path: string, encoding: number): PageFile {
  const file = openSync(path, 'w')
  let pages = 0
  return {
    reserve: () => pages++,
    write: (page, bytes) => {
      const encoded = encoding === 0 || page === 0 ? bytes : encode(bytes, encoding, page)
      writeSync(file, encoded, 0, pageSize, page * pageSize)
    },
    close: () => {
      ftruncateSync(file, pages * pageSize)
      closeSync(file)
    },
  }
}

function encode(bytes: Buffer, encoding: number, page: number): Buffer {
  const [key, copy] = [Buffer.alloc(4), Buffer.from(bytes)]
  key.writeInt32LE(encoding ^ page)
  rc4(key, copy)
  return copy
}

/** Rows on a page of the type 1, from its end towards its begin. */
export function createRowsPage(owner: number | 'LVAL') {
  const page = Buffer.alloc(pageSize)
  let [rows, place] = [0, pageSize]
  page.writeUInt16LE(0x0101, 0)
  if (owner === 'LVAL') page.write(owner, 4, 'latin1')
  else page.writeUInt32LE(owner, 4)
  return {
    /** Gives the row's number on the page, or null: it does not fit. `flags`: 0x4000 skipped, 0x8000 found through another. */
    add: (row: Buffer, flags = 0): number | null => {
      if (place - row.length < 14 + 2 * (rows + 1) || rows === 255) return null
      place -= row.length
      row.copy(page, place)
      page.writeUInt16LE(place | flags, 14 + 2 * rows)
      rows += 1
      page.writeUInt16LE(rows, 12)
      page.writeUInt16LE(place - 14 - 2 * rows, 2)
      return rows - 1
    },
    isEmpty: () => rows === 0,
    bytes: () => page,
  }
}

const mapPages = (pageSize - 4) * 8

/** Writes which pages are a table's; gives the page and row of that, as a definition wants it. */
export function writeUsageMap(file: PageFile, pages: readonly number[]): number {
  const maps = new Map<number, Buffer>()
  for (const page of pages) {
    const index = Math.floor(page / mapPages)
    const map = maps.get(index) ?? Buffer.alloc(pageSize)
    const [byte, bit] = [4 + ((page % mapPages) >> 3), page & 7]
    map[byte] = (map[byte] ?? 0) | (1 << bit)
    maps.set(index, map)
  }
  const row = Buffer.alloc(1 + 4 * 17)
  row.writeUInt8(1)
  for (const [index, map] of maps) {
    const place = file.reserve()
    map.writeUInt16LE(0x0105, 0)
    file.write(place, map)
    row.writeUInt32LE(place, 1 + 4 * index)
  }
  const page = file.reserve()
  const holder = createRowsPage(0)
  const number = holder.add(row) ?? 0
  file.write(page, holder.bytes())
  return (page << 8) | number
}
