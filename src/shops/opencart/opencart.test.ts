// OpenCart against the stand-in: the contract of every shop, the cursor, and every way in which a host can be odd.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Instant, ShopOrderId } from '../../core/ids.ts'
import { settingsOf } from '../../settings/field.ts'
import { describeShopContract } from '../contract.ts'
import type { Cursor, ReadOptions, ShopConnection, ShopEnvironment } from '../shop.ts'
import {
  demoOrders,
  type FakeOptions,
  generateOrder,
  type Misbehaviour,
  type OpenCartFake,
  startOpenCartFake,
} from './fake.ts'
import { openCart } from './index.ts'
import { openCartProblems } from './problems.ts'

const now = Date.UTC(2026, 2, 20, 12)
const signal = new AbortController().signal
const wholeYear: ReadOptions = { startAt: null, signal }

function environmentOf(memory: Map<string, string>, clock = now): ShopEnvironment & { logged: string[] } {
  let count = 0
  const logged: string[] = []
  return {
    clock: () => clock,
    randomHex: (bytes) => (++count).toString(16).padStart(bytes * 2, '0'),
    log: (_level, code) => void logged.push(code),
    logged,
    memory: {
      get: async (name) => memory.get(name) ?? null,
      set: async (name, value) => void (value === null ? memory.delete(name) : memory.set(name, value)),
    },
  }
}

/** A connection straight to the stand-in: nothing to upload. */
async function connectTo(fake: OpenCartFake, more: Record<string, unknown> = {}, clock = now) {
  const values = settingsOf(openCart.settings).parse({ transport: 'none', shopUrl: fake.url, ...more })
  const environment = environmentOf(new Map(Object.entries(fake.memory)), clock)
  return { shop: await openCart.connect(values, environment), environment }
}

describeShopContract('OpenCart', async () => {
  const fake = await startOpenCartFake({ orders: demoOrders(), clock: () => now })
  const { shop } = await connectTo(fake)
  const expected = demoOrders().filter((order) => order.statusId !== '7')
  return {
    shop,
    expected: expected.map((order) => String(order.id)),
    balanced: expected.filter((order) => order.unexplained === undefined).map((order) => String(order.id)),
    placeOrder: async () => {
      fake.put({ ...generateOrder(2000), added: '2026-03-19 10:00:00' })
      return '2000'
    },
    stop: fake.stop,
  }
})

async function idsOf(shop: ShopConnection, from: Cursor | null, options = wholeYear) {
  const ids: string[] = []
  let cursor: Cursor = ''
  for await (const page of shop.readOrders(from, options)) {
    ids.push(...page.orders.map((read) => (read.ok ? read.order.id : read.id)))
    cursor = page.cursor
  }
  return { ids, cursor }
}

