// What is known of an administration, in the core's own words: the data that deciding works on and that the mirror keeps.
// Every accounting adapter translates into these. Plain JSON; amounts are exact decimals.
import type { ArticleCode, CalendarDate, CountryCode, CustomerCode, Instant, RemoteId } from './ids.ts'
import type { Decimal } from './money.ts'

/** SnelStart's four VAT kinds; `other` has a free rate. */
export type VatKind = 'none' | 'low' | 'high' | 'other'

export type PostalAddress = {
  readonly contact: string
  /** Street with house number. */
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly country: CountryCode | null
  /** A name on the address; only where the accounting side has such a field (capability `deliveryName`). */
  readonly name?: string
}

export type EmailGroup = { readonly send: boolean; readonly to: string; readonly cc: string }

/** A relation that is a customer (klant). */
export type Customer = {
  readonly id: RemoteId
  readonly code: CustomerCode
  readonly name: string
  readonly inactive: boolean
  readonly establishment: PostalAddress
  readonly correspondence: PostalAddress
  /** Main address; several divided by ';'. */
  readonly email: string
  readonly invoiceEmail: EmailGroup
  readonly quotationEmail: EmailGroup
  readonly confirmationEmail: EmailGroup
  readonly reminderEmail: EmailGroup
  readonly phone: string
  readonly mobile: string
  readonly vatNumber: string
  readonly cocNumber: string
  readonly paymentTermDays: number | null
  readonly modifiedAt: string | null
}

/** What a new customer is made with, and what an update may change. */
export type CustomerFields = {
  readonly name: string
  readonly establishment: PostalAddress
  readonly correspondence: PostalAddress | null
  readonly email: string
  readonly phone: string
  readonly mobile: string
  readonly vatNumber: string
  readonly cocNumber: string
  readonly paymentTermDays: number | null
  readonly emailInvoice: boolean
  readonly emailReminder: boolean
}

export type Article = {
  readonly id: RemoteId
  readonly code: ArticleCode
  readonly description: string
  readonly revenueGroupId: RemoteId | null
  readonly salesPrice: Decimal | null
  readonly unit: string
  readonly inactive: boolean
  readonly stockControlled: boolean
  readonly physicalStock: Decimal | null
  readonly freeStock: Decimal | null
  readonly customFields: Readonly<Record<string, string>>
  /** 'none': no recipe. 'content': a recipe whose place mode is not known (online). */
  readonly recipeMode: 'none' | 'content' | 'never' | 'choice' | 'always'
  readonly components: readonly {
    readonly articleId: RemoteId
    readonly code: ArticleCode
    readonly quantity: Decimal
  }[]
  readonly modifiedAt: string | null
}

export type ArticleFields = {
  readonly code: ArticleCode
  readonly description: string
  readonly revenueGroupId: RemoteId
  /** In the administration's own way (company.articlePricesExclVat). */
  readonly salesPrice: Decimal | null
  /** Filled where the shop's code belongs in another field (ART-1). */
  readonly customField: { readonly name: string; readonly value: string } | null
}

export type SalesTemplate = {
  readonly id: RemoteId
  readonly name: string
  readonly pricesExclVat: boolean
  readonly inactive: boolean
  /** VAT of the cost types in its footer; absent, or without one: not told. */
  readonly costTypeVat?: Readonly<Partial<Record<1 | 2, VatKind>>>
}

export type RevenueGroup = {
  readonly id: RemoteId
  readonly number: string
  readonly name: string
  readonly vatKind: VatKind
}

export type LedgerAccount = {
  readonly id: RemoteId
  readonly number: string
  readonly name: string
  /** The accounting side's function name, as sent (VerkopenOmzetHoog …). */
  readonly ledgerFunction: string
  readonly vatKinds: readonly VatKind[]
  readonly costCentreRequired: boolean
  readonly inactive: boolean
  readonly vatRateCode: string | null
}

