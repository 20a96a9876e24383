// Brings a postcode to the form in which postcodes are compared: no spaces, signs or country prefix, capitals.
import type { CountryCode } from '../ids.ts'

/** Letters that are put before the postcode of a country whose postcodes are digits: 'B-2000', 'L 1234', 'SE-123 45'. */
const digitsOnly: Readonly<Record<string, readonly string[]>> = {
  AT: ['A', 'AT'],
  BE: ['B', 'BE'],
  BG: ['BG'],
  CH: ['CH'],
  CY: ['CY'],
  CZ: ['CZ'],
  DE: ['D', 'DE'],
  DK: ['DK'],
  EE: ['EE'],
  ES: ['E', 'ES'],
  FI: ['FI', 'FIN'],
  FR: ['F', 'FR'],
  GR: ['GR', 'EL'],
  HR: ['HR'],
  HU: ['H', 'HU'],
  IT: ['I', 'IT'],
  LI: ['FL', 'LI'],
  LT: ['LT'],
  LU: ['L', 'LU'],
  LV: ['LV'],
  NL: ['NL'],
  NO: ['N', 'NO'],
  PL: ['PL'],
  PT: ['P', 'PT'],
  RO: ['RO'],
  SE: ['S', 'SE'],
  SI: ['SI'],
  SK: ['SK'],
}

/** 'B-2000' and 'LV 1010' whatever the country: one or two letters, a sign, then digits. Not 'SW1A', 'VLT 1117' or 'D02 X285'. */
const prefixed = /^[A-Z]{1,2}[-. ]+(?=\d\d)/

/**
 * '' where there is none. `country` null: not known, then only a prefix that is set apart is cut off.
 * Postcodes that do not belong to the country are kept as they are. Idempotent.
 */
export function postcodeKey(postcode: string, country: CountryCode | null): string {
  const written = postcode.toUpperCase().trim()
  const compact = (country === 'GB' || country === 'IE' ? written : written.replace(prefixed, '')).replace(
    /[^\p{L}\p{N}]/gu,
    '',
  )
  const letters = /^[A-Z]+/.exec(compact)?.[0] ?? ''
  const isPrefix = letters !== '' && (digitsOnly[country ?? '']?.includes(letters) ?? false)
  return isPrefix ? compact.slice(letters.length) : compact
}
