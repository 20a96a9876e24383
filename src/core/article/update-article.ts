// ART-3 'Toevoegen en bijwerken': what of an existing article changes after a line of the shop.
import type { Article, ArticleFields, VatKind } from '../administration.ts'
import { equals, isZero } from '../money.ts'
import type { OrderLine } from '../order.ts'
import type { PlannedArticle } from '../plan.ts'
import { shorten } from '../shorten.ts'
import { rateOf, type VatSituation } from '../vat.ts'
import { articlePriceOf } from './new-article.ts'

/** The description (up to the limit of 250) and the price, as far as they differ; null: nothing does. */
export function planArticleUpdate(
  article: Article,
  line: OrderLine,
  vatKind: VatKind,
  situation: VatSituation,
  takePrice: boolean,
): PlannedArticle | null {
  const description = shorten(line.description, 250).text
  const price = articlePriceOf(line, vatKind, situation)
  const changes: { -readonly [Key in 'description' | 'salesPrice']?: ArticleFields[Key] } = {}
  if (description !== '' && description !== article.description) changes.description = description
  const samePrice = article.salesPrice !== null && equals(article.salesPrice, price)
  if (takePrice && priceStandsForArticle(line, vatKind, situation) && !samePrice) changes.salesPrice = price
  if (Object.keys(changes).length === 0) return null
  return { action: 'update', id: article.id, code: article.code, changes }
}

/**
 * Whether a line's price is the article's own. Not where options are inside it or a discount went off it, nor abroad,
 * where the shop may have other prices: one such order would change the price for everybody.
 */
function priceStandsForArticle(line: OrderLine, vatKind: VatKind, { date, rates }: VatSituation): boolean {
  const dutch = rateOf(vatKind, date, rates)
  return (
    line.options.length === 0 &&
    (line.discountPercent === null || isZero(line.discountPercent)) &&
    line.vatPercent !== null &&
    dutch !== null &&
    equals(line.vatPercent, dutch)
  )
}
