// VAT rates of the EU countries, standard and highest reduced rate, with the day from which each holds; for one-stop-shop
// sales. Enough to compute with, no source for anybody's real invoices.
import { countries, isInEu, isoOf } from './countries.ts'
import type { SeedRecord } from './seed.ts'

/** Standard and reduced rate from July 2021 on; no reduced rate: null. */
const rates: Readonly<Record<string, readonly [standard: number, reduced: number | null]>> = {
  AT: [20, 13],
  BE: [21, 12],
  BG: [20, 9],
  CY: [19, 9],
  CZ: [21, 15],
  DE: [19, 7],
  DK: [25, null],
  EE: [20, 9],
  ES: [21, 10],
  FI: [24, 14],
  FR: [20, 10],
  GR: [24, 13],
  HR: [25, 13],
  HU: [27, 18],
  IE: [23, 13.5],
  IT: [22, 10],
  LT: [21, 9],
  LU: [17, 8],
  LV: [21, 12],
  MT: [18, 7],
  NL: [21, 9],
  PL: [23, 8],
  PT: [23, 13],
  RO: [19, 9],
  SE: [25, 12],
  SI: [22, 9.5],
  SK: [20, 10],
}
const changes: readonly (readonly [landcode: string, rateCode: string, rate: number, validFrom: string])[] = [
  ['CZ', 'RRH', 12, '2024-01-01'],
  ['EE', 'SR', 22, '2024-01-01'],
  ['EE', 'SR', 24, '2025-07-01'],
  ['FI', 'SR', 25.5, '2024-09-01'],
  ['RO', 'RRH', 11, '2025-08-01'],
  ['RO', 'SR', 21, '2025-08-01'],
  ['SK', 'RRH', 19, '2025-01-01'],
  ['SK', 'SR', 23, '2025-01-01'],
]

function ratesOf(landcode: string): SeedRecord[] {
  const [standard, reduced] = rates[landcode] ?? [0, null]
  const validFrom = '2021-07-01'
  return [
    { rateCode: 'SR', rate: standard, validFrom },
    ...(reduced === null ? [] : [{ rateCode: 'RRH', rate: reduced, validFrom }]),
    ...changes
      .filter(([country]) => country === landcode)
      .map(([, rateCode, rate, from]) => ({ rateCode, rate, validFrom: from })),
  ]
}

export const euVatRates: readonly SeedRecord[] = countries
  .filter(({ landcode }) => isInEu(landcode))
  .map(({ landcode }) => ({ countryCode: isoOf(landcode), vatRates: ratesOf(landcode) }))
