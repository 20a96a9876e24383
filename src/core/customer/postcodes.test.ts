import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountryCode } from '../ids.ts'
import { postcodeKey } from './postcodes.ts'

const cases: readonly [country: string | null, key: string, ...written: string[]][] = [
  ['NL', '1234AB', '1234AB', '1234 ab', ' 1234  AB ', '1234-AB', 'NL-1234 AB', 'NL 1234AB', '1234.ab'],
  ['BE', '2000', '2000', 'B-2000', 'B2000', 'B 2000', 'BE-2000', 'be 2000'],
  ['LU', '1234', '1234', 'L-1234', 'L1234', 'LU-1234', 'l 1234'],
  ['DE', '10115', '10115', 'D-10115', 'DE 10115', 'D10115'],
  ['AT', '1010', '1010', 'A-1010', 'AT-1010'],
  ['CH', '8001', '8001', 'CH-8001', 'CH 8001'],
  ['FR', '75008', '75008', 'F-75008', 'FR-75008', '75 008'],
  ['GB', 'SW1A1AA', 'SW1A 1AA', 'sw1a1aa', 'SW1A-1AA'],
  ['GB', 'M11AE', 'M1 1AE', 'm11ae'],
  ['IE', 'D02X285', 'D02 X285', 'd02x285'],
  ['PL', '00001', '00-001', '00001', 'PL-00-001', 'PL 00001'],
  ['PT', '1000001', '1000-001', '1000 001', 'P-1000-001'],
  ['SE', '12345', '123 45', '12345', 'SE-123 45', 'S-12345'],
  ['DK', '1050', '1050', 'DK-1050'],
  ['CZ', '11000', '110 00', 'CZ-110 00'],
  ['LV', '1010', 'LV-1010', 'LV1010', '1010'],
  ['ES', '08001', '08001', 'E-08001'],
  ['IT', '00184', '00184', 'I-00184', 'IT 00184'],
  ['MT', 'VLT1117', 'VLT 1117', 'vlt1117'],
  [null, '2000', '2000', 'B-2000', 'BE 2000'],
  [null, '1234AB', '1234 ab', 'NL-1234 AB'],
  [null, 'SW1A1AA', 'SW1A 1AA'],
  ['NL', 'SW1A1AA', 'SW1A 1AA'],
  ['NL', '', '', '  ', '-'],
]

describe('CUST-3 postcodes are compared without spaces, signs and country prefix', () => {
  const rows = cases.flatMap(([country, key, ...written]) => written.map((text) => [country, text, key] as const))
  test.each(rows)('%s “%s” → %s', (country, text, key) => {
    expect(postcodeKey(text, country as CountryCode | null)).toBe(key)
  })

  test('normalising twice is the same as once, whatever the text and country', () => {
    const countries = fc.constantFrom('NL', 'BE', 'LU', 'DE', 'FR', 'GB', 'PL', 'PT', 'SE', 'LV', 'US', null)
    const text = fc.oneof(fc.stringMatching(/^[A-Z]{0,3}[- ]?[0-9A-Z -]{0,8}$/), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(text, countries, (written, country) => {
        const once = postcodeKey(written, country as CountryCode | null)
        expect(postcodeKey(once, country as CountryCode | null)).toBe(once)
      }),
    )
  })
})
