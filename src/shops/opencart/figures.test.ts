// Lines, charges and VAT: every trap of reference/opencart.md on invented rows.
import { describe, expect, test } from 'vitest'
import { decimal, toFixed } from '../../core/money.ts'
import type { ShopOrder } from '../../core/order.ts'
import { added, type Change, readWell, reasonOf, row, rows, setUp } from './fake/changed-order.ts'
import type { Row } from './wire.ts'

describe('VAT of lines', () => {
  const line = (price: string, tax: string, quantity = '1') => {
    const total = toFixed(decimal(Number(price) * Number(quantity)), 4)
    return { price, tax, quantity, total }
  }

  test('an amount per unit (1.5.3 and later)', () => {
    const totals = rows([row('sub_total', 'S', '20.0000', '1'), row('tax', 'BTW 21%', '4.2000', '5')])
    expect(readWell({ products: [line('10.0000', '2.1000', '2')], ...totals }).lines[0]?.vatPercent).toBe('21')
  })

  test('the percentage (up to 1.5.1.2)', () => {
    const totals = rows([row('sub_total', 'S', '20.0000', '1'), row('tax', 'BTW 21%', '4.2000', '5')])
    const order = readWell({ products: [line('10.0000', '21.0000', '2')], ...totals, version: '1.5.1.2' })
    expect(order.lines[0]).toMatchObject({ vatPercent: '21', unitPriceIncl: '12.1', totalIncl: '24.2' })
  })

  test('an amount over the whole line (1.5.1.3–1.5.2)', () => {
    const totals = rows([row('sub_total', 'S', '30.0000', '1'), row('tax', 'BTW 21%', '6.3000', '5')])
    const order = readWell({ products: [line('10.0000', '6.3000', '3')], ...totals, version: '1.5.2' })
    expect(order.lines[0]).toMatchObject({ vatPercent: '21', unitPriceIncl: '12.1', totalIncl: '36.3' })
  })

  test('a tiny price many times: the total is exact, not the rounded tax times the quantity', () => {
    const totals = rows([row('sub_total', 'S', '5.6581', '1'), row('tax', 'BTW 21%', '1.1882', '5')])
    const [found] = readWell({ products: [line('0.0413', '0.0087', '137')], ...totals }).lines
    expect([found?.vatPercent, toFixed(found?.totalIncl ?? decimal(0), 4), found?.unitPriceIncl]).toEqual([
      '21',
      '6.8463',
      '0.05',
    ])
  })

  test('a price of 0 has no rate', () => {
    const totals = rows([row('sub_total', 'S', '10.0000', '1'), row('tax', 'BTW 21%', '2.1000', '5')])
    const order = readWell({ products: [line('10.0000', '2.1000'), line('0.0000', '0.0000')], ...totals })
    expect(order.lines.map((one) => one.vatPercent)).toEqual(['21', null])
    expect(order.readingNotes).toEqual([])
  })

  test('a rate that the set-up no longer has is still known', () => {
    const totals = rows([row('sub_total', 'S', '10.0000', '1'), row('tax', 'BTW hoog', '1.9000', '5')])
    const order = readWell({ products: [line('10.0000', '1.9000')], ...totals })
    expect([order.lines[0]?.vatPercent, order.vat[0]?.vatPercent]).toEqual(['19', '19'])
  })

  test('a fixed tax inside the line’s tax becomes a charge of its own', () => {
    const tax_rates = [
      ...setUp.tax_rates,
      { tax_rate_id: '9', name: 'Verwijderingsbijdrage', rate: '1.2500', type: 'F', geo_zone_id: '1' },
    ]
    const totals = rows([
      row('sub_total', 'S', '659.5042', '1'),
      row('tax', 'BTW 21%', '138.4959', '5'),
      row('tax', 'Verwijderingsbijdrage', '2.5000', '5'),
    ])
    const products = [line('329.7521', '70.4979', '2')]
    for (const context of [{ tax_rates }, {}]) {
      const order = readWell({ products, ...totals, context })
      expect(order.lines[0]?.vatPercent).toBe('21')
      expect(order.charges).toMatchObject([{ kind: 'fixedTax', amountExcl: '2.5', amountIncl: '2.5' }])
      expect(added(order)).toBeCloseTo(Number(order.totalInclUnrounded), 3)
    }
  })

  test('a tax that fits nothing is said', () => {
    const totals = rows([row('sub_total', 'S', '10.0000', '1'), row('tax', 'BTW bijzonder', '1.3700', '5')])
    const order = readWell({
      products: [line('10.0000', '1.3700')],
      ...totals,
      context: { tax_rates: setUp.tax_rates },
    })
    expect(order.lines[0]?.vatPercent).toBeNull()
    expect(order.readingNotes.map((note) => note.code)).toContain('opencart.lineVatUnknown')
  })
})

