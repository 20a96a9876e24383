// Keeps the mirror of customers, articles and lists (design 4): whole once a day, and in between only what changed since
// the highest change mark seen, with an overlap because two clocks never agree. A crash leaves the last finished state.
import type { AdministrationLists, Article, Customer } from '../core/administration.ts'
import type { MirrorKind, MirrorRow } from '../store/store.ts'
import { instantOf, logLine, type MirrorContext, now } from './context.ts'
import { articleRow, customerRow, type Known } from './known.ts'

type Source = 'customers' | 'articles'

/** Brings the mirror up to date before a run. `known` null: nothing is in memory yet. */
export async function refreshMirror(
  run: MirrorContext,
  known: Known | null,
  force: 'whole' | 'changes' = 'changes',
): Promise<void> {
  await refreshLists(run, known, force)
  await refreshRecords(run, 'customers', known, force)
  await refreshRecords(run, 'articles', known, force)
}

/** For when a customer is to be made: somebody may have typed it in meanwhile. Tells whether anything was read. */
export async function refreshCustomers(run: MirrorContext, known: Known): Promise<void> {
  await refreshRecords(run, 'customers', known, 'changes')
}

async function refreshLists(run: MirrorContext, known: Known | null, force: 'whole' | 'changes'): Promise<void> {
  const state = await run.store.mirror.state(run.profile.id, 'lists')
  const fresh = force === 'changes' && isFresh(state.wholeAt, run, run.tuning.listsMs)
  if (fresh) return useKeptLists(run)
  run.progress({ phase: 'mirror', done: 0, total: null })
  const lists = await run.accounting.readLists(run.signal)
  const generation = await run.store.mirror.begin(run.lease, 'lists', true)
  await run.store.mirror.put(run.lease, 'lists', generation, [{ id: 'lists', modifiedAt: null, data: lists }])
  await run.store.mirror.finish(run.lease, 'lists', generation, true, now(run))
  if (known !== null) known.lists = lists
}

/** What is kept already need not be asked by the readings that come next. */
async function useKeptLists(run: MirrorContext): Promise<void> {
  const kept = await run.store.mirror.get(run.profile.id, 'lists', 'lists')
  if (kept !== null) run.accounting.useLists(kept.data as AdministrationLists)
}

async function refreshRecords(
  run: MirrorContext,
  kind: Source,
  known: Known | null,
  force: 'whole' | 'changes',
): Promise<void> {
  const state = await run.store.mirror.state(run.profile.id, kind)
  const whole = force === 'whole' || !isFresh(state.wholeAt, run, run.tuning.wholeMirrorMs)
  const since = whole || state.highWater === null ? null : overlapped(state.highWater, run.tuning.overlapMinutes)
  const generation = await run.store.mirror.begin(run.lease, kind, whole)
  let count = 0
  for await (const page of pagesOf(run, kind, since)) {
    await run.store.mirror.put(
      run.lease,
      kind,
      generation,
      page.map((row) => row.row),
    )
    for (const row of page) row.know(known)
    count += page.length
    run.progress({ phase: 'mirror', done: count, total: null })
    run.at('mirror.pageStored')
  }
  await run.store.mirror.finish(run.lease, kind, generation, whole, now(run))
  run.at('mirror.finished')
  await logLine(run, 'extended', whole ? 'mirror.whole' : 'mirror.changes', { kind, count: String(count) })
}

type Page = readonly { row: MirrorRow; know: (known: Known | null) => void }[]

async function* pagesOf(run: MirrorContext, kind: Source, since: string | null): AsyncIterable<Page> {
  if (kind === 'customers') {
    for await (const page of run.accounting.readCustomers(since, run.signal))
      yield page.map((customer: Customer) => ({
        row: customerRow(customer),
        know: (known) => known?.putCustomer(customer),
      }))
  } else {
    for await (const page of run.accounting.readArticles(since, run.signal))
      yield page.map((article: Article) => ({ row: articleRow(article), know: (known) => known?.putArticle(article) }))
  }
}

const isFresh = (at: string | null, run: MirrorContext, forMs: number): boolean =>
  at !== null && Date.parse(at) + forMs > run.clock() && Date.parse(at) <= run.clock() + forMs

/** The remote's change marks are wall-clock texts without a zone: taken as UTC only to count minutes back from them. */
function overlapped(mark: string, minutes: number): string {
  const at = Date.parse(/Z|[+-]\d\d:\d\d$/.test(mark) ? mark : `${mark}Z`)
  return Number.isNaN(at) ? mark : instantOf(at - minutes * 60_000).replace(/Z$/, '')
}

/** Is the mirror of customers young enough to make a new one? */
export async function customersAreFresh(run: MirrorContext): Promise<boolean> {
  const state = await run.store.mirror.state(run.profile.id, 'customers' satisfies MirrorKind)
  return isFresh(state.refreshedAt, run, run.tuning.freshForCreatingMs)
}
