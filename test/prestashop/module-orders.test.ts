// What the module reads out of the databases of two real shops, under a real PHP: every order with every field of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWith, fixturesFolder } from '../support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../support/mariadb.ts'
import { copyOrders, type RealShop, realDumps, startRealShop } from './real-shop.ts'

// biome-ignore lint/suspicious/noExplicitAny: the shop's own rows, whose shapes are what is tested
type Raw = any

const everything = { since: '2000-01-01 00:00:00', token: null, limit: 100 }

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null

/** The same columns of a row that the other has. */
const only = (row: Raw, like: Raw): Raw =>
  Object.fromEntries(Object.entries(row).filter(([name, value]) => name in like && isPlain(value)))

/** Every column that the expected file has under the shop's own name; `without`: those that it calls otherwise. */
function expectRows(given: Raw[], expected: Raw[], without: readonly string[] = []): void {
  const kept = (row: Raw) =>
    Object.fromEntries(Object.entries(row).filter(([name, value]) => isPlain(value) && !without.includes(name)))
  expect(given.map((row, index) => only(row, kept(expected[index] ?? {})))).toEqual(expected.map(kept))
}

function expectAddress(given: Raw, expected: Raw): void {
  // The demo orders of 8.2.1 have addresses without a country, which the expected file leaves out.
  const { country, state } = expected ?? { country: null, state: null }
  expect([given.country_iso, given.state_iso]).toEqual([country, state])
  if (expected !== null) expectRows([given], [expected], ['country', 'state'])
}

function expectLines(given: Raw[], expected: Raw[]): void {
  expectRows(given, expected, ['tax_rate'])
  for (const [index, line] of expected.entries()) {
    const { taxes, customizations, attributes } = given[index]
    expectRows(taxes, line.taxes)
    const typed = ({ type, index: place, name, field, value }: Raw) => [type, place, name ?? field, value]
    expect(customizations.map(typed)).toEqual(line.customization.map(typed))
    const names = attributes.map(({ name }: Raw) => name)
    expect(names.toSorted()).toEqual(line.combination.map(({ value }: Raw) => value).toSorted())
  }
}

function expectOrder({ order, ...raw }: Raw, expected: Raw): void {
  expect(Object.keys(order).length).toBeGreaterThan(40)
  expectRows([order], [only(expected, order)])
  expect([raw.currency.iso_code, raw.state?.name ?? null]).toEqual([expected.currency, expected.state_name])
  expect(raw.carrier?.name ?? null).toBe(expected.carrier_name)
  expectRows([raw.customer], [expected.customer], ['price_display_method', 'group_reduction'])
  expect(raw.customer.group.price_display_method).toBe(expected.customer.price_display_method)
  expectAddress(raw.invoice_address, expected.invoice_address)
  expectAddress(raw.delivery_address, expected.delivery_address)
  expectLines(raw.details, expected.lines)
  expectRows(
    raw.cart_rules,
    expected.discounts.toSorted((one: Raw, other: Raw) => one.id_order_cart_rule - other.id_order_cart_rule),
  )
  expectRows(raw.carriers, expected.carriers)
  expectRows(raw.invoices, expected.invoices)
  for (const [index, invoice] of expected.invoices.entries()) expectRows(raw.invoices[index].taxes, invoice.taxes)
  expectRows(raw.payments, expected.payments)
  expectRows(raw.slips, expected.slips)
  for (const [index, slip] of expected.slips.entries()) expectRows(raw.slips[index].details, slip.lines)
  expectRows(raw.history, expected.history)
  const messages = [...expected.internal_messages, ...expected.messages].map(({ message }) => message)
  expect(raw.messages.map(({ message }: Raw) => message)).toEqual([...new Set(messages)])
}

async function readAll(shop: RealShop, limit: number): Promise<Raw[]> {
  const orders: Raw[] = []
  for (let token: unknown = null; ; ) {
    const page = await shop.ask({ question: 'orders', ...everything, limit, token })
    if (page.orders.length === 0) return orders
    orders.push(...page.orders)
    token = page.token
  }
}

const idsOf = (orders: Raw[]): string[] => orders.map(({ order }) => order.id_order)

