// Reads what PHP's serialize() writes (OpenCart 2.0 custom fields, settings before 2.1). Data only: objects are read as maps.

/** The value, or null where the text is no whole serialized value. Strings are counted in bytes, as PHP does. */
export function readPhpSerialized(text: string): unknown {
  const bytes = new TextEncoder().encode(text)
  const reader = { bytes, at: 0 }
  try {
    return readValue(reader, 0)
  } catch {
    // Cut or damaged text (serialize() counts bytes, so one changed character breaks it): nothing to read.
    return null
  }
}

type Reader = { readonly bytes: Uint8Array; at: number }

function readValue(reader: Reader, depth: number): unknown {
  if (depth > 20) throw new RangeError('too deep')
  const kind = String.fromCharCode(reader.bytes[reader.at] ?? 0)
  reader.at += 2
  switch (kind) {
    case 'N':
      return null
    case 'b':
      return readUntil(reader, ';') === '1'
    case 'i':
    case 'd':
      return readUntil(reader, ';')
    case 's':
      return readString(reader)
    case 'a':
      return readMap(reader, depth)
    default:
      throw new RangeError(`unknown kind ${kind}`)
  }
}

function readUntil(reader: Reader, end: string): string {
  const stop = reader.bytes.indexOf(end.charCodeAt(0), reader.at)
  if (stop < 0) throw new RangeError('cut')
  const text = new TextDecoder().decode(reader.bytes.subarray(reader.at, stop))
  reader.at = stop + 1
  return text
}

function readString(reader: Reader): string {
  const length = readLength(reader)
  const start = reader.at + 1
  if (start + length + 2 > reader.bytes.length) throw new RangeError('cut')
  reader.at = start + length + 2
  return new TextDecoder().decode(reader.bytes.subarray(start, start + length))
}

function readMap(reader: Reader, depth: number): Record<string, unknown> {
  const count = readLength(reader)
  reader.at += 1
  const map: Record<string, unknown> = Object.create(null)
  for (let index = 0; index < count; index++) {
    const key = String(readValue(reader, depth + 1))
    map[key] = readValue(reader, depth + 1)
  }
  reader.at += 1
  return map
}

function readLength(reader: Reader): number {
  const length = Number(readUntil(reader, ':'))
  if (!Number.isInteger(length) || length < 0 || length > reader.bytes.length) throw new RangeError('bad length')
  return length
}
