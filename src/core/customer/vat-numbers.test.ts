import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountryCode } from '../ids.ts'
import { checkVatNumber, readVatNumber } from './vat-numbers.ts'

const read = (text: string, country: string | null) => readVatNumber(text, country as CountryCode | null)

const cases: readonly [country: string | null, text: string, numberCountry: string, ...written: string[]][] = [
  [
    'NL',
    'NL004495445B01',
    'NL',
    'NL004495445B01',
    'nl 0044.95.445.b.01',
    '004495445B01',
    'NL-004495445-B01',
    'BTW NL004495445B01',
  ],
  [
    'BE',
    'BE0428759497',
    'BE',
    'BE0428759497',
    'BE 0428.759.497',
    '0428.759.497',
    '428759497',
    'BE428759497',
    'TVA BE 0428.759.497',
  ],
  ['DE', 'DE136695976', 'DE', 'DE136695976', '136695976', 'DE 136 695 976', 'USt-IdNr. DE136695976'],
  ['LU', 'LU10000356', 'LU', 'LU 10000356', '10000356'],
  ['FR', 'FR83404833048', 'FR', 'FR 83 404 833 048', '83404833048'],
  ['GR', 'EL123456783', 'GR', 'EL123456783', 'GR123456783', '123456783', 'EL 123-456-783'],
  ['GB', 'GB980780684', 'GB', 'GB 980 7806 84', '980780684'],
  ['GB', 'XI980780684', 'GB', 'XI 980780684'],
  ['AT', 'ATU12345675', 'AT', 'ATU12345675', 'U12345675', 'AT U12345675'],
  ['CH', 'CHE116281710', 'CH', 'CHE-116.281.710 MWST', 'CHE116281710', '116.281.710'],
  ['BE', 'NL004495445B01', 'NL', 'NL004495445B01'],
  ['US', 'US123456789', 'US', 'US123456789', '12-3456789'],
  [null, 'DE136695976', 'DE', 'DE136695976'],
]

describe('CUST-4 a VAT number is the same with and without country prefix, dots, spaces and dashes', () => {
  const rows = cases.flatMap(([country, text, of, ...written]) =>
    written.map((each) => [country, each, text, of] as const),
  )
  test.each(rows)('%s “%s” → %s of %s', (country, written, text, numberCountry) => {
    expect(read(written, country)).toEqual({ text, country: numberCountry })
  })

  test.each(['', '-', 'n.v.t.', 'geen', '0', '000000000', 'NL999999999', 'onbekend 1'])(
    '“%s” is no VAT number',
    (text) => {
      expect(read(text, 'NL')).toBeNull()
    },
  )

  test('without prefix and without country it cannot be placed', () => {
    expect(read('136695976', null)).toBeNull()
  })

  test('reading twice is the same as once', () => {
    const country = fc.constantFrom('NL', 'BE', 'GR', 'CH', 'FR')
    fc.assert(
      fc.property(country, fc.stringMatching(/^([A-Z]{2})?[ .]?[0-9A-Z]{5,12}$/), (of, written) => {
        const once = read(written, of)
        fc.pre(once !== null)
        expect(read(once?.text ?? '', once?.country ?? null)).toEqual(once)
      }),
    )
  })
})

describe('REL-0088 a VAT number is checked by form and check digits', () => {
  const checks: readonly [text: string, result: string][] = [
    ['NL004495445B01', 'valid'],
    ['NL004495446B01', 'invalid'],
    ['NL123456789', 'invalid'],
    ['BE0428759497', 'valid'],
    ['BE0428759498', 'invalid'],
    ['BE1000000022', 'invalid'],
    ['BE1000000021', 'valid'],
    ['DE136695976', 'valid'],
    ['DE136695978', 'invalid'],
    ['LU10000356', 'valid'],
    ['FR83404833048', 'valid'],
    ['EL123456783', 'valid'],
    ['ATU12345675', 'valid'],
    ['XI980780684', 'valid'],
    ['CHE116281710', 'valid'],
    ['US12345678', 'unknown'],
  ]
  test.each(checks)('%s is %s', (text, result) => {
    expect(checkVatNumber({ text, country: 'XX' as CountryCode })).toBe(result)
  })
})
