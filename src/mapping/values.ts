// Texts of a file → amounts, percentages and moments. Tolerant about how they are written, strict about what they are: what
// is no amount gives null, and its order then waits with a message that names it.
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../core/ids.ts'
import { type Decimal, decimal, negate } from '../core/money.ts'

/** 'auto': the last of comma and point is the decimal sign; a lone point is one too. */
export type DecimalSign = 'auto' | 'comma' | 'point'

/** '€ 1.234,50', '12,10-', '(3.00)', '21%', 'EUR 5' … */
export function parseAmount(text: string, sign: DecimalSign): Decimal | null {
  const bare = text.replace(/[\s\u00a0\u202f'’]|€|\$|£|%|EUR|USD|GBP/gi, '').replace(/,--?$/, '')
  const bracketed = /^\((.+)\)$/.exec(bare)
  const negative = bracketed !== null || bare.startsWith('-') || bare.endsWith('-')
  const digits = (bracketed?.[1] ?? bare).replace(/^[-+]|[-+]$/g, '')
  if (!/^[\d.,]+$/.test(digits) || !/\d/.test(digits)) return null
  const plain = withPoint(digits, sign)
  if (plain === null) return null
  const value = decimal(plain)
  return negative ? negate(value) : value
}

function withPoint(digits: string, sign: DecimalSign): string | null {
  const lastComma = digits.lastIndexOf(',')
  const decimalSign = sign === 'comma' ? ',' : sign === 'point' ? '.' : lastComma > digits.lastIndexOf('.') ? ',' : '.'
  const groupSign = decimalSign === ',' ? '.' : ','
  const [whole = '', fraction = '', more] = digits.split(decimalSign)
  // Twice the same sign can only divide thousands: '1.234.567'.
  if (more !== undefined) return isGrouped(digits, decimalSign) ? digits.replaceAll(decimalSign, '') : null
  if (whole.includes(groupSign) && !isGrouped(whole, groupSign)) return null
  if (fraction.includes(groupSign)) return null
  return `${whole.replaceAll(groupSign, '') || '0'}${fraction === '' ? '' : `.${fraction}`}`
}

const isGrouped = (digits: string, sign: string): boolean =>
  digits.split(sign).every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))

const parts = {
  yyyy: '(?<year>\\d{4})',
  MM: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
} as const

/** `pattern` in the letters yyyy MM dd HH mm ss; 'iso' and 'unix' (seconds) as well. Wall time of `zone` unless the text itself
 *  names an offset. null: does not fit, or is no day of the calendar. */
export function parseMoment(text: string, patterns: readonly string[], zone: string): Instant | null {
  for (const pattern of patterns) {
    try {
      const found = momentOf(text.trim(), pattern, zone)
      if (found !== null) return found
    } catch {
      // Fits the letters but is no moment ('31-02-2026'): another pattern may still fit.
    }
  }
  return null
}

function momentOf(text: string, pattern: string, zone: string): Instant | null {
  if (pattern === 'unix')
    return /^\d{9,10}$/.test(text) ? asInstant(Temporal.Instant.fromEpochMilliseconds(Number(text) * 1000)) : null
  if (pattern === 'iso') {
    if (!/^\d{4}-\d\d-\d\d/.test(text)) return null
    if (/(Z|[+-]\d\d:?\d\d)$/i.test(text)) return asInstant(Temporal.Instant.from(text))
    return inZone(Temporal.PlainDateTime.from(text.replace(' ', 'T')), zone)
  }
  const match = regexOf(pattern).exec(text)?.groups
  if (match === undefined) return null
  const at = (name: string): number => Number(match[name] ?? 0)
  const fields = { year: at('year'), month: at('month'), day: at('day'), hour: at('hour'), minute: at('minute') }
  return inZone(Temporal.PlainDateTime.from({ ...fields, second: at('second') }, { overflow: 'reject' }), zone)
}

/** A year of two thousand and four digits only; letters that are no part stand for themselves. */
function regexOf(pattern: string): RegExp {
  const escaped = pattern.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  const letters = /yyyy|MM|dd|HH|mm|ss/g
  // In '20240305142210' nothing divides the parts, so each has all its digits.
  const tight = /(yyyy|MM|dd|HH|mm|ss)(yyyy|MM|dd|HH|mm|ss)/.test(pattern)
  const body = escaped.replace(letters, (part) =>
    tight ? parts[part as keyof typeof parts].replace('{1,2}', '{2}') : parts[part as keyof typeof parts],
  )
  return new RegExp(`^${body}$`)
}

const inZone = (wall: Temporal.PlainDateTime, zone: string): Instant =>
  asInstant(wall.toZonedDateTime(zone).toInstant())
const asInstant = (at: Temporal.Instant): Instant => at.toString({ smallestUnit: 'second' }) as Instant
