// BEY-3: credits add up to the cent, whatever was credited before; and whether one is written is decided by rules in a table.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant, ShopOrderId, ShopOrderNumber } from '../ids.ts'
import { add, decimal, equals, negate, sum, toCents, zero } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import { decideSalesOrder } from '../sales-order/decide-sales-order.ts'
import { knownWith, noFacts } from '../sales-order/testing/administration.ts'
import { choices, type LineSketch, orderOf } from '../sales-order/testing/orders.ts'
import { cancelCredit, negated, restoredNotice } from './credit-order.ts'
import { type CreditSituation, decideCredit, findWithdrawal } from './decide-credit.ts'

const codes = { '21': 'MOK', '9': 'THEE', '0': 'BON' } as const
const line: fc.Arbitrary<LineSketch> = fc
  .record({
    price: fc.integer({ min: 1, max: 9_999_999 }).map((units) => (units / 10_000).toFixed(4)),
    qty: fc.integer({ min: 1, max: 12 }).map(String),
    percent: fc.constantFrom('21' as const, '9' as const),
  })
  .map((sketch) => ({ ...sketch, code: codes[sketch.percent] }))
const orders = fc
  .record({
    priceEntry: fc.constantFrom('incl' as const, 'excl' as const),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  })
  .map((sketch) => ({ ...orderOf(sketch), id: '7' as ShopOrderId, number: '7' as ShopOrderNumber }))

const newest = (order: ShopOrder): ShopOrder => ({
  ...order,
  status: { code: '7', text: 'Geannuleerd', meaning: 'cancelled' },
  changedAt: '2026-03-31T22:30:00Z' as Instant,
})

const planOf = (order: ShopOrder) => {
  const salesTemplate = order.priceEntry === 'incl' ? 'Web incl' : 'Web excl'
  return decideSalesOrder(
    order,
    { ...choices, salesTemplate },
    { ...knownWith(), creditOf: '7' as ShopOrderNumber },
    noFacts,
  )
}

/** A slip for some of the lines' pieces. */
const slipOf = (order: ShopOrder, every: number): ShopOrder => {
  const lines = order.lines.filter((_, index) => index % every === 0)
  const whole = { ...order, lines, charges: [], vat: [] }
  const total = sum(lines.map((each) => each.totalIncl))
  return negated({ ...whole, totalInclUnrounded: total, totalIncl: toCents(total) })
}

describe('laws', () => {
  test('the credit of a whole order is the order with the other sign, to the cent and per rate', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const credit = cancelCredit(order, newest(order), []) as ShopOrder
        const [there, back] = [planOf({ ...order, creditOf: null }), planOf(credit)]
        if (there.kind !== 'plan') return
        expect(back.kind).toBe('plan')
        if (back.kind !== 'plan') return
        expect(equals(add(there.plan.expected.totalIncl, back.plan.expected.totalIncl), zero)).toBe(true)
        expect(back.plan.expected.vat.map(({ vatAmount }) => vatAmount)).toEqual(
          there.plan.expected.vat.map(({ vatAmount }) => negate(vatAmount)),
        )
        const own = back.plan.document.lines.filter(({ origin }) => origin.kind !== 'difference')
        expect(own.filter(({ quantity }) => !quantity.startsWith('-'))).toEqual([])
        expect(back.plan.document.description).toBe('Credit van order 7')
        expect(back.plan.document.paymentReference).toBe('7-C1')
      }),
      { numRuns: 150 },
    )
  })

  test('what was credited before and the rest are together the order', () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 3 }), (order, every) => {
        const slip = slipOf(order, every)
        const rest = cancelCredit(order, newest(order), [slip])
        const credited = sum([slip.totalIncl, rest?.totalIncl ?? zero])
        expect(equals(add(order.totalIncl, credited), zero)).toBe(true)
        expect(rest?.number ?? '7-C2').toBe('7-C2')
      }),
      { numRuns: 150 },
    )
  })
})

