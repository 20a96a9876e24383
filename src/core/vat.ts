// VAT: kinds and rates with their dates, regions, and what SnelStart will charge a customer. The only place that decides these.
import type { Company, ForeignVatRate, VatKind, VatRate } from './administration.ts'
import type { CalendarDate, CountryCode } from './ids.ts'
import { type Decimal, decimal, equals, zero } from './money.ts'

export type Region = 'nl' | 'eu' | 'world'

const euCountries: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

/** null counts as the Netherlands: SnelStart takes that where an address has no country (reference/snelstart.md, A7). */
export function regionOf(country: CountryCode | null): Region {
  if (country === null || country === 'NL') return 'nl'
  return euCountries.has(country) ? 'eu' : 'world'
}

/** The Dutch rate of a kind on a day; null: the administration has none for that day. */
export function rateOf(kind: VatKind, date: CalendarDate, rates: readonly VatRate[]): Decimal | null {
  const rate = rates.find((each) => each.kind === kind && each.from <= date && date <= each.to)
  if (rate === undefined) return kind === 'none' ? zero : null
  return decimal(rate.percent)
}

const kindsInOrder: readonly VatKind[] = ['high', 'low', 'none', 'other']

/** The kind that has this rate on a day; 0 is `none`, not `other`. null: no Dutch rate of that day. */
export function vatKindOf(percent: Decimal, date: CalendarDate, rates: readonly VatRate[]): VatKind | null {
  const fits = (kind: VatKind): boolean => {
    const rate = rateOf(kind, date, rates)
    return rate !== null && equals(rate, percent)
  }
  return kindsInOrder.find(fits) ?? null
}

/** What the VAT of a document depends on besides the article. */
export type VatSituation = {
  /** Of the customer's establishment address. */
  readonly country: CountryCode | null
  readonly customerHasVatNumber: boolean
  readonly date: CalendarDate
  readonly company: Company
  readonly rates: readonly VatRate[]
  readonly foreignRates: readonly ForeignVatRate[]
  /** Which reduced rate stands for the low Dutch one where a country has two; not published, hence a setting. */
  readonly foreignReducedRate: 'higher' | 'lower'
}

/**
 * The percentage that SnelStart will charge on an article of this VAT kind. Null: it has no rate for that kind and day.
 *
 * ASSUMPTION (reference/snelstart.md, A10 and 'Not known'): Dutch customers pay the Dutch rate; a customer elsewhere in the
 * EU with a VAT number is reverse-charged (0); one without pays the rate of his country where the one-stop shop is on for
 * that day, else the Dutch rate; outside the EU it is 0.
 */
export function expectedVatPercent(kind: VatKind, situation: VatSituation): Decimal | null {
  const dutch = rateOf(kind, situation.date, situation.rates)
  switch (regionOf(situation.country)) {
    case 'nl':
      return dutch
    case 'world':
      return zero
    case 'eu':
      if (situation.customerHasVatNumber) return zero
      return oneStopShopApplies(situation) ? (foreignRate(kind, situation) ?? dutch) : dutch
  }
}

/** Whether foreign VAT is invoiced on that day; the customer's country and VAT number are the caller's. */
export function oneStopShopApplies({ company, date }: Pick<VatSituation, 'company' | 'date'>): boolean {
  if (!company.foreignVat) return false
  const ranges = company.foreignVatRanges
  return ranges.length === 0 || ranges.some((range) => range.from <= date && date <= range.to)
}

/** SnelStart's rate codes by Dutch kind, first the wanted one: SR the standard rate, RRH and RRL the higher and lower reduced
 *  one. ASSUMPTION, as above; a country with one reduced rate gives that. */
function foreignRateCodes(kind: VatKind, reduced: VatSituation['foreignReducedRate']): readonly string[] {
  if (kind === 'high') return ['SR']
  if (kind !== 'low') return []
  return reduced === 'higher' ? ['RRH', 'RRL'] : ['RRL', 'RRH']
}

function foreignRate(kind: VatKind, situation: VatSituation): Decimal | null {
  const codes = foreignRateCodes(kind, situation.foreignReducedRate)
  if (codes.length === 0) return zero
  return codes.map((code) => foreignRateOf(code, situation)).find((rate) => rate !== null) ?? null
}

/** The rate that SnelStart has for this code in the country on that day; null: none. */
export function foreignRateOf(
  rateCode: string,
  { country, date, foreignRates }: Pick<VatSituation, 'country' | 'date' | 'foreignRates'>,
): Decimal | null {
  const started = foreignRates.filter(
    (rate) => rate.country === country && rate.rateCode === rateCode && rate.from <= date,
  )
  const latest = started.reduce<ForeignVatRate | null>((a, b) => (a === null || a.from < b.from ? b : a), null)
  return latest === null ? null : decimal(latest.percent)
}
