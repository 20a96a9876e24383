// The first page of an Access 2000/2003 file: who made it, and, under a fixed key, its password and date.
import { pageSize } from './table-layout.ts'

export function createHeader(password: string | null, encoding: number): Buffer {
  const page = Buffer.alloc(pageSize)
  page.writeUInt32LE(0x0100, 0)
  page.write('Standard Jet DB', 4, 'latin1')
  page.writeUInt8(1, 0x14)
  page.writeUInt16LE(1252, 0x3c)
  page.writeUInt32LE(encoding, 0x3e)
  page.writeUInt32LE(0x0409, 0x6e)
  const days = 46_000
  page.writeDoubleLE(days + 0.5, 0x72)
  const mask = Buffer.alloc(4)
  mask.writeInt32LE(days)
  const secret = Buffer.alloc(40)
  secret.write(password ?? '', 'utf16le')
  for (const [index, byte] of secret.entries()) page[0x42 + index] = byte ^ (mask[index % 4] ?? 0)
  rc4(Buffer.from([0xc7, 0xda, 0x39, 0x6b]), page.subarray(0x18, 0x98))
  return page
}

/** In place; the same again gives back what was there. */
export function rc4(key: Buffer, bytes: Buffer): void {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const swap = (one: number, other: number): void => {
    const held = state[one]!
    state[one] = state[other]!
    state[other] = held
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 0xff
    swap(i, j)
  }
  for (let at = 0, i = 0, j = 0; at < bytes.length; at++) {
    i = (i + 1) & 0xff
    j = (j + state[i]!) & 0xff
    swap(i, j)
    bytes[at] = bytes[at]! ^ state[(state[i]! + state[j]!) & 0xff]!
  }
}
