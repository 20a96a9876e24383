import { describe, expect, test } from 'vitest'
import type { VatKind } from './administration.ts'
import type { CalendarDate, CountryCode } from './ids.ts'
import { type Decimal, decimal } from './money.ts'
import { lists } from './sales-order/testing/administration.ts'
import { expectedVatPercent, rateOf, regionOf, type VatSituation, vatKindOf } from './vat.ts'

const day = (text: string) => text as CalendarDate

describe('Dutch rates are dated', () => {
  test.each([
    ['high', '2012-09-30', '19'],
    ['high', '2012-10-01', '21'],
    ['low', '2018-12-31', '6'],
    ['low', '2019-01-01', '9'],
    ['none', '2026-03-02', '0'],
    ['other', '2026-03-02', null],
    ['high', '1999-01-01', null],
  ] as const)('%s on %s is %s', (kind, date, percent) => {
    expect(rateOf(kind, day(date), lists.vatRates)).toBe(percent)
  })

  test.each([
    ['21', '2026-03-02', 'high'],
    ['21.00', '2026-03-02', 'high'],
    ['9', '2026-03-02', 'low'],
    ['9', '2018-03-02', null],
    ['6', '2018-03-02', 'low'],
    ['0', '2026-03-02', 'none'],
    ['19', '2026-03-02', null],
  ] as const)('%s percent on %s is kind %s', (percent, date, kind) => {
    expect(vatKindOf(percent as Decimal, day(date), lists.vatRates)).toBe(kind)
  })
})

test.each([
  ['NL', 'nl'],
  [null, 'nl'],
  ['DE', 'eu'],
  ['GR', 'eu'],
  ['HR', 'eu'],
  ['GB', 'world'],
  ['CH', 'world'],
  ['NO', 'world'],
] as const)('%s lies in region %s', (country, region) => {
  expect(regionOf(country as CountryCode | null)).toBe(region)
})

describe('what SnelStart will charge', () => {
  const expected = (
    kind: VatKind,
    country: string,
    date: string,
    company: Partial<VatSituation['company']>,
    customerHasVatNumber = false,
  ) =>
    expectedVatPercent(kind, {
      country: country as CountryCode,
      customerHasVatNumber,
      date: day(date),
      company: { ...lists.company, ...company },
      rates: lists.vatRates,
      foreignRates: lists.foreignVatRates,
      foreignReducedRate: 'higher',
    })

  const shop = { foreignVat: true }
  const until2025 = { foreignVat: true, foreignVatRanges: [{ from: day('2021-07-01'), to: day('2024-12-31') }] }

  test.each([
    ['higher', '12'],
    ['lower', '6'],
  ] as const)('a country with two reduced rates: the %s one as set', (foreignReducedRate, percent) => {
    const belgian = (rateCode: string, rate: string) => ({
      country: 'BE' as CountryCode,
      rateCode,
      percent: decimal(rate),
      from: day('2021-07-01'),
    })
    const situation = {
      country: 'BE' as CountryCode,
      customerHasVatNumber: false,
      date: day('2026-03-02'),
      company: { ...lists.company, foreignVat: true },
      rates: lists.vatRates,
      foreignRates: [belgian('SR', '21'), belgian('RRH', '12'), belgian('RRL', '6')],
      foreignReducedRate,
    }
    expect(expectedVatPercent('low', situation)).toBe(percent)
  })

  test.each([
    ['a Dutch customer', 'high', 'NL', '2026-03-02', shop, '21'],
    ['a Dutch customer, low rate', 'low', 'NL', '2026-03-02', {}, '9'],
    ['outside the EU', 'high', 'US', '2026-03-02', shop, '0'],
    ['an EU consumer without one-stop shop', 'high', 'DE', '2026-03-02', {}, '21'],
    ['an EU consumer', 'high', 'DE', '2026-03-02', shop, '19'],
    ['an EU consumer, low rate', 'low', 'DE', '2026-03-02', shop, '7'],
    ['an EU consumer, no VAT', 'none', 'DE', '2026-03-02', shop, '0'],
    ['an EU consumer when his rate was lower', 'high', 'DE', '2020-10-01', shop, '16'],
    ['an EU consumer within the ranges', 'high', 'DE', '2024-12-31', until2025, '19'],
    ['an EU consumer after the ranges', 'high', 'DE', '2025-01-01', until2025, '21'],
    ['an EU consumer whose country has no rates here', 'high', 'BE', '2026-03-02', shop, '21'],
  ] as const)('%s', (_, kind, country, date, company, percent) => {
    expect(expected(kind, country, date, company)).toBe(percent)
  })

  test('an EU business with a VAT number is reverse-charged, a Dutch one is not', () => {
    expect(expected('high', 'DE', '2026-03-02', shop, true)).toBe('0')
    expect(expected('high', 'NL', '2026-03-02', shop, true)).toBe('21')
  })

  test('a kind without a rate on that day is unknown, not zero', () => {
    expect(expected('other', 'NL', '2026-03-02', {})).toBeNull()
    expect(decimal('0')).toBe(expected('other', 'US', '2026-03-02', {}))
  })
})
