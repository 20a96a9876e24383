// The laws that hold for every order, on random ones, in both dialects: lines and costs give the total, their VAT is the shop's.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sum } from '../../core/money.ts'
import { reconcile, reconcileVat } from '../../core/reconcile.ts'
import { createTranslation } from '../../mapping/index.ts'
import { chargedFor, type FakeOrder, generateOrder, toOrdersXml } from './fake.ts'
import { builtInMapping, toMapping } from './mapping.ts'
import { ordersIn } from './read-orders.ts'
import { readTicket } from './ticket.ts'

const mapping = toMapping({ mapping: builtInMapping(), timeZone: 'Europe/Amsterdam', priceEntry: 'auto' })
const translate = createTranslation(mapping, { storeId: '1', name: 'myShop', url: '' })
const signal = new AbortController().signal

const cents = (max: number) => fc.integer({ min: 1, max: max * 100 }).map((amount) => (amount / 100).toFixed(2))
const anItem = fc.record({
  code: fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'ABé-&<"\'12') }),
  description: fc.string({ maxLength: 30, unit: fc.constantFrom(...'abcé &<>"\'ß') }).map((text) => `x${text.trim()}`),
  quantity: fc.integer({ min: 1, max: 50 }),
  price: cents(200),
  rate: fc.constantFrom(21 as const, 9 as const, 0 as const),
})
const often = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const anOrder = fc
  .record({
    items: fc.array(anItem, { minLength: 1, maxLength: 6 }),
    shipping: often(cents(20)),
    paymentCosts: often(cents(3)),
    discount: often(cents(1).map((amount) => `-${amount}`)),
    exclVat: often(fc.constant(true as const)),
    tellsVat: often(fc.constant(true as const)),
  })
  .map((facts): FakeOrder => {
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
    const { number, created, status, payment, customer } = generateOrder(2)
    return { number, created, status, payment, customer, ...given } as FakeOrder
  })

async function read(order: FakeOrder, dialect: 'named' | 'numbered') {
  const [found] = await ordersIn(toOrdersXml('1', [order], { dialect, mixed: false }), { mapping, translate }, signal)
  if (found?.ok !== true) throw new Error(JSON.stringify(found?.reason))
  return found.order
}

/** What a shop rounds at the end, we do not; a cent is the most that can come of it. */
const isCent = (difference: string) => Math.abs(Number(difference)) <= 0.01

test('SALE-9 lines and costs give the total, and VAT per rate is the shop’s', async () => {
  await fc.assert(
    fc.asyncProperty(anOrder, fc.constantFrom('named' as const, 'numbered' as const), async (order, dialect) => {
      const result = await read(order, dialect)
      const total = reconcile(result)
      expect(total.fits || isCent(total.difference)).toBe(true)
      expect(result.totalIncl).toBe(String(Number(chargedFor(order).totalIncl)))
      if (order.tellsVat) for (const { difference } of reconcileVat(result)) expect(isCent(difference)).toBe(true)
      if (!order.exclVat) expect(total).toEqual({ fits: true })
    }),
    { numRuns: 300 },
  )
})

test('both dialects give the same order, and the parts of a cost are the cost', async () => {
  await fc.assert(
    fc.asyncProperty(anOrder, async (order) => {
      const result = await read(order, 'named')
      expect(await read(order, 'numbered')).toEqual(result)
      expect(result.lines.map((line) => line.description)).toEqual(order.items.map((item) => item.description))
      for (const charge of result.charges) {
        const parts = sum(charge.parts.flatMap((part) => [part.amountExcl, part.vatAmount]))
        expect(Math.abs(Number(parts) - Number(charge.amountIncl))).toBeLessThan(1e-9)
      }
    }),
    { numRuns: 100 },
  )
})

test('whatever comes as a ticket, it is one or it is none', () => {
  expect(readTicket('<rpc><x>abc-1</x><y>def</y></rpc>')).toBe('abc-1')
  expect(readTicket('<id>abc-1</id>')).toBe('abc-1')
  expect(readTicket('<id><![CDATA[abc-1]]></id>')).toBe('abc-1')
  for (const none of [
    '',
    'abc',
    '<id/>',
    '<id>a b</id>',
    '<id>abc',
    '<id></id><id>x</id>',
    `<id>${'a'.repeat(300)}</id>`,
  ])
    expect(readTicket(none)).toBeNull()
  fc.assert(
    fc.property(fc.string(), (text) => {
      const ticket = readTicket(text)
      expect(ticket === null || /^\S+$/.test(ticket)).toBe(true)
    }),
  )
})
