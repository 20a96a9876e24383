import { describe, expect, test } from 'vitest'
import { createAdministration } from '../administration.ts'
import { Refusal } from '../refusal.ts'
import { defaultSeed } from '../seeds/default.ts'
import { loadSeed } from '../seeds/load-seed.ts'
import { type Relatie, relatieShape } from '../shapes/relation.ts'
import { type QueryRules, runQuery } from './query.ts'

const administration = createAdministration(() => Date.UTC(2026, 0, 15, 12))
loadSeed(administration, defaultSeed)
loadSeed(administration, {
  relaties: [
    {
      relatiecode: 1,
      relatiesoort: ['Klant'],
      naam: "O'Brien",
      email: 'Brien@Example.com',
      kredietLimiet: 10.5,
      vestigingsAdres: { straat: 'Kade 1', postcode: '1234 AB', plaats: 'Ede', land: 'NL' },
      factuurEmailVersturen: { shouldSend: true, email: 'boek@example.com' },
      modifiedOn: '2025-03-04T05:06:07.12',
    },
    {
      relatiecode: 2,
      relatiesoort: ['Leverancier'],
      naam: 'Acme ',
      vestigingsAdres: { straat: 'Weg 2', postcode: '1000', plaats: 'Brussel', land: 'BE' },
      modifiedOn: '2025-03-04T05:06:07.119',
    },
    {
      relatiecode: 3,
      relatiesoort: ['Klant'],
      naam: 'acme',
      nonactief: true,
      extraVeldenKlant: [
        { naam: 'webshop', waarde: '77' },
        { naam: 'kleur', waarde: 'rood' },
      ],
      modifiedOn: '2024-12-31T23:59:59',
    },
  ],
})
const rules: QueryRules = { textCompare: 'likeTheDatabase', pageCap: 500, overCap: 'refuse' }
const belgium = administration.landen.lookUp('Landcode', 'BE')![0]!.id

const run = (query: string, changed: Partial<QueryRules> = {}): unknown[] =>
  runQuery(new URLSearchParams(query), relatieShape, administration.relaties, { ...rules, ...changed })
const codesOf = (rows: unknown[]) =>
  (rows as Relatie[]).map(({ relatiecode }) => relatiecode).filter((code) => (code ?? 0) > 0)
const found = (filter: string, changed: Partial<QueryRules> = {}) =>
  codesOf(run(`$filter=${encodeURIComponent(filter)}`, changed))

function refusal(query: string): { status: number; text: string } {
  try {
    run(query)
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, text: JSON.stringify(error.body) }
    throw error
  }
  throw new Error(`not refused: ${query}`)
}

describe('filters', () => {
  test.each<[string, number[]]>([
    ['Relatiecode eq 2', [2]],
    ['Relatiecode ne 2 and Relatiecode gt 0', [1, 3]],
    ['Relatiecode ge 2', [2, 3]],
    ['Relatiecode lt 2 and Relatiecode gt 0', [1]],
    ['Relatiecode le 2 and not (Relatiecode eq 1) and Relatiecode gt 0', [2]],
    ["Naam eq 'O''Brien'", [1]],
    ["Naam eq 'ACME'", [2, 3]],
    ["Email eq 'brien@example.COM '", [1]],
    ['Email eq null and Relatiecode gt 0', [2, 3]],
    ['Email ne null', [1]],
    ["Email ne 'x' and Relatiecode gt 0", [1, 2, 3]],
    ['KredietLimiet eq 10.50m', [1]],
    ['KredietLimiet gt 10', [1]],
    ['Nonactief eq true', [3]],
    ['Nonactief', [3]],
    ['not Nonactief and Relatiecode gt 0', [1, 2]],
    ["substringof('BRIE',Naam) eq true", [1]],
    ["startswith(Naam,'ac')", [2, 3]],
    ["startswith(Naam,'ac') eq false and Relatiecode gt 0", [1]],
    ["endswith(Email,'.com')", [1]],
    ["tolower(Naam) eq 'acme'", [2, 3]],
    ['length(Naam) eq 5', [2]],
    ['year(ModifiedOn) eq 2024', [3]],
    ['month(ModifiedOn) eq 3 and day(ModifiedOn) eq 4', [1, 2]],
    ["ModifiedOn gt datetime'2025-03-04T05:06:07.119'", [1]],
    ["ModifiedOn ge datetime'2025-03-04T05:06:07.1190' and ModifiedOn lt datetime'2026-01-01'", [1, 2]],
    ["FactuurEmailVersturen/Email eq 'boek@example.com'", [1]],
    [`VestigingsAdres/Land/Id eq guid'${belgium.toUpperCase()}'`, [2]],
    ['VestigingsAdres/Plaats eq null and Relatiecode gt 0', [3]],
    ["Relatiesoort/any(r:r eq 'Klant') and Relatiecode gt 0", [1, 3]],
    ["ExtraVeldenKlant/any(e:e/Naam eq 'webshop' and e/Waarde eq '77')", [3]],
    ["ExtraVeldenKlant/any(e:e/Naam eq 'webshop' and e/Waarde eq 'rood')", []],
    ["ExtraVeldenKlant/any(e:e/Waarde eq '77' and Relatiecode eq 3)", [3]],
    ['ExtraVeldenKlant/any()', [3]],
    ["Relatiecode eq 1 or Relatiecode eq 2 and Naam eq 'x'", [1]],
    ["(Relatiecode eq 1 or Relatiecode eq 2) and Naam eq 'acme'", [2]],
    ["Aanmaningsoort eq 'Nee' and false", []],
    ['2 eq Relatiecode', [2]],
  ])('%s finds %j', (filter, expected) => {
    expect(found(filter)).toEqual(expected)
  })

  test('text compares exactly where that is switched on', () => {
    expect(found("Naam eq 'acme'", { textCompare: 'exact' })).toEqual([3])
    expect(found("substringof('BRIE',Naam)", { textCompare: 'exact' })).toEqual([])
  })

  test('several $filter options hold together', () => {
    expect(codesOf(run('$filter=Relatiecode gt 0&$filter=Nonactief eq false&$filter=Relatiecode lt 2'))).toEqual([1])
  })
})

