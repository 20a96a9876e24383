// Where reading begins and goes on: nothing is lost, little is read twice.
import { afterEach, expect, test } from 'vitest'
import type { Instant } from '../../core/ids.ts'
import { toChangeTime, withOverlap } from './dates.ts'
import { type FakeOrder, generateOrder, type MyShopFake, startMyShopFake } from './fake.ts'
import { connectTo, readAll, signal } from './testing.ts'

let fake: MyShopFake
const open = async (...orders: readonly FakeOrder[]) => {
  fake = await startMyShopFake({ orders })
  return (await connectTo(fake)).shop
}
afterEach(() => fake.stop())

const order = (number: number, created: string, changed = created): FakeOrder => ({
  ...generateOrder(1),
  ...{ number, created: `202603${created}`, changed: `202603${changed}` },
})
const lastAsked = () => fake.asked().at(-1)

test('SHOP-1 goes on from the last change, ten minutes back; the shop’s own filter is not believed', async () => {
  const shop = await open(order(1, '01120000'), order(2, '02120000'), order(3, '02121500'))
  const first = await readAll(shop, null)
  expect(first.numbers).toEqual(['1', '2', '3'])
  fake.put(order(4, '02120600'), order(5, '02120400', '02120400'))
  // Both changed before the last that was seen: the first within the ten minutes, the other not.
  const second = await readAll(shop, first.cursor)
  expect(lastAsked()).toBe('orders/list?change_time=20260302120500')
  expect(second.numbers).toEqual(['4', '3'])
  expect(second.cursor).toBe(first.cursor)
  fake.put(order(1, '01120000', '03080000'))
  expect((await readAll(shop, second.cursor)).numbers).toEqual(['4', '3', '1'])
})

test('SHOP-1 from a date: what was placed before stays out, also when it changes', async () => {
  const shop = await open(order(1, '01120000', '05120000'), order(2, '04120000'))
  const from = await readAll(shop, null, { startAt: { at: '2026-03-04T10:00:00Z' as Instant }, signal })
  expect(lastAsked()).toBe('orders/list?change_time=20260304105000')
  expect(from.numbers).toEqual(['2'])
  fake.put(order(1, '01120000', '06120000'))
  expect((await readAll(shop, from.cursor)).numbers).toEqual(['2'])
})

test('SHOP-1 from an order number: lower ones stay out, also when they change', async () => {
  const shop = await open(order(8, '01120000'), order(9, '02120000'), order(10, '01110000'))
  const from = await readAll(shop, null, { startAt: { number: ' 9 ' }, signal })
  expect(from.numbers).toEqual(['10', '9'])
  expect(from.pages.at(-1)?.upTo).toEqual({ placedAt: '2026-03-02T11:00:00Z', number: '9' })
  fake.put(order(8, '01120000', '03120000'))
  expect((await readAll(shop, from.cursor)).numbers).toEqual(['9'])
  const wrong = readAll(shop, null, { startAt: { number: 'negen' }, signal })
  await expect(wrong).rejects.toMatchObject({ code: 'myshop.startNumber', context: { number: 'negen' } })
})

test('an order dated in the future hides none of those that come before it', async () => {
  const shop = await open(order(1, '01120000'), { ...order(2, '02120000'), changed: '20990101000000' })
  const { numbers, cursor } = await readAll(shop, null)
  expect(numbers).toEqual(['1', '2'])
  fake.put(order(3, '01123000'))
  expect((await readAll(shop, cursor)).numbers).toEqual(['1', '3', '2'])
})

test('many orders come in pages, oldest change first, each with a cursor that loses none after it', async () => {
  const many = Array.from({ length: 250 }, (_, at) => ({
    ...generateOrder(1),
    ...{
      number: 250 - at,
      created: `20260301${String(Math.floor(at / 60) + 10)}${String(at % 60).padStart(2, '0')}00`,
    },
  }))
  const shop = await open(...many)
  const { pages, numbers } = await readAll(shop, null)
  expect(pages.map((page) => page.orders.length)).toEqual([100, 100, 50])
  expect(numbers).toEqual(many.map(({ number }) => String(number)))
  const again = await readAll(shop, pages[0]?.cursor ?? null)
  expect(again.numbers).toEqual(numbers.slice(89))
})

test('without orders the cursor stays where it is, also where the shop answers with nothing at all', async () => {
  const shop = await open()
  const first = await readAll(shop, null)
  expect(first).toMatchObject({ numbers: [], pages: [{ upTo: null }] })
  fake.misbehave('empty')
  expect((await readAll(shop, first.cursor)).cursor).toBe(first.cursor)
})

test('the hour that comes twice in autumn is read twice rather than not', async () => {
  const inAutumn = (number: number, at: string) => ({ ...order(number, at), created: at, changed: at })
  const summer = inAutumn(1, '20251026025000')
  const shop = await open(summer)
  const { cursor } = await readAll(shop, null)
  // The same clock an hour later, as the shop writes it: its text looks earlier than what was read.
  fake.put(inAutumn(2, '20251026020500'))
  expect((await readAll(shop, cursor)).numbers).toEqual(['2', '1'])
  expect(withOverlap('2025-10-26T00:50:00Z' as Instant, 'Europe/Amsterdam')).toBe('2025-10-25T23:40:00Z')
  expect(withOverlap('2025-10-27T12:00:00Z' as Instant, 'Europe/Amsterdam')).toBe('2025-10-27T11:50:00Z')
  expect(toChangeTime('2025-07-01T22:30:05Z' as Instant, 'Europe/Amsterdam')).toBe('20250702003005')
})
