// The stand-in's shop: an invented Dutch OpenCart 3 with its set-up as the bridge tells it.
import type { ContextRaw, Identity, Row } from '../wire.ts'

export type FakeArticle = {
  readonly id: number
  readonly name: string
  readonly model: string
  readonly sku: string
  readonly priceExcl: string
  readonly taxClass: 'high' | 'low'
}

/** Article n of an endless catalogue; the first few have names, for the demo. */
export function articleAt(n: number): FakeArticle {
  const [name = `Artikel ${n}`, priceExcl = ((n % 90) + 1.2397).toFixed(4), taxClass = n % 4 === 0 ? 'low' : 'high'] =
    named[n] ?? []
  return { id: 1000 + n, name, model: `M-${n}`, sku: `ART-${String(n).padStart(4, '0')}`, priceExcl, taxClass }
}

const named: Readonly<Record<number, readonly [string, string, 'high' | 'low']>> = {
  1: ['Koffiemok 350 ml', '8.2645', 'high'],
  2: ['Thee Earl Grey 100 g', '3.6697', 'low'],
  3: ['Espressomachine Pro', '412.3967', 'high'],
  4: ['Kookboek Bakken zonder oven', '18.3486', 'low'],
  5: ['T-shirt Zuiderzee', '16.5289', 'high'],
  6: ['Servetten, 50 stuks', '3.7190', 'high'],
}

const setting = (key: string, value: string): Row => ({ store_id: '0', key, value, serialized: '0' })

const status = (id: string, name: string): Row => ({ order_status_id: id, language_id: '1', name })

/** Rates per country: high, low. */
export const rates: Readonly<Record<string, { readonly high: string; readonly low: string; readonly name: string }>> = {
  NL: { high: '21', low: '9', name: 'BTW' },
  BE: { high: '21', low: '6', name: 'BTW België' },
  DE: { high: '19', low: '7', name: 'MwSt.' },
}

const countries = { NL: '150', BE: '21', DE: '81', GB: '222' } as const
export const countryIdOf = (code: string): string => countries[code as keyof typeof countries] ?? '0'

export const customFields = { code: '1', vat: '2', coc: '3' } as const

/** Answers `identify` and `context`. */
export const fakeIdentity = (prefix: string, orderCount: number, newest: number | null): Identity => ({
  php: '8.2.0',
  version: '3.0.4.1',
  database: { server: '10.11.0-MariaDB' },
  prefix,
  tables: ['order', 'order_product', 'order_total'],
  columns: {},
  order_count: orderCount,
  newest_order_id: newest,
  extension: 'mysqli',
})

export function fakeContext(nowUtc: string): ContextRaw {
  const codes = Object.keys(rates)
  const classes = ['high', 'low'] as const
  const each = codes.flatMap((code, index) => classes.map((kind) => ({ code, kind, zone: String(index + 1) })))
  const rateId = ({ code, kind }: { code: string; kind: string }) =>
    `${countryIdOf(code)}${kind === 'high' ? '1' : '2'}`
  return {
    settings: [
      setting('config_currency', 'EUR'),
      setting('config_timezone', 'Europe/Amsterdam'),
      setting('config_tax', '1'),
      setting('config_language', 'nl-nl'),
      setting('config_country_id', '150'),
      setting('shipping_flat_tax_class_id', 'high'),
      setting('total_cod_fee_tax_class_id', 'high'),
    ],
    stores: [],
    languages: [{ language_id: '1', code: 'nl-nl', name: 'Nederlands' }],
    statuses: [
      status('1', 'In afwachting'),
      status('2', 'In behandeling'),
      status('5', 'Compleet'),
      status('7', 'Geannuleerd'),
    ],
    custom_fields: Object.values(customFields).map((id) => ({
      custom_field_id: id,
      type: 'text',
      location: 'account',
    })),
    custom_field_names: [
      { custom_field_id: customFields.code, language_id: '1', name: 'Klantnummer' },
      { custom_field_id: customFields.vat, language_id: '1', name: 'BTW-nummer' },
      { custom_field_id: customFields.coc, language_id: '1', name: 'KvK-nummer' },
    ],
    custom_field_values: [],
    customer_groups: [
      { customer_group_id: '1', language_id: '1', name: 'Particulier' },
      { customer_group_id: '2', language_id: '1', name: 'Zakelijk EU' },
    ],
    countries: Object.entries(countries).map(([code, id]) => ({ country_id: id, iso_code_2: code, name: code })),
    tax_rates: each.map((rate) => ({
      tax_rate_id: rateId(rate),
      name: `${rates[rate.code]?.name} ${rates[rate.code]?.[rate.kind]}%`,
      rate: `${rates[rate.code]?.[rate.kind]}.0000`,
      type: 'P',
      geo_zone_id: rate.zone,
    })),
    tax_rules: each.map((rate) => ({
      tax_class_id: rate.kind,
      tax_rate_id: rateId(rate),
      based: 'shipping',
      priority: '1',
    })),
    zone_to_geo_zones: codes.map((code, index) => ({
      geo_zone_id: String(index + 1),
      country_id: countryIdOf(code),
      zone_id: '0',
    })),
    tax_rate_to_customer_groups: each.map((rate) => ({ tax_rate_id: rateId(rate), customer_group_id: '1' })),
    zone: { php_timezone: 'Europe/Amsterdam', db_now: nowUtc, db_utc: nowUtc },
  }
}
