// What becomes of an order of the shop: amounts, VAT, signs, addresses, and what is said about what does not agree.
import { describe, expect, test } from 'vitest'
import { isZero, subtract, sum, toFixed } from '../../core/money.ts'
import type { ShopOrder } from '../../core/order.ts'
import { reconcile, reconcileVat } from '../../core/reconcile.ts'
import type { ShopContext } from './context.ts'
import { demoOrders } from './fake/demo-orders.ts'
import { type FakeOrder, generateOrder, toWireOrder } from './fake/orders.ts'
import { jan, mueller } from './fake/people.ts'
import { type Mapping, toOrder } from './to-order.ts'
import { statusSchema, storeSchema } from './wire.ts'

const statuses = [
  { status: 1, description: 'Nieuw' },
  { status: '3', description: 'Betaald' },
  { status: 10, description: 'Gecrediteerd', credit_order: true },
  { status: 12, description: 'Etiket X', credit_order: 'false' },
].map((status) => statusSchema.parse(status))
const context: ShopContext = {
  store: storeSchema.parse({ id: 's', name: 'Winkel', primary_domain: 'https://w.example', prices_include_tax: true }),
  statuses: new Map(
    statuses.map(({ status: id, description: name, credit_order: credit }) => [id, { id, name, credit }]),
  ),
}
const mapping: Mapping = { lineKinds: {}, priceEntry: 'auto', timeZone: 'Europe/Amsterdam' }

function readRaw(raw: unknown, more: Partial<Mapping> = {}): ShopOrder {
  const read = toOrder(raw, context, { ...mapping, ...more })
  if (!read.ok) throw new Error(`${read.reason.code} ${JSON.stringify(read.reason.data)}`)
  return read.order
}
const read = (order: FakeOrder, more: Partial<Mapping> = {}) => readRaw(toWireOrder(order), more)
const demo = (number: number) => demoOrders().find((order) => order.number === number) as FakeOrder
const codes = (order: ShopOrder) => order.readingNotes.map((note) => note.code)
const reasonOf = (raw: unknown) => {
  const result = toOrder(raw, context, mapping)
  return result.ok ? null : result.reason
}

/** Lines as a person reads them: code, quantity, total incl., rate. */
const linesOf = (order: ShopOrder) =>
  order.lines.map((line) => [line.articleCode, line.quantity, toFixed(line.totalIncl, 2), line.vatPercent])
const chargesOf = (order: ShopOrder) =>
  order.charges.map((charge) => [
    charge.kind,
    toFixed(charge.amountIncl, 2),
    charge.parts.map((part) => [part.vatPercent, toFixed(subtract(part.vatAmount, '0' as never), 2)]),
  ])

/** Of the official example, in its shapes: JSON numbers, prices as object and list, `articles` inside a price. */
const official = {
  ...{ number: 27, uuid: 'af88e19b-a57b-4aae-a92b-f7078454d1e3', date: '2015-11-03', time: '13:37:12', status: 1 },
  ...{ taxed: 'include', locale: 'en_GB', currency: 'EUR', business_model: 'B2B', reference: 'REF-1' },
  payment: { gateway_name: 'basic', method_name: 'advance' },
  debtor: {
    email: 'a@voorbeeld.example',
    address: {
      invoice: { name: 'Truus Voorbeeld', street: 'Laan', number: '62', zipcode: '5341GE', country_code: 'NL' },
    },
  },
  price: {
    tax: [
      { amount: 0.83, rate: 9.0 },
      { amount: 6.5, rate: 21.0 },
    ],
    total: 47.45,
  },
  orderlines: [
    line('a', 1, price(12.396694, 15.0, 21), 24.793388),
    line('b', 2, price(8.181818, 9.9, 21), 7.396694),
    { ...line('c', 3, price(4.83471, 5.85, 21), 1.61157), articles: undefined },
    line('d', 5, price(8.94495, 9.75, 9), 1.78899),
    { id: 'e', type: 'payment', quantity: 1, price: [price(0.192571, 0.21, 9), price(0.652972, 0.79, 21)] },
    { id: 'f', type: 'payment', quantity: 1, price: price(4.917355, 5.95, 21) },
  ],
  shipping: [{ country: { description: 'Nederland', isocode: 'NL' } }],
}
function price(amount: number, incl: number, rate: number) {
  return { amount, amount_including_tax: incl, rate }
}
function line(id: string, quantity: number, linePrice: object, unit: number) {
  const article = { id: 1, description: `Artikel ${id}`, price: { amount: unit, rate: 21 } }
  return { id, type: 'article', quantity, description: `Artikel ${id}`, price: linePrice, articles: [article] }
}

