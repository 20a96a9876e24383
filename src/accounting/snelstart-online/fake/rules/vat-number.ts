// Whether SnelStart would take a VAT number: form, check digits, and the country of the establishment address.
import * as jsvat from 'jsvat'
import type { Administration } from '../administration.ts'
import type { ErrorCode } from '../refusal.ts'

/** VAT numbers of Greece begin with EL. */
const landOfPrefix = (prefix: string): string => (prefix === 'EL' ? 'GR' : prefix)

const checkable = new Set(jsvat.countries.map((country) => (country.codes[0] === 'GR' ? 'EL' : country.codes[0])))

/** `landcode`: of the establishment address; null where there is none to compare with. */
export function checkVatNumber(
  administration: Administration,
  given: string,
  landcode: string | null,
): ErrorCode | null {
  const number = given.toUpperCase()
  if (number.length < 2 || number.length > 50) return 'REL-0057'
  if (!/^[A-Z0-9]+$/.test(number)) return 'REL-0058'
  const prefix = number.slice(0, 2)
  const known = checkable.has(prefix)
  if (/^\d/.test(number) || administration.refusedVatNumbers.has(number)) return 'REL-0088'
  if (known && !jsvat.checkVAT(number, [...jsvat.countries]).isValid) return 'REL-0088'
  return landcode !== null && landOfPrefix(prefix) !== landcode ? 'REL-0087' : null
}