for (const version of ['8.2.1', '9.1.4'] as const) {
  const file = `prestashop/${version}.expected.json`
  describeWith(
    { servers: ['mariadb', 'php'], fixtures: [...realDumps, file] },
    `the orders of a real ${version}`,
    () => {
      let db: MariaDb
      let shop: RealShop
      const expected: Raw[] = JSON.parse(readFileSync(join(fixturesFolder, file), 'utf8')).orders

      beforeAll(async () => {
        db = await startMariaDb()
        shop = await startRealShop(db, version)
      }, 60_000)
      afterAll(async () => {
        await shop?.stop()
        await db?.stop()
      })

      test('SHOP-5 every order has the fields that plain SQL finds', async () => {
        const { orders } = await shop.ask({ question: 'orders', ...everything })
        expect(idsOf(orders).toSorted()).toEqual(expected.map(({ id_order }) => id_order).toSorted())
        for (const wanted of expected) {
          expectOrder(
            orders.find(({ order }: Raw) => order.id_order === wanted.id_order),
            wanted,
          )
        }
      })

      test('every value is text or null, as it is stored', async () => {
        const { orders } = await shop.ask({ question: 'orders', ...everything })
        const kinds = new Set<string>()
        JSON.stringify(orders, (_name, value) => {
          if (typeof value !== 'object') kinds.add(typeof value)
          return value
        })
        expect(kinds).toEqual(new Set(['string']))
        expect(orders.some(({ order }: Raw) => order.delivery_date === '0000-00-00 00:00:00')).toBe(true)
      })

      test('SHOP-8 no password, secret or card leaves the shop', async () => {
        const questions = ['identify', 'statuses', 'orders', 'articles', 'stock']
        const answers = await Promise.all(questions.map((question) => shop.ask({ question })))
        const names = new Set<string>()
        JSON.stringify(answers, (name, value) => {
          names.add(name)
          return value
        })
        const secret = /passw|secure_key|token_|reset_|card_(number|holder|brand|exp)|hash|cookie|^ip_/
        expect([...names].filter((name) => secret.test(name))).toEqual([])
      })

      test('pages of any size give every order once, in the order of their change', async () => {
        const whole = idsOf(await readAll(shop, 100))
        expect(new Set(whole).size).toBe(expected.length)
        for (const limit of [1, 7]) expect(idsOf(await readAll(shop, limit))).toEqual(whole)
      })

      test('one order, whatever its state; null for one that is not there', async () => {
        const { orders } = await shop.ask({ question: 'orders', ...everything })
        for (const wanted of [orders[0], orders.at(-1)]) {
          expect((await shop.ask({ question: 'order', id: wanted.order.id_order })).order).toEqual(wanted)
        }
        expect((await shop.ask({ question: 'order', id: '987654' })).order).toBeNull()
      })

      test('SHOP-6 states come with their flags', async () => {
        const states: Raw[] = await shop.ask({ question: 'statuses' })
        expect(states.find(({ id_order_state }) => id_order_state === '9')).toMatchObject({ paid: '1', logable: '0' })
        expect(states.find(({ id_order_state }) => id_order_state === '7')).toMatchObject({ paid: '0', logable: '0' })
      })

      test('a page of 100 orders takes at most 0.3 queries an order', async () => {
        await copyOrders(shop, 3)
        shop.noted('queries')
        const page = await shop.ask({ question: 'orders', ...everything })
        const { length } = shop.noted('queries')
        expect(page.orders).toHaveLength(100)
        expect(page.orders.every(({ details }: Raw) => details.length > 0)).toBe(true)
        expect(length).toBeLessThanOrEqual(30)
        expect(length).toBeGreaterThan(10)
      })
    },
  )
}