describe('FIN-4 amounts and VAT', () => {
  test('the official example: lines add up to the total, VAT is the shop’s', () => {
    const order = readRaw(official)
    expect(reconcile(order)).toEqual({ fits: true })
    expect(order.vat.map((vat) => [vat.vatPercent, vat.vatAmount])).toEqual([
      ['9', '0.83'],
      ['21', '6.5'],
    ])
    expect(chargesOf(order)).toEqual([
      [
        'payment',
        '1.00',
        [
          ['9', '0.02'],
          ['21', '0.14'],
        ],
      ],
      ['payment', '5.95', [['21', '1.03']]],
    ])
    expect(codes(order)).toEqual([])
  })

  test('two rates: shipping and discount keep their parts', () => {
    const order = read(demo(1002))
    expect(linesOf(order)).toEqual([
      ['ART-0001', '1', '10.00', '21'],
      ['ART-0002', '3', '14.85', '9'],
    ])
    expect(order.charges.map((charge) => [charge.kind, charge.title, charge.parts.length])).toEqual([
      ['discount', 'lente10', 2],
      ['shipping', 'PostNL', 2],
    ])
    expect(reconcile(order)).toEqual({ fits: true })
    expect(reconcileVat(order)).toEqual([])
  })

  test('VAT as one object or as a list is the same', () => {
    const raw = toWireOrder(demo(1001))
    const tax = (raw['price'] as { tax: unknown }).tax
    expect(Array.isArray(tax)).toBe(false)
    expect(readRaw({ ...raw, price: { ...(raw['price'] as object), tax: [tax] } }).vat).toEqual(readRaw(raw).vat)
  })

  test('numbers as text and as JSON numbers are the same', () => {
    const { plainNumbers: _1, ...asText } = demo(1004)
    const { shop: _2, ...text } = read(asText)
    const { shop: _3, ...numbers } = read({ ...asText, plainNumbers: true })
    expect(numbers).toEqual(text)
  })

  test('an amount that is missing follows from the other one', () => {
    const only = (more: object) =>
      readRaw({
        ...official,
        price: { total: '12.10' },
        orderlines: [{ id: 'x', type: 'custom', quantity: 2, description: 'Los', price: { rate: '21.00', ...more } }],
      }).lines[0]
    expect(only({ amount: '10.000000' })).toMatchObject({ totalExcl: '10', totalIncl: '12.1', unitPriceIncl: '6.05' })
    expect(toFixed(only({ amount_including_tax: '12.10' })?.totalExcl ?? ('0' as never), 6)).toBe('10.000000')
  })

  test('reverse charge and export: no VAT, also where the article’s own rate is named', () => {
    const reversed = read(demo(1005))
    expect(reversed.lines[0]).toMatchObject({ vatPercent: '0', totalExcl: '412.4', totalIncl: '412.4' })
    expect(reversed.customer.vatNumber).toBe('DE136695976')
    expect(codes(reversed)).toEqual([])
    const named = readRaw({
      ...official,
      tax_strategy: 'zero_percent',
      price: { total: '100.00', tax: [] },
      orderlines: [line('a', 1, price(100, 100, 21), 100)],
    })
    expect(named.lines[0]?.vatPercent).toBe('0')
    expect(named.vat).toEqual([])
  })

  test('FIN-4 reverse charge without a VAT number is said', () => {
    const { taxNumber: _1, ...person } = mueller
    expect(codes(read({ ...demo(1005), person }))).toEqual(['mijnwebwinkel.reverseWithoutNumber'])
  })

  test('a total that is more than the lines is said, and kept', () => {
    const order = read({ ...demo(1001), unexplained: '2.50' })
    expect(order.readingNotes).toEqual([
      { code: 'mijnwebwinkel.linesDoNotAddUp', data: { total: '29.45', shown: '26.95' } },
    ])
    expect(reconcile(order)).toEqual({ fits: false, difference: '2.5' })
  })

  test('VAT that does not follow from the lines is said with both', () => {
    const raw = { ...toWireOrder(demo(1001)), price: { total: '26.95', tax: { rate: '21.00', amount: '3.00' } } }
    expect(readRaw(raw).readingNotes).toEqual([
      { code: 'mijnwebwinkel.vatDiffers', data: { percent: '21', shop: '3.00', lines: '4.68' } },
    ])
  })

  test('the orders of early 2019 whose VAT was doubled get half of it', () => {
    const raw = {
      ...toWireOrder({ ...demo(1001), placed: '2019-01-30 10:00:00' }),
      price: { total: '26.95', tax: { rate: '21.00', amount: '9.36' } },
    }
    const order = readRaw(raw)
    expect(order.vat[0]?.vatAmount).toBe('4.68')
    expect(codes(order)).toEqual(['mijnwebwinkel.vatDoubled'])
    expect(codes(readRaw({ ...raw, date: '2019-02-08' }))).toEqual(['mijnwebwinkel.vatDiffers'])
  })

  test('a deduction written as a positive amount is a deduction all the same', () => {
    const order = demo(1012)
    const raw = toWireOrder(order) as {
      orderlines: { type: string; price: { amount: string; amount_including_tax: string }[] }[]
    }
    for (const each of raw.orderlines.filter(({ type }) => type === 'discount'))
      for (const part of each.price) {
        part.amount = part.amount.replace('-', '')
        part.amount_including_tax = part.amount_including_tax.replace('-', '')
      }
    expect(readRaw(raw)).toEqual(read(order))
  })
})

