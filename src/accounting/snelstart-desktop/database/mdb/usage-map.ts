// Which pages hold a table's rows (facts: mdbtools, HACKING), and a map of some of them only: mdb-reader can only begin at a row by
// walking over all before it, but it walks no further than a map goes.

/** A page of the file by its number; null: not there. */
export type ReadPage = (number: number) => Buffer | null

/** Where a table's map stands. */
export type MapPlace = { readonly page: number; readonly row: number }

/** So many pages together, no further apart than their map has room for. */
const mostPages = 32
const widest = 24_000
const offsetsAt = 14
const offsetMask = 0x1fff

/** Throws where there is no definition on that page. */
export function findMap(read: ReadPage, definition: number): MapPlace {
  const place = page(read, definition).readUInt32LE(55)
  return { page: place >>> 8, row: place & 0xff }
}

/** In the order of the file, divided into parts of bounded size. */
export function readMap(read: ReadPage, place: MapPlace): readonly (readonly number[])[] {
  const parts: number[][] = []
  for (const number of pagesOf(read, rowOf(page(read, place.page), place.row))) {
    const part = parts.at(-1)
    if (part === undefined || part.length >= mostPages || number - (part[0] ?? 0) >= widest) parts.push([number])
    else part.push(number)
  }
  return parts
}

/** The page that a map stands on, with nothing on it but the map of these pages. */
export function mapPage(size: number, { row }: MapPlace, pages: readonly number[]): Buffer {
  const [first = 0, last = first] = [pages[0], pages.at(-1)]
  const length = 5 + Math.floor((last - first) / 8) + 1
  const [bytes, start] = [Buffer.alloc(size), size - length]
  bytes.writeUInt8(1, 0)
  if (row > 0) bytes.writeUInt16LE(size, offsetsAt + 2 * (row - 1))
  bytes.writeUInt16LE(start, offsetsAt + 2 * row)
  bytes.writeUInt32LE(first, start + 1)
  for (const number of pages) {
    const at = start + 5 + ((number - first) >> 3)
    bytes.writeUInt8((bytes[at] ?? 0) | (1 << ((number - first) & 7)), at)
  }
  return bytes
}

function* pagesOf(read: ReadPage, map: Buffer): Generator<number> {
  if (map[0] === 0) yield* bitsOf(map.subarray(5), map.readUInt32LE(1))
  else if (map[0] === 1)
    for (let index = 0; 5 + 4 * index <= map.length; index++) {
      const number = map.readUInt32LE(1 + 4 * index)
      if (number === 0) continue
      const bits = page(read, number).subarray(4)
      yield* bitsOf(bits, index * bits.length * 8)
    }
  else throw new Error(`unknown kind of usage map: ${map[0]}`)
}

function* bitsOf(bytes: Buffer, from: number): Generator<number> {
  for (const [at, byte] of bytes.entries())
    for (let bit = 0; byte >> bit > 0; bit++) if ((byte >> bit) & 1) yield from + 8 * at + bit
}

function rowOf(bytes: Buffer, row: number): Buffer {
  const start = bytes.readUInt16LE(offsetsAt + 2 * row) & offsetMask
  const end = row === 0 ? bytes.length : bytes.readUInt16LE(offsetsAt + 2 * (row - 1)) & offsetMask
  return bytes.subarray(start, end)
}

function page(read: ReadPage, number: number): Buffer {
  const found = read(number)
  if (found === null) throw new Error(`page ${number} is not there`)
  return found
}
