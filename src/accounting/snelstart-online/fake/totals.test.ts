import { describe, expect, test } from 'vitest'
import { createAdministration } from './administration.ts'
import { defaultSeed } from './seeds/default.ts'
import { loadSeed } from './seeds/load-seed.ts'
import type { SeedRecord } from './seeds/seed.ts'
import { emptyRow } from './shape.ts'
import { type Verkooporder, verkooporderShape } from './shapes/sales.ts'
import { computeTotals, type Rounding } from './totals.ts'

const adres = (land: string) => ({ straat: 'Kade 1', postcode: '1000', plaats: 'Stad', land })
const relatie = (relatiecode: number, land: string | null, more: SeedRecord = {}): SeedRecord => ({
  relatiecode,
  relatiesoort: ['Klant'],
  naam: `Klant ${relatiecode}`,
  ...(land === null ? {} : { vestigingsAdres: adres(land) }),
  ...more,
})

function makeAdministration(companyInfo: SeedRecord = {}) {
  const administration = createAdministration(() => Date.UTC(2026, 0, 1))
  loadSeed(administration, defaultSeed)
  loadSeed(administration, {
    companyInfo: { aantalDecimalenArtikelprijzen: 4, ...companyInfo },
    relaties: [
      relatie(1, 'NL'),
      relatie(2, null),
      relatie(3, 'BE'),
      relatie(4, 'BE', { btwNummer: 'BE0411905847' }),
      relatie(5, 'US'),
      relatie(6, 'DE'),
    ],
    artikelen: [
      { artikelcode: 'hoog', omschrijving: 'Hoog', artikelOmzetgroep: 1 },
      { artikelcode: 'laag', omschrijving: 'Laag', artikelOmzetgroep: 2 },
      { artikelcode: 'geen', omschrijving: 'Geen', artikelOmzetgroep: 3 },
    ],
  })
  return administration
}

type Line = readonly [artikelcode: string, aantal: number, stuksprijs: number, kortingsPercentage?: number]
type Order = {
  readonly customer?: number
  readonly incl?: boolean
  readonly datum?: string
  readonly factuurkorting?: number
  readonly company?: SeedRecord
  readonly rounding?: Rounding
}

function totals(
  lines: readonly Line[],
  {
    customer = 1,
    incl = false,
    datum = '2026-03-01T00:00:00',
    factuurkorting = 0,
    company = {},
    rounding = 'perKind',
  }: Order = {},
) {
  const administration = makeAdministration(company)
  const order: Verkooporder = {
    ...emptyRow(verkooporderShape),
    id: 'x',
    datum,
    factuurkorting,
    relatie: { id: administration.relaties.lookUp('Relatiecode', customer)![0]!.id, uri: null },
    verkooporderBtwIngaveModel: incl ? 'Inclusief' : 'Exclusief',
    regels: lines.map(([artikelcode, aantal, stuksprijs, kortingsPercentage = 0]) => ({
      artikel: { id: administration.artikelen.lookUp('Artikelcode', artikelcode)![0]!.id, uri: null },
      omschrijving: null,
      stuksprijs,
      aantal,
      kortingsPercentage,
      totaal: null,
      extraRegelVelden: null,
    })),
  }
  const { totaalExclusiefBtw, totaalInclusiefBtw, regels } = computeTotals(administration, order, rounding)
  return { excl: totaalExclusiefBtw, incl: totaalInclusiefBtw, lines: regels.map(({ totaal }) => totaal) }
}

