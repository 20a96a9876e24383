// What every shop promises, as one suite that each of them runs in its own tests. Imported by tests only.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ShopOrderId } from '../core/ids.ts'
import { absolute, compare, decimal, subtract, sum, toCents } from '../core/money.ts'
import type { ShopOrder } from '../core/order.ts'
import type { Cursor, OrderPage, ReadOrder, ShopConnection, ShopStock, ShopStockLine } from './shop.ts'

export type ShopUnderTest = {
  readonly shop: ShopConnection
  /** Ids of the orders that a first read must give, no more and no less. */
  readonly expected: readonly string[]
  /** Ids of orders whose rows add up to their total; the others are known not to. */
  readonly balanced: readonly string[]
  /** Makes an order in the shop, after all others, and gives its id. */
  readonly placeOrder: () => Promise<string>
  /** Present: it takes stock; the key of an article that it does not have. Absent: it must say that it cannot. */
  readonly stock?: { readonly unknownKey: string }
  /** Whether it gives the articles that were changed. */
  readonly articles?: boolean
  readonly stop: () => Promise<void>
}

const never = () => new AbortController().signal

async function readAll(
  shop: ShopConnection,
  from: Cursor | null,
): Promise<{ orders: ReadOrder[]; cursor: Cursor | null }> {
  const pages: OrderPage[] = []
  for await (const page of shop.readOrders(from, { startAt: null, signal: never() })) pages.push(page)
  return { orders: pages.flatMap((page) => page.orders), cursor: pages.at(-1)?.cursor ?? null }
}

const idOf = (read: ReadOrder): string => (read.ok ? read.order.id : read.id)
const sorted = (ids: readonly string[]): string[] => ids.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))

export function describeShopContract(name: string, start: () => Promise<ShopUnderTest>): void {
  describe(`${name} keeps the contract of a shop`, () => {
    let tested: ShopUnderTest
    let shop: ShopConnection
    beforeAll(async () => {
      tested = await start()
      shop = tested.shop
    }, 60_000)
    afterAll(async () => {
      await shop?.close()
      await tested?.stop()
    })

    test('a first read gives every order once', async () => {
      const { orders } = await readAll(shop, null)
      expect(sorted(orders.map(idOf))).toEqual(sorted(tested.expected))
    })

    test('an order is plain JSON, with instants in UTC and lines with ids of their own', async () => {
      const { orders } = await readAll(shop, null)
      for (const read of orders) expectPlain(read)
    })

    test('lines and charges give the total to the cent', async () => {
      const { orders } = await readAll(shop, null)
      const balanced = orders.flatMap((read) =>
        read.ok && tested.balanced.includes(read.order.id) ? [read.order] : [],
      )
      expect(balanced.length).toBe(tested.balanced.length)
      for (const order of balanced) expect(differenceOf(order), order.number).toBe(true)
    })

    test('reading the same again gives the same', async () => {
      expect(await readAll(shop, null)).toEqual(await readAll(shop, null))
    })

    test('a kept raw order is translated to the same order without a call', async () => {
      const { orders } = await readAll(shop, null)
      for (const read of orders) expect(shop.reread(JSON.parse(JSON.stringify(read.raw)))).toEqual(read)
    })

    test('one order by its id is the order of the page; an unknown one is null', async () => {
      const { orders } = await readAll(shop, null)
      const first = orders[0] as ReadOrder
      expect(await shop.readOrder(idOf(first) as ShopOrderId, never())).toEqual(first)
      expect(await shop.readOrder('999999999' as ShopOrderId, never())).toBeNull()
    })

    test('an order placed later comes after the cursor, and the cursor then stands behind it', async () => {
      const before = await readAll(shop, null)
      const id = await tested.placeOrder()
      const after = await readAll(shop, before.cursor)
      expect(after.orders.map(idOf)).toContain(id)
      expect((await readAll(shop, after.cursor)).cursor).toBe(after.cursor)
    })

    test('the statuses that the shop has can be read', async () => {
      const statuses = await shop.readOrderStatuses(never())
      for (const status of statuses) expect(status.text).not.toBe('')
    })

    test('SHOP-9 the test of the connection goes well leg by leg', async () => {
      const legs = await Array.fromAsync(shop.test(never()))
      expect(legs.length).toBeGreaterThan(0)
      expect(legs.filter((leg) => !leg.ok)).toEqual([])
    })

    test('STOCK-1 stock is written as absolute numbers, answered line by line, or the shop says that it cannot', async () => {
      expect(shop.stock === null).toBe(tested.stock === undefined)
      if (shop.stock === null) return
      const { unknownKey = '' } = tested.stock ?? {}
      const line = (await readStock(shop.stock)).find((each) => each.notManaged === null)
      const key = line?.key ?? ''
      const quantity = Number(line?.quantity ?? 0) + 3
      const answers = await shop.stock.write(
        [
          { key: unknownKey, quantity: 1 },
          { key, quantity },
        ],
        never(),
      )
      expect(answers.map((answer) => [answer.key, answer.ok])).toEqual([
        [unknownKey, false],
        [key, true],
      ])
      expect(await shop.stock.write([{ key, quantity }], never())).toEqual([{ key, ok: true }])
      expect((await readStock(shop.stock)).find((each) => each.key === key)?.quantity).toBe(String(quantity))
      expect(shop.stock.batch).toBeGreaterThan(0)
    })

    test('articles that were changed come with keys of their own, or the shop says that it cannot', async () => {
      expect(shop.readArticles === null).toBe(tested.articles !== true)
      const pages = await Array.fromAsync(shop.readArticles?.(null, { startAt: null, signal: never() }) ?? [])
      const articles = pages.flatMap((page) => page.articles)
      expect(new Set(articles.map(({ key }) => key)).size).toBe(articles.length)
      expect(JSON.parse(JSON.stringify(pages))).toEqual(pages)
      expect(articles.length > 0).toBe(tested.articles === true)
    })

    test('a read that is called off ends', async () => {
      const reading = shop.readOrders(null, { startAt: null, signal: AbortSignal.abort() })[Symbol.asyncIterator]()
      await expect(reading.next()).rejects.toThrow()
    })
  })
}

async function readStock(stock: ShopStock): Promise<readonly ShopStockLine[]> {
  const lines = (await Array.fromAsync(stock.read(never()))).flat()
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  return lines
}

function expectPlain(read: ReadOrder): void {
  expect(JSON.parse(JSON.stringify(read))).toEqual(read)
  if (!read.ok) return
  const { order } = read
  expect(order.placedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
  expect(new Set(order.lines.map((line) => line.id)).size).toBe(order.lines.length)
}

function differenceOf(order: ShopOrder): boolean {
  const added = sum([...order.lines.map((line) => line.totalIncl), ...order.charges.map((charge) => charge.amountIncl)])
  return compare(absolute(subtract(toCents(added), order.totalIncl)), decimal('0.01')) < 0
}