describe('lines', () => {
  const withLine = (more: object) =>
    readRaw({
      ...official,
      price: { total: '112.10' },
      orderlines: [line('a', 1, price(82.644628, 100, 21), 82.644628), { id: 'x', quantity: 1, ...more }],
    })

  test('SALE-8 a type that is not known is other costs, or a discount where it takes off, and is said', () => {
    const order = withLine({ type: 'handling', description: 'Toeslag', price: price(10, 12.1, 21) })
    expect(order.charges[0]).toMatchObject({ kind: 'fee', code: 'handling', amountIncl: '12.1' })
    expect(order.readingNotes).toEqual([
      { code: 'mijnwebwinkel.lineTypeUnknown', data: { type: 'handling', title: 'Toeslag', kind: 'fee' } },
    ])
    const off = withLine({ type: 'loyalty', description: 'Punten', price: [price(-10, -12.1, 21)] })
    expect(off.charges[0]?.kind).toBe('discount')
  })

  test('SALE-8 the user’s word for a type counts', () => {
    const raw = {
      ...official,
      price: { total: '12.10' },
      orderlines: [{ id: 'x', type: 'handling', quantity: 1, price: price(10, 12.1, 21) }],
    }
    const order = readRaw(raw, { lineKinds: { handling: 'payment' } })
    expect(order.charges[0]?.kind).toBe('payment')
    expect(codes(order)).toEqual([])
  })

  test('an article at two rates becomes a line per rate, the pieces only once', () => {
    const order = readRaw({
      ...official,
      price: { total: '22.10' },
      orderlines: [{ ...line('a', 3, [price(10, 12.1, 21), price(9.174312, 10, 9)], 6) }],
    })
    expect(order.lines.map((each) => [each.id, each.quantity, each.vatPercent])).toEqual([
      ['a', '3', '21'],
      ['a/2', '1', '9'],
    ])
    expect(codes(order)).toEqual(['mijnwebwinkel.lineSplit'])
  })

  test('SALE-7 options come with name and value; an action price is no option', () => {
    const options = [
      { description: 'Kleur: Rood', price: { amount: '1.500000', rate: '21.00' } },
      { description: 'Action price', price: { amount: -12.396694, rate: 21.0 } },
      { description: 'Cadeauverpakking', price: '0.50' },
    ]
    const raw = { ...official, price: { total: '15.00' }, orderlines: [line('a', 1, price(12.396694, 15, 21), 24.79)] }
    const first = raw.orderlines[0] as { articles: object[] }
    first.articles = [{ ...first.articles[0], options }]
    expect(readRaw(raw).lines[0]?.options).toEqual([
      { name: 'Kleur', value: 'Rood', kind: '', unitPriceExcl: '1.5' },
      { name: '', value: 'Cadeauverpakking', kind: '', unitPriceExcl: '0.5' },
    ])
  })

  test('a gift card as a line is a payment without VAT; as a way to pay it changes nothing', () => {
    const order = readRaw({
      ...official,
      price: { total: '5.00', tax: { rate: 21, amount: 2.6 } },
      orderlines: [
        line('a', 1, price(12.396694, 15, 21), 12.396694),
        {
          id: 'g',
          type: 'gift_card',
          quantity: 1,
          description: 'Bon',
          price: { rate: '0.00', amount_including_tax: '10.00' },
        },
      ],
    })
    expect(chargesOf(order)).toEqual([['giftCard', '-10.00', [[null, '0.00']]]])
    expect(codes(order)).toEqual([])
    expect(read(demo(1007))).toMatchObject({ payment: { method: 'webshop_giftcard', paidAmount: '4.95' }, charges: [] })
  })

  test('lines without an id, or with the same, get one of their own', () => {
    const twice = { id: '', type: 'article', quantity: 1, price: price(10, 12.1, 21) }
    const order = readRaw({ ...official, price: { total: '24.20' }, orderlines: [twice, twice] })
    expect(order.lines.map((each) => each.id)).toEqual(['line-1', 'line-2'])
  })
})

