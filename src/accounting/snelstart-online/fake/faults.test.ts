import { afterEach, expect, test } from 'vitest'
import {
  FaultsWrong,
  generateSeed,
  parseFaults,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../fake.ts'
import { type TryOut, tryOut } from './try-out.ts'

let simulator: Simulator
let api: TryOut

async function start(options: SimulatorOptions = {}): Promise<void> {
  simulator = await startSimulator({ seed: generateSeed({ customers: 12, articles: 0 }), ...options })
  api = await tryOut(simulator)
}
afterEach(() => simulator?.stop())

const klant = { relatiesoort: ['Klant'], naam: 'Nieuw' }
const stored = (naam: string) => simulator.state().relaties.filter((relatie) => relatie.naam === naam).length
const grant = (form: Record<string, string>) =>
  fetch(simulator.tokenUrl, { method: 'POST', body: new URLSearchParams(form) })

const post = () => api.ask('POST', '/relaties', klant)

test('cutBefore drops the line and nothing happened', async () => {
  await start()
  simulator.addFault({ match: { method: 'POST', path: '/relaties' }, action: { cutBefore: true } })
  await expect(post()).rejects.toThrow()
  expect(stored('Nieuw')).toBe(0)
  expect((await post()).status).toBe(201)
})

test('cutAfterCommit drops the line and it happened', async () => {
  await start()
  simulator.addFault({ match: { method: 'POST', path: '/relaties' }, action: { cutAfterCommit: true } })
  await expect(post()).rejects.toThrow()
  expect(stored('Nieuw')).toBe(1)
  expect(simulator.calls().at(-1)).toMatchObject({ status: null, fault: 'cutAfterCommit' })
})

test('halfAnswer breaks off in the middle, after it happened', async () => {
  await start()
  simulator.addFault({ match: { method: 'POST' }, action: { halfAnswer: true } })
  await expect(post()).rejects.toThrow()
  expect(stored('Nieuw')).toBe(1)
})

test('a status comes with or without the deed, with body and headers', async () => {
  await start({
    faults: [
      {
        match: { method: 'POST', path: '/relaties' },
        times: 2,
        action: { status: 502, body: { message: 'x' }, headers: { 'X-Test': 'a' } },
      },
    ],
  })
  const { status, body, headers } = await post()
  expect([status, body, headers.get('x-test')]).toEqual([502, { message: 'x' }, 'a'])
  expect((await post()).status).toBe(502)
  expect(stored('Nieuw')).toBe(0)
  simulator.addFault({ match: { method: 'POST' }, action: { status: 500, commit: true } })
  expect((await post()).status).toBe(500)
  expect(stored('Nieuw')).toBe(1)
  simulator.addFault({ action: { status: 429 } })
  expect((await post()).headers.get('retry-after')).toBe('1')
})

test('nth and times count the matches', async () => {
  await start()
  simulator.addFault({ match: { path: '/landen' }, nth: 2, times: 2, action: { status: 503 } })
  const statuses = []
  for (let count = 0; count < 5; count += 1) statuses.push((await api.ask('GET', '/landen')).status)
  expect(statuses).toEqual([200, 503, 503, 200, 200])
  simulator.addFault({ match: { pattern: '^/v2/land' }, times: 'always', action: { status: 503 } })
  expect((await api.ask('GET', '/landen')).status).toBe(503)
  simulator.clearFaults()
  expect((await api.ask('GET', '/landen')).status).toBe(200)
})

test('a part of the body chooses the request', async () => {
  await start()
  simulator.addFault({ match: { body: '"Ander"' }, action: { status: 500 } })
  expect((await post()).status).toBe(201)
  expect((await api.ask('POST', '/relaties', { ...klant, naam: 'Ander' })).status).toBe(500)
})

test('duplicatePage gives the page before', async () => {
  await start()
  const first = (await api.ask('GET', '/relaties?$top=5')).body
  simulator.addFault({ match: { path: '$skip=5' }, action: { duplicatePage: true } })
  expect((await api.ask('GET', '/relaties?$top=5&$skip=5')).body).toEqual(first)
  expect((await api.ask('GET', '/relaties?$top=5&$skip=5')).body).not.toEqual(first)
})

test('garbage is a web page with status 200', async () => {
  await start()
  simulator.addFault({ action: { garbage: true } })
  const { status, headers, body } = await api.ask('GET', '/landen')
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(body).toContain('<html>')
})

test('bigAnswer is right, but padded', async () => {
  await start()
  simulator.addFault({ action: { bigAnswer: 1_000_000 } })
  const { body, headers } = await api.ask('GET', '/dagboeken')
  expect(body).toHaveLength(6)
  expect(headers.get('content-length')).toBe('1000000')
})

test('expireToken makes this very token stale', async () => {
  await start()
  simulator.addFault({ action: { expireToken: true } })
  expect((await api.ask('GET', '/landen')).status).toBe(401)
  expect((await api.ask('GET', '/landen')).status).toBe(401)
  expect((await (await tryOut(simulator)).ask('GET', '/landen')).status).toBe(200)
})

test('hang never answers, and stopping ends it', async () => {
  await start()
  simulator.addFault({ match: { method: 'POST' }, action: { hang: true, commit: true } })
  const hanging = post().then(
    () => 'answered',
    () => 'dropped',
  )
  while (stored('Nieuw') === 0) await api.ask('GET', '/echo/wacht')
  await simulator.stop()
  expect(await hanging).toBe('dropped')
  await start()
})

test('delayMs goes together with another action, and the token endpoint can be hit', async () => {
  await start()
  simulator.addFault({ match: { path: '/b2b/token' }, action: { delayMs: 1, status: 500 } })
  expect((await grant({ grant_type: 'clientkey', clientkey: simulator.clientKey })).status).toBe(500)
})

test.each<[unknown, string]>([
  [{ action: {} }, 'an action says what happens'],
  [{ action: { status: 9 } }, 'action.status'],
  [[{ action: { hang: true }, times: 0 }], '0.times'],
  [{ match: { url: '/x' }, action: { hang: true } }, 'url'],
  [{ match: { pattern: '(' }, action: { hang: true } }, 'no regular expression'],
  ['x', 'faults'],
])('%j is refused: %s', (value, reason) => {
  expect(() => parseFaults(value)).toThrow(FaultsWrong)
  expect(() => parseFaults(value)).toThrow(reason)
})
