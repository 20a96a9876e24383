// SALE-6: the components of an article with a recipe, as lines of their own. In the shop's prices they cost nothing (the
// price of the whole is on the article); in SnelStart's prices each has its own.
import type { Article } from '../administration.ts'
import { vatKindOfArticle } from '../article/revenue-group.ts'
import type { Choices } from '../choices.ts'
import type { RemoteId } from '../ids.ts'
import { type Decimal, multiply, zero } from '../money.ts'
import { type Outcome, ok } from '../problem.ts'
import { expectedVatPercent } from '../vat.ts'
import { type Context, type DraftLine, explain, ownPriceMark } from './known.ts'
import { type SalesProblemCode, stopSale } from './problems.ts'
import { findSnelStartPrice } from './snelstart-price.ts'

type Component = { readonly article: Article; readonly quantity: Decimal }

/**
 * Lines for the components of `article`, nested recipes included; none where the setting or the article says no.
 * Problems: 'sale.recipeModeUnknown', 'sale.componentUnknown', 'sale.articleGroup', 'sale.priceFromAccounting'.
 */
export function componentLines(
  article: Article | null,
  quantity: Decimal,
  lineId: string,
  context: Context,
): Outcome<readonly DraftLine[], SalesProblemCode> {
  if (context.choices.recipes === 'never' || article === null) return ok([])
  const readable = checkReadable(article, context)
  if (!readable.ok) return readable
  const components = expand(article, quantity, new Set([article.id]), context)
  if (!components.ok) return components
  const drafts: DraftLine[] = []
  for (const [index, component] of components.value.entries()) {
    const draft = componentLine(component, `${lineId}/${index + 1}`, context)
    if (!draft.ok) return draft
    drafts.push(draft.value)
  }
  if (drafts.length > 0) {
    const codes = drafts.map((draft) => draft.articleCode).join(', ')
    explain(
      context.trail,
      'sale.recipe',
      'SALE-6',
      `Recept van ${article.code} uitgeklapt: ${codes}`,
      `Recipe of ${article.code} expanded: ${codes}`,
    )
  }
  return ok(drafts)
}

/** 'always' and 'choice' ask for a mode that this kind of administration may not show (capability `recipeModes`). */
function checkReadable(article: Article, { choices, known }: Context): Outcome<null, SalesProblemCode> {
  const modes = known.capabilities.recipeModes
  const modeNeeded = choices.recipes !== 'expand'
  const unknown = modes === 'none' || (modes === 'content' && modeNeeded && article.components.length > 0)
  return unknown ? stopSale('sale.recipeModeUnknown', { code: article.code }) : ok(null)
}

/** SALE-6: whether its components become lines of their own. */
export function isExpanded(article: Article, { choices }: { readonly choices: Pick<Choices, 'recipes'> }): boolean {
  switch (choices.recipes) {
    case 'never':
      return false
    case 'always':
      return article.recipeMode === 'always'
    case 'choiceOrAlways':
      return article.recipeMode === 'always' || article.recipeMode === 'choice'
    case 'expand':
      return true
  }
}

/** `path` holds the articles above: a recipe that comes back to itself ends there. */
function expand(
  article: Article,
  quantity: Decimal,
  path: ReadonlySet<RemoteId>,
  context: Context,
): Outcome<readonly Component[], SalesProblemCode> {
  if (!isExpanded(article, context)) return ok([])
  const components: Component[] = []
  for (const part of article.components) {
    if (path.has(part.articleId)) continue
    const component = context.known.articles.byId(part.articleId)
    if (component === null || component.inactive) {
      return stopSale('sale.componentUnknown', { code: article.code, component: part.code })
    }
    const partQuantity = multiply(quantity, part.quantity)
    const nested = expand(component, partQuantity, new Set([...path, component.id]), context)
    if (!nested.ok) return nested
    components.push({ article: component, quantity: partQuantity }, ...nested.value)
  }
  return ok(components)
}

function componentLine(
  { article, quantity }: Component,
  ref: string,
  context: Context,
): Outcome<DraftLine, SalesProblemCode> {
  const vatKind = vatKindOfArticle(article, context.known.lists)
  const vatPercent = vatKind === null ? null : expectedVatPercent(vatKind, context.situation)
  if (vatKind === null || vatPercent === null) return stopSale('sale.articleGroup', { code: article.code })
  const fromSnelStart = context.choices.orderLines === 'codeAndQuantity'
  const price = fromSnelStart ? findSnelStartPrice(article, vatKind, vatPercent, quantity, context) : ok(zero)
  if (!price.ok) return price
  return ok({
    articleCode: article.code,
    description: '',
    quantity,
    amountExcl: zero,
    amountIncl: zero,
    unitPrice: price.value,
    vatKind,
    vatPercent,
    origin: { kind: 'component', ref },
    costType: null,
    ...ownPriceMark(fromSnelStart),
  })
}
