// The API as the page uses it, on the real store with the fake shop and the simulator behind it.
import { expect, test } from 'vitest'
import { guest, mugOrder, seedArticle } from '../support/scene.ts'
import { startApi } from './api-scene.ts'

test('USE-2 the overview is green only when everything is made and the plan is on', async () => {
  const api = await startApi({ orders: [mugOrder(1, guest('Anna'))] })
  const owner = await api.owner()
  const kind = async () => (await owner.get('/api/overview')).json.headline.kind
  expect(await kind()).toBe('empty')
  expect((await owner.put('/api/profiles/1/plan', { task: 'importOrders', interval: '15m' })).status).toBe(200)
  expect((await owner.post('/api/profiles/1/run', { task: 'importOrders' })).status).toBe(202)
  await ended(api)
  const { json } = await owner.get('/api/overview')
  expect(json.headline).toMatchObject({ kind: 'well', attention: 0, waiting: 0, upToNumber: '1' })
  expect(json.profiles[0].tasks[0].last).toMatchObject({ outcome: 'well', counts: { done: 1, newCustomers: 1 } })
  await owner.put('/api/profiles/1/plan', { task: 'importOrders', interval: 'off' })
  expect(await kind()).toBe('planOff')
})

test('an order tells both sides line by line, how its customer was recognised and every step', async () => {
  const api = await startApi({ orders: [mugOrder(1, guest('Anna'))] })
  await api.scene.import()
  const owner = await api.owner()
  const { json } = await owner.get('/api/profiles/1/orders/1')
  expect(json.entry).toMatchObject({ number: '1', state: 'done', amount: { value: '16', currency: 'EUR' } })
  expect(json.rows.map(({ kind, differs }: { kind: string; differs: boolean }) => [kind, differs])).toEqual([
    ['line', false],
    ['charge', false],
  ])
  expect(json.rows[1]).toMatchObject({ shop: { amount: '6' }, snelstart: { code: 'VERZ', amount: '6' } })
  expect(json.totals).toEqual({ shop: '16', snelstart: '16', differs: false })
  expect(json.customer.how.at(-1).text.nl).toMatch(/^Nieuwe klant: Anna Jansen/)
  expect(json.effects.map(({ step, state }: { step: string; state: string }) => [step, state])).toEqual([
    ['customer', 'done'],
    ['salesOrder', 'done'],
  ])
  expect(json.log.map(({ code }: { code: string }) => code)).toContain('order.made')
  const raw = await owner.get('/api/profiles/1/orders/1/raw')
  expect(JSON.stringify(raw.json.raw)).toContain('anna@voorbeeld.example')
})

test('a problem names its cause, its next step and the setting; saving that setting decides the order anew', async () => {
  const settings = { sales: { shippingArticle: '' } }
  const api = await startApi({ orders: [mugOrder(1, guest('Anna'))], settings })
  await api.scene.import()
  const owner = await api.owner()
  const [entry] = (await owner.get('/api/profiles/1/orders?state=open')).json.entries
  expect(entry.problem).toMatchObject({ setting: 'sales.shippingArticle', level: 'problem' })
  expect(entry.problem.text.nl).toContain('€ 16,00')
  expect(entry.problem.text.en).toContain('€16.00')
  await owner.put('/api/profiles/1/plan', { task: 'importOrders', interval: '15m' })
  const settled = orderSettled(api, 'done')
  const saved = await owner.put('/api/profiles/1/settings', { values: { 'sales.shippingArticle': 'VERZ' } })
  expect(saved.json).toMatchObject({ saved: ['sales.shippingArticle'], problems: [] })
  await settled
  const after = await owner.get('/api/profiles/1/orders?state=done')
  expect(after.json.entries[0]).toMatchObject({ number: '1', problem: null })
})

test('USE-2 a person chooses the customer where recognition cannot tell; the order is made for them and says who chose', async () => {
  const relation = (relatiecode: number, naam: string) => ({
    ...{ relatiecode, naam, email: 'anna@voorbeeld.example', relatiesoort: ['Klant'] },
  })
  const relaties = [relation(500, 'Anna Jansen'), relation(501, 'A. Jansen-de Wit')]
  const artikelen = [seedArticle('ART-0001', 'Mok', 1), seedArticle('VERZ', 'Verzendkosten', 8)]
  const api = await startApi({
    orders: [mugOrder(1, guest('Anna'))],
    simulator: { seed: { artikelen, relaties } },
    settings: { customers: { recognition: 'email' } },
  })
  await api.scene.import()
  const owner = await api.owner()
  const order = async () => (await owner.get('/api/profiles/1/orders/1')).json
  expect((await order()).entry.problem.code).toBe('customer.ambiguous')
  const found = await owner.get('/api/profiles/1/lists/customers?text=wit')
  expect(found.json.options).toEqual([{ value: '501', label: 'A. Jansen-de Wit', detail: '' }])
  const choose = (code: string | null) => owner.put('/api/profiles/1/orders/1/customer', { code })
  expect((await choose('999')).json).toMatchObject({ error: 'order.customerUnknown' })
  const settled = orderSettled(api, 'done')
  await owner.put('/api/profiles/1/plan', { task: 'importOrders', interval: '15m' })
  expect((await choose('501')).json).toMatchObject({ chosen: { code: '501', by: 'Eigenaar' } })
  await settled
  const made = await order()
  expect(made.customer.chosen).toMatchObject({ code: '501', name: 'A. Jansen-de Wit', by: 'Eigenaar' })
  expect(made.customer.how.at(-1)).toMatchObject({
    decided: true,
    text: { nl: 'Gekozen door Eigenaar: 501 A. Jansen-de Wit' },
  })
  expect(made.customer.planned).toMatchObject({ action: 'use', code: '501' })
  expect(made.log.map(({ code }: { code: string }) => code)).toContain('order.customerChosen')
  expect(await choose('500')).toMatchObject({ status: 422, json: { error: 'order.customerFixed' } })
  expect((await owner.put('/api/profiles/1/orders/77/customer', { code: null })).status).toBe(404)
})

