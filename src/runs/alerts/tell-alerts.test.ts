import { createHmac, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import type { Instant, ProfileId, ShopOrderId, ShopOrderNumber } from '../../core/ids.ts'
import { createHttp } from '../../net/http.ts'
import { sendMail } from '../../net/mail.ts'
import { openSqliteStore } from '../../store/sqlite/index.ts'
import { instantOf } from '../context.ts'
import { readAlertSettings, saveAlertSettings } from './alert-settings.ts'
import { type AlertParts, tellAlerts, testChannel } from './tell-alerts.ts'

const minute = 60_000
const first = '1' as ProfileId

type Post = { readonly headers: Readonly<Record<string, unknown>>; readonly body: string }

async function startWebhook(status = () => 204) {
  const posts: Post[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    posts.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
    response.writeHead(status(), { location: '/elsewhere' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { posts, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/geheim-adres` }
}

async function startMailServer() {
  const mails: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        // Without the line ends that quoted-printable puts in.
        mails.push(Buffer.concat(parts).toString().replaceAll('=\r\n', ''))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { mails, port: (server.server.address() as AddressInfo).port }
}

async function startScene() {
  const folder = mkdtempSync(join(tmpdir(), 's-connect-alerts-'))
  let now = Date.UTC(2026, 2, 14, 12)
  const store = openSqliteStore({ folder, keySource: 'file', randomBytes, clock: () => now })
  const http = createHttp()
  onTestFinished(async () => {
    await http.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await store.profiles.add({
    id: first,
    description: 'winkel.example',
    shopKind: 'opencart',
    accountingKind: 'snelstart-online',
    product: 'order',
    settings: { general: {}, shop: {}, accounting: {}, sales: {}, articles: {}, customers: {}, bookkeeping: {} },
    createdAt: instantOf(now),
  })
  const parts: AlertParts = {
    store,
    clock: () => now,
    describe: ({ code }, language) => `${code} (${language})`,
    senders: { sendMail, post: (request, signal) => http.send({ ...request, method: 'POST' }, signal) },
    language: 'nl',
    address: 'http://127.0.0.1:4780',
    signal: new AbortController().signal,
  }
  const scene = {
    store,
    parts,
    advance: (minutes: number) => {
      now += minutes * minute
    },
    settings: (changes: Readonly<Record<string, unknown>>) => saveAlertSettings(store, changes, instantOf(now)),
    tell: async () =>
      (await tellAlerts(parts)).map(
        ({ channel, alert, failure }) => `${channel} ${alert.kind} ${failure?.code ?? alert.state}`,
      ),
    plan: (nextAt: Instant | null, more: { paused?: boolean; interval?: 'off' | '15m' } = {}) =>
      store.tasks.savePlan({ profile: first, task: 'importOrders', interval: '15m', nextAt, paused: false, ...more }),
    run: async (outcome: 'well' | 'failed', code = 'http.timeout') => {
      const at = instantOf(now)
      const id = await store.tasks.begin({
        profile: first,
        task: 'importOrders',
        startedAt: at,
        by: 'plan',
        holder: 'h',
      })
      const counts = { read: 0, done: 0, skipped: 0, problem: 0, unknown: 0, newCustomers: 0 }
      const failure = outcome === 'failed' ? { code, message: 'broken', context: {} } : null
      await store.tasks.end(id, { outcome, counts, failure, endedAt: at })
    },
    /** An order that could not be understood waits with a problem. */
    order: async (number: string) => {
      const lease = await store.leases.take(first, 'test', now, minute)
      if (lease === null) throw new Error('the profile is taken')
      const order = {
        id: number as ShopOrderId,
        number: number as ShopOrderNumber,
        order: null,
        problem: { code: 'order.bug', data: {} },
        raw: {},
      }
      await store.inbox.storePage(lease, { orders: [order], cursor: number, upTo: null, at: instantOf(now) })
      await store.leases.release(lease)
    },
    dismiss: (number: string) => store.inbox.dismiss(first, [number as ShopOrderId], 'klaar', instantOf(now)),
    inMinutes: (minutes: number): Instant => instantOf(now + minutes * minute),
  }
  return scene
}

const email = (port: number) => ({
  email: true,
  smtpHost: '127.0.0.1',
  smtpPort: port,
  smtpSecurity: 'none',
  emailFrom: 's-connect@winkel.example',
  emailTo: 'jan@winkel.example; piet@winkel.example',
})

test('BEY-6 orders that wait are told by e-mail and webhook, and once more when nothing waits', async () => {
  const scene = await startScene()
  const { mails, port } = await startMailServer()
  const { posts, url } = await startWebhook()
  expect(await scene.settings({ ...email(port), webhook: true, webhookUrl: url })).toEqual([])
  expect(await scene.tell()).toEqual([])
  await scene.order('1001')
  await scene.order('1002')
  expect(await scene.tell()).toEqual(['email ordersWait trouble', 'webhook ordersWait trouble'])
  expect(await scene.tell()).toEqual([])
  expect(mails[0]).toMatch(/To: jan@winkel\.example, piet@winkel\.example/)
  expect(mails[0]).toContain('winkel.example: 2 orders wachten op u: 1002, 1001.')
  expect(mails[0]).toContain('http://127.0.0.1:4780')
  expect(JSON.parse(posts[0]?.body ?? '')).toMatchObject({
    program: 's-connect',
    kind: 'ordersWait',
    state: 'trouble',
    at: '2026-03-14T12:00:00.000Z',
    profiles: [{ profile: '1', text: { en: '2 orders wait for you: 1002, 1001.' } }],
  })
  await scene.dismiss('1001')
  await scene.dismiss('1002')
  expect(await scene.tell()).toEqual(['email ordersWait well', 'webhook ordersWait well'])
  expect(await scene.tell()).toEqual([])
})

test('BEY-6 a failing task is told with its cause; one that is off or paused is not', async () => {
  const scene = await startScene()
  const { posts, url } = await startWebhook()
  await scene.settings({ webhook: true, webhookUrl: url })
  await scene.run('failed')
  await scene.plan(scene.inMinutes(15), { paused: true })
  expect(await scene.tell()).toEqual([])
  await scene.plan(null, { interval: 'off' })
  expect(await scene.tell()).toEqual([])
  await scene.plan(scene.inMinutes(15))
  expect(await scene.tell()).toEqual(['webhook taskFailed trouble'])
  expect(JSON.parse(posts[0]?.body ?? '').text).toContain('Importeren orders is mislukt. http.timeout (nl)')
  scene.advance(15)
  await scene.plan(scene.inMinutes(15))
  await scene.run('well')
  expect(await scene.tell()).toEqual(['webhook taskFailed well'])
})

test('BEY-6 a turn that does not come for half an hour is told', async () => {
  const scene = await startScene()
  const { url } = await startWebhook()
  await scene.settings({ webhook: true, webhookUrl: url })
  await scene.plan(scene.inMinutes(0))
  scene.advance(29)
  expect(await scene.tell()).toEqual([])
  scene.advance(1)
  expect(await scene.tell()).toEqual(['webhook planStalled trouble'])
})

test('a channel that fails is tried again after five minutes, and does not hold up the other', async () => {
  const scene = await startScene()
  const { mails, port } = await startMailServer()
  let status = 500
  const { posts, url } = await startWebhook(() => status)
  await scene.settings({ ...email(port), webhook: true, webhookUrl: url })
  await scene.order('1001')
  expect(await scene.tell()).toEqual(['email ordersWait trouble', 'webhook ordersWait webhook.refused'])
  scene.advance(4)
  expect(await scene.tell()).toEqual([])
  scene.advance(1)
  status = 200
  expect(await scene.tell()).toEqual(['webhook ordersWait trouble'])
  expect([mails.length, posts.length]).toEqual([1, 2])
  const [line] = await scene.store.log.page({ profile: first, level: 'extended', limit: 5 })
  expect(line).toMatchObject({ code: 'alert.failed', data: { failure: 'webhook.refused', status: '500' } })
  expect(JSON.stringify(line)).not.toContain('geheim-adres')
})

test('a message to a webhook with a secret is signed, so that the receiver can check it', async () => {
  const scene = await startScene()
  const { posts, url } = await startWebhook()
  await scene.settings({ webhookUrl: url, webhookSecret: 'sleutel' })
  await testChannel(scene.parts, 'webhook')
  const [{ headers, body } = { headers: {}, body: '' }] = posts
  const expected = createHmac('sha256', 'sleutel').update(`${headers['x-sconnect-timestamp']}\n${body}`).digest('hex')
  expect(headers['x-sconnect-signature']).toBe(expected)
  expect(headers['x-sconnect-timestamp']).toBe(String(Date.UTC(2026, 2, 14, 12) / 1000))
  expect(JSON.parse(body)).toMatchObject({ kind: 'test', state: 'test', profiles: [] })
})

test('a webhook that answers with a redirect has not taken the message', async () => {
  const scene = await startScene()
  const { posts, url } = await startWebhook(() => 302)
  await scene.settings({ webhookUrl: url })
  await expect(testChannel(scene.parts, 'webhook')).rejects.toMatchObject({ code: 'webhook.refused' })
  expect(posts).toHaveLength(1)
})

test('the test button says what is not filled in, and sends without a channel being on', async () => {
  const scene = await startScene()
  await expect(testChannel(scene.parts, 'email')).rejects.toMatchObject({
    code: 'alerts.incomplete',
    context: { nl: '‘Mailserver’, ‘Afzender’, ‘Aan’', en: '‘Mail server’, ‘From’, ‘To’' },
  })
  const { mails, port } = await startMailServer()
  await scene.settings({ ...email(port), email: false })
  await testChannel(scene.parts, 'email')
  expect(mails[0]).toContain('Subject: S-Connect: proefbericht')
})

test('secrets are kept apart: never shown, kept when left out, taken away when empty', async () => {
  const scene = await startScene()
  expect(await scene.settings({ smtpUser: 'winkel', smtpPassword: 'heel geheim' })).toEqual([])
  await scene.settings({ smtpUser: 'winkel2' })
  const shown = await readAlertSettings(scene.store)
  expect(shown.values).toMatchObject({ smtpUser: 'winkel2', smtpPassword: '' })
  expect(shown.secretSetAt['smtpPassword']).toBe('2026-03-14T12:00:00.000Z')
  expect(JSON.stringify(await scene.store.values.get('alerts'))).not.toContain('geheim')
  expect(await scene.store.secrets.get(null, 'alerts.smtpPassword')).toBe('heel geheim')
  await scene.settings({ smtpPassword: '' })
  expect((await readAlertSettings(scene.store)).secretSetAt['smtpPassword']).toBeNull()
})

test('a setting that does not fit is named and changes nothing', async () => {
  const scene = await startScene()
  expect(await scene.settings({ smtpUser: 'winkel', emailTo: 'geen adres', smtpPort: 70_000 })).toEqual([
    'smtpPort',
    'emailTo',
  ])
  expect(await scene.settings({ webhookUrl: 'file:///etc/passwd' })).toEqual(['webhookUrl'])
  expect(await scene.settings({ onbekend: true })).toEqual(['onbekend'])
  expect((await readAlertSettings(scene.store)).values).toMatchObject({ smtpUser: '', smtpPort: 587 })
})