describe('credit orders', () => {
  test.each(['positive', 'negative'] as const)(
    'come with %s amounts and are negative, prices above zero',
    (creditSign) => {
      const order = read({ ...demo(1011), creditSign, shipping: '6.95' })
      expect(order.creditOf).toBe('1002')
      expect(linesOf(order)).toEqual([['ART-0002', '-3', '-14.85', '9']])
      expect(order.lines[0]?.unitPriceIncl).toBe('4.95')
      expect(order.charges.map((charge) => [charge.kind, charge.amountIncl])).toEqual([
        ['discount', '1.49'],
        ['shipping', '-6.95'],
      ])
      expect(toFixed(order.totalIncl, 2)).toBe('-20.31')
      expect(order.vat.map((vat) => Number(vat.vatAmount) < 0)).toEqual([true])
      expect([reconcile(order), reconcileVat(order), codes(order)]).toEqual([{ fits: true }, [], []])
    },
  )

  test('a status for credits makes an order one without the number of the original', () => {
    const { creditOf: _1, ...without } = demo(1010)
    const order = read(without)
    expect([order.creditOf, order.totalIncl]).toEqual([null, '-10'])
  })
})

describe('what stands around the lines', () => {
  test('the moment is the shop’s wall time in its zone, with summer and winter', () => {
    expect(read({ ...demo(1001), placed: '2026-07-01 12:00:00' }).placedAt).toBe('2026-07-01T10:00:00Z')
    expect(read({ ...demo(1001), placed: '2026-01-01 00:30:00' })).toMatchObject({
      placedAt: '2025-12-31T23:30:00Z',
      orderDate: '2026-01-01',
    })
    expect(read({ ...demo(1001), placed: '2026-07-01 12:00:00' }, { timeZone: 'UTC' }).placedAt).toBe(
      '2026-07-01T12:00:00Z',
    )
  })

  test('name, company, VAT number and addresses; without delivery address it is the invoice address', () => {
    const order = read(demo(1003))
    expect(order.customer).toMatchObject({
      firstName: 'Truus',
      lastName: "'t Hoekje",
      company: "Bakkerij 't Hoekje B.V.",
      vatNumber: 'NL001234567B01',
      group: 'B2B',
    })
    expect(order.invoiceAddress).toMatchObject({ street: 'Industrieweg 100 a', postcode: '2521CK', country: 'NL' })
    expect(order.deliveryAddress).toEqual(order.invoiceAddress)
    expect(read(demo(1004)).deliveryAddress).toMatchObject({ street: 'Dorpsstraat 12', city: 'Amsterdam' })
    expect(order.remarks).toBe('Graag vóór vrijdag.\nRef.: PO 4711')
  })

  test('SHOP-8 finds the customer code in a field that the shop sends besides', () => {
    expect(read(demo(1003)).customer).toMatchObject({ code: '20045', customFields: { Klantnummer: '20045' } })
    const raw = toWireOrder(demo(1001)) as { debtor: object }
    const debtor = { ...raw.debtor, 'Debiteur-Nr.': ' 00 77 ' }
    expect(readRaw({ ...raw, debtor }).customer.code).toBe('77')
  })

  test('SALE-1 prices incl. or excl. follow the shop’s setting, then the order, and the user’s choice first', () => {
    const shop = (prices: boolean | null) => ({ ...context, store: { ...context.store, prices_include_tax: prices } })
    const entryOf = (raw: unknown, of: ShopContext, more: Partial<Mapping> = {}) => {
      const result = toOrder(raw, of, { ...mapping, ...more })
      return result.ok ? result.order.priceEntry : null
    }
    const raw = toWireOrder(demo(1001))
    expect(entryOf(raw, shop(false))).toBe('excl')
    expect(entryOf({ ...raw, taxed: 'exclude' }, shop(null))).toBe('excl')
    expect(entryOf(raw, shop(false), { priceEntry: 'incl' })).toBe('incl')
  })

  test('a status is known by its name, its number, then by the payment; an odd one is said', () => {
    const statusOf = (more: Partial<FakeOrder>) => read({ ...demo(1001), ...more })
    expect(statusOf({ status: 1, paymentStatus: 'pending' }).status.meaning).toBe('unpaid')
    expect(statusOf({ status: 1, paymentStatus: 'captured' }).status).toEqual({
      code: '1',
      text: 'Nieuw',
      meaning: 'paid',
    })
    expect(statusOf({ status: 2 }).status).toEqual({ code: '2', text: '#2', meaning: 'shipped' })
    expect(codes(statusOf({ status: 12, paymentStatus: 'unknown' }))).toEqual(['mijnwebwinkel.statusUnknown'])
    expect(codes(statusOf({ status: 1, paymentStatus: 'failed' }))).toEqual(['mijnwebwinkel.paymentFailed'])
  })
})

