// Invented orders in the shape that the interface sends, with figures as the shop makes them: incl. VAT to the cent, excl. to
// six decimals, costs spread over the rates in the order (reference/mijnwebwinkel.md, 4).
import {
  type Decimal,
  decimal,
  equals,
  isZero,
  multiply,
  negate,
  roundTo,
  subtract,
  sum,
  toCents,
  toFixed,
  vatOfIncl,
  zero,
} from '../../../core/money.ts'
import { articleOf } from './articles.ts'
import { type FakePerson, jan, people } from './people.ts'

export type FakeLine = {
  readonly sku: string
  readonly quantity: number
  /** 'Kleur: Rood'. */
  readonly options?: readonly string[]
}

export type FakeOrder = {
  readonly number: number
  /** Wall time of the shop: 'YYYY-MM-DD HH:MM:SS'. */
  readonly placed: string
  readonly changed?: string
  readonly status?: number
  readonly person: FakePerson
  readonly delivery?: FakePerson
  readonly lines: readonly FakeLine[]
  /** Incl. VAT; spread over the rates. */
  readonly shipping?: string
  /** Incl. VAT at 21 %, one object. */
  readonly payment?: string
  /** Percentage off the articles, as a list of negative amounts. */
  readonly discountPercent?: string
  readonly strategy?: 'zero_percent' | 'reverse_charged_vat'
  readonly creditOf?: number
  /** How a credit order comes: with positive or with negative amounts. */
  readonly creditSign?: 'positive' | 'negative'
  readonly archived?: boolean
  readonly paymentStatus?: string
  readonly gateway?: readonly [gateway: string, method: string]
  readonly comment?: string
  readonly reference?: string
  readonly discountcode?: string
  /** Added to the total only, so that the lines no longer add up. */
  readonly unexplained?: string
  /** Numbers instead of texts, as in the official example. */
  readonly plainNumbers?: true
  /** Over the finished order, for what no shop should send. */
  readonly override?: Readonly<Record<string, unknown>>
}

type Part = { readonly rate: Decimal; readonly excl: Decimal; readonly incl: Decimal }

const atRate = (incl: Decimal, rate: Decimal): Part => ({
  rate,
  excl: roundTo(subtract(incl, vatOfIncl(incl, rate)), 6),
  incl,
})

/** A line of articles: the unit price incl. to the cent, times the quantity. */
function toLinePart({ sku, quantity }: FakeLine, strategy: FakeOrder['strategy']): Part {
  const { price, rate } = articleOf(sku)
  const percent = strategy === undefined ? decimal(rate) : zero
  const unitIncl = toCents(multiply(decimal(price), decimal(1 + Number(percent) / 100)))
  return atRate(multiply(unitIncl, decimal(quantity)), percent)
}

/** An amount incl. over the rates in proportion, to the cent; the last rate takes the rest. */
function spread(amount: Decimal, over: readonly Part[]): readonly Part[] {
  const rates = [...new Set(over.map((part) => part.rate))]
  const whole = Number(sum(over.map((part) => part.incl)))
  const shares = rates.slice(0, -1).map((rate) => {
    const own = Number(sum(over.filter((part) => equals(part.rate, rate)).map((part) => part.incl)))
    return atRate(toCents(multiply(amount, decimal((own / whole).toFixed(9)))), rate)
  })
  const rest = subtract(amount, sum(shares.map((part) => part.incl)))
  return [...shares, atRate(rest, rates.at(-1) ?? zero)].filter((part) => !isZero(part.incl))
}

/** The order as GET /orders sends it. */
export function toWireOrder(order: FakeOrder): Record<string, unknown> {
  const articleParts = order.lines.map((line) => toLinePart(line, order.strategy))
  const shipping = order.shipping === undefined ? [] : spread(decimal(order.shipping), articleParts)
  const paymentRate = order.strategy === undefined ? decimal(21) : zero
  const payment = order.payment === undefined ? [] : [atRate(decimal(order.payment), paymentRate)]
  const percent = decimal(Number(order.discountPercent ?? '0') / 100)
  const off = toCents(multiply(sum(articleParts.map((part) => part.incl)), percent))
  const discount = isZero(off) ? [] : spread(negate(off), articleParts)
  const all = [...articleParts, ...shipping, ...payment, ...discount]
  const sign = order.creditOf !== undefined && order.creditSign === 'negative' ? decimal(-1) : decimal(1)
  const write = (value: Decimal, places: number) => {
    const text = toFixed(multiply(value, sign), places)
    return order.plainNumbers ? Number(text) : text
  }
  const price = (part: Part) => ({
    rate: order.plainNumbers ? Number(part.rate) : toFixed(part.rate, 2),
    amount: write(part.excl, 6),
    amount_including_tax: write(part.incl, 2),
  })
  const costLine = (type: string, description: string, prices: unknown) => ({
    ...{ id: lineId(order.number, type), type, quantity: 1, description },
    price: prices,
  })
  const total = sum([...all.map((part) => part.incl), decimal(order.unexplained ?? '0')])
  return {
    ...toHead(order),
    price: { total: write(total, 2), tax: toTax(all, write, order.plainNumbers === true) },
    debtor: toDebtor(order),
    orderlines: [
      ...order.lines.map((line, index) => toWireLine(order, line, price(articleParts[index] as Part), index)),
      ...(discount.length === 0 ? [] : [costLine('discount', order.discountcode ?? 'Korting', discount.map(price))]),
      ...(shipping.length === 0 ? [] : [costLine('shipping', 'PostNL', shipping.map(price))]),
      ...payment.map((part) => costLine('payment', 'Betalingskosten', price(part))),
    ],
    ...order.override,
  }
}

