import { describe, expect, test } from 'vitest'
import { decimal } from './money.ts'
import { reconcile, reconcileVat, shopVatPerRate } from './reconcile.ts'
import { orderOf } from './sales-order/testing/orders.ts'

const lines = [{ qty: '2', price: '8.2645' }]
const charges = [{ kind: 'shipping', amount: '4.9587' }] as const

describe('an order against its own total', () => {
  test.each([
    ['0.0049', { fits: true }],
    ['-0.0049', { fits: true }],
    ['0.0051', { fits: false, difference: '0.01' }],
    ['-5', { fits: false, difference: '-5' }],
  ])('a total that is %s more', (amount, expected) => {
    expect(reconcile(orderOf({ lines, charges, extra: { amount, percent: '0' } }))).toEqual(expected)
  })

  test('VAT per rate: what the shop has over lines and charges', () => {
    const order = orderOf({ lines, charges })
    expect(reconcileVat(order)).toEqual([])
    const vat = order.vat.map((row) => ({ ...row, vatAmount: decimal('4') }))
    expect(reconcileVat({ ...order, vat })).toEqual([{ vatPercent: '21', difference: '-0.51' }])
    const two = [...order.vat, { vatPercent: decimal(9), baseExcl: decimal(1), vatAmount: decimal('0.09'), title: '' }]
    expect(reconcileVat({ ...order, vat: two })).toEqual([{ vatPercent: '9', difference: '0.09' }])
  })
})

describe('the VAT that a booking must give', () => {
  test('is the shop’s, rows of one rate together', () => {
    const row = { vatPercent: decimal(21), baseExcl: decimal(10), vatAmount: decimal('2.1'), title: '' }
    const shopVat = shopVatPerRate(orderOf({ lines, vat: [row, { ...row, vatPercent: '21.00' as never }] }))
    expect([...shopVat]).toEqual([['21', '4.2']])
  })

  test('is that of the lines where a shop tells none and the order adds up', () => {
    expect([...shopVatPerRate(orderOf({ lines, vat: [] })).keys()]).toEqual(['21'])
    const untaxed = { lines, vat: [], totalInclUnrounded: decimal('16.529') }
    expect([...shopVatPerRate(orderOf(untaxed))]).toEqual([])
  })
})
