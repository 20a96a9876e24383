// SnelStart's sales order → what we keep of it. Pure.
import type { SalesOrderSummary, WrittenOrder } from '../../core/administration.ts'
import type { CalendarDate, RemoteId } from '../../core/ids.ts'
import { zero } from '../../core/money.ts'
import { fromNumber } from './from-article.ts'
import type { Verkooporder } from './wire.ts'

export const fromVerkooporder = (order: Verkooporder): SalesOrderSummary => ({
  id: order.id as RemoteId,
  number: order.nummer == null ? '' : String(order.nummer),
  customerId: (order.relatie?.id ?? '') as RemoteId,
  paymentReference: order.betalingskenmerk ?? '',
  date: (order.datum ?? '').slice(0, 10) as CalendarDate,
  totalIncl: fromNumber(order.totaalInclusiefBtw) ?? zero,
  templateId: fromTemplate(order),
  modifiedAt: order.modifiedOn ?? null,
})

const zeroGuid = '00000000-0000-0000-0000-000000000000'

/** An empty reference is null, or a GUID of zeros (reference A4). */
function fromTemplate({ verkoopordersjabloon }: Verkooporder): RemoteId | null {
  const id = verkoopordersjabloon?.id ?? zeroGuid
  return id === zeroGuid ? null : (id as RemoteId)
}

/** `at` is null: SnelStart's times have no zone. */
export const fromWrittenOrder = (order: Verkooporder): WrittenOrder => ({
  id: order.id as RemoteId,
  number: order.nummer == null ? '' : String(order.nummer),
  totalIncl: fromNumber(order.totaalInclusiefBtw) ?? zero,
  totalExcl: fromNumber(order.totaalExclusiefBtw),
  at: null,
})
