// What odd answers and broken lines mean, and that no key is told with them.
import { describe, expect, test } from 'vitest'
import { ConnectionFailed } from '../../core/failures.ts'
import { type Asked, failureOf, fromHttpFailure, retryAfterMs, saidIn } from './answers.ts'
import { redact } from './redact.ts'

const answer = (status: number, text: string, headers: Readonly<Record<string, string>> = {}) => ({
  ...{ status, text, headers },
  bytes: new TextEncoder().encode(text),
})
const now = Date.UTC(2026, 2, 20, 12)
const asked: Asked = {
  url: 'https://a.example/v1/orders',
  keys: 'both',
  hasPartnerKey: true,
  secrets: ['s3cret'],
  nowMs: now,
}

describe('Retry-After', () => {
  test.each([
    ['seconds', '120', 120_000],
    ['a date', 'Fri, 20 Mar 2026 12:01:30 GMT', 90_000],
    ['a date that is past', 'Fri, 20 Mar 2026 11:00:00 GMT', 1000],
    ['nothing', '', null],
    ['something else', 'soon', null],
  ])('as %s', (_title, header, ms) => {
    expect(retryAfterMs(answer(429, '', { 'retry-after': header }), now)).toBe(ms)
  })
})

test('both shapes of an error are read, and what is neither is told as it is', () => {
  const said = (text: string) => saidIn(answer(422, text), asked.secrets)
  expect(said('{"code":1002,"message":"Invalid","description":"status unknown"}')).toBe('1002 Invalid status unknown')
  expect(said('{"type":"about:blank","title":"Invalid","detail":"limit too high","status":422}')).toBe(
    'Invalid limit too high',
  )
  expect(said('<html>nothing here</html>')).toBe('HTTP 422')
  expect(said('plain s3cret words')).toBe('plain *** words')
  expect(said('x'.repeat(5000))).toHaveLength(300)
})

test('SHOP-9 failures of the line have a message each, without the address that was asked', () => {
  const broken = (code: string, cause: string, sent = false) =>
    fromHttpFailure(
      new ConnectionFailed(code, '?token=s3cret', { sent, context: { cause }, cause: new Error('s3cret') }),
      'https://a.example',
    )
  const told = [
    broken('http.timeout', '', true),
    broken('http.unreachable', 'CERT_HAS_EXPIRED'),
    broken('http.unreachable', 'ENOTFOUND'),
    broken('http.unreachable', 'ECONNREFUSED'),
    broken('http.broken', 'ECONNRESET', true),
  ] as ConnectionFailed[]
  expect(told.map((failure) => failure.code)).toEqual([
    'mijnwebwinkel.timeout',
    'mijnwebwinkel.certificate',
    'mijnwebwinkel.nameUnknown',
    'mijnwebwinkel.unreachable',
    'mijnwebwinkel.broken',
  ])
  for (const failure of told) {
    expect([failure.cause, failure.context['url']]).toEqual([undefined, 'https://a.example'])
    expect(`${failure.message} ${failure.stack} ${JSON.stringify(failure.context)}`).not.toContain('s3cret')
  }
})

test('a redirect is told without its query', () => {
  const redirect = answer(301, '', { location: 'https://b.example/v1/orders?token=s3cret' })
  expect(failureOf(redirect, asked).context).toEqual({ to: 'https://b.example', setting: 'apiUrl' })
})

test('SHOP-7 redaction takes out both spellings of a key, and any token in an address', () => {
  const key = 'a/b+c=d&e'
  expect(redact(`got ${key} and ${encodeURIComponent(key)}`, [key, ''])).toBe('got *** and ***')
  expect(redact('https://x/?token=abc&partner_token=d%26e&limit=5', [])).toBe(
    'https://x/?token=***&partner_token=***&limit=5',
  )
  expect(redact('nothing to hide', [''])).toBe('nothing to hide')
})