describe('total rows', () => {
  const goods = { price: '100.0000', total: '100.0000', tax: '21.0000', quantity: '1' }
  const cheap = { price: '50.0000', total: '50.0000', tax: '4.5000', quantity: '1' }
  const charge = (order: ShopOrder, code: string) => order.charges.find((one) => one.code === code)

  test('several costs get the rates that make the tax rows', () => {
    const totals = rows([
      row('sub_total', 'S', '150.0000', '1'),
      row('shipping', 'Verzendkosten', '10.0000'),
      row('handling', 'Administratie', '4.0000'),
      row('wees_zuinig', 'Vreemd', '2.0000'),
      row('tax', 'BTW 21%', '24.3600', '5'),
      row('tax', 'BTW 9%', '4.5000', '5'),
    ])
    // 16 over at 21 %: 3.36; the set-up says so of shipping only, the figures of all three.
    const order = readWell({ products: [goods, cheap], totals: totals.totals as Row[], order: totals.order as Row })
    expect([...order.charges.map((one) => one.parts[0]?.vatPercent)]).toEqual(['21', '21', '21'])
    expect(charge(order, 'wees_zuinig')).toMatchObject({ kind: 'fee' })
    expect(order.readingNotes).toEqual([
      { code: 'opencart.rowUnknown', data: { row: 'wees_zuinig', title: 'Vreemd', kind: 'fee' } },
    ])
  })

  test('a row that the user knows better goes by the setting', () => {
    const totals = rows([
      row('sub_total', 'S', '100.0000', '1'),
      row('xpunten', 'Spaarpunten', '-5.0000', '6'),
      row('tax', 'BTW 21%', '21.0000', '5'),
    ])
    const order = readWell({ products: [goods], ...totals, mapping: { chargeKinds: { XPunten: 'giftCard' } } })
    expect(order.charges).toMatchObject([
      { kind: 'giftCard', amountExcl: '-5', amountIncl: '-5', parts: [{ vatPercent: null }] },
    ])
    expect(order.readingNotes).toEqual([])
  })

  test('a coupon over two rates is split by what it does to the tax rows', () => {
    const totals = rows([
      row('sub_total', 'S', '150.0000', '1'),
      row('coupon', 'Bon (X)', '-30.0000', '4'),
      row('tax', 'BTW 21%', '16.8000', '5'),
      row('tax', 'BTW 9%', '3.6000', '5'),
    ])
    const coupon = charge(readWell({ products: [goods, cheap], ...totals }), 'coupon')
    expect(coupon?.parts).toEqual([
      { vatPercent: '21', amountExcl: '-20', vatAmount: '-4.2' },
      { vatPercent: '9', amountExcl: '-10', vatAmount: '-0.9' },
    ])
    expect(coupon).toMatchObject({ kind: 'discount', amountExcl: '-30', amountIncl: '-35.1', vatKnown: true })
  })

  test('a coupon that takes a whole rate away, so that its tax row is gone', () => {
    const totals = rows([
      row('sub_total', 'S', '150.0000', '1'),
      row('coupon', 'Bon', '-50.0000', '4'),
      row('tax', 'BTW 21%', '21.0000', '5'),
    ])
    const coupon = charge(readWell({ products: [goods, cheap], ...totals }), 'coupon')
    expect(coupon?.parts).toEqual([{ vatPercent: '9', amountExcl: '-50', vatAmount: '-4.5' }])
  })

  test('a coupon for free shipping is at the rate of the shipping', () => {
    const totals = rows([
      row('sub_total', 'S', '50.0000', '1'),
      row('shipping', 'Verzendkosten', '4.9587'),
      row('coupon', 'Gratis', '-4.9587', '4'),
      row('tax', 'BTW 9%', '4.5000', '5'),
    ])
    const order = readWell({ products: [cheap], ...totals })
    expect(order.charges.map((one) => one.parts.map((part) => part.vatPercent))).toEqual([['21'], ['21']])
  })

  test('voucher and credit are payments after VAT', () => {
    const totals = rows([
      row('sub_total', 'S', '100.0000', '1'),
      row('tax', 'BTW 21%', '21.0000', '5'),
      row('credit', 'Tegoed', '-15.0000', '7'),
      row('voucher', 'Cadeaubon (ABC)', '-20.0000', '8'),
    ])
    const order = readWell({ products: [goods], ...totals })
    expect(order.charges.map((one) => [one.kind, one.amountExcl, one.amountIncl, one.parts[0]?.vatPercent])).toEqual([
      ['giftCard', '-15', '-15', null],
      ['giftCard', '-20', '-20', null],
    ])
  })

  test('a cost that comes after the VAT carries none, and that is said', () => {
    const totals = rows([
      row('sub_total', 'S', '100.0000', '1'),
      row('tax', 'BTW 21%', '21.0000', '5'),
      row('paymentfee', 'iDEAL', '1.0000', '6'),
    ])
    const order = readWell({ products: [goods], ...totals })
    expect(order.charges).toMatchObject([{ kind: 'payment', amountIncl: '1', parts: [{ vatPercent: '0' }] }])
    expect(order.readingNotes.map((note) => note.code)).toEqual(['opencart.costsAfterVat'])
  })

  test('a gift voucher sold is a line without VAT', () => {
    const totals = rows([row('sub_total', 'S', '25.0000', '1')])
    const vouchers = [{ order_voucher_id: '4', description: 'Bon &amp; meer', amount: '25.0000' }]
    const order = readWell({ products: [], ...totals, raw: { vouchers } })
    expect(order.lines).toMatchObject([
      { id: 'voucher-4', kind: 'giftCardSold', description: 'Bon & meer', totalIncl: '25', vatPercent: '0' },
    ])
  })

  test('1.4 has no codes: rows go by place and title', () => {
    const list = [
      ['Sub-Total:', '100.0000'],
      ['Verzendkosten:', '10.0000'],
      ['Kortingsbon 10%:', '-10.0000'],
      ['BTW 21%:', '21.0000'],
      ['Total:', '121.0000'],
    ].map(([title = '', value = ''], index) => ({ title, value, text: '', sort_order: String(index + 1) }))
    const order = readWell({ products: [{ ...goods, tax: '21.0000' }], totals: list, order: { total: '121.0000' } })
    expect(order.charges.map((one) => [one.kind, one.title, one.parts[0]?.vatPercent])).toEqual([
      ['shipping', 'Verzendkosten', '21'],
      ['discount', 'Kortingsbon 10%', '21'],
    ])
  })

  test('VAT rows that follow from nothing are said; the order is read all the same', () => {
    const totals = rows([
      row('sub_total', 'S', '100.0000', '1'),
      row('shipping', 'V', '10.0000'),
      row('tax', 'BTW 21%', '50.0000', '5'),
    ])
    const order = readWell({ products: [goods], ...totals })
    expect(order.readingNotes.map((note) => note.code)).toEqual(['opencart.vatNotExplained'])
    expect(order.charges[0]?.vatKnown).toBe(false)
  })

  test('SALE-9 rows that do not add up are said, with both sums', () => {
    const { totals } = rows([row('sub_total', 'S', '100.0000', '1'), row('tax', 'BTW 21%', '21.0000', '5')])
    const list = (totals ?? []).map((one) => (one['code'] === 'total' ? { ...one, value: '118.5000' } : one))
    const order = readWell({ products: [goods], totals: list, order: { total: '118.5000' } })
    expect(order.readingNotes).toEqual([
      { code: 'opencart.rowsDoNotAddUp', data: { total: '118.50', shown: '121.00' } },
    ])
    expect(order.totalIncl).toBe('118.5')
  })

  test('an order whose last rows are not there yet waits; one that only lacks its total row does not', () => {
    const half = { products: [goods], totals: [row('sub_total', 'S', '100.0000', '1')], order: { total: '121.0000' } }
    expect(reasonOf({ ...half, raw: { complete: false } })).toBe('opencart.incomplete')
    const whole = [...half.totals, row('tax', 'BTW 21%', '21.0000', '5')]
    expect(reasonOf({ ...half, totals: whole, raw: { complete: false } })).toBe('read')
  })

  test('negative quantities are read as they are', () => {
    const totals = rows([row('sub_total', 'S', '-100.0000', '1')])
    const order = readWell({ products: [{ ...goods, quantity: '-1', total: '-100.0000', tax: '0.0000' }], ...totals })
    expect([order.lines[0]?.quantity, order.totalIncl]).toEqual(['-1', '-100'])
  })
})

