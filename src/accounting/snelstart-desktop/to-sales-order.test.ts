import { describe, expect, test } from 'vitest'
import type { SalesOrderDocument, SalesOrderLine } from '../../core/administration.ts'
import type { ArticleCode, CalendarDate, CountryCode, RemoteId } from '../../core/ids.ts'
import { decimal } from '../../core/money.ts'
import { toOrder, toOrderLine } from './to-sales-order.ts'

const line = (changes: Partial<SalesOrderLine> = {}): SalesOrderLine => ({
  articleCode: 'MOK' as ArticleCode,
  description: 'Mok, rood',
  quantity: decimal('2'),
  unitPrice: decimal('12.50'),
  origin: { kind: 'line', ref: '1' },
  vatKind: 'high',
  vatPercent: decimal('21'),
  ...changes,
})

describe('SALE-5 which call of the Gateway a line goes by', () => {
  const article = { articleCode: 'MOK', quantity: '2' }
  const price = { price: '12.5', discountPercent: '0' }
  test.each([
    ['B: all is the shop’s', {}, { call: 'B', ...article, description: 'Mok, rood', ...price }],
    ['C: SnelStart’s description', { description: '' }, { call: 'C', ...article, ...price }],
    ['A: SnelStart’s description and price', { description: '', ownPrice: true }, { call: 'A', ...article }],
    [
      'D: SnelStart’s price under words of the shop',
      { ownPrice: true },
      { call: 'D', ...article, description: 'Mok, rood', discountPercent: '0' },
    ],
    ['text: words alone', { articleCode: '', text: true }, { call: 'text', description: 'Mok, rood' }],
  ] as const)('%s', (_name, changes, expected) => {
    expect(toOrderLine(line(changes as Partial<SalesOrderLine>))).toEqual(expected)
  })

  test('a line without article that is no text is a mistake of ours', () => {
    expect(() => toOrderLine(line({ articleCode: '' as ArticleCode }))).toThrow('without an article')
  })
})

const document: SalesOrderDocument = {
  templateId: '2' as RemoteId,
  date: '2026-11-20' as CalendarDate,
  description: 'Webshop-order 1001',
  paymentReference: '1001',
  memo: '',
  priceEntry: 'incl',
  invoiceAddress: null,
  deliveryAddress: null,
  lines: [line()],
  costType1: null,
  costType2: null,
}
const around = {
  customerCode: 20_045,
  customerName: 'Truus Bekend',
  countryIds: (code: CountryCode) => (code === 'BE' ? 7 : null),
  templateHasCosts: false,
}
const address = { contact: 'Jan', street: 'Laan 2', postcode: '9000', city: 'Gent', country: 'BE' as CountryCode }

describe('the order as a whole', () => {
  test('SALE-8 cost amounts are left alone where neither the order nor the template has any', () => {
    expect(toOrder(document, around)).toMatchObject({ costA: null, costB: null })
  })

  test('SALE-8 an amount that the template would fill in is 0 where the shop did not charge it', () => {
    expect(toOrder(document, { ...around, templateHasCosts: true })).toMatchObject({ costA: '0.00', costB: '0.00' })
  })

  test('SALE-8 both amounts are set where one of them is the shop’s', () => {
    expect(toOrder({ ...document, costType2: decimal('4.95') }, around)).toMatchObject({ costA: '0.00', costB: '4.95' })
  })

  test('SALE-4 an address without a name of its own gets the customer’s', () => {
    const given = { ...document, deliveryAddress: address, invoiceAddress: { ...address, name: 'Bakkerij BV' } }
    expect(toOrder(given, around)).toMatchObject({
      deliveryAddress: { name: 'Truus Bekend', contact: 'Jan', countryId: 7 },
      invoiceAddress: { name: 'Bakkerij BV', contact: 'Jan', countryId: 7 },
    })
  })

  test('SALE-4 a country that is not listed is refused before anything is sent', () => {
    const given = { ...document, deliveryAddress: { ...address, country: 'ZZ' as CountryCode } }
    expect(() => toOrder(given, around)).toThrow(expect.objectContaining({ code: 'desktop.countryUnknown' }))
  })

  test('BEY-1 an order without payment reference is never sent: it could not be found back', () => {
    expect(() => toOrder({ ...document, paymentReference: ' ' }, around)).toThrow('without payment reference')
  })

  test('BEY-1 nor is one whose reference SnelStart would cut: it would be made anew at every run', () => {
    const longest = 'W'.repeat(50)
    expect(toOrder({ ...document, paymentReference: longest }, around).paymentReference).toBe(longest)
    expect(() => toOrder({ ...document, paymentReference: `${longest}W` }, around)).toThrow(
      expect.objectContaining({ code: 'desktop.referenceTooLong', context: { reference: `${longest}W`, limit: '50' } }),
    )
  })
})
