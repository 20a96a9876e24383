// A zip with one file in it, as a product list comes.
import { crc32, deflateRawSync } from 'node:zlib'

export function zipOne(name: string, content: string): Buffer {
  const raw = Buffer.from(content)
  const packed = deflateRawSync(raw)
  const fileName = Buffer.from(name)
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(crc32(raw), 0)
  sizes.writeUInt32LE(packed.length, 4)
  sizes.writeUInt32LE(raw.length, 8)
  const common = Buffer.alloc(10)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  const nameLength = Buffer.alloc(4)
  nameLength.writeUInt16LE(fileName.length, 0)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, sizes, nameLength, fileName, packed])
  const madeBy = Buffer.from([20, 0])
  const rest = Buffer.alloc(14)
  const entry = Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, common, sizes, nameLength, rest, fileName])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(entry.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, entry, Buffer.from('PK\x05\x06', 'latin1'), end])
}
