// Mijnwebwinkel against the stand-in: the contract of every shop, the keys, and every way to misbehave.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Failure } from '../../core/failures.ts'
import { describeShopContract } from '../contract.ts'
import {
  demoOrders,
  type FakeOptions,
  generateOrder,
  type MijnwebwinkelFake,
  type Misbehaviour,
  startMijnwebwinkelFake,
} from './fake.ts'
import { connectTo, everything, inMarch, range, readFrom, signal, startWorld } from './testing.ts'

describeShopContract('Mijnwebwinkel', async () => {
  const fake = await startMijnwebwinkelFake({ orders: demoOrders() })
  const { shop } = await connectTo(fake)
  const expected = demoOrders().filter((order) => order.status !== 5)
  return {
    shop,
    expected: expected.map((order) => String(order.number)),
    balanced: expected.map((order) => String(order.number)),
    placeOrder: async () => {
      fake.put({ ...generateOrder(2000), placed: '2026-03-19 10:00:00' })
      return '2000'
    },
    stock: { unknownKey: '999' },
    stop: fake.stop,
  }
})

describe('Mijnwebwinkel', () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  const renew = async (options: FakeOptions) => {
    await world.end()
    world = await startWorld(options)
  }
  beforeEach(async () => {
    world = await startWorld()
  })
  afterEach(() => world.end())

  test('an order that is translated before anything was read waits for that', async () => {
    const { shop } = await world.connect()
    expect(shop.reread({ number: 5 })).toMatchObject({ ok: false, reason: { code: 'mijnwebwinkel.contextUnknown' } })
  })

  test('the statuses come from the shop, with what they mean', async () => {
    const { shop } = await world.connect()
    const statuses = await shop.readOrderStatuses(signal)
    expect(statuses.map(({ text, meaning }) => [text, meaning])).toEqual([
      ['Nieuw', 'unpaid'],
      ['Verzonden', 'shipped'],
      ['Betaald', 'paid'],
      ['Geannuleerd', 'cancelled'],
      ['Betaald & afgehaald', 'complete'],
      ['Gecrediteerd', 'refunded'],
      ['Etiket X', 'unknown'],
      ['Retour', 'refunded'],
    ])
  })

  test('a test order that comes all the same is left out and said in the extended log', async () => {
    world.fake.put(inMarch(1, '10 12:00:00'), inMarch(2, '10 12:01:00', { override: { number: 'T-2' } }))
    const { shop, logged } = await world.connect()
    expect((await readFrom(shop, null)).numbers).toEqual(['1'])
    expect(logged).toContainEqual({ code: 'mijnwebwinkel.testOrder', data: { number: 'T-2' } })
  })

  test('an order that cannot be read waits with the reason and does not stop the others', async () => {
    world.fake.put(inMarch(1, '10 12:00:00', { override: { price: 'free' } }), inMarch(2, '10 12:01:00'))
    const { shop } = await world.connect()
    const [page] = await Array.fromAsync(shop.readOrders(null, everything))
    expect(page?.orders.map((read) => (read.ok ? 'ok' : read.reason))).toEqual([
      { code: 'mijnwebwinkel.badOrder', data: { where: 'price' } },
      'ok',
    ])
  })

  const ends: readonly (readonly [Misbehaviour, string])[] = [
    ['unauthorized', 'mijnwebwinkel.partnerRefused'],
    ['forbidden', 'mijnwebwinkel.partnerRefused'],
    ['invalid', 'mijnwebwinkel.refused'],
    ['echo', 'mijnwebwinkel.refused'],
    ['echoPage', 'mijnwebwinkel.notJson'],
    ['redirect', 'mijnwebwinkel.redirect'],
    ['notFound', 'mijnwebwinkel.notFound'],
    ['serverError', 'mijnwebwinkel.serverError'],
    ['badGateway', 'mijnwebwinkel.serverError'],
    ['unavailable', 'mijnwebwinkel.serverError'],
    ['page', 'mijnwebwinkel.notJson'],
    ['empty', 'mijnwebwinkel.notJson'],
    ['half', 'mijnwebwinkel.notJson'],
    ['cutLine', 'mijnwebwinkel.broken'],
    ['tooLarge', 'mijnwebwinkel.tooLarge'],
    ['otherShape', 'mijnwebwinkel.schema'],
    ['tooManyLong', 'mijnwebwinkel.rateLimited'],
    ['tooManySilent', 'mijnwebwinkel.rateLimited'],
  ]

  test.each(ends)('SHOP-9 %s is told as %s in the run and in the test, and no key is in it', async (way, code) => {
    const { shop, logged, memory } = await world.connect()
    world.fake.misbehave(way)
    const error = await readFrom(shop, null).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code })
    const failed = (await Array.fromAsync(shop.test(signal))).find((leg) => !leg.ok)
    expect(failed?.todo?.nl).toBeTruthy()
    const shown = [failed?.cameBack, failed?.todo, failed?.tried].flatMap((text) => [text?.nl, text?.en]).join(' ')
    expect(shown).not.toMatch(/\{\w+\}|undefined/)
    for (const said of [shown, everythingIn(error), JSON.stringify(logged), JSON.stringify([...memory])])
      expectNoKeys(said, world.fake)
  })

  test('SHOP-9 the refusal of the shop’s key is told apart from that of the partner key', async () => {
    const wrong = await world.connect({ key: 'wrong' })
    expect((await Array.fromAsync(wrong.shop.test(signal))).map((leg) => [leg.leg, leg.ok])).toEqual([
      ['reach', true],
      ['key', false],
    ])
    await expect(readFrom(wrong.shop, null)).rejects.toMatchObject({ code: 'mijnwebwinkel.keyRefused' })
    const partner = await world.connect({ partnerKey: 'wrong' })
    await expect(readFrom(partner.shop, null)).rejects.toMatchObject({ code: 'mijnwebwinkel.partnerRefused' })
    const without = await world.connect({ partnerKey: '' })
    await expect(readFrom(without.shop, null)).rejects.toMatchObject({ code: 'mijnwebwinkel.partnerMissing' })
  })

  test('SHOP-7 a shop that asks for no partner key is read with the key alone', async () => {
    await renew({ orders: demoOrders(), partnerKey: null })
    const { shop } = await world.connect()
    expect((await readFrom(shop, null)).numbers).toHaveLength(11)
  })

  test('the keys never go over an open line, and an address that is none is said', async () => {
    const open = await world.connect({ apiUrl: 'http://api.voorbeeld.example' })
    await expect(readFrom(open.shop, null)).rejects.toMatchObject({ code: 'mijnwebwinkel.notSecure' })
    const none = await world.connect({ apiUrl: 'mijnwinkel' })
    await expect(readFrom(none.shop, null)).rejects.toMatchObject({ code: 'mijnwebwinkel.badUrl' })
    expect(world.fake.asked()).toEqual([])
  })

  test.each([
    ['https://winkel.invalid', 'mijnwebwinkel.nameUnknown'],
    ['http://127.0.0.1:9', 'mijnwebwinkel.unreachable'],
  ])('SHOP-9 %s is told as %s', async (apiUrl, code) => {
    const { shop } = await world.connect({ apiUrl })
    const error = await readFrom(shop, null).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code })
    expectNoKeys(everythingIn(error), world.fake)
  })

  test('waits as long as Retry-After says, then goes on; a wait of an hour ends the run with the time', async () => {
    world.fake.put(inMarch(1, '10 12:00:00'))
    const { shop, slept } = await world.connect()
    world.fake.misbehave('tooManyShort', 2)
    expect((await readFrom(shop, null)).numbers).toEqual(['1'])
    expect(slept).toEqual([7000, 7000])
    world.fake.misbehave('tooManyLong', 1)
    await expect(readFrom(shop, null)).rejects.toMatchObject({ retryAfterMs: 3_600_000, retry: 'soon' })
  })

  test('reads a whole shop past a limit that is met again and again', async () => {
    await renew({ orders: range(1, 450).map((number) => inMarch(number, '01 09:00:00')), callsBeforePause: 2 })
    const { shop, slept } = await world.connect()
    expect((await readFrom(shop, null)).numbers).toHaveLength(450)
    expect(slept.length).toBeGreaterThan(2)
  })

  test('a failure of theirs that passes is not the end of the run', async () => {
    world.fake.put(inMarch(1, '10 12:00:00'))
    const { shop } = await world.connect()
    world.fake.misbehave('badGateway', 2)
    expect((await readFrom(shop, null)).numbers).toEqual(['1'])
    world.fake.misbehave('cutLine', 1)
    expect((await readFrom(shop, null)).numbers).toEqual(['1'])
  })

  test('lists inside an object are read as well', async () => {
    world.fake.put(inMarch(1, '10 12:00:00'))
    const { shop } = await world.connect()
    world.fake.misbehave('wrapped')
    expect((await readFrom(shop, null)).numbers).toEqual(['1'])
  })
})

function expectNoKeys(said: string, { keys }: MijnwebwinkelFake): void {
  for (const key of [keys.key, keys.partnerKey])
    for (const spelling of [key, encodeURIComponent(key), key.slice(0, 12)]) expect(said).not.toContain(spelling)
}

/** Message, context, stack and causes. */
function everythingIn(error: unknown): string {
  const causes: unknown[] = []
  for (let at = error; at !== undefined && at !== null; at = (at as { cause?: unknown }).cause) causes.push(at)
  return causes
    .map(
      (each) =>
        `${String(each)} ${(each as Error).stack} ${each instanceof Failure ? JSON.stringify(each.context) : ''}`,
    )
    .join('\n')
}
