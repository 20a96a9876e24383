// The ends of deciding: the questions, the problem or the plan, put together from what the steps gave.
import type { SalesOrderDocument } from '../administration.ts'
import type { Choices } from '../choices.ts'
import type { RemoteId } from '../ids.ts'
import { equals, subtract, toCents, toFixed } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import { type Decision, type FactQuestion, type Facts, factKey, type NearMiss, type SalesOrderPlan } from '../plan.ts'
import { type Outcome, ok, type Problem } from '../problem.ts'
import type { OrderAddresses } from './addresses.ts'
import type { SettledLines } from './document-lines.ts'
import { expectedOf } from './expected.ts'
import type { Context, CustomerChoice, DraftLine, Known, Trail } from './known.ts'
import { type SalesProblemCode, stopSale, warning } from './problems.ts'
import { settleOwnPrices, settleToShop } from './settle.ts'

/** Each question once. */
export function ask(questions: readonly FactQuestion[]): Decision {
  const byKey = new Map(questions.map((question) => [`${question.kind} ${factKey(question)}`, question]))
  return { kind: 'ask', questions: [...byKey.values()] }
}

export const stopped = (problem: Problem, trail: Trail, nearMisses: readonly NearMiss[]): Decision => ({
  kind: 'problem',
  problem,
  steps: trail.steps,
  nearMisses,
  warnings: trail.warnings,
})

export function contextOf(
  order: ShopOrder,
  choices: Choices,
  known: Known,
  facts: Facts,
  customer: CustomerChoice,
  trail: Trail,
): Context {
  trail.steps.push(...customer.steps)
  trail.warnings.push(...customer.warnings)
  const situation = {
    country: customer.country,
    customerHasVatNumber: customer.hasVatNumber,
    date: order.orderDate,
    company: known.lists.company,
    rates: known.lists.vatRates,
    foreignRates: known.lists.foreignVatRates,
    foreignReducedRate: choices.foreignReducedRate,
  }
  return { order, choices, known, facts, customer, situation, trail }
}

export type DocumentParts = {
  readonly templateId: RemoteId
  readonly addresses: OrderAddresses
  readonly description: string
  readonly drafts: readonly DraftLine[]
}

/** Settles the cents and puts the plan together. Problems: 'sale.vatDiffers', 'sale.totalDifference'. */
export function toPlan(parts: DocumentParts, context: Context): Outcome<SalesOrderPlan, SalesProblemCode> {
  const { choices, customer, order, trail } = context
  const ownPrices = choices.orderLines === 'codeAndQuantity'
  const settled = ownPrices ? ok(settleOwnPrices(parts.drafts, context)) : settleToShop(parts.drafts, context)
  if (!settled.ok) return settled
  const expected = expectedOf(settled.value.priced, order.priceEntry)
  if (!equals(expected.totalIncl, toCents(order.totalIncl))) {
    if (!ownPrices) return stopForTotal(expected, order)
    const [total, shopTotal] = [toFixed(expected.totalIncl, 2), toFixed(order.totalIncl, 2)]
    trail.warnings.push(warning('sale.totalByChoice', { total, shopTotal }))
  }
  return ok({
    customer: customer.customer,
    nearMisses: customer.nearMisses,
    articles: [...trail.articles.values()],
    knownArticles: knownArticlesOf(settled.value.lines, context),
    document: documentOf(parts, settled.value, order),
    expected,
    steps: trail.steps,
    warnings: trail.warnings,
  })
}

/** Settling gives the shop's total or a problem; an order is never written on the strength of that alone. */
function stopForTotal(expected: SalesOrderPlan['expected'], order: ShopOrder) {
  const difference = toFixed(subtract(order.totalIncl, expected.totalIncl), 2)
  const [causeNl, causeEn] = ['een afronding', 'a rounding']
  return stopSale('sale.totalDifference', { difference, causeNl, causeEn })
}

const documentOf = (parts: DocumentParts, settled: SettledLines, order: ShopOrder): SalesOrderDocument => ({
  templateId: parts.templateId,
  date: order.orderDate,
  description: parts.description,
  paymentReference: order.number,
  memo: order.remarks,
  priceEntry: order.priceEntry,
  invoiceAddress: parts.addresses.invoice,
  deliveryAddress: parts.addresses.delivery,
  lines: settled.lines,
  costType1: settled.costType1,
  costType2: settled.costType2,
})

function knownArticlesOf(lines: SettledLines['lines'], { known }: Context): SalesOrderPlan['knownArticles'] {
  const ids = new Map<SettledLines['lines'][number]['articleCode'], RemoteId>()
  for (const { articleCode } of lines) {
    const article = known.articles.byCode(articleCode)
    if (article !== null) ids.set(articleCode, article.id)
  }
  return [...ids].map(([code, id]) => ({ code, id }))
}
