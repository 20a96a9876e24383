// Do shop and books agree? Per period, VAT rate and region: what the shop sold beside what was written, with the orders
// that explain each difference. Pure; where orders and entries come from is the caller's.
import type { CalendarDate, ShopOrderId } from '../ids.ts'
import { compare, isZero } from '../money.ts'
import { type Amounts, addAmounts, noAmounts, subtractAmounts, type VatRow } from './amounts.ts'
import type { ComparedOrder } from './compared-order.ts'
import { type Reason, reasonOf } from './reasons.ts'
import { shopRowsOf } from './shop-rows.ts'

export { inclOfAmounts } from './amounts.ts'

export type { Booked, ComparedOrder } from './compared-order.ts'

export type PeriodLength = 'month' | 'quarter' | 'year'

export type ComparisonQuestion = {
  /** Inclusive, on the shop's order date; an order counts in the period of that date on both sides. */
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly by: PeriodLength
}

/** One order's part in a difference. */
export type Explanation = {
  readonly id: ShopOrderId
  readonly number: string
  readonly date: CalendarDate
  readonly bookedNumber: string | null
  readonly shop: Amounts
  readonly books: Amounts
  readonly difference: Amounts
  readonly reason: Reason
}

export type ComparedRow = Pick<VatRow, 'vatPercent' | 'region'> & {
  readonly shop: Amounts
  readonly books: Amounts
  /** Shop less books. */
  readonly difference: Amounts
  /** Orders that differ in this row, oldest first; also where they cancel each other out. */
  readonly explained: readonly Explanation[]
}

export type ComparedPeriod = {
  /** '2026-03', '2026-Q1' or '2026'. */
  readonly period: string
  readonly orders: number
  readonly bookedOrders: number
  /** Regions in the order nl, eu, world; rates from high to low. */
  readonly rows: readonly ComparedRow[]
  readonly shop: Amounts
  readonly books: Amounts
  readonly difference: Amounts
}

export type Comparison = {
  readonly agrees: boolean
  readonly periods: readonly ComparedPeriod[]
}

/** Periods in order of time; those without orders are left out. */
export function compareShopWithBooks(orders: Iterable<ComparedOrder>, question: ComparisonQuestion): Comparison {
  const byPeriod = new Map<string, ComparedOrder[]>()
  for (const each of orders) {
    const { orderDate } = each.order
    if (orderDate < question.from || orderDate > question.to) continue
    const period = periodOf(orderDate, question.by)
    const members = byPeriod.get(period)
    if (members === undefined) byPeriod.set(period, [each])
    else members.push(each)
  }
  const periods = [...byPeriod]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, members]) => toPeriod(period, members))
  return { agrees: periods.every(({ rows }) => rows.every(({ explained }) => explained.length === 0)), periods }
}

export function periodOf(date: CalendarDate, by: PeriodLength): string {
  const [year = '', month = ''] = date.split('-')
  if (by === 'year') return year
  return by === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`
}

function toPeriod(period: string, members: readonly ComparedOrder[]): ComparedPeriod {
  const rows = new Map<string, Writable>()
  for (const member of members.toSorted(byDate)) countOrder(member, rows)
  const inOrder = [...rows.values()].toSorted(byRegionAndRate).map(finish)
  const shop = inOrder.reduce((total, row) => addAmounts(total, row.shop), noAmounts)
  const books = inOrder.reduce((total, row) => addAmounts(total, row.books), noAmounts)
  const bookedOrders = members.filter(({ booked }) => booked !== null).length
  const difference = subtractAmounts(shop, books)
  return { period, orders: members.length, bookedOrders, rows: inOrder, shop, books, difference }
}

const byDate = (a: ComparedOrder, b: ComparedOrder): number =>
  a.order.placedAt < b.order.placedAt ? -1 : a.order.placedAt > b.order.placedAt ? 1 : 0

type Writable = Pick<VatRow, 'vatPercent' | 'region'> & { shop: Amounts; books: Amounts; explained: Explanation[] }

const finish = (row: Writable): ComparedRow => ({ ...row, difference: subtractAmounts(row.shop, row.books) })

/** An order that is rightly not in the books (unpaid, dismissed …) is counted on the shop's side all the same, and explained. */
function countOrder(member: ComparedOrder, rows: Map<string, Writable>): void {
  const own = new Map<string, { row: Writable; shop: Amounts; books: Amounts }>()
  const ownRow = (row: VatRow) => {
    const key = `${row.region} ${row.vatPercent}`
    const found = own.get(key)
    if (found !== undefined) return found
    const made = { row: rows.get(key) ?? emptyRow(row), shop: noAmounts, books: noAmounts }
    rows.set(key, made.row)
    own.set(key, made)
    return made
  }
  const shopRows = shopRowsOf(member.order)
  for (const row of shopRows) {
    const into = ownRow(row)
    into.shop = addAmounts(into.shop, row)
  }
  for (const row of member.booked?.rows ?? []) {
    const into = ownRow(row)
    into.books = addAmounts(into.books, row)
  }
  for (const { row, shop, books } of own.values()) {
    row.shop = addAmounts(row.shop, shop)
    row.books = addAmounts(row.books, books)
    const difference = subtractAmounts(shop, books)
    if (isNothing(difference)) continue
    row.explained.push({ ...headOf(member), shop, books, difference, reason: reasonOf(member, shopRows) })
  }
}

const emptyRow = ({ vatPercent, region }: VatRow): Writable => ({
  vatPercent,
  region,
  shop: noAmounts,
  books: noAmounts,
  explained: [],
})

const headOf = ({ order, booked }: ComparedOrder) => ({
  id: order.id,
  number: order.number,
  date: order.orderDate,
  bookedNumber: booked?.number ?? null,
})

const isNothing = ({ baseExcl, vatAmount }: Amounts): boolean => isZero(baseExcl) && isZero(vatAmount)

const regionRank = { nl: 0, eu: 1, world: 2 } as const

const byRegionAndRate = (a: Writable, b: Writable): number =>
  regionRank[a.region] - regionRank[b.region] || compare(b.vatPercent, a.vatPercent)
