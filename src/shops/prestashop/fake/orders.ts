// Invented orders in the shape that the module sends, with figures as PrestaShop computes them: each line rounded by the
// order's way of rounding, excl. and incl. by themselves (reference/prestashop.md, 2).
import {
  add,
  type Decimal,
  decimal,
  divide,
  inclOf,
  multiply,
  roundTo,
  subtract,
  sum,
  toFixed,
  zero,
} from '../../../core/money.ts'

export type FakePerson = {
  readonly id: number
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly company?: string
  readonly vatNumber?: string
  readonly country?: string
  readonly guest?: true
}

export type FakeLine = {
  readonly product: number
  readonly combination?: number
  readonly name: string
  readonly code: string
  readonly quantity: number
  readonly unitExcl: string
  readonly rate: string
  readonly typed?: readonly (readonly [string, string])[]
}

/** `percent` off the lines, or an amount incl. VAT spread over them by value. */
export type FakeVoucher = {
  readonly code: string
  readonly percent?: string
  readonly amountIncl?: string
  readonly freeShipping?: true
}

export type FakeOrder = {
  readonly id: number
  /** Wall time of the shop. */
  readonly added: string
  readonly changed?: string
  readonly state?: string
  readonly person: FakePerson
  readonly lines: readonly FakeLine[]
  readonly shippingExcl?: string
  readonly wrappingExcl?: string
  readonly vouchers?: readonly FakeVoucher[]
  /** 1 per item, 2 per line (the usual), 3 on the total. */
  readonly roundType?: '1' | '2' | '3'
  /** Added to both totals and nowhere else, as payment modules do. */
  readonly feeExcl?: string
  /** Added to the total incl. only. */
  readonly unexplained?: string
  /** Quantity that was given back of the first line. */
  readonly refunded?: number
  readonly currency?: { readonly code: string; readonly rate: string }
}

const six = (amount: Decimal): string => toFixed(roundTo(amount, 6), 6)
const cents = (amount: Decimal): Decimal => roundTo(amount, 2)
const high = decimal('21')

type Amount = { excl: Decimal; incl: Decimal }
const addUp = (amounts: readonly Amount[]): Amount => ({
  excl: sum(amounts.map(({ excl }) => excl)),
  incl: sum(amounts.map(({ incl }) => incl)),
})

/** The order as the module sends it. */
export function toFakeRaw(order: FakeOrder): object {
  const { lines, totals, rules } = compute(order)
  const id = String(order.id)
  const people = toPeople(order.person)
  const state = states.find((each) => each.id_order_state === (order.state ?? '2')) ?? null
  return {
    order: toOrderRow(order, totals),
    state,
    ...people,
    currency: { id_currency: '1', iso_code: order.currency?.code ?? 'EUR' },
    carrier: { id_carrier: '5', name: 'PostNL pakket' },
    details: order.lines.map((line, index) => toDetail(line, `${id}${index}`, lines[index] as Amount)),
    cart_rules: rules.map(({ voucher, amount }, index) => ({
      id_order_cart_rule: `${id}${index}`,
      id_cart_rule: String(index + 1),
      name: voucher.code,
      code: voucher.code,
      value: six(amount.incl),
      value_tax_excl: six(amount.excl),
      free_shipping: voucher.freeShipping === undefined ? '0' : '1',
      deleted: '0',
    })),
    carriers: [],
    invoices: [],
    payments: [],
    slips: toSlips(order),
    history: [],
    messages: [],
    siblings: [
      { id_order: id, total_paid_tax_incl: six(totals.paid.incl), total_shipping_tax_incl: six(totals.shipping.incl) },
    ],
    settings: { timezone: 'Europe/Amsterdam', wrapping_rate: '21.000', tax_address_type: 'id_address_delivery' },
  }
}

