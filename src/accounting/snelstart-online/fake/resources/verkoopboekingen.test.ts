import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../../fake.ts'
import type { Verkoopboeking } from '../shapes/sales.ts'
import { type TryOut, tryOut } from '../try-out.ts'

let simulator: Simulator
let api: TryOut
const adres = (land: string) => ({ straat: 'Kade 1', postcode: '1234 AB', plaats: 'Ede', land })

beforeAll(async () => {
  simulator = await startSimulator({
    clock: () => Date.UTC(2026, 0, 15, 12),
    seed: {
      companyInfo: { factureerBuitenlandsBtw: true },
      relaties: [
        { relatiecode: 1, relatiesoort: ['Klant'], naam: 'Klant', krediettermijn: 30, vestigingsAdres: adres('NL') },
        { relatiecode: 2, relatiesoort: ['Leverancier'], naam: 'Leverancier' },
        { relatiecode: 3, relatiesoort: ['Klant'], naam: 'Weg', nonactief: true },
        {
          relatiecode: 4,
          relatiesoort: ['Klant'],
          naam: 'Belg BV',
          vestigingsAdres: adres('BE'),
          btwNummer: 'BE0411905847',
        },
        { relatiecode: 5, relatiesoort: ['Klant'], naam: 'Belg', vestigingsAdres: adres('BE') },
      ],
      grootboeken: [
        { nummer: 8001, omschrijving: 'Oud', nonactief: true, btwSoort: ['Hoog'] },
        { nummer: 8002, omschrijving: 'Per afdeling', kostenplaatsVerplicht: true, btwSoort: ['Hoog'] },
      ],
    },
  })
  api = await tryOut(simulator)
})
afterAll(() => simulator.stop())

const customer = (code: number) => ({
  id: simulator.state().relaties.find(({ relatiecode }) => relatiecode === code)!.id,
})
const account = (number: number) => ({ id: simulator.state().grootboeken.find(({ nummer }) => nummer === number)!.id })
const unknown = { id: '11111111-1111-4111-a111-111111111111' }
const line = (number = 8000, more: object = {}) => ({
  grootboek: account(number),
  bedrag: 100,
  btwSoort: 'Hoog',
  ...more,
})
const typeIn = (seed: object) =>
  fetch(`${simulator.url}/_simulator/seed`, { method: 'POST', body: JSON.stringify(seed) })
let used = 0
const booking = (change: object = {}) => {
  used += 1
  return {
    factuurnummer: `F${used}`,
    klant: customer(1),
    factuurdatum: '2026-01-10T00:00:00',
    omschrijving: 'Webshop-order',
    factuurbedrag: 121,
    boekingsregels: [line()],
    btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: 21 }],
    ...change,
  }
}
const hoog = (btwBedrag: number) => ({ btwSoort: 'VerkopenHoog', btwBedrag })
const untaxed = { btw: [], factuurbedrag: 100 }

test('a booking yields an invoice that points back to it, and both are found', async () => {
  const { status, body } = await api.ask('POST', '/verkoopboekingen', booking({ markering: true }))
  const boeking = body as Verkoopboeking
  expect(status).toBe(201)
  expect(boeking).toMatchObject({ betalingstermijn: 30, markering: true, factuurbedrag: 121 })
  const { body: invoices } = await api.filter('/verkoopfacturen', `Factuurnummer eq '${boeking.factuurnummer}'`)
  expect(invoices).toMatchObject([
    {
      verkoopBoeking: { id: boeking.id },
      factuurBedrag: 121,
      openstaandSaldo: 121,
      vervalDatum: '2026-02-09T00:00:00',
      relatie: customer(1),
    },
  ])
  expect((await api.ask('GET', `/relaties/${customer(1).id}/verkoopboekingen`)).body).toEqual([boeking])
  expect((await api.ask('GET', '/verkoopboekingen')).status).toBe(404)
})

