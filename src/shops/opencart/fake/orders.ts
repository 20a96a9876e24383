// Invented orders in the shape that the bridge sends, with figures as the shop itself computes them (reference/opencart.md, 4).
import {
  add,
  type Decimal,
  decimal,
  isZero,
  multiply,
  negate,
  roundTo,
  sum,
  toFixed,
  vatOfExcl,
  zero,
} from '../../../core/money.ts'
import type { OrderRaw, Row } from '../wire.ts'
import { articleAt, countryIdOf, customFields, type FakeArticle, rates } from './catalogue.ts'

export type FakePerson = {
  /** 0: a guest. */
  readonly customerId: number
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly company?: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly country: 'NL' | 'BE' | 'DE' | 'GB'
  readonly code?: string
  readonly vatNumber?: string
  /** A business in the EU without VAT. */
  readonly withoutVat?: true
}

export type FakeOrder = {
  readonly id: number
  /** Wall time of the shop. */
  readonly added: string
  readonly changed?: string
  readonly statusId?: string
  readonly person: FakePerson
  readonly lines: readonly {
    /** Number of the article in the catalogue. */
    readonly article: number
    readonly quantity: number
    readonly options?: readonly (readonly [string, string])[]
  }[]
  readonly shippingExcl?: string
  readonly paymentFeeExcl?: string
  /** Percentage off the lines. */
  readonly couponPercent?: string
  /** Gift voucher used, a payment. */
  readonly giftCardUsed?: string
  /** Added to the stored total only, so that the rows no longer add up. */
  readonly unexplained?: string
  readonly currency?: { readonly code: string; readonly rate: string }
  readonly comment?: string
}

const four = (amount: Decimal): string => toFixed(roundTo(amount, 4), 4)

type Priced = { article: FakeArticle; quantity: number; price: Decimal; rate: Decimal }

/** The order as the bridge sends it. */
export function toFakeRaw(order: FakeOrder): OrderRaw {
  const lines = order.lines.map(({ article, quantity }) => priced(articleAt(article), quantity, order.person))
  const totals = toTotals(order, lines)
  const total = add(sum(totals.map((row) => decimal(row['value'] ?? '0'))), decimal(order.unexplained ?? '0'))
  const optionRow = (line: number, [name, value]: readonly [string, string]): Row => ({
    order_product_id: `${order.id}${line}`,
    product_option_id: '0',
    product_option_value_id: '0',
    name: escapeText(name),
    value: escapeText(value),
    type: 'select',
    upload_name: null,
  })
  return {
    order: toOrderRow(order, four(total)),
    changed: order.changed ?? order.added,
    complete: true,
    products: lines.map((line, index) => toProduct(order.id, line, index)),
    options: order.lines.flatMap((line, index) => (line.options ?? []).map((option) => optionRow(index, option))),
    totals: [...totals, { code: 'total', title: 'Totaal', value: four(total), sort_order: '9' }],
    vouchers: [],
    first_history: null,
    customer: null,
    country: { payment_iso2: order.person.country, shipping_iso2: order.person.country },
    previous_added: null,
  }
}

function priced(article: FakeArticle, quantity: number, person: FakePerson): Priced {
  return { article, quantity, price: decimal(article.priceExcl), rate: rateOf(person, article.taxClass) }
}

const rateOf = (person: FakePerson, taxClass: 'high' | 'low'): Decimal =>
  person.withoutVat === true ? zero : decimal(rates[person.country]?.[taxClass] ?? '0')

const toProduct = (orderId: number, { article, quantity, price, rate }: Priced, index: number) => ({
  order_product_id: `${orderId}${index}`,
  product_id: String(article.id),
  name: escapeText(article.name),
  model: article.model,
  quantity: String(quantity),
  price: four(price),
  total: four(multiply(price, decimal(quantity))),
  tax: four(vatOfExcl(price, rate)),
  product: { product_id: String(article.id), model: article.model, sku: article.sku },
  codes: [],
  variants: [],
})

