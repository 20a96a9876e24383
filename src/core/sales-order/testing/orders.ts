// Orders for the tests, written as a shopkeeper would: price, rate, quantity. Everything else is filled in from these.
import type { Choices } from '../../choices.ts'
import type { CalendarDate, CountryCode, CurrencyCode, Instant, ShopOrderId, ShopOrderNumber } from '../../ids.ts'
import {
  add,
  type Decimal,
  decimal,
  divide,
  inclOf,
  isZero,
  multiply,
  subtract,
  sum,
  toCents,
  vatOfExcl,
  zero,
} from '../../money.ts'
import type { Address, Charge, ChargeKind, OrderLine, ShopOrder } from '../../order.ts'

export type Entry = 'incl' | 'excl'

export const choices: Choices = {
  recognition: 'smart',
  customerHandling: 'add',
  defaultCustomerCode: '',
  paymentTermDays: null,
  emailInvoice: false,
  emailReminder: false,
  articleCodeField: '',
  revenueGroup: 'Hoog btw (goederen)',
  revenueGroupLow: '2',
  revenueGroupNone: 'group-none',
  articleHandling: 'add',
  salesTemplate: 'Web excl',
  lastTemplate: false,
  paymentReferenceUnique: false,
  orderDescription: 'generated',
  addresses: 'fromOrder',
  orderLines: 'full',
  recipes: 'never',
  productOptions: 'onLine',
  optionArticle: '',
  shippingArticle: 'VERZEND-high, VERZEND-low; VERZEND-none',
  discountArticle: 'KORTING-high,KORTING-low,KORTING-none',
  paymentArticle: 'BETAAL-high,BETAAL-low,BETAAL-none',
  otherCostsArticle: '',
  giftCardArticle: 'BON',
  differenceArticle: 'VERSCHIL-none,VERSCHIL-high,VERSCHIL-low',
  defaultArticle: 'STANDAARD-high,STANDAARD-low,STANDAARD-none',
  foreignReducedRate: 'higher',
  ledgerMatrix: {},
  untaxed: 'zero',
  giftCardLedger: '',
  differenceLedger: '',
  invoicePrefix: '',
  entryDescription: 'Webshop-order {ordernummer}',
  documentNumber: 'empty',
  entryTermDays: null,
  markUnread: false,
  refunds: 'creditOrder',
  cancellations: 'creditOrder',
  profileName: 'OpenCart',
}

/** `price` is the unit price in the way of the order (excl. unless the order says incl.). */
export type LineSketch = Partial<OrderLine> & {
  readonly code?: string | null
  readonly price: string
  readonly percent?: string
  readonly qty?: string
}

export type ChargeSketch = {
  readonly kind: ChargeKind
  readonly amount: string
  readonly percent?: string | null
  readonly title?: string
}

export type OrderSketch = Omit<Partial<ShopOrder>, 'lines' | 'charges'> & {
  readonly lines?: readonly LineSketch[]
  readonly charges?: readonly ChargeSketch[]
  /** Charges as a shop might tell them, instead of `charges`. */
  readonly chargesAsTold?: readonly Charge[]
  /** What the total has over lines and charges: a plug-in, say. With the rate the shop computed. */
  readonly extra?: { readonly amount: string; readonly percent: string }
}

const exclOf = (incl: Decimal, percent: Decimal): Decimal =>
  divide(multiply(incl, decimal(100)), add(decimal(100), percent))

function both(amount: string, percent: Decimal, entry: Entry): { excl: Decimal; incl: Decimal } {
  const given = decimal(amount)
  return entry === 'incl'
    ? { excl: exclOf(given, percent), incl: given }
    : { excl: given, incl: inclOf(given, percent) }
}

function lineOf(sketch: LineSketch, index: number, entry: Entry): OrderLine {
  const { code, price, percent = '21', qty = '1', ...changes } = sketch
  const [vatPercent, quantity] = [decimal(percent), decimal(qty)]
  const unit = both(price, vatPercent, entry)
  const articleCode = code === undefined ? 'MOK' : code
  return {
    id: String(index + 1),
    kind: 'article',
    articleCode,
    alternativeCodes: {},
    articleId: null,
    description: `Artikel ${articleCode ?? 'zonder code'}`,
    quantity,
    unitPriceExcl: unit.excl,
    unitPriceIncl: unit.incl,
    totalExcl: multiply(unit.excl, quantity),
    totalIncl: multiply(unit.incl, quantity),
    vatPercent,
    discountPercent: null,
    options: [],
    ...changes,
  }
}