describe('lines and rounding', () => {
  test('each line is rounded to cents, then VAT per kind', () => {
    expect(
      totals([
        ['hoog', 3, 0.3333],
        ['laag', 1000, 0.04],
        ['geen', 1, 5],
      ]),
    ).toEqual({ excl: 46, incl: 49.81, lines: [1, 40, 5] })
  })

  test('incl. prices: VAT per kind is taken out of the sum', () => {
    expect(
      totals(
        [
          ['hoog', 1, 121],
          ['laag', 1, 109],
        ],
        { incl: true },
      ),
    ).toEqual({ excl: 200, incl: 230, lines: [121, 109] })
    expect(totals([['hoog', 3, 9.99]], { incl: true })).toMatchObject({ excl: 24.77, incl: 29.97 })
  })

  test('per line and per kind differ by the rounding', () => {
    const lines: Line[] = [
      ['hoog', 1, 0.12],
      ['hoog', 1, 0.12],
      ['hoog', 1, 0.12],
    ]
    expect(totals(lines)).toMatchObject({ excl: 0.36, incl: 0.44 })
    expect(totals(lines, { rounding: 'perLine' })).toMatchObject({ excl: 0.36, incl: 0.45 })
  })

  test('prices are first rounded to the decimals of the article file', () => {
    expect(totals([['hoog', 100, 0.125]], { company: { aantalDecimalenArtikelprijzen: 2 } })).toMatchObject({
      lines: [13],
    })
    expect(totals([['hoog', 100, 0.125]])).toMatchObject({ lines: [12.5] })
  })

  test('a line discount is computed over the line, or over the price where the company says so', () => {
    expect(totals([['hoog', 10, 0.99, 5]], { company: { aantalDecimalenArtikelprijzen: 2 } }).lines).toEqual([9.41])
    const overPrice = { aantalDecimalenArtikelprijzen: 2, regelkortingVerkooporder: 'BerekenenOverStukprijs' }
    expect(totals([['hoog', 10, 0.99, 5]], { company: overPrice }).lines).toEqual([9.4])
  })

  test('the order discount lowers each VAT kind', () => {
    expect(
      totals(
        [
          ['hoog', 1, 100],
          ['laag', 1, 50],
        ],
        { factuurkorting: 10 },
      ),
    ).toMatchObject({ excl: 135, incl: 157.95 })
  })

  test('negative quantities come out negative', () => {
    expect(totals([['hoog', -1, 10.05]])).toEqual({ excl: -10.05, incl: -12.16, lines: [-10.05] })
  })
})

describe('which VAT', () => {
  const line: Line[] = [
    ['hoog', 1, 100],
    ['laag', 1, 100],
  ]
  const abroad = { factureerBuitenlandsBtw: true }

  test.each<[string, Order, number]>([
    ['Dutch rates for a Dutch customer', {}, 230],
    ['Dutch rates for a customer without address', { customer: 2 }, 230],
    ['the rates of the order date', { datum: '2018-06-01T00:00:00' }, 227],
    ['the old high rate on its last day', { datum: '2012-09-30T00:00:00' }, 225],
    ['Dutch rates for a consumer in the EU without one-stop shop', { customer: 3 }, 230],
    ['the country’s own rates with one-stop shop', { customer: 3, company: abroad }, 233],
    ['its standard and reduced rates in Germany', { customer: 6, company: abroad }, 226],
    [
      'Dutch rates with one-stop shop before July 2021',
      { customer: 3, company: abroad, datum: '2021-06-30T00:00:00' },
      230,
    ],
    ['none for a business in the EU', { customer: 4 }, 200],
    ['none for a business in the EU with one-stop shop', { customer: 4, company: abroad }, 200],
    ['none outside the EU', { customer: 5 }, 200],
  ])('%s', (_, order, incl) => {
    expect(totals(line, order)).toMatchObject({ excl: 200, incl })
  })

  test('one-stop shop holds only within its ranges', () => {
    const from = Date.UTC(2026, 3, 1)
    const company = { ...abroad, factureerBuitenlandsBtwRanges: [{ from, to: Date.UTC(2026, 11, 31) }] }
    expect(totals(line, { customer: 3, company }).incl).toBe(230)
    expect(totals(line, { customer: 3, company, datum: '2026-04-01T00:00:00' }).incl).toBe(233)
  })
})
