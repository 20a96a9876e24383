// The one shape of an order that every shop is translated into and everything behind it works on. Plain JSON: it is
// stored in the inbox as it is. Amounts are in the shop's own currency, exact, with a name that says incl. or excl. VAT.
import type {
  CalendarDate,
  CountryCode,
  CurrencyCode,
  CustomerCode,
  Instant,
  ShopOrderId,
  ShopOrderNumber,
} from './ids.ts'
import type { Decimal } from './money.ts'

/** What a status means for us, whatever the shop calls it. `unknown`: the shop does not tell. */
export type StatusMeaning =
  | 'unfinished'
  | 'unpaid'
  | 'paid'
  | 'processing'
  | 'shipped'
  | 'complete'
  | 'cancelled'
  | 'refunded'
  | 'unknown'

export type OrderStatus = {
  /** The shop's own key of the status. */
  readonly code: string
  /** As the shop shows it, in the language of the order. */
  readonly text: string
  readonly meaning: StatusMeaning
}

export type Address = {
  readonly company: string
  readonly firstName: string
  readonly lastName: string
  /** Street with house number and addition where the shop has them together; every line that the customer filled in. */
  readonly street: string
  readonly street2: string
  readonly postcode: string
  readonly city: string
  /** Province or zone as the shop names it. */
  readonly region: string
  /** null: the shop gave no country that could be recognised; `countryName` holds what it gave. */
  readonly country: CountryCode | null
  readonly countryName: string
  /** The address's own custom fields by the name the shop shows. */
  readonly customFields: CustomFields
}

/** Custom field name (as the shop shows it) to its value or values. */
export type CustomFields = Readonly<Record<string, string | readonly string[]>>

export type ShopCustomer = {
  /** The shop's key of the account; null for a guest. */
  readonly id: string | null
  readonly group: string
  readonly company: string
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly phone: string
  readonly customFields: CustomFields
  /** SHOP-8: found in a field named klantcode, klantnr, … ; null: no such field, or empty. */
  readonly code: CustomerCode | null
  readonly vatNumber: string | null
  readonly cocNumber: string | null
}

export type LineOption = {
  readonly name: string
  readonly value: string
  /** The shop's kind of option ('select', 'text', 'file' …). */
  readonly kind: string
  /** The option's own part of the line's unit price where the shop tells it; null: unknown, or inside the price. */
  readonly unitPriceExcl: Decimal | null
}

export type OrderLine = {
  /** The shop's key of the line, unique in the order. */
  readonly id: string
  readonly kind: 'article' | 'giftCardSold'
  /** Codes the shop knows, in the shop's preference; null: none. SKU first where the manual says so. */
  readonly articleCode: string | null
  readonly alternativeCodes: Readonly<Partial<Record<'model' | 'sku' | 'ean' | 'isbn' | 'upc' | 'mpn' | 'jan', string>>>
  readonly articleId: string | null
  readonly description: string
  readonly quantity: Decimal
  /** Unrounded, after line discounts, options included. */
  readonly unitPriceExcl: Decimal
  readonly unitPriceIncl: Decimal
  /** Line totals, unrounded: quantity × unit price unless the shop says otherwise. */
  readonly totalExcl: Decimal
  readonly totalIncl: Decimal
  /** null: cannot be read from the shop's figures (price 0, or a tax that fits no known rate). */
  readonly vatPercent: Decimal | null
  readonly discountPercent: Decimal | null
  readonly options: readonly LineOption[]
}

/** shipping, payment, discount: the manuals' three. fee: order costs, small-order and other costs. fixedTax: a tax by the piece
 *  (removal contribution). giftCard: gift voucher or store credit used, a payment after VAT. rounding: the shop's own rounding row. */
export type ChargeKind = 'shipping' | 'payment' | 'discount' | 'wrapping' | 'fee' | 'fixedTax' | 'giftCard' | 'rounding'

export type ChargePart = {
  /** null: no rate applies or could be found (see `Charge.vatKnown`). */
  readonly vatPercent: Decimal | null
  readonly amountExcl: Decimal
  readonly vatAmount: Decimal
}

export type Charge = {
  /** The shop's own code of the row ('shipping', 'cod_fee'); unique together with the index. */
  readonly code: string
  readonly kind: ChargeKind
  readonly title: string
  readonly amountExcl: Decimal
  readonly amountIncl: Decimal
  /** Split over rates; one part where one rate applies. Sums to amountExcl / amountIncl. */
  readonly parts: readonly ChargePart[]
  /** false: the rates of the parts are a guess that the figures allow but do not prove. */
  readonly vatKnown: boolean
}

/** VAT as the shop computed it, one entry per rate; unrounded. */
export type VatAmount = {
  readonly vatPercent: Decimal
  readonly baseExcl: Decimal
  readonly vatAmount: Decimal
  readonly title: string
}

export type ShopOrder = {
  readonly id: ShopOrderId
  readonly number: ShopOrderNumber
  readonly status: OrderStatus
  readonly placedAt: Instant
  readonly changedAt: Instant
  /** The calendar day of placing, in the shop's zone. */
  readonly orderDate: CalendarDate
  /** Currency of every amount in this order. */
  readonly currency: CurrencyCode
  /** What the customer paid in, where that differs. */
  readonly paidIn: { readonly currency: CurrencyCode; readonly rate: Decimal; readonly total: Decimal } | null
  /** How the shop computes and shows its prices (SALE-1). */
  readonly priceEntry: 'incl' | 'excl'
  readonly shop: { readonly storeId: string; readonly name: string; readonly url: string }
  readonly language: string
  readonly customer: ShopCustomer
  /** null: the order has none (digital goods); never invented. */
  readonly invoiceAddress: Address | null
  readonly deliveryAddress: Address | null
  readonly lines: readonly OrderLine[]
  readonly charges: readonly Charge[]
  readonly vat: readonly VatAmount[]
  /** As the shop stores it, unrounded (43.5117). */
  readonly totalInclUnrounded: Decimal
  /** What the customer saw and paid: rounded to the cent. The truth everything is reconciled with. */
  readonly totalIncl: Decimal
  readonly payment: {
    readonly code: string
    readonly method: string
    readonly reference: string | null
    readonly paidAmount: Decimal | null
  }
  readonly shipping: { readonly code: string; readonly method: string }
  readonly remarks: string
  readonly invoiceNumber: string | null
  /** The order that this one gives money back of, in whole or in part; quantities and amounts are then negative. */
  readonly creditOf: ShopOrderId | null
  /** true: its status is not imported (any more); given only because the order was read before. */
  readonly withdrawn?: true
  /** What reading had to decide or could not know; shown with the order. */
  readonly readingNotes: readonly ReadingNote[]
}

export type ReadingNote = { readonly code: string; readonly data: Readonly<Record<string, string>> }

export type Reconciliation =
  | { readonly fits: true }
  /** `difference` = totalIncl − (lines + charges), both unrounded before the last step; to the cent. */
  | { readonly fits: false; readonly difference: Decimal }
