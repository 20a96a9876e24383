import * as jsvat from 'jsvat'
import { describe, expect, test } from 'vitest'
import { createAdministration } from '../administration.ts'
import { toState } from '../state.ts'
import { defaultSeed } from './default.ts'
import { generateSeed } from './generate-seed.ts'
import { loadSeed } from './load-seed.ts'
import { parseSeed } from './parse-seed.ts'
import { type Seed, SeedWrong } from './seed.ts'

function load(...seeds: Seed[]) {
  const administration = createAdministration(() => Date.UTC(2026, 0, 1))
  for (const seed of [defaultSeed, ...seeds]) loadSeed(administration, parseSeed(seed))
  return administration
}

describe('the default administration', () => {
  const state = toState(load())

  test('holds three relations that are no customers', () => {
    expect(state.relaties.map(({ relatiecode, relatiesoort }) => [relatiecode, relatiesoort])).toEqual([
      [0, ['Eigen']],
      [-1, ['Leverancier']],
      [-2, ['Klant']],
    ])
  })

  test('holds countries with both codes, eight revenue groups, six journals and two templates', () => {
    expect(state.landen.length).toBeGreaterThanOrEqual(60)
    expect(state.landen).toContainEqual(
      expect.objectContaining({ naam: 'Duitsland', landcode: 'DE', landcodeISO: 'DEU' }),
    )
    expect(new Set(state.landen.map(({ landcode }) => landcode)).size).toBe(state.landen.length)
    expect(state.artikelomzetgroepen).toHaveLength(8)
    expect(state.artikelomzetgroepen[0]).toMatchObject({
      nummer: 1,
      omschrijving: 'Hoog btw (goederen)',
      verkoopNederlandBtwSoort: 'Hoog',
    })
    expect(state.dagboeken.map(({ soort }) => soort)).toEqual([
      'Kas',
      'Bank',
      'Verkoop',
      'Inkoop',
      'Memoriaal',
      'Balans',
    ])
    expect(state.verkoopordersjablonen.map(({ prijsIngaveExclusiefBtw }) => prijsIngaveExclusiefBtw)).toEqual([
      true,
      false,
    ])
  })

  test('has a ledger account of every function that sales need', () => {
    const functions = state.grootboeken.map(({ grootboekfunctie }) => grootboekfunctie)
    expect(functions).toEqual(
      expect.arrayContaining([
        'VerkopenOmzetOnbelastVerlegd',
        'VerkopenOmzetLaag',
        'VerkopenOmzetHoog',
        'VerkopenOmzetOverig',
        'VerkopenBtwVrij',
        'BtwAfteDragenLaag',
        'BtwAfTeDragenHoog',
        'BtwAfTeDragenOverig',
        'BtwAfTeDragenVerlegdVerkopen',
        'VerkopenExportBinnenEU',
        'VerkopenExportBuitenEU',
        'InstallatieTeleverkoopBinnenEUgeen',
        'DienstverleningBinnenEU',
      ]),
    )
    const oss = state.grootboeken.filter(
      ({ grootboekfunctie }) => grootboekfunctie === 'InstallatieTeleverkoopBinnenEUgeen',
    )
    expect(oss.map(({ vatRateCode }) => vatRateCode)).toEqual(['SR', 'RRH'])
  })

  test('has VAT tariffs without gaps, and rates of all EU countries', () => {
    const high = state.btwtarieven.filter(({ btwSoort }) => btwSoort === 'Hoog')
    const dayAfter = (day: string | null) => new Date(Date.parse(`${day}Z`) + 86_400_000).toISOString().slice(0, 19)
    for (const [index, tariff] of high.slice(1).entries())
      expect(tariff.datumVanaf).toBe(dayAfter(high[index]!.datumTotEnMet))
    expect(state.vatrates).toHaveLength(27)
  })
})

