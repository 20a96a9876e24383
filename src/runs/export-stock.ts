// The task 'Importeren orders + exporteren voorraad', as a list of its steps. Orders first, always: what the shop sold and SnelStart
// does not know yet would be sold once more (STOCK-1).
import { SettingsWrong } from '../core/failures.ts'
import { decideStock, type StockPlan } from '../core/stock/decide-stock.ts'
import { findTaken, type TakenStock } from '../core/stock/taken.ts'
import type { ShopStock } from '../shops/shop.ts'
import { instantOf, logLine, type RunContext, type RunParts } from './context.ts'
import { type ImportResult, importOrders } from './import-orders.ts'
import type { Known } from './known.ts'
import { readNew } from './read-new.ts'
import { compareWhole, isWholeDue } from './stock/compare-whole.ts'
import { readSnelStart, type SnelStartFacts } from './stock/read-facts.ts'
import { reportProblems } from './stock/report-problems.ts'
import { readWaiting } from './stock/waiting-orders.ts'
import { type Written, writeStock } from './stock/write-stock.ts'

/** USE-3: as long as the log. */
const changesKeptMs = 28 * 24 * 3_600_000

export type StockCounts = {
  readonly matched: number
  readonly written: number
  readonly refused: number
  /** Not raised because an order could not be understood. */
  readonly heldBack: number
}

/** `stock` null: it was not exported to its end, because the orders before it were not all read or something stopped the run. */
export type ExportResult = ImportResult & { readonly stock: StockCounts | null }

/** `whole`: compares with what the shop has, article by article, also where that was done today. Throws as `importOrders` does, and
 *  SettingsWrong 'stock.notSupported' where the shop, or the way it is connected, takes no stock, 'stock.bookkeeping' where no sales orders are made. */
export async function exportStock(
  parts: RunParts,
  options: { whole: boolean } = { whole: false },
): Promise<ExportResult> {
  const stock = stockOf(parts)
  let counts: StockCounts | null = null
  const result = await importOrders(parts, {
    read: true,
    afterwards: async (run, known) => {
      counts = await exportSteps(run, known, stock, options)
    },
  })
  if (counts === null) await logLine(parts, 'normal', 'stock.notExported')
  return { ...result, stock: counts }
}

export function stockOf({ shop, profile }: Pick<RunParts, 'shop' | 'profile'>): ShopStock {
  if (profile.product === 'bookkeeping') throw new SettingsWrong('stock.bookkeeping', 'sales entries take no stock')
  if (shop.stock === null) throw new SettingsWrong('stock.notSupported', 'this shop takes no stock')
  return shop.stock
}

async function exportSteps(
  run: RunContext,
  known: Known,
  stock: ShopStock,
  options: { whole: boolean },
): Promise<StockCounts> {
  run.signal.throwIfAborted()
  run.at('stock.begin')
  await run.store.stock.purge(instantOf(run.clock() - changesKeptMs))
  const facts = await readSnelStart(run, known)
  // Reading SnelStart can take minutes: what was sold meanwhile comes in now, and counts as waiting.
  await readNew(run)
  const taken = await findTakenNow(run, known, facts)
  const careful = taken.notUnderstood.length > 0
  if (options.whole || careful || (await isWholeDue(run)))
    await logLine(run, 'extended', 'stock.compared', { count: String(await compareWhole(run, stock)) })
  const plan = await planStock(run, known, facts, taken)
  run.at('stock.decided')
  const so: Written = { written: 0, refused: [] }
  await writeStock(run, stock, plan.changes, so)
  await reportProblems(run, [...plan.problems, ...so.refused])
  run.at('stock.end')
  const counts = { matched: plan.matched, written: so.written, refused: so.refused.length, heldBack: plan.heldBack }
  await tellEnd(run, counts)
  return counts
}

const findTakenNow = async (run: RunContext, known: Known, { orders, choices, together }: SnelStartFacts) =>
  findTaken({ ...orders, waiting: await readWaiting(run, together) }, known.articles, choices, known.lists.company)

async function planStock(run: RunContext, known: Known, facts: SnelStartFacts, taken: TakenStock): Promise<StockPlan> {
  const lines = await run.store.stock.lines(run.profile.id)
  return decideStock({ lines, taken, stock: facts.stock, choices: facts.choices, articles: known.articles })
}

function tellEnd(run: RunContext, { matched, written, refused, heldBack }: StockCounts): Promise<void> {
  const quiet = written + refused + heldBack === 0
  const data = { matched, written, refused, heldBack }
  const texts = Object.fromEntries(Object.entries(data).map(([name, count]) => [name, String(count)]))
  return logLine(run, quiet ? 'extended' : 'normal', heldBack > 0 ? 'stock.heldBack' : 'stock.exported', texts)
}
