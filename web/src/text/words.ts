// What a page needs to speak: its own texts, texts of the service, and amounts and moments as people write them.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAmount, formatDay, formatDecimal, formatPrice } from '../../../src/core/format.ts'
import { parseDecimal } from '../../../src/core/money.ts'
import type { Language, Text } from '../../../src/core/text.ts'

const two = (value: number): string => String(value).padStart(2, '0')
const dayOf = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
const timeOf = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`

function formats(language: Language) {
  const moment = (at: string): string => {
    const date = new Date(at)
    return `${formatDay(dayOf(date), language)}, ${timeOf(date)}`
  }
  return {
    language,
    /** A text of the service. */
    say: (text: Text): string => text[language],
    /** '€ 1.204,35'; what is no amount stays as it is. */
    amount: (value: string, currency = 'EUR'): string => {
      const exact = parseDecimal(value)
      return exact === null ? value : formatAmount(exact, currency, language)
    },
    /** Two decimals, or more where the price has them. */
    price: (value: string): string => {
      const exact = parseDecimal(value)
      return exact === null ? value : formatPrice(exact, language)
    },
    decimal: (value: string): string => {
      const exact = parseDecimal(value)
      return exact === null ? value : formatDecimal(exact, language)
    },
    /** '20 november 2026, 14:05', in the zone of this browser. */
    moment,
    /** Only the time where it is today: '14:05'. */
    soon: (at: string): string => (dayOf(new Date(at)) === dayOf(new Date()) ? timeOf(new Date(at)) : moment(at)),
    day: (at: string): string => formatDay(/^\d{4}-\d{2}-\d{2}$/.test(at) ? at : dayOf(new Date(at)), language),
    time: (at: string): string => timeOf(new Date(at)),
  }
}

export function useWords() {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'nl'
  return useMemo(() => ({ t, ...formats(language) }), [t, language])
}

export type Words = ReturnType<typeof useWords>
