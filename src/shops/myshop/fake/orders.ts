// Orders of a made-up shop in the house style of the vendor: the dialect that names its columns and the one that numbers them
// (reference/myshop.md, 3). The shape of an order is our own assumption, as everywhere in this folder.
import {
  add,
  type Decimal,
  decimal,
  divide,
  multiply,
  sum,
  toCents,
  toFixed,
  vatOfExcl,
  vatOfIncl,
  zero,
} from '../../../core/money.ts'

export type FakeItem = {
  readonly code: string
  readonly description: string
  readonly quantity: number
  /** As text with a point: '12.10'; incl. VAT unless the order says otherwise. */
  readonly price: string
  readonly rate: 21 | 9 | 0
  readonly option?: string
}

export type FakeOrder = {
  readonly number: number
  /** Wall time in 14 digits. */
  readonly created: string
  /** Of the last change; absent: `created`. */
  readonly changed?: string
  readonly status: string
  readonly payment: string
  readonly items: readonly FakeItem[]
  readonly shipping?: string
  readonly paymentCosts?: string
  /** A deduction: '-2.42'. */
  readonly discount?: string
  readonly exclVat?: true
  /** Rows that tell the VAT per rate. */
  readonly tellsVat?: true
  readonly customer: Readonly<Record<string, string>>
  readonly delivery?: Readonly<Record<string, string>>
}

export type Dialect = 'named' | 'numbered'

export const changedOf = (order: FakeOrder): string => order.changed ?? order.created
export const idOf = (shop: string, number: number): string => `${shop}_${String(number).padStart(5, '0')}`

const anna = {
  ...{ name: 'Anna de Wit', email: 'anna@example.test', gender: 'female', street: 'Kerkstraat 12b' },
  ...{ zipcode: '3511 LX', city: 'Utrecht', country: 'NL' },
}
const jose = {
  ...{ name: 'José Núñez', email: 'jose@example.test', gender: 'male', company: 'Núñez & Zn', street: 'Meir 5' },
  ...{ zipcode: '2000', city: 'Antwerpen', country: 'BE', klantnummer: '10077' },
}

