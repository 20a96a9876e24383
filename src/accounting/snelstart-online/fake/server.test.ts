import { afterEach, describe, expect, test } from 'vitest'
import { generateSeed, type Simulator, type SimulatorOptions, startSimulator } from '../fake.ts'
import type { Call } from './calls.ts'
import type { Relatie } from './shapes/relation.ts'
import { getToken, type TryOut, tryOut } from './try-out.ts'

let simulator: Simulator
let api: TryOut
let now = Date.UTC(2026, 0, 15, 12)

async function start(options: SimulatorOptions = {}): Promise<void> {
  simulator = await startSimulator({ clock: () => now, seed: generateSeed({ customers: 12, articles: 3 }), ...options })
  api = await tryOut(simulator)
}
afterEach(() => simulator.stop())

const klant = { relatiesoort: ['Klant'], naam: 'Nieuw' }
const grant = (form: Record<string, string>) =>
  fetch(simulator.tokenUrl, { method: 'POST', body: new URLSearchParams(form) })
const stored = (naam: string) => simulator.state().relaties.filter((relatie) => relatie.naam === naam).length
const control = async (method: string, path: string, body?: unknown) => {
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`${simulator.url}/_simulator/${path}`, { method, ...content })
  return { status: response.status, body: (await response.json()) as unknown }
}

describe('tokens', () => {
  test('both grants give a token that carries its scopes', async () => {
    await start()
    const [username, password] = Buffer.from(simulator.clientKey, 'base64').toString().split(/:(.*)/s)
    for (const form of [
      { grant_type: 'clientkey', clientkey: simulator.clientKey },
      { grant_type: 'password', username: username!, password: password! },
    ]) {
      const body = (await (await grant(form)).json()) as {
        access_token: string
        token_type: string
        expires_in: number
      }
      expect(body).toMatchObject({ token_type: 'bearer', expires_in: 3599 })
      const claims = JSON.parse(Buffer.from(body.access_token.split('.')[1]!, 'base64url').toString()) as {
        scopes: string
      }
      expect(claims.scopes.split(' ')).toContain('orders:write')
    }
  })

  test('a wrong key is 400 with an error text', async () => {
    await start()
    const response = await grant({ grant_type: 'clientkey', clientkey: 'x' })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      error: 'GrantType clientkey was found. Parameter clientkey does not contain a valid value',
    })
    expect((await grant({ grant_type: 'refresh_token' })).status).toBe(400)
  })

  test('a token really expires after 3599 seconds', async () => {
    await start()
    now += 3_598_000
    expect((await api.ask('GET', '/companyInfo')).status).toBe(200)
    now += 1_000
    const { status, body } = await api.ask('GET', '/companyInfo')
    expect(status).toBe(401)
    expect(body).toEqual({ message: 'Authorization has been denied for this request.' })
  })

  test('a missing scope is 403', async () => {
    await start({ scopes: ['relaties:read'] })
    expect((await api.ask('GET', '/relaties')).status).toBe(200)
    expect((await api.ask('POST', '/relaties', klant)).status).toBe(403)
    expect((await api.ask('GET', '/companyInfo')).status).toBe(403)
    expect((await api.ask('GET', '/echo/hallo')).body).toBe('hallo')
  })
})

describe('subscription keys', () => {
  test('are looked at before the token, with the gateway’s words', async () => {
    await start()
    const missing = await fetch(`${simulator.apiUrl}/companyInfo`)
    expect(missing.status).toBe(401)
    expect(await missing.json()).toMatchObject({
      statusCode: 401,
      message: expect.stringContaining('missing subscription key'),
    })
    const { status, body } = await api.ask('GET', '/companyInfo', undefined, {
      'Ocp-Apim-Subscription-Key': 'x',
      Authorization: 'Bearer x',
    })
    expect(status).toBe(401)
    expect(body).toMatchObject({ message: expect.stringContaining('invalid subscription key') })
  })

  test('may be the secondary one, or stand in the query', async () => {
    await start()
    expect(
      (
        await api.ask('GET', '/companyInfo', undefined, {
          'Ocp-Apim-Subscription-Key': simulator.subscriptionKeys.secondary,
        })
      ).status,
    ).toBe(200)
    const Authorization = `Bearer ${await getToken(simulator)}`
    const url = `${simulator.apiUrl}/companyInfo?subscription-key=${simulator.subscriptionKeys.primary}`
    expect((await fetch(url, { headers: { Authorization } })).status).toBe(200)
    expect(
      simulator
        .calls()
        .filter(({ kind }) => kind === 'api')
        .map(({ key }) => key),
    ).toEqual(['secondary', 'primary'])
  })
})