test('orders come in pages, newest first, and are found by name', async () => {
  const orders = [1, 2, 3, 4, 5].map((id) => mugOrder(id, guest(`Klant${'abcde'[id - 1]}`)))
  const api = await startApi({ orders })
  await api.scene.import()
  const owner = await api.owner()
  const numbers = async (query: string) => {
    const { json } = await owner.get(`/api/profiles/1/orders?${query}`)
    return {
      numbers: json.entries.map(({ number }: { number: string }) => number),
      next: json.next,
      counts: json.counts,
    }
  }
  const first = await numbers('limit=2')
  expect(first).toMatchObject({ numbers: ['5', '4'], counts: { done: 5 } })
  const second = await numbers(`limit=2&after=${first.next}`)
  expect(second.numbers).toEqual(['3', '2'])
  expect(await numbers(`limit=2&after=${second.next}`)).toMatchObject({ numbers: ['1'], next: null })
  expect((await numbers('text=klantc')).numbers).toEqual(['3'])
  expect((await owner.get('/api/profiles/1/orders?after=xx')).json).toMatchObject({
    error: 'request.wrong',
    field: 'after',
  })
})

test('orders are dismissed with a reason and offered again, and the log says so', async () => {
  const api = await startApi({ orders: [mugOrder(1, guest('Anna'))], settings: { sales: { shippingArticle: '' } } })
  await api.scene.import()
  const owner = await api.owner()
  const dismissed = await owner.post('/api/profiles/1/orders/dismiss', { ids: ['1', 'none'], reason: 'zelf geboekt' })
  expect(dismissed.json).toEqual({ changed: 1 })
  expect((await owner.get('/api/profiles/1/orders')).json.entries[0]).toMatchObject({
    state: 'dismissed',
    dismissedBecause: 'zelf geboekt',
  })
  expect((await owner.post('/api/profiles/1/orders/retry', { ids: ['1'] })).json).toEqual({ changed: 1 })
  const { json } = await owner.get('/api/log?text=zelf%20geboekt')
  expect(json.entries[0].text.nl).toBe('Order 1 afgehandeld zonder te maken: zelf geboekt')
})

test('BEY-2 the preview shows what would be made of orders that are still in the shop, and remembers none', async () => {
  const api = await startApi({ orders: [mugOrder(1, guest('Anna')), mugOrder(2, guest('Bert'))] })
  const owner = await api.owner()
  const { json } = await owner.get('/api/profiles/1/preview?limit=1')
  expect(json.orders).toHaveLength(1)
  expect(json.orders[0]).toMatchObject({
    entry: { number: '1' },
    outcome: { kind: 'plan' },
    totals: { differs: false },
  })
  expect(json.orders[0].document.lines).toHaveLength(2)
  expect(await api.scene.entries()).toEqual([])
  expect(api.scene.writes()).toEqual([])
})

test('a run that is going on is not begun twice', async () => {
  const api = await startApi({ orders: [mugOrder(1, guest('Anna'))] })
  const owner = await api.owner()
  const over = ended(api)
  const [first, second] = await Promise.all([
    owner.post('/api/profiles/1/run', { task: 'importOrders' }),
    owner.post('/api/profiles/1/run', { task: 'importOrders' }),
  ])
  expect([first.status, second.status].sort()).toEqual([202, 409])
  await over
})

/** Resolves when a run has ended. */
const ended = (api: Awaited<ReturnType<typeof startApi>>): Promise<void> =>
  new Promise((resolve) => {
    const end = api.service.subscribe((event) => {
      if (event.type !== 'status' || event.run === null) return
      end()
      resolve()
    })
  })

const orderSettled = (api: Awaited<ReturnType<typeof startApi>>, state: string): Promise<void> =>
  new Promise((resolve) => {
    const end = api.service.subscribe((event) => {
      if (event.type !== 'order' || event.state !== state) return
      end()
      resolve()
    })
  })
