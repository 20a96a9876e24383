// Bytes of a file → text, piece by piece. Senders mix UTF-8 and Windows-1252 within one file, so what is not valid UTF-8 is read
// as Windows-1252, byte by byte; a byte order mark decides before anything else.

export type Charset = 'auto' | 'utf-8' | 'windows-1252'

type Western = InstanceType<typeof TextDecoder>

export type Decoder = {
  readonly write: (bytes: Uint8Array) => string
  readonly end: () => string
  /** What it turned out to be so far. */
  readonly found: () => 'utf-8' | 'windows-1252' | 'utf-16'
}

export function createDecoder(charset: Charset): Decoder {
  let kept: Uint8Array = new Uint8Array()
  let wide: Western | null = null
  let begun = false
  let repaired = false
  const western = new TextDecoder('windows-1252')

  const decode = (bytes: Uint8Array, last: boolean): string => {
    if (wide !== null) return wide.decode(bytes, { stream: !last })
    if (charset === 'windows-1252') return western.decode(bytes)
    const joined = kept.length === 0 ? bytes : Buffer.concat([kept, bytes])
    const whole = last ? joined.length : completeLength(joined)
    kept = joined.slice(whole)
    const part = joined.subarray(0, whole)
    try {
      return new TextDecoder('utf-8', { fatal: charset === 'auto', ignoreBOM: true }).decode(part)
    } catch {
      repaired = true
      return repair(part, western)
    }
  }
  const begin = (bytes: Uint8Array): Uint8Array => {
    begun = true
    const [first, second, third] = bytes
    if (first === 0xff && second === 0xfe) wide = new TextDecoder('utf-16le')
    if (first === 0xfe && second === 0xff) wide = new TextDecoder('utf-16be')
    return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes
  }
  return {
    write: (bytes) => decode(begun || bytes.length === 0 ? bytes : begin(bytes), false),
    end: () => decode(new Uint8Array(), true),
    found: () => (wide !== null ? 'utf-16' : charset === 'windows-1252' || repaired ? 'windows-1252' : 'utf-8'),
  }
}

/** How many bytes a UTF-8 character takes by its first byte; 0: none begins with it. */
const lengthOf = (first: number): number =>
  first < 0x80
    ? 1
    : first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0

/** Without a character at the end whose other bytes are still to come. */
function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const length = lengthOf(bytes[bytes.length - back] ?? 0)
    if (length > back) return bytes.length - back
    if (length > 0) break
  }
  return bytes.length
}

const continues = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

function repair(bytes: Uint8Array, western: Western): string {
  const good = new TextDecoder('utf-8', { ignoreBOM: true })
  const parts: string[] = []
  let from = 0
  let at = 0
  while (at < bytes.length) {
    const length = lengthOf(bytes[at] ?? 0)
    const rest = Array.from({ length: Math.max(0, length - 1) }, (_, index) => bytes[at + 1 + index])
    if (length > 0 && rest.every(continues)) {
      at += length
      continue
    }
    parts.push(good.decode(bytes.subarray(from, at)), western.decode(bytes.subarray(at, at + 1)))
    at += 1
    from = at
  }
  return parts.join('') + good.decode(bytes.subarray(from))
}
