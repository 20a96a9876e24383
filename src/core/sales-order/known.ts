// What deciding a sales order works on: everything known beforehand, gathered once, and what is said along the way.
import type { AccountingCapabilities, AdministrationLists, SalesOrderLine, VatKind } from '../administration.ts'
import type { KnownArticles } from '../article/find-article.ts'
import type { Choices } from '../choices.ts'
import type { Step } from '../explanation.ts'
import type { ArticleCode, CountryCode, ShopOrderNumber } from '../ids.ts'
import type { Decimal } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import type { FactQuestion, Facts, NearMiss, PlannedArticle, PlannedCustomer } from '../plan.ts'
import type { Outcome, Problem } from '../problem.ts'
import type { VatSituation } from '../vat.ts'

/** The customer as recognised or to be made; `country` and `hasVatNumber` as on the card (with its planned changes). */
export type CustomerChoice = {
  readonly customer: PlannedCustomer
  readonly nearMisses: readonly NearMiss[]
  readonly steps: readonly Step[]
  readonly warnings: readonly Problem[]
  /** Of the establishment address; null: the card has none. */
  readonly country: CountryCode | null
  readonly hasVatNumber: boolean
}

/** A problem keeps its explanation beside it. */
type CustomerAnswer = Outcome<CustomerChoice> & {
  readonly steps: readonly Step[]
  readonly nearMisses: readonly NearMiss[]
}

export type Known = {
  readonly lists: AdministrationLists
  readonly capabilities: AccountingCapabilities
  /** CUST-*: bound by the caller to the index of customers. */
  readonly customers: (order: ShopOrder) => CustomerAnswer
  readonly articles: KnownArticles
  /** Number of the order that this one credits; null or absent: it is no credit. */
  readonly creditOf?: ShopOrderNumber | null
}

/** All that the steps after the customer need. `trail` is the one thing that grows; it lives as long as one decision. */
export type Context = {
  readonly order: ShopOrder
  readonly choices: Choices
  readonly known: Known
  readonly facts: Facts
  readonly customer: CustomerChoice
  readonly situation: VatSituation
  readonly trail: Trail
}

export type Trail = {
  readonly steps: Step[]
  readonly warnings: Problem[]
  readonly questions: FactQuestion[]
  /** Articles to make or to change, by code, in the order of the lines. */
  readonly articles: Map<ArticleCode, PlannedArticle>
  /** VAT kind of the articles to make. */
  readonly newVatKinds: Map<ArticleCode, VatKind>
}

export const newTrail = (): Trail => ({
  steps: [],
  warnings: [],
  questions: [],
  articles: new Map(),
  newVatKinds: new Map(),
})

/** Notes how a choice was made. */
export function explain(trail: Trail, key: string, spec: string, nl: string, en: string, decided = true): void {
  trail.steps.push({ key, spec, text: { nl, en }, decided })
}

/** A line before its cents are settled. Amounts are the shop's, unrounded. */
export type DraftLine = {
  readonly articleCode: ArticleCode
  readonly description: string
  readonly quantity: Decimal
  readonly amountExcl: Decimal
  readonly amountIncl: Decimal
  /** Given: the price stands (SnelStart's own, or 0 for a component). null: it follows from the amount. */
  readonly unitPrice: Decimal | null
  readonly vatKind: VatKind
  readonly vatPercent: Decimal
  readonly origin: SalesOrderLine['origin']
  /** Cost type in the order's footer instead of a line. */
  readonly costType: 1 | 2 | null
  /** `unitPrice` came from the administration. */
  readonly ownPrice?: true
  /** Words alone: no article, no quantity, no amount. */
  readonly text?: true
}

/** Marks a draft whose price came from the administration. */
export const ownPriceMark = (fromSnelStart: boolean): Pick<DraftLine, 'ownPrice'> =>
  fromSnelStart ? { ownPrice: true } : {}
