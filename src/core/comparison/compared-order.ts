// One order on both sides: as the shop has it, and as it was written.
import type { CalendarDate } from '../ids.ts'
import type { Decimal } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import type { VatRow } from './amounts.ts'

/** What was written of one order, in an entry or a sales order. */
export type Booked = {
  /** The invoice or order number in SnelStart. */
  readonly number: string
  readonly date: CalendarDate
  readonly totalIncl: Decimal
  readonly rows: readonly VatRow[]
}

/** One order of the shop as the inbox has it; `booked` null: nothing was written. */
export type ComparedOrder = {
  readonly order: ShopOrder
  readonly state: 'waiting' | 'writing' | 'done' | 'skipped' | 'problem' | 'unknown' | 'dismissed'
  readonly booked: Booked | null
}
