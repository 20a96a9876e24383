// FIN: proof that shop and books agree, on orders and plans that the core made itself.
import { describe, expect, test } from 'vitest'
import type { CalendarDate, CountryCode, ShopOrderId, ShopOrderNumber } from '../ids.ts'
import { add, type Decimal, equals, zero } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import { decideSalesEntry } from '../sales-entry/decide-sales-entry.ts'
import { bookChoices, entryKnown } from '../sales-entry/testing/administration.ts'
import { plan as orderPlan } from '../sales-order/testing/book.ts'
import { type OrderSketch, orderOf } from '../sales-order/testing/orders.ts'
import { bookedOf } from './booked.ts'
import { type Booked, type ComparedOrder, compareShopWithBooks, inclOfAmounts, periodOf } from './compare.ts'

const year = { from: '2026-01-01' as CalendarDate, to: '2026-12-31' as CalendarDate, by: 'month' } as const

function shopOrder(number: string, date: string, sketch: OrderSketch): ShopOrder {
  const order = orderOf(sketch)
  const at = `${date}T10:00:00Z` as ShopOrder['placedAt']
  const ids = { id: number as ShopOrderId, number: number as ShopOrderNumber }
  return { ...order, ...ids, orderDate: date as CalendarDate, placedAt: at }
}

function entryOf(order: ShopOrder, country = 'NL'): Booked {
  const known = entryKnown({ known: { customer: { country: country as CountryCode } } })
  const decision = decideSalesEntry(order, bookChoices, known)
  if (decision.kind !== 'plan') throw new Error(JSON.stringify(decision))
  return bookedOf(decision.plan, order)
}

const done = (order: ShopOrder, booked: Booked | null = entryOf(order)): ComparedOrder => ({
  order,
  state: 'done',
  booked,
})

const mugs: OrderSketch = {
  lines: [
    { price: '10.004', qty: '3' },
    { price: '4.37', percent: '9' },
  ],
  charges: [{ kind: 'giftCard', amount: '-5', percent: null }],
}

describe('shop against books', () => {
  test('agrees where every order is booked as the shop has it, with roundings and gift cards', () => {
    const orders = [shopOrder('1', '2026-01-05', mugs), shopOrder('2', '2026-02-01', { ...mugs, priceEntry: 'incl' })]
    const comparison = compareShopWithBooks(
      orders.map((order) => done(order)),
      year,
    )
    expect(comparison.agrees).toBe(true)
    expect(comparison.periods.map(({ period, orders }) => [period, orders])).toEqual([
      ['2026-01', 1],
      ['2026-02', 1],
    ])
    expect(comparison.periods[0]!.rows.map(({ vatPercent }) => vatPercent)).toEqual(['21', '9', '0'])
  })

  test('sales orders agree as entries do', () => {
    const sketch: OrderSketch = { lines: [{ price: '10' }, { price: '20', code: 'THEE', percent: '9' }] }
    const order = orderOf(sketch)
    expect(compareShopWithBooks([done(order, bookedOf(orderPlan({ order: sketch }), order))], year).agrees).toBe(true)
  })

  test.each(['waiting', 'problem', 'unknown', 'skipped', 'dismissed'] as const)(
    'an order that is %s explains its own difference',
    (state) => {
      const orders = [
        done(shopOrder('1', '2026-01-05', mugs)),
        { order: shopOrder('2', '2026-01-06', mugs), state, booked: null },
      ]
      const { agrees, periods } = compareShopWithBooks(orders, year)
      expect(agrees).toBe(false)
      expect(periods[0]!.bookedOrders).toBe(1)
      for (const row of periods[0]!.rows) {
        expect(row.explained.map(({ number, reason }) => [number, reason])).toEqual([['2', state]])
      }
    },
  )

  test('another total, another rate and another region are told apart', () => {
    const order = shopOrder('1', '2026-03-02', { lines: [{ price: '100' }] })
    const right = entryOf(order)
    const changed = (rows: Booked['rows']) => {
      const { periods } = compareShopWithBooks([done(order, { ...right, rows })], year)
      return [...new Set(periods[0]!.rows.flatMap(({ explained }) => explained.map(({ reason }) => reason)))]
    }
    expect(changed(right.rows.map((row) => ({ ...row, baseExcl: '99' as Decimal })))).toEqual(['total'])
    expect(changed(right.rows.map((row) => ({ ...row, vatPercent: '9' as Decimal })))).toEqual(['rate'])
    expect(changed(entryOf(order, 'US').rows)).toEqual(['region'])
  })

  test('what the orders explain is the whole difference of every row', () => {
    const orders = ['1', '2', '3', '4'].map((number, index): ComparedOrder => {
      const order = shopOrder(number, '2026-05-05', { lines: [{ price: `${index + 1}.37` }] })
      return index % 2 === 0 ? done(order) : { order, state: 'problem', booked: null }
    })
    for (const { rows } of compareShopWithBooks(orders, year).periods) {
      for (const { difference, explained } of rows) {
        const total = explained.map((each) => inclOfAmounts(each.difference)).reduce(add, zero)
        expect(equals(total, inclOfAmounts(difference))).toBe(true)
      }
    }
  })

  test('only orders of the days asked for count', () => {
    const orders = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((date) =>
      done(shopOrder(date, date, mugs)),
    )
    expect(compareShopWithBooks(orders, { ...year, by: 'year' }).periods.map(({ orders }) => orders)).toEqual([2])
  })

  test('periods', () => {
    const day = '2026-08-15' as CalendarDate
    expect((['month', 'quarter', 'year'] as const).map((by) => periodOf(day, by))).toEqual([
      '2026-08',
      '2026-Q3',
      '2026',
    ])
  })
})
