// Why an order's figures in shop and books differ, in words: not booked yet, left out by choice, another total, VAT or region.
import { equals, sum } from '../money.ts'
import type { Text } from '../text.ts'
import { inclOfAmounts, type VatRow } from './amounts.ts'
import type { ComparedOrder } from './compared-order.ts'

export type Reason = keyof typeof reasonWords

export const reasonWords = {
  waiting: { nl: 'Wacht nog op verwerking', en: 'Still waiting to be processed' },
  problem: { nl: 'Niet geboekt: er is een melding', en: 'Not booked: there is a message' },
  unknown: { nl: 'Onbekend of SnelStart de boeking kreeg', en: 'Not known whether SnelStart got the entry' },
  skipped: { nl: 'Overgeslagen', en: 'Skipped' },
  dismissed: { nl: 'Afgehandeld zonder te boeken', en: 'Dismissed without being booked' },
  notKept: { nl: 'Geboekt, maar de bedragen zijn niet bewaard', en: 'Booked, but its amounts were not kept' },
  total: {
    nl: 'Het totaal in SnelStart is anders dan in de webshop',
    en: 'The total in SnelStart is not that of the shop',
  },
  region: { nl: 'Geboekt in een andere regio', en: 'Booked in another region' },
  rate: { nl: 'Geboekt onder een ander btw-tarief', en: 'Booked under another VAT rate' },
} as const satisfies Readonly<Record<string, Text>>

/** The one reason for all rows of an order. */
export function reasonOf({ state, booked }: ComparedOrder, shopRows: readonly VatRow[]): Reason {
  if (booked === null) {
    if (state === 'done') return 'notKept'
    return state === 'writing' ? 'waiting' : state
  }
  const [shop, books] = [shopRows, booked.rows].map((rows) => sum(rows.map(inclOfAmounts)))
  if (!equals(shop!, books!)) return 'total'
  const regionsOf = (rows: readonly VatRow[]): string => [...new Set(rows.map(({ region }) => region))].sort().join()
  return regionsOf(shopRows) === regionsOf(booked.rows) ? 'rate' : 'region'
}
