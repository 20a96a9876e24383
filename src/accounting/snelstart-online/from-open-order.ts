// SnelStart's sales order → what it still takes from stock. Pure.
import type { OpenOrder, StockCountLevel } from '../../core/administration.ts'
import type { RemoteId } from '../../core/ids.ts'
import { zero } from '../../core/money.ts'
import { fromNumber } from './from-article.ts'
import { fromVerkooporder } from './from-sales-order.ts'
import type { OpenVerkooporder } from './wire.ts'

/** null: it is dealt with, or it is a quotation. */
export function fromOpenVerkooporder(order: OpenVerkooporder): OpenOrder | null {
  const status = order.procesStatus ?? 'Order'
  const reached = reachedBy[status]
  const invoiced = order.verkoopfactuur != null && !/^[0-]+$/.test(order.verkoopfactuur.id)
  if (invoiced || reached === undefined) return null
  const { id, number, paymentReference, templateId, date } = fromVerkooporder(order)
  const lines = (order.regels ?? []).flatMap(({ artikel, aantal }) =>
    artikel == null ? [] : [{ articleId: artikel.id as RemoteId, quantity: fromNumber(aantal) ?? zero }],
  )
  return { id, number, paymentReference, templateId, date, withoutPrint: status === 'Order', reached, lines }
}

const reachedBy: Readonly<Record<string, StockCountLevel>> = {
  Order: 'all',
  Bevestiging: 'confirmation',
  Werkbon: 'workOrder',
  Pakbon: 'packingSlip',
  Afhaalbon: 'packingSlip',
}

/** Of an order that is under way; a quotation is no order, and an invoice or cash note ends it. */
export const openStatuses: readonly string[] = Object.keys(reachedBy)
