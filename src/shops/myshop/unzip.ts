// The one file inside a zip, which is how myShop gives a product list (reference/myshop.md, 2). Reads the list of contents at the end,
// because sizes at the front may be left open.
import { inflateRawSync } from 'node:zlib'

const endMark = 0x06054b50
const entryMark = 0x02014b50

/** null: no zip, one with more or less than one file, a packing that we do not know, or larger than `maxBytes`. */
export function unzipOnly(bytes: Uint8Array, maxBytes: number): Uint8Array | null {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== endMark || zip.readUInt16LE(end + 10) !== 1)
    return null
  try {
    return unpack(zip, zip.readUInt32LE(end + 16), maxBytes)
  } catch {
    // Offsets outside the file, or packed data that is none.
    return null
  }
}

function unpack(zip: Buffer, entry: number, maxBytes: number): Uint8Array | null {
  if (zip.readUInt32LE(entry) !== entryMark) return null
  const method = zip.readUInt16LE(entry + 10)
  const size = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const packed = zip.subarray(from, from + size)
  if (method === 0) return packed
  return method === 8 ? inflateRawSync(packed, { maxOutputLength: maxBytes }) : null
}