/** The same for the same number; three days are between one order and the next. */
export function generateOrder(number: number): FakeOrder {
  const day = new Date(Date.UTC(2026, 0, 1) + number * 3 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
  const second: FakeItem = { code: 'B-200', description: 'Thee & honing', quantity: 1, price: '4.95', rate: 9 }
  return {
    number,
    created: `${day}142210`,
    status: number % 7 === 0 ? 'aborted' : number % 3 === 0 ? 'shipped' : 'processing',
    payment: number % 7 === 0 ? 'open' : 'paid',
    items: [
      {
        code: 'A-100',
        description: 'Theepot "groot"',
        quantity: (number % 3) + 1,
        price: '12.10',
        rate: 21,
        option: 'Blauw',
      },
      ...(number % 2 === 0 ? [second] : []),
    ],
    shipping: '4.95',
    ...(number % 4 === 0 ? { discount: '-2.42', paymentCosts: '0.50' } : {}),
    tellsVat: true,
    customer: number % 2 === 0 ? anna : jose,
  }
}

type Rate = { readonly rate: Decimal; readonly excl: Decimal; readonly incl: Decimal }

/** Goods per rate; costs are divided as the goods are. */
function ratesOf(order: FakeOrder): readonly Rate[] {
  const given = [...new Set(order.items.map((item) => item.rate))].map((rate) => {
    const own = order.items.filter((item) => item.rate === rate)
    const amount = sum(own.map(({ price, quantity }) => multiply(decimal(price), decimal(quantity))))
    const vatPercent = decimal(rate)
    const excl = order.exclVat ? amount : add(amount, multiply(decimal(-1), vatOfIncl(amount, vatPercent)))
    return { rate: vatPercent, excl, incl: order.exclVat ? add(amount, vatOfExcl(amount, vatPercent)) : amount }
  })
  const costs = costsOf(order)
  const whole = sum(given.map(({ excl, incl }) => (order.exclVat ? excl : incl)))
  return given.map(({ rate, excl, incl }) => {
    const factor = add(decimal(1), divide(costs, whole))
    return { rate, excl: multiply(excl, factor), incl: multiply(incl, factor) }
  })
}

const costsOf = ({ shipping = '0', paymentCosts = '0', discount = '0' }: FakeOrder): Decimal =>
  sum([decimal(shipping), decimal(paymentCosts), decimal(discount)])

const vatOf = ({ excl, incl }: Rate): Decimal => add(incl, multiply(decimal(-1), excl))

/** Incl. VAT, and VAT per rate, as text in cents. */
export function chargedFor(order: FakeOrder): {
  readonly totalIncl: string
  readonly vat: Readonly<Record<string, string>>
} {
  const rates = ratesOf(order)
  const vat = rates.map((rate) => [rate.rate, toFixed(toCents(vatOf(rate)), 2)] as const)
  return {
    totalIncl: toFixed(toCents(sum([zero, ...rates.map(({ incl }) => incl)])), 2),
    vat: Object.fromEntries(vat.filter(([, amount]) => Number(amount) !== 0)),
  }
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const comma = (amount: string): string => amount.replace('.', ',')

type Table = { readonly type: string; readonly rows: readonly Readonly<Record<string, string>>[] }

function tablesOf(order: FakeOrder): readonly Table[] {
  const { shipping = '0', paymentCosts = '0', discount = '0' } = order
  const products = order.items.map(({ code, description, quantity, price, rate, option = '' }) => ({
    ...{ productid: code, description, quantity: String(quantity), price: comma(price), vat_percentage: String(rate) },
    options: option,
  }))
  const vat = Object.entries(chargedFor(order).vat).map(([percentage, amount]) => ({
    percentage,
    amount: comma(amount),
  }))
  return [
    { type: 'customer', rows: [order.customer] },
    ...(order.delivery === undefined ? [] : [{ type: 'delivery', rows: [order.delivery] }]),
    { type: 'product', rows: products },
    { type: 'costs', rows: [{ shipping: comma(shipping), payment: comma(paymentCosts), discount: comma(discount) }] },
    ...(order.tellsVat ? [{ type: 'vat', rows: vat }] : []),
  ]
}

const named = (tables: readonly Table[]): string => {
  const rows = tables.flatMap(({ type, rows: own }) =>
    own.map((row, index) => {
      const cells = Object.entries(row).map(([name, value]) => `<col name="${name}"><![CDATA[${value}]]></col>`)
      return `<row type="${type}" index="${index}">${cells.join('')}</row>`
    }),
  )
  return `<rows>${rows.join('')}</rows>`
}

/** Names in capitals, as the vendor's own reader compares them. */
export function numbered(type: string, rows: readonly Readonly<Record<string, string>>[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const heading = names.map(
    (name, index) => `<col number="${index + 1}"><name>${name.toUpperCase()}</name><prop>text</prop></col>`,
  )
  const data = rows.map(
    (row) =>
      `<row type="data">${names.map((name, index) => `<col number="${index + 1}">${escaped(row[name] ?? '')}</col>`).join('')}</row>`,
  )
  return `<rows type="${type}"><row type="column_set">${heading.join('')}</row>${data.join('')}</rows>`
}

function toOrderXml(shop: string, order: FakeOrder, dialect: Dialect): string {
  const attributes = {
    ...{
      id: idOf(shop, order.number),
      number: String(order.number),
      created: order.created,
      changed: changedOf(order),
    },
    ...{ orderstatus: order.status, paymentstatus: order.payment, currency: 'EUR' },
    ...{ vat_included: order.exclVat ? '0' : '1', amount: comma(chargedFor(order).totalIncl) },
  }
  const head = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  const tables = tablesOf(order)
  const body = dialect === 'named' ? named(tables) : tables.map(({ type, rows }) => numbered(type, rows)).join('')
  return `<order${head.join('')}>${body}</order>\n`
}

/** `mixed`: every second order in Windows-1252, in one document with the others, as the vendor's own reader has to mend. */
export function toOrdersXml(
  shop: string,
  orders: readonly FakeOrder[],
  { dialect, mixed }: { readonly dialect: Dialect; readonly mixed: boolean },
): Buffer {
  const parts = orders.map((order) =>
    Buffer.from(toOrderXml(shop, order, dialect), mixed && order.number % 2 === 1 ? 'latin1' : 'utf8'),
  )
  const start = Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n<orders shop="${shop}">\n`)
  return Buffer.concat([start, ...parts, Buffer.from('</orders>\n')])
}