/** Dutch VAT rates with their dates; `from` and `to` inclusive. */
export type VatRate = {
  readonly kind: VatKind
  readonly percent: Decimal
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** Rates of another EU country, for the one-stop shop. */
export type ForeignVatRate = {
  readonly country: CountryCode
  readonly rateCode: string
  readonly percent: Decimal
  readonly from: CalendarDate
}

export type Country = { readonly id: RemoteId; readonly code: CountryCode; readonly name: string }

export type Company = {
  readonly administrationId: RemoteId
  readonly administrationName: string
  readonly articleCodeNumeric: boolean
  readonly articleCodeMaxLength: number
  /** Whether an article's own price is excl. VAT. */
  readonly articlePricesExclVat: boolean
  readonly priceDecimals: number
  readonly quantityDecimals: number
  /** One-stop shop: foreign VAT is invoiced, in these ranges (inclusive). */
  readonly foreignVat: boolean
  readonly foreignVatRanges: readonly { readonly from: CalendarDate; readonly to: CalendarDate }[]
  /** Account on which foreign VAT is booked in a sales entry; absent: not told. */
  readonly foreignVatLedgerId?: RemoteId | null
  readonly smallBusinessScheme: boolean
  /** From which document on an order takes stock; absent: not told. 'all': also an order without print (STOCK-2). */
  readonly stockCountLevel?: StockCountLevel
}

export type StockCountLevel =
  | 'all'
  | 'quotation'
  | 'backOrder'
  | 'confirmation'
  | 'workOrder'
  | 'packingSlip'
  | 'invoice'

/** Everything that is listed rather than searched: small, kept in memory whole. */
export type AdministrationLists = {
  readonly company: Company
  readonly templates: readonly SalesTemplate[]
  readonly revenueGroups: readonly RevenueGroup[]
  readonly ledgerAccounts: readonly LedgerAccount[]
  readonly vatRates: readonly VatRate[]
  readonly foreignVatRates: readonly ForeignVatRate[]
  readonly countries: readonly Country[]
}

/** What the kind of administration can do (design 2); where it cannot, `reasons` says why, for the form and for problems. */
export type AccountingCapabilities = {
  readonly costTypes: boolean
  /** 'content': recipes can be read but not their place mode, so expanding is all or nothing. */
  readonly recipeModes: 'all' | 'content' | 'none'
  readonly deliveryName: boolean
  readonly priceFromAccounting: boolean
  readonly markUnread: boolean
  readonly textLines: boolean
  readonly ledger: boolean
}

/** A sales order as read back; enough to recognise one of ours. */
export type SalesOrderSummary = {
  readonly id: RemoteId
  readonly number: string
  readonly customerId: RemoteId
  readonly paymentReference: string
  readonly date: CalendarDate
  readonly totalIncl: Decimal
  /** The accounting side keeps no total: it was computed from the lines, and does not tell one order from another. */
  readonly totalComputed?: true
  readonly templateId: RemoteId | null
  readonly modifiedAt: string | null
}

/** A sales order as it is to be written. Prices are incl. or excl. VAT as `priceEntry` says. */
export type SalesOrderDocument = {
  readonly templateId: RemoteId
  readonly date: CalendarDate
  readonly description: string
  readonly paymentReference: string
  readonly memo: string
  readonly priceEntry: 'incl' | 'excl'
  /** null: SnelStart takes it from the customer card. */
  readonly invoiceAddress: PostalAddress | null
  readonly deliveryAddress: PostalAddress | null
  readonly lines: readonly SalesOrderLine[]
  /** Order footer, only with capability `costTypes`. */
  readonly costType1: Decimal | null
  readonly costType2: Decimal | null
}

export type SalesOrderLine = {
  readonly articleCode: ArticleCode
  /** '' = SnelStart's own description. */
  readonly description: string
  readonly quantity: Decimal
  readonly unitPrice: Decimal
  /** What it stands for, for explaining and for comparing; not sent. */
  readonly origin: { readonly kind: 'line' | 'option' | 'component' | 'charge' | 'difference'; readonly ref: string }
  readonly vatKind: VatKind
  readonly vatPercent: Decimal
  /** `unitPrice` is SnelStart's own for this customer (SALE-5): where it fills in prices itself, it may do so here. */
  readonly ownPrice?: true
  /** Words alone, only with capability `textLines`: no article (code ''), quantity and price 0. */
  readonly text?: true
}

export type WrittenOrder = {
  readonly id: RemoteId
  readonly number: string
  readonly totalIncl: Decimal
  readonly totalExcl: Decimal | null
  readonly at: Instant | null
}

/** The VAT rows of a sales entry, in the accounting side's own kinds; `reversed` = verlegd (amount 0). */
export type EntryVatKind = 'low' | 'high' | 'other' | 'reversed'

export type SalesEntryLine = {
  readonly ledgerId: RemoteId
  readonly description: string
  /** Excl. VAT, in cents precise, never 0. */
  readonly amountExcl: Decimal
  readonly vatKind: VatKind
  /** What it stands for, for explaining; not sent. */
  readonly origin: { readonly kind: string; readonly ref: string }
}

/** A sales entry (verkoopboeking) as it is to be written. `lines` and `vat` add up to `totalIncl`, to the cent. */
export type SalesEntryDocument = {
  /** Unique in the administration; its marker. */
  readonly invoiceNumber: string
  readonly date: CalendarDate
  readonly description: string
  /** Boekstuk; '' = none. */
  readonly documentNumber: string
  /** null: as on the customer card. */
  readonly paymentTermDays: number | null
  /** FIN-3, only with capability `markUnread`. */
  readonly markUnread: boolean
  readonly totalIncl: Decimal
  readonly lines: readonly SalesEntryLine[]
  readonly vat: readonly { readonly kind: EntryVatKind; readonly amount: Decimal }[]
}

/** A sales entry as read back; enough to tell whose it is. */
export type SalesEntrySummary = {
  readonly id: RemoteId
  readonly invoiceNumber: string
  readonly customerId: RemoteId
  readonly date: CalendarDate
  readonly totalIncl: Decimal
}

/** What an open sales order still takes from stock (STOCK-2). */
export type OpenOrder = {
  readonly id: RemoteId
  readonly number: string
  readonly paymentReference: string
  readonly templateId: RemoteId | null
  readonly date: CalendarDate
  /** No document of it was printed or sent yet. */
  readonly withoutPrint: boolean
  /** The furthest document that was made of it, 'all': none; absent: not told. */
  readonly reached?: StockCountLevel
  readonly lines: readonly { readonly articleId: RemoteId; readonly quantity: Decimal }[]
}

/** An article whose stock the administration keeps, as it is now. */
export type ArticleStock = { readonly id: RemoteId; readonly freeStock: Decimal }
