// 'Artikelen synchroniseren': what an article of the shop means for the articles of the administration (ART-1 … ART-3), without
// an order. The same rules as for a line of an order from the Netherlands, so that both ways give the same article.
import type { AdministrationLists } from '../administration.ts'
import type { ArticleChoices } from '../choices.ts'
import type { CalendarDate, CountryCode } from '../ids.ts'
import { type Decimal, divide, inclOf, multiply, zero } from '../money.ts'
import type { OrderLine } from '../order.ts'
import type { PlannedArticle } from '../plan.ts'
import type { Problem } from '../problem.ts'
import type { VatSituation } from '../vat.ts'
import { findArticle, type KnownArticles } from './find-article.ts'
import { planNewArticle } from './new-article.ts'
import { vatKindOfArticle } from './revenue-group.ts'
import { planArticleUpdate } from './update-article.ts'

/** An article as the shop has it; prices unrounded, null where the shop does not tell. */
export type ShopArticleFacts = {
  readonly code: string
  readonly name: string
  readonly priceExcl: Decimal | null
  readonly priceIncl: Decimal | null
  readonly vatPercent: Decimal | null
}

export type SyncDecision =
  | { readonly kind: 'plan'; readonly plan: PlannedArticle }
  | { readonly kind: 'same' }
  /** Handling 'manual', and the administration has no such article. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'problem'; readonly problem: Problem }

export function decideShopArticle(
  article: ShopArticleFacts,
  choices: ArticleChoices,
  administration: { readonly lists: AdministrationLists; readonly articles: KnownArticles },
  date: CalendarDate,
): SyncDecision {
  const { lists, articles } = administration
  const found = findArticle(article.code, choices, articles)
  if (!found.ok) return { kind: 'problem', problem: found.problem }
  const [line, situation] = [asLine(article), dutchSituation(lists, date)]
  if (found.value === null) {
    if (choices.articleHandling === 'manual') return { kind: 'missing' }
    const made = planNewArticle(article.code, line, choices, administration, situation)
    if (!made.ok) return { kind: 'problem', problem: made.problem }
    return { kind: 'plan', plan: { action: 'create', fields: made.value.fields } }
  }
  if (choices.articleHandling !== 'addAndUpdate') return { kind: 'same' }
  const vatKind = vatKindOfArticle(found.value, lists)
  const update = planArticleUpdate(
    found.value,
    line,
    vatKind ?? 'none',
    situation,
    vatKind !== null && hasPrice(article),
  )
  return update === null ? { kind: 'same' } : { kind: 'plan', plan: update }
}

const hasPrice = ({ priceExcl, priceIncl }: ShopArticleFacts): boolean => priceExcl !== null || priceIncl !== null

const dutchSituation = (lists: AdministrationLists, date: CalendarDate): VatSituation => ({
  country: 'NL' as CountryCode,
  customerHasVatNumber: false,
  date,
  company: lists.company,
  rates: lists.vatRates,
  foreignRates: lists.foreignVatRates,
  foreignReducedRate: 'higher',
})

const hundred = '100' as Decimal

/** One piece of it, as if it were ordered; a price that the shop does not tell follows from the other. */
function asLine({ code, name, priceExcl, priceIncl, vatPercent }: ShopArticleFacts): OrderLine {
  const rate = vatPercent ?? zero
  const excl = priceExcl ?? (priceIncl === null ? zero : divide(multiply(priceIncl, hundred), inclOf(hundred, rate)))
  const incl = priceIncl ?? inclOf(excl, rate)
  return {
    ...{ id: code, kind: 'article', articleCode: code, alternativeCodes: {}, articleId: null, description: name },
    ...{ quantity: '1' as Decimal, unitPriceExcl: excl, unitPriceIncl: incl, totalExcl: excl, totalIncl: incl },
    ...{ vatPercent, discountPercent: null, options: [] },
  }
}
