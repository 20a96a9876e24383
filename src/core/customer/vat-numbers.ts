// VAT numbers: one spelling for all of them, the country they belong to, and whether they can be right.
import * as jsvat from 'jsvat'
import type { CountryCode } from '../ids.ts'

/** With its country's prefix as VAT numbers have it: 'NL123456789B01', 'EL123456789', 'CHE123456789'. */
export type VatNumber = { readonly text: string; readonly country: CountryCode }

/** Prefix to the country's own checking rules; two prefixes differ from the country's code. */
const rules: Readonly<Record<string, jsvat.Country>> = {
  AT: jsvat.austria,
  BE: jsvat.belgium,
  BG: jsvat.bulgaria,
  CH: jsvat.switzerland,
  CY: jsvat.cyprus,
  CZ: jsvat.czechRepublic,
  DE: jsvat.germany,
  DK: jsvat.denmark,
  EE: jsvat.estonia,
  EL: jsvat.greece,
  ES: jsvat.spain,
  FI: jsvat.finland,
  FR: jsvat.france,
  GB: jsvat.unitedKingdom,
  HR: jsvat.croatia,
  HU: jsvat.hungary,
  IE: jsvat.ireland,
  IT: jsvat.italy,
  LT: jsvat.lithuania,
  LU: jsvat.luxembourg,
  LV: jsvat.latvia,
  MT: jsvat.malta,
  NL: jsvat.netherlands,
  NO: jsvat.norway,
  PL: jsvat.poland,
  PT: jsvat.portugal,
  RO: jsvat.romania,
  SE: jsvat.sweden,
  SI: jsvat.slovenia,
  SK: jsvat.slovakiaRepublic,
}

const countryOfPrefix = (prefix: string): CountryCode =>
  (prefix === 'EL' ? 'GR' : prefix === 'XI' ? 'GB' : prefix) as CountryCode
const prefixOfCountry = (country: CountryCode): string => (country === 'GR' ? 'EL' : country)

/** Spellings of one number: Belgian ones lost their first zero, Swiss ones have 'CHE' before and a tax's name behind them. */
function tidy(prefix: string, number: string): string {
  if (prefix === 'BE' && /^\d{9}$/.test(number)) return `0${number}`
  if (prefix === 'CH') return `E${number.replace(/^E/, '').replace(/(MWST|TVA|IVA)$/, '')}`
  return number
}

/**
 * Reads a VAT number with or without country prefix, dots, spaces and dashes; without prefix it is taken for one of
 * `country`. null: nothing that could be one ('n.v.t.', '-', fewer than two digits), or no country to place it in.
 * Says nothing about validity. Source: manuals, chapter 2.6, 'Slim' (the country code that is not always filled in).
 */
export function readVatNumber(text: string, country: CountryCode | null): VatNumber | null {
  const compact = text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^(BTW|VAT|TVA|USTID)(NR)?(?=[A-Z]{0,2}\d)/, '')
  if (compact.length < 4 || compact.replace(/\D/g, '').length < 2 || /^[A-Z]*(\d)\1*$/.test(compact)) return null
  const written = compact.replace(/^GR(?=\d{9}$)/, 'EL').slice(0, 2)
  const own = country === null ? null : prefixOfCountry(country)
  const hasPrefix = written === 'XI' || written === own || rules[written] !== undefined
  const prefix = hasPrefix ? written : own
  if (prefix === null) return null
  const number = tidy(prefix, hasPrefix ? compact.slice(2) : compact)
  return { text: prefix + number, country: countryOfPrefix(prefix) }
}

/** Belgian numbers that begin with 1 are handed out since 2023; jsvat 2.5.4 knows only those that begin with 0. */
const isNewBelgian = (number: string): boolean =>
  /^BE1\d{9}$/.test(number) && 97 - (Number(number.slice(2, 10)) % 97) === Number(number.slice(10))

/** By form and check digits; whether it was ever handed out only VIES knows. 'unknown': a country without rules here. */
export function checkVatNumber(number: VatNumber): 'valid' | 'invalid' | 'unknown' {
  const prefix = number.text.slice(0, 2)
  const country = rules[prefix === 'XI' ? 'GB' : prefix]
  if (country === undefined) return 'unknown'
  const text = prefix === 'XI' ? `GB${number.text.slice(2)}` : number.text
  return jsvat.checkVAT(text, [country]).isValid || isNewBelgian(text) ? 'valid' : 'invalid'
}
