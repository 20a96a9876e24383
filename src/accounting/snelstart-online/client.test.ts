import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  ConnectionFailed,
  type Failure,
  LoginRefused,
  RateLimited,
  Refused,
  UnexpectedAnswer,
} from '../../core/failures.ts'
import { type Answer, cut, json, scripted as startScripted } from './scripted.ts'

const running: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of running.splice(0)) await stop()
})

const scripted = async (...given: Parameters<typeof startScripted>) => {
  const started = await startScripted(...given)
  running.push(started.stop)
  return started
}

const never = new AbortController().signal
const shape = z.object({ id: z.string() })
const good = json(200, { id: 'x' })
const failureOf = async (promise: Promise<unknown>): Promise<Failure> =>
  promise.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => error as Failure,
  )

describe('reading', () => {
  test('is repeated with growing waits when the line breaks or the server fails', async () => {
    const { client, time } = await scripted([cut, json(502, 'bad gateway'), good])
    expect(await client.read('/relaties/x', shape, never)).toEqual({ id: 'x' })
    expect(time.slept).toEqual([500, 1500])
  })

  test('gives up after four tries with the failure of the last', async () => {
    const { client, left } = await scripted([cut, cut, cut, cut, good])
    const failure = await failureOf(client.read('/relaties/x', shape, never))
    expect(failure).toBeInstanceOf(ConnectionFailed)
    expect(failure.code).toBe('snelstart.noAnswer')
    expect(left()).toBe(1)
  })

  test.each([
    ['a page of a proxy', '<html><body>Welkom</body></html>', 'text/html'],
    ['half an answer that ends properly', '{"id":"x', 'application/json'],
    ['bytes that are no UTF-8', Buffer.from('{"id":"caf\xe9"}', 'latin1'), 'application/json; charset=utf-8'],
    ['a charset that does not exist', '{"id":"x"}', 'application/json; charset=klingon'],
  ])('does not accept %s', async (_name, body, type) => {
    const odd: Answer = (response) => response.writeHead(200, { 'content-type': type }).end(body)
    const { client } = await scripted([odd, odd, odd, odd])
    const failure = await failureOf(client.read('/relaties/x', shape, never))
    expect(failure).toBeInstanceOf(UnexpectedAnswer)
    expect(failure.code).toBe('snelstart.unreadable')
  })

  test('reads the charset that the answer names', async () => {
    const latin: Answer = (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json; charset=iso-8859-1' })
        .end(Buffer.from('{"id":"caf\xe9"}', 'latin1'))
    const { client } = await scripted([latin])
    expect(await client.read('/relaties/x', shape, never)).toEqual({ id: 'café' })
  })

  test('keeps a replacement sign that is really in the data', async () => {
    const { client } = await scripted([json(200, { id: 'caf\uFFFD' })])
    expect(await client.read('/relaties/x', shape, never)).toEqual({ id: 'caf\uFFFD' })
  })

  test('refuses an answer of 10 MB without repeating it', async () => {
    const { client, left } = await scripted([json(200, { id: 'x'.repeat(10 * 1024 * 1024) }), good])
    expect((await failureOf(client.read('/relaties/x', shape, never))).code).toBe('snelstart.tooLarge')
    expect(left()).toBe(1)
  })

  test('names the place of what is not as described, never the value', async () => {
    const { client } = await scripted([json(200, { id: 12, naam: 'Jansen' })])
    const failure = await failureOf(client.read('/relaties/x', shape, never))
    expect(failure.code).toBe('snelstart.unexpectedShape')
    expect(JSON.stringify([failure.message, failure.context])).not.toMatch(/Jansen|12/)
  })

  test('keeps e-mail addresses of a query out of what is told', async () => {
    const { client } = await scripted([json(400, { Message: 'no' })])
    const failure = await failureOf(client.read("/relaties?$filter=substringof('jan@x.nl',Email)", shape, never))
    expect(JSON.stringify(failure.context)).not.toContain('jan@')
  })

  test('stops with the reason of the signal', async () => {
    const stop = new AbortController()
    const { client } = await scripted([() => stop.abort(new Error('genoeg'))])
    expect((await failureOf(client.read('/relaties/x', shape, stop.signal))).message).toBe('genoeg')
  })
})

describe('writing (BEY-1)', () => {
  const write = (client: Awaited<ReturnType<typeof scripted>>['client'], signal = never) =>
    client.write('POST', '/verkooporders', { omschrijving: 'é' }, shape, signal)

  test.each<[string, Answer]>([
    ['the answer is cut', cut],
    ['the server fails', json(500, { message: 'oeps' })],
    ['a gateway gives up', json(504, 'timeout')],
    ['the answer is half', (response) => response.writeHead(201).end('{"id":"x')],
    ['the answer is empty', (response) => response.writeHead(201).end()],
    ['a page of a proxy comes', (response) => response.writeHead(200).end('<html></html>')],
    ['the answer holds no id', json(201, {})],
    ['the answer is of 10 MB', json(201, { id: 'x'.repeat(10 * 1024 * 1024) })],
    ['it is redirected', json(302, {}, { location: '/elders' })],
  ])('is sent once and left in doubt when %s', async (_name, answer) => {
    const { client, seen } = await scripted([answer, good])
    const failure = await failureOf(write(client))
    expect(failure).toBeInstanceOf(ConnectionFailed)
    expect(failure).toMatchObject({ code: 'snelstart.doubt', sent: true })
    expect(seen).toHaveLength(1)
  })

  test('is finished when it is cancelled under way', async () => {
    const stop = new AbortController()
    const { client } = await scripted([
      (response, request) => {
        stop.abort()
        good(response, request)
      },
    ])
    expect(await write(client, stop.signal)).toMatchObject({ id: expect.anything() })
  })

  test('leaves no doubt when it is cancelled before it is sent', async () => {
    const { client, seen } = await scripted([good])
    expect(await failureOf(write(client, AbortSignal.abort()))).toMatchObject({
      code: 'snelstart.cancelled',
      sent: false,
    })
    expect(seen).toHaveLength(0)
  })

  test('leaves no doubt when the log-in fails', async () => {
    const { client, seen } = await scripted([good], { login: Array.from({ length: 4 }, () => json(503, {})) })
    expect(await failureOf(write(client))).toMatchObject({ code: 'snelstart.loginUnavailable', sent: false })
    expect(seen).toHaveLength(0)
  })

  test('is sent again after 429, because SnelStart then did nothing', async () => {
    const { client, seen, time } = await scripted([json(429, {}, { 'retry-after': '17' }), json(201, { id: 'x' })])
    expect(await write(client)).toEqual({ id: 'x' })
    expect(seen).toHaveLength(2)
    expect(time.slept).toEqual([17_000])
  })

  test('is sent again with a new token after 401', async () => {
    const { client, seen } = await scripted([json(401, { message: 'Authorization has been denied' }), good])
    await write(client)
    expect(seen.map(({ token }) => token)).toEqual(['Bearer token1', 'Bearer token2'])
  })

  test('is refused with every reason that SnelStart gives', async () => {
    const reasons = [
      { errorCode: 'REL-0088', message: 'Ongeldig btw-nummer', details: null },
      { errorCode: 'REL-0007', message: 'Naam is verplicht', details: null },
    ]
    const { client } = await scripted([json(400, reasons)])
    const failure = (await failureOf(write(client))) as Refused
    expect(failure).toBeInstanceOf(Refused)
    expect(failure.reasons.map(({ code }) => code)).toEqual(['REL-0088', 'REL-0007'])
    expect(failure.meaning).toBe('other')
  })
})

describe('keys', () => {
  const subscription = json(401, { statusCode: 401, message: 'Access denied due to invalid subscription key.' })
  const tooMany = json(429, { statusCode: 429, message: 'Rate limit is exceeded. Try again in 30 seconds.' })

  test('a refused client key is told apart from a refused subscription key', async () => {
    const login = json(400, { error: 'GrantType clientkey was found. Parameter clientkey is not valid' })
    const first = await failureOf((await scripted([], { login: [login] })).client.read('/x', shape, never))
    const second = await failureOf((await scripted([subscription])).client.read('/x', shape, never))
    expect([first.code, second.code]).toEqual(['snelstart.clientKeyRefused', 'snelstart.subscriptionKeyRefused'])
    expect(first).toBeInstanceOf(LoginRefused)
  })

  test('the secondary subscription key takes over where the primary is refused', async () => {
    const { client, seen } = await scripted([subscription, good, good], { secondary: true })
    await client.read('/x', shape, never)
    await client.read('/x', shape, never)
    expect(seen.map(({ key }) => key)).toEqual(['first', 'second', 'second'])
  })

  test('the secondary subscription key is tried on 429, then the shorter pause is waited for', async () => {
    const { client, seen, time } = await scripted(
      [json(429, {}, { 'retry-after': '20' }), json(429, {}, { 'retry-after': '40' }), good],
      { secondary: true },
    )
    await client.read('/x', shape, never)
    expect(seen.map(({ key }) => key)).toEqual(['first', 'second', 'first'])
    expect(time.slept).toEqual([20_000])
  })

  test('the waiting is counted, also when the pause stands in the text alone', async () => {
    const { client, transport } = await scripted([tooMany, good])
    await client.read('/x', shape, never)
    expect(transport.waits()).toEqual({ calls: 2, count: 1, waitedMs: 30_000, waitingUntilMs: null })
  })

  test('a pause longer than a quarter of an hour ends the call instead of holding it', async () => {
    const { client, time } = await scripted([json(429, {}, { 'retry-after': '3000' })])
    const failure = await failureOf(client.read('/x', shape, never))
    expect(failure).toBeInstanceOf(RateLimited)
    expect((failure as RateLimited).retryAfterMs).toBe(3_000_000)
    expect(time.slept).toEqual([])
  })

  test('a token is asked again before it expires, and once for all that wait for it', async () => {
    const { client, seen, time } = await scripted([good, good, good])
    await Promise.all([client.read('/x', shape, never), client.read('/x', shape, never)])
    time.now += 3_550_000
    await client.read('/x', shape, never)
    expect(seen.map(({ token }) => token)).toEqual(['Bearer token1', 'Bearer token1', 'Bearer token2'])
  })

  test('a missing right is named', async () => {
    const { client } = await scripted([json(403, {})])
    const failure = await failureOf(client.write('POST', '/verkooporders', {}, shape, never))
    expect(failure).toMatchObject({ code: 'snelstart.scopeMissing', context: { scope: 'orders:write' } })
  })
})
