import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../../fake.ts'
import type { Artikel } from '../shapes/sales.ts'
import { type TryOut, tryOut } from '../try-out.ts'

let simulator: Simulator
let api: TryOut

beforeAll(async () => {
  simulator = await startSimulator({
    clock: () => Date.UTC(2026, 0, 15, 12),
    articlePageCap: 25,
    seed: {
      companyInfo: { artikelcodeSoort: 'Numeriek', artikelcodeMaxLengte: 6 },
      relaties: [
        { relatiecode: 1, relatiesoort: ['Klant'], naam: 'Klant' },
        { relatiecode: 2, relatiesoort: ['Leverancier'], naam: 'Weg', nonactief: true },
      ],
      artikelen: [
        {
          artikelcode: '1',
          omschrijving: 'Pakket',
          artikelOmzetgroep: 1,
          verkoopprijs: 10,
          subartikelen: [{ artikelcode: '2', aantal: 3 }],
        },
        { artikelcode: '2', omschrijving: 'Deel', artikelOmzetgroep: 1, verkoopprijs: 4 },
        {
          artikelcode: '3',
          omschrijving: 'Op voorraad',
          artikelOmzetgroep: 2,
          voorraadControle: true,
          technischeVoorraad: 5,
        },
        { artikelcode: '4', omschrijving: 'Besteld', artikelOmzetgroep: 2, verkoopprijs: 8 },
        { artikelcode: '-1', omschrijving: 'Tekst', artikelOmzetgroep: 1 },
        ...Array.from({ length: 30 }, (_, index) => ({
          artikelcode: String(100 + index),
          omschrijving: 'Meer',
          artikelOmzetgroep: 1,
        })),
      ],
      verkooporders: [{ nummer: 5, relatie: 1, datum: '2026-01-01', regels: [{ artikel: '4', aantal: 1 }] }],
      prijsafspraken: [
        { relatie: 1, artikel: '1', korting: 10 },
        { relatie: 1, artikel: '1', vanaf: 10, verkoopprijs: 7.5 },
        { relatie: 1, artikel: '2', verkoopprijs: 1, startdatum: '2020-01-01', einddatum: '2020-12-31' },
      ],
      actieprijzen: [
        {
          omschrijving: 'Winter',
          startdatum: '2026-01-01',
          einddatum: '2026-01-31',
          status: 'Actief',
          artikelPrijzen: [
            {
              artikelcode: '2',
              artikelOmschrijving: 'Deel',
              prijsIngave: 'Bedrag',
              prijzen: [{ vanaf: 1, verkoopprijs: 3 }],
            },
          ],
        },
      ],
    },
  })
  api = await tryOut(simulator)
})
afterAll(() => simulator.stop())

const byCode = (code: string): Artikel => simulator.state().artikelen.find(({ artikelcode }) => artikelcode === code)!
const customer = () => simulator.state().relaties.find(({ relatiecode }) => relatiecode === 1)!.id
const group = () => ({ id: simulator.state().artikelomzetgroepen[0]!.id })
const unknown = { id: '11111111-1111-4111-a111-111111111111' }

describe('creating', () => {
  test('answers the article without what only reading shows', async () => {
    const { status, body } = await api.ask('POST', '/artikelen', {
      artikelcode: ' 50 ',
      omschrijving: 'Nieuw',
      artikelOmzetgroep: group(),
      verkoopprijs: '1.50',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ artikelcode: '50', verkoopprijs: 1.5, vrijeVoorraad: 0 })
    expect(body).not.toHaveProperty('subartikelen')
  })

  test.each<[string, (valid: Record<string, unknown>) => Record<string, unknown>]>([
    ['ART-0002', (valid) => ({ ...valid, artikelcode: ' ' })],
    ['ART-0003', (valid) => ({ ...valid, artikelcode: 'A1' })],
    ['ART-0004', (valid) => ({ ...valid, artikelcode: '1234567' })],
    ['ART-0005', (valid) => ({ ...valid, artikelcode: '1' })],
    ['ART-0006', (valid) => ({ ...valid, omschrijving: null })],
    ['ART-0007', (valid) => ({ ...valid, omschrijving: 'x'.repeat(251) })],
    ['ART-0008', (valid) => ({ ...valid, artikelOmzetgroep: null })],
    ['ART-0009', (valid) => ({ ...valid, artikelOmzetgroep: unknown })],
    ['ART-0016', (valid) => ({ ...valid, relatie: unknown })],
    ['ART-0017', (valid) => ({ ...valid, relatie: { id: customer() } })],
    [
      'ART-0018',
      (valid) => ({ ...valid, relatie: { id: simulator.state().relaties.find(({ naam }) => naam === 'Weg')!.id } }),
    ],
    ['ALG-0100', (valid) => ({ ...valid, ...unknown })],
  ])('%s', async (code, change) => {
    const valid = { artikelcode: '77', omschrijving: 'Goed', artikelOmzetgroep: group() }
    expect(await api.codes('POST', '/artikelen', change(valid))).toEqual([code])
  })
})