describe('a seed', () => {
  test('names what it refers to by what people know', () => {
    const administration = load({
      relaties: [
        {
          relatiecode: 5,
          naam: 'Vijf',
          relatiesoort: ['Klant'],
          vestigingsAdres: { straat: 'a', postcode: 'b', plaats: 'c', land: 'BE' },
        },
      ],
      artikelen: [{ artikelcode: 'X', omschrijving: 'X', artikelOmzetgroep: 2 }],
      verkooporders: [
        {
          nummer: 8,
          relatie: 5,
          datum: '2026-01-01',
          verkoopordersjabloon: 'Factuur inclusief btw',
          regels: [{ artikel: 'X', aantal: 1 }],
        },
      ],
    })
    const [order] = toState(administration).verkooporders
    expect(order?.relatie?.id).toBe(administration.relaties.lookUp('Relatiecode', 5)![0]!.id)
    expect(order?.regels?.[0]?.artikel?.uri).toMatch(/^\/artikelen\//)
    expect(administration.nextOrdernummer).toBe(9)
    expect(administration.nextRelatiecode).toBe(6)
  })

  test('changes only the named fields of what exists already', () => {
    const relaties = [{ relatiecode: 5, naam: 'Vijf', relatiesoort: ['Klant'], memo: 'blijft' }]
    const state = toState(
      load({ relaties }, { relaties: [{ relatiecode: 5, naam: 'Anders' }], companyInfo: { plaats: 'Ede' } }),
    )
    expect(state.relaties.filter(({ relatiecode }) => relatiecode === 5)).toMatchObject([
      { naam: 'Anders', memo: 'blijft' },
    ])
    expect(state.companyInfo).toMatchObject({ plaats: 'Ede', bedrijfsnaam: 'Simulatie BV' })
  })

  test.each<[unknown, string]>([
    [[], 'a seed is a JSON object'],
    [{ klanten: [] }, "unknown part 'klanten'"],
    [{ relaties: {} }, 'relaties: expected a list'],
    [{ relaties: [{ name: 'x' }] }, "relaties[0]: unknown field 'name'"],
    [{ relaties: [{ vestigingsAdres: { naam: 'x' } }] }, "relaties[0].vestigingsAdres: unknown field 'naam'"],
    [{ relaties: [{ relatiecode: 'een' }] }, 'relaties[0]'],
    [{ prijsafspraken: [{ relatie: 1 }] }, 'prijsafspraken.0.artikel'],
    [{ customFields: { klanten: [] } }, 'customFields'],
    [{ refusedVatNumbers: 'x' }, 'refusedVatNumbers'],
    [{ artikelen: [{ artikelcode: 'X', artikelOmzetgroep: 99 }] }, "there is no '99' in artikelomzetgroepen"],
  ])('%j is refused: %s', (seed, reason) => {
    const act = () => load(parseSeed(seed))
    expect(act).toThrow(SeedWrong)
    expect(act).toThrow(reason)
  })

  test('a state is a seed that gives the same state', () => {
    const extra: Seed = {
      prijsafspraken: [{ relatie: 10_001, artikel: 'A000002', korting: 5 }],
      customFields: { klant: [{ name: 'webshop', type: 'Text' }] },
      refusedVatNumbers: ['DE136695976'],
    }
    const state = toState(load(generateSeed({ customers: 5, articles: 5 }), extra))
    expect(toState(load(parseSeed(JSON.parse(JSON.stringify(state)))))).toEqual(state)
  })
})

describe('generated seeds', () => {
  test('are always the same, with different codes and right VAT numbers', () => {
    const seed = generateSeed({ customers: 300, articles: 40 })
    expect(generateSeed({ customers: 300, articles: 40 })).toEqual(seed)
    const state = toState(load(seed))
    expect(new Set(state.relaties.map(({ relatiecode }) => relatiecode)).size).toBe(303)
    expect(new Set(state.relaties.map(({ naam }) => naam)).size).toBe(303)
    const numbers = state.relaties.flatMap(({ btwNummer }) => (btwNummer === null ? [] : [btwNummer]))
    expect(numbers).toHaveLength(60)
    for (const number of numbers) expect(jsvat.checkVAT(number, [jsvat.netherlands])).toMatchObject({ isValid: true })
    expect(state.relaties.every(({ naam }) => (naam ?? '').length <= 50)).toBe(true)
  })
})
