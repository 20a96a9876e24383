// Choices for fields that are looked for before anything is saved (SNEL-2, SNEL-3), and kinds of administration that this machine
// cannot do everything with (SNEL-1): what the API tells the page, whatever the kind is called.
import { expect, test } from 'vitest'
import { type AccountingKind, defineAccounting, type OfferedList } from '../../src/accounting/accounting.ts'
import { ConnectionFailed, SettingsWrong } from '../../src/core/failures.ts'
import type { ProfileId } from '../../src/core/ids.ts'
import type { Text } from '../../src/core/text.ts'
import { instantOf } from '../../src/runs/context.ts'
import { offerChoices } from '../../src/runs/offer-choices.ts'
import { type Program, profileOf } from '../../src/runs/program.ts'
import { field } from '../../src/settings/field.ts'
import { startScene } from '../support/scene.ts'
import { serveApi } from './api-scene.ts'

const words = (nl: string, en: string) => ({ nl, en, help: { nl, en }, spec: 'SNEL-2', group: 'snelstart' })

const settings = {
  server: field.text({ ...words('Server', 'Server'), required: true, optionsFrom: 'sqlServers' }),
  administration: field.text({ ...words('Administratie', 'Administration'), optionsFrom: 'administrations' }),
  user: field.text({ ...words('Gebruiker', 'User'), default: 'Beheerder', max: 20 }),
  password: field.secret(words('Wachtwoord', 'Password')),
}

const messages = {
  'elsewhere.off': {
    spec: 'SNEL-2',
    text: { nl: '{server} staat uit.', en: '{server} is switched off.' },
    todo: { nl: 'Zet hem aan.', en: 'Switch it on.' },
  },
}

const onlyThere: Text = { nl: 'Schrijven kan alleen daar.', en: 'Writing works over there only.' }
const byTheSign: Text = { nl: 'Te herkennen aan het bordje.', en: 'You know it by the sign.' }

type Offer = NonNullable<AccountingKind<typeof settings>['offer']>
type Seen = { readonly list: OfferedList; readonly settings: Parameters<Offer>[1] }

/** A profile of a kind whose choices come from `offer`. */
async function startElsewhere(offer: Offer = async () => ({ options: [], note: null })) {
  const seen: Seen[] = []
  const kind = defineAccounting({
    kind: 'elsewhere',
    title: { nl: 'Elders', en: 'Elsewhere' },
    help: byTheSign,
    settings,
    messages,
    connect: async () => {
      throw new SettingsWrong('settings.missing', 'nothing is opened here')
    },
    offer: (list, given, ...more) => {
      seen.push({ list, settings: given })
      return offer(list, given, ...more)
    },
    obstacle: () => onlyThere,
  })
  const scene = await startScene()
  const program: Program = { ...scene.program, accountings: [...scene.program.accountings, kind] }
  const at = instantOf(scene.clock.now())
  const { store } = program
  const existing = await profileOf(program, scene.profile)
  const id = '2' as ProfileId
  await store.profiles.add({
    ...existing,
    id,
    accountingKind: 'elsewhere',
    settings: { ...existing.settings, accounting: { server: 'KANTOOR' } },
  })
  await store.secrets.set(id, 'accounting.password', 'bewaard', at)
  const api = await serveApi(program, scene.clock.now)
  return { program, api, id, seen, stop: () => scene.stop() }
}

test('SNEL-2 choices are looked for with what was typed and else with what is saved, passwords too; nothing of it is kept', async () => {
  const { api, program, id, seen, stop } = await startElsewhere(async () => ({
    options: ['Jansen B.V.', 'De Vries', 'Jansen B.V.'],
    note: null,
  }))
  const owner = await api.owner()
  const ask = (values: Record<string, unknown>) =>
    owner.post('/api/profiles/2/offers', { list: 'administrations', values })

  const early = await ask({ 'accounting.server': ' ' })
  expect(early.json).toEqual({ options: [], note: { nl: 'Vul eerst ‘Server’ in.', en: 'Fill in ‘Server’ first.' } })
  expect(seen).toEqual([])
  const first = await ask({})
  expect([first.status, first.json]).toEqual([200, { options: ['Jansen B.V.', 'De Vries'], note: null }])
  await ask({ 'accounting.server': ' WINKEL ', 'accounting.password': 'getypt', 'sales.salesTemplate': 'x' })
  // Half an odd value counts as not typed; an emptied password is an empty one.
  await ask({ 'accounting.user': 'x'.repeat(21), 'accounting.password': '' })
  expect(seen.map(({ list, settings: { server, user, password } }) => [list, server, user, password])).toEqual([
    ['administrations', 'KANTOOR', 'Beheerder', 'bewaard'],
    ['administrations', 'WINKEL', 'Beheerder', 'getypt'],
    ['administrations', 'KANTOOR', 'Beheerder', ''],
  ])
  expect((await profileOf(program, id)).settings.accounting).toEqual({ server: 'KANTOOR' })
  expect(await program.store.secrets.get(id, 'accounting.password')).toBe('bewaard')
  await stop()
})