test('a change keeps the invoice and its number may stay; removing takes the invoice along', async () => {
  const made = (await api.ask('POST', '/verkoopboekingen', booking())).body as Verkoopboeking
  const changed = {
    ...made,
    factuurbedrag: 242,
    boekingsregels: [line(8000, { bedrag: 200 })],
    btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: 42 }],
  }
  expect((await api.ask('PUT', `/verkoopboekingen/${made.id}`, changed)).status).toBe(200)
  const filter = `Factuurnummer eq '${made.factuurnummer}'`
  expect((await api.filter('/verkoopfacturen', filter)).body).toMatchObject([{ factuurBedrag: 242 }])
  expect((await api.ask('DELETE', `/verkoopboekingen/${made.id}`)).status).toBe(200)
  expect((await api.filter('/verkoopfacturen', filter)).body).toEqual([])
})

test('amounts may be credits, and reverse charge stands alone', async () => {
  const credit = booking({
    factuurbedrag: -121,
    boekingsregels: [line(8000, { bedrag: -100 })],
    btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: -21 }],
  })
  expect((await api.ask('POST', '/verkoopboekingen', credit)).status).toBe(201)
  const reversed = {
    klant: customer(4),
    factuurbedrag: 100,
    boekingsregels: [line(8070, { btwSoort: 'Geen' })],
    btw: [{ btwSoort: 'VerkopenVerlegd', btwBedrag: 0 }],
  }
  expect((await api.ask('POST', '/verkoopboekingen', booking(reversed))).status).toBe(201)
})

describe('one-stop shop', () => {
  // Belgium: 21 percent; the VAT is a line of its own on the account that the company names for it.
  const belgian = (vat: number, lines = [line(8100, { btwSoort: 'Geen' })]) =>
    booking({
      klant: customer(5),
      btw: [],
      factuurbedrag: 100 * lines.length + vat,
      boekingsregels: [...lines, line(1680, { btwSoort: 'Geen', bedrag: vat })],
    })

  test('revenue on an account with a rate code and the foreign VAT as a line are taken', async () => {
    expect((await api.ask('POST', '/verkoopboekingen', belgian(21))).status).toBe(201)
  })

  test('that VAT may be a cent off per line of revenue and no more', async () => {
    const two = [line(8100, { btwSoort: 'Geen' }), line(8100, { btwSoort: 'Geen' })]
    expect((await api.ask('POST', '/verkoopboekingen', belgian(21.01))).status).toBe(201)
    expect((await api.ask('POST', '/verkoopboekingen', belgian(42.02, two))).status).toBe(201)
    expect(await api.codes('POST', '/verkoopboekingen', belgian(21.02))).toEqual(['BOE-0069'])
    expect(await api.codes('POST', '/verkoopboekingen', belgian(41.97, two))).toEqual(['BOE-0069'])
  })
})

