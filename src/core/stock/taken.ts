// STOCK-2: what web orders that are not processed yet still take from stock, per article, and which orders those are.
// Each order counts once, wherever it stands: in SnelStart without print, or with us because it is not in SnelStart yet.
import type { Article, Company, OpenOrder, StockCountLevel } from '../administration.ts'
import { findArticle, type KnownArticles } from '../article/find-article.ts'
import type { RemoteId } from '../ids.ts'
import { add, type Decimal, isPositive, multiply, zero } from '../money.ts'
import type { OrderLine, ShopOrder } from '../order.ts'
import { isExpanded } from '../sales-order/recipes.ts'
import type { StockChoices } from './stock-choices.ts'

/** An order of the shop that is not surely in SnelStart: waiting, with a problem, or in doubt. */
export type WaitingOrder = {
  readonly number: string
  /** null: it could not be understood, and nothing is known of its lines. */
  readonly order: Pick<ShopOrder, 'status' | 'lines'> | null
}

export type StockOrders = {
  readonly open: readonly OpenOrder[]
  /** Those of `open` that we made, on whatever template. */
  readonly ours: ReadonlySet<RemoteId>
  readonly waiting: readonly WaitingOrder[]
}

export type TakenBy = { readonly number: string; readonly quantity: Decimal }

/** What orders take from one article. `open`: in SnelStart without print; `waiting`: not in SnelStart yet. */
export type Taken = { readonly open: readonly TakenBy[]; readonly waiting: readonly TakenBy[] }

export type TakenStock = {
  readonly byArticle: ReadonlyMap<RemoteId, Taken>
  /** Numbers of orders whose lines are not known: what they take is not counted, so no article may be raised. */
  readonly notUnderstood: readonly string[]
}

export const nothingTaken: Taken = { open: [], waiting: [] }

/**
 * A web order counts from the moment that the shop has it until SnelStart takes it off its free stock itself, which is at the
 * count level: with 'all' an order without print is off already.
 */
export function findTaken(
  orders: StockOrders,
  articles: KnownArticles,
  choices: StockChoices,
  company: Pick<Company, 'stockCountLevel'>,
): TakenStock {
  const byArticle = new Map<RemoteId, { open: TakenBy[]; waiting: TakenBy[] }>()
  const note = (kind: 'open' | 'waiting', number: string, quantities: ReadonlyMap<RemoteId, Decimal>): void => {
    for (const [id, quantity] of quantities) {
      // A credit order gives nothing back before SnelStart has processed it: the goods may still be on their way.
      if (!isPositive(quantity)) continue
      const taken = byArticle.get(id) ?? { open: [], waiting: [] }
      taken[kind].push({ number, quantity })
      byArticle.set(id, taken)
    }
  }
  for (const order of orders.open)
    if (isWebOrder(order, orders, choices) && !isCounted(order, company.stockCountLevel))
      note('open', order.number, quantitiesOf(order))
  const inSnelStart = new Set(orders.open.map(({ paymentReference }) => paymentReference.trim()))
  const notUnderstood: string[] = []
  for (const { number, order } of orders.waiting) {
    // In doubt, and there after all: it counts as what it is in SnelStart, printed or not.
    if (inSnelStart.has(number.trim())) continue
    if (order === null) notUnderstood.push(number)
    else if (!isOff(order)) note('waiting', number, shopQuantities(order.lines, articles, choices))
  }
  return { byArticle, notUnderstood }
}

const isWebOrder = ({ id, templateId }: OpenOrder, { ours }: StockOrders, { webTemplates }: StockChoices): boolean =>
  ours.has(id) || (templateId !== null && webTemplates.has(templateId))

const levels: readonly StockCountLevel[] = [
  'all',
  'quotation',
  'backOrder',
  'confirmation',
  'workOrder',
  'packingSlip',
  'invoice',
]

/** Has SnelStart taken it off its free stock? Where the level is not told: once any document of it was made. */
function isCounted({ withoutPrint, reached }: OpenOrder, level: StockCountLevel | undefined): boolean {
  if (level === undefined) return !withoutPrint
  return levels.indexOf(reached ?? (withoutPrint ? 'all' : 'invoice')) >= levels.indexOf(level)
}

/** The shop puts back itself what it had taken off for such an order. */
const isOff = ({ status }: Pick<ShopOrder, 'status'>): boolean =>
  status.meaning === 'cancelled' || status.meaning === 'refunded'

type Quantities = ReadonlyMap<RemoteId, Decimal>

function quantitiesOf({ lines }: OpenOrder): Quantities {
  const quantities = new Map<RemoteId, Decimal>()
  for (const { articleId, quantity } of lines) addTo(quantities, articleId, quantity)
  return quantities
}

/** A code that no article has takes nothing: no article of SnelStart is exported under it either. */
function shopQuantities(lines: readonly OrderLine[], articles: KnownArticles, choices: StockChoices): Quantities {
  const quantities = new Map<RemoteId, Decimal>()
  for (const line of lines) {
    const article = line.kind === 'article' ? articleOf(line.articleCode, articles, choices) : null
    if (article !== null) take(quantities, article, line.quantity, articles, choices, new Set([article.id]))
  }
  return quantities
}

function articleOf(code: string | null, articles: KnownArticles, choices: StockChoices): Article | null {
  const text = code?.trim() ?? ''
  if (text === '') return null
  const found = findArticle(text, choices, articles)
  return found.ok ? found.value : null
}

/** `path` holds the articles above: a recipe that comes back to itself ends there. */
function take(
  quantities: Map<RemoteId, Decimal>,
  article: Article,
  quantity: Decimal,
  articles: KnownArticles,
  choices: StockChoices,
  path: ReadonlySet<RemoteId>,
): void {
  addTo(quantities, article.id, quantity)
  if (!isExpanded(article, { choices })) return
  for (const part of article.components) {
    const component = path.has(part.articleId) ? null : articles.byId(part.articleId)
    if (component !== null)
      take(
        quantities,
        component,
        multiply(quantity, part.quantity),
        articles,
        choices,
        new Set([...path, component.id]),
      )
  }
}

const addTo = (quantities: Map<RemoteId, Decimal>, id: RemoteId, quantity: Decimal): void =>
  void quantities.set(id, add(quantities.get(id) ?? zero, quantity))

export const totalTaken = ({ open, waiting }: Taken): Decimal =>
  [...open, ...waiting].reduce((sum, { quantity }) => add(sum, quantity), zero)