function toTotals(order: FakeOrder, lines: readonly Priced[]): Row[] {
  const goods = lines.map(({ price, quantity, rate }) => ({ rate, excl: multiply(price, decimal(quantity)) }))
  const off = decimal(order.couponPercent ?? '0')
  const discounts = goods.map(({ rate, excl }) => ({ rate, excl: negate(vatOfExcl(excl, off)) }))
  const high = rateOf(order.person, 'high')
  const costs = [
    { code: 'shipping', title: 'Verzendkosten', excl: decimal(order.shippingExcl ?? '0') },
    { code: 'cod_fee', title: 'Rembourskosten', excl: decimal(order.paymentFeeExcl ?? '0') },
  ].filter(({ code, excl }) => code === 'shipping' || !isZero(excl))
  const row = (code: string, title: string, value: Decimal, place: number): Row => ({
    code,
    title,
    value: four(value),
    sort_order: String(place),
  })
  const taxed = [...goods, ...discounts, ...costs.map(({ excl }) => ({ rate: high, excl }))]
  return [
    row('sub_total', 'Subtotaal', sum(goods.map(({ excl }) => excl)), 1),
    ...costs.map(({ code, title, excl }) => row(code, title, excl, 3)),
    ...(isZero(off) ? [] : [row('coupon', 'Korting (ZOMER)', sum(discounts.map(({ excl }) => excl)), 4)]),
    ...toTaxRows(order.person, taxed).map(([title, value]) => row('tax', title, value, 5)),
    ...(order.giftCardUsed === undefined ? [] : [row('voucher', 'Cadeaubon', negate(decimal(order.giftCardUsed)), 8)]),
  ]
}

function toTaxRows(
  person: FakePerson,
  taxed: readonly { rate: Decimal; excl: Decimal }[],
): (readonly [string, Decimal])[] {
  const found = [...new Set(taxed.map(({ rate }) => rate))].filter((rate) => !isZero(rate))
  return found.map((rate) => {
    const vat = taxed.filter((part) => part.rate === rate).map(({ excl }) => vatOfExcl(excl, rate))
    return [`${rates[person.country]?.name} ${rate}%`, sum(vat)] as const
  })
}

function toOrderRow(order: FakeOrder, total: string): Row {
  const { person } = order
  const fields = { [customFields.code]: person.code, [customFields.vat]: person.vatNumber }
  const side = (name: string): Row => ({
    [`${name}_firstname`]: escapeText(person.firstName),
    [`${name}_lastname`]: escapeText(person.lastName),
    [`${name}_company`]: escapeText(person.company ?? ''),
    [`${name}_address_1`]: escapeText(person.street),
    [`${name}_address_2`]: '',
    [`${name}_postcode`]: person.postcode,
    [`${name}_city`]: escapeText(person.city),
    [`${name}_zone`]: '',
    [`${name}_country`]: person.country,
    [`${name}_country_id`]: countryIdOf(person.country),
    [`${name}_zone_id`]: '0',
    [`${name}_custom_field`]: '[]',
  })
  return {
    order_id: String(order.id),
    invoice_no: '0',
    store_id: '0',
    store_name: 'Voorbeeldwinkel',
    store_url: '',
    customer_id: String(person.customerId),
    customer_group_id: person.withoutVat === true ? '2' : '1',
    firstname: escapeText(person.firstName),
    lastname: escapeText(person.lastName),
    email: person.email,
    telephone: '0612345678',
    custom_field: JSON.stringify(fields),
    ...side('payment'),
    ...side('shipping'),
    payment_method: 'Bankoverschrijving',
    payment_code: 'bank_transfer',
    shipping_method: 'Verzendkosten',
    shipping_code: 'flat.flat',
    comment: escapeText(order.comment ?? ''),
    total,
    order_status_id: order.statusId ?? '2',
    language_id: '1',
    currency_code: order.currency?.code ?? 'EUR',
    currency_value: order.currency?.rate ?? '1.00000000',
    date_added: order.added,
    date_modified: order.changed ?? order.added,
  }
}

/** As the shop stores text. */
const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** Customer n of an endless town. */
export const personAt = (n: number): FakePerson => ({
  customerId: n,
  firstName: ['Jan', 'Sanne', 'Pieter', 'Fatima', 'Kees', 'Noor'][n % 6] ?? 'Jan',
  lastName: `Klant-${n}`,
  email: `klant${n}@voorbeeld.example`,
  street: `Dorpsstraat ${n}`,
  postcode: `${1000 + (n % 9000)} AB`,
  city: 'Amsterdam',
  country: 'NL',
})

/** Order n, always the same: an article or two, shipping, one a minute. `customer` and `article` choose by number. */
export function generateOrder(
  n: number,
  { customer = (index: number) => index, article = (index: number) => index % 500 } = {},
): FakeOrder {
  const added = new Date(Date.UTC(2026, 0, 5, 8, n)).toISOString().slice(0, 19).replace('T', ' ')
  const lines = Array.from({ length: (n % 2) + 1 }, (_, index) => ({
    article: article(n + index),
    quantity: (n % 3) + 1,
  }))
  return { id: n, added, person: personAt(customer(n)), lines, shippingExcl: '4.9587' }
}
