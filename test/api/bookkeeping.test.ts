import { expect, test } from 'vitest'
import { entryViewer } from '../../src/api/views/order.ts'
import { profileOf } from '../../src/runs/program.ts'
import { guest, mugOrder } from '../support/scene.ts'
import { startApi } from './api-scene.ts'

const orders = [mugOrder(1, guest('Jan')), mugOrder(2, guest('Piet'))]
const booked = async () => {
  const api = await startApi({ product: 'bookkeeping', orders })
  await api.scene.import()
  return { api, owner: await api.owner() }
}

test('PROF-1 a profile is made with its product, and has the settings of that product only', async () => {
  const api = await startApi()
  const owner = await api.owner()
  const made = await owner.post('/api/profiles', {
    shop: 'opencart',
    accounting: 'snelstart-online',
    product: 'bookkeeping',
  })
  // Without a licence there is room for one profile (PROF-2).
  expect(made.json).toMatchObject({ error: 'licence.full' })
  await owner.ask('DELETE', '/api/profiles/1')
  const { json } = await owner.post('/api/profiles', {
    shop: 'opencart',
    accounting: 'snelstart-online',
    product: 'bookkeeping',
  })
  expect(json).toMatchObject({ product: 'bookkeeping' })
  const settings = await owner.get(`/api/profiles/${json.id}/settings`)
  expect(settings.json.tabs.map((tab: { key: string }) => tab.key)).toEqual([
    'accounting',
    'shop',
    'bookkeeping',
    'customers',
  ])
  expect(settings.json.missing.filter((key: string) => /^(sales|articles)\./.test(key))).toEqual([])
})

test('PROF-1 a product that there is not is refused', async () => {
  const owner = await (await startApi()).owner()
  const answer = await owner.post('/api/profiles', { shop: 'opencart', accounting: 'snelstart-online', product: 'x' })
  expect(answer.status).toBe(400)
})

test('FIN-1 an order tells its entry with the names of the accounts', async () => {
  const { owner } = await booked()
  const { json } = await owner.get('/api/profiles/1/orders/1')
  expect(json).toMatchObject({
    document: null,
    salesEntry: {
      invoiceNumber: '1',
      lines: [
        { account: '8000', accountName: 'Omzet hoog (goederen)', amountExcl: '8.26', vatKind: 'high' },
        { account: '8400', accountName: 'Doorberekende verzendkosten', amountExcl: '4.96', vatKind: 'high' },
      ],
      vat: [{ kind: 'high', amount: '2.78' }],
      totalIncl: '16',
      differs: false,
    },
  })
})

test('BEY-2 the preview tells the entry that would be made', async () => {
  const api = await startApi({ product: 'bookkeeping', orders })
  const { json } = await (await api.owner()).get('/api/profiles/1/preview')
  expect(json.orders.map(({ salesEntry }: { salesEntry: object }) => salesEntry)).toMatchObject([
    { invoiceNumber: '1' },
    { invoiceNumber: '2' },
  ])
  expect(api.scene.writes()).toEqual([])
})

test('FIN-2 the ledger accounts are told with what decides where they may stand', async () => {
  const { owner } = await booked()
  const { json } = await owner.get('/api/profiles/1/ledger-accounts')
  expect(json.accounts).toContainEqual(
    expect.objectContaining({ number: '8000', ledgerFunction: 'VerkopenOmzetHoog', vatKinds: ['high'] }),
  )
  const lists = await owner.get('/api/profiles/1/lists')
  expect(lists.json.lists.ledgerAccounts).toContainEqual(expect.objectContaining({ value: '8000' }))
})

test('FIN-4 shop and books agree where everything was booked, and the order that waits explains a difference', async () => {
  const { api, owner } = await booked()
  const path = '/api/profiles/1/comparison?from=2026-03-01&to=2026-03-31'
  const all = await owner.get(path)
  expect(all.json).toMatchObject({
    agrees: true,
    periods: [
      {
        period: '2026-03',
        orders: 2,
        bookedOrders: 2,
        rows: [{ vatPercent: '21', region: 'nl', shop: { baseExcl: '26.44', vatAmount: '5.56' }, explained: [] }],
      },
    ],
  })
  await api.scene.set('bookkeeping', { ledgerMatrix: {} })
  const other = await startApi({
    product: 'bookkeeping',
    orders,
    settings: { bookkeeping: { ledgerMatrix: {} } },
  })
  await other.scene.import()
  const { json } = await (await other.owner()).get(path)
  expect(json.agrees).toBe(false)
  const [row] = json.periods[0].rows
  expect(row.explained.map(({ number, why }: { number: string; why: object }) => [number, why])).toEqual([
    ['1', { nl: 'Niet geboekt: er is een melding', en: 'Not booked: there is a message' }],
    ['2', { nl: 'Niet geboekt: er is een melding', en: 'Not booked: there is a message' }],
  ])
})

test('FIN-4 the comparison is a workbook as well', async () => {
  const { owner } = await booked()
  const answer = await owner.get('/api/profiles/1/comparison/export.xlsx?from=2026-03-01&to=2026-03-31')
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toContain('spreadsheetml')
  expect(answer.bytes.subarray(0, 2).toString()).toBe('PK')
})

test('a day that is no day is refused', async () => {
  const { owner } = await booked()
  expect((await owner.get('/api/profiles/1/comparison?from=2026-02-31&to=x')).status).toBe(400)
})

test.each([
  ['order', 'sales.addresses'],
  ['bookkeeping', null],
] as const)('a message in %s leads to a setting that the profile has', async (product, setting) => {
  const { scene } = await startApi({ product, orders: orders.slice(0, 1) })
  await scene.import()
  const profile = await profileOf(scene.program, scene.profile)
  const problem = { code: 'address.countryMissing', data: { whichNl: '', whichEn: '', country: 'Atlantis' } }
  expect(entryViewer(scene.program, profile).problem(await scene.entry(1), problem)).toMatchObject({ setting })
})
