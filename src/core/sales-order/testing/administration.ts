// A small administration for the tests: two templates, a revenue group per VAT kind, and an article for every setting.
import type { AccountingCapabilities, AdministrationLists, Article, VatKind } from '../../administration.ts'
import type { ArticleCode, CalendarDate, CountryCode, RemoteId } from '../../ids.ts'
import { type Decimal, decimal } from '../../money.ts'
import type { Facts } from '../../plan.ts'
import type { CustomerChoice, Known } from '../known.ts'

const group = (number: string, name: string, vatKind: VatKind) => ({
  id: `group-${vatKind}` as RemoteId,
  number,
  name,
  vatKind,
})

const rate = (kind: VatKind, percent: string, from: string, to: string) => ({
  kind,
  percent: decimal(percent),
  from: from as CalendarDate,
  to: to as CalendarDate,
})

export const lists: AdministrationLists = {
  company: {
    administrationId: 'administration' as RemoteId,
    administrationName: 'Voorbeeld BV',
    articleCodeNumeric: false,
    articleCodeMaxLength: 20,
    articlePricesExclVat: true,
    priceDecimals: 2,
    quantityDecimals: 2,
    foreignVat: false,
    foreignVatRanges: [],
    smallBusinessScheme: false,
  },
  templates: [
    { id: 'template-incl' as RemoteId, name: 'Web incl', pricesExclVat: false, inactive: false },
    { id: 'template-excl' as RemoteId, name: 'Web excl', pricesExclVat: true, inactive: false },
    { id: 'template-english' as RemoteId, name: 'English', pricesExclVat: true, inactive: false },
    { id: 'template-old' as RemoteId, name: 'Oud', pricesExclVat: true, inactive: true },
  ],
  revenueGroups: [
    group('1', 'Hoog btw (goederen)', 'high'),
    group('2', 'Laag btw (goederen)', 'low'),
    group('3', 'Geen btw', 'none'),
  ],
  ledgerAccounts: [],
  vatRates: [
    rate('high', '19', '2001-01-01', '2012-09-30'),
    rate('high', '21', '2012-10-01', '9999-12-31'),
    rate('low', '6', '2001-01-01', '2018-12-31'),
    rate('low', '9', '2019-01-01', '9999-12-31'),
    rate('none', '0', '2001-01-01', '9999-12-31'),
  ],
  foreignVatRates: [
    { country: 'DE' as CountryCode, rateCode: 'SR', percent: decimal('16'), from: '2020-07-01' as CalendarDate },
    { country: 'DE' as CountryCode, rateCode: 'SR', percent: decimal('19'), from: '2021-01-01' as CalendarDate },
    { country: 'DE' as CountryCode, rateCode: 'RRH', percent: decimal('7'), from: '2021-01-01' as CalendarDate },
  ],
  countries: ['NL', 'DE', 'BE', 'US'].map((code) => ({
    id: `country-${code}` as RemoteId,
    code: code as CountryCode,
    name: code,
  })),
}

/** An administration online: no cost types, recipes without their mode, no name on an address. */
const onlineCapabilities: AccountingCapabilities = {
  costTypes: false,
  recipeModes: 'content',
  deliveryName: false,
  priceFromAccounting: true,
  markUnread: true,
  textLines: false,
  ledger: true,
}

export const desktopCapabilities: AccountingCapabilities = {
  ...onlineCapabilities,
  costTypes: true,
  recipeModes: 'all',
  deliveryName: true,
  textLines: true,
}

export const articleOf = (code: string, vatKind: VatKind, changes: Partial<Article> = {}): Article => ({
  id: `id-${code}` as RemoteId,
  code: code as ArticleCode,
  description: `SnelStart ${code}`,
  revenueGroupId: `group-${vatKind}` as RemoteId,
  salesPrice: decimal('10'),
  unit: 'stuk',
  inactive: false,
  stockControlled: true,
  physicalStock: null,
  freeStock: null,
  customFields: {},
  recipeMode: 'none',
  components: [],
  modifiedAt: null,
  ...changes,
})

export const componentOf = (code: string, quantity: string) => ({
  articleId: `id-${code}` as RemoteId,
  code: code as ArticleCode,
  quantity: decimal(quantity),
})

/** MOK 21 %, THEE 9 %, BON without VAT; the rest is for charges and the like, one per rate. */
const articles: readonly Article[] = [
  articleOf('MOK', 'high'),
  articleOf('THEE', 'low'),
  articleOf('BON', 'none'),
  ...(['high', 'low', 'none'] as const).flatMap((kind) =>
    ['VERZEND', 'KORTING', 'BETAAL', 'OVERIG', 'VERSCHIL', 'STANDAARD', 'OPTIE'].map((name) =>
      articleOf(`${name}-${kind}`, kind),
    ),
  ),
]

/** An existing Dutch customer. */
const dutchCustomer: CustomerChoice = {
  customer: {
    action: 'use',
    id: 'customer-1' as RemoteId,
    code: '1001' as never,
    name: 'Jan de Vries',
    changes: null,
  },
  nearMisses: [],
  steps: [],
  warnings: [],
  country: 'NL' as CountryCode,
  hasVatNumber: false,
}

export function knownWith(
  changes: {
    readonly articles?: readonly Article[]
    readonly customer?: Partial<CustomerChoice>
    readonly company?: Partial<AdministrationLists['company']>
    readonly templates?: AdministrationLists['templates']
    readonly capabilities?: AccountingCapabilities
    /** Instead of a customer that was found or is to be made. */
    readonly answer?: ReturnType<Known['customers']>
  } = {},
): Known {
  const all = [...(changes.articles ?? []), ...articles]
  const customer = { ...dutchCustomer, ...changes.customer }
  return {
    lists: {
      ...lists,
      templates: changes.templates ?? lists.templates,
      company: { ...lists.company, ...changes.company },
    },
    capabilities: changes.capabilities ?? onlineCapabilities,
    customers: () => changes.answer ?? { ok: true, value: customer, steps: [], nearMisses: [] },
    articles: {
      byCode: (code) => all.find((article) => article.code === code) ?? null,
      byId: (id) => all.find((article) => article.id === id) ?? null,
      byCustomField: (name, value) => all.filter((article) => article.customFields[name] === value),
    },
  }
}

export const noFacts: Facts = { lastTemplates: new Map(), agreedPrices: new Map(), paymentReferences: new Map() }

export const agreedPrices = (prices: Readonly<Record<string, string | null>>): Facts => ({
  ...noFacts,
  agreedPrices: new Map(
    Object.entries(prices).map(([key, price]) => [key, price === null ? null : (decimal(price) as Decimal)]),
  ),
})
