// Telephone numbers: which are mobile ones, and which are the same.
import type { CountryCode } from '../ids.ts'

/** Digits only, a Dutch number as at home: '+31 (0)6-12 34 56 78' and '0612345678' are the same. */
export const phoneKey = (phone: string): string =>
  phone
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^(\+|00)31/, '0')
    .replace(/^\+/, '00')

/**
 * Puts a number where it belongs: Dutch 06 numbers are mobile, everything else is a telephone. A text without three
 * digits ('-', 'n.v.t.') is no number and fills neither. `country` null: taken for Dutch where it looks so.
 */
export function splitPhone(phone: string, country: CountryCode | null): { phone: string; mobile: string } {
  const key = phoneKey(phone)
  if (key.length < 3) return { phone: '', mobile: '' }
  const isDutch = country === null || country === 'NL' || /^\s*(\+|00)31/.test(phone)
  return isDutch && /^06\d{8}$/.test(key) ? { phone: '', mobile: phone } : { phone, mobile: '' }
}
