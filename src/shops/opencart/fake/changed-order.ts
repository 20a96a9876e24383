// For tests: one small order of the stand-in with any part of it changed, read with any set-up. Imported by tests only.
import { decimal, sum, toFixed } from '../../../core/money.ts'
import type { ShopOrder } from '../../../core/order.ts'
import { toContext } from '../context.ts'
import type { Mapping } from '../mapping.ts'
import { toOrder } from '../to-order.ts'
import type { ContextRaw, OrderRaw, Row } from '../wire.ts'
import { fakeContext } from './catalogue.ts'
import { generateOrder, personAt, toFakeRaw } from './orders.ts'

export const mapping: Mapping = {
  articleCode: 'sku',
  variantCodes: false,
  chargeKinds: {},
  priceEntry: 'auto',
  untaxedOrders: 'auto',
  includedVatPercent: 21,
  orderStatuses: [],
}
export const setUp = fakeContext('2026-03-20 12:00:00')

export type Change = {
  order?: Row
  products?: Partial<OrderRaw['products'][number]>[]
  totals?: Row[]
  raw?: Partial<OrderRaw>
  context?: Partial<ContextRaw>
  version?: string | null
  mapping?: Partial<Mapping>
}

/** One mug (8.2645 at 21 %) with shipping, changed where wanted. */
export function rawOf({ order = {}, products, totals, raw = {} }: Change = {}): OrderRaw {
  const base = toFakeRaw({ ...generateOrder(1), person: personAt(1), lines: [{ article: 1, quantity: 1 }] })
  const line = base.products[0] as OrderRaw['products'][number]
  return {
    ...base,
    order: { ...base.order, ...order },
    products:
      products?.map((more, index) => ({ ...line, order_product_id: String(index + 1), ...more })) ?? base.products,
    totals: totals ?? base.totals,
    ...raw,
  }
}

const read = (change: Change = {}) => {
  const context = toContext({ ...setUp, ...change.context }, change.version === undefined ? '3.0.4.1' : change.version)
  return toOrder(rawOf(change), context, { ...mapping, ...change.mapping })
}

export function readWell(change: Change = {}): ShopOrder {
  const result = read(change)
  if (!result.ok) throw new Error(result.reason.code)
  return result.order
}

export const reasonOf = (change: Change): string => {
  const result = read(change)
  return result.ok ? 'read' : result.reason.code
}

export const row = (code: string, title: string, value: string, place = '3'): Row => ({
  code,
  title,
  value,
  sort_order: place,
})
/** Rows with their total, and that total for the order. */
export function rows(list: Row[]): Pick<Change, 'totals' | 'order'> {
  const total = toFixed(sum(list.map((one) => decimal(one['value'] ?? '0'))), 4)
  return { totals: [...list, row('total', 'Totaal', total, '9')], order: { total } }
}

export const added = (order: ShopOrder): number =>
  Number(sum([...order.lines.map((line) => line.totalIncl), ...order.charges.map((charge) => charge.amountIncl)]))
