import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../../fake.ts'
import type { Verkooporder } from '../shapes/sales.ts'
import { type TryOut, tryOut } from '../try-out.ts'

let simulator: Simulator
let api: TryOut

beforeAll(async () => {
  simulator = await startSimulator({
    clock: () => Date.UTC(2026, 0, 15, 12),
    seed: {
      companyInfo: { volgendVerkoopordernummer: 40 },
      relaties: [
        {
          relatiecode: 1,
          relatiesoort: ['Klant'],
          naam: 'Klant',
          krediettermijn: 30,
          vestigingsAdres: { straat: 'Kade 1', postcode: '1234 AB', plaats: 'Ede', land: 'NL' },
        },
        { relatiecode: 2, relatiesoort: ['Leverancier'], naam: 'Leverancier' },
        { relatiecode: 3, relatiesoort: ['Klant'], naam: 'Weg', nonactief: true },
        { relatiecode: 4, relatiesoort: ['Klant'], naam: 'Verkeerd gefactureerd', factuurRelatie: 2 },
      ],
      artikelen: [
        { artikelcode: 'A', omschrijving: 'Artikel A', artikelOmzetgroep: 1, verkoopprijs: 12.5 },
        { artikelcode: 'B', omschrijving: 'Oud', artikelOmzetgroep: 1, isNonActief: true },
      ],
      verkoopordersjablonen: [
        {
          omschrijving: 'Blokkeren',
          nieuweOrdersBlokkeren: true,
          extraHoofdVelden: [{ veldNummer: 1, omschrijving: 'Ref', soortVeld: 'Tekst' }],
        },
        { omschrijving: 'Oud', nonactief: true },
      ],
    },
  })
  api = await tryOut(simulator)
})
afterAll(() => simulator.stop())

const customer = (code: number) => ({
  id: simulator.state().relaties.find(({ relatiecode }) => relatiecode === code)!.id,
})
const article = (code: string) => ({
  id: simulator.state().artikelen.find(({ artikelcode }) => artikelcode === code)!.id,
})
const template = (name: string) => ({
  id: simulator.state().verkoopordersjablonen.find(({ omschrijving }) => omschrijving === name)!.id,
})
const unknown = { id: '11111111-1111-4111-a111-111111111111' }
const order = () => ({
  relatie: customer(1),
  datum: '2026-01-10T00:00:00',
  regels: [{ artikel: article('A'), aantal: 2, stuksprijs: 10 }],
})
const create = async (change: object = {}): Promise<Verkooporder> => {
  const { status, body } = await api.ask('POST', '/verkooporders', { ...order(), ...change })
  expect(status).toBe(201)
  return body as Verkooporder
}

