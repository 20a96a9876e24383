// The task 'Artikelen synchroniseren': the articles that the shop changed, made or changed in the administration as the choices of
// ART say. Each article's code is unique in the administration, so that repeating a page can make nothing twice: the cursor moves
// on only after all of a page was dealt with.
import { decideShopArticle, type SyncDecision } from '../core/article/sync-article.ts'
import { Bug, Failure, SettingsWrong, StoreFailed } from '../core/failures.ts'
import type { CalendarDate } from '../core/ids.ts'
import type { ArticlePage, ShopArticle } from '../shops/shop.ts'
import { logLine, now, type RunContext, type RunParts } from './context.ts'
import { keepLease } from './keep-lease.ts'
import { type Known, loadKnown } from './known.ts'
import { refreshMirror } from './refresh-mirror.ts'
import { writeShopArticle } from './write-shop-article.ts'

export type SyncCounts = {
  read: number
  made: number
  updated: number
  same: number
  missing: number
  problems: number
}

export type SyncResult = {
  readonly counts: Readonly<SyncCounts>
  /** What stopped it before its end; null: it came to its end. Articles can still have a message in the log. */
  readonly stoppedBy: Failure | null
}

/** An article with what it comes to; `told`: why nothing can be done, as a log line. */
export type SyncStep = {
  readonly article: ShopArticle
  readonly decision: SyncDecision
  readonly told: { readonly code: string; readonly data: Readonly<Record<string, string>> } | null
}

type Work = { readonly run: RunContext; readonly known: Known; readonly counts: SyncCounts; readonly firsts: Firsts }
/** The article of the shop that a code was first seen on in this run. */
type Firsts = Map<string, ShopArticle>

const noneCounted = (): SyncCounts => ({ read: 0, made: 0, updated: 0, same: 0, missing: 0, problems: 0 })

/** Throws StoreFailed 'store.busy' (PLAN-4) and SettingsWrong 'articles.notSupported' where the shop cannot tell its articles. */
export async function syncArticles(parts: RunParts): Promise<SyncResult> {
  const counts = noneCounted()
  return keepLease(parts, async (run) => {
    try {
      await allPages(run, counts)
      await logLine(run, 'normal', 'articles.end', inText(counts))
      return { counts, stoppedBy: null }
    } catch (error) {
      if (!(error instanceof Failure) || error instanceof StoreFailed || error instanceof Bug) throw error
      if (error instanceof SettingsWrong) throw error
      await logLine(run, 'normal', 'articles.stopped', { failure: error.code, message: error.message })
      return { counts, stoppedBy: error }
    }
  })
}

const inText = (counts: SyncCounts): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]))

async function allPages(run: RunContext, counts: SyncCounts): Promise<void> {
  const state = await run.store.articleSync.state(run.profile.id)
  const pages = readPages(run, state.cursor)
  await refreshMirror(run, null)
  const known = await loadKnown(run)
  run.accounting.useLists(known.lists)
  const work: Work = { run, known, counts, firsts: new Map() }
  const told: Told = new Map(state.told.map((line) => [keyIn(line), line]))
  for await (const page of pages) {
    for (const article of page.articles) {
      run.signal.throwIfAborted()
      await syncOne(work, article, told)
    }
    await run.store.articleSync.save(run.lease, { cursor: page.cursor, told: [...told.values()] })
  }
}

/** BEY-2: what synchronising would do; nothing is written and the cursor stays. */
export async function previewArticles(parts: RunParts, show: (step: SyncStep) => void): Promise<Readonly<SyncCounts>> {
  const counts = noneCounted()
  await keepLease(parts, async (run) => {
    const { cursor } = await run.store.articleSync.state(run.profile.id)
    const pages = readPages(run, cursor)
    await refreshMirror(run, null)
    const work: Work = { run, known: await loadKnown(run), counts, firsts: new Map() }
    for await (const page of pages)
      for (const article of page.articles) {
        const step = decideOne(work, article)
        count(counts, step)
        show(step)
      }
  })
  return counts
}

function readPages({ shop, startAt, signal }: RunContext, cursor: string | null): AsyncIterable<ArticlePage> {
  if (shop.readArticles === null)
    throw new SettingsWrong('articles.notSupported', 'this shop does not tell its articles')
  return shop.readArticles(cursor, { startAt, signal })
}

async function syncOne(work: Work, article: ShopArticle, told: Told): Promise<void> {
  const { run, known, counts } = work
  let step = decideOne(work, article)
  if (step.decision.kind === 'plan') {
    const refused = await writeShopArticle(run, known, step.decision.plan)
    if (refused !== null) step = { ...step, told: tellOf('refused', article, { reason: refused }) }
  }
  count(counts, step)
  run.progress({ phase: 'write', done: counts.read, total: null })
  await tellOnce(run, step, told)
}

/** A message that is the same as last time is not told again; one that is over may come back later. */
async function tellOnce(run: RunContext, { article, told: message }: SyncStep, told: Told): Promise<void> {
  if (message === null) {
    told.delete(article.key)
    return
  }
  const line = JSON.stringify([article.key, message.code, message.data])
  if (told.get(article.key) === line) return
  told.set(article.key, line)
  await logLine(run, 'normal', message.code, message.data)
}

/** What was told about each article, by the shop's key. */
type Told = Map<string, string>
const keyIn = (line: string): string => (JSON.parse(line) as [string])[0]

function count(counts: SyncCounts, { decision, told }: SyncStep): void {
  counts.read += 1
  if (decision.kind === 'missing') counts.missing += 1
  else if (told !== null) counts.problems += 1
  else if (decision.kind === 'plan') counts[decision.plan.action === 'create' ? 'made' : 'updated'] += 1
  else counts.same += 1
}

function decideOne({ run, known, firsts }: Work, article: ShopArticle): SyncStep {
  const code = article.code?.trim() ?? ''
  if (code === '') return { article, decision: { kind: 'same' }, told: tellOf('noCode', article) }
  const first = firsts.get(code.toLowerCase())
  if (first !== undefined && first.key !== article.key)
    return { article, decision: { kind: 'same' }, told: tellOf('double', article, { first: first.name }) }
  firsts.set(code.toLowerCase(), article)
  const date = now(run).slice(0, 10) as CalendarDate
  const decision = decideShopArticle({ ...article, code }, run.choices, known, date)
  if (decision.kind === 'missing') return { article, decision, told: tellOf('missing', article) }
  if (decision.kind !== 'problem') return { article, decision, told: null }
  const { code: problem, data } = decision.problem
  return { article, decision, told: tellOf(problem.replace(/^article\./, ''), article, data) }
}

const tellOf = (what: string, { code, name }: ShopArticle, data: Readonly<Record<string, string>> = {}) => ({
  code: `articles.${what}`,
  data: { ...data, code: code ?? '', name },
})
