// Signatures between us and a bridge in a shop (design 6). The PHP side makes the same ones; both are held together by
// bridges/signing-vectors.json.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type RequestToSign = {
  /** 64 hex characters, used as text. */
  readonly key: string
  readonly method: string
  /** The path part of the URL as requested, without query. */
  readonly path: string
  /** Whole seconds since 1970. */
  readonly timestamp: number
  /** 32 hex characters, never used twice. */
  readonly nonce: string
  /** Exactly as sent. */
  readonly body: string | Uint8Array
}

export type AnswerToSign = {
  readonly key: string
  /** The nonce of the request that is answered: an old answer cannot be passed off as a new one. */
  readonly nonce: string
  /** Exactly as received, after content decoding. */
  readonly body: string | Uint8Array
}

/** The signature of a request: 64 lower-case hex characters, for the header X-SConnect-Signature. */
export function signRequest({ key, method, path, timestamp, nonce, body }: RequestToSign): string {
  return hmac(key, [method, path, String(timestamp), nonce, sha256(body)])
}

/** The signature that belongs to an answer: 64 lower-case hex characters. */
export function signAnswer({ key, nonce, body }: AnswerToSign): string {
  return hmac(key, ['answer', nonce, sha256(body)])
}

/** Whether an answer was made by someone who has the key, for this very request. Compares in constant time. */
export function verifyAnswer(answer: AnswerToSign & { readonly signature: string }): boolean {
  const expected = Buffer.from(signAnswer(answer))
  const given = Buffer.from(answer.signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const hmac = (key: string, parts: readonly string[]): string =>
  createHmac('sha256', key).update(parts.join('\n')).digest('hex')