function compute(order: FakeOrder) {
  const lines = order.lines.map((line) => lineTotal(line, order.roundType ?? '2'))
  const products = addUp(lines)
  const rounded = { excl: cents(products.excl), incl: cents(products.incl) }
  const cost = (excl = '0'): Amount => ({ excl: cents(decimal(excl)), incl: cents(inclOf(decimal(excl), high)) })
  const shipping = cost(order.shippingExcl)
  const wrapping = cost(order.wrappingExcl)
  const rules = (order.vouchers ?? []).map((voucher) => ({
    voucher,
    amount: voucherAmount(voucher, products, shipping),
  }))
  const off = addUp(rules.map(({ amount }) => amount))
  const discounts = { excl: cents(off.excl), incl: cents(off.incl) }
  const fee = { excl: decimal(order.feeExcl ?? '0'), incl: cents(inclOf(decimal(order.feeExcl ?? '0'), high)) }
  const whole = addUp([rounded, shipping, wrapping, fee])
  const paid = {
    excl: subtract(whole.excl, discounts.excl),
    incl: add(subtract(whole.incl, discounts.incl), decimal(order.unexplained ?? '0')),
  }
  return { lines, rules, totals: { products: rounded, shipping, wrapping, discounts, paid } }
}

type Totals = ReturnType<typeof compute>['totals']

const unitIncl = ({ unitExcl, rate }: FakeLine): Decimal => roundTo(inclOf(decimal(unitExcl), decimal(rate)), 6)

function lineTotal(line: FakeLine, roundType: string): Amount {
  const times = (unit: Decimal): Decimal => {
    const quantity = decimal(line.quantity)
    if (roundType === '1') return multiply(cents(unit), quantity)
    return roundTo(multiply(unit, quantity), roundType === '2' ? 2 : 6)
  }
  return { excl: times(decimal(line.unitExcl)), incl: times(unitIncl(line)) }
}

function voucherAmount(voucher: FakeVoucher, products: Amount, shipping: Amount): Amount {
  const share =
    voucher.percent === undefined
      ? divideOrZero(decimal(voucher.amountIncl ?? '0'), products.incl)
      : divide(decimal(voucher.percent), decimal(100))
  const off = { excl: roundTo(multiply(products.excl, share), 6), incl: roundTo(multiply(products.incl, share), 6) }
  return voucher.freeShipping === undefined ? off : addUp([off, shipping])
}

const divideOrZero = (a: Decimal, b: Decimal): Decimal => (Number(b) === 0 ? zero : divide(a, b))

function toOrderRow(order: FakeOrder, totals: Totals): Record<string, string> {
  const both = (name: string, { excl, incl }: Amount) => ({
    [`${name}_tax_excl`]: six(excl),
    [`${name}_tax_incl`]: six(incl),
  })
  return {
    id_order: String(order.id),
    reference: toReference(order.id),
    id_shop: '1',
    id_carrier: '5',
    id_lang: '1',
    current_state: order.state ?? '2',
    payment: 'Bankoverschrijving',
    module: 'ps_wirepayment',
    conversion_rate: order.currency?.rate ?? '1.000000',
    carrier_tax_rate: '21.000',
    round_type: order.roundType ?? '2',
    round_mode: '2',
    gift: order.wrappingExcl === undefined ? '0' : '1',
    gift_message: '',
    invoice_number: '0',
    total_products: six(totals.products.excl),
    total_products_wt: six(totals.products.incl),
    ...both('total_shipping', totals.shipping),
    ...both('total_wrapping', totals.wrapping),
    ...both('total_discounts', totals.discounts),
    ...both('total_paid', totals.paid),
    date_add: order.added,
    date_upd: order.changed ?? order.added,
  }
}

/** Nine letters, as the shop makes them. */
const toReference = (id: number): string =>
  [...String(id).padStart(9, '0')].map((digit) => String.fromCharCode(65 + Number(digit))).join('')

