// Orders of a made-up shop, as the order document has them: everything in attributes.
import { add, type Decimal, decimal, multiply, sum, toCents, toFixed, vatOfIncl } from '../../../core/money.ts'

export type FakeItem = {
  readonly code: string
  readonly title: string
  readonly quantity: number
  /** Incl. VAT, as text: '12.10'. */
  readonly price: string
  readonly rate: 21 | 9 | 0
  readonly option?: string
}

export type FakeOrder = {
  readonly number: number
  /** Wall time: 'YYYY-MM-DD HH:MM:SS'. */
  readonly date: string
  readonly status: string
  readonly items: readonly FakeItem[]
  /** Incl. 21 %; '0' = none. */
  readonly shipping: string
  readonly customer: Readonly<Record<string, string>>
}

const customers: readonly Readonly<Record<string, string>>[] = [
  {
    ...{ customer_firstname: 'Anna', customer_lastname: 'de Wit', customer_email: 'anna@example.nl' },
    ...{
      customer_street: 'Kerkstraat',
      customer_house_number: '12b',
      customer_zip: '3511 LX',
      customer_city: 'Utrecht',
    },
    customer_country: 'NL',
  },
  {
    ...{ customer_firstname: 'José', customer_lastname: 'Núñez', customer_email: 'jose@example.be' },
    ...{ customer_street: 'Meir', customer_house_number: '5', customer_zip: '2000', customer_city: 'Antwerpen' },
    ...{ customer_country: 'België', klantnummer: '10077', company_name: 'Núñez & Zn' },
  },
]

/** The same for the same number. */
export const generateOrder = (number: number): FakeOrder => ({
  number,
  date: `2026-03-${String((number % 27) + 1).padStart(2, '0')} 14:22:10`,
  status: number % 11 === 0 ? 'cancelled' : number % 3 === 0 ? 'shipped' : 'processed',
  items: [
    { code: 'A-100', title: 'Theepot "groot"', quantity: (number % 3) + 1, price: '12.10', rate: 21, option: 'Blauw' },
    ...(number % 2 === 0
      ? [{ code: 'B-200', title: 'Thee & honing', quantity: 1, price: '4.95', rate: 9 as const }]
      : []),
  ],
  shipping: number % 4 === 0 ? '0' : '4.95',
  customer: customers[number % 2] ?? {},
})

export const sampleOrders = (): readonly FakeOrder[] =>
  Array.from({ length: 8 }, (_, index) => generateOrder(1501 + index))

const quoted = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${quoted(value)}"`)
    .join('')

const cents = (amount: Decimal): string => toFixed(toCents(amount), 2)
const lineOf = (item: FakeItem): Decimal => multiply(decimal(item.price), decimal(item.quantity))

function toOrderXml(order: FakeOrder): string {
  const goods = sum(order.items.map(lineOf))
  const shipping = decimal(order.shipping)
  const rates = [...new Set(order.items.map((item) => item.rate))]
  const vatOf = (rate: number): Decimal =>
    sum(order.items.filter((item) => item.rate === rate).map((item) => vatOfIncl(lineOf(item), decimal(rate))))
  const items = order.items.map((item) => {
    const own = { prodid: `P${item.code}`, itemNo: item.code, title: item.title, quantity: String(item.quantity) }
    const priced = { ...own, price: item.price, taxes: `TD${item.rate}`, stotal: cents(lineOf(item)) }
    const option =
      item.option === undefined ? '' : `<option field="Kleur" display="Kleur" choice="${item.option}" price="0.00"/>`
    return `<item${attributes(priced)}>${option}</item>`
  })
  const taxes = rates.map(
    (rate) =>
      `<tax taxid="TD${rate}" taxName="BTW ${rate}%" percentage="${rate}" amount="${cents(vatOf(rate))}" incTax="1"/>`,
  )
  const shipTax =
    order.shipping === '0'
      ? ''
      : `<shiptax taxid="TD21" taxName="BTW 21%" percentage="21" amount="${cents(vatOfIncl(shipping, decimal(21)))}" incTax="1"/>`
  const basket = attributes({ intotal: cents(goods), ship_total: cents(shipping), total: cents(add(goods, shipping)) })
  const head = attributes({
    ...{ number: String(order.number), date: order.date, status: order.status },
    ...{ payment: 'iDEAL', payment_status: order.status === 'cancelled' ? '' : 'paid', ccurrency: 'EUR' },
  })
  return `<order${head}><basket${basket}>${items.join('')}${taxes.join('')}${shipTax}<shipinfo method="PostNL" region="Nederland"/></basket><customer${attributes(order.customer)}/></order>`
}

/** One file with these orders. */
export const toXml = (orders: readonly FakeOrder[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<orders>\n${orders.map(toOrderXml).join('\n')}\n</orders>\n`