const lineId = (number: number, part: string | number): string =>
  `${String(number).padStart(8, '0')}-0000-4000-a000-${[...String(part)]
    .map((sign) => sign.charCodeAt(0).toString(16))
    .join('')
    .padStart(12, '0')
    .slice(-12)}`

function toWireLine(order: FakeOrder, line: FakeLine, price: object, index: number): object {
  const article = articleOf(line.sku)
  const rate = order.strategy === undefined ? article.rate : '0.00'
  const options = line.options ?? []
  return {
    id: lineId(order.number, index),
    type: 'article',
    quantity: line.quantity,
    description: [article.name, ...options].join(' - '),
    price,
    articles: [
      {
        id: article.id,
        description: article.name,
        sku: article.sku,
        price: { amount: article.price, rate },
        options: options.map((description, at) => ({ list_option_id: at + 1, description, price: '0.000000' })),
      },
    ],
  }
}

/** VAT per rate to the cent: one object where there is one rate, else a list. */
function toTax(parts: readonly Part[], write: (value: Decimal, places: number) => unknown, plain: boolean): unknown {
  const rates = [...new Set(parts.map((part) => part.rate))].toSorted((a, b) => Number(b) - Number(a))
  const entries = rates.map((rate) => {
    const incl = sum(parts.filter((part) => equals(part.rate, rate)).map((part) => part.incl))
    return { rate: plain ? Number(rate) : toFixed(rate, 2), amount: write(toCents(vatOfIncl(incl, rate)), 2) }
  })
  return entries.length === 1 ? entries[0] : entries
}

function toHead(order: FakeOrder): Record<string, unknown> {
  const [date = '', time = ''] = order.placed.split(' ')
  const [changedDate = '', changedTime = ''] = (order.changed ?? order.placed).split(' ')
  const [gateway, method] = order.gateway ?? ['mollie', 'ideal']
  return {
    number: order.plainNumbers ? order.number : String(order.number),
    uuid: lineId(order.number, 'order'),
    ...{ date, time, status: order.status ?? 3 },
    ...{ status_changed_date: changedDate, status_changed_time: changedTime },
    ...{ archived: order.archived ?? false, finished: true, taxed: 'include', locale: 'nl_NL', currency: 'EUR' },
    discountcode: order.discountcode ?? '',
    business_model: order.person.company === undefined ? 'B2C' : 'B2B',
    ...(order.reference === undefined ? {} : { reference: order.reference }),
    tax_region: order.person.countryCode,
    tax_strategy: order.strategy ?? '',
    payment_status: order.paymentStatus ?? 'captured',
    payment: { gateway_name: gateway, method_name: method, status: { id: 1, text: 'Successful' } },
    ...(order.creditOf === undefined ? {} : { credited_order_number: order.creditOf }),
    credit_order_numbers: [],
    comments: { customer: order.comment ?? '', internal: '' },
    shipping: [
      { country: order.plainNumbers ? { description: order.person.country, isocode: order.person.countryCode } : [] },
    ],
  }
}

function toDebtor(order: FakeOrder): object {
  const { person, delivery } = order
  const address = (of: FakePerson) => ({
    ...{ gender: '', name: of.name, company: of.company ?? '', phone: of.phone ?? '' },
    ...{ street: of.street, number: of.number, zipcode: of.zipcode, city: of.city },
    ...{ country: of.country, country_code: of.countryCode },
  })
  return {
    ...(person.id === null ? {} : { id: person.id }),
    email: person.email,
    address: {
      invoice: { ...address(person), ...(person.taxNumber === undefined ? {} : { taxnumber: person.taxNumber }) },
      ...(delivery === undefined ? {} : { delivery: address(delivery) }),
    },
    ...(person.klantnummer === undefined ? {} : { extra: { Klantnummer: person.klantnummer } }),
  }
}

/** Order `number` of any run of numbers, a minute after the one before it; the same every time. */
export function generateOrder(number: number): FakeOrder {
  const skus = ['ART-0001', 'ART-0002', 'ART-0007'] as const
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    number,
    placed: `2026-0${1 + (Math.floor(number / 1000) % 2)}-${two(1 + (Math.floor(number / 60) % 16))} 10:${two(number % 60)}:00`,
    person: people[number % people.length] ?? jan,
    lines: [
      { sku: skus[number % 3] ?? 'ART-0001', quantity: 1 + (number % 4) },
      ...(number % 5 === 0 ? [{ sku: 'ART-0002', quantity: 2 }] : []),
    ],
    ...(number % 2 === 0 ? { shipping: '6.95' } : {}),
    ...(number % 7 === 0 ? { discountPercent: '10' } : {}),
  }
}
