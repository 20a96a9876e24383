// PrestaShop against the stand-in: the contract of every shop, the cursor, and every way in which a shop can be odd.
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Instant } from '../../core/ids.ts'
import { settingsOf } from '../../settings/field.ts'
import { describeStockContract } from '../contract/stock.ts'
import { describeShopContract } from '../contract.ts'
import type { Cursor, ReadOptions, ShopConnection, ShopEnvironment } from '../shop.ts'
import { demoOrders, generateOrder, type Misbehaviour, type PrestaShopFake, startPrestaShopFake } from './fake.ts'
import { prestaShop } from './index.ts'
import { prestaShopProblems } from './problems.ts'

const now = Date.UTC(2026, 2, 20, 12)
const signal = new AbortController().signal
const whole: ReadOptions = { startAt: null, signal }

function environmentOf(clock = now): ShopEnvironment & { logged: string[] } {
  const logged: string[] = []
  return {
    clock: () => clock,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    log: (_level, code) => void logged.push(code),
    logged,
    memory: { get: async () => null, set: async () => undefined },
    uploads: null,
  }
}

async function connectTo(fake: PrestaShopFake, more: Record<string, unknown> = {}, clock = now) {
  const values = settingsOf(prestaShop.settings).parse({ shopUrl: fake.url, token: fake.token, ...more })
  const environment = environmentOf(clock)
  return { shop: await prestaShop.connect(values, environment), environment }
}

describeShopContract('PrestaShop', async () => {
  const fake = await startPrestaShopFake({ orders: demoOrders(), clock: () => now })
  const { shop } = await connectTo(fake)
  const sales = demoOrders().filter((order) => order.state !== '6')
  const slips = sales.filter((order) => order.refunded !== undefined).map(({ id }) => `slip:${id}-${id}`)
  return {
    shop,
    expected: [...sales.map((order) => String(order.id)), ...slips],
    balanced: [...sales.filter((order) => order.unexplained === undefined).map((order) => String(order.id)), ...slips],
    placeOrder: async () => {
      fake.put({ ...generateOrder(2000), added: '2026-03-19 10:00:00' })
      return '2000'
    },
    stock: { unknownKey: '99999:0' },
    articles: true,
    stop: fake.stop,
  }
})

describeStockContract('PrestaShop', async () => {
  const fake = await startPrestaShopFake({ clock: () => now })
  const { shop } = await connectTo(fake)
  if (shop.stock === null) throw new Error('no stock')
  return {
    stock: shop.stock,
    codes: ['KOF-1000', 'WAT-1L', 'MOK-TXT'],
    quantityOf: async (key) => fake.quantityOf(key),
    stop: async () => {
      await shop.close()
      await fake.stop()
    },
  }
})

async function idsOf(shop: ShopConnection, from: Cursor | null, options = whole) {
  const pages = await Array.fromAsync(shop.readOrders(from, options))
  const ids = pages.flatMap((page) => page.orders.map((read) => (read.ok ? read.order.id : read.id)))
  return { ids: ids as string[], cursor: pages.at(-1)?.cursor ?? '' }
}

