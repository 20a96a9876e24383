// ART-2, ART-3: the article that is made for a line whose code the administration does not know.
import type { AdministrationLists, ArticleFields, VatKind } from '../administration.ts'
import type { ArticleChoices } from '../choices.ts'
import type { ArticleCode } from '../ids.ts'
import { type Decimal, inclOf, roundTo } from '../money.ts'
import type { OrderLine } from '../order.ts'
import { type Outcome, ok, type Problem } from '../problem.ts'
import { shorten } from '../shorten.ts'
import { rateOf, type VatSituation } from '../vat.ts'
import type { KnownArticles } from './find-article.ts'
import { type ArticleProblemCode, stopArticle } from './problems.ts'
import { decideRevenueGroup } from './revenue-group.ts'

/** SnelStart's limit of `omschrijving` (reference/snelstart.md, A7). */
const descriptionLimit = 250

export type NewArticle = {
  readonly fields: ArticleFields
  readonly vatKind: VatKind
  readonly warnings: readonly Problem[]
}

/** What an article is made with from a line of the shop; its code is the shop's. Problems: as listed in problems.ts. */
export function planNewArticle(
  code: string,
  line: OrderLine,
  choices: ArticleChoices,
  administration: { readonly lists: AdministrationLists; readonly articles: KnownArticles },
  situation: VatSituation,
): Outcome<NewArticle, ArticleProblemCode> {
  const { lists, articles } = administration
  const usable = checkCode(code, choices, lists, articles)
  if (!usable.ok) return usable
  const group = decideRevenueGroup(code, line.vatPercent, choices, lists, situation)
  if (!group.ok) return group
  const field = choices.articleCodeField.trim()
  const description = shorten(line.description === '' ? code : line.description, descriptionLimit)
  return ok({
    fields: {
      code: code as ArticleCode,
      description: description.text,
      revenueGroupId: group.value.id,
      salesPrice: articlePriceOf(line, group.value.vatKind, situation),
      customField: field === '' ? null : { name: field, value: code },
    },
    vatKind: group.value.vatKind,
    warnings: description.cut
      ? [{ code: 'article.descriptionShortened', data: { code, limit: String(descriptionLimit) } }]
      : [],
  })
}

/**
 * The line's price in the way of the article file. An incl. price there holds Dutch VAT whoever the customer is, so it is
 * made from the price excl. where the customer pays another rate.
 */
export function articlePriceOf(line: OrderLine, vatKind: VatKind, situation: VatSituation): Decimal {
  const { company, date, rates } = situation
  if (company.articlePricesExclVat) return roundTo(line.unitPriceExcl, company.priceDecimals)
  const dutch = rateOf(vatKind, date, rates)
  const incl = dutch === null || dutch === line.vatPercent ? line.unitPriceIncl : inclOf(line.unitPriceExcl, dutch)
  return roundTo(incl, company.priceDecimals)
}

function checkCode(
  code: string,
  choices: ArticleChoices,
  { company }: AdministrationLists,
  articles: KnownArticles,
): Outcome<null, ArticleProblemCode> {
  if (company.articleCodeNumeric && !/^\d+$/.test(code)) return stopArticle('article.codeNotNumeric', { code })
  if (code.length > company.articleCodeMaxLength) {
    return stopArticle('article.codeTooLong', { code, limit: String(company.articleCodeMaxLength) })
  }
  const field = choices.articleCodeField.trim()
  if (field !== '' && articles.byCode(code as ArticleCode) !== null) {
    return stopArticle('article.codeTaken', { code, field })
  }
  return ok(null)
}