describe('orders without VAT', () => {
  const untaxed = rows([row('sub_total', 'S', '100.0000', '1'), row('shipping', 'V', '10.0000')])
  const products = [{ price: '100.0000', total: '100.0000', tax: '0.0000', quantity: '1' }]

  test('in a shop with tax rates are without VAT', () => {
    const order = readWell({ products, ...untaxed })
    expect([order.lines[0]?.vatPercent, order.charges[0]?.parts[0]?.vatPercent, order.vat]).toEqual(['0', '0', []])
  })

  test('in a shop without any rate wait until the user says which it is', () => {
    expect(reasonOf({ products, ...untaxed, context: { tax_rates: [] } })).toBe('opencart.noTaxSetup')
    expect(reasonOf({ products, ...untaxed, context: { tax_rates: [] }, mapping: { untaxedOrders: 'noVat' } })).toBe(
      'read',
    )
  })

  test('have their VAT taken out of the prices where the user says that it is inside', () => {
    const order = readWell({ products, ...untaxed, mapping: { untaxedOrders: 'inclVat' } })
    expect(order.priceEntry).toBe('incl')
    expect(order.lines[0]).toMatchObject({ unitPriceIncl: '100', totalIncl: '100', vatPercent: '21' })
    expect(toFixed(order.lines[0]?.unitPriceExcl ?? decimal(0), 4)).toBe('82.6446')
    expect(order.charges[0]).toMatchObject({ amountIncl: '10', parts: [{ vatPercent: '21' }] })
    expect(order.readingNotes.map((note) => note.code)).toEqual(['opencart.vatInsidePrices'])
    expect(added(order)).toBeCloseTo(110, 10)
  })
})