describe('PrestaShop', () => {
  let fake: PrestaShopFake
  let shop: ShopConnection
  beforeEach(async () => {
    fake = await startPrestaShopFake({ clock: () => now })
    shop = (await connectTo(fake)).shop
  })
  afterEach(async () => {
    await shop.close()
    await fake.stop()
  })

  const order = (id: number, added: string, more = {}) => ({ ...generateOrder(id), added: `2026-03-${added}`, ...more })

  test('SHOP-1 starts at a time in the shop’s zone and reads in pages of a hundred', async () => {
    fake.put(...Array.from({ length: 250 }, (_, index) => generateOrder(index)))
    // Order 10 was placed at 08:10 wall time, which is 07:10 UTC.
    const { ids } = await idsOf(shop, null, { startAt: { at: '2026-01-05T07:10:00Z' as Instant }, signal })
    expect(ids).toEqual(Array.from({ length: 240 }, (_, index) => String(index + 10)))
    expect(fake.asked().filter((question) => question === 'orders')).toHaveLength(3)
  })

  test('SHOP-1 an order from before the start does not come in when it changes later', async () => {
    const startAt = { at: '2026-03-05T00:00:00Z' as Instant }
    fake.put(order(1, '01 10:00:00'), order(2, '10 10:00:00'))
    const first = await idsOf(shop, null, { startAt, signal })
    fake.put(order(1, '01 10:00:00', { changed: '2026-03-12 10:00:00' }))
    expect((await idsOf(shop, first.cursor, { startAt, signal })).ids).toEqual(['2'])
  })

  test('SHOP-1 an order number is no start for PrestaShop', async () => {
    await expect(idsOf(shop, null, { startAt: { number: '5' }, signal })).rejects.toMatchObject({
      code: 'prestashop.startByNumber',
    })
  })

  test('BEY-1 a payment that comes after later orders is not lost', async () => {
    fake.put(order(1, '10 12:00:00', { state: '6' }), order(2, '10 12:20:00'))
    const first = await idsOf(shop, null)
    expect(first.ids).toEqual(['2'])
    fake.put(order(1, '10 12:00:00', { changed: '2026-03-10 12:40:00' }))
    expect((await idsOf(shop, first.cursor)).ids).toContain('1')
  })

  test('BEY-1 orders of one second that fall on two pages all come, and an hour that the clock goes back loses none', async () => {
    fake.put(...Array.from({ length: 150 }, (_, index) => order(index + 1, '10 02:50:00')))
    const first = await idsOf(shop, null)
    expect(new Set(first.ids).size).toBe(150)
    fake.put(order(200, '10 02:10:00'))
    expect((await idsOf(shop, first.cursor)).ids).toContain('200')
  })

  test('BEY-1 an order dated in the future does not hide those that come before it', async () => {
    fake.put(order(1, '10 12:00:00'), order(2, '10 12:01:00', { changed: '2031-01-01 00:00:00' }))
    const first = await idsOf(shop, null)
    fake.put(order(3, '11 12:00:00'))
    expect((await idsOf(shop, first.cursor)).ids).toContain('3')
  })

  const wayWithCode: readonly (readonly [Misbehaviour, string])[] = [
    ['maintenance', 'maintenance'],
    ['otherHost', 'redirect'],
    ['canonical', 'canonicalRedirect'],
    ['noModule', 'moduleMissing'],
    ['homePage', 'moduleMissing'],
    ['otherShop', 'notPrestaShop'],
    ['password', 'passwordProtected'],
    ['blocked', 'blocked'],
    ['tooMany', 'tooMany'],
    ['serverError', 'serverError'],
    ['empty', 'emptyAnswer'],
    ['disabled', 'moduleDisabled'],
    ['noKey', 'moduleNoKey'],
    ['wrongKey', 'wrongKey'],
    ['oldClock', 'clock'],
    ['crashed', 'moduleFailed'],
    ['printedUnsigned', 'phpNoise'],
    ['half', 'brokenAnswer'],
    ['altered', 'answerSignature'],
  ]

  test.each(wayWithCode)(
    'SHOP-5 %s is told as prestashop.%s, with what to do, also by the test of the connection',
    async (way, code) => {
      fake.misbehave(way)
      await expect(idsOf(shop, null)).rejects.toMatchObject({ code: `prestashop.${code}` })
      const legs = await Array.fromAsync(shop.test(signal))
      const last = legs.at(-1)
      expect([last?.ok, last?.todo?.nl === '', legs.filter((leg) => !leg.ok).length]).toEqual([false, false, 1])
      expect(`${last?.cameBack.nl} ${last?.todo?.nl}`).not.toMatch(/[{}]/)
    },
  )

  test.each([
    ['question.unknown', 'oldModule'],
    ['shop.multishopAll', 'multishopAll'],
    ['internal', 'moduleFailed'],
    ['sign.replayed', 'replayed'],
  ])('SHOP-5 the module’s %s is told as prestashop.%s', async (error, code) => {
    fake.fail(error)
    await expect(idsOf(shop, null)).rejects.toMatchObject({ code: `prestashop.${code}` })
  })

  test.each(['printedBefore', 'printedAfter'] as const)(
    'SHOP-5 other output (%s) does not keep us from a signed answer',
    async (way) => {
      fake.put(order(1, '10 12:00:00'))
      fake.misbehave(way)
      expect((await idsOf(shop, null)).ids).toEqual(['1'])
    },
  )

  test.each([
    [{ token: '' }, 'noToken', 'token'],
    [{ token: 'abc' }, 'tokenShape', 'token'],
    [{ shopUrl: 'ftp://x' }, 'badUrl', 'shopUrl'],
    [{ way: 'webservice' }, 'noApiKey', 'apiKey'],
    [{ token: 'cd'.repeat(32) }, 'wrongKey', undefined],
  ])('SHOP-5 settings %j: prestashop.%s', async (more, code, setting) => {
    const other = (await connectTo(fake, more)).shop
    const reading = idsOf(other, null)
    await expect(reading).rejects.toMatchObject({
      code: `prestashop.${code}`,
      ...(setting === undefined ? {} : { context: { setting } }),
    })
    expect((await Array.fromAsync(other.test(signal))).some((leg) => !leg.ok)).toBe(true)
    await other.close()
  })

  test('SHOP-5 a module of another protocol is too old, by its version', async () => {
    fake.set({ protocol: 0, moduleVersion: '0.9' })
    await expect(idsOf(shop, null)).rejects.toMatchObject({ code: 'prestashop.oldModule', context: { version: '0.9' } })
  })

  test('SHOP-5 the clocks must agree to five minutes', async () => {
    const other = (await connectTo(fake, {}, now + 400_000)).shop
    await expect(idsOf(other, null)).rejects.toMatchObject({ code: 'prestashop.clock' })
    await other.close()
  })

  test('STOCK-1 a shop that does not allow it, or has no stock, refuses as a whole', async () => {
    fake.set({ stockWritable: false })
    fake.fail(null)
    await Array.fromAsync(shop.stock?.read(signal) ?? [])
    fake.fail('stock.notAllowed')
    await expect(shop.stock?.write([{ key: '20:0', quantity: 1 }], signal)).rejects.toMatchObject({
      code: 'prestashop.stockNotAllowed',
    })
    fake.fail(null)
    fake.set({ stockManagement: false })
    const other = (await connectTo(fake)).shop
    await expect(other.stock?.write([{ key: '20:0', quantity: 1 }], signal)).rejects.toMatchObject({
      code: 'prestashop.stockManagementOff',
    })
    await other.close()
  })

  test('every message is complete in both languages', () => {
    for (const { text, todo, spec } of Object.values(prestaShopProblems)) {
      for (const words of [text.nl, text.en, todo.nl, todo.en]) expect(words).toMatch(/[.}:)]$/)
      expect(spec).toMatch(/^[A-Z]+-\d+$/)
    }
  })
})
