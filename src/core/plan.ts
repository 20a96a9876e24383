// What deciding gives: a plan (data that can be shown, compared, explained and written), a problem, a skip, or a
// question whose answer only the administration has. Nothing in it refers to a running program.
import type { ArticleFields, CustomerFields, SalesEntryDocument, SalesOrderDocument } from './administration.ts'
import type { Step } from './explanation.ts'
import type { ArticleCode, CustomerCode, Instant, RemoteId } from './ids.ts'
import type { Decimal } from './money.ts'
import type { Problem } from './problem.ts'

export type NearMiss = { readonly code: CustomerCode; readonly name: string; readonly why: string }

/** The customer that a person chose for one order, instead of recognition. `code` and `name` as they were then. */
export type ChosenCustomer = {
  readonly id: RemoteId
  readonly code: CustomerCode
  readonly name: string
  readonly by: string
  readonly at: Instant
}

export type PlannedCustomer =
  | {
      readonly action: 'use'
      readonly id: RemoteId
      readonly code: CustomerCode
      readonly name: string
      /** Only what differs from the customer card (CUST-5 'add and update'); null: nothing to change. */
      readonly changes: Partial<CustomerFields> | null
    }
  | {
      readonly action: 'create'
      /** The shop's own customer code where it is usable; null: the next free one is taken when writing. */
      readonly code: CustomerCode | null
      readonly fields: CustomerFields
    }

export type PlannedArticle =
  | { readonly action: 'create'; readonly fields: ArticleFields }
  | {
      readonly action: 'update'
      readonly id: RemoteId
      readonly code: ArticleCode
      readonly changes: Partial<Pick<ArticleFields, 'description' | 'salesPrice'>>
    }

export type SalesOrderPlan = {
  readonly customer: PlannedCustomer
  readonly nearMisses: readonly NearMiss[]
  /** Articles to make or change before the order, in the order of the lines. */
  readonly articles: readonly PlannedArticle[]
  /** Article codes on the document that exist already, with their id. */
  readonly knownArticles: readonly { readonly code: ArticleCode; readonly id: RemoteId }[]
  readonly document: SalesOrderDocument
  /** What SnelStart should compute (compared after writing). */
  readonly expected: {
    readonly totalIncl: Decimal
    readonly vat: readonly { readonly vatPercent: Decimal; readonly vatAmount: Decimal }[]
  }
  readonly steps: readonly Step[]
  /** Made all the same, but said: shortened names, a VAT number left out, a total that will differ by choice. */
  readonly warnings: readonly Problem[]
}

/** Product 'bookkeeping': no articles, one document (FIN-1). */
export type SalesEntryPlan = {
  readonly customer: PlannedCustomer
  readonly nearMisses: readonly NearMiss[]
  readonly document: SalesEntryDocument
  /** What the entry says per VAT rate, in cents, for comparing shop and books; foreign VAT (one-stop shop) counts as VAT here. */
  readonly expected: {
    readonly region: 'nl' | 'eu' | 'world'
    readonly vat: readonly {
      readonly vatPercent: Decimal
      readonly baseExcl: Decimal
      readonly vatAmount: Decimal
    }[]
  }
  readonly steps: readonly Step[]
  readonly warnings: readonly Problem[]
}

/** What is written for an order, by the profile's product. */
export type DocumentPlan = SalesOrderPlan | SalesEntryPlan

export const isEntryPlan = (plan: DocumentPlan): plan is SalesEntryPlan => 'invoiceNumber' in plan.document

/** What the administration should come to, incl. VAT. */
export const expectedTotal = (plan: DocumentPlan): Decimal =>
  isEntryPlan(plan) ? plan.document.totalIncl : plan.expected.totalIncl

/** Facts that only the administration knows and that are not in the mirror; asked by the run, then decided anew. */
export type FactQuestion =
  | { readonly kind: 'lastTemplate'; readonly customerId: RemoteId }
  | {
      readonly kind: 'agreedPrice'
      readonly articleId: RemoteId
      readonly customerId: RemoteId | null
      readonly quantity: Decimal
    }
  | { readonly kind: 'paymentReference'; readonly reference: string }

/** Answers by `factKey(question)`. */
export type Facts = {
  readonly lastTemplates: ReadonlyMap<string, RemoteId | null>
  readonly agreedPrices: ReadonlyMap<string, Decimal | null>
  /** Order number in SnelStart that has the reference; null: none has. */
  readonly paymentReferences: ReadonlyMap<string, string | null>
}

export function factKey(question: FactQuestion): string {
  switch (question.kind) {
    case 'lastTemplate':
      return question.customerId
    case 'agreedPrice':
      return `${question.articleId}|${question.customerId ?? ''}|${question.quantity}`
    case 'paymentReference':
      return question.reference
  }
}

export type Decision<Plan = SalesOrderPlan> =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | {
      readonly kind: 'problem'
      readonly problem: Problem
      readonly steps: readonly Step[]
      readonly nearMisses: readonly NearMiss[]
      /** What would have been said on the order as well; often the cause of the problem (a VAT number left out). */
      readonly warnings: readonly Problem[]
    }
  | { readonly kind: 'skip'; readonly reason: Problem; readonly steps: readonly Step[] }
  | { readonly kind: 'ask'; readonly questions: readonly FactQuestion[] }

/** As `Decision`, for product 'bookkeeping'; it asks nothing. */
export type EntryDecision =
  | { readonly kind: 'plan'; readonly plan: SalesEntryPlan }
  | Extract<Decision, { kind: 'problem' | 'skip' }>

/** What deciding comes to in a run and in the inbox, whatever the product. */
export type Settled = Exclude<Decision, { kind: 'ask' }> | EntryDecision