describe('article codes', () => {
  const product: Row = { product_id: '1001', model: 'M-1', sku: 'SKU &amp; 1', ean: '', mpn: 'P1' }
  const codeOf = (change: Change) => readWell(change).lines[0]?.articleCode

  test('the SKU of the catalogue, decoded; none where it is empty or the product is gone', () => {
    expect(codeOf({ products: [{ product }] })).toBe('SKU & 1')
    expect(codeOf({ products: [{ product: { ...product, sku: '' } }] })).toBeNull()
    expect(codeOf({ products: [{ product: null }] })).toBeNull()
  })

  test('another field by setting; the model is always there', () => {
    expect(codeOf({ products: [{ product: null, model: 'M-9' }], mapping: { articleCode: 'model' } })).toBe('M-9')
    expect(codeOf({ products: [{ product: null, model: 'M-9' }], mapping: { articleCode: 'skuElseModel' } })).toBe(
      'M-9',
    )
    expect(codeOf({ products: [{ product }], mapping: { articleCode: 'mpn' } })).toBe('P1')
    expect(codeOf({ products: [{ product }], mapping: { articleCode: 'ean' } })).toBeNull()
  })

  test('4.1 keeps codes in a table, which comes before the old column', () => {
    const codes = [{ code: 'SKU', value: 'NIEUW' }]
    expect(codeOf({ products: [{ product, codes }] })).toBe('NIEUW')
  })

  const variants = [
    { product_id: '2', sku: 'TS-M', ean: '', model: '', variant: '{"9":"91"}' },
    { product_id: '3', sku: 'TS-XL', ean: '871', model: '', variant: '{"9":"92","10":["101","102"]}' },
  ]
  const option = (option_id: string, value: string): Row => ({
    order_product_id: '1',
    product_option_id: option_id,
    product_option_value_id: value,
    name: 'Maat',
    value: 'x',
    type: 'select',
  })
  test('4.x the variant whose every option was chosen gives its code, when that is switched on', () => {
    const chosen = [option('9', '92'), option('10', '101'), option('10', '102')]
    const change: Change = { products: [{ product, variants }], raw: { options: chosen } }
    expect(codeOf({ ...change, mapping: { variantCodes: true } })).toBe('TS-XL')
    expect(codeOf({ ...change, raw: { options: chosen.slice(0, 2) }, mapping: { variantCodes: true } })).toBe('SKU & 1')
    expect(codeOf(change)).toBe('SKU & 1')
    expect(readWell(change).readingNotes.map((note) => note.code)).toEqual(['opencart.variantHasOwnCode'])
  })

  test('options keep every choice of a checkbox; a file has its name, in 1.5 without the hash behind it', () => {
    const options = [
      { order_product_id: '1', name: 'Extra', value: 'Strijken', type: 'checkbox' },
      { order_product_id: '1', name: 'Extra', value: 'Doos &amp; lint', type: 'checkbox' },
      { order_product_id: '1', name: 'Foto', value: 'a'.repeat(40), type: 'file', upload_name: 'foto.jpg' },
      { order_product_id: '1', name: 'Foto', value: `kat.png.${'0a'.repeat(16)}`, type: 'file', upload_name: null },
      { order_product_id: '2', name: 'Van een ander', value: 'x', type: 'text' },
    ]
    const found = readWell({ products: [{ product }], raw: { options } }).lines[0]?.options
    expect(found?.map((one) => one.value)).toEqual(['Strijken', 'Doos & lint', 'foto.jpg', 'kat.png'])
  })

  test('1.4 keeps the surcharge with the option', () => {
    const options = [{ order_product_id: '1', name: 'Maat', value: 'XL', price: '2.5000', prefix: '-' }]
    expect(readWell({ products: [{ product }], raw: { options } }).lines[0]?.options[0]?.unitPriceExcl).toBe('-2.5')
  })
})
