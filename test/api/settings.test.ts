// Setting a profile up through the API, as the wizard and the settings page do.
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ProfileId } from '../../src/core/ids.ts'
import { guest, mugOrder } from '../support/scene.ts'
import { type ApiScene, startApi } from './api-scene.ts'

type Field = { key: string; value: unknown; secretSetAt: string | null; unavailable?: { nl: string } } & Record<
  string,
  unknown
>

async function fieldsOf(api: ApiScene, profile = '1') {
  const { json } = await (await api.owner()).get(`/api/profiles/${profile}/settings`)
  const fields: Field[] = json.tabs.flatMap((tab: { fields: Field[] }) => tab.fields)
  return {
    tabs: json.tabs,
    missing: json.missing,
    field: (key: string) => fields.find((field) => field.key === key),
    fields,
  }
}

test('the form holds every setting under the tabs of the manuals, with all that drawing it needs', async () => {
  const api = await startApi()
  const { tabs, field, fields } = await fieldsOf(api)
  expect(tabs.map(({ key, title }: { key: string; title: { nl: string } }) => [key, title.nl])).toEqual([
    ['accounting', expect.stringMatching(/^Koppeling SnelStart/)],
    ['shop', 'Koppeling OpenCart'],
    ['sales', 'Aansluiting – Verkopen'],
    ['articles', 'Aansluiting – Artikelen'],
    ['customers', 'Aansluiting – Klanten'],
  ])
  expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length)
  expect(field('sales.salesTemplate')).toMatchObject({ kind: 'text', optionsFrom: 'salesTemplates', spec: 'SALE-1' })
  expect(field('articles.revenueGroup')?.['when']).toEqual({
    key: 'articles.articleHandling',
    is: ['add', 'addAndUpdate'],
  })
  expect(field('general.startAt')?.value).toBe('2026-01-01T00:00:00Z')
  expect(field('customers.recognition')).toMatchObject({ kind: 'choice', value: 'smart', default: 'smart' })
  expect(field('accounting.clientKey')).toMatchObject({ secret: true, value: null, secretSetAt: expect.any(String) })
})

test('what the administration cannot do is told with its reason, at the choice concerned', async () => {
  const api = await startApi()
  const { field } = await fieldsOf(api)
  const choices = field('sales.recipes')?.['choices'] as { value: string; unavailable?: { nl: string } }[]
  const reasons = Object.fromEntries(choices.map(({ value, unavailable }) => [value, unavailable?.nl ?? null]))
  expect(reasons['never']).toBeNull()
  expect(reasons['always']).toMatch(/./)
})

test('a new profile names what is missing, and less and less of it as it is filled in', async () => {
  const api = await startApi()
  const { program } = api.scene
  await program.store.profiles.remove('1' as ProfileId)
  const owner = await api.owner()
  const made = await owner.post('/api/profiles', { shop: 'opencart', accounting: 'snelstart-online' })
  expect(made.json).toMatchObject({ id: '1', shop: { kind: 'opencart' }, status: { state: 'idle' } })
  expect(made.json.missing).toContain('general.startAt')
  const values = { 'general.startAt': '2026-03-01T00:00:00+01:00' }
  const { missing } = (await owner.put('/api/profiles/1/settings', { values })).json
  expect(missing).not.toContain('general.startAt')
  expect((await owner.post('/api/profiles', { shop: 'iets', accounting: 'snelstart-online' })).json.error).toBe(
    'kind.unknown',
  )
})

test('PROF-2 without a licence there is one profile', async () => {
  const api = await startApi()
  const owner = await api.owner()
  const second = await owner.post('/api/profiles', { shop: 'opencart', accounting: 'snelstart-online' })
  expect([second.status, second.json.error]).toEqual([422, 'licence.full'])
})

test('one wrong value keeps all from being saved, and says of each what would be right', async () => {
  const api = await startApi()
  const owner = await api.owner()
  const values = { 'customers.paymentTermDays': -1, 'customers.recognition': 'gok', 'sales.shippingArticle': 'NIEUW' }
  const checked = (await owner.post('/api/profiles/1/settings/check', { values })).json
  expect(checked.problems.map(({ key }: { key: string }) => key)).toEqual([
    'customers.paymentTermDays',
    'customers.recognition',
  ])
  expect(checked.problems[0].text.nl).toBe('een heel getal van 0 tot en met 1000')
  expect((await owner.put('/api/profiles/1/settings', { values })).json).toMatchObject({
    saved: [],
    problems: checked.problems,
  })
  expect((await fieldsOf(api)).field('sales.shippingArticle')?.value).toBe('VERZ')
})

test('the history says who changed what, and nothing is written where nothing changed', async () => {
  const api = await startApi()
  const owner = await api.owner()
  const save = (term: number) =>
    owner.put('/api/profiles/1/settings', { values: { 'customers.paymentTermDays': term } })
  const before = (await owner.get('/api/profiles/1/settings/history')).json.history.length
  expect((await save(14)).json.saved).toEqual(['customers.paymentTermDays'])
  expect((await save(14)).json.saved).toEqual([])
  const { history } = (await owner.get('/api/profiles/1/settings/history')).json
  expect(history).toHaveLength(before + 1)
  expect(history[0]).toMatchObject({ by: 'Eigenaar' })
  expect(history[0].changes).toEqual([
    {
      key: 'customers.paymentTermDays',
      label: { nl: 'Standaard betalingstermijn (dagen)', en: 'Default payment term (days)' },
      from: null,
      to: '14',
    },
  ])
})

