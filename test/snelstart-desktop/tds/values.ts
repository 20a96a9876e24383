// One value with its type before it, as parameters come.

export type Value = string | number | null

type Read = { readonly value: Value; readonly end: number }

export function readValue(bytes: Buffer, start: number, dialect: number): Read {
  const type = bytes.readUInt8(start)
  const sorting = dialect >= 71 ? 5 : 0
  switch (type) {
    case 0x26:
    case 0x68:
    case 0x6d:
      return readSized(bytes, start + 2, type === 0x6d)
    case 0x38:
      return { value: bytes.readInt32LE(start + 1), end: start + 5 }
    case 0xe7:
    case 0xa7:
      return readText(
        bytes,
        start + 3 + sorting,
        bytes.readUInt16LE(start + 1) === 0xffff,
        type === 0xe7 ? 'utf16le' : 'latin1',
      )
    case 0x63:
      return readLong(bytes, start + 5 + sorting)
    default:
      throw new Error(`a parameter of type 0x${type.toString(16)}`)
  }
}

function readSized(bytes: Buffer, at: number, isFloat: boolean): Read {
  const size = bytes.readUInt8(at)
  const end = at + 1 + size
  if (size === 0) return { value: null, end }
  if (isFloat) return { value: size === 4 ? bytes.readFloatLE(at + 1) : bytes.readDoubleLE(at + 1), end }
  return { value: size === 8 ? Number(bytes.readBigInt64LE(at + 1)) : bytes.readIntLE(at + 1, size), end }
}

function readText(bytes: Buffer, at: number, isChunked: boolean, encoding: 'utf16le' | 'latin1'): Read {
  if (isChunked) return readChunks(bytes, at, encoding)
  const size = bytes.readUInt16LE(at)
  if (size === 0xffff) return { value: null, end: at + 2 }
  return { value: bytes.toString(encoding, at + 2, at + 2 + size), end: at + 2 + size }
}

function readChunks(bytes: Buffer, at: number, encoding: 'utf16le' | 'latin1'): Read {
  if (bytes.readBigUInt64LE(at) === 0xffffffffffffffffn) return { value: null, end: at + 8 }
  const parts: Buffer[] = []
  let place = at + 8
  for (let size = bytes.readUInt32LE(place); size > 0; size = bytes.readUInt32LE(place)) {
    parts.push(bytes.subarray(place + 4, place + 4 + size))
    place += 4 + size
  }
  return { value: Buffer.concat(parts).toString(encoding), end: place + 4 }
}

function readLong(bytes: Buffer, at: number): Read {
  const size = bytes.readUInt32LE(at)
  if (size === 0xffffffff) return { value: null, end: at + 4 }
  return { value: bytes.toString('utf16le', at + 4, at + 4 + size), end: at + 4 + size }
}
