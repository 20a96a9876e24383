// What a sales order comes to: VAT of each line from its article's revenue group, the customer's country and the order
// date. How SnelStart rounds is not published: per VAT kind is our assumption, per line can be switched on.
import {
  add,
  type Decimal,
  decimal,
  divide,
  multiply,
  roundTo,
  subtract,
  toCents,
  vatOfExcl,
  vatOfIncl,
  zero,
} from '../../../core/money.ts'
import type { Administration } from './administration.ts'
import { isInEu } from './seeds/countries.ts'
import type { Relatie } from './shapes/relation.ts'
import type { Regel, Verkooporder } from './shapes/sales.ts'

export type Rounding = 'perKind' | 'perLine'
type Totals = {
  readonly regels: Regel[]
  readonly totaalExclusiefBtw: number
  readonly totaalInclusiefBtw: number
}

const hundred = decimal(100)
const toDecimal = (value: number | null): Decimal => (value === null ? zero : decimal(value))

function dutchPercent(administration: Administration, kind: string, date: string): Decimal {
  const rate = administration.btwtarieven.find(
    ({ btwSoort, datumVanaf, datumTotEnMet }) =>
      btwSoort === kind && (datumVanaf ?? '') <= date && date.slice(0, 10) <= (datumTotEnMet ?? '9999').slice(0, 10),
  )
  return toDecimal(rate?.btwPercentage ?? null)
}

/** Rate of another EU country for one-stop-shop sales; a country without a reduced rate uses its standard one. */
function foreignPercent(administration: Administration, country: string | null, kind: string, date: string): Decimal {
  if (kind !== 'Hoog' && kind !== 'Laag') return zero
  const latest = (code: string) => latestRate(administration, country, code, date)
  return toDecimal((kind === 'Laag' ? latest('RRH') : null) ?? latest('SR'))
}

function latestRate(administration: Administration, country: string | null, code: string, date: string): number | null {
  const rates = administration.vatrates.find(({ countryCode }) => countryCode === country)?.vatRates ?? []
  return (
    rates
      .filter(({ rateCode, validFrom }) => rateCode === code && (validFrom ?? '') <= date)
      .toSorted((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''))
      .at(-1)?.rate ?? null
  )
}

/** The percentage of a country's rate with this code on this date; zero where it has none. */
export const foreignPercentOf = (
  administration: Administration,
  country: string | null,
  rateCode: string,
  date: string,
): Decimal => toDecimal(latestRate(administration, country, rateCode, date))

/** Ranges are taken as milliseconds since 1970 (a guess: reference/snelstart.md A7 gives only their type). */
function chargesForeignVat(administration: Administration, date: string): boolean {
  const { factureerBuitenlandsBtw, factureerBuitenlandsBtwRanges } = administration.companyInfo
  if (factureerBuitenlandsBtw !== true || date < '2021-07-01') return false
  const ranges = factureerBuitenlandsBtwRanges ?? []
  const at = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
  return (
    ranges.length === 0 || ranges.some(({ from, to }) => (from ?? 0) <= at && at <= (to ?? Number.MAX_SAFE_INTEGER))
  )
}

/** Whether the customer is a consumer elsewhere in the EU to whom their own country's VAT is charged. */
export function fallsUnderOneStopShop(
  administration: Administration,
  relatie: Relatie | undefined,
  date: string,
): boolean {
  const land = administration.landen.get(relatie?.vestigingsAdres?.land?.id)?.landcode ?? 'NL'
  return land !== 'NL' && isInEu(land) && !relatie?.btwNummer && chargesForeignVat(administration, date)
}

/** The percentage by VAT kind for this customer on this date. */
function vatPercentFor(
  administration: Administration,
  relatie: Relatie | undefined,
  date: string,
): (kind: string) => Decimal {
  const land = administration.landen.get(relatie?.vestigingsAdres?.land?.id)
  const code = land?.landcode ?? 'NL'
  if (code !== 'NL' && (!isInEu(code) || relatie?.btwNummer)) return () => zero
  if (fallsUnderOneStopShop(administration, relatie, date)) {
    return (kind) => foreignPercent(administration, land?.landcodeISO ?? null, kind, date)
  }
  return (kind) => dutchPercent(administration, kind, date)
}

const without = (amount: Decimal, percent: Decimal): Decimal =>
  multiply(amount, divide(subtract(hundred, percent), hundred))

function lineTotal(administration: Administration, regel: Regel): Decimal {
  const places = administration.companyInfo.aantalDecimalenArtikelprijzen ?? 2
  const price = roundTo(toDecimal(regel.stuksprijs), places)
  const discount = toDecimal(regel.kortingsPercentage)
  const quantity = toDecimal(regel.aantal)
  if (administration.companyInfo.regelkortingVerkooporder === 'BerekenenOverStukprijs') {
    return toCents(multiply(quantity, roundTo(without(price, discount), places)))
  }
  return toCents(without(multiply(quantity, price), discount))
}

function vatKind(administration: Administration, regel: Regel): string {
  const artikel = administration.artikelen.get(regel.artikel?.id)
  return administration.artikelomzetgroepen.get(artikel?.artikelOmzetgroep?.id)?.verkoopNederlandBtwSoort ?? 'Geen'
}

/** The amounts on which VAT is rounded: one per kind, or one per line. */
function sumsToRound(parts: readonly { kind: string; total: Decimal }[], rounding: Rounding) {
  if (rounding === 'perLine') return parts
  const sums = new Map<string, Decimal>()
  for (const { kind, total } of parts) sums.set(kind, add(sums.get(kind) ?? zero, total))
  return [...sums].map(([kind, total]) => ({ kind, total }))
}

/** Lines with their totals, and the order's totals, exact to the cent. */
export function computeTotals(administration: Administration, order: Verkooporder, rounding: Rounding): Totals {
  const percentOf = vatPercentFor(administration, administration.relaties.get(order.relatie?.id), order.datum ?? '')
  const lines = (order.regels ?? []).map((regel) => ({
    regel,
    kind: vatKind(administration, regel),
    total: lineTotal(administration, regel),
  }))
  const inclusive = order.verkooporderBtwIngaveModel === 'Inclusief'
  let excl = zero
  let incl = zero
  for (const { kind, total } of sumsToRound(lines, rounding)) {
    const amount = toCents(without(total, toDecimal(order.factuurkorting)))
    const vat = toCents(inclusive ? vatOfIncl(amount, percentOf(kind)) : vatOfExcl(amount, percentOf(kind)))
    excl = add(excl, inclusive ? subtract(amount, vat) : amount)
    incl = add(incl, inclusive ? amount : add(amount, vat))
  }
  return {
    regels: lines.map(({ regel, total }) => ({ ...regel, totaal: Number(total) })),
    totaalExclusiefBtw: Number(excl),
    totaalInclusiefBtw: Number(incl),
  }
}
