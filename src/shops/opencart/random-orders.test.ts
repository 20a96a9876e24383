// The laws that hold for every order, on random ones: whatever the shop charged, lines and charges give its total, and
// their VAT gives its `tax` rows.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal, sum, vatOfExcl } from '../../core/money.ts'
import { toContext } from './context.ts'
import { fakeContext } from './fake/catalogue.ts'
import { mapping } from './fake/changed-order.ts'
import { type FakeOrder, personAt, toFakeRaw } from './fake/orders.ts'
import { toOrder } from './to-order.ts'

const amount = (max: number) => fc.integer({ min: 1, max: max * 10_000 }).map((units) => (units / 10_000).toFixed(4))
const often = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

const anOrder = fc
  .record({
    country: fc.constantFrom('NL', 'BE', 'DE', 'GB'),
    lines: fc.array(
      fc.record({ article: fc.integer({ min: 1, max: 400 }), quantity: fc.integer({ min: 1, max: 300 }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
    shippingExcl: often(amount(30)),
    paymentFeeExcl: often(amount(5)),
    couponPercent: often(fc.constantFrom('5', '10', '33.3', '100')),
    giftCardUsed: often(amount(10)),
  })
  .map(({ country, ...rest }): FakeOrder => {
    const facts = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    return {
      id: 1,
      added: '2026-03-02 10:00:00',
      person: { ...personAt(1), country },
      lines: [],
      ...facts,
    } as FakeOrder
  })

const context = toContext(fakeContext('2026-03-20 12:00:00'), '3.0.4.1')

test('lines and charges give the total, their VAT the tax rows, and nothing is odd', () => {
  fc.assert(
    fc.property(anOrder, (spec) => {
      const raw = toFakeRaw(spec)
      const result = toOrder(raw, context, mapping)
      if (!result.ok) throw new Error(result.reason.code)
      const { order } = result
      const parts = order.charges.flatMap((charge) => charge.parts)
      const added = sum([
        ...order.lines.map((line) => line.totalIncl),
        ...order.charges.map((charge) => charge.amountIncl),
      ])
      expect(Math.abs(Number(added) - Number(order.totalInclUnrounded))).toBeLessThan(0.002)
      expect(order.readingNotes.map((note) => note.code)).toEqual([])
      for (const vat of order.vat) {
        const lines = order.lines.filter((line) => line.vatPercent === vat.vatPercent)
        const ours = sum([
          ...lines.map((line) => vatOfExcl(line.totalExcl, vat.vatPercent)),
          ...parts.filter((part) => part.vatPercent === vat.vatPercent).map((part) => part.vatAmount),
        ])
        expect(Math.abs(Number(ours) - Number(vat.vatAmount))).toBeLessThan(0.004)
      }
    }),
    { numRuns: 300 },
  )
})

test('the same order is read the same, and what is read is plain JSON', () => {
  fc.assert(
    fc.property(anOrder, (spec) => {
      const first = toOrder(toFakeRaw(spec), context, mapping)
      expect(toOrder(JSON.parse(JSON.stringify(toFakeRaw(spec))), context, mapping)).toEqual(first)
      expect(JSON.parse(JSON.stringify(first))).toEqual(first)
    }),
    { numRuns: 50 },
  )
})

test('whatever is in the rows, reading never throws: it gives an order or a reason', () => {
  const anything = fc.oneof(fc.string(), fc.constant(null), fc.constantFrom('0', '-1', '1e9', 'NaN', '{"a":', 'a:1:{'))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(toFakeRaw(baseOrder).order)), anything), (noise) => {
      const raw = toFakeRaw(baseOrder)
      const result = toOrder({ ...raw, order: { ...raw.order, ...noise } }, context, mapping)
      expect(result.ok || result.reason.code.startsWith('opencart.')).toBe(true)
    }),
    { numRuns: 300 },
  )
})

const baseOrder: FakeOrder = {
  id: 1,
  added: '2026-03-02 10:00:00',
  person: personAt(1),
  lines: [{ article: 1, quantity: 1 }],
}

test('a price of thousands of pieces is right to the cent', () => {
  const raw = toFakeRaw({ ...baseOrder, lines: [{ article: 1, quantity: 100_000 }] })
  const result = toOrder(raw, context, mapping)
  const line = result.ok ? result.order.lines[0] : undefined
  expect(line?.totalIncl).toBe(decimal('1000004.5'))
})
