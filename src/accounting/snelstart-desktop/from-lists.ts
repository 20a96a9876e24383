// Rows of SnelStart's small tables → the core's lists. Pure.
import type {
  Company,
  LedgerAccount,
  RevenueGroup,
  SalesTemplate,
  StockCountLevel,
  VatKind,
  VatRate,
} from '../../core/administration.ts'
import type { CalendarDate, RemoteId } from '../../core/ids.ts'
import { dayOf, decimalOf, flagOf, integerOf, textOf } from './cells.ts'
import { ledgerFunctionName, vatKindsOfFunction } from './ledger-functions.ts'
import { meanings, presumedLimits } from './meanings.ts'
import type { RowOf } from './reader.ts'
import { type ColumnOf, toRemoteId } from './tables.ts'

/** As the connection knows the administration by; `name` where the administration does not name itself. */
export type AdministrationNames = { readonly id: RemoteId; readonly name: string }

/** One-stop shop and small business scheme are in no table that was seen: presumed to be off. */
export function fromSettings(row: RowOf<ColumnOf<'settings'>>, names: AdministrationNames): Company {
  const level = integerOf(row, 'fldVerkooporderVoorraadTellingNiveau')
  return {
    administrationId: names.id,
    administrationName: textOf(row, 'fldAdministratieNaam').trim() || names.name,
    articleCodeNumeric: false,
    articleCodeMaxLength: presumedLimits.articleCodeLength,
    articlePricesExclVat: flagOf(row, 'fldVerkoopprijsExclusiefBtw'),
    priceDecimals: Math.min(
      integerOf(row, 'fldAantalDecimalenPrijzen') ?? presumedLimits.priceDecimals,
      presumedLimits.mostPriceDecimals,
    ),
    quantityDecimals: presumedLimits.quantityDecimals,
    foreignVat: false,
    foreignVatRanges: [],
    smallBusinessScheme: false,
    ...withLevel(countLevelOf(level)),
  }
}

export const countLevelOf = (level: number | null): StockCountLevel | null =>
  level === null ? null : (meanings.countLevels.get(level) ?? null)

const withLevel = (stockCountLevel: StockCountLevel | null): Pick<Company, 'stockCountLevel'> =>
  stockCountLevel === null ? {} : { stockCountLevel }

/** A template whose new orders are blocked is no inactive one: its orders are made, and wait for a person (reference A7). */
export function fromTemplate(
  row: RowOf<ColumnOf<'templates'>>,
  costTypes: readonly RowOf<ColumnOf<'costTypes'>>[],
): SalesTemplate {
  const key = integerOf(row, 'fldOrderSjabloonVerkoopID') ?? 0
  const own = costTypes.filter((costType) => integerOf(costType, 'fldOrderSjabloonVerkoopID') === key)
  return {
    id: toRemoteId(key),
    name: textOf(row, 'fldOmschrijving'),
    pricesExclVat: !flagOf(row, 'fldPrijzenInclusiefBtw'),
    inactive: flagOf(row, 'fldNonactief'),
    ...(own.length === 0 ? {} : { costTypeVat: Object.fromEntries(own.flatMap(toCostTypeVat)) }),
  }
}

/** A number that is not known tells nothing. */
function toCostTypeVat(row: RowOf<ColumnOf<'costTypes'>>): readonly (readonly [number, VatKind])[] {
  const [number, kind] = [integerOf(row, 'fldVolgnummer'), integerOf(row, 'fldBtwSoort')]
  const vatKind = kind === null ? undefined : meanings.vatKinds.get(kind)
  return number === null || vatKind === undefined ? [] : [[number, vatKind]]
}

export const fromRevenueGroup = (row: RowOf<ColumnOf<'revenueGroups'>>): RevenueGroup => ({
  id: toRemoteId(integerOf(row, 'fldArtikelOmzetgroepID') ?? 0),
  number: textOf(row, 'fldNummer'),
  name: textOf(row, 'fldOmschrijving'),
  vatKind: vatKindOf(integerOf(row, 'fldBtwSoort')),
})

export function fromLedgerAccount(
  row: RowOf<ColumnOf<'ledgerAccounts'>>,
  functions: ReadonlyMap<number, string>,
): LedgerAccount {
  const number = integerOf(row, 'fldGrootboekFunctieID')
  return {
    id: toRemoteId(integerOf(row, 'fldGrootboekID') ?? 0),
    number: textOf(row, 'fldNummer'),
    name: textOf(row, 'fldOmschrijving'),
    ledgerFunction: ledgerFunctionName(number, functions),
    vatKinds: vatKindsOfFunction(number),
    costCentreRequired: flagOf(row, 'fldKostenplaatsVerplicht'),
    inactive: flagOf(row, 'fldNonactief'),
    vatRateCode: null,
  }
}

// As SnelStart Online writes the ends of an open range (reference A4).
const firstDay = '1900-01-01' as CalendarDate
const lastDay = '2400-12-31' as CalendarDate

/** A row without a percentage says nothing and is left out. */
export function fromVatRate(row: RowOf<ColumnOf<'vatRates'>>): readonly VatRate[] {
  const percent = decimalOf(row, 'fldPercentage')
  if (percent === null) return []
  const from = dayOf(row, 'fldDatumVanaf') ?? firstDay
  const to = dayOf(row, 'fldDatumTotEnMet') ?? lastDay
  return [{ kind: vatKindOf(integerOf(row, 'fldBtwSoort')), percent, from, to }]
}

/** No number is no VAT; a number that is not known is 'other': it never becomes one of the three with a fixed meaning. */
export const vatKindOf = (kind: number | null): VatKind =>
  kind === null ? 'none' : (meanings.vatKinds.get(kind) ?? 'other')
