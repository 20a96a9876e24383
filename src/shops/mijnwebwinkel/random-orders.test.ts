// The laws that hold for every order, on random ones: lines and costs give the total, their VAT is the shop's, a credit is its
// sale turned round, and nothing that can be sent makes reading throw.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equals, negate, sum } from '../../core/money.ts'
import { reconcile, reconcileVat } from '../../core/reconcile.ts'
import type { ShopContext } from './context.ts'
import { articles } from './fake/articles.ts'
import { type FakeOrder, generateOrder, toWireOrder } from './fake/orders.ts'
import { people } from './fake/people.ts'
import { toOrder } from './to-order.ts'
import { storeSchema } from './wire.ts'

const context: ShopContext = { store: storeSchema.parse({ currency: 'EUR' }), statuses: new Map() }
const mapping = { lineKinds: {}, priceEntry: 'auto', timeZone: 'Europe/Amsterdam' } as const
const skus = articles.map((article) => article.sku).filter((sku) => sku !== '')

const cents = (max: number) => fc.integer({ min: 1, max: max * 100 }).map((amount) => (amount / 100).toFixed(2))
const often = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

const anOrder = fc
  .record({
    person: fc.constantFrom(...people),
    lines: fc.array(fc.record({ sku: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: 400 }) }), {
      minLength: 1,
      maxLength: 8,
    }),
    shipping: often(cents(30)),
    payment: often(cents(5)),
    discountPercent: often(fc.constantFrom('5', '10', '33.3', '100')),
    strategy: often(fc.constantFrom('zero_percent' as const, 'reverse_charged_vat' as const)),
    plainNumbers: often(fc.constant(true as const)),
  })
  .map((facts): FakeOrder => {
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
    return { number: 1, placed: '2026-03-02 10:00:00', ...given } as FakeOrder
  })

function read(order: FakeOrder) {
  const result = toOrder(toWireOrder(order), context, mapping)
  if (!result.ok) throw new Error(result.reason.code)
  return result.order
}

/** What the shop's rounding per rate can differ from that per line: half a cent each. */
const isRounding = (order: FakeOrder, cent: string) => Math.abs(Number(cent)) <= 0.01 + 0.005 * (order.lines.length + 3)

test('FIN-4 lines and costs give the total to the cent, and VAT per rate is the shop’s', () => {
  fc.assert(
    fc.property(anOrder, (order) => {
      const result = read(order)
      expect(reconcile(result)).toEqual({ fits: true })
      for (const { difference } of reconcileVat(result)) expect(isRounding(order, difference)).toBe(true)
      const notes = result.readingNotes.map((note) => note.code)
      expect(notes.filter((code) => !/reverseWithoutNumber|statusUnknown/.test(code))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('a line’s price times its quantity is its total, and parts are their cost', () => {
  fc.assert(
    fc.property(anOrder, (order) => {
      const result = read(order)
      for (const line of result.lines)
        expect(Math.abs(Number(line.unitPriceIncl) * Number(line.quantity) - Number(line.totalIncl))).toBeLessThan(1e-6)
      for (const charge of result.charges) {
        const excl = sum(charge.parts.map((part) => part.amountExcl))
        const vat = sum(charge.parts.map((part) => part.vatAmount))
        expect([excl, sum([excl, vat])]).toEqual([charge.amountExcl, charge.amountIncl])
      }
    }),
    { numRuns: 100 },
  )
})

test('a credit of a whole order is that order turned round, whichever sign it came with', () => {
  fc.assert(
    fc.property(anOrder, fc.constantFrom('positive' as const, 'negative' as const), (order, creditSign) => {
      const sale = read(order)
      const credit = read({ ...order, number: 2, creditOf: 1, creditSign })
      expect(equals(credit.totalIncl, negate(sale.totalIncl))).toBe(true)
      expect(credit.lines.map((line) => line.totalIncl)).toEqual(sale.lines.map((line) => negate(line.totalIncl)))
      expect(credit.lines.every((line) => !line.unitPriceIncl.startsWith('-'))).toBe(true)
      expect(credit.vat.map((vat) => vat.vatAmount)).toEqual(sale.vat.map((vat) => negate(vat.vatAmount)))
      expect(reconcile(credit)).toEqual({ fits: true })
    }),
    { numRuns: 150 },
  )
})

test('the same order is read the same, and what is read is plain JSON', () => {
  fc.assert(
    fc.property(anOrder, (order) => {
      const first = toOrder(toWireOrder(order), context, mapping)
      expect(toOrder(JSON.parse(JSON.stringify(toWireOrder(order))), context, mapping)).toEqual(first)
      expect(JSON.parse(JSON.stringify(first))).toEqual(first)
    }),
    { numRuns: 50 },
  )
})

test('whatever a field holds, reading gives an order or a reason', () => {
  const raw = toWireOrder(generateOrder(35))
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('', '0', '-1', '1e9', 'NaN', '0000-00-00', '2026-02-31', [], {}, null, -1, 1e21),
  )
  const line = (raw['orderlines'] as Record<string, unknown>[])[0] ?? {}
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(raw)), anything),
      fc.dictionary(fc.constantFrom(...Object.keys(line)), anything),
      (onOrder, onLine) => {
        const odd = { ...raw, orderlines: [{ ...line, ...onLine }], ...onOrder }
        const result = toOrder(odd, context, mapping)
        expect(result.ok || result.reason.code.startsWith('mijnwebwinkel.')).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
