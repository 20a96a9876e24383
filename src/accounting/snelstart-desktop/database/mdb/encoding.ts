// Access can encode a file: each page by RC4, with a key of four bytes from the first page and the page's number (facts: mdbtools,
// HACKING). That hides nothing, as the key is in the file; it only keeps other programs from reading by accident.

const keyAt = 0x3e
/** The key as it stands in a file that is not encoded: the first page itself always is, with a key that is everyone's. */
const noKey = Buffer.from([0xfb, 0x8a, 0xbc, 0x4e])

export const isEncoded = (first: Buffer): boolean => !first.subarray(keyAt, keyAt + 4).equals(noKey)

/** The first page as it would be if the file were not encoded. */
export function withoutKey(first: Buffer): Buffer {
  const copy = Buffer.from(first)
  noKey.copy(copy, keyAt)
  return copy
}

/** A copy of the page as it would be if the file were not encoded. */
export function decodePage(page: Buffer, number: number, first: Buffer): Buffer {
  const key = Uint8Array.from(noKey, (byte, at) => byte ^ (first[keyAt + at] ?? 0) ^ ((number >>> (8 * at)) & 0xff))
  return decode(page, key)
}

function decode(bytes: Buffer, key: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const swap = (one: number, other: number): number => {
    const [held, moved] = [state[one] ?? 0, state[other] ?? 0]
    state[one] = moved
    state[other] = held
    return (held + moved) & 0xff
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff
    swap(i, j)
  }
  const decoded = Buffer.from(bytes)
  for (let at = 0, i = 0, j = 0; at < decoded.length; at++) {
    i = (i + 1) & 0xff
    j = (j + (state[i] ?? 0)) & 0xff
    decoded[at] = (decoded[at] ?? 0) ^ (state[swap(i, j)] ?? 0)
  }
  return decoded
}
