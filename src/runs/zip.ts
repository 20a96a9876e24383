// A zip file written while its contents come: sizes and checksums follow each file (PKWARE's APPNOTE.TXT, 4.3.9). No file in it
// may reach 4 GB, which is far beyond what is exported here.
import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ZipEntry = { readonly name: string; readonly content: string | Uint8Array | AsyncIterable<string> }

type Written = {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

/** Version 2.0, needed for deflate; bit 3: sizes follow the data; bit 11: names in UTF-8; method 8: deflate. */
const needs = 20
const flags = 0x0808
const deflate = 8
/** 1 January 1980: when a file was made says nothing here. */
const noDate = 0x0021

/** Gives the file in pieces, at the pace at which they are taken. */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncIterable<Uint8Array> {
  const written: Written[] = []
  let at = 0
  const counted = <Piece extends Uint8Array>(piece: Piece): Piece => {
    at += piece.length
    return piece
  }
  for await (const { name, content } of entries) {
    const file = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at }
    yield counted(Buffer.concat([localHeader(file.name), file.name]))
    for await (const piece of pack(content, file)) yield counted(piece)
    yield counted(sizes(file))
    written.push(file)
  }
  const begin = at
  for (const file of written) yield counted(Buffer.concat([centralHeader(file), file.name]))
  yield end(written.length, at - begin, begin)
}

type Counts = { crc: number; packed: number; size: number }

async function* pack(content: ZipEntry['content'], counts: Counts): AsyncIterable<Uint8Array> {
  const source = Readable.from(measure(content, counts), { objectMode: false })
  // Ends both where either fails, and where nobody takes the pieces any more; its error comes out of the loop below.
  const packer = pipeline(source, createDeflateRaw(), () => {})
  for await (const piece of packer) {
    counts.packed += (piece as Buffer).length
    yield piece as Buffer
  }
}

async function* measure(content: ZipEntry['content'], counts: Counts): AsyncIterable<Uint8Array> {
  const isWhole = typeof content === 'string' || content instanceof Uint8Array
  for await (const piece of isWhole ? [content] : content) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    counts.crc = crc32(bytes, counts.crc)
    counts.size += bytes.length
    yield bytes
  }
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(needs, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(deflate, 8)
  header.writeUInt16LE(noDate, 12)
  header.writeUInt16LE(name.length, 26)
  return header
}

function sizes({ crc, packed, size }: Counts): Buffer {
  const trailer = Buffer.alloc(16)
  trailer.writeUInt32LE(0x08074b50, 0)
  trailer.writeUInt32LE(crc, 4)
  trailer.writeUInt32LE(packed, 8)
  trailer.writeUInt32LE(size, 12)
  return trailer
}

function centralHeader({ name, crc, packed, size, at }: Written): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(needs, 4)
  header.writeUInt16LE(needs, 6)
  header.writeUInt16LE(flags, 8)
  header.writeUInt16LE(deflate, 10)
  header.writeUInt16LE(noDate, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(at, 42)
  return header
}

function end(count: number, length: number, begin: number): Buffer {
  const trailer = Buffer.alloc(22)
  trailer.writeUInt32LE(0x06054b50, 0)
  trailer.writeUInt16LE(count, 8)
  trailer.writeUInt16LE(count, 10)
  trailer.writeUInt32LE(length, 12)
  trailer.writeUInt32LE(begin, 16)
  return trailer
}
