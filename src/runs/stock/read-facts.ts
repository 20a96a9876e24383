// Step 'read' of exporting stock: what SnelStart and the inboxes hold now. The order of reading is part of the promise: an order
// that is printed in between is counted twice for one run rather than not at all.
import type { ArticleStock, OpenOrder } from '../../core/administration.ts'
import type { RemoteId } from '../../core/ids.ts'
import type { StockChoices } from '../../core/stock/stock-choices.ts'
import type { StockOrders } from '../../core/stock/taken.ts'
import type { Profile } from '../../store/store.ts'
import type { RunParts } from '../context.ts'
import type { Known } from '../known.ts'
import { profilesTogether } from './same-administration.ts'
import { stockChoicesOf } from './stock-choices.ts'

export type SnelStartFacts = {
  readonly together: readonly Profile[]
  readonly choices: StockChoices
  readonly stock: ReadonlyMap<RemoteId, ArticleStock>
  readonly orders: Pick<StockOrders, 'open' | 'ours'>
}

export async function readSnelStart(run: RunParts, known: Known): Promise<SnelStartFacts> {
  const together = await profilesTogether(run, known.lists)
  const choices = stockChoicesOf(run.profile, together, known.lists)
  const orders = await readOpen(run, together, choices)
  const stock = new Map<RemoteId, ArticleStock>()
  for await (const page of run.accounting.readStock(run.signal)) {
    for (const one of page) stock.set(one.id, one)
    run.progress({ phase: 'stock', done: stock.size, total: null })
  }
  return { together, choices, stock, orders }
}

async function readOpen(
  run: RunParts,
  together: readonly Profile[],
  { webTemplates }: StockChoices,
): Promise<SnelStartFacts['orders']> {
  const open: OpenOrder[] = []
  const ours = new Set<RemoteId>()
  for await (const page of run.accounting.readOpenOrders(run.signal))
    for (const order of page) {
      open.push(order)
      // On a web template it counts in any case, so that whose it is need not be looked up.
      if (order.templateId !== null && webTemplates.has(order.templateId)) continue
      if (await isOurs(run, together, order)) ours.add(order.id)
    }
  return { open, ours }
}

async function isOurs({ store }: RunParts, together: readonly Profile[], order: OpenOrder): Promise<boolean> {
  for (const { id } of together)
    if ((await store.inbox.find(id, order.paymentReference))?.remoteId === order.id) return true
  return false
}