describeWith({ servers: ['mariadb', 'php'], fixtures: realDumps }, 'orders that change while they are read', () => {
  let db: MariaDb
  let shop: RealShop

  beforeAll(async () => {
    db = await startMariaDb()
    shop = await startRealShop(db, '9.1.4', { prefix: 'x7Kq_' })
  }, 60_000)
  afterAll(async () => {
    await shop?.stop()
    await db?.stop()
  })

  const page = async (token: unknown, limit: number) =>
    await shop.ask({ question: 'orders', since: '2000-01-01 00:00:00', token, limit })

  test('SHOP-5 equal times do not lose an order, whatever the size of a page; another prefix is as good', async () => {
    await shop.sql("UPDATE x7Kq_orders SET date_upd = '2026-02-02 02:02:02', date_add = '2026-02-02 02:02:02'")
    await shop.sql('UPDATE x7Kq_order_slip SET date_add = 0, date_upd = 0')
    const ids = idsOf(await readAll(shop, 3)).map(Number)
    expect(ids).toEqual(Array.from({ length: 39 }, (_, index) => index + 1))
  })

  test('an order that changes behind the page comes again at the end, the others are not skipped', async () => {
    const first = await page(null, 10)
    await shop.sql("UPDATE x7Kq_orders SET date_upd = '2026-03-03 03:03:03' WHERE id_order IN (2, 30)")
    const rest: Raw[] = []
    for (let token = first.token, more = true; more; ) {
      const next = await page(token, 10)
      rest.push(...next.orders)
      more = next.orders.length > 0
      token = next.token
    }
    const after = idsOf(rest).map(Number)
    expect(after.slice(-2)).toEqual([2, 30])
    expect(new Set([...idsOf(first.orders).map(Number), ...after]).size).toBe(39)
  })

  test('an empty page gives the token back that was sent', async () => {
    const token = { date_upd: '2030-01-01 00:00:00', id_order: '5' }
    expect(await page(token, 10)).toMatchObject({ orders: [], token })
  })

  test('BEY-3 a credit slip brings its order back although the order itself did not change', async () => {
    await shop.sql("UPDATE x7Kq_order_slip SET date_upd = '2026-06-06 06:06:06' WHERE id_order = 27")
    const found = await shop.ask({ question: 'orders', since: '2026-06-01 00:00:00', token: null, limit: 10 })
    expect(found.orders.map(({ order, slips }: Raw) => [order.id_order, slips.length])).toEqual([['27', 1]])
  })

  test('a shop among several gives its own orders', async () => {
    await shop.sql(`INSERT INTO x7Kq_configuration (name, value, date_add, date_upd) VALUES ('PS_MULTISHOP_FEATURE_ACTIVE', '1', 0, 0);
      INSERT INTO x7Kq_shop SELECT 2, id_shop_group, 'Tweede', color, id_category, theme_name, 1, 0 FROM x7Kq_shop;
      UPDATE x7Kq_orders SET id_shop = 2 WHERE id_order IN (7, 8)`)
    shop.configure({ shop: 2 })
    expect(idsOf(await readAll(shop, 100)).toSorted()).toEqual(['7', '8'])
    expect((await shop.ask({ question: 'order', id: '9' })).order).toBeNull()
    shop.configure({})
    expect(await readAll(shop, 100)).toHaveLength(37)
    expect((await shop.ask({ question: 'identify' })).shops.map(({ name }: Raw) => name)).toEqual([
      'Testwinkel',
      'Tweede',
    ])
    await shop.sql('DELETE FROM x7Kq_shop WHERE id_shop = 2; UPDATE x7Kq_orders SET id_shop = 1')
  })

  test('the columns of an older version do: without customization number, deleted and MPN', async () => {
    const drop = (table: string, columns: string[]) =>
      shop.sql(`ALTER TABLE x7Kq_${table} ${columns.map((column) => `DROP COLUMN ${column}`).join(', ')}`)
    await drop('order_detail', ['id_customization', 'product_isbn', 'product_mpn', 'total_refunded_tax_excl'])
    await drop('order_cart_rule', ['deleted'])
    await drop('product', ['state', 'isbn', 'mpn', 'product_type'])
    await drop('currency', ['numeric_iso_code', '`precision`'])
    await shop.sql('ALTER TABLE x7Kq_orders ADD COLUMN shipping_number VARCHAR(64)')
    const orders = await readAll(shop, 100)
    expect(orders).toHaveLength(39)
    const typed = orders.find(({ order }) => order.id_order === '9').details[0]
    expect(typed.customizations.map(({ name, value }: Raw) => [name, value])).toEqual([
      ['Naam op mok', 'Łukasz & Zoë'],
      ['Kleur letters', 'Rood'],
    ])
    expect(orders[0].order).toHaveProperty('shipping_number')
    const { articles } = await shop.ask({ question: 'articles' })
    expect(articles[0]).toMatchObject({ mpn: '', isbn: '' })
  })
})
