// STOCK-3: what is to be written to the shop. Pure: the run reads everything first, and the preview makes the same call.
import type { ArticleStock } from '../administration.ts'
import type { KnownArticles } from '../article/find-article.ts'
import type { RemoteId } from '../ids.ts'
import { matchLines, type ShopLine, type StockProblem } from './match-lines.ts'
import type { StockChoices } from './stock-choices.ts'
import { nothingTaken, type TakenStock } from './taken.ts'
import { computeWebStock, type StockReason } from './web-stock.ts'

/** A line of the shop with what we know it to have. */
export type KnownLine = ShopLine & {
  /** What the shop confirmed, or was read to have; null: not known. */
  readonly confirmed: number | null
  /** Written without an answer, so that the shop has this or `confirmed`; null: nothing is in doubt. */
  readonly intended: number | null
}

export type PlannedChange = {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly from: number | null
  readonly to: number
  readonly reason: StockReason
}

export type StockPlan = {
  readonly changes: readonly PlannedChange[]
  readonly problems: readonly StockProblem[]
  /** How many lines of the shop have an article whose stock SnelStart keeps. */
  readonly matched: number
  /** Changes that wait because an order could not be understood. */
  readonly heldBack: number
}

export type StockFacts = {
  readonly lines: readonly KnownLine[]
  /** Only articles whose stock SnelStart keeps. */
  readonly stock: ReadonlyMap<RemoteId, ArticleStock>
  readonly taken: TakenStock
  readonly articles: KnownArticles
  readonly choices: StockChoices
}

/** Only differences. While an order is not understood nothing is raised: what it takes is not known, and the shop took it off
 *  its own stock already; `confirmed` must then be what the shop has now. */
export function decideStock({ lines, stock, taken, articles, choices }: StockFacts): StockPlan {
  const { matched, problems } = matchLines(lines, stock, articles, choices)
  const mayRaise = taken.notUnderstood.length === 0
  const changes: PlannedChange[] = []
  let heldBack = 0
  for (const { line, articleId } of matched) {
    const free = stock.get(articleId)?.freeStock ?? null
    if (free === null) continue
    const { quantity, reason } = computeWebStock(free, taken.byArticle.get(articleId) ?? nothingTaken, choices)
    if (line.confirmed === quantity && line.intended === null) continue
    if (!mayRaise && (line.confirmed === null || quantity > line.confirmed)) heldBack += 1
    else changes.push({ key: line.key, code: line.code, name: line.name, from: line.confirmed, to: quantity, reason })
  }
  return {
    changes,
    problems: [...problems, ...taken.notUnderstood.map(notUnderstood)],
    matched: matched.length,
    heldBack,
  }
}

const notUnderstood = (number: string): StockProblem => ({
  code: 'stock.orderNotUnderstood',
  about: number,
  data: { number },
})
