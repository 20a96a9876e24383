// How one secret is encrypted: AES-256-GCM, a nonce of its own each time, bound to its profile and name, so that a row moved
// to another place no longer opens.
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'

export type Key = Uint8Array
export const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16
const algorithm = 'aes-256-gcm'

/** `size` random bytes, fit for keys. */
export type RandomBytes = (size: number) => Uint8Array

export type SecretPlace = { readonly profile: string; readonly name: string }
/** Base64; the ciphertext ends with the tag. */
export type Sealed = { readonly nonce: string; readonly ciphertext: string }

const bindingOf = ({ profile, name }: SecretPlace): Buffer => Buffer.from(JSON.stringify([profile, name]))

export function seal(key: Key, place: SecretPlace, value: string, randomBytes: RandomBytes): Sealed {
  const nonce = Buffer.from(randomBytes(nonceBytes))
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(bindingOf(place))
  const ciphertext = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), ciphertext: ciphertext.toString('base64') }
}

/** null: another key, another place, or changed bytes. */
export function unseal(key: Key, place: SecretPlace, { nonce, ciphertext }: Sealed): string | null {
  const bytes = Buffer.from(ciphertext, 'base64')
  const end = bytes.length - tagBytes
  if (end < 0) return null
  const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, 'base64'), { authTagLength: tagBytes })
  decipher.setAAD(bindingOf(place)).setAuthTag(bytes.subarray(end))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]).toString('utf8')
  } catch {
    // node:crypto says "unable to authenticate" in no other way.
    return null
  }
}

/** Tells keys apart and tells nothing about the key: 32 hex digits. */
export const fingerprintOf = (key: Key): string =>
  createHmac('sha256', key).update('s-connect key fingerprint').digest('hex').slice(0, 32)