describe('refused', () => {
  test.each<[string, () => object]>([
    ['BOE-0008', () => ({ boekingsregels: [line(8001)] })],
    ['BOE-0019', () => ({ boekingsregels: [line(8000, { kostenplaats: unknown })] })],
    ['BOE-0022', () => ({ boekingsregels: [line(8002)] })],
    ['BOE-0023', () => ({ boekingsregels: [], btw: [], factuurbedrag: null })],
    ['BOE-0028', () => ({ boekingsregels: [line(), line(8000, { bedrag: 0 })] })],
    ['BOE-0033', () => ({ factuurdatum: '2020-12-31T00:00:00' })],
    ['BOE-0037', () => ({ boekingsregels: [line(8000, { grootboek: unknown })] })],
    ['BOE-0039', () => ({ factuurbedrag: 120.99 })],
    ['BOE-0052', () => ({ eenmaligeIncassoMachtiging: { kenmerk: 'M1', omschrijving: 'x', datum: '2026-01-10' } })],
    ['BOE-0054', () => ({ klant: customer(3) })],
    ['BOE-0058', () => ({ factuurnummer: ' ' })],
    ['BOE-0058', () => ({ factuurnummer: 'x'.repeat(26) })],
    ['BOE-0060', () => ({ klant: customer(2) })],
    ['BOE-0060', () => ({ klant: null })],
    ['BOE-0061', () => ({ boekingsregels: [line(1671, { btwSoort: null })], btw: [], factuurbedrag: 100 })],
    ['BOE-0061', () => ({ boekingsregels: [line(1300, { btwSoort: 'Geen' })], btw: [], factuurbedrag: 100 })],
    ['BOE-0062', () => ({ btw: [{ btwSoort: 'VerkopenVerlegd', btwBedrag: 0 }], factuurbedrag: 100 })],
    [
      'BOE-0062',
      () => ({
        btw: [
          { btwSoort: 'VerkopenVerlegd', btwBedrag: 0 },
          { btwSoort: 'VerkopenHoog', btwBedrag: 21 },
        ],
      }),
    ],
    ['BOE-0068', () => ({ boekstuk: 'x'.repeat(26) })],
    ['BOE-0069', () => ({ klant: customer(5) })],
    ['BOE-0069', () => ({ ...untaxed, klant: customer(5) })],
    ['BOE-0069', () => ({ btw: [hoog(10.5), hoog(10.5)] })],
    ['BOE-0069', () => ({ btw: [hoog(20), { btwSoort: 'VerkopenLaag', btwBedrag: 1 }] })],
    ['BOE-0071', () => ({ omschrijving: 'x'.repeat(251) })],
    ['BOE-0080', () => ({ ...untaxed, boekingsregels: [line(8100, { btwSoort: 'Geen' })] })],
    ['BOE-0080', () => ({ ...untaxed, boekingsregels: [line(8070, { btwSoort: 'Geen' })] })],
    ['BOE-0080', () => ({ ...untaxed, klant: customer(5), boekingsregels: [line(8270, { btwSoort: 'Geen' })] })],
    ['BOE-0082', () => ({ ...untaxed, boekingsregels: [line(8000, { btwSoort: 'Laag' })] })],
    ['BOE-0082', () => ({ ...untaxed, boekingsregels: [line(8000, { btwSoort: 'VerkopenHoog' })] })],
    ['BOE-0082', () => ({ btw: [{ btwSoort: 'Hoog', btwBedrag: 21 }] })],
    ['BOE-0084', () => ({ omschrijving: ' ' })],
    ['ALG-0100', () => unknown],
  ])('%s', async (code, change) => {
    expect(await api.codes('POST', '/verkoopboekingen', booking(change()))).toEqual([code])
  })

  test('BOE-0021 for an invoice number that exists', async () => {
    const first = booking()
    await api.ask('POST', '/verkoopboekingen', first)
    expect(await api.codes('POST', '/verkoopboekingen', first)).toEqual(['BOE-0021'])
  })

  test.each([
    ['BOE-0042', { closedUpTo: '2026-01-10' }, { closedUpTo: null }],
    ['BOE-0051', { lockedUpTo: '2026-01-10' }, { lockedUpTo: null }],
  ])('%s for a day up to and including the last one of the period', async (code, close, open) => {
    await typeIn(close)
    expect(await api.codes('POST', '/verkoopboekingen', booking())).toEqual([code])
    const after = booking({ factuurdatum: '2026-01-11T00:00:00' })
    expect((await api.ask('POST', '/verkoopboekingen', after)).status).toBe(201)
    await typeIn(open)
  })

  test('BOE-0081 where the chart has no account for the VAT', async () => {
    const chart = { grootboeken: [{ nummer: 1672, grootboekfunctie: 'Diversen' }] }
    await typeIn(chart)
    const rows = {
      boekingsregels: [line(8020, { btwSoort: 'Overig' })],
      btw: [{ btwSoort: 'VerkopenOverig', btwBedrag: 0 }],
      factuurbedrag: 100,
    }
    expect(await api.codes('POST', '/verkoopboekingen', booking(rows))).toEqual(['BOE-0081'])
  })
})
