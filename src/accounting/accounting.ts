// The interface that every kind of administration is reached through. Reading fills the mirror; writing is one call per
// step, and every step can be looked up again by its marker (design 3).
import type { z } from 'zod'
import type {
  AccountingCapabilities,
  AdministrationLists,
  Article,
  ArticleFields,
  ArticleStock,
  Customer,
  CustomerFields,
  OpenOrder,
  PostalAddress,
  SalesEntryDocument,
  SalesEntrySummary,
  SalesOrderDocument,
  SalesOrderSummary,
  WrittenOrder,
} from '../core/administration.ts'
import type { ArticleCode, CalendarDate, CustomerCode, RemoteId } from '../core/ids.ts'
import type { Decimal } from '../core/money.ts'
import type { FailureCatalogue } from '../core/problem.ts'
import type { TestLeg } from '../core/test-leg.ts'
import type { Text } from '../core/text.ts'
import type { Fields, OfferedList } from '../settings/field.ts'

export type { OfferedList } from '../settings/field.ts'

/** `changedSince`: the remote's own change mark (the highest `modifiedAt` seen, less an overlap), opaque; null: everything. */
export type ChangedSince = string | null

export type AccountingConnection = {
  readonly capabilities: AccountingCapabilities
  /** Why a capability is missing, by its name; for the form and the problems. */
  readonly missing: Readonly<Partial<Record<keyof AccountingCapabilities, Text>>>

  readonly readLists: (signal: AbortSignal) => Promise<AdministrationLists>
  /** What the mirror kept of an earlier `readLists`, so that a fresh connection spends no call on it. May be called again. */
  readonly useLists: (lists: Pick<AdministrationLists, 'countries'> & Partial<AdministrationLists>) => void
  /** In pages, in no promised order; relations that are no customers are left out but inactive ones are given. */
  readonly readCustomers: (changedSince: ChangedSince, signal: AbortSignal) => AsyncIterable<readonly Customer[]>
  readonly readArticles: (changedSince: ChangedSince, signal: AbortSignal) => AsyncIterable<readonly Article[]>

  /** Fresh from the remote: any customer with this code or (where given) this e-mail in any field. One call. */
  readonly findCustomers: (
    by: { code: CustomerCode | null; email: string | null },
    signal: AbortSignal,
  ) => Promise<readonly Customer[]>
  readonly findArticle: (code: ArticleCode, signal: AbortSignal) => Promise<Article | null>
  /** Orders with this payment reference, however old the remote still lists them; compared again locally. */
  readonly findSalesOrders: (paymentReference: string, signal: AbortSignal) => Promise<readonly SalesOrderSummary[]>
  /** For an unknown write: orders of this customer or changed since, where the filter by reference cannot be trusted. */
  readonly findSalesOrdersOfCustomer: (
    customerId: RemoteId,
    signal: AbortSignal,
  ) => Promise<readonly SalesOrderSummary[]>
  /** SALE-1 'Laatste overnemen': template of the customer's newest order; null: none. */
  readonly findLastTemplate: (customerId: RemoteId, signal: AbortSignal) => Promise<RemoteId | null>
  /** The price for this customer with agreements, in the way of the article file (company.articlePricesExclVat); null: none known. */
  readonly readAgreedPrice: (
    ask: { articleId: RemoteId; customerId: RemoteId | null; quantity: Decimal; date: CalendarDate },
    signal: AbortSignal,
  ) => Promise<Decimal | null>

  /** For all that writes: `signal` ends the waiting for a turn (then nothing was sent: its reason, or ConnectionFailed with `sent`
   *  false); a call that was sent is never cut off, because that would leave doubt. */
  /** Throws Refused (nothing written; reasons with the remote's codes), ConnectionFailed (`sent` tells whether there is doubt). */
  readonly createCustomer: (code: CustomerCode, fields: CustomerFields, signal: AbortSignal) => Promise<Customer>
  /** Changes only the given fields; everything else of the record is kept (read, change, write back). */
  readonly updateCustomer: (id: RemoteId, changes: Partial<CustomerFields>, signal: AbortSignal) => Promise<Customer>
  readonly createArticle: (fields: ArticleFields, signal: AbortSignal) => Promise<Article>
  readonly updateArticle: (
    id: RemoteId,
    changes: Partial<Pick<ArticleFields, 'description' | 'salesPrice'>>,
    signal: AbortSignal,
  ) => Promise<Article>
  /** Sales orders that are not fully dealt with, printed or not, with their lines, in pages (STOCK-2). No quotations. */
  readonly readOpenOrders: (signal: AbortSignal) => AsyncIterable<readonly OpenOrder[]>
  /** Free stock of every active article whose stock is kept, fresh from the remote, in pages. */
  readonly readStock: (signal: AbortSignal) => AsyncIterable<readonly ArticleStock[]>
  /** Makes a sales entry. Refused with 'BOE-0021' where the invoice number is there already. */
  readonly createSalesEntry: (
    customerId: RemoteId,
    document: SalesEntryDocument,
    signal: AbortSignal,
  ) => Promise<WrittenOrder>
  /** The sales entry with this invoice number, whosever it is; null: there is none. */
  readonly findSalesEntry: (
    by: { readonly invoiceNumber: string; readonly customerId: RemoteId | null },
    signal: AbortSignal,
  ) => Promise<SalesEntrySummary | null>
  readonly createSalesOrder: (
    customerId: RemoteId,
    document: SalesOrderDocument,
    articleIds: ReadonlyMap<ArticleCode, RemoteId>,
    signal: AbortSignal,
  ) => Promise<WrittenOrder>
  /** Only where an order is written in more than one step: what comes after the first, for an order that was found back. Safe to
   *  repeat; throws as what writes does. */
  readonly completeSalesOrder?: (
    id: RemoteId,
    rest: { readonly deliveryAddress: PostalAddress },
    signal: AbortSignal,
  ) => Promise<void>

  /** SNEL-6, leg by leg. Never throws for what the remote does wrong. */
  readonly test: (signal: AbortSignal) => AsyncIterable<TestLeg>
  /** How many calls were made, and how often and how long the limiter has made us wait; for the status line and measures. */
  readonly waits: () => {
    readonly calls: number
    readonly count: number
    readonly waitedMs: number
    readonly waitingUntilMs: number | null
  }
  readonly close: () => Promise<void>
}

