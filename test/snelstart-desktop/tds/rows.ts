// Rows of an answer as bytes, into one buffer that grows: the stand-in must not be what a measure measures.
import type { Dialect, TdsCell, TdsColumn, TdsType } from './tokens.ts'

/** All rows; `ends[n]`: where row n ends. */
export function toRows(
  dialect: Dialect,
  columns: readonly TdsColumn[],
  rows: readonly (readonly TdsCell[])[],
): { readonly bytes: Buffer; readonly ends: readonly number[] } {
  let bytes = Buffer.allocUnsafe(64 * 1024)
  let at = 0
  const ends: number[] = []
  for (const row of rows) {
    const size = row.reduce<number>((sum, cell) => sum + 48 + (typeof cell === 'string' ? cell.length * 2 : 0), 1)
    if (at + size > bytes.length) bytes = Buffer.concat([bytes.subarray(0, at)], (at + size) * 2)
    at = bytes.writeUInt8(0xd1, at)
    columns.forEach(({ type }, index) => {
      at = writeCell(bytes, at, dialect, type, row[index] ?? null)
    })
    ends.push(at)
  }
  return { bytes: bytes.subarray(0, at), ends }
}

function writeCell(bytes: Buffer, at: number, dialect: Dialect, type: TdsType, cell: TdsCell): number {
  switch (type) {
    case 'int':
      return cell === null ? bytes.writeUInt8(0, at) : bytes.writeInt32LE(Number(cell), bytes.writeUInt8(4, at))
    case 'bigint':
      return cell === null ? bytes.writeUInt8(0, at) : bytes.writeBigInt64LE(BigInt(cell), bytes.writeUInt8(8, at))
    case 'bit':
      return cell === null ? bytes.writeUInt8(0, at) : bytes.writeUInt8(Number(cell), bytes.writeUInt8(1, at))
    case 'float':
      return cell === null ? bytes.writeUInt8(0, at) : bytes.writeDoubleLE(Number(cell), bytes.writeUInt8(8, at))
    case 'max':
      return dialect >= 72 ? writeChunked(bytes, at, cell) : writeLong(bytes, at, cell)
    case 'nvarchar':
    case 'varchar':
      return writeText(bytes, at, cell, type === 'varchar' ? 'latin1' : 'utf16le')
  }
}

function writeText(bytes: Buffer, at: number, cell: TdsCell, encoding: 'latin1' | 'utf16le'): number {
  if (cell === null) return bytes.writeUInt16LE(0xffff, at)
  const size = bytes.write(String(cell), at + 2, encoding)
  if (size > 8000) throw new Error('a text that no nvarchar(4000) holds: give its column the type memo')
  bytes.writeUInt16LE(size, at)
  return at + 2 + size
}

function writeChunked(bytes: Buffer, at: number, cell: TdsCell): number {
  if (cell === null) return bytes.writeBigUInt64LE(0xffffffffffffffffn, at)
  const size = bytes.write(String(cell), at + 12, 'utf16le')
  bytes.writeBigUInt64LE(BigInt(size), at)
  bytes.writeUInt32LE(size, at + 8)
  return size === 0 ? bytes.writeUInt32LE(0, at + 8) : bytes.writeUInt32LE(0, at + 12 + size)
}

/** ntext: a pointer of 16 bytes and a time of 8 that nobody looks at, then the text. */
function writeLong(bytes: Buffer, at: number, cell: TdsCell): number {
  if (cell === null) return bytes.writeUInt8(0, at)
  bytes.writeUInt8(16, at)
  bytes.fill(1, at + 1, at + 25)
  const size = bytes.write(String(cell), at + 29, 'utf16le')
  bytes.writeUInt32LE(size, at + 25)
  return at + 29 + size
}
