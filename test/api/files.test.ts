// SHOP-6 files that people give, through the API: kept, listed, removed, read by the next import; and a mapping tried out.
import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ProfileId } from '../../src/core/ids.ts'
import { instantOf } from '../../src/runs/context.ts'
import { generateOrder, toXml } from '../../src/shops/shopfactory/fake.ts'
import { shopFactory } from '../../src/shops/shopfactory/index.ts'
import { startApi, type Visitor } from './api-scene.ts'

/** The scene's own profile is of another shop; this one is read from files. */
async function startWithFiles() {
  const api = await startApi()
  const { program } = api.scene
  const id = 'files' as ProfileId
  const [first] = await program.store.profiles.list()
  if (first === undefined) throw new Error('no profile')
  await program.store.profiles.add({
    ...first,
    id,
    shopKind: shopFactory.kind,
    createdAt: instantOf(api.scene.clock.now()),
    settings: { ...first.settings, shop: {}, general: { startAtNumber: '1' } },
  })
  return { api, folder: program.uploads?.(id) ?? '', owner: await api.owner() }
}

const give = (visitor: Visitor, name: string, raw: string) =>
  visitor.ask('POST', `/api/profiles/files/files?name=${encodeURIComponent(name)}`, {
    raw,
    headers: { 'content-type': 'application/octet-stream' },
  })

test('a given file is kept as it is, listed and removed again', async () => {
  const { owner, folder } = await startWithFiles()
  const xml = toXml([generateOrder(1), generateOrder(2)])
  expect(await give(owner, 'mei.xml', xml)).toMatchObject({
    status: 200,
    json: { name: 'mei.xml', bytes: Buffer.byteLength(xml) },
  })
  expect((await owner.get('/api/profiles/files/files')).json.files).toMatchObject([{ name: 'mei.xml' }])
  expect((await owner.ask('DELETE', '/api/profiles/files/files/mei.xml')).status).toBe(200)
  expect(readdirSync(folder)).toEqual([])
})

test('a name cannot lead out of the folder, and only order files are taken', async () => {
  const { owner, folder } = await startWithFiles()
  expect((await give(owner, '../../../weg/..\\kwaad.xml', 'x')).json.name).toBe('kwaad.xml')
  expect(readdirSync(folder)).toEqual(['kwaad.xml'])
  expect(await give(owner, 'programma.sh', 'x')).toMatchObject({ json: { error: 'files.name' } })
  expect(await give(owner, '.xml', 'x')).toMatchObject({ json: { error: 'files.name' } })
})

test('a bookkeeper gives nothing and takes nothing away', async () => {
  const { api, folder } = await startWithFiles()
  const bookkeeper = await api.bookkeeper()
  expect((await give(bookkeeper, 'mei.xml', 'x')).status).toBe(403)
  expect((await bookkeeper.ask('DELETE', '/api/profiles/files/files/mei.xml')).status).toBe(403)
  expect(existsSync(folder)).toBe(false)
})

test('a mapping is tried on a sample: its orders, what does not fit, and what was left lying', async () => {
  const { owner } = await startWithFiles()
  const xml = toXml([generateOrder(1), generateOrder(2)]).replace(' total="', ' surprise="7" total="9')
  const sample = Buffer.from(xml).toString('base64')
  const { json } = await owner.post('/api/profiles/files/mapping/try', { name: 'mei.xml', mapping: '', sample })
  expect(json).toMatchObject({
    count: 2,
    orders: [
      { number: '1', customer: 'Núñez & Zn', difference: expect.stringMatching(/^9/), reason: null },
      { number: '2', difference: null, vatDifferences: [] },
    ],
  })
  expect(json.unused).toContainEqual({ path: 'basket/@surprise', times: 1, example: '7' })
  const wrong = await owner.post('/api/profiles/files/mapping/try', { name: 'mei.xml', mapping: '{}', sample })
  expect(wrong.json).toMatchObject({ error: 'mapping.wrong', text: { nl: expect.stringContaining('veldindeling') } })
})

test('a shop that is not read from files takes none', async () => {
  const { owner } = await startWithFiles()
  const answer = await owner.ask('POST', '/api/profiles/1/files?name=a.xml', {
    raw: 'x',
    headers: { 'content-type': 'application/octet-stream' },
  })
  expect(answer.json).toMatchObject({ error: 'files.notHere' })
})
