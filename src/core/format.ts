// Amounts, numbers and days as people write them: '€ 1.204,35' and '20 november 2026' in Dutch, '€1,204.35' and '20 November
// 2026' in English. Made from the exact text by hand, so that no amount passes through a binary fraction.
import { absolute, type Decimal, decimal, isNegative, parseDecimal, roundTo, toFixed } from './money.ts'
import { fillIn, type Language, type Text } from './text.ts'

const separators = { nl: { thousands: '.', decimals: ',' }, en: { thousands: ',', decimals: '.' } } as const

/** '1204.35' as '1.204,35' in Dutch, '1,204.35' in English; exactly the decimals that the value has. */
export const formatDecimal = (value: Decimal, language: Language): string => withSeparators(value, language)

function withSeparators(plain: string, language: Language): string {
  const [whole = '', decimals] = plain.split('.')
  const { thousands, decimals: point } = separators[language]
  const grouped = whole.replace(/\d(?=(\d{3})+$)/g, `$&${thousands}`)
  return decimals === undefined ? grouped : grouped + point + decimals
}

/** Rounded to the cent for showing: '€ -2,50' in Dutch, '-€2.50' in English; other currencies by their code, 'USD 12,00'. */
export function formatAmount(value: Decimal, currency: string, language: Language): string {
  const cents = roundTo(value, 2)
  const plain = toFixed(cents, 2)
  if (currency !== 'EUR') return `${currency} ${withSeparators(plain, language)}`
  if (language === 'nl') return `€ ${withSeparators(plain, 'nl')}`
  return `${isNegative(cents) ? '-' : ''}€${withSeparators(toFixed(absolute(cents), 2), 'en')}`
}

const months = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const

/** '2026-11-20' as '20 november 2026'; text that is no such day stays as it is. */
export function formatDay(day: string, language: Language): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const name = months[language][Number(month) - 1]
  return name === undefined ? day : `${Number(date)} ${name} ${year}`
}

const amountPlace = /€ \{(\w+)\}/g
const percentPlace = /\{(\w+)\}(?= ?%)/g

/**
 * A text with its places filled. Decimals are written as the language does where the text itself says that the place is one:
 * right after '€ ' or before '%'. Everything else (order numbers, codes, VAT numbers, names) stays letter for letter.
 */
export function tell(text: Text, data: Readonly<Record<string, string>>, language: Language): string {
  const withAmounts = text[language]
    .replace(amountPlace, (place, name: string) => {
      const value = parseDecimal(data[name])
      return value === null ? place : formatAmount(value, 'EUR', language)
    })
    .replace(percentPlace, (place, name: string) => {
      const value = parseDecimal(data[name])
      return value === null ? place : formatDecimal(value, language)
    })
  return fillIn(withAmounts, data)
}

/** Two decimals at least, more where the price has them: '10,00', '33,0579'. */
export function formatPrice(price: Decimal, language: Language): string {
  const cents = decimal(toFixed(roundTo(price, 2), 2))
  return withSeparators(cents === price ? toFixed(price, 2) : price, language)
}
