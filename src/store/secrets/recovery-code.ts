// The key as text that a person can write down and type: 13 groups of four characters and a check character. Letters that look
// like digits are read as the digits they look like (Crockford's base 32).
import { type Key, keyBytes } from './cipher.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groupSize = 4
/** 256 bits in characters of 5 bits: 52, the last one with four spare bits. */
const dataCharacters = 52

/** 'ABCD1-EFGH2-…' */
export function toRecoveryCode(key: Key): string {
  const data = toBase32(key)
  const groups = Array.from({ length: dataCharacters / groupSize }, (_, index) => {
    const group = data.slice(index * groupSize, (index + 1) * groupSize)
    return group + checkOf(group, index)
  })
  return groups.join('-')
}

export type ReadCode =
  | { readonly ok: true; readonly key: Key }
  /** `group`: the first one (from 1) that is mistyped; null: too short or too long. */
  | { readonly ok: false; readonly group: number | null }

/** Case, spaces and dashes do not matter. */
export function fromRecoveryCode(text: string): ReadCode {
  const typed = text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(/[\s-]/g, '')
  const groups = typed.match(/.{1,5}/g) ?? []
  const wrong = groups.findIndex((group, index) => group.slice(groupSize) !== checkOf(group.slice(0, groupSize), index))
  if (groups.length !== dataCharacters / groupSize) return { ok: false, group: null }
  if (wrong >= 0) return { ok: false, group: wrong + 1 }
  const key = fromBase32(groups.map((group) => group.slice(0, groupSize)).join(''))
  return key === null ? { ok: false, group: groups.length } : { ok: true, key }
}

/** Odd weights, so that any one wrong character shows; the place counts as well, so that swapped groups do. */
const checkOf = (group: string, index: number): string => {
  const weighed = [...group].reduce((sum, character, at) => sum + alphabet.indexOf(character) * (2 * at + 1), index)
  return alphabet.charAt((weighed + 4 * alphabet.length) % alphabet.length)
}

function toBase32(key: Key): string {
  const bits = [...key].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('')
}

function fromBase32(text: string): Key | null {
  const values = [...text].map((character) => alphabet.indexOf(character))
  if (values.includes(-1)) return null
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  const bytes = bits.slice(0, keyBytes * 8).match(/.{8}/g) ?? []
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2))
}