describe('OpenCart', () => {
  let fake: OpenCartFake
  const start = async (options: FakeOptions = {}) => {
    fake = await startOpenCartFake({ clock: () => now, ...options })
  }
  beforeEach(() => start())
  afterEach(() => fake.stop())

  const order = (id: number, added: string, more = {}) => ({ ...generateOrder(id), added: `2026-03-${added}`, ...more })

  test('SHOP-1 starts at a date and reads in pages of a hundred', async () => {
    fake.put(...Array.from({ length: 250 }, (_, index) => generateOrder(index)))
    const { shop } = await connectTo(fake)
    // Order 10 was placed at 08:10 wall time, which is 07:10 UTC.
    const startAt = { at: '2026-01-05T07:10:00Z' as Instant }
    const { ids } = await idsOf(shop, null, { startAt, signal })
    expect(ids).toEqual(Array.from({ length: 240 }, (_, index) => String(index + 10)))
    expect(fake.asked().filter((question) => question === 'orders')).toHaveLength(3)
    await shop.close()
  })

  test('SHOP-1 an order from before the start does not come in when it changes later', async () => {
    fake.put(order(1, '01 10:00:00'), order(2, '10 10:00:00'))
    const { shop } = await connectTo(fake)
    const startAt = { at: '2026-03-05T00:00:00Z' as Instant }
    const first = await idsOf(shop, null, { startAt, signal })
    fake.put(order(1, '01 10:00:00', { changed: '2026-03-12 10:00:00' }))
    expect((await idsOf(shop, first.cursor, { startAt, signal })).ids).toEqual(['2'])
    await shop.close()
  })

  test('SHOP-1 an order number is no start for OpenCart', async () => {
    const { shop } = await connectTo(fake)
    const reading = idsOf(shop, null, { startAt: { number: '5' }, signal })
    await expect(reading).rejects.toMatchObject({ code: 'opencart.startByNumber' })
    await shop.close()
  })

  test('BEY-1 a payment that comes after later orders is not lost', async () => {
    fake.put(order(1, '10 12:00:00', { statusId: '0' }), order(2, '10 12:20:00'))
    const { shop } = await connectTo(fake)
    const first = await idsOf(shop, null)
    expect(first.ids).toEqual(['2'])
    fake.put(order(1, '10 12:00:00', { changed: '2026-03-10 12:40:00' }))
    expect((await idsOf(shop, first.cursor)).ids).toContain('1')
    await shop.close()
  })

  test('BEY-1 an order in an hour that the clock went back over is not lost', async () => {
    fake.put(order(1, '10 02:50:00'))
    const { shop } = await connectTo(fake)
    const first = await idsOf(shop, null)
    fake.put(order(2, '10 02:10:00'))
    expect((await idsOf(shop, first.cursor)).ids).toContain('2')
    await shop.close()
  })

  test('BEY-1 orders of one second that fall on two pages all come', async () => {
    fake.put(...Array.from({ length: 150 }, (_, index) => order(index + 1, '10 12:00:00')))
    const { shop } = await connectTo(fake)
    expect(new Set((await idsOf(shop, null)).ids).size).toBe(150)
    await shop.close()
  })

  test('BEY-1 an order dated in the future does not hide those that come before it', async () => {
    fake.put(order(1, '10 12:00:00'), order(2, '10 12:01:00', { changed: '2031-01-01 00:00:00' }))
    const { shop } = await connectTo(fake)
    const first = await idsOf(shop, null)
    expect(first.ids).toEqual(['1', '2'])
    fake.put(order(3, '11 12:00:00'))
    expect((await idsOf(shop, first.cursor)).ids).toContain('3')
    await shop.close()
  })

  test('a cancelled order is left out and comes when it is revived; one that is cancelled is null by id', async () => {
    fake.put(order(1, '10 12:00:00', { statusId: '7' }))
    const { shop } = await connectTo(fake)
    const first = await idsOf(shop, null)
    expect(first.ids).toEqual([])
    expect(await shop.readOrder('1' as ShopOrderId, signal)).toBeNull()
    fake.put(order(1, '10 12:00:00', { statusId: '2', changed: '2026-03-15 09:00:00' }))
    expect((await idsOf(shop, first.cursor)).ids).toEqual(['1'])
    await shop.close()
  })

  test('chosen statuses are the only ones read, and status 0 never is', async () => {
    fake.put(
      order(1, '10 12:00:00'),
      order(2, '10 12:00:01', { statusId: '7' }),
      order(3, '10 12:00:02', { statusId: '0' }),
    )
    const { shop } = await connectTo(fake, { orderStatuses: ['7', '0'] })
    expect((await idsOf(shop, null)).ids).toEqual(['2'])
    await shop.close()
  })

  test('the last order read is told in the user’s words', async () => {
    fake.put(order(1, '10 12:00:00'), order(2, '10 12:30:00'))
    const { shop } = await connectTo(fake)
    const pages = await Array.fromAsync(shop.readOrders(null, wholeYear))
    expect(pages.at(-1)?.upTo).toEqual({ placedAt: '2026-03-10T11:30:00Z', number: '2' })
    await shop.close()
  })

  const codes: readonly (readonly [Misbehaviour, string])[] = [
    ['redirect', 'opencart.redirect'],
    ['homePage', 'opencart.homePage'],
    ['maintenance', 'opencart.maintenance'],
    ['blocked', 'opencart.blocked'],
    ['notFound', 'opencart.notFound'],
    ['firewall', 'opencart.firewall'],
    ['modSecurity', 'opencart.firewall'],
    ['password', 'opencart.passwordProtected'],
    ['serverError', 'opencart.serverError'],
    ['refused', 'opencart.refused'],
    ['phpSource', 'opencart.phpNotRun'],
    ['empty', 'opencart.emptyAnswer'],
    ['half', 'opencart.halfAnswer'],
    ['brokenJson', 'opencart.brokenJson'],
    ['warningUnsigned', 'opencart.phpNoise'],
    ['altered', 'opencart.signature'],
    ['cutLine', 'opencart.broken'],
    ['tooLarge', 'opencart.tooLarge'],
  ]
  test.each(codes)('SHOP-9 %s is told as %s, in the run and in the test of the connection', async (way, code) => {
    const { shop } = await connectTo(fake)
    fake.misbehave(way)
    await expect(idsOf(shop, null)).rejects.toMatchObject({ code })
    const failed = (await Array.fromAsync(shop.test(signal))).find((leg) => !leg.ok)
    expect(failed?.todo?.nl).toBeTruthy()
    expect(`${failed?.cameBack.nl} ${failed?.cameBack.en} ${failed?.todo?.nl}`).not.toMatch(/\{\w+\}/)
    await shop.close()
  })

  test('SHOP-2 a redirect names the address to fill in', async () => {
    const { shop } = await connectTo(fake)
    fake.misbehave('redirect')
    const to = fake.url.replace('127.0.0.1', 'localhost')
    await expect(idsOf(shop, null)).rejects.toMatchObject({ context: { to, setting: 'shopUrl' } })
    await shop.close()
  })

  const errors: readonly (readonly [Record<string, unknown> & { code: string }, string])[] = [
    [{ code: 'prefix', prefixes: ['shop1_', ''] }, 'opencart.prefix'],
    [{ code: 'database', detail: 'Access denied' }, 'opencart.database'],
    [{ code: 'config' }, 'opencart.noConfig'],
    [{ code: 'query', detail: 'Unknown column' }, 'opencart.query'],
    [{ code: 'question' }, 'opencart.oldBridge'],
    [{ code: 'replay' }, 'opencart.replay'],
  ]
  test.each(errors)('SHOP-9 the bridge’s error %o is told as %s', async (error, code) => {
    const { shop } = await connectTo(fake)
    fake.fail(error)
    await expect(idsOf(shop, null)).rejects.toMatchObject({ code })
    await shop.close()
  })

  test('SHOP-2 a wrong prefix names those that are there', async () => {
    const { shop } = await connectTo(fake)
    fake.fail({ code: 'prefix', prefixes: ['shop1_', ''] })
    const legs = await Array.fromAsync(shop.test(signal))
    expect(legs.map((leg) => [leg.leg, leg.ok])).toEqual([
      ['url', true],
      ['signature', true],
      ['database', false],
    ])
    expect(legs.at(-1)?.cameBack.nl).toContain('shop1_, -')
    await shop.close()
  })

  test('SHOP-9 a wrong clock is told with the difference', async () => {
    const { shop } = await connectTo(fake, {}, now - 3_600_000)
    const failed = (await Array.fromAsync(shop.test(signal))).find((leg) => !leg.ok)
    expect(failed?.leg).toBe('signature')
    expect(failed?.cameBack.nl).toContain('+3600 seconden')
    await shop.close()
  })

  test.each(['gzip', 'warning'] as const)('an answer with %s is read all the same', async (way) => {
    fake.put(order(1, '10 12:00:00'))
    fake.misbehave(way)
    const { shop, environment } = await connectTo(fake)
    expect((await idsOf(shop, null)).ids).toEqual(['1'])
    expect(environment.logged.includes('opencart.phpNoise')).toBe(way === 'warning')
    await shop.close()
  })

  test('a web address that does not exist or does not answer is told as such', async () => {
    for (const [url, code] of [
      ['http://winkel.invalid/', 'opencart.nameUnknown'],
      ['http://127.0.0.1:9/', 'opencart.unreachable'],
    ]) {
      const { shop, environment } = await connectTo(fake)
      await environment.memory.set('endpointUrl', `${url}s/c.php`)
      await expect(idsOf(shop, null)).rejects.toMatchObject({ code })
      await shop.close()
    }
  })

  test('without a file in the shop and without a way to place one, that is said', async () => {
    const values = settingsOf(openCart.settings).parse({ transport: 'none', shopUrl: fake.url })
    const shop = await openCart.connect(values, environmentOf(new Map()))
    await expect(idsOf(shop, null)).rejects.toMatchObject({ code: 'opencart.noEndpoint' })
    await shop.close()
  })

  test('every message has words and an action in both languages', () => {
    for (const [code, { text, todo, spec }] of Object.entries(openCartProblems)) {
      expect(
        [text.nl, text.en, todo.nl, todo.en].every((words) => words.length > 5),
        code,
      ).toBe(true)
      expect(spec).toMatch(/^(SHOP|SALE)-\d+$/)
    }
  })
})
