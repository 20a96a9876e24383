// Reading orders with the cursor, against the stand-in: where it begins, what it reads again, and what must not get lost.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Instant, ShopOrderId } from '../../core/ids.ts'
import type { ReadOptions } from '../shop.ts'
import { demoOrders, type FakeOptions } from './fake.ts'
import { everything, inMarch, range, readFrom, signal, startWorld } from './testing.ts'

describe('reading the orders of Mijnwebwinkel', () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  const renew = async (options: FakeOptions) => {
    await world.end()
    world = await startWorld(options)
  }
  beforeEach(async () => {
    world = await startWorld()
  })
  afterEach(() => world.end())

  describe('SHOP-7 from an order number', () => {
    test('begins at that number without reading all that is before it', async () => {
      world.fake.put(...range(1, 2000).map((number) => inMarch(number, '01 10:00:00')))
      const { shop } = await world.connect()
      const { numbers } = await readFrom(shop, null, { startAt: { number: '1801' }, signal })
      expect(numbers).toEqual(range(1801, 200).map(String))
      expect(world.pages().length).toBeLessThanOrEqual(3)
      expect(world.fake.asked().length).toBeLessThan(20)
    })

    test('a gap in the numbers and a number that is yet to come are no obstacle', async () => {
      world.fake.put(...[10, 11, 20, 21].map((number) => inMarch(number, '01 10:00:00')))
      const { shop } = await world.connect()
      expect((await readFrom(shop, null, { startAt: { number: '12' }, signal })).numbers).toEqual(['20', '21'])
      const first = await readFrom(shop, null, { startAt: { number: '30' }, signal })
      expect(first.numbers).toEqual([])
      world.fake.put(inMarch(29, '19 10:00:00'), inMarch(30, '19 10:01:00'))
      expect((await readFrom(shop, first.cursor, { startAt: { number: '30' }, signal })).numbers).toEqual(['30'])
    })

    test('an older order stays out, also when its status changes', async () => {
      world.fake.put(inMarch(1, '01 10:00:00'), inMarch(2, '10 10:00:00'))
      const { shop } = await world.connect()
      const options: ReadOptions = { startAt: { number: '2' }, signal }
      const first = await readFrom(shop, null, options)
      world.fake.put(inMarch(1, '01 10:00:00', { status: 2, changed: '2026-03-20 11:00:00' }))
      expect((await readFrom(shop, first.cursor, options)).numbers).toEqual(['2'])
    })

    test('what is no number is said with the setting', async () => {
      const { shop } = await world.connect()
      await expect(readFrom(shop, null, { startAt: { number: 'T-12' }, signal })).rejects.toMatchObject({
        code: 'mijnwebwinkel.startNumber',
        context: { setting: 'startAtNumber', number: 'T-12' },
      })
    })
  })

  test('SHOP-1 starts at a moment as well, in the time of the shop', async () => {
    world.fake.put(inMarch(1, '05 08:10:00'), inMarch(2, '05 08:09:59'), inMarch(3, '06 08:00:00'))
    const { shop } = await world.connect()
    // Ten past eight in the Netherlands in winter.
    const options: ReadOptions = { startAt: { at: '2026-03-05T07:10:00Z' as Instant }, signal }
    expect((await readFrom(shop, null, options)).numbers).toEqual(['1', '3'])
  })

  test('SHOP-1 tells the last order that was read', async () => {
    world.fake.put(inMarch(1, '10 12:00:00'), inMarch(2, '10 12:30:00'))
    const { shop } = await world.connect()
    const pages = await Array.fromAsync(shop.readOrders(null, everything))
    expect(pages.at(-1)?.upTo).toEqual({ placedAt: '2026-03-10T11:30:00Z', number: '2' })
  })

  test('BEY-1 a later run reads two days back, because a lower number can come after a higher one', async () => {
    world.fake.put(inMarch(1, '01 09:00:00'), inMarch(5, '10 12:00:00'))
    const { shop } = await world.connect()
    const first = await readFrom(shop, null)
    world.fake.put(inMarch(4, '10 11:50:00'), inMarch(6, '19 12:00:00'))
    expect((await readFrom(shop, first.cursor)).numbers).toEqual(['4', '5', '6'])
    expect(world.pages().at(-2)).toContain('start_date=2026-03-08')
  })

  test('an order that is paid weeks later comes when its status changes', async () => {
    world.fake.put(inMarch(1, '01 09:00:00', { status: 1, paymentStatus: 'pending' }), inMarch(2, '18 10:00:00'))
    const { shop } = await world.connect({ orderStatuses: ['3'] })
    const first = await readFrom(shop, null)
    expect(first.numbers).toEqual(['2'])
    world.fake.put(inMarch(1, '01 09:00:00', { status: 3, changed: '2026-03-20 11:59:00' }))
    const second = await readFrom(shop, first.cursor)
    expect(second.numbers).toEqual(['2', '1'])
    expect((await readFrom(shop, second.cursor)).cursor).toBe(second.cursor)
  })

  test('BEY-1 a run that ends half-way loses no change of status', async () => {
    world.fake.put(...range(1, 150).map((number) => inMarch(number, '01 09:00:00')))
    const { shop } = await world.connect()
    const first = await readFrom(shop, null)
    world.fake.put(
      inMarch(3, '01 09:00:00', { status: 2, changed: '2026-03-20 11:59:00' }),
      ...range(200, 150).map((number) => inMarch(number, '20 09:00:00')),
    )
    const pages = shop.readOrders(first.cursor, everything)[Symbol.asyncIterator]()
    const half = await pages.next()
    await pages.return?.()
    const rest = await readFrom(shop, half.done ? null : half.value.cursor)
    expect(rest.numbers).toContain('3')
  })

  test('BEY-1 an order dated in the future does not hide those that come after it', async () => {
    world.fake.put(inMarch(1, '10 12:00:00'), { ...inMarch(2, ''), placed: '2031-01-01 00:00:00' })
    const { shop } = await world.connect()
    const first = await readFrom(shop, null)
    world.fake.put(inMarch(3, '20 12:30:00'))
    expect((await readFrom(shop, first.cursor)).numbers).toContain('3')
  })

  test('BEY-1 orders that are removed while we read do not make us miss others', async () => {
    const orders = range(1, 350).map((number) => inMarch(number, '01 09:00:00'))
    let lists = 0
    await renew({
      orders,
      meanwhile: (shop, call) => {
        if (world.isPage(call) && ++lists === 2) shop.remove(...range(1, 60))
      },
    })
    const { shop } = await world.connect()
    const { numbers } = await readFrom(shop, null)
    expect(numbers).toEqual(range(1, 350).map(String))
  })

  test('BEY-1 also not where the rest of the list is gone from the place where it was', async () => {
    let lists = 0
    await renew({
      orders: range(1, 105).map((number) => inMarch(number, '01 09:00:00')),
      meanwhile: (shop, call) => {
        if (world.isPage(call) && ++lists === 2) shop.remove(...range(1, 30))
      },
    })
    const { shop } = await world.connect()
    expect((await readFrom(shop, null)).numbers).toHaveLength(105)
  })

  test('a shop that gives the same page for ever is not read for ever', async () => {
    await renew({ orders: range(1, 250).map((number) => inMarch(number, '01 09:00:00')), ignoresOffset: true })
    const { shop } = await world.connect()
    await expect(readFrom(shop, null)).rejects.toMatchObject({ code: 'mijnwebwinkel.samePage' })
    expect(world.pages()).toHaveLength(2)
  })

  test('a cancelled order is left out, null by its number, and comes when it is revived', async () => {
    world.fake.put(inMarch(1, '10 12:00:00', { status: 5 }))
    const { shop } = await world.connect()
    const first = await readFrom(shop, null)
    expect(first.numbers).toEqual([])
    expect(await shop.readOrder('1' as ShopOrderId, signal)).toBeNull()
    world.fake.put(inMarch(1, '10 12:00:00', { status: 2, changed: '2026-03-20 11:00:00' }))
    expect((await readFrom(shop, first.cursor)).numbers).toEqual(['1'])
  })

  test('BEY-3 a cancelled order is given as withdrawn; a refunded one only where no credit order tells how much', async () => {
    world.fake.put(
      inMarch(1, '01 09:00:00'),
      inMarch(2, '01 09:01:00'),
      inMarch(3, '01 09:02:00'),
      inMarch(9, '19 09:00:00'),
    )
    const { shop } = await world.connect()
    const first = await readFrom(shop, null)
    const changed = '2026-03-20 11:00:00'
    world.fake.put(
      inMarch(1, '01 09:00:00', { status: 5, changed }),
      inMarch(2, '01 09:01:00', { status: 13, changed }),
      inMarch(3, '01 09:02:00', { status: 13, changed, override: { credit_order_numbers: [10] } }),
    )
    const pages = await Array.fromAsync(shop.readOrders(first.cursor, everything))
    const withdrawn = pages.flatMap((page) => page.withdrawn ?? [])
    expect(withdrawn.map((read) => read.ok && [read.order.number, read.order.status.meaning])).toEqual([
      ['1', 'cancelled'],
      ['2', 'refunded'],
    ])
    expect(pages.flatMap((page) => page.orders)).toHaveLength(1)
  })

  test('BEY-3 a credit order that was cancelled itself is no credit', async () => {
    world.fake.put(
      inMarch(1, '01 09:00:00', { status: 5, creditOf: 7 }),
      inMarch(2, '01 09:01:00', { status: 10, creditOf: 7 }),
    )
    const { shop } = await world.connect()
    expect((await readFrom(shop, null)).numbers).toEqual(['2'])
  })

  test('BEY-1 archived orders are read as well, whether they stand in the list or have to be asked for', async () => {
    for (const hidesArchived of [true, false]) {
      await renew({ orders: demoOrders(), hidesArchived })
      const { shop } = await world.connect()
      const first = await readFrom(shop, null)
      expect(first.numbers.toSorted()).toEqual([
        '1001',
        '1002',
        '1003',
        '1004',
        '1005',
        '1006',
        '1007',
        '1008',
        '1010',
        '1011',
        '1012',
      ])
      expect((await Array.fromAsync(shop.test(signal))).at(-1)?.cameBack.nl).toBe('12 orders gevonden.')
      world.fake.put(inMarch(1002, '02 10:40:00', { archived: true, changed: '2026-03-20 11:58:00' }))
      expect((await readFrom(shop, first.cursor)).numbers).toContain('1002')
    }
  })

  test('BEY-1 an order that is archived before we came to it is not lost', async () => {
    await renew({
      orders: range(1, 150).map((number) => inMarch(number, '01 09:00:00', { archived: number < 5 })),
      hidesArchived: true,
    })
    const { shop } = await world.connect()
    const pages = shop.readOrders(null, everything)[Symbol.asyncIterator]()
    await pages.next()
    const half = await pages.next()
    await pages.return?.()
    world.fake.put(inMarch(140, '01 09:00:00', { archived: true }))
    const rest = await readFrom(shop, half.done ? null : half.value.cursor)
    expect(rest.numbers).toContain('140')
  })
})
