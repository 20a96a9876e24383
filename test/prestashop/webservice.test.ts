// The second way into a PrestaShop, its own web service, on answers of two real shops: the same orders as by our module, and
// every error its own message.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ShopOrderId } from '../../src/core/ids.ts'
import type { ShopOrder } from '../../src/core/order.ts'
import { settingsOf } from '../../src/settings/field.ts'
import { prestaShop } from '../../src/shops/prestashop/index.ts'
import type { ShopConnection } from '../../src/shops/shop.ts'
import { describeWith } from '../support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../support/mariadb.ts'
import { environmentOf } from './environment.ts'
import { type RealShop, type RealShopVersion, startRealShop } from './real-shop.ts'
import { type ServiceRow, startWebserviceStub, testApiKey, type WebserviceStub } from './webservice-stub.ts'

const signal = new AbortController().signal

for (const version of ['8.2.1', '9.1.4'] as const) {
  const fixtures = [`prestashop/${version}.sql.gz`, `prestashop/webservice/${version}/index.json`]
  describeWith({ servers: ['mariadb', 'php'], fixtures }, `The web service of PrestaShop ${version}`, () =>
    testService(version),
  )
}

const everyStatus = Array.from({ length: 14 }, (_, id) => String(id))

const connect = async (more: object): Promise<ShopConnection> =>
  await prestaShop.connect(settingsOf(prestaShop.settings).parse(more), environmentOf())