function chargeOf({ kind, amount, percent = '21', title }: ChargeSketch, entry: Entry): Charge {
  const { excl, incl } = both(amount, decimal(percent ?? 0), entry)
  const vatPercent = percent === null ? null : decimal(percent)
  return {
    code: kind,
    kind,
    title: title ?? `Kosten ${kind}`,
    amountExcl: excl,
    amountIncl: incl,
    parts: [{ vatPercent, amountExcl: excl, vatAmount: subtract(incl, excl) }],
    vatKnown: true,
  }
}

export const address: Address = {
  company: '',
  firstName: 'Jan',
  lastName: 'de Vries',
  street: 'Dorpsstraat 12',
  street2: '',
  postcode: '1011 AB',
  city: 'Amsterdam',
  region: 'Noord-Holland',
  country: 'NL' as CountryCode,
  countryName: 'Nederland',
  customFields: {},
}

/** An order whose totals and VAT follow from its lines and charges: computed unrounded, rounded once, as shops do. */
export function orderOf(sketch: OrderSketch): ShopOrder {
  const { lines: lineSketches = [], charges: chargeSketches = [], chargesAsTold, extra, ...changes } = sketch
  const entry = sketch.priceEntry ?? 'excl'
  const lines = lineSketches.map((line, index) => lineOf(line, index, entry))
  const charges = chargesAsTold ?? chargeSketches.map((charge) => chargeOf(charge, entry))
  const extraAmount = extra ? both(extra.amount, decimal(extra.percent), entry) : { excl: zero, incl: zero }
  const totalInclUnrounded = sum([
    ...lines.map((line) => line.totalIncl),
    ...charges.map((charge) => charge.amountIncl),
    extraAmount.incl,
  ])
  const bases = new Map<Decimal, Decimal>()
  const count = (percent: Decimal, excl: Decimal) => bases.set(percent, add(bases.get(percent) ?? zero, excl))
  for (const line of lines) count(line.vatPercent ?? zero, line.totalExcl)
  for (const part of charges.flatMap((charge) => charge.parts)) count(part.vatPercent ?? zero, part.amountExcl)
  if (extra) count(decimal(extra.percent), extraAmount.excl)
  return {
    id: '1' as ShopOrderId,
    number: '1001' as ShopOrderNumber,
    status: { code: '5', text: 'Betaald', meaning: 'paid' },
    placedAt: '2026-03-02T09:15:00Z' as Instant,
    changedAt: '2026-03-02T09:15:00Z' as Instant,
    orderDate: '2026-03-02' as CalendarDate,
    currency: 'EUR' as CurrencyCode,
    paidIn: null,
    priceEntry: entry,
    shop: { storeId: '0', name: 'Voorbeeldwinkel', url: 'https://winkel.example' },
    language: 'nl',
    customer: {
      id: null,
      group: '',
      company: '',
      firstName: 'Jan',
      lastName: 'de Vries',
      email: 'jan@voorbeeld.example',
      phone: '',
      customFields: {},
      code: null,
      vatNumber: null,
      cocNumber: null,
    },
    invoiceAddress: address,
    deliveryAddress: address,
    lines,
    charges,
    vat: [...bases]
      .filter(([percent]) => !isZero(percent))
      .map(([vatPercent, baseExcl]) => ({
        vatPercent,
        baseExcl,
        vatAmount: vatOfExcl(baseExcl, vatPercent),
        title: `BTW ${vatPercent}%`,
      })),
    totalInclUnrounded,
    totalIncl: toCents(totalInclUnrounded),
    payment: { code: 'ideal', method: 'iDEAL', reference: null, paidAmount: null },
    shipping: { code: '', method: '' },
    remarks: '',
    invoiceNumber: null,
    creditOf: null,
    readingNotes: [],
    ...changes,
  }
}
