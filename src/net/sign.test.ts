import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type AnswerToSign, type RequestToSign, signAnswer, signRequest, verifyAnswer } from './sign.ts'

type Example<T> = T & { readonly name: string; readonly signature: string }
const vectors: { readonly requests: Example<RequestToSign>[]; readonly answers: Example<AnswerToSign>[] } = JSON.parse(
  readFileSync(new URL('../../bridges/signing-vectors.json', import.meta.url), 'utf8'),
)

test.each(vectors.requests)('a request is signed as the bridges expect: $name', ({ signature, ...request }) => {
  expect(signRequest(request)).toBe(signature)
})

test.each(vectors.answers)('an answer is signed as the bridges do: $name', ({ signature, ...answer }) => {
  expect(signAnswer(answer)).toBe(signature)
  expect(verifyAnswer({ ...answer, signature })).toBe(true)
})

test('text and its UTF-8 bytes have the same signature', () => {
  const answer = { key: 'a'.repeat(64), nonce: 'b'.repeat(32), body: 'é€😀' }
  expect(signAnswer({ ...answer, body: new TextEncoder().encode(answer.body) })).toBe(signAnswer(answer))
})

const key = '4'.repeat(64)
const request: RequestToSign = { key, method: 'POST', path: '/a.php', timestamp: 1, nonce: '5'.repeat(32), body: '{}' }

test.each<Partial<RequestToSign>>([
  { key: '6'.repeat(64) },
  { method: 'GET' },
  { path: '/b.php' },
  { timestamp: 2 },
  { nonce: '7'.repeat(32) },
  { body: '{} ' },
])('a request that differs in %o has another signature', (difference) => {
  expect(signRequest({ ...request, ...difference })).not.toBe(signRequest(request))
})

test.each([
  ['of another length', ''],
  ['longer', `${'0'.repeat(64)}0`],
  ['with a letter beyond ASCII', 'é'.repeat(32)],
  ['made with another key', signAnswer({ key: '8'.repeat(64), nonce: '5'.repeat(32), body: '{}' })],
  ['in capitals', signAnswer({ key, nonce: '5'.repeat(32), body: '{}' }).toUpperCase()],
])('a signature %s is not accepted', (_, signature) => {
  expect(verifyAnswer({ key, nonce: '5'.repeat(32), body: '{}', signature })).toBe(false)
})
