import { expect, test } from 'vitest'
import { formatAmount, formatDay, formatDecimal, formatPrice, tell } from './format.ts'
import { decimal } from './money.ts'

const amounts = [
  ['1204.35', '€ 1.204,35', '€1,204.35'],
  ['-2.5', '€ -2,50', '-€2.50'],
  ['0', '€ 0,00', '€0.00'],
  ['-0.001', '€ 0,00', '€0.00'],
  ['999.995', '€ 1.000,00', '€1,000.00'],
  ['-1234567.8', '€ -1.234.567,80', '-€1,234,567.80'],
  ['90071992547409931234.56', '€ 90.071.992.547.409.931.234,56', '€90,071,992,547,409,931,234.56'],
] as const

test.each(amounts)('the amount %s is written %s in Dutch and %s in English, exact at any size', (value, nl, en) => {
  expect(formatAmount(decimal(value), 'EUR', 'nl')).toBe(nl)
  expect(formatAmount(decimal(value), 'EUR', 'en')).toBe(en)
})

test('another currency is named by its code', () => {
  expect(formatAmount(decimal('1204.3'), 'USD', 'nl')).toBe('USD 1.204,30')
  expect(formatAmount(decimal('-1204.3'), 'USD', 'en')).toBe('USD -1,204.30')
})

test('a number keeps the decimals it has, a price shows cents at least', () => {
  expect(formatDecimal(decimal('0.3333'), 'nl')).toBe('0,3333')
  expect(formatDecimal(decimal('1000'), 'en')).toBe('1,000')
  expect(formatPrice(decimal('10'), 'nl')).toBe('10,00')
  expect(formatPrice(decimal('33.0579'), 'nl')).toBe('33,0579')
  expect(formatPrice(decimal('1234.5'), 'en')).toBe('1,234.50')
})

test('a day is written out, and what is no day stays as it is', () => {
  expect(formatDay('2026-11-20', 'nl')).toBe('20 november 2026')
  expect(formatDay('2026-03-04', 'en')).toBe('4 March 2026')
  expect(formatDay('2026-13-04', 'en')).toBe('2026-13-04')
  expect(formatDay('', 'nl')).toBe('')
})

test('decimals are told in the language, and numbers that are no amount are left alone', () => {
  const text = {
    nl: 'Order {number}: € {difference} met {vatPercent}% of {vatPercent} %, artikel {code}, btw-nummer {vat}',
    en: 'Order {number}: € {difference} with {vatPercent}% or {vatPercent} %, article {code}, VAT number {vat}',
  }
  const data = { number: '1002.10', difference: '-1002.50', vatPercent: '5.5', code: '10.50', vat: '1234.56' }
  expect(tell(text, data, 'nl')).toBe('Order 1002.10: € -1.002,50 met 5,5% of 5,5 %, artikel 10.50, btw-nummer 1234.56')
  expect(tell(text, data, 'en')).toBe('Order 1002.10: -€1,002.50 with 5.5% or 5.5 %, article 10.50, VAT number 1234.56')
})

test('a place that the data do not fill, or not with a decimal, is told as it came', () => {
  const text = { nl: '€ {a}, € {b} en {c}%', en: '' }
  expect(tell(text, { a: 'onbekend', c: '' }, 'nl')).toBe('€ onbekend, € {b} en %')
})
