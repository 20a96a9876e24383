// A quantity in words, for the page and the command line: from free stock, through the orders, to what the shop is told.
import { formatDecimal } from '../format.ts'
import type { Language, Text } from '../text.ts'
import type { TakenBy } from './taken.ts'
import type { StockReason } from './web-stock.ts'

/** An article on hundreds of orders names the first of them. */
const mostNamed = 5

/** 'vrij 10, min 3 in SnelStart (order 812), min 2 wachtend (1001)'. */
export const explainStock = (reason: StockReason): Text => ({ nl: inWords(reason, 'nl'), en: inWords(reason, 'en') })

const words = {
  nl: {
    free: 'vrij',
    minus: 'min',
    open: (orders: string) => `in SnelStart (order ${orders})`,
    waiting: (orders: string) => `wacht op verwerking (order ${orders})`,
    cut: 'onder nul, dus 0',
  },
  en: {
    free: 'free',
    minus: 'minus',
    open: (orders: string) => `in SnelStart (order ${orders})`,
    waiting: (orders: string) => `waiting to be processed (order ${orders})`,
    cut: 'below zero, so 0',
  },
} as const

function inWords({ free, open, waiting, cutToZero }: StockReason, language: Language): string {
  const { free: freeWord, minus, cut, ...kinds } = words[language]
  const part = (kind: 'open' | 'waiting', { number, quantity }: TakenBy): string =>
    `${minus} ${formatDecimal(quantity, language)} ${kinds[kind](number)}`
  const taken = [...open.map((one) => part('open', one)), ...waiting.map((one) => part('waiting', one))]
  const more = taken.length > mostNamed ? ['…'] : []
  const parts = [`${freeWord} ${formatDecimal(free, language)}`, ...taken.slice(0, mostNamed), ...more]
  return [...parts, ...(cutToZero ? [cut] : [])].join(', ')
}
