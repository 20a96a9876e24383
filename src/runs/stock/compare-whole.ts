// Step 'compare' of exporting stock: what the shop has now, article by article. Once a day, and when a person asks for it; in
// between we know what we told the shop, and that is what is compared with.
import { Bug } from '../../core/failures.ts'
import { floorOf } from '../../core/stock/web-stock.ts'
import type { ShopStock, ShopStockLine } from '../../shops/shop.ts'
import type { SeenLine } from '../../store/store.ts'
import { now, type RunContext } from '../context.ts'

const wholeEveryMs = 24 * 3_600_000

export async function isWholeDue(run: Pick<RunContext, 'store' | 'profile' | 'clock'>): Promise<boolean> {
  const at = await run.store.stock.wholeAt(run.profile.id)
  return at === null || run.clock() - Date.parse(at) >= wholeEveryMs || Date.parse(at) > run.clock()
}

/** Broken off, it leaves what was known, and begins anew next time. */
export async function compareWhole(run: RunContext, stock: ShopStock): Promise<number> {
  const reading = await run.store.stock.beginWhole(run.lease)
  let count = 0
  for await (const page of stock.read(run.signal)) {
    await run.store.stock.see(run.lease, reading, page.map(toSeen))
    count += page.length
    run.at('stock.pageSeen')
    run.progress({ phase: 'stock', done: count, total: null })
  }
  run.signal.throwIfAborted()
  await run.store.stock.finishWhole(run.lease, reading, now(run))
  run.at('stock.wholeRead')
  return count
}

export function toSeen({ key, code, name, notManaged, quantity }: ShopStockLine): SeenLine {
  if (key === '') throw new Bug('a line of stock without a key', { code })
  return { key, code, name, notManaged, quantity: quantity === null ? null : floorOf(quantity) }
}
