// Brings a chamber of commerce number to the form in which such numbers are compared.
import { toPlainLetters } from './names.ts'

/** Words that people put before the number; 'HRB' stays, as HRA 12 and HRB 12 are two companies. */
const label = /^(kvk|kvknr|coc|kbo|bce|nr|no)+(?=\d)/

/**
 * Letters and digits, capitals, without leading zeros: '01.234.567' = 'KvK 1234567'. '' where there is no number that
 * means anything (fewer than five digits, or all the same digit: '00000000').
 */
export function cocNumberKey(text: string): string {
  const compact = toPlainLetters(text)
    .replace(/[^a-z0-9]/g, '')
    .replace(label, '')
    .replace(/^0+/, '')
  const digits = compact.replace(/\D/g, '')
  return digits.length < 5 || /^(\d)\1*$/.test(digits) ? '' : compact.toUpperCase()
}