describe('limits', () => {
  const secondary = () => ({ 'Ocp-Apim-Subscription-Key': simulator.subscriptionKeys.secondary })

  test('per minute: 429 with the seconds to wait, per key', async () => {
    await start({ limits: { perMinute: 2, perHour: 100, concurrent: 5 } })
    for (const expected of [200, 200]) expect((await api.ask('GET', '/landen')).status).toBe(expected)
    now += 10_500
    const refused = await api.ask('GET', '/landen')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('50')
    expect(refused.body).toEqual({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 50 seconds.' })
    expect((await api.ask('GET', '/landen', undefined, secondary())).status).toBe(200)
    now += 49_500
    expect((await api.ask('GET', '/landen')).status).toBe(200)
  })

  test('per hour', async () => {
    await start({ limits: { perMinute: 100, perHour: 1, concurrent: 5 } })
    await api.ask('GET', '/landen')
    expect((await api.ask('GET', '/landen')).headers.get('retry-after')).toBe('3600')
  })

  test('at the same time', async () => {
    await start({ limits: { perMinute: 100, perHour: 100, concurrent: 1 }, latencyMs: 30 })
    const both = await Promise.all([api.ask('GET', '/landen'), api.ask('GET', '/landen')])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 429])
    expect((await api.ask('GET', '/landen')).status).toBe(200)
  })

  test('can be set and lifted while running', async () => {
    await start()
    simulator.setLimits({ perMinute: 0, perHour: 0, concurrent: 0 })
    expect((await api.ask('GET', '/landen')).status).toBe(429)
    await control('PUT', 'limits', null)
    expect((await api.ask('GET', '/landen')).status).toBe(200)
  })
})

describe('the web framework', () => {
  test('unknown operations are 404 and other media 415', async () => {
    await start()
    expect((await api.ask('GET', '/artikelgroepen')).status).toBe(404)
    expect((await api.ask('POST', '/landen', {})).status).toBe(404)
    expect((await api.ask('POST', '/relaties', 'x', { 'Content-Type': 'text/plain' })).status).toBe(415)
  })

  test('paths are read in any case, and echo without words is 204', async () => {
    await start()
    expect((await api.ask('GET', '/COMPANYINFO')).status).toBe(200)
    expect((await api.ask('GET', '/echo/')).status).toBe(204)
    expect((await api.ask('GET', '/echo/a%20b')).body).toBe('a b')
  })

  test('lists without queries ignore every option', async () => {
    await start()
    const all = (await api.ask('GET', '/landen')).body as unknown[]
    expect(all.length).toBeGreaterThanOrEqual(60)
    expect((await api.filter('/landen', "Landcode eq 'NL'")).body).toEqual(all)
    expect((await api.ask('GET', '/dagboeken?$top=1&$filter=onzin')).body).toHaveLength(6)
  })

  test('only foreign VAT can be changed of the company', async () => {
    await start()
    const { body } = await api.ask('PUT', '/companyInfo', { factureerBuitenlandsBtw: true, bedrijfsnaam: 'Anders' })
    expect(body).toMatchObject({ factureerBuitenlandsBtw: true, bedrijfsnaam: 'Simulatie BV' })
  })
})

describe('reading and steering from outside', () => {
  test('the calls stand in order, tokens apart, control requests not at all', async () => {
    await start()
    await api.ask('GET', '/relaties?$top=1')
    await api.ask('POST', '/relaties', {})
    const { body } = await control('GET', 'calls')
    const shown = (body as Call[]).map(({ kind, method, path, status }) => [kind, method, path, status])
    expect(shown).toEqual([
      ['token', 'POST', '/b2b/token', 200],
      ['api', 'GET', '/v2/relaties?$top=1', 200],
      ['api', 'POST', '/v2/relaties', 400],
    ])
    expect(body).toEqual(simulator.calls())
    await control('DELETE', 'calls')
    expect(simulator.calls()).toEqual([])
  })

  test('the state is whole or by part, and the same as in process', async () => {
    await start()
    const { body } = await control('GET', 'state')
    expect(body).toEqual(JSON.parse(JSON.stringify(simulator.state())))
    expect((await control('GET', 'state/relaties')).body).toHaveLength(15)
    expect((await control('GET', 'state/onzin')).status).toBe(404)
  })

  test('faults come and go, and a wrong one is explained', async () => {
    await start()
    expect((await control('POST', 'faults', [{ match: { path: '/landen' }, action: { status: 503 } }])).status).toBe(
      200,
    )
    expect((await api.ask('GET', '/landen')).status).toBe(503)
    expect(await control('POST', 'faults', { action: { statuss: 503 } })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('statuss') },
    })
    expect((await control('POST', 'faults', { match: { pattern: '(' }, action: { status: 503 } })).status).toBe(400)
    await control('DELETE', 'faults')
    expect((await control('GET', 'faults')).body).toEqual([])
  })

  test('a seed adds and a reset goes back to the start', async () => {
    await start()
    expect(
      (await control('POST', 'seed', { relaties: [{ relatiecode: 99, relatiesoort: ['Klant'], naam: 'Erbij' }] }))
        .status,
    ).toBe(200)
    expect(stored('Erbij')).toBe(1)
    expect(await control('POST', 'seed', { relatie: [] })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("unknown part 'relatie'") },
    })
    await control('POST', 'reset')
    expect(stored('Erbij')).toBe(0)
    expect(simulator.calls()).toEqual([])
    expect((await api.ask('GET', '/landen')).status).toBe(401)
  })
})

test('modifiedOn follows the clock, which never goes back', async () => {
  await start()
  const made = async () => ((await api.ask('POST', '/relaties', klant)).body as Relatie).modifiedOn
  now = Date.UTC(2026, 6, 1, 12, 0, 0, 120)
  await simulator.stop()
  await start()
  expect(await made()).toBe('2026-07-01T14:00:00.12')
  now -= 60_000
  expect(await made()).toBe('2026-07-01T14:00:00.12')
  now += 61_000
  expect(await made()).toBe('2026-07-01T14:00:01.12')
})
