// The shop's set-up, indexed once per run: what every order is read with. Pure.
import type { CountryCode } from '../../core/ids.ts'
import { type Decimal, parseDecimal } from '../../core/money.ts'
import type { OrderStatus } from '../../core/order.ts'
import { findShopZone } from './dates.ts'
import { toStatus } from './statuses.ts'
import { decodeText } from './text.ts'
import type { ContextRaw, Row } from './wire.ts'

/** One percentage of the tax set-up with the places and groups that it is charged to. */
export type TaxRate = {
  readonly id: string
  readonly name: string
  readonly rate: Decimal
  /** A tax by the piece (rate type F): `rate` is then an amount. */
  readonly fixed: boolean
  readonly geoZoneId: string
}

export type ShopContext = {
  readonly version: string | null
  /** Zone of the stored dates. */
  readonly zone: string
  /** A setting of the store, else of the main store; null: not there. */
  readonly setting: (storeId: string, key: string) => string | null
  readonly languages: ReadonlyMap<string, string>
  readonly groups: (id: string, languageId: string) => string
  readonly status: (id: string, languageId: string) => OrderStatus
  readonly statuses: readonly OrderStatus[]
  readonly countries: ReadonlyMap<string, CountryCode>
  /** Names of a custom field, the shop's main language first. */
  readonly customFieldNames: ReadonlyMap<string, readonly string[]>
  /** Fields whose value is an id of a choice. */
  readonly choiceFields: ReadonlySet<string>
  readonly customFieldValues: ReadonlyMap<string, string>
  readonly taxRates: readonly TaxRate[]
  /** Rates of a tax class, in order of priority. */
  readonly ratesOfClass: (taxClassId: string) => readonly { readonly rate: TaxRate; readonly based: string }[]
  readonly geoZoneHolds: (geoZoneId: string, countryId: string, zoneId: string) => boolean
  /** Whether a customer group pays a rate; all do in shops that do not tie rates to groups (before 1.5.1). */
  readonly groupPays: (rateId: string, groupId: string) => boolean
}

const at = (row: Row, key: string): string => row[key] ?? ''

/** Indexes what the bridge told about the set-up. */
export function toContext(raw: ContextRaw, version: string | null): ShopContext {
  const settings = new Map(
    raw.settings.map((row) => [`${at(row, 'store_id')}/${at(row, 'key')}`, row['value'] ?? null]),
  )
  const setting = (storeId: string, key: string) =>
    settings.get(`${storeId}/${key}`) ?? settings.get(`0/${key}`) ?? null
  const mainLanguage = findMainLanguage(raw, setting)
  const statuses = indexStatuses(raw, setting, mainLanguage)
  return {
    version,
    zone: findShopZone({
      version,
      configTimezone: setting('0', 'config_timezone'),
      phpTimezone: raw.zone.php_timezone,
      dbNow: raw.zone.db_now,
      dbUtc: raw.zone.db_utc,
    }),
    setting,
    languages: new Map(raw.languages.map((row) => [at(row, 'language_id'), at(row, 'code')])),
    groups: namesByLanguage(raw.customer_groups, 'customer_group_id', mainLanguage),
    ...statuses,
    countries: new Map(
      raw.countries
        .filter((row) => /^[A-Za-z]{2}$/.test(at(row, 'iso_code_2')))
        .map((row) => [at(row, 'country_id'), at(row, 'iso_code_2').toUpperCase() as CountryCode]),
    ),
    customFieldNames: allNames(raw.custom_field_names, mainLanguage),
    choiceFields: new Set(
      raw.custom_fields
        .filter((row) => ['select', 'radio', 'checkbox'].includes(at(row, 'type')))
        .map((row) => at(row, 'custom_field_id')),
    ),
    customFieldValues: new Map(
      mainLast(raw.custom_field_values, mainLanguage).map((row) => [
        at(row, 'custom_field_value_id'),
        decodeText(row['name']),
      ]),
    ),
    ...indexTaxes(raw),
  }
}

