// Product 'bookkeeping': from an order in the shop to a sales entry in SnelStart, each once.
import { afterEach, expect, test } from 'vitest'
import { guest, mugOrder, type Scene, type SceneOptions, startScene } from '../../test/support/scene.ts'

const scenes: Scene[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})
const begin = async (options: SceneOptions = {}): Promise<Scene> => {
  const scene = await startScene({ product: 'bookkeeping', orders: [mugOrder(1, guest('Jan'))], ...options })
  scenes.push(scene)
  return scene
}
const codes = async (scene: Scene): Promise<readonly string[]> =>
  (await scene.log()).filter(({ level }) => level === 'normal').map(({ code }) => code)

test('FIN-1 an order becomes one sales entry with its number; no article and no sales order is made', async () => {
  const scene = await begin()
  await scene.import()
  expect(scene.writes()).toEqual(['POST relaties', 'POST verkoopboekingen'])
  expect(scene.booked(1)).toMatchObject([
    {
      factuurbedrag: 16,
      boekingsregels: [
        { bedrag: 8.26, btwSoort: 'Hoog' },
        { bedrag: 4.96, btwSoort: 'Hoog' },
      ],
      btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: 2.78 }],
    },
  ])
  expect(await scene.entry(1)).toMatchObject({ state: 'done', remoteNumber: '1', warnings: [] })
  expect(await codes(scene)).toEqual(['customer.made', 'entry.made'])
})

test('BEY-1 the next run makes nothing again', async () => {
  const scene = await begin()
  await scene.import()
  scene.clock.advance(600_000)
  await scene.import()
  expect(scene.booked(1)).toHaveLength(1)
})

test('BEY-2 the preview is the entry that the import makes, and makes nothing', async () => {
  const scene = await begin()
  const [shown] = await scene.preview()
  expect(scene.writes()).toEqual([])
  expect(shown?.decision).toMatchObject({ kind: 'plan', plan: { document: { invoiceNumber: '1', totalIncl: '16' } } })
})

test.each([
  ['the answer is cut after the commit', { cutAfterCommit: true }],
  ['an error page comes after the commit', { status: 502, commit: true }],
] as const)('BEY-1 %s: the entry is found back by its number and not made again', async (_, action) => {
  const scene = await begin()
  scene.fault('POST verkoopboekingen', action)
  await scene.import()
  expect(scene.booked(1)).toHaveLength(1)
  expect(await scene.entry(1)).toMatchObject({ state: 'done', remoteNumber: '1' })
  expect(scene.writes().filter((call) => call === 'POST verkoopboekingen')).toHaveLength(1)
})

test('BEY-1 a request that was lost is in doubt first, and made when enough time has passed', async () => {
  const scene = await begin()
  scene.fault('POST verkoopboekingen', { cutBefore: true })
  await scene.import()
  expect(await scene.entry(1)).toMatchObject({ state: 'unknown', problem: { code: 'write.unknown.salesEntry' } })
  expect(scene.booked(1)).toEqual([])
  scene.clock.advance(600_000)
  await scene.import()
  expect(await scene.entry(1)).toMatchObject({ state: 'done', problem: null })
  expect(scene.booked(1)).toHaveLength(1)
})

test('BEY-1 an entry that is found back at the next start is done, and said so', async () => {
  const scene = await begin()
  scene.fault('POST verkoopboekingen', { cutAfterCommit: true })
  scene.fault('GET verkoopfacturen', { status: 502 }, { times: 10 })
  await scene.import()
  expect(await scene.entry(1)).not.toMatchObject({ state: 'done' })
  scene.clock.advance(600_000)
  await scene.import()
  await scene.import()
  expect(await scene.entry(1)).toMatchObject({ state: 'done', remoteNumber: '1' })
  expect(scene.booked(1)).toHaveLength(1)
  expect(await codes(scene)).toContain('entry.foundBack')
})

const typedIn = (change: object) => ({
  relaties: [{ relatiecode: 77, relatiesoort: ['Klant'], naam: 'Piet Anders', email: 'piet@voorbeeld.example' }],
  verkoopboekingen: [
    { factuurnummer: '1', factuurdatum: '2026-03-01T00:00:00', klant: 77, factuurbedrag: 99, ...change },
  ],
})

test('BOE-0021 the number is in use for somebody else: a problem that names whose it is', async () => {
  const scene = await begin()
  await scene.typeIn(typedIn({}))
  await scene.import()
  const { problem } = await scene.entry(1)
  expect(problem).toEqual({
    code: 'write.numberTakenBy',
    data: { invoiceNumber: '1', holder: 'Piet Anders (77)', holderDate: '01-03-2026', holderAmount: '99.00' },
  })
  expect(scene.booked(1)).toHaveLength(1)
})

test('BOE-0021 the same customer, day and total: it is ours, and done', async () => {
  const scene = await begin({ orders: [mugOrder(1, guest('Piet'))], settings: { customers: { recognition: 'email' } } })
  await scene.typeIn(typedIn({ factuurdatum: '2026-03-02T00:00:00', factuurbedrag: 16 }))
  await scene.import()
  expect(await scene.entry(1)).toMatchObject({ state: 'done', remoteNumber: '1', problem: null })
  expect(scene.booked(1)).toHaveLength(1)
})

test('FIN-2 an empty cell parks that order alone, names the cell, and its setting', async () => {
  const scene = await begin({
    orders: [mugOrder(1, guest('Jan')), mugOrder(2, guest('Piet'))],
    settings: { bookkeeping: { ledgerMatrix: {} } },
  })
  await scene.import()
  expect(await scene.entry(1)).toMatchObject({
    state: 'problem',
    problem: { code: 'entry.cellEmpty', data: { cell: 'turnover.high.nl' } },
  })
  await scene.set('bookkeeping', { ledgerMatrix: { 'turnover.high.nl': '8000' } })
  await scene.import()
  expect([await scene.entry(1), await scene.entry(2)]).toMatchObject([{ state: 'done' }, { state: 'done' }])
  expect(scene.booked(2)).toHaveLength(1)
})

test('what SnelStart refuses parks the order with its reason (BOE-0042)', async () => {
  const scene = await begin()
  await scene.typeIn({ closedUpTo: '2026-03-31' })
  await scene.import()
  const { state, problem } = await scene.entry(1)
  expect([state, problem?.code, problem?.data['reason']]).toEqual([
    'problem',
    'write.refused',
    expect.stringContaining('BOE-0042'),
  ])
})

test('USE-1 a bookkeeping profile needs no sales template, and its own settings only', async () => {
  const scene = await begin({ settings: { sales: { salesTemplate: '' }, articles: { revenueGroup: '' } } })
  await scene.import()
  expect(await scene.entry(1)).toMatchObject({ state: 'done' })
})
