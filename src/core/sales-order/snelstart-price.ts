// SALE-5 'Alleen artikelcode en aantal': the price that SnelStart has for this customer, with its price agreements.
import type { Article, VatKind } from '../administration.ts'
import { absolute, type Decimal, divide, inclOf, multiply, roundTo, zero } from '../money.ts'
import { type FactQuestion, factKey } from '../plan.ts'
import { type Outcome, ok } from '../problem.ts'
import { rateOf } from '../vat.ts'
import type { Context } from './known.ts'
import { type SalesProblemCode, stopSale } from './problems.ts'

/**
 * In the document's way of entry. Where the agreement must be asked first, a question is on the trail and the price is 0
 * for the time being. Without an agreement it is the article's own price. Problem: 'sale.priceFromAccounting'.
 */
export function findSnelStartPrice(
  article: Article,
  vatKind: VatKind,
  vatPercent: Decimal,
  quantity: Decimal,
  context: Context,
): Outcome<Decimal, SalesProblemCode> {
  const planned = context.customer.customer
  const question: FactQuestion = {
    kind: 'agreedPrice',
    articleId: article.id,
    customerId: planned.action === 'use' ? planned.id : null,
    quantity: absolute(quantity),
  }
  const agreed = context.facts.agreedPrices.get(factKey(question))
  if (agreed === undefined) {
    context.trail.questions.push(question)
    return ok(zero)
  }
  const price = agreed ?? article.salesPrice
  if (price === null) return stopSale('sale.priceFromAccounting', { code: article.code })
  return ok(toDocumentPrice(price, vatKind, vatPercent, context))
}

/** From the way of the article file, where an incl. price holds Dutch VAT, to that of the document. */
export function toDocumentPrice(price: Decimal, vatKind: VatKind, vatPercent: Decimal, context: Context): Decimal {
  const { company, date, rates } = context.situation
  const dutch = rateOf(vatKind, date, rates) ?? zero
  const documentExcl = context.order.priceEntry === 'excl'
  const sameWay = documentExcl === company.articlePricesExclVat
  if (sameWay && (documentExcl || dutch === vatPercent)) return roundTo(price, company.priceDecimals)
  const excl = company.articlePricesExclVat ? price : divide(multiply(price, hundred), inclOf(hundred, dutch))
  return roundTo(documentExcl ? excl : inclOf(excl, vatPercent), company.priceDecimals)
}

const hundred = '100' as Decimal
