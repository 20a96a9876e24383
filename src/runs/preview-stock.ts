// What exporting stock would write now, before it writes: the same reading and the same decision. Orders that are still in the shop
// count, but nothing is stored and nothing is written.
import { decideStock, type KnownLine, type StockPlan } from '../core/stock/decide-stock.ts'
import { findTaken, type WaitingOrder } from '../core/stock/taken.ts'
import type { ShopStock } from '../shops/shop.ts'
import type { RunContext, RunParts } from './context.ts'
import { stockOf } from './export-stock.ts'
import { keepLease } from './keep-lease.ts'
import { loadKnown } from './known.ts'
import { toIncoming } from './read-new.ts'
import { refreshMirror } from './refresh-mirror.ts'
import { toSeen } from './stock/compare-whole.ts'
import { readSnelStart } from './stock/read-facts.ts'
import { readWaiting } from './stock/waiting-orders.ts'

/** `whole`: compares with what the shop has now rather than with what it was told. Throws as `exportStock` does. */
export async function previewStock(
  parts: RunParts,
  options: { whole: boolean } = { whole: false },
): Promise<StockPlan> {
  const stock = stockOf(parts)
  return keepLease(parts, async (run) => {
    await refreshMirror(run, null)
    const known = await loadKnown(run)
    run.accounting.useLists(known.lists)
    const { orders, choices, stock: free, together } = await readSnelStart(run, known)
    const waiting = [...(await readWaiting(run, together)), ...(await stillInShop(run))]
    const taken = findTaken({ ...orders, waiting }, known.articles, choices, known.lists.company)
    const lines = await linesNow(run, stock, options.whole || taken.notUnderstood.length > 0)
    return decideStock({ lines, taken, stock: free, choices, articles: known.articles })
  })
}

async function stillInShop(run: RunContext): Promise<readonly WaitingOrder[]> {
  const { cursor } = await run.store.inbox.cursor(run.profile.id)
  const found: WaitingOrder[] = []
  // The shop's overlap gives orders again that are in already.
  for await (const page of run.shop.readOrders(cursor, { startAt: run.startAt, signal: run.signal }))
    for (const { id, number, order } of page.orders.map(toIncoming))
      if ((await run.store.inbox.get(run.profile.id, id)) === null) found.push({ number, order })
  return found
}

async function linesNow(run: RunContext, stock: ShopStock, whole: boolean): Promise<readonly KnownLine[]> {
  const isKnown = (await run.store.stock.wholeAt(run.profile.id)) !== null
  if (isKnown && !whole) return run.store.stock.lines(run.profile.id)
  const lines: KnownLine[] = []
  for await (const page of stock.read(run.signal))
    for (const { quantity, ...line } of page.map(toSeen)) lines.push({ ...line, confirmed: quantity, intended: null })
  return lines
}
