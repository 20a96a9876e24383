// Step 'read': pages of the shop into the inbox. Each page and the cursor after it are stored in one transaction, so the
// cursor never stands beyond an order that is not in the inbox.
import type { ShopOrderNumber } from '../core/ids.ts'
import type { OrderPage, ReadOrder } from '../shops/shop.ts'
import type { IncomingOrder } from '../store/store.ts'
import { now, type RunContext } from './context.ts'

export type ReadCounts = { added: number; changed: number; same: number }

export const noneRead = (): ReadCounts => ({ added: 0, changed: 0, same: 0 })

/** Reads everything that is new. Throws what the shop throws; what was stored before that stays, and is in `total`. */
export async function readNew(run: RunContext, total: ReadCounts = noneRead()): Promise<ReadCounts> {
  const { cursor } = await run.store.inbox.cursor(run.profile.id)
  for await (const page of run.shop.readOrders(cursor, { startAt: run.startAt, signal: run.signal })) {
    run.at('read.pageRead')
    const at = now(run)
    const stored = await run.store.inbox.storePage(run.lease, {
      orders: [...page.orders, ...(await withdrawnOf(run, page))].map(toIncoming),
      cursor: page.cursor,
      upTo: page.upTo,
      at,
    })
    run.at('read.pageStored')
    total.added += stored.added
    total.changed += stored.changed
    total.same += stored.same
    run.progress({ phase: 'read', done: total.added + total.changed + total.same, total: null })
  }
  return total
}

export function toIncoming(read: ReadOrder): IncomingOrder {
  if (read.ok) return { id: read.order.id, number: read.order.number, order: read.order, problem: null, raw: read.raw }
  return {
    id: read.id,
    number: read.number as ShopOrderNumber,
    order: null,
    problem: { code: read.reason.code, data: read.reason.data },
    raw: read.raw,
  }
}

/** Of an order that was never read there is nothing to take back. */
async function withdrawnOf(
  { store, profile }: RunContext,
  { withdrawn = [] }: OrderPage,
): Promise<readonly ReadOrder[]> {
  const known: ReadOrder[] = []
  for (const read of withdrawn) {
    if (!read.ok || (await store.inbox.get(profile.id, read.order.creditOf ?? read.order.id)) === null) continue
    known.push(read.order.creditOf === null ? { ...read, order: { ...read.order, withdrawn: true } } : read)
  }
  return known
}
