// Stock over the HTTP API: the task and its plan, what was changed and why, what is the matter, and the preview.
import { expect, onTestFinished, test } from 'vitest'
import type { StockSceneOptions } from '../support/stock-scene.ts'
import { startStockScene } from '../support/stock-scene.ts'
import { serveApi, startApi } from './api-scene.ts'

async function start(options?: StockSceneOptions) {
  const scene = await startStockScene(options)
  onTestFinished(() => scene.stop())
  const api = await serveApi(scene.program, scene.clock.now)
  return { scene, owner: await api.owner(), api }
}

const taskNames = (tasks: readonly { task: string }[]) => tasks.map(({ task }) => task)

test('STOCK-1 the tasks of a profile are those that its shop can do', async () => {
  const { owner } = await start()
  const { json } = await owner.get('/api/overview')
  expect(taskNames(json.profiles[0].tasks)).toEqual(['importOrders', 'exportStock'])
  expect(taskNames((await owner.get('/api/profiles/1/plan')).json.plans)).toEqual(['importOrders', 'exportStock'])
  const planned = await owner.put('/api/profiles/1/plan', { task: 'exportStock', interval: '1h' })
  expect(planned).toMatchObject({ status: 200, json: { task: 'exportStock', interval: '1h' } })
  const refused = await owner.put('/api/profiles/1/plan', { task: 'syncArticles', interval: '1h' })
  expect(refused).toMatchObject({ status: 422, json: { error: 'task.notSupported' } })
  expect(refused.json.text.nl).toBe('Deze webshop kan de taak ‘Artikelen synchroniseren’ niet.')
})

test('a shop that takes no stock has no such task, and its settings of stock say why', async () => {
  const { owner } = await startApi().then(async (api) => ({ owner: await api.owner() }))
  expect(taskNames((await owner.get('/api/overview')).json.profiles[0].tasks)).toEqual(['importOrders'])
  expect((await owner.get('/api/profiles/1/stock')).json.supported).toBe(false)
  expect((await owner.post('/api/profiles/1/run', { task: 'exportStock' })).status).toBe(422)
  const { tabs } = (await owner.get('/api/profiles/1/settings')).json
  const fields = tabs.flatMap(
    ({ fields }: { fields: readonly { key: string; unavailable?: { nl: string } }[] }) => fields,
  )
  const field = fields.find(({ key }: { key: string }) => key === 'articles.negativeStock')
  expect(field.unavailable.nl).toBe('OpenCart neemt geen voorraad aan van S-Connect.')
})

test('run now, then every change with old, new and why, found by article', async () => {
  const { owner, scene, api } = await start({ inShop: { 'ART-2': 3 } })
  scene.shop.sell('1001', { 'ART-1': 2 })
  const run = await api.service.runNow(scene.profile, { task: 'exportStock' })
  expect(run.started && (await run.finished)).toMatchObject({
    task: 'exportStock',
    outcome: 'well',
    counts: { done: 1, stockWritten: 1 },
  })
  const { json } = await owner.get('/api/profiles/1/stock/changes')
  expect(json.changes).toMatchObject([{ code: 'ART-2', from: 3, to: 20, why: { nl: 'vrij 20', en: 'free 20' } }])
  scene.shop.sell('1002', { 'ART-3': 5 })
  expect((await owner.post('/api/profiles/1/run', { task: 'exportStock' })).status).toBe(202)
  await expect.poll(async () => (await owner.get('/api/profiles/1/stock/changes')).json.changes.length).toBe(2)
  const found = (await owner.get('/api/profiles/1/stock/changes?text=art-3')).json
  expect(found.changes).toMatchObject([{ code: 'ART-3', from: 30, to: 25, taken: '5' }])
  expect(found.changes[0].why.nl).toMatch(/^vrij 30, min 5 in SnelStart \(order \d+\)$/)
  const page = (await owner.get('/api/profiles/1/stock/changes?limit=1')).json
  const rest = (await owner.get(`/api/profiles/1/stock/changes?before=${page.next}`)).json
  expect([page.changes[0].code, rest.changes[0].code]).toEqual(['ART-3', 'ART-2'])
  expect(scene.shop.quantities()).toEqual({ 'ART-1': 8, 'ART-2': 20, 'ART-3': 25 })
})

test('what is the matter is told in both languages, with what the shop says', async () => {
  const { owner, scene } = await start({ inShop: { ZONDER: 1, 'ART-1': 0, 'ART-2': 0 } })
  scene.shop.stock.get('key-ART-2')!.notManaged = 'stockShop.virtual'
  scene.shop.misbehave.refusedCodes.add('ART-1')
  await scene.export()
  const { json } = await owner.get('/api/profiles/1/stock/problems')
  expect(json.total).toBe(3)
  expect(json.problems.map(({ text }: { text: { nl: string } }) => text.nl)).toEqual([
    'Van artikel ART-2 (Artikel ART-2) kan de voorraad in de webshop niet worden geschreven: Een download heeft geen voorraad.',
    'De webshop weigerde de voorraad van artikel ART-1 (Artikel ART-1): De winkel wil dit artikel niet wijzigen.',
    'Artikel ZONDER (Artikel ZONDER) uit de webshop staat niet in SnelStart; de voorraad in de webshop blijft zoals hij is.',
  ])
  expect((await owner.get('/api/profiles/1/stock/problems?text=zonder')).json.total).toBe(1)
  expect((await owner.get('/api/profiles/1/stock')).json).toMatchObject({ supported: true, problems: 3 })
})

test('the preview tells what would be written and writes nothing', async () => {
  const { owner, scene } = await start({ inShop: { 'ART-2': 3, 'ART-3': 1 } })
  const { json } = await owner.get('/api/profiles/1/stock/preview?limit=1')
  expect(json).toMatchObject({ total: 2, matched: 3, heldBack: 0, changes: [{ code: 'ART-2', from: 3, to: 20 }] })
  const found = (await owner.get('/api/profiles/1/stock/preview?text=ART-3&whole=true')).json
  expect(found.changes).toMatchObject([{ code: 'ART-3', to: 30 }])
  expect(scene.shop.batches).toEqual([])
})

test('‘whole’ reads the shop’s stock anew, also where that was done today', async () => {
  const { owner, scene } = await start()
  await scene.export()
  scene.shop.stock.get('key-ART-1')!.quantity = 1
  await owner.post('/api/profiles/1/run', { task: 'exportStock', whole: true })
  await expect.poll(() => scene.shop.quantities()['ART-1']).toBe(10)
})

test('a bookkeeper reads it and runs nothing', async () => {
  const { api } = await start()
  const bookkeeper = await api.bookkeeper()
  expect((await bookkeeper.get('/api/profiles/1/stock/changes')).status).toBe(200)
  expect((await bookkeeper.post('/api/profiles/1/run', { task: 'exportStock' })).status).toBe(403)
})
