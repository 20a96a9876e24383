// SnelStart's small lists → ours. Pure.
import type {
  Company,
  ForeignVatRate,
  LedgerAccount,
  RevenueGroup,
  SalesTemplate,
  StockCountLevel,
  VatKind,
  VatRate,
} from '../../core/administration.ts'
import type { CalendarDate, CountryCode, RemoteId } from '../../core/ids.ts'
import { fromNumber } from './from-article.ts'
import type { Artikelomzetgroep, Btwtarief, CompanyInfo, Grootboek, VatRates, Verkoopordersjabloon } from './wire.ts'

export const fromCompanyInfo = (info: CompanyInfo): Company => ({
  administrationId: (info.administratieIdentifier ?? '') as RemoteId,
  administrationName: info.administratieNaam ?? '',
  articleCodeNumeric: info.artikelcodeSoort === 'Numeriek',
  articleCodeMaxLength: info.artikelcodeMaxLengte ?? 0,
  articlePricesExclVat: info.verkoopprijsArtikelbestandExclusiefBtw ?? true,
  priceDecimals: info.aantalDecimalenArtikelprijzen ?? 2,
  quantityDecimals: info.aantalDecimalenArtikelaantallen ?? 2,
  foreignVat: info.factureerBuitenlandsBtw ?? false,
  ...(info.buitenlandseBtwGrootboek ? { foreignVatLedgerId: info.buitenlandseBtwGrootboek.id as RemoteId } : {}),
  foreignVatRanges: (info.factureerBuitenlandsBtwRanges ?? []).map(({ from, to }) => ({
    from: fromRangeEnd(from) ?? firstDay,
    to: fromRangeEnd(to) ?? lastDay,
  })),
  smallBusinessScheme: info.kleineOndernemersregeling?.isKleineOndernemersRegelingActief ?? false,
  ...fromCountLevel(info.verkooporderVoorraadVanafNiveau),
})

const countLevels: Readonly<Record<string, StockCountLevel>> = {
  Alle: 'all',
  Offerte: 'quotation',
  BackOrder: 'backOrder',
  Bevestiging: 'confirmation',
  Werkbon: 'workOrder',
  PakbonEnAfhaalbon: 'packingSlip',
  FactuurEnContantbon: 'invoice',
}

function fromCountLevel(level: string | null | undefined): Pick<Company, 'stockCountLevel'> {
  const stockCountLevel = countLevels[level ?? '']
  return stockCountLevel === undefined ? {} : { stockCountLevel }
}

// SnelStart's own ends of an open range (reference A4).
const firstDay = '1900-01-01' as CalendarDate
const lastDay = '2400-12-31' as CalendarDate

const ticksTo1970 = 621_355_968_000_000_000
/** The ranges are whole numbers whose unit is not published: told apart by size as .NET ticks, milliseconds, seconds or
 *  YYYYMMDD. null: open, or none of these. */
function fromRangeEnd(value: number | null | undefined): CalendarDate | null {
  if (value == null || value <= 0) return null
  if (value > 1e17) return dayOf((value - ticksTo1970) / 10_000)
  if (value > 1e11) return dayOf(value)
  if (value > 1e8) return dayOf(value * 1000)
  return (/^(\d{4})(\d\d)(\d\d)$/.exec(String(value))?.slice(1).join('-') ?? null) as CalendarDate | null
}

function dayOf(ms: number): CalendarDate | null {
  // Largest instant that a Date can hold; open ends of ranges lie beyond it.
  return ms > 8.64e15 ? null : (new Date(ms).toISOString().slice(0, 10) as CalendarDate)
}

export const fromSjabloon = (template: Verkoopordersjabloon): SalesTemplate => ({
  id: template.id as RemoteId,
  name: template.omschrijving ?? '',
  pricesExclVat: template.prijsIngaveExclusiefBtw ?? false,
  inactive: template.nonactief ?? false,
})

export const fromOmzetgroep = (group: Artikelomzetgroep): RevenueGroup => ({
  id: group.id as RemoteId,
  number: String(group.nummer ?? ''),
  name: group.omschrijving ?? '',
  vatKind: fromBtwSoort(group.verkoopNederlandBtwSoort),
})

export const fromGrootboek = (account: Grootboek): LedgerAccount => ({
  id: account.id as RemoteId,
  number: String(account.nummer ?? ''),
  name: account.omschrijving ?? '',
  ledgerFunction: account.grootboekfunctie ?? '',
  vatKinds: (account.btwSoort ?? []).map(fromBtwSoort),
  costCentreRequired: account.kostenplaatsVerplicht ?? false,
  inactive: account.nonactief ?? false,
  vatRateCode: account.vatRateCode || null,
})

/** A row without a percentage says nothing and is left out. */
export function fromBtwtarief(rate: Btwtarief): readonly VatRate[] {
  const percent = fromNumber(rate.btwPercentage)
  if (percent === null) return []
  const from = day(rate.datumVanaf) ?? firstDay
  return [{ kind: fromBtwSoort(rate.btwSoort), percent, from, to: day(rate.datumTotEnMet) ?? lastDay }]
}

/** `countryOf`: three-letter code to two-letter code. Countries that SnelStart's own list lacks are left out. */
export function fromVatRates(
  rates: VatRates,
  countryOf: (threeLetters: string) => CountryCode | null,
): readonly ForeignVatRate[] {
  const country = countryOf(rates.countryCode ?? '')
  if (country === null) return []
  return (rates.vatRates ?? []).flatMap(({ rateCode, rate, validFrom }) => {
    const percent = fromNumber(rate)
    if (percent === null) return []
    return [{ country, rateCode: rateCode ?? '', percent, from: day(validFrom) ?? firstDay }]
  })
}

const day = (dateTime: string | null | undefined) => (dateTime?.slice(0, 10) || null) as CalendarDate | null

const vatKinds: Readonly<Record<string, VatKind>> = { Geen: 'none', Laag: 'low', Hoog: 'high', Overig: 'other' }

/** A kind that is not known is 'other': it never becomes one of the three that have a fixed meaning. */
const fromBtwSoort = (kind: string | null | undefined): VatKind => vatKinds[kind ?? 'Geen'] ?? 'other'
