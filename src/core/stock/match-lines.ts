// Which article of the administration each line of the shop's stock stands for, and which stand for none or for too many.
// Every problem names what it is about by a key that stays the same from run to run, so that it is reported once.
import type { ArticleStock } from '../administration.ts'
import { findArticle, type KnownArticles } from '../article/find-article.ts'
import type { RemoteId } from '../ids.ts'
import type { StockChoices } from './stock-choices.ts'

/** A line of the shop as far as matching needs it. */
export type ShopLine = {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly notManaged: string | null
}

/** Codes of `stockProblems`. */
export type StockProblem = {
  readonly code: string
  /** What it is about, the same at every run: an article code, or the shop's key where there is no code. */
  readonly about: string
  readonly data: Readonly<Record<string, string>>
}

export type Matched<Line> = { readonly line: Line; readonly articleId: RemoteId }

export type Matches<Line> = {
  readonly matched: readonly Matched<Line>[]
  readonly problems: readonly StockProblem[]
}

/** `stock`: the articles whose stock SnelStart keeps; others are not exported and not reported. */
export function matchLines<Line extends ShopLine>(
  lines: readonly Line[],
  stock: ReadonlyMap<RemoteId, ArticleStock>,
  articles: KnownArticles,
  choices: StockChoices,
): Matches<Line> {
  const matched: Matched<Line>[] = []
  const problems: StockProblem[] = []
  const byCode = groupByCode(lines)
  const inShop = new Set<RemoteId>()
  for (const [code, same] of byCode) {
    const [line] = same
    if (line === undefined) continue
    const found = code === '' ? null : findArticle(line.code.trim(), choices, articles)
    if (found === null) problems.push(...same.map((each) => problem('stock.noCode', each.key, { name: each.name })))
    else if (!found.ok) problems.push(unclear(found.problem.code, line))
    else if (found.value === null) problems.push(problem('stock.unknownInSnelStart', line.code, nameOf(line)))
    else {
      const { id } = found.value
      inShop.add(id)
      if (!stock.has(id)) continue
      if (same.length > 1)
        problems.push(problem('stock.doubleInShop', line.code, { ...nameOf(line), count: String(same.length) }))
      else if (line.notManaged !== null)
        problems.push(problem('stock.notManaged', line.code, { ...nameOf(line), reason: line.notManaged }))
      else matched.push({ line, articleId: id })
    }
  }
  problems.push(...notInShop(stock, inShop, articles))
  return { matched, problems }
}

function groupByCode<Line extends ShopLine>(lines: readonly Line[]): ReadonlyMap<string, Line[]> {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    // As SnelStart compares: without regard to case and outer spaces.
    const code = line.code.trim().toLowerCase()
    const group = groups.get(code)
    if (group === undefined) groups.set(code, [line])
    else group.push(line)
  }
  return groups
}

function notInShop(
  stock: ReadonlyMap<RemoteId, ArticleStock>,
  inShop: ReadonlySet<RemoteId>,
  articles: KnownArticles,
): readonly StockProblem[] {
  const missing: StockProblem[] = []
  for (const id of stock.keys()) {
    const article = inShop.has(id) ? null : articles.byId(id)
    if (article !== null && !article.inactive)
      missing.push(problem('stock.unknownInShop', article.code, { code: article.code, name: article.description }))
  }
  return missing
}

const nameOf = ({ code, name }: ShopLine) => ({ code, name })

const problem = (code: string, about: string, data: StockProblem['data']): StockProblem => ({ code, about, data })

const unclear = (code: string, line: ShopLine): StockProblem =>
  problem(code === 'article.inactive' ? 'stock.inactive' : 'stock.doubleInSnelStart', line.code, nameOf(line))
