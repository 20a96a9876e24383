// The laws that hold for every order, on random ones: whatever the shop charged, lines and charges give its total, and what is
// read never throws.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { subtract, sum } from '../../core/money.ts'
import { reconcile } from '../../core/reconcile.ts'
import { type FakeOrder, toFakeRaw } from './fake/orders.ts'
import type { Mapping } from './mapping.ts'
import { toOrder } from './to-order.ts'

const mapping: Mapping = { articleCode: 'reference', number: 'reference', priceEntry: 'incl', orderStatuses: [] }
const amount = (max: number) => fc.integer({ min: 1, max: max * 100 }).map((cents) => (cents / 100).toFixed(6))
const often = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

const line = fc.record({
  product: fc.integer({ min: 1, max: 99 }),
  quantity: fc.integer({ min: 1, max: 200 }),
  unitExcl: fc.integer({ min: 1, max: 90_000_000 }).map((units) => (units / 1_000_000).toFixed(6)),
  rate: fc.constantFrom('21', '9', '0'),
})
const voucher = fc.oneof(
  fc.constantFrom('5', '10', '33.3', '100').map((percent) => ({ code: 'P', percent })),
  amount(5).map((amountIncl) => ({ code: 'A', amountIncl })),
)

const anOrder = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 7 }),
    shippingExcl: often(amount(30)),
    wrappingExcl: often(amount(5)),
    vouchers: fc.array(voucher, { maxLength: 2 }),
    roundType: fc.constantFrom('1', '2', '3'),
    refunded: often(fc.constant(1)),
  })
  .map(({ lines, ...rest }): FakeOrder => {
    const facts = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    const named = lines.map((each) => ({ ...each, name: `Artikel ${each.product}`, code: `A${each.product}` }))
    const person = { id: 1, firstName: 'Jan', lastName: 'Jansen', email: 'jan@voorbeeld.example' }
    return { id: 7, added: '2026-03-02 10:00:00', person, lines: named, ...facts } as FakeOrder
  })

const read = (raw: unknown) => {
  const result = toOrder(raw, mapping)
  if (!result.ok) throw new Error(result.reason.code)
  return result.order
}

test('lines and charges give the total to the cent, and every charge’s parts give the charge', () => {
  fc.assert(
    fc.property(anOrder, (spec) => {
      const order = read(toFakeRaw(spec))
      expect(reconcile(order).fits).toBe(true)
      for (const charge of order.charges) {
        const parts = charge.parts.flatMap((part) => [part.amountExcl, part.vatAmount])
        expect(Math.abs(Number(subtract(sum(parts), charge.amountIncl)))).toBeLessThan(1e-9)
      }
      const vat = Number(sum(order.vat.map((each) => each.vatAmount)))
      const lines = order.lines.length + order.charges.length
      const row = (toFakeRaw(spec) as { order: Record<string, string> }).order
      const shopVat = Number(row['total_paid_tax_incl']) - Number(row['total_paid_tax_excl'])
      expect(Math.abs(vat - shopVat)).toBeLessThan(0.011 * (lines + 2))
    }),
    { numRuns: 300 },
  )
})

test('BEY-3 a credit slip adds up too, is negative, and never has more pieces than it says', () => {
  fc.assert(
    fc.property(anOrder, (spec) => {
      const order = read({ ...toFakeRaw({ ...spec, refunded: 1 }), slip: '7' })
      expect([order.creditOf, order.lines.map(({ quantity }) => quantity), reconcile(order).fits]).toEqual([
        '7',
        ['-1'],
        true,
      ])
    }),
    { numRuns: 100 },
  )
})

test('the same order is read the same, and what is read is plain JSON', () => {
  fc.assert(
    fc.property(anOrder, (spec) => {
      const first = toOrder(toFakeRaw(spec), mapping)
      expect(toOrder(JSON.parse(JSON.stringify(toFakeRaw(spec))), mapping)).toEqual(first)
      expect(JSON.parse(JSON.stringify(first))).toEqual(first)
    }),
    { numRuns: 50 },
  )
})

test('whatever is in the rows, reading never throws: it gives an order or a reason', () => {
  const anything = fc.oneof(fc.string(), fc.constant(null), fc.constantFrom('0', '-1', '1e9', 'NaN', '{"a":'))
  const [base] = fc.sample(anOrder, { numRuns: 1, seed: 1 })
  const raw = toFakeRaw(base as FakeOrder) as { order: object; details: object[] }
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(raw.order)), anything), (noise) => {
      const result = toOrder({ ...raw, order: { ...raw.order, ...noise } }, mapping)
      expect(result.ok || result.reason.code.startsWith('prestashop.')).toBe(true)
      const other = toOrder({ ...raw, details: raw.details.map((detail) => ({ ...detail, ...noise })) }, mapping)
      expect(other.ok || other.reason.code.startsWith('prestashop.')).toBe(true)
    }),
    { numRuns: 300 },
  )
})
