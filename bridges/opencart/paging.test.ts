// Walking through the orders: nothing skipped, nothing twice, whatever the dates do.
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { describeWith } from '../../test/support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../../test/support/mariadb.ts'
import { configFor, startTestSite, type TestShop, type TestSite } from './test-shop.ts'

describeWith({ servers: ['mariadb', 'php'] }, 'walking through orders', () => {
  let db: MariaDb
  let site: TestSite
  let shop: TestShop

  beforeAll(async () => {
    db = await startMariaDb()
    site = await startTestSite()
  })

  afterAll(async () => {
    await site?.stop()
    await db?.stop()
  })

  beforeEach(async () => {
    await db.dropDatabase('shop')
    await db.createDatabase('shop', join(import.meta.dirname, 'samples/3.0.sql'))
    await db.query('TRUNCATE oc_order; TRUNCATE oc_order_total; TRUNCATE oc_order_product', 'shop')
    shop = site.addShop('paging', configFor(db, 'shop'))
  })

  type Dates = readonly [id: number, added: string, modified: string, status?: number]

  const addOrders = (orders: readonly Dates[]) => {
    const rows = orders.map(
      ([id, added, modified, status = 1]) =>
        `(${id}, '${added}', '${modified}', ${status}, 'EUR', 1, 10, '', '', '', '', '', '', '', '')`,
    )
    const texts =
      'payment_address_format, shipping_address_format, custom_field, payment_custom_field, shipping_custom_field'
    return db.query(
      `SET sql_mode = ''; INSERT INTO oc_order (order_id, date_added, date_modified, order_status_id, currency_code,
      currency_value, total, comment, firstname, lastname, ${texts}) VALUES ${rows.join(',')}`,
      'shop',
    )
  }

  type Place = { changed: string; id: string }

  async function readPage(more: Readonly<Record<string, unknown>>) {
    const { answer, error } = await shop.ask({ question: 'orders', prefix: 'oc_', ...more })
    expect(error).toBeUndefined()
    const places: Place[] = answer.orders.map((order: { changed: string; order: Record<string, string> }) => ({
      changed: order.changed,
      id: order.order['order_id'],
    }))
    return { places, ids: places.map((place) => Number(place.id)), more: answer.more as boolean }
  }

  /** All pages; `between` may change the shop after a page. */
  async function walk(limit: number, more = {}, between: (page: number) => Promise<unknown> = async () => undefined) {
    const pages: number[][] = []
    for (let after: Place | null = null; ; ) {
      const page = await readPage({ limit, after, ...more })
      pages.push(page.ids)
      if (!page.more) return pages
      after = page.places.at(-1) ?? null
      await between(pages.length)
    }
  }

  test('SHOP-1 orders of the same second are told apart by their number, also across pages', async () => {
    await addOrders([1, 2, 3, 4, 5].map((id) => [6 - id, '2026-03-01 10:00:00', '2026-03-01 10:00:00']))
    expect(await walk(2)).toEqual([[1, 2], [3, 4], [5]])
  })

  test('SHOP-1 an order that is changed while pages are read comes again, and no other is skipped', async () => {
    await addOrders([1, 2, 3, 4, 5].map((id) => [id, `2026-03-0${id} 10:00:00`, `2026-03-0${id} 10:00:00`]))
    const change = () =>
      db.query(`UPDATE oc_order SET date_modified = '2026-03-09 10:00:00' WHERE order_id = 1`, 'shop')
    expect(await walk(2, {}, async (page) => page === 1 && (await change()))).toEqual([
      [1, 2],
      [3, 4],
      [5, 1],
    ])
  })

  test('SHOP-1 a late payment makes an order appear behind others that are newer', async () => {
    await addOrders([
      [1, '2026-03-01 10:00:00', '2026-03-01 10:00:00', 0],
      [2, '2026-03-01 10:05:00', '2026-03-01 10:05:00'],
    ])
    const first = await readPage({})
    expect(first.ids).toEqual([2])
    await db.query(
      `UPDATE oc_order SET order_status_id = 1, date_modified = '2026-03-01 10:40:00' WHERE order_id = 1`,
      'shop',
    )
    expect((await readPage({ after: first.places.at(-1) })).ids).toEqual([1])
  })

  test('zero dates lose to real ones, and an order without any date is the oldest', async () => {
    await addOrders([
      [1, '2026-03-01 10:00:00', '0000-00-00 00:00:00'],
      [2, '0000-00-00 00:00:00', '2026-02-01 10:00:00'],
      [3, '0000-00-00 00:00:00', '0000-00-00 00:00:00'],
      [4, '2026-01-01 10:00:00', '2025-12-31 10:00:00'],
    ])
    const { places } = await readPage({})
    expect(places).toEqual([
      { id: '3', changed: '0000-00-00 00:00:00' },
      { id: '4', changed: '2026-01-01 10:00:00' },
      { id: '2', changed: '2026-02-01 10:00:00' },
      { id: '1', changed: '2026-03-01 10:00:00' },
    ])
    expect(await walk(1)).toEqual([[3], [4], [2], [1]])
  })

  test('SHOP-1 a start date counts from date_added, and from the last change where there is none', async () => {
    await addOrders([
      [1, '2026-02-28 23:59:59', '2026-03-05 10:00:00'],
      [2, '2026-03-01 00:00:00', '2026-03-01 00:00:00'],
      [3, '0000-00-00 00:00:00', '2026-03-02 10:00:00'],
      [4, '0000-00-00 00:00:00', '2026-02-02 10:00:00'],
    ])
    expect((await readPage({ added_from: '2026-03-01 00:00:00' })).ids).toEqual([2, 3])
  })

  test('SHOP-1 walking by number begins at the number and leaves the gaps', async () => {
    await addOrders([
      [7, '2026-03-01 10:00:00', '2026-03-01 10:00:00'],
      [9, '2026-03-01 09:00:00', '2026-03-01 10:00:00'],
      [12, '2026-03-01 10:00:00', '2026-03-01 10:00:00', 0],
      [15, '2026-03-01 08:00:00', '2026-03-01 10:00:00'],
    ])
    const from = async (from_id: number, limit: number) => {
      const { answer } = await shop.ask({ question: 'orders_from', prefix: 'oc_', from_id, limit })
      return [answer.orders.map((order: { order: Record<string, string> }) => order.order['order_id']), answer.more]
    }
    expect(await from(8, 1)).toEqual([['9'], true])
    expect(await from(9, 2)).toEqual([['9', '15'], false])
    expect(await from(16, 2)).toEqual([[], false])
  })

  test('an order without a status is given only where it is asked for', async () => {
    await addOrders([[1, '2026-03-01 10:00:00', '2026-03-01 10:00:00', 0]])
    expect((await readPage({})).ids).toEqual([])
    expect((await readPage({ include_status_zero: true })).ids).toEqual([1])
    const { answer } = await shop.ask({ question: 'order', prefix: 'oc_', id: 1 })
    expect(answer.order.order.order_status_id).toBe('0')
    expect((await shop.ask({ question: 'order', prefix: 'oc_', id: 2 })).answer).toEqual({ order: null })
  })

  test('no page holds more than 200 orders, whatever is asked', async () => {
    await addOrders(Array.from({ length: 205 }, (_, i) => [i + 1, '2026-03-01 10:00:00', '2026-03-01 10:00:00']))
    const page = await readPage({ limit: 1_000_000 })
    expect([page.ids.length, page.more]).toEqual([200, true])
    expect((await readPage({})).ids).toHaveLength(200)
    expect((await readPage({ limit: 0 })).ids).toHaveLength(1)
    expect((await readPage({ after: page.places.at(-1) })).ids).toEqual([201, 202, 203, 204, 205])
  })

  test('previous_added is the latest of the fifty numbers before, of orders that never became real too', async () => {
    await addOrders([
      [1, '2026-10-25 02:50:00', '2026-10-25 02:50:00'],
      [40, '2026-10-25 02:55:00', '2026-10-25 02:55:00', 0],
      [41, '2026-10-25 02:10:00', '2026-10-25 02:10:00'],
      [92, '2026-10-26 02:10:00', '2026-10-26 02:10:00'],
    ])
    const { answer } = await shop.ask({ question: 'orders_from', prefix: 'oc_', from_id: 1 })
    expect(answer.orders.map((order: { previous_added: string | null }) => order.previous_added)).toEqual([
      null,
      '2026-10-25 02:55:00',
      null,
    ])
  })

  test('an order whose total is not written yet says so', async () => {
    await addOrders([
      [1, '2026-03-01 10:00:00', '2026-03-01 10:00:00'],
      [2, '2026-03-01 10:00:00', '2026-03-01 10:00:00'],
    ])
    await db.query(
      `INSERT INTO oc_order_total (order_id, code, title, value, sort_order)
     VALUES (1, 'sub_total', '', 10, 1), (2, 'sub_total', '', 10, 1), (2, 'total', '', 10, 9)`,
      'shop',
    )
    const { answer } = await shop.ask({ question: 'orders', prefix: 'oc_' })
    expect(answer.orders.map((order: { complete: boolean }) => order.complete)).toEqual([false, true])
  })
})