test('a price lowered afterwards leaves money on no piece, which is credited as an amount', () => {
  const order = { ...orderOf({ lines: [{ code: 'MOK', price: '10', qty: '2' }] }), id: '7' as ShopOrderId }
  const allPieces = slipOf(order, 1)
  const slip = {
    ...allPieces,
    lines: allPieces.lines.map((each) => ({ ...each, totalExcl: decimal(-15), totalIncl: decimal('-18.15') })),
    ...{ totalIncl: decimal('-18.15'), totalInclUnrounded: decimal('-18.15') },
  }
  const rest = cancelCredit(order, newest(order), [slip])
  expect(rest?.lines).toEqual([])
  expect(rest?.charges).toMatchObject([{ kind: 'discount', amountExcl: '-5', amountIncl: '-6.05' }])
})

test('a free order that is cancelled still gives back its pieces', () => {
  const free = { ...orderOf({ lines: [{ code: 'MOK', price: '0', vatPercent: null }] }), id: '7' as ShopOrderId }
  expect(cancelCredit(free, newest(free), [])?.lines).toMatchObject([{ quantity: '-1' }])
})

test('a derived credit has the day on which it was cancelled in the Netherlands', () => {
  const order = { ...orderOf({ lines: [{ code: 'MOK', price: '10' }] }), id: '7' as ShopOrderId }
  expect(cancelCredit(order, newest(order), [])?.orderDate).toBe('2026-04-01')
})

const order: ShopOrder = {
  ...orderOf({ lines: [{ code: 'MOK', price: '100' }] }),
  ...{ id: '7' as ShopOrderId, number: '7' as ShopOrderNumber },
}
const slip: ShopOrder = { ...slipOf(order, 1), id: 'slip:7-1' as ShopOrderId, creditOf: order.id }
const derived = cancelCredit(order, newest(order), []) as ShopOrder
const original = { number: order.number, state: 'done', totalIncl: order.totalIncl, withdrawn: true } as const
const notice = restoredNotice(order, order)

type Row = readonly [string, ShopOrder, Partial<NonNullable<CreditSituation['original']>> | null, string, string]
const rows: readonly Row[] = [
  ['a slip', slip, {}, '0', 'go'],
  ['a slip of an order that is not withdrawn', slip, { withdrawn: false }, '0', 'go'],
  ['a cancellation', derived, {}, '0', 'go'],
  ['a cancellation that was undone', derived, { withdrawn: false }, '0', 'skip credit.noLonger'],
  ['of an order that was never read', slip, null, '0', 'problem credit.originalUnknown'],
  ['of one that waits', slip, { state: 'waits' }, '0', 'problem credit.originalWaits'],
  ['of one that was skipped or dismissed', slip, { state: 'notMade' }, '0', 'problem credit.originalNotMade'],
  ['of one that was cancelled before', slip, { state: 'cancelledBefore' }, '0', 'skip credit.nothingMade'],
  ['after a part of it', slip, {}, '0.01', 'problem credit.tooMuch'],
  ['after all of it', slip, {}, '121', 'skip credit.already'],
  ['a notice that it goes on', notice, { withdrawn: false }, '0', 'problem credit.restored'],
  ['a notice that is over', notice, {}, '0', 'skip credit.noLonger'],
]

const verdict = (...[, credit, more, before]: Row): string => {
  const situation = { original: more === null ? null : { ...original, ...more }, creditedBefore: decimal(before) }
  const decided = decideCredit(credit, situation, choices)
  if (decided.kind === 'go') return 'go'
  return decided.kind === 'skip' ? `skip ${decided.reason.code}` : `problem ${decided.problem.code}`
}

test.each(rows)('BEY-3 %s', (...row) => {
  expect(verdict(...row)).toBe(row[4])
})

test('each kind has its own choice', () => {
  const situation = { original, creditedBefore: zero }
  const kinds = { refunds: 'ignore', cancellations: 'message' } as const
  expect(decideCredit(slip, situation, kinds)).toMatchObject({ kind: 'skip', reason: { code: 'credit.ignored' } })
  expect(decideCredit(derived, situation, kinds)).toMatchObject({ problem: { code: 'credit.cancelled' } })
})

test('an order is not written once it is cancelled, or given only because it was known', () => {
  expect(findWithdrawal(order)).toBeNull()
  expect(findWithdrawal(newest(order))?.code).toBe('sale.withdrawn')
  expect(findWithdrawal({ ...order, withdrawn: true })?.code).toBe('sale.withdrawn')
})
