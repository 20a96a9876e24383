import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { CalendarDate, Instant, ProfileId } from '../core/ids.ts'
import type { Licence } from '../core/licence/licence-file.ts'
import { makerPublicKey } from '../licence-key.ts'
import { openSqliteStore } from '../store/sqlite/index.ts'
import { applyLicence, issueLicence, licenceStanding, loadLicence, requireLicensed, requireRoom } from './licence.ts'

const noon = Date.UTC(2026, 2, 14, 12)
const dayMs = 86_400_000

function makeKeys() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    file: 'maker.pem',
    licenceKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  }
}
const maker = makeKeys()

const issued = (more: Partial<Licence> = {}, key = maker) =>
  issueLicence(
    {
      holder: 'Winkel',
      product: 's-connect',
      profiles: 2,
      kinds: [],
      issued: '2026-03-14' as CalendarDate,
      until: '2026-12-31' as CalendarDate,
      ...more,
    },
    key,
  )

/** Profiles '1', '2' and '3', each with a plan. */
async function startScene() {
  const folder = mkdtempSync(join(tmpdir(), 's-connect-licence-'))
  let now = noon
  const store = openSqliteStore({ folder, keySource: 'file', randomBytes, clock: () => now })
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  for (const id of ['1', '2', '3'] as ProfileId[]) {
    const settings = { general: {}, shop: {}, accounting: {}, sales: {}, articles: {}, customers: {}, bookkeeping: {} }
    const createdAt = new Date(noon + Number(id)).toISOString() as Instant
    const kinds = { shopKind: 'opencart', accountingKind: 'snelstart-online', product: 'order' } as const
    await store.profiles.add({ id, description: '', ...kinds, settings, createdAt })
    await store.tasks.savePlan({ profile: id, task: 'importOrders', interval: '15m', nextAt: createdAt, paused: false })
  }
  return {
    parts: { store, clock: () => now, licenceKey: maker.licenceKey },
    store,
    advance: (days: number) => {
      now += days * dayMs
    },
    paused: async () => (await store.tasks.plans()).filter(({ paused }) => paused).map(({ profile }) => profile),
  }
}

test('PROF-2 without a licence one profile runs, the others are paused', async () => {
  const { parts, paused } = await startScene()
  await applyLicence(parts)
  expect(await paused()).toEqual(['2', '3'])
  await expect(requireLicensed(parts, '2' as ProfileId)).rejects.toMatchObject({ code: 'licence.paused' })
  await requireLicensed(parts, '1' as ProfileId)
})

test('PROF-4 a licence that is read in lets its profiles go on, and no profile is ever deleted', async () => {
  const { parts, paused, store } = await startScene()
  await applyLicence(parts)
  const standing = await loadLicence(parts, issued())
  expect(standing).toMatchObject({ running: ['1', '2'], surplus: ['3'], problem: null })
  expect(await paused()).toEqual(['3'])
  await loadLicence(parts, issued({ profiles: 5 }))
  expect(await paused()).toEqual([])
  await loadLicence(parts, issued({ profiles: 1 }))
  expect(await paused()).toEqual(['2', '3'])
  expect(await store.profiles.list()).toHaveLength(3)
})

test('PROF-4 a plan that a person paused stays so', async () => {
  const { parts, paused, store } = await startScene()
  const task = 'importOrders'
  await store.tasks.savePlan({ ...(await store.tasks.plan('2' as ProfileId, task)), paused: true })
  await applyLicence(parts)
  await loadLicence(parts, issued({ profiles: 5 }))
  expect(await paused()).toEqual(['2'])
})

test('PROF-4 a bad signature, another product or an expired licence changes nothing', async () => {
  const { parts, paused } = await startScene()
  await loadLicence(parts, issued({ profiles: 3 }))
  const bad: readonly (readonly [string, string])[] = [
    ['licence.signature', issued({ profiles: 9 }, makeKeys())],
    ['licence.signature', issued().replace('"Winkel"', '"Een ander"')],
    ['licence.signature', issued().replace(/"signature": ".*"/, '"signature": "AAAA"')],
    ['licence.otherProduct', issued({ product: 's-desk' })],
    ['licence.expired', issued({ until: '2026-03-13' as CalendarDate })],
    ['licence.unreadable', 'geen licentie'],
  ]
  for (const [code, text] of bad) await expect(loadLicence(parts, text)).rejects.toMatchObject({ code })
  expect(await licenceStanding(parts)).toMatchObject({ licence: { profiles: 3 }, surplus: [] })
  expect(await paused()).toEqual([])
})

test('PROF-4 a licence that runs out counts as none, and says so', async () => {
  const { parts, paused, advance } = await startScene()
  await loadLicence(parts, issued({ profiles: 3, until: '2026-03-15' as CalendarDate }))
  advance(1)
  expect((await applyLicence(parts)).problem).toBeNull()
  advance(1)
  expect(await applyLicence(parts)).toMatchObject({
    licence: null,
    problem: { code: 'licence.expired' },
    surplus: ['2', '3'],
  })
  expect(await paused()).toEqual(['2', '3'])
})

test('PROF-4 a licence that was put into the database by hand counts for nothing', async () => {
  const { parts, store } = await startScene()
  await store.values.set('licence', issued({ profiles: 99 }, makeKeys()))
  expect(await licenceStanding(parts)).toMatchObject({ licence: null, problem: { code: 'licence.signature' } })
})

test('PROF-2 no more profiles are made than the licence allows, nor of other kinds', async () => {
  const { parts } = await startScene()
  const wanted = { shopKind: 'opencart', product: 'order' } as const
  await expect(requireRoom(parts, wanted)).rejects.toMatchObject({ code: 'licence.full', context: { most: '1' } })
  await loadLicence(parts, issued({ profiles: 4, kinds: ['opencart'] }))
  await requireRoom(parts, wanted)
  await expect(requireRoom(parts, { ...wanted, shopKind: 'myshop' })).rejects.toMatchObject({ code: 'licence.kind' })
})

test('a licence is issued with the maker’s key only', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const pem = rsa.export({ type: 'pkcs8', format: 'pem' }).toString()
  expect(() => issued({}, { ...maker, pem })).toThrow(expect.objectContaining({ code: 'licence.keyUnusable' }))
  expect(() => issued({}, { ...maker, pem: 'geen sleutel' })).toThrow(
    expect.objectContaining({ code: 'licence.keyUnusable', context: { file: 'maker.pem' } }),
  )
  expect(() => issued({}, { ...maker, licenceKey: makerPublicKey })).toThrow(
    expect.objectContaining({ code: 'licence.keyOther' }),
  )
})
