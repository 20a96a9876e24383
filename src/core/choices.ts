// The choices that deciding depends on, as the core knows them. The settings (src/settings) are checked against these
// types by the compiler where a run hands them over; the core itself knows no schema library.

export type CustomerChoices = {
  readonly recognition: 'code' | 'email' | 'codeOrEmail' | 'emailAndPostcode' | 'codeOrEmailAndPostcode' | 'smart'
  readonly customerHandling: 'add' | 'addAndUpdate' | 'manual'
  readonly defaultCustomerCode: string
  readonly paymentTermDays: number | null
  readonly emailInvoice: boolean
  readonly emailReminder: boolean
}

export type ArticleChoices = {
  /** '' = the article code itself; else the name of a custom field. */
  readonly articleCodeField: string
  /** Revenue groups by id, number or name. */
  readonly revenueGroup: string
  readonly revenueGroupLow: string
  readonly revenueGroupNone: string
  readonly articleHandling: 'add' | 'addAndUpdate' | 'manual'
}

export type SalesChoices = {
  /** By id or name. */
  readonly salesTemplate: string
  readonly lastTemplate: boolean
  readonly paymentReferenceUnique: boolean
  readonly orderDescription: 'generated' | 'empty' | 'shopName' | 'orderNumber'
  readonly addresses: 'fromOrder' | 'fromCustomer'
  readonly orderLines: 'full' | 'codeAndQuantity' | 'ownDescription'
  readonly recipes: 'never' | 'always' | 'choiceOrAlways' | 'expand'
  readonly productOptions: 'ignore' | 'onLine' | 'separateLine'
  readonly optionArticle: string
  /** Article codes separated by commas, or 'costtype1' / 'costtype2' (also 'kostensoort1'). */
  readonly shippingArticle: string
  readonly discountArticle: string
  readonly paymentArticle: string
  readonly otherCostsArticle: string
  readonly giftCardArticle: string
  readonly differenceArticle: string
  readonly defaultArticle: string
  /** Which reduced rate of another EU country an article of the low Dutch rate gets (one-stop shop). */
  readonly foreignReducedRate: 'higher' | 'lower'
}

/** BEY-3: what is done with money given back, and with an order that is cancelled after it was made. */
export type CreditChoice = 'ignore' | 'message' | 'creditOrder'
export type CreditChoices = { readonly refunds: CreditChoice; readonly cancellations: CreditChoice }

export type BookkeepingChoices = {
  /** FIN-2; ledger account by number or id, per cell such as 'turnover.high.nl'. */
  readonly ledgerMatrix: Readonly<Record<string, string>>
  /** What a sale without VAT is in the Netherlands and for consumers in the EU. */
  readonly untaxed: 'zero' | 'exempt'
  /** Ledger accounts by number or id; '' = none. */
  readonly giftCardLedger: string
  readonly differenceLedger: string
  readonly invoicePrefix: string
  /** With places such as {ordernummer}. */
  readonly entryDescription: string
  readonly documentNumber: 'empty' | 'orderNumber' | 'paymentReference' | 'shopInvoice'
  /** null: as on the customer card. */
  readonly entryTermDays: number | null
  readonly markUnread: boolean
}

export type Choices = BookkeepingChoices &
  CreditChoices &
  CustomerChoices &
  ArticleChoices &
  SalesChoices & {
    /** SALE-3: name of the shop kind, or the profile's own description where there are several profiles. */
    readonly profileName: string
  }