test('SNEL-2 what fails outside is a note in words, with what to do, and never an error', async () => {
  const { api, stop } = await startElsewhere(async (_list, { server }) => {
    throw new ConnectionFailed('elsewhere.off', 'off', { sent: false, context: { server } })
  })
  const owner = await api.owner()
  const off = await owner.post('/api/profiles/2/offers', { list: 'sqlServers' })
  expect([off.status, off.json]).toEqual([
    200,
    {
      options: [],
      note: {
        nl: 'KANTOOR staat uit. Zet hem aan.',
        en: 'KANTOOR is switched off. Switch it on.',
      },
    },
  ])
  const online = await owner.post('/api/profiles/1/offers', { list: 'sqlServers' })
  expect(online.json.note.nl).toBe('Bij SnelStart Online valt hier niets te kiezen.')
  expect((await owner.post('/api/profiles/2/offers', { list: 'customers' })).status).toBe(400)
  expect((await owner.post('/api/profiles/9/offers', { list: 'sqlServers' })).status).toBe(404)
  expect(api.reported).toEqual([])
  await stop()
})

test('SNEL-2 a search that does not end in time is left, also where it does not listen', async () => {
  const { program, id, stop } = await startElsewhere(() => new Promise(() => {}))
  const profile = await profileOf(program, id)
  const ask = { list: 'sqlServers', values: {} } as const
  const never = new AbortController().signal
  const late = await offerChoices(program, profile, ask, never, 20)
  expect(late).toEqual({
    options: [],
    note: { nl: expect.stringMatching(/geen antwoord.*Typ/), en: expect.any(String) },
  })
  const left = new AbortController()
  const asked = offerChoices(program, profile, ask, left.signal)
  left.abort(new Error('the page was closed'))
  await expect(asked).rejects.toThrow('the page was closed')
  await stop()
})

test('only the owner may have something looked for, and only from the page itself', async () => {
  const { api, seen, stop } = await startElsewhere()
  const ask = { list: 'sqlServers', values: {} }
  const owner = await api.owner()
  const forged = await owner.ask('POST', '/api/profiles/2/offers', { headers: { 'x-csrf': 'x' }, body: ask })
  expect(forged.status).toBe(403)
  expect((await (await api.bookkeeper()).post('/api/profiles/2/offers', ask)).status).toBe(403)
  expect((await api.visitor().post('/api/profiles/2/offers', ask)).status).toBe(401)
  expect(seen).toEqual([])
  await stop()
})

test('SNEL-1 each kind comes with the sentence by which one knows it, and with what this machine cannot do', async () => {
  const { api, stop } = await startElsewhere()
  const owner = await api.owner()
  const { accountings } = (await owner.get('/api/kinds')).json
  expect(accountings.at(-1)).toEqual({
    kind: 'elsewhere',
    title: { nl: 'Elders', en: 'Elsewhere' },
    help: byTheSign,
    obstacle: onlyThere,
  })
  expect(accountings.find(({ kind }: { kind: string }) => kind === 'snelstart-online')).toMatchObject({
    help: { nl: expect.stringMatching(/SnelStart Web/) },
    obstacle: null,
  })
  const [tab, shop] = (await owner.get('/api/profiles/2/settings')).json.tabs
  expect([tab.notice, shop.notice]).toEqual([onlyThere, null])
  const offered = tab.fields.map(({ key, offered }: { key: string; offered: boolean }) => [key, offered])
  expect(offered).toEqual([
    ['accounting.server', true],
    ['accounting.administration', true],
    ['accounting.user', false],
    ['accounting.password', false],
  ])
  await stop()
})
