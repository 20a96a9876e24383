// Databases of real shops (shared/fixtures/opencart): every order against what the shop is known to hold, and every
// question against the tables of the versions that have no orders in their dump.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeWith, fixturesFolder } from '../../test/support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../../test/support/mariadb.ts'
import { configFor, startTestSite, type TestShop, type TestSite } from './test-shop.ts'

const folder = join(fixturesFolder, 'opencart')

type Line = { name: string; model: string; quantity: number; unit_price_excl: string; line_total_excl: string }
type ExpectedOrder = {
  order_id: number
  import: boolean
  status_id: number
  date_added: string
  date_modified: string
  first_status_at: string | null
  comment: string
  customer: { customer_id: number; email: string }
  billing: { country_iso2: string | null } | null
  shipping: { country_iso2: string | null } | null
  lines: (Line & { tax_per_unit: string; product_id: number; sku: string | null; product_exists: boolean })[]
  vouchers_sold: { amount: string }[]
  totals: { code: string; title: string; value: string }[]
  total_incl: string
}

/** Empty where there are no fixtures: the tests below are then named and counted as skipped. */
function readExpected(version: string): { orders: ExpectedOrder[]; importable_order_ids: number[] } {
  const file = join(folder, `${version}.expected.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { orders: [], importable_order_ids: [] }
}

const decode = (text: string | null) =>
  (text ?? '').replace(/&(quot|lt|gt|amp);/g, (_, name: string) => ({ quot: '"', lt: '<', gt: '>' })[name] ?? '&')

type Row = Record<string, string | null>
type RawOrder = {
  order: Row
  changed: string
  complete: boolean
  products: (Row & { product: Row | null; codes: Row[]; variants: Row[] })[]
  totals: Row[]
  vouchers: Row[]
  first_history: Row | null
  country: { payment_iso2: string | null; shipping_iso2: string | null }
}

describeWith({ servers: ['mariadb', 'php'], fixtures: ['opencart'] }, 'dumps of OpenCart shops', () => {
  let db: MariaDb
  let site: TestSite

  beforeAll(async () => {
    db = await startMariaDb()
    site = await startTestSite()
  })

  afterAll(async () => {
    await site?.stop()
    await db?.stop()
  })

  describe.each(['3.0.4.1', '4.0.2.3'])('SHOP-8 %s', (version) => {
    const expected = readExpected(version)
    const orders = new Map<number, RawOrder>()

    beforeAll(async () => {
      await db.createDatabase(version, join(folder, `${version}.sql.gz`))
      const shop = site.addShop(version, configFor(db, version))
      for (let after: unknown = null, more = true; more; ) {
        const { answer } = await shop.ask({ question: 'orders', prefix: 'oc_', limit: 7, after })
        for (const order of answer.orders as RawOrder[]) {
          orders.set(Number(order.order['order_id']), order)
          after = { changed: order.changed, id: order.order['order_id'] }
        }
        more = answer.more
      }
    })

    test('gives exactly the orders with a status', () => {
      const real = expected.orders.filter((order) => order.status_id > 0).map((order) => order.order_id)
      expect([...orders.keys()].toSorted((a, b) => a - b)).toEqual(real)
      expect(expected.importable_order_ids.filter((id) => !orders.has(id))).toEqual([])
      expect([...orders.values()].every((order) => order.complete)).toBe(true)
    })

    test.each(expected.orders.filter((order) => order.status_id > 0))('order $order_id', (wanted) => {
      const { order, products, totals, vouchers, first_history, country } = orders.get(wanted.order_id) as RawOrder
      expect({
        status_id: Number(order['order_status_id']),
        total: order['total'],
        comment: decode(order['comment'] ?? ''),
        added: order['date_added'],
        modified: order['date_modified'],
        email: order['email'],
        real_at: first_history?.['date_added'] ?? null,
      }).toEqual({
        status_id: wanted.status_id,
        total: wanted.total_incl,
        comment: wanted.comment,
        added: wanted.date_added,
        modified: wanted.date_modified,
        email: wanted.customer.email,
        real_at: wanted.first_status_at,
      })
      expect(
        products.map((line) => [
          Number(line['product_id']),
          decode(line['name'] ?? ''),
          Number(line['quantity']),
          line['price'],
          line['total'],
          line['tax'],
          line.product !== null,
        ]),
      ).toEqual(
        wanted.lines.map((line) => [
          line.product_id,
          line.name,
          line.quantity,
          line.unit_price_excl,
          line.line_total_excl,
          line.tax_per_unit,
          line.product_exists,
        ]),
      )
      wanted.lines.forEach((line, i) => {
        const { product, codes, variants } = products[i] as RawOrder['products'][number]
        const skus = [product, ...variants]
          .map((row) => decode(row?.['sku'] ?? ''))
          .concat(codes.map((code) => code['value'] ?? ''))
        if (line.sku !== null) expect(skus).toContain(line.sku)
      })
      expect(totals.map((total) => [total['code'], decode(total['title'] ?? ''), total['value']])).toEqual(
        wanted.totals.map((total) => [total.code, total.title, total.value]),
      )
      expect(vouchers.map((voucher) => voucher['amount'])).toEqual(
        wanted.vouchers_sold.map((voucher) => voucher.amount),
      )
      const found = country.shipping_iso2 ?? country.payment_iso2
      expect(found).toBe(wanted.shipping?.country_iso2 ?? wanted.billing?.country_iso2 ?? null)
    })
  })

  describe.each([
    ['1.5.6.4', '1.5.6.4.base.sql.gz', 'oc_'],
    ['2.3.0.2', '2.3.0.2.base.sql.gz', 'oc_'],
    ['4.1.0.3', '4.1.0.3-shop1_prefix.base.sql.gz', 'shop1_'],
  ])('SHOP-8 %s, with orders of our own', (version, file, prefix) => {
    let shop: TestShop

    beforeAll(async () => {
      await db.createDatabase(version, join(folder, file))
      await db.query(ordersFor(version, prefix), version)
      shop = site.addShop(version, configFor(db, version, { DB_PREFIX: prefix }))
    })

    test('identify and context', async () => {
      const { answer: identity } = await shop.ask({ question: 'identify', prefix })
      expect(identity).toMatchObject({ order_count: '2', newest_order_id: '102', prefix })
      const { answer: context } = await shop.ask({ question: 'context', prefix })
      for (const list of [
        'settings',
        'statuses',
        'languages',
        'customer_groups',
        'countries',
        'tax_rates',
        'tax_rules',
      ]) {
        expect(context[list].length, list).toBeGreaterThan(0)
      }
      expect(context.countries).toContainEqual({
        country_id: '150',
        iso_code_2: 'NL',
        name: expect.stringMatching(/^Ne/),
      })
      expect(context.settings).toContainEqual(expect.objectContaining({ key: 'config_currency', value: 'EUR' }))
    })

    test('orders', async () => {
      const { answer } = await shop.ask({ question: 'orders', prefix, limit: 1 })
      expect(answer.more).toBe(true)
      const [order] = answer.orders
      expect(order).toMatchObject({
        order: {
          order_id: '102',
          total: '10.0000',
          date_modified: version === '4.1.0.3' ? null : '0000-00-00 00:00:00',
        },
        changed: '2026-04-01 10:00:00',
        complete: true,
        products: [{ product_id: '1001', quantity: '1', product: { product_id: '1001' } }],
        vouchers: [],
        previous_added: '2026-04-01 09:00:00',
        country: { payment_iso2: 'NL', shipping_iso2: null },
      })
      const [{ product, codes }] = order.products
      expect(version === '4.1.0.3' ? codes.find((row: Row) => row['code'] === 'SKU')?.value : product.sku).toBe(
        'MOK350',
      )
      const { answer: rest } = await shop.ask({
        question: 'orders',
        prefix,
        after: { changed: order.changed, id: 102 },
      })
      expect(rest.orders.map((one: RawOrder) => one.order['order_id'])).toEqual(['101'])
    })
  })
})

/** 101 changed last, 102 never changed, 103 never confirmed. */
function ordersFor(version: string, prefix: string): string {
  const never = version === '4.1.0.3' ? 'NULL' : `'0000-00-00 00:00:00'`
  const row = (id: number, added: string, modified: string, status: number) =>
    `(${id}, 'Noor', 'Jansen', 'noor@voorbeeld.example', 150, 10, ${status}, 'EUR', 1, '${added}', ${modified})`
  return `SET sql_mode = '';
    INSERT INTO ${prefix}order (order_id, firstname, lastname, email, payment_country_id, total, order_status_id,
      currency_code, currency_value, date_added, date_modified) VALUES
      ${row(101, '2026-04-01 09:00:00', `'2026-04-02 09:00:00'`, 1)}, ${row(102, '2026-04-01 10:00:00', never, 1)},
      ${row(103, '2026-04-01 11:00:00', never, 0)};
    INSERT INTO ${prefix}order_product (order_id, product_id, name, model, quantity, price, total, tax)
      SELECT order_id, 1001, 'Mok', 'MOK-350', 1, 8.2645, 8.2645, 1.7355 FROM ${prefix}order;
    INSERT INTO ${prefix}order_total (order_id, code, title, value, sort_order)
      SELECT order_id, 'total', 'Totaal', total, 9 FROM ${prefix}order;`
}
