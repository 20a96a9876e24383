// SALE-5: the lines of the order as drafts: article, text, quantity and the shop's amount, with options (SALE-7) and
// components (SALE-6) behind their line. Cents are settled later.
import type { ArticleProblemCode } from '../article/problems.ts'
import { type Decimal, equals, isZero, roundTo, toFixed } from '../money.ts'
import type { OrderLine } from '../order.ts'
import { type Outcome, ok } from '../problem.ts'
import { type Context, type DraftLine, ownPriceMark } from './known.ts'
import { decideLineArticle, type LineArticle } from './line-article.ts'
import { lineDescription } from './line-description.ts'
import { lessOptions, optionLines, withOptions } from './options.ts'
import { type SalesProblemCode, stopSale } from './problems.ts'
import { componentLines } from './recipes.ts'
import { findSnelStartPrice, toDocumentPrice } from './snelstart-price.ts'

type LinesOutcome = Outcome<readonly DraftLine[], SalesProblemCode | ArticleProblemCode>

/** Drafts in the order of the shop. Problems: those of articles, options, recipes and prices. */
export function decideLines(context: Context): LinesOutcome {
  const drafts: DraftLine[] = []
  for (const line of context.order.lines) {
    const made = decideLine(line, context)
    if (!made.ok) return made
    drafts.push(...made.value)
  }
  return ok(drafts)
}

function decideLine(line: OrderLine, context: Context): LinesOutcome {
  const article = decideLineArticle(line, context)
  if (!article.ok) return article
  const options = optionLines(line, article.value, context)
  if (!options.ok) return options
  const main = mainLine(line, article.value, options.value, context)
  if (!main.ok) return main
  const components = componentLines(article.value.article, line.quantity, line.id, context)
  if (!components.ok) return components
  const drafts = [main.value, ...options.value, ...components.value]
  const checked = checkQuantities(drafts, context)
  return checked.ok ? ok(drafts) : checked
}

function mainLine(
  line: OrderLine,
  article: LineArticle,
  options: readonly DraftLine[],
  context: Context,
): Outcome<DraftLine, SalesProblemCode> {
  const price = ownPrice(line, article, context)
  if (!price.ok) return price
  return ok({
    articleCode: article.code,
    description: descriptionOf(line, article, context),
    quantity: line.quantity,
    ...lessOptions(line, options),
    unitPrice: price.value,
    vatKind: article.vatKind,
    vatPercent: article.vatPercent,
    origin: { kind: 'line', ref: line.id },
    costType: null,
    ...ownPriceMark(price.value !== null),
  })
}

/** SnelStart's price where the setting says so; null: the shop's. A gift card costs what it was sold for. */
function ownPrice(
  line: OrderLine,
  { article, code, vatKind, vatPercent }: LineArticle,
  context: Context,
): Outcome<Decimal | null, SalesProblemCode> {
  if (context.choices.orderLines !== 'codeAndQuantity' || line.kind === 'giftCardSold') return ok(null)
  if (article !== null) return findSnelStartPrice(article, vatKind, vatPercent, line.quantity, context)
  const planned = context.trail.articles.get(code)
  const price = planned?.action === 'create' ? planned.fields.salesPrice : null
  return ok(price === null ? null : toDocumentPrice(price, vatKind, vatPercent, context))
}

/** '' = SnelStart's own description; options on the line go behind it, and then it has to be spelled out. */
function descriptionOf(line: OrderLine, { article }: LineArticle, context: Context): string {
  if (context.choices.orderLines === 'full' || line.kind === 'giftCardSold') {
    return lineDescription(withOptions(line.description, line, context), context)
  }
  const own = article?.description ?? line.description
  const full = withOptions(own, line, context)
  return full === own ? '' : lineDescription(full, context)
}

/** SnelStart keeps quantities to a number of decimals; stock must not be rounded. */
function checkQuantities(drafts: readonly DraftLine[], { known, order }: Context): Outcome<null, SalesProblemCode> {
  const decimals = known.lists.company.quantityDecimals
  for (const { articleCode: code, quantity, amountExcl, amountIncl, unitPrice } of drafts) {
    if (!equals(quantity, roundTo(quantity, decimals))) {
      return stopSale('sale.quantityDecimals', { code, quantity, decimals: String(decimals) })
    }
    const amount = order.priceEntry === 'incl' ? amountIncl : amountExcl
    if (isZero(quantity) && unitPrice === null && !isZero(amount)) {
      return stopSale('sale.quantityZero', { code, part: toFixed(amount, 2) })
    }
  }
  return ok(null)
}