describe('creating', () => {
  test('numbers orders on and takes the rest from customer and template', async () => {
    const first = await create()
    expect(first).toMatchObject({
      nummer: 40,
      procesStatus: 'Order',
      verkoopOrderStatus: 'InBehandeling',
      krediettermijn: 30,
      geblokkeerd: false,
      verkooporderBtwIngaveModel: 'Exclusief',
      verkoopfactuur: null,
      totaalExclusiefBtw: 20,
      totaalInclusiefBtw: 24.2,
      afleveradres: { straat: 'Kade 1' },
      regels: [{ omschrijving: 'Artikel A', totaal: 20 }],
    })
    expect(first.verkoopordersjabloon?.id).toBe(template('Factuur exclusief btw').id)
    expect(await create({ verkoopordersjabloon: template('Blokkeren') })).toMatchObject({
      nummer: 41,
      geblokkeerd: true,
    })
    expect((await api.ask('GET', '/companyInfo')).body).toMatchObject({ volgendVerkoopordernummer: 42 })
  })

  test('keeps what was given: reference, description of the line, addresses', async () => {
    const made = await create({
      betalingskenmerk: 'W-1',
      orderreferentie: 'PO 7',
      afleveradres: { contactpersoon: 'Jan', straat: 'Weg 2', postcode: '9', plaats: 'Ede' },
      regels: [{ artikel: article('A'), omschrijving: 'Eigen tekst', aantal: '1.5', stuksprijs: '2.00' }],
    })
    expect(made).toMatchObject({
      betalingskenmerk: 'W-1',
      afleveradres: { contactpersoon: 'Jan' },
      regels: [{ omschrijving: 'Eigen tekst', totaal: 3 }],
    })
    expect((await api.filter('/verkooporders', "Betalingskenmerk eq 'W-1'")).body).toEqual([made])
    expect(
      (await api.filter('/verkooporders', `Relatie/Id eq guid'${customer(1).id}' and Betalingskenmerk eq 'w-1'`)).body,
    ).toEqual([made])
  })

  test('a payment reference may come twice: nothing here guards it', async () => {
    await create({ betalingskenmerk: 'dubbel' })
    await create({ betalingskenmerk: 'dubbel' })
    expect((await api.filter('/verkooporders', "Betalingskenmerk eq 'dubbel'")).body).toHaveLength(2)
  })

  test('a line without price costs nothing', async () => {
    expect(await create({ regels: [{ artikel: article('A'), aantal: 1 }] })).toMatchObject({ totaalInclusiefBtw: 0 })
  })

  test.each<[string, () => object]>([
    ['REL-0005', () => ({ relatie: unknown })],
    ['VOR-0002', () => ({ relatie: customer(2) })],
    ['ALG-0105', () => ({ relatie: customer(3) })],
    ['VOR-0003', () => ({ relatie: customer(4) })],
    ['VOR-0005', () => ({ nummer: 9 })],
    ['VOR-0006', () => ({ afleveradres: { straat: 'x'.repeat(51) } })],
    ['VOR-0007', () => ({ factuuradres: { postcode: 'x'.repeat(26) } })],
    ['VOR-0008', () => ({ afleveradres: { plaats: 'x'.repeat(51) } })],
    ['VOR-0009', () => ({ afleveradres: { contactpersoon: 'x'.repeat(51) } })],
    ['VOR-0010', () => ({ afleveradres: { straat: 'Weg 1', land: unknown } })],
    ['VOR-0011', () => ({ orderreferentie: 'x'.repeat(51) })],
    ['VOR-0016', () => ({ extraHoofdVelden: [{ veldNummer: 9, waarde: 'x' }] })],
    ['ALG-0100', () => unknown],
    ['ALG-0103', () => ({ verkoopordersjabloon: unknown })],
    ['ALG-0105', () => ({ verkoopordersjabloon: template('Oud') })],
    [
      'ART-0001',
      () => ({
        regels: [
          { artikel: unknown, aantal: 1 },
          { artikel: null, aantal: 1 },
        ],
      }),
    ],
    ['ALG-0105', () => ({ regels: [{ artikel: article('B'), aantal: 1 }] })],
    ['KPL-0001', () => ({ kostenplaats: unknown })],
  ])('%s', async (code, change) => {
    expect(await api.codes('POST', '/verkooporders', { ...order(), ...change() })).toEqual([code])
  })

  test.each<[string, object]>([
    ['verkooporder.relatie', { relatie: null }],
    ['verkooporder.datum', { datum: null }],
    ['verkooporder.ProcesStatus', { procesStatus: 'Factuur' }],
    ['verkooporder.ProcesStatus', { procesStatus: 'Contantbon' }],
    ['verkooporder.Krediettermijn', { krediettermijn: 101 }],
    ['verkooporder.regels[0].omschrijving', { regels: [{ omschrijving: 'x'.repeat(251) }] }],
    ['verkooporder.verkooporderBtwIngaveModel', { verkooporderBtwIngaveModel: 'Inkl' }],
  ])('a binding error at %s', async (place, change) => {
    const { status, body } = await api.ask('POST', '/verkooporders', { ...order(), ...change })
    expect(status).toBe(400)
    expect(Object.keys((body as { modelState: object }).modelState)).toEqual([place])
  })

  test('nothing is stored and no number is used up by a refused order', async () => {
    const before = await create()
    await api.ask('POST', '/verkooporders', { ...order(), orderreferentie: 'x'.repeat(51) })
    expect((await create()).nummer).toBe((before.nummer ?? 0) + 1)
  })
})

describe('changing', () => {
  test('replaces the order, keeps its number and computes anew', async () => {
    const made = await create({ memo: 'Bel eerst' })
    const { memo: _, ...rest } = made
    const { status, body } = await api.ask('PUT', `/verkooporders/${made.id}`, {
      ...rest,
      regels: [{ artikel: article('A'), aantal: 1, stuksprijs: 1 }],
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ nummer: made.nummer, memo: null, totaalInclusiefBtw: 1.21 })
    expect(await api.codes('PUT', `/verkooporders/${made.id}`, { ...rest, id: unknown.id })).toEqual(['ALG-0101'])
  })

  test('the process status alone, but not to invoice', async () => {
    const { id } = await create()
    expect((await api.ask('PUT', `/verkooporders/${id}/ProcesStatus`, { id, procesStatus: 'Pakbon' })).status).toBe(200)
    expect((await api.ask('GET', `/verkooporders/${id}`)).body).toMatchObject({ procesStatus: 'Pakbon' })
    expect((await api.ask('PUT', `/verkooporders/${id}/ProcesStatus`, { id, procesStatus: 'Factuur' })).status).toBe(
      400,
    )
  })

  test('a removed order is gone', async () => {
    const { id } = await create()
    expect((await api.ask('DELETE', `/verkooporders/${id}`)).status).toBe(200)
    expect((await api.ask('GET', `/verkooporders/${id}`)).status).toBe(404)
  })
})

test('a quotation is an order with process status Offerte, and VOR-0015 for another', async () => {
  const { status, body } = await api.ask('POST', '/offertes', order())
  const { id } = body as Verkooporder
  expect(status).toBe(201)
  expect(body).toMatchObject({ isOfferte: true, procesStatus: 'Offerte' })
  expect(body).not.toHaveProperty('verkoopordersjabloon')
  expect((await api.ask('GET', '/offertes')).body).toEqual([body])
  expect((await api.ask('GET', `/verkooporders/${id}`)).body).toMatchObject({ procesStatus: 'Offerte' })
  expect((await api.ask('PUT', `/offertes/${id}`, { ...order(), id, memo: 'x' })).body).toMatchObject({ memo: 'x' })
  expect(await api.codes('GET', `/offertes/${(await create()).id}`)).toEqual(['VOR-0015'])
  expect((await api.ask('DELETE', `/offertes/${id}`)).status).toBe(200)
})