async function readAll(shop: ShopConnection): Promise<readonly ShopOrder[]> {
  const pages = await Array.fromAsync(shop.readOrders(null, { startAt: null, signal }))
  const reads = pages.flatMap((page) => page.orders)
  expect(reads.filter((read) => !read.ok)).toEqual([])
  return reads.flatMap((read) => (read.ok ? [read.order] : [])).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function testService(version: RealShopVersion): void {
  let db: MariaDb
  let real: RealShop
  let stub: WebserviceStub
  let shop: ShopConnection
  let byModule: ShopConnection
  beforeAll(async () => {
    db = await startMariaDb()
    real = await startRealShop(db, version)
    byModule = await connect({ shopUrl: real.url, token: real.key, orderStatuses: everyStatus })
    stub = await startWebserviceStub(version)
    await completeRecording(stub, byModule)
    shop = await connect({ shopUrl: stub.url, way: 'webservice', apiKey: testApiKey, orderStatuses: everyStatus })
  }, 60_000)
  afterAll(async () => {
    await shop?.close()
    await byModule?.close()
    await stub?.stop()
    await real?.stop()
    await db?.stop()
  })

  test('SHOP-5 gives the same orders and credit slips as the module', async () => {
    const [ours, theirs] = [await readAll(shop), await readAll(byModule)]
    expect(ours.map(({ id }) => id)).toEqual(theirs.map(({ id }) => id))
    expect(ours.length).toBeGreaterThan(30)
    for (const [index, order] of ours.entries())
      expect(comparable(order)).toEqual(comparable(theirs[index] as ShopOrder))
  })

  test('SHOP-5 reads a page of orders with one question per resource, not per order', async () => {
    const before = stub.asked().length
    await readAll(shop)
    expect(stub.asked().length - before).toBeLessThan(30)
  })

  test('one order by its id; an unknown one is null', async () => {
    expect((await shop.readOrder('24' as ShopOrderId, signal))?.ok).toBe(true)
    expect(await shop.readOrder('999999' as ShopOrderId, signal)).toBeNull()
  })

  test('SHOP-9 the test of the connection goes well leg by leg', async () => {
    const legs = await Array.fromAsync(shop.test(signal))
    expect(legs.map(({ leg, ok }) => [leg, ok])).toEqual(
      ['url', 'webservice', 'key', 'orders', 'stock'].map((leg) => [leg, true]),
    )
  })

  test('ART gives articles with their combinations and rates', async () => {
    const pages = await Array.fromAsync(shop.readArticles?.(null, { startAt: null, signal }) ?? [])
    const articles = pages.flatMap((page) => page.articles)
    expect(articles.find(({ key }) => key === '38:0')).toMatchObject({
      code: 'PAKKET',
      priceExcl: '24.5',
      active: true,
    })
  })

  test('STOCK-1 writes the whole object, with its shop, once for each that differs, and never a total', async () => {
    const lines = (await Array.fromAsync(shop.stock?.read(signal) ?? [])).flat()
    expect(lines.find(({ key }) => key === '38:0')).toMatchObject({ code: 'PAKKET', quantity: '8', notManaged: null })
    const answers = await shop.stock?.write(
      [
        { key: '38:0', quantity: 5 },
        { key: '20:0', quantity: coffeeStock },
        { key: '22:0', quantity: 5 },
        { key: '99999:0', quantity: 5 },
      ],
      signal,
    )
    expect(answers?.map((answer) => (answer.ok ? 'ok' : answer.reason.code))).toEqual([
      ...['ok', 'ok'],
      'prestashop.stockAmbiguous',
      'prestashop.stockUnknown',
    ])
    expect(stub.written()).toHaveLength(1)
    for (const part of [
      '<id><![CDATA[88]]>',
      '<id_shop><![CDATA[1]]>',
      '<quantity><![CDATA[5]]>',
      '<out_of_stock>',
      '<location>',
    ])
      expect(stub.written()[0]).toContain(part)
  })

  test.each([
    ['err-no-key.txt', 'prestashop.apiKeyDropped'],
    ['err-short-key.xml', 'prestashop.apiKeyShape'],
    ['err-wrong-key.xml', 'prestashop.apiKeyWrong'],
    ['err-wrong-key-json.json', 'prestashop.apiKeyWrong'],
    ['err-unknown-resource.json', 'prestashop.apiResource'],
    ['filter-unknown-field.json', 'prestashop.apiField'],
    ['filter-date_upd-without-date.json', 'prestashop.apiField'],
    ['sort-bad.json', 'prestashop.apiField'],
    ['patch-stock.xml', 'prestashop.apiRight'],
    ['err-not-found.txt', 'prestashop.apiResource'],
    ['root-json.txt', 'prestashop.serverError'],
  ])('says of %s what it is: %s', async (file, code) => {
    stub.answerWith(file)
    await expect(shop.readOrderStatuses(signal)).rejects.toMatchObject({ code })
    stub.answerWith(null)
  })

  test.each(['put-5-decimal.xml', 'put-7-only-id-and-quantity.xml', 'put-11-wrong-id.xml'])(
    'STOCK-1 a refusal of one line such as %s is that line’s, and is told in the shop’s words',
    async (file) => {
      stub.answerWith(file, 'PUT')
      const answers = await shop.stock?.write([{ key: '38:0', quantity: 4 }], signal)
      stub.answerWith(null)
      expect(answers).toMatchObject([{ key: '38:0', ok: false, reason: { code: 'prestashop.stockInvalid' } }])
    },
  )

  test.each(['patch-stock.xml', 'delete-stock.xml'])(
    'STOCK-1 a key that may not write (%s) stops the writing',
    async (file) => {
      stub.answerWith(file, 'PUT')
      const writing = shop.stock?.write([{ key: '38:0', quantity: 4 }], signal)
      await expect(writing).rejects.toMatchObject({ code: 'prestashop.stockNotAllowed' })
      stub.answerWith(null)
    },
  )
}

/** The coffee of the recording. */
const coffeeStock = 460

/** Names are in the language of the module's shop or in the first of the web service. */
const comparable = (order: ShopOrder) => {
  const place = (address: ShopOrder['invoiceAddress']) =>
    address === null ? null : { ...address, region: '', countryName: '' }
  return {
    ...order,
    status: { ...order.status, text: '' },
    customer: { ...order.customer, group: '' },
    invoiceAddress: place(order.invoiceAddress),
    deliveryAddress: place(order.deliveryAddress),
    shop: null,
    language: '',
    changedAt: null,
    lines: order.lines.map((line) => ({ ...line, options: line.options.map(({ value }) => value) })),
  }
}

/** The recording holds six or twelve rows of most resources; the rest of them out of the same shop, in the web service's shape. */
async function completeRecording(stub: WebserviceStub, shop: ShopConnection): Promise<void> {
  const pages = await Array.fromAsync(shop.readOrders(null, { startAt: null, signal }))
  const raws = pages.flatMap((page) => page.orders.map(({ raw }) => raw as Record<string, ServiceRow & ServiceRow[]>))
  const put = (resource: string, idColumn: string, rows: readonly (ServiceRow | null)[]) =>
    stub.add(
      resource,
      rows.flatMap((row) => (row === null ? [] : [{ ...ownColumns(row), id: Number(row[idColumn]) }])),
    )
  const all = (part: string) => raws.flatMap((raw) => raw[part] ?? [])
  put(
    'order_details',
    'id_order_detail',
    all('details').map((row) => ({ ...row, associations: { taxes: idsOf(row['taxes'], 'id_tax') } })),
  )
  put('order_cart_rules', 'id_order_cart_rule', all('cart_rules'))
  put('order_payments', 'id_order_payment', all('payments'))
  put('customers', 'id_customer', all('customer'))
  put('addresses', 'id_address', [...all('invoice_address'), ...all('delivery_address')])
  const places = [...all('invoice_address'), ...all('delivery_address')]
  put(
    'countries',
    'id_country',
    places.map((row) => ({ id_country: row['id_country'], iso_code: row['country_iso'] })),
  )
  put('carriers', 'id_carrier', all('carrier'))
  put('order_states', 'id_order_state', all('state'))
  put(
    'cart_rules',
    'id_cart_rule',
    all('cart_rules').map((row) => ({ id_cart_rule: row['id_cart_rule'], code: row['code'] })),
  )
  put(
    'customer_threads',
    'id_order',
    raws
      .filter((raw) => (raw['messages'] ?? []).length > 0)
      .map((raw) => ({ id_order: raw['order']?.['id_order'], id_customer_thread: raw['order']?.['id_order'] })),
  )
}

const idsOf = (rows: unknown, column: string) => (rows as readonly ServiceRow[]).map((row) => ({ id: row[column] }))

/** Without the rows that the module hangs on a row. */
const ownColumns = (row: ServiceRow): ServiceRow =>
  Object.fromEntries(
    Object.entries(row).filter(([name, value]) => name === 'associations' || typeof value !== 'object'),
  )