const toDetail = (line: FakeLine, id: string, total: Amount) => ({
  id_order_detail: id,
  product_id: String(line.product),
  product_attribute_id: String(line.combination ?? 0),
  product_name: line.name,
  product_reference: line.code,
  product_quantity: String(line.quantity),
  unit_price_tax_excl: six(decimal(line.unitExcl)),
  unit_price_tax_incl: six(unitIncl(line)),
  total_price_tax_excl: six(total.excl),
  total_price_tax_incl: six(total.incl),
  reduction_percent: '0.00',
  tax_computation_method: '0',
  taxes:
    line.rate === '0'
      ? []
      : [{ id_tax: '1', rate: `${line.rate}.000`, unit_amount: '0.000000', total_amount: '0.000000', name: 'BTW' }],
  customizations: (line.typed ?? []).map(([name, value], index) => ({ index: String(index), type: '1', name, value })),
})

function toSlips({ id, lines, refunded, added }: FakeOrder): object[] {
  const [line] = lines
  if (refunded === undefined || line === undefined) return []
  const given = lineTotal({ ...line, quantity: refunded }, '2')
  const detail = {
    id_order_detail: `${id}0`,
    product_quantity: String(refunded),
    amount_tax_excl: six(given.excl),
    amount_tax_incl: six(given.incl),
  }
  const none = { total_shipping_tax_excl: '0.000000', total_shipping_tax_incl: '0.000000' }
  return [
    {
      id_order_slip: String(id),
      ...none,
      total_products_tax_excl: six(given.excl),
      total_products_tax_incl: six(given.incl),
      date_add: added,
      details: [detail],
    },
  ]
}

function toPeople(person: FakePerson): object {
  const address = {
    id_address: String(person.id),
    company: person.company ?? '',
    firstname: person.firstName,
    lastname: person.lastName,
    address1: `Dorpsstraat ${person.id}`,
    address2: '',
    postcode: '1234 AB',
    city: 'Amsterdam',
    phone: '0612345678',
    vat_number: person.vatNumber ?? '',
    country_iso: person.country ?? 'NL',
    country_name: 'Nederland',
    state_name: null,
  }
  const account = {
    id_customer: String(person.id),
    is_guest: person.guest === undefined ? '0' : '1',
    firstname: person.firstName,
    lastname: person.lastName,
    email: person.email,
    company: person.company ?? '',
    siret: '',
  }
  return {
    customer: { ...account, group: { id: '3', name: 'Klant', price_display_method: '0' } },
    invoice_address: address,
    delivery_address: address,
  }
}

const state = (id: string, name: string, flags: string) => ({
  id_order_state: id,
  name,
  paid: flags.includes('p') ? '1' : '0',
  shipped: flags.includes('s') ? '1' : '0',
  delivery: flags.includes('d') ? '1' : '0',
  logable: flags.includes('l') ? '1' : '0',
  invoice: '1',
  deleted: '0',
  module_name: '',
})

/** The installer's, as far as the stand-in uses them. */
export const states = [
  state('2', 'Betaling aanvaard', 'pl'),
  state('4', 'Verzonden', 'pdsl'),
  state('6', 'Geannuleerd', ''),
  state('7', 'Terugbetaald', ''),
  state('10', 'Wachten op bankoverschrijving', ''),
]

/** Order n, always the same: an article or two, shipping, one a minute. */
export function generateOrder(n: number): FakeOrder {
  const added = new Date(Date.UTC(2026, 0, 5, 8, n)).toISOString().slice(0, 19).replace('T', ' ')
  const person = { id: n, firstName: 'Jan', lastName: `Klant-${n}`, email: `klant${n}@voorbeeld.example` }
  const lines = Array.from({ length: (n % 2) + 1 }, (_, index) => ({
    product: 100 + ((n + index) % 50),
    name: `Artikel ${(n + index) % 50}`,
    code: `ART-${(n + index) % 50}`,
    quantity: (n % 3) + 1,
    unitExcl: '8.264463',
    rate: index === 0 ? '21' : '9',
  }))
  return { id: n, added, person, lines, shippingExcl: '5.743802' }
}