test('lists to choose from are read once asked, and then cost no call', async () => {
  const api = await startApi({ orders: [mugOrder(1, guest('Anna'))] })
  const owner = await api.owner()
  expect((await owner.get('/api/profiles/1/lists')).json).toMatchObject({
    refreshedAt: null,
    lists: { salesTemplates: [] },
  })
  const { lists, administration } = (await owner.post('/api/profiles/1/lists/refresh')).json
  expect(administration).toMatch(/./)
  expect(lists.salesTemplates.map(({ value }: { value: string }) => value)).toContain('Factuur inclusief btw')
  expect(lists.revenueGroups[0]).toMatchObject({ value: expect.any(String), label: expect.any(String) })
  expect(lists.orderStatuses.length).toBeGreaterThan(0)
  const calls = api.scene.simulator.calls().length
  expect((await owner.get('/api/profiles/1/lists')).json.lists).toEqual(lists)
  const articles = (await owner.get('/api/profiles/1/lists/articles?text=verzend')).json.options
  expect(articles).toEqual([{ value: 'VERZ', label: 'Verzendkosten', detail: 'VERZ' }])
  expect(api.scene.simulator.calls().length).toBe(calls)
})

test('SNEL-6 SHOP-9 the test goes leg by leg and says what to do', async () => {
  const api = await startApi()
  const owner = await api.owner()
  const well = (await owner.post('/api/profiles/1/test', { side: 'accounting' })).json
  expect(well.ok).toBe(true)
  expect(well.legs.length).toBeGreaterThan(1)
  await owner.put('/api/profiles/1/settings', { values: { 'accounting.clientKey': 'onjuist' } })
  const { ok, legs } = (await owner.post('/api/profiles/1/test', { side: 'accounting' })).json
  expect(ok).toBe(false)
  expect(legs.find((leg: { ok: boolean }) => !leg.ok).todo.nl).toMatch(/./)
})

test('SNEL-5 with the key lost the rest goes on; the recovery code or a new key mends it', async () => {
  const api = await startApi()
  const owner = await api.owner()
  const recovery = await api.scene.program.store.secrets.renewKey()
  await owner.put('/api/profiles/1/settings', { values: { 'accounting.clientKey': 'nieuw' } })
  expect((await owner.get('/api/overview')).json.key).toBe('well')
  loseKey(api.scene.folder)
  expect((await owner.get('/api/overview')).json.key).toBe('lost')
  const refused = await owner.put('/api/profiles/1/settings', { values: { 'accounting.clientKey': 'weer nieuw' } })
  expect([refused.status, refused.json.error]).toEqual([409, 'store.keyWrong'])
  expect((await owner.post('/api/secrets/restore', { code: 'ABCD' })).json.error).toMatch(/^secrets\.recoveryCode/)
  expect((await owner.post('/api/secrets/restore', { code: recovery })).status).toBe(200)
  expect((await owner.get('/api/overview')).json.key).toBe('well')
  const renewed = (await owner.post('/api/secrets/renew')).json
  expect(renewed.recoveryCode).not.toBe(recovery)
  expect((await fieldsOf(api)).field('accounting.clientKey')?.secretSetAt).toBeNull()
})

test('a recovery code that a first secret made is given once, with the answer that saved it', async () => {
  const api = await startApi()
  const owner = await api.owner()
  api.recoveryCodes.push('ABCD-EFGH')
  const save = (key: string) => owner.put('/api/profiles/1/settings', { values: { 'accounting.clientKey': key } })
  expect((await save('een')).json.recoveryCode).toBe('ABCD-EFGH')
  expect((await save('twee')).json.recoveryCode).toBeNull()
})

test('BEY-6 alerts are set and tried; starting with the system is switched', async () => {
  const api = await startApi()
  const owner = await api.owner()
  expect((await owner.post('/api/alerts/test/email')).json.error).toBe('alerts.incomplete')
  const server = { email: true, smtpHost: 'mail.example', emailFrom: 'a@winkel.example', emailTo: 'b@winkel.example' }
  expect((await owner.put('/api/alerts', { values: { ...server, smtpPort: 0 } })).json).toMatchObject({
    saved: false,
    problems: [{ key: 'smtpPort' }],
  })
  expect((await owner.put('/api/alerts', { values: { ...server, smtpPassword: 'geheim' } })).json.saved).toBe(true)
  expect((await owner.post('/api/alerts/test/email')).status).toBe(200)
  const { fields } = (await owner.get('/api/alerts')).json as { fields: Field[] }
  expect(fields.find(({ key }) => key === 'smtpPassword')).toMatchObject({
    value: null,
    secretSetAt: expect.any(String),
  })
  expect((await owner.get('/api/autostart')).json.state).toBe('off')
  expect((await owner.put('/api/autostart', { on: true })).json).toMatchObject({ state: 'on' })
})

test('a licence that is none changes nothing and says why', async () => {
  const api = await startApi()
  const owner = await api.owner()
  const answer = await owner.post('/api/licence', { text: '{"niet":"van ons"}' })
  expect([answer.status, answer.json.error]).toEqual([422, 'licence.unreadable'])
  expect((await owner.get('/api/licence')).json).toMatchObject({
    licence: null,
    problem: null,
    running: ['1'],
    surplus: [],
  })
})

/** The key file beside the database is gone, and another stands in its place. */
function loseKey(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.includes('key'))) {
    rmSync(join(folder, name))
    writeFileSync(join(folder, name), '00'.repeat(32))
    chmodSync(join(folder, name), 0o600)
  }
}