describe('what the language refuses with 400', () => {
  test.each<[string, string]>([
    [
      "$filter=naam eq 'x'",
      "Could not find a property named 'naam' on type 'SnelStart.B2B.Api.V2.Models.Relaties.RelatieModel'",
    ],
    ["$filter=VestigingsAdres/postcode eq 'x'", "Could not find a property named 'postcode'"],
    ["$filter=Uri eq 'x'", "Could not find a property named 'Uri'"],
    ["$filter=contains(Naam,'x')", "unknown function with name 'contains'"],
    ['$filter=startswith(Naam)', 'No function signature'],
    ["$filter=Relatiecode eq 'x'", 'incompatible types'],
    ["$filter=Id eq '00000000-0000-0000-0000-000000000000'", 'incompatible types'],
    ["$filter=Naam eq 'x", 'Syntax error'],
    ['$filter=(Relatiecode eq 1', 'Syntax error'],
    ['$filter=Relatiecode eq', 'Syntax error'],
    ['$filter=Relatiecode', 'boolean'],
    ["$filter=Naam/any(n:n eq 'x')", 'collection'],
    ["$filter=Id eq guid'x'", 'Edm.Guid'],
    ["$filter=ModifiedOn gt datetime'soon'", 'Edm.DateTime'],
    ['$top=-1', '$top'],
    ['$skip=x', '$skip'],
    ['$top=501', "limit of '500'"],
    ['$expand=Land', '$expand'],
    ['$orderby=naam', "property named 'naam'"],
    ['$orderby=Naam down', '$orderby'],
    ['$select=naam', "property named 'naam'"],
  ])('%s', (query, reason) => {
    const { status, text } = refusal(query)
    expect(status).toBe(400)
    expect(text).toContain(reason)
    expect(text).toContain('"Message"')
  })
})

describe('pages', () => {
  test('$skip and $top cut a page out of the order of arrival', () => {
    const all = run('') as Relatie[]
    expect(all).toHaveLength(6)
    expect(run('$skip=2&$top=3')).toEqual(all.slice(2, 5))
    expect(run('$skip=6')).toEqual([])
  })

  test('without $top a page holds as many rows as the cap, and a larger $top is cut where that is switched on', () => {
    expect(run('', { pageCap: 2 })).toHaveLength(2)
    expect(run('$top=5', { pageCap: 2, overCap: 'cut' })).toHaveLength(2)
  })

  test('$orderby sorts before the page is cut', () => {
    expect(codesOf(run('$orderby=Naam asc,Relatiecode desc&$filter=Relatiecode gt 0&$top=2'))).toEqual([3, 2])
    expect(codesOf(run('$orderby=ModifiedOn desc&$filter=Relatiecode gt 0'))).toEqual([1, 2, 3])
  })

  test('$select gives only the named properties, in camelCase', () => {
    expect(run('$filter=Relatiecode eq 1&$select=Naam,Relatiecode')).toEqual([{ naam: "O'Brien", relatiecode: 1 }])
  })
})
