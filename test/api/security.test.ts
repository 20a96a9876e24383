// Design 6, each point of it: who may reach the service, who may do what, and what never leaves it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ProfileId } from '../../src/core/ids.ts'
import { hashPassword } from '../../src/runs/passwords.ts'
import { guest, mugOrder } from '../support/scene.ts'
import { password, send, startApi } from './api-scene.ts'

describe('Host', () => {
  test('a request under a foreign name is refused before routing, whatever it asks', async () => {
    const { url } = await startApi()
    for (const path of ['/api/session', '/nowhere', '/', '/health']) {
      const answer = await send(url, 'GET', path, { headers: { host: 'attacker.example:4780' } })
      expect([path, answer.status, answer.json.error]).toEqual([path, 421, 'host.refused'])
      // Nothing of the application has touched it: not even its headers are there.
      expect(answer.headers['content-security-policy']).toBeUndefined()
    }
  })

  test.each(['127.0.0.1', 'localhost:9999', 'LOCALHOST.', '[::1]:4780'])('%s is this machine', async (host) => {
    const { url } = await startApi()
    expect((await send(url, 'GET', '/health', { headers: { host } })).status).toBe(200)
  })

  test.each(['localhost.attacker.example', '127.0.0.1.nip.example', 'attacker.example@localhost', 'localhost, x'])(
    '‘%s’ is not',
    async (host) => {
      const { url } = await startApi()
      expect((await send(url, 'GET', '/health', { headers: { host } })).status).toBeGreaterThanOrEqual(400)
    },
  )

  test('a name that the owner gave is answered to', async () => {
    const api = await startApi({ host: '127.0.0.1', network: { open: false, hosts: ['boekhouding.example'] } })
    expect((await send(api.url, 'GET', '/health', { headers: { host: 'boekhouding.example' } })).status).toBe(200)
  })
})