describe('an order that cannot be understood waits with its reason', () => {
  const raw = toWireOrder(generateOrder(1))
  const first = (raw['orderlines'] as object[])[0]
  test.each([
    ['no date', { ...raw, date: '0000-00-00' }, 'mijnwebwinkel.noDate'],
    ['no currency', { ...raw, currency: '' }, 'mijnwebwinkel.noCurrency'],
    ['a total that is none', { ...raw, price: { total: 'n/a' } }, 'mijnwebwinkel.badNumber'],
    [
      'an amount that is none',
      { ...raw, orderlines: [{ ...first, price: { amount: '1,50' } }] },
      'mijnwebwinkel.badNumber',
    ],
    ['a quantity that is none', { ...raw, orderlines: [{ ...first, quantity: 'twee' }] }, 'mijnwebwinkel.badNumber'],
    ['lines that are none', { ...raw, orderlines: 'none' }, 'mijnwebwinkel.badOrder'],
    ['nothing at all', null, 'mijnwebwinkel.badOrder'],
  ])('%s', (_title, odd, code) => {
    expect(reasonOf(odd)?.code).toBe(code)
  })
})

test('every demo order adds up, with VAT that is the shop’s', () => {
  for (const order of demoOrders().map((each) => read(each))) {
    expect([order.number, reconcile(order), reconcileVat(order), codes(order)]).toEqual([
      order.number,
      { fits: true },
      [],
      [],
    ])
  }
  expect(isZero(sum(demoOrders().map((each) => read(each).totalIncl)))).toBe(false)
  expect(read({ ...demo(1001), person: jan }).customer.id).toBeNull()
})