export type AccountingEnvironment = {
  readonly clock: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly log: (level: 'normal' | 'extended', code: string, data: Readonly<Record<string, string>>) => void
}

/** `note`: why there is nothing, or not all, and what to do; null where nothing need be said. */
export type Offer = { readonly options: readonly string[]; readonly note: Text | null }

export type AccountingKind<Shape extends Fields = Fields> = {
  readonly kind: string
  readonly title: Text
  /** By what a person knows that this is theirs (SNEL-1), in a sentence. */
  readonly help?: Text
  readonly settings: Shape
  /** Texts for every code that this adapter throws or gives as a reason. */
  readonly messages: FailureCatalogue
  /** `settings` as the kind's own schema checked them. A method, so that kinds with different settings fit one list. */
  connect(settings: z.infer<z.ZodObject<Shape>>, environment: AccountingEnvironment): Promise<AccountingConnection>
  /** What a field can be filled with, looked for with what was typed so far: any of `settings` may still be empty. Never throws for
   *  what the outside does; ends at once when `signal` does. Kinds without a field that asks for `list` have none. */
  offer?(
    list: OfferedList,
    settings: z.infer<z.ZodObject<Shape>>,
    environment: AccountingEnvironment,
    signal: AbortSignal,
  ): Promise<Offer>
  /** What cannot be done on this machine, said before anything is tried; null: nothing. */
  obstacle?(): Text | null
}

export const defineAccounting = <const Shape extends Fields>(
  accounting: AccountingKind<Shape>,
): AccountingKind<Shape> => accounting