describe('changing and removing', () => {
  test('a change keeps stock and recipe, which cannot be written', async () => {
    const artikel = byCode('1')
    const { body } = await api.ask('PUT', `/artikelen/${artikel.id}`, {
      ...artikel,
      omschrijving: 'Anders',
      subartikelen: [],
      technischeVoorraad: 99,
    })
    expect(body).toMatchObject({ omschrijving: 'Anders', technischeVoorraad: 0 })
    const read = (await api.ask('GET', `/artikelen/${artikel.id}`)).body
    expect(read).toMatchObject({
      isHoofdartikel: true,
      subartikelen: [{ artikelcode: '2', aantal: 3, id: byCode('2').id }],
    })
  })

  test('ALG-0101 and ART-0015', async () => {
    expect(await api.codes('PUT', `/artikelen/${byCode('2').id}`, byCode('3'))).toEqual(['ALG-0101'])
    expect(await api.codes('PUT', `/artikelen/${byCode('-1').id}`, { ...byCode('-1'), artikelcode: '60' })).toEqual([
      'ART-0015',
    ])
  })

  test.each([
    ['ART-0010', '3'],
    ['ART-0011', '4'],
    ['ART-0012', '2'],
    ['ART-0015', '-1'],
  ])('%s on removing article %s', async (code, artikelcode) => {
    expect(await api.codes('DELETE', `/artikelen/${byCode(artikelcode).id}`)).toEqual([code])
  })
})

describe('pages', () => {
  test('the cap of articles is its own', async () => {
    expect((await api.ask('GET', '/artikelen')).body).toHaveLength(25)
    expect((await api.ask('GET', '/artikelen?$top=26')).status).toBe(400)
    expect((await api.ask('GET', '/relaties?$top=500')).status).toBe(200)
  })
})

describe('agreed prices', () => {
  const priced = async (code: string, aantal: number) => {
    const { body } = await api.ask('GET', `/artikelen/${byCode(code).id}?relatieId=${customer()}&aantal=${aantal}`)
    const { verkoopprijs, korting, prijsBepalingSoort } = (body as { prijsafspraak: Record<string, unknown> })
      .prijsafspraak
    return [verkoopprijs, korting, prijsBepalingSoort]
  }

  test('a discount, a quantity price, an action and the normal price', async () => {
    expect(await priced('1', 1)).toEqual([9, 10, 'AfspraakPerArtikelklant'])
    expect(await priced('1', 10)).toEqual([7.5, null, 'AfspraakPerArtikelklant'])
    expect(await priced('2', 1)).toEqual([3, null, 'ActieprijzenPerArtikel'])
    expect(await priced('4', 1)).toEqual([8, 0, 'NormaleVerkoopprijs'])
  })

  test('without relatieId there is none, and an unknown relation is 404', async () => {
    expect((await api.ask('GET', `/artikelen/${byCode('1').id}`)).body).not.toHaveProperty('prijsafspraak')
    expect((await api.ask('GET', `/artikelen/${byCode('1').id}?relatieId=${unknown.id}`)).status).toBe(404)
  })

  test('/prijsafspraken insists on an article', async () => {
    expect((await api.ask('GET', '/prijsafspraken')).status).toBe(400)
    const filter = `Artikel/Id eq guid'${byCode('1').id}' and Relatie/Id eq guid'${customer()}' and Aantal eq 12`
    expect((await api.filter('/prijsafspraken', filter)).body).toMatchObject([
      { verkoopprijs: 7.5, basisprijs: 10, aantal: 12 },
    ])
  })

  test('/artikelen/prijsafspraken lists agreements per article and customer', async () => {
    const { body } = await api.ask('GET', '/artikelen/prijsafspraken')
    expect(body).toMatchObject([
      {
        artikelCode: '1',
        klantAfspraken: [{ prijsIngave: 'Korting', status: 'Actief' }, { prijsIngave: 'StaffelBedrag' }],
      },
      { artikelCode: '2', klantAfspraken: [{ status: 'Verlopen', relatieCode: 1 }] },
    ])
  })
})