function findMainLanguage(raw: ContextRaw, setting: ShopContext['setting']): string {
  const code = setting('0', 'config_language') ?? setting('0', 'config_language_catalog')
  const found = raw.languages.find((row) => row['code'] === code) ?? raw.languages[0]
  return found === undefined ? '' : at(found, 'language_id')
}

/** Rows of the main language last, so that they win in a Map. */
const mainLast = (rows: readonly Row[], mainLanguage: string): readonly Row[] =>
  rows.toSorted((a, b) => Number(a['language_id'] === mainLanguage) - Number(b['language_id'] === mainLanguage))

/** Name in the wanted language, else in the main one, else in any. */
function namesByLanguage(rows: readonly Row[], idKey: string, mainLanguage: string) {
  const exact = new Map(rows.map((row) => [`${at(row, idKey)}/${at(row, 'language_id')}`, decodeText(row['name'])]))
  const any = new Map(mainLast(rows, mainLanguage).map((row) => [at(row, idKey), decodeText(row['name'])]))
  return (id: string, languageId: string): string => exact.get(`${id}/${languageId}`) ?? any.get(id) ?? ''
}

function allNames(rows: readonly Row[], mainLanguage: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const row of mainLast(rows, mainLanguage).toReversed()) {
    const id = at(row, 'custom_field_id')
    names.set(id, [...(names.get(id) ?? []), decodeText(row['name'])])
  }
  return names
}

function indexStatuses(raw: ContextRaw, setting: ShopContext['setting'], mainLanguage: string) {
  const nameIn = namesByLanguage(raw.statuses, 'order_status_id', mainLanguage)
  const namesOf = (id: string) =>
    raw.statuses.filter((row) => row['order_status_id'] === id).map((row) => at(row, 'name'))
  const ids = [...new Set(raw.statuses.map((row) => at(row, 'order_status_id')))]
  const meanings = new Map(ids.map((id) => [id, toStatus(id, namesOf(id), setting)]))
  const status = (id: string, languageId: string): OrderStatus => ({
    code: id,
    text: nameIn(id, languageId),
    meaning: meanings.get(id) ?? toStatus(id, [], setting),
  })
  return { status, statuses: ids.map((id) => status(id, mainLanguage)) }
}

function indexTaxes(raw: ContextRaw): Pick<ShopContext, 'taxRates' | 'ratesOfClass' | 'geoZoneHolds' | 'groupPays'> {
  const taxRates = raw.tax_rates.flatMap((row) => {
    const rate = parseDecimal(row['rate'] ?? '')
    // 1.0–1.5.0 keep the description in the rate itself, and know percentages only.
    const name = decodeText(row['name'] ?? row['description'])
    const facts = { id: at(row, 'tax_rate_id'), name, fixed: row['type'] === 'F', geoZoneId: at(row, 'geo_zone_id') }
    return rate === null ? [] : [{ ...facts, rate }]
  })
  const byId = new Map(taxRates.map((rate) => [rate.id, rate]))
  const rules = raw.tax_rules.toSorted((a, b) => Number(at(a, 'priority')) - Number(at(b, 'priority')))
  const zones = raw.zone_to_geo_zones
  const groups = new Set(
    raw.tax_rate_to_customer_groups.map((row) => `${at(row, 'tax_rate_id')}/${at(row, 'customer_group_id')}`),
  )
  return {
    taxRates,
    ratesOfClass: (taxClassId) =>
      rules
        .filter((rule) => rule['tax_class_id'] === taxClassId)
        .flatMap((rule) => {
          const rate = byId.get(at(rule, 'tax_rate_id'))
          return rate === undefined ? [] : [{ rate, based: at(rule, 'based') }]
        }),
    geoZoneHolds: (geoZoneId, countryId, zoneId) =>
      zones.some(
        (zone) =>
          zone['geo_zone_id'] === geoZoneId &&
          zone['country_id'] === countryId &&
          (zone['zone_id'] === '0' || zone['zone_id'] === null || zone['zone_id'] === zoneId),
      ),
    groupPays: (rateId, groupId) => groups.size === 0 || groups.has(`${rateId}/${groupId}`),
  }
}