describe('cross-site', () => {
  test('a POST from another site is refused, with or without a log-in', async () => {
    const api = await startApi()
    const owner = await api.owner()
    const foreign = [
      { origin: 'https://attacker.example' },
      { origin: 'null' },
      { origin: `${api.url}.attacker.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of foreign) {
      const answer = await owner.ask('POST', '/api/profiles/1/run', { headers, body: { task: 'importOrders' } })
      expect([headers, answer.status, answer.json.error]).toEqual([headers, 403, 'request.crossSite'])
      const logIn = await api.visitor().ask('POST', '/api/session', { headers, body: { password } })
      expect([headers, logIn.status]).toEqual([headers, 403])
    }
    const own = { origin: api.url, 'sec-fetch-site': 'same-origin' }
    const body = { description: 'van de eigen pagina' }
    expect((await owner.ask('PATCH', '/api/profiles/1', { headers: own, body })).status).toBe(200)
  })

  test('a page elsewhere cannot take over the first start', async () => {
    const api = await startApi()
    const headers = { origin: 'https://attacker.example' }
    expect((await api.visitor().ask('POST', '/api/setup', { headers, body: { password } })).status).toBe(403)
    expect((await api.visitor().get('/api/session')).json.firstStart).toBe(true)
  })

  test('a form cannot be posted: only JSON is read', async () => {
    const { url } = await startApi()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await send(url, 'POST', '/api/setup', {
        headers: { 'content-type': type },
        raw: '{"password":"x"}',
      })
      expect([type, answer.status]).toEqual([type, 415])
    }
  })

  test('a change without the csrf token of this very log-in is refused', async () => {
    const api = await startApi()
    const owner = await api.owner()
    const other = await api.owner()
    for (const csrf of ['', 'x', other.csrf()]) {
      const answer = await owner.ask('POST', '/api/profiles/1/run', {
        headers: { 'x-csrf': csrf },
        body: { task: 'importOrders' },
      })
      expect([csrf, answer.status, answer.json.error]).toEqual([csrf, 403, 'session.csrf'])
    }
  })
})

describe('log-in', () => {
  test('without one nothing is told', async () => {
    const api = await startApi()
    await api.owner()
    for (const path of [
      '/api/overview',
      '/api/profiles/1/settings',
      '/api/log',
      '/api/events',
      '/api/users',
      '/api/alerts',
    ]) {
      const answer = await api.visitor().get(path)
      expect([path, answer.status, answer.json.error]).toEqual([path, 401, 'session.none'])
    }
  })

  test('an address that is written in another way asks for a log-in as well', async () => {
    const api = await startApi()
    await api.owner()
    for (const path of [
      '/%61pi/overview',
      '/api/%6fverview',
      '/%61%70%69/users',
      '//api/overview',
      '/api/../api/overview',
    ]) {
      const answer = await send(api.url, 'GET', path, {})
      expect([path, answer.status >= 400, answer.text.includes('headline')]).toEqual([path, true, false])
      const change = await send(api.url, 'POST', path, { body: { name: 'x', password, role: 'owner' } })
      expect([path, change.status >= 400]).toEqual([path, true])
    }
    expect(await api.scene.program.store.users.list()).toHaveLength(1)
  })

  test('the cookie cannot be read by scripts, nor is it sent from elsewhere', async () => {
    const api = await startApi()
    const { headers } = await api.visitor().post('/api/setup', { password })
    expect(headers['set-cookie']?.[0]).toMatch(/^sconnect=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  test('a session ends twelve hours after its last use, and is renewed by use', async () => {
    const api = await startApi()
    const owner = await api.owner()
    const hours = (count: number) => api.scene.clock.advance(count * 3_600_000)
    hours(11)
    expect((await owner.get('/api/overview')).status).toBe(200)
    hours(11)
    expect((await owner.get('/api/overview')).status).toBe(200)
    hours(12)
    expect((await owner.get('/api/overview')).status).toBe(401)
    // Once over it is gone, whatever the clock says afterwards.
    hours(-12)
    expect((await owner.get('/api/overview')).status).toBe(401)
  })

  test('a session ends after thirty days, however much it is used', async () => {
    const api = await startApi()
    const owner = await api.owner()
    for (let turn = 0; turn < 59; turn++) {
      api.scene.clock.advance(12 * 3_600_000 - 1000)
      expect((await owner.get('/api/overview')).status).toBe(200)
    }
    api.scene.clock.advance(12 * 3_600_000)
    expect((await owner.get('/api/overview')).status).toBe(401)
  })

  test('logging out ends the session for good', async () => {
    const api = await startApi()
    const owner = await api.owner()
    const cookie = owner.cookie()
    expect((await owner.ask('DELETE', '/api/session')).status).toBe(200)
    expect((await send(api.url, 'GET', '/api/overview', { headers: { cookie } })).status).toBe(401)
  })

  test('a new password ends every other session and needs the old one', async () => {
    const api = await startApi()
    const owner = await api.owner()
    const elsewhere = await api.owner()
    expect((await owner.post('/api/password', { old: 'onzin onzin', new: 'groene olifant 8' })).json.error).toBe(
      'session.refused',
    )
    expect((await owner.post('/api/password', { old: password, new: 'kort' })).json.error).toBe('password.short')
    expect((await owner.post('/api/password', { old: password, new: 'groene olifant 8' })).status).toBe(200)
    expect((await owner.get('/api/overview')).status).toBe(200)
    expect((await elsewhere.get('/api/overview')).status).toBe(401)
    expect((await api.visitor().post('/api/session', { password })).status).toBe(401)
  })

  test('the store holds neither password nor session token', async () => {
    const api = await startApi()
    const owner = await api.owner()
    const token = owner.cookie().replace(/^sconnect=/, '')
    const user = await api.scene.program.store.users.find('Eigenaar')
    expect(user?.passwordHash).toMatch(/^scrypt\$15\$8\$1\$/)
    expect(await api.scene.program.store.sessions.find(token)).toBeNull()
  })

  test('guessing is slowed: after three wrong ones the wait grows, and the right password waits too', async () => {
    const api = await startApi()
    await api.owner()
    const guess = async (given: string) => {
      const { status, headers } = await api.visitor().post('/api/session', { name: 'Eigenaar', password: given })
      return [status, headers['retry-after'] === undefined ? null : Number(headers['retry-after'])]
    }
    expect([await guess('a'), await guess('b'), await guess('c')]).toEqual([
      [401, null],
      [401, null],
      [401, null],
    ])
    expect(await guess(password)).toEqual([429, 1])
    const waits: unknown[] = []
    for (let turn = 0; turn < 6; turn++) {
      api.scene.clock.advance(15 * 60_000)
      expect((await guess('d'))[0]).toBe(401)
      waits.push((await guess(password))[1])
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64])
    api.scene.clock.advance(64_000)
    expect((await guess(password))[0]).toBe(200)
  })

  test('many guesses at once do not slip past the wait together', async () => {
    const api = await startApi()
    await api.owner()
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, turn) => api.visitor().post('/api/session', { password: `onjuist ${turn}` })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(9)
  })

  test('an unknown name is answered as a wrong password is', async () => {
    const api = await startApi()
    await api.owner()
    const unknown = await api.visitor().post('/api/session', { name: 'Niemand', password })
    const wrong = await api.visitor().post('/api/session', { name: 'Eigenaar', password: 'verkeerd' })
    expect(unknown.json).toEqual(wrong.json)
  })

  test('the first start happens once', async () => {
    const api = await startApi()
    const answers = await Promise.all([1, 2, 3].map(() => api.visitor().post('/api/setup', { password })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await api.visitor().post('/api/setup', { password })).json.error).toBe('setup.done')
  })
})

test('the numbers for Prometheus are told to this machine, and through a proxy only to who is logged in', async () => {
  const api = await startApi({ orders: [mugOrder(1, guest('Anna'))] })
  await api.scene.import()
  const here = await send(api.url, 'GET', '/metrics', {})
  expect(here.headers['content-type']).toMatch(/^text\/plain/)
  expect(here.text).toContain('s_connect_orders{profile="1",state="done"} 1\n')
  expect(here.text).not.toContain('Anna')
  const proxied = { headers: { 'x-forwarded-for': '203.0.113.9' } }
  expect((await send(api.url, 'GET', '/metrics', proxied)).status).toBe(401)
  expect((await (await api.owner()).ask('GET', '/metrics', proxied)).status).toBe(200)
})

describe('roles', () => {
  test('a bookkeeper sees the orders and changes nothing: every route that changes something refuses', async () => {
    const api = await startApi({ orders: [mugOrder(1, guest('Anna'))] })
    const owner = await api.owner()
    const bookkeeper = await api.bookkeeper()
    expect((await bookkeeper.get('/api/profiles/1/orders')).status).toBe(200)
    expect((await bookkeeper.get('/api/users')).json.error).toBe('session.readOnly')
    const { paths } = (await owner.get('/api/openapi.json')).json as {
      paths: Record<string, Record<string, unknown>>
    }
    const own = ['POST /api/session', 'DELETE /api/session', 'POST /api/setup', 'POST /api/password']
    const changing = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'get')
        .map((method) => `${method.toUpperCase()} ${path}`)
        .filter((route) => !own.includes(route)),
    )
    expect(changing.length).toBeGreaterThan(20)
    for (const route of changing) {
      const [method = '', path = ''] = route.split(' ')
      const answer = await bookkeeper.ask(method, path.replaceAll(/\{\w+\}/g, '1'), { body: {} })
      expect([route, answer.status, answer.json.error]).toEqual([route, 403, 'session.readOnly'])
    }
  })

  test('the last owner stays', async () => {
    const api = await startApi()
    const owner = await api.owner()
    const { id } = (await owner.get('/api/session')).json.user
    expect((await owner.ask('DELETE', `/api/users/${id}`)).json.error).toBe('user.lastOwner')
  })

  test('a user that is removed is logged out at once', async () => {
    const api = await startApi()
    const owner = await api.owner()
    const bookkeeper = await api.bookkeeper()
    const { id } = (await bookkeeper.get('/api/session')).json.user
    expect((await owner.ask('DELETE', `/api/users/${id}`)).status).toBe(200)
    expect((await bookkeeper.get('/api/overview')).status).toBe(401)
  })
})

test('nothing that is stored changes by GET, whoever asks', async () => {
  const api = await startApi({ orders: [mugOrder(1, guest('Anna'))] })
  await api.scene.import()
  const owner = await api.owner()
  const { paths } = (await owner.get('/api/openapi.json')).json as { paths: Record<string, Record<string, unknown>> }
  const before = await remembered(api)
  const asked = Object.entries(paths).filter(([path, methods]) => 'get' in methods && path !== '/api/events')
  for (const [path] of asked) await owner.get(path.replace('{list}', 'articles').replaceAll(/\{\w+\}/g, '1'))
  expect(asked.length).toBeGreaterThan(15)
  expect(await remembered(api)).toEqual(before)
})

/** Everything but the mirror (which is only what was read) and when the session was last used. */
async function remembered({ scene: { program, profile } }: Awaited<ReturnType<typeof startApi>>) {
  const { store } = program
  return {
    profiles: await store.profiles.list(),
    history: await store.profiles.history(profile),
    secrets: await store.secrets.list(profile),
    inbox: await store.inbox.page(profile, { limit: 100 }),
    cursor: await store.inbox.cursor(profile),
    effects: await store.effects.of(profile, '1' as never),
    plans: await store.tasks.plans(),
    runs: await store.tasks.runs(profile, 100),
    users: await store.users.list(),
    log: (await store.log.page({ level: 'normal', limit: 1000 })).length,
    values: await Promise.all(['alerts', 'licence', 'network', 'language'].map((key) => store.values.get(key))),
  }
}

describe('secrets', () => {
  test('never stand in an answer, a log line or an error, however they were set', async () => {
    const api = await startApi({ orders: [mugOrder(1, guest('Anna'))] })
    const owner = await api.owner()
    const secret = 'sleutel-Zx81-zeer-geheim'
    const values = { 'accounting.clientKey': secret, 'shop.adminPassword': secret }
    const keys = (await owner.get('/api/profiles/1/settings')).json.tabs
      .flatMap((tab: { fields: { key: string; secret: boolean }[] }) => tab.fields)
      .filter((field: { secret: boolean }) => field.secret)
      .map((field: { key: string }) => field.key)
    expect(keys).toContain('accounting.clientKey')
    const given = Object.fromEntries(keys.map((key: string) => [key, `${secret}-${key}`]))
    const answers = [await owner.put('/api/profiles/1/settings', { values: given })]
    expect(answers[0]?.json.saved).toEqual(keys)
    answers.push(
      await owner.put('/api/profiles/1/settings', { values: { ...values, 'sales.orderLines': secret.length } }),
    )
    answers.push(await owner.put('/api/alerts', { values: { smtpPassword: secret, webhookSecret: secret } }))
    answers.push(await owner.post('/api/profiles/1/test', { side: 'both' }))
    await api.service.runNow('1' as ProfileId).then(async (run) => run.started && (await run.finished))
    for (const path of ['overview', 'profiles/1/settings', 'profiles/1/settings/history', 'profiles/1/runs', 'alerts'])
      answers.push(await owner.get(`/api/${path}`))
    answers.push(await owner.get('/api/log?level=extended'), await owner.get('/api/profiles/1/preview'))
    for (const { text } of answers) expect(text).not.toContain(secret)
    expect(JSON.stringify(await api.scene.log())).not.toContain(secret)
    const shown = answers.map(({ text }) => text).join()
    expect(shown).not.toContain((await api.scene.program.store.users.find('Eigenaar'))?.passwordHash)
  })

  test('history tells of a secret only that it changed', async () => {
    const api = await startApi()
    const owner = await api.owner()
    await owner.put('/api/profiles/1/settings', { values: { 'accounting.clientKey': 'een andere sleutel' } })
    const { history } = (await owner.get('/api/profiles/1/settings/history')).json
    expect(history[0].by).toBe('Eigenaar')
    expect(history[0].changes[0]).toMatchObject({ key: 'accounting.clientKey', to: 'changed' })
  })

  test('an error inside is told to the one who runs the service, not to the browser', async () => {
    const api = await startApi()
    const owner = await api.owner()
    const { inbox } = api.service.program.store as { inbox: { counts: unknown } }
    const secret = 'pad /home/jan/geheim'
    inbox.counts = async () => {
      throw new TypeError(secret)
    }
    const answer = await owner.get('/api/profiles/1/orders')
    expect([answer.status, answer.json.error]).toEqual([500, 'bug'])
    expect(answer.text).not.toContain('geheim')
    expect(String(api.reported[0])).toContain(secret)
  })
})

describe('what comes in and what goes out', () => {
  test('the content security policy lets no script run but our own files', async () => {
    const api = await startApi()
    const policy = String(
      (await send(api.url, 'GET', '/', { headers: { accept: 'text/html' } })).headers['content-security-policy'],
    )
    const directives = new Map(policy.split(';').map((part) => [part.trim().split(' ')[0], part.trim()]))
    expect(directives.get('script-src')).toBe("script-src 'self'")
    expect(directives.get('default-src')).toBe("default-src 'none'")
    expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-eval')
    for (const path of ['/api/session', '/api/nowhere', '/assets/nowhere.js']) {
      const { headers } = await send(api.url, 'GET', path, {})
      expect([path, headers['content-security-policy']]).toEqual([path, policy])
      expect([path, headers['x-content-type-options']]).toEqual([path, 'nosniff'])
    }
  })

  test('no address leads out of the page’s folder', async () => {
    const api = await startApi()
    buildPage(api.webFolder)
    writeFileSync(join(api.webFolder, '..', 's-connect-beside.txt'), 'niet voor buiten')
    const up = [
      '../s-connect-beside.txt',
      '..%2fs-connect-beside.txt',
      '%2e%2e/s-connect-beside.txt',
      '..\\s-connect-beside.txt',
    ]
    const more = ['assets/../../s-connect-beside.txt', '....//s-connect-beside.txt', '%00', '.env', '%c0%ae%c0%ae/x']
    for (const path of [...up, ...more]) {
      const { status, text } = await send(api.url, 'GET', `/${path}`, {})
      expect([path, text.includes('niet voor buiten'), text.includes('geheim=')]).toEqual([path, false, false])
      expect([path, status >= 400]).toEqual([path, true])
    }
  })

  test('files of the page: fingerprinted ones are kept for good, the page itself never, and answers of the API nowhere', async () => {
    const api = await startApi()
    buildPage(api.webFolder)
    const kept = async (path: string, accept = '*/*') => {
      const { status, headers } = await send(api.url, 'GET', path, { headers: { accept } })
      return [status, headers['cache-control']]
    }
    expect(await kept('/assets/app-1a2b3c.js')).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(await kept('/', 'text/html')).toEqual([200, 'no-cache'])
    expect(await kept('/orders/1/10482', 'text/html')).toEqual([200, 'no-cache'])
    expect(await kept('/api/session')).toEqual([200, 'no-store'])
    expect((await kept('/assets/gone.js'))[0]).toBe(404)
    expect(
      (await (await api.owner()).ask('GET', '/api/nowhere', { headers: { accept: 'text/html' } })).json.error,
    ).toBe('request.notFound')
  })

  test('without a built page the address says what is missing', async () => {
    const api = await startApi()
    const { status, text } = await send(api.url, 'GET', '/', { headers: { accept: 'text/html' } })
    expect(status).toBe(503)
    expect(text).toContain('web/dist')
    expect(text).not.toContain('<script')
  })

  test('a body that is too large is not read', async () => {
    const api = await startApi()
    const owner = await api.owner()
    const values = { 'sales.salesTemplate': 'x'.repeat(300_000) }
    const answer = await owner.put('/api/profiles/1/settings', { values })
    expect([answer.status, answer.json.error]).toEqual([413, 'request.tooLarge'])
  })

  test('what does not fit is refused with the field that it is about', async () => {
    const api = await startApi()
    const owner = await api.owner()
    const answer = await owner.put('/api/profiles/1/plan', { task: 'importOrders', interval: '3m' })
    expect([answer.status, answer.json]).toEqual([
      400,
      expect.objectContaining({ error: 'request.wrong', field: 'interval' }),
    ])
    const broken = await owner.ask('PUT', '/api/profiles/1/plan', { raw: '{"task":' })
    expect([broken.status, broken.json.error]).toEqual([400, 'request.type'])
    for (const key of ['__proto__.x', 'constructor.name', 'sales.toString', 'sales', 'nergens.iets']) {
      const { problems } = (await owner.put('/api/profiles/1/settings', { values: { [key]: 'x' } })).json
      expect([key, problems?.length]).toEqual([key, 1])
    }
  })
})

describe('opened to a network', () => {
  test('only once there is a password', async () => {
    await expect(startApi({ host: '0.0.0.0' })).rejects.toMatchObject({ code: 'network.noPassword' })
    await expect(startApi({ network: { open: true, hosts: [] } })).rejects.toMatchObject({ code: 'network.noPassword' })
  })

  test('it then answers under the addresses of this machine', async () => {
    const api = await startApi({
      host: '0.0.0.0',
      user: { name: 'Eigenaar', passwordHash: await hashPassword(password) },
    })
    expect((await send(api.url, 'GET', '/health', { headers: { host: '127.0.0.1' } })).status).toBe(200)
    expect((await send(api.url, 'GET', '/health', { headers: { host: 'attacker.example' } })).status).toBe(421)
  })

  test('the switch in the page asks for a confirmation of its warning first', async () => {
    const api = await startApi()
    const owner = await api.owner()
    const refused = await owner.put('/api/network', { open: true, hosts: [] })
    expect([refused.status, refused.json.error]).toEqual([409, 'network.confirm'])
    expect(refused.json.text.nl).toMatch(/TLS/)
    expect((await owner.get('/api/network')).json.open).toBe(false)
    expect(
      (await owner.put('/api/network', { open: true, hosts: ['Winkel.example'], confirmed: true })).json,
    ).toMatchObject({
      open: true,
      hosts: ['winkel.example'],
    })
  })
})

/** What the page's builder leaves behind. */
function buildPage(folder: string): void {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>S-Connect</title>')
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), 'export {}')
  writeFileSync(join(folder, '.env'), 'geheim=1')
}
