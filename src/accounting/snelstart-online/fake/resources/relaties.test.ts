import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../../fake.ts'
import type { Relatie } from '../shapes/relation.ts'
import { type TryOut, tryOut } from '../try-out.ts'

let simulator: Simulator
let api: TryOut
const now = Date.UTC(2026, 0, 15, 12)

beforeAll(async () => {
  simulator = await startSimulator({
    clock: () => now,
    seed: {
      relaties: [
        { relatiecode: 10, relatiesoort: ['Klant'], naam: 'Bestaand', memo: 'Bel eerst', kredietLimiet: 500 },
        { relatiecode: 11, relatiesoort: ['Klant', 'Leverancier'], naam: 'Oud en beide' },
        { relatiecode: 12, relatiesoort: ['Leverancier'], naam: 'Leverancier' },
      ],
      customFields: {
        klant: [
          { name: 'webshop', type: 'Text', properties: [{ name: 'MaxLength', value: 5 }] },
          { name: 'kleur', type: 'Enum', properties: [{ name: 'Rood', value: 1 }] },
          { name: 'sinds', type: 'DateTime' },
          { name: 'bedrag', type: 'Money' },
        ],
      },
      refusedVatNumbers: ['DE136695976'],
    },
  })
  api = await tryOut(simulator)
})
afterAll(() => simulator.stop())

const byCode = (code: number): Relatie => simulator.state().relaties.find(({ relatiecode }) => relatiecode === code)!
const land = (code: string) => ({ id: simulator.state().landen.find(({ landcode }) => landcode === code)!.id })
const klant = { relatiesoort: ['Klant'], naam: 'Nieuw' }
const adres = { straat: 'Kade 1', postcode: '1234 AB', plaats: 'Ede' }
const long = (length: number) => 'x'.repeat(length)

describe('creating', () => {
  test('assigns the next code, fills in defaults and answers the write model', async () => {
    const { status, body } = await api.ask('POST', '/relaties', { ...klant, vestigingsAdres: adres })
    const relatie = body as Relatie
    expect(status).toBe(201)
    expect(relatie.relatiecode).toBe(13)
    expect(relatie.vestigingsAdres?.land).toEqual({ ...land('NL'), uri: `/landen/${land('NL').id}` })
    expect(relatie.modifiedOn).toBe('2026-01-15T13:00:00')
    expect(relatie).not.toHaveProperty('fax')
    expect(relatie.uri).toBe(`/relaties/${relatie.id}`)
    expect((await api.ask('GET', `/relaties/${relatie.id}`)).body).toEqual({ ...relatie, fax: null })
  })

  test('takes a chosen code, and counts on from the highest', async () => {
    expect((await api.ask('POST', '/relaties', { ...klant, relatiecode: 700 })).body).toMatchObject({
      relatiecode: 700,
    })
    expect((await api.ask('POST', '/relaties', klant)).body).toMatchObject({ relatiecode: 701 })
  })

  test('accepts the zero guid as no id', async () => {
    expect((await api.ask('POST', '/relaties', { ...klant, id: '00000000-0000-0000-0000-000000000000' })).status).toBe(
      201,
    )
  })

  test.each<[string, Record<string, unknown>]>([
    ['REL-0001', { relatiesoort: [] }],
    ['REL-0003', { krediettermijn: 1001 }],
    ['REL-0003', { krediettermijn: -366 }],
    ['REL-0006', { kvkNummer: '1234567890123' }],
    ['REL-0007', { naam: '' }],
    ['REL-0007', { naam: long(51) }],
    ['REL-0008', { relatiecode: 10 }],
    ['REL-0009', { iban: 'NL91ABNA0417164301' }],
    ['REL-0012', { telefoon: long(26) }],
    ['REL-0013', { mobieleTelefoon: long(26) }],
    ['REL-0015', { websiteUrl: long(101) }],
    ['REL-0017', { factuurRelatie: { id: '11111111-1111-4111-a111-111111111111' } }],
    ['REL-0020', { vestigingsAdres: { ...adres, straat: long(51) } }],
    ['REL-0021', { vestigingsAdres: { ...adres, postcode: long(26) } }],
    ['REL-0022', { vestigingsAdres: { ...adres, plaats: long(51) } }],
    ['REL-0023', { vestigingsAdres: { ...adres, contactpersoon: long(51) } }],
    ['REL-0025', { correspondentieAdres: { ...adres, straat: long(51) } }],
    ['REL-0026', { correspondentieAdres: { ...adres, postcode: long(26) } }],
    ['REL-0027', { correspondentieAdres: { ...adres, plaats: long(51) } }],
    ['REL-0028', { correspondentieAdres: { ...adres, contactpersoon: long(51) } }],
    ['REL-0029', { offerteEmailVersturen: { shouldSend: true } }],
    ['REL-0033', { factuurEmailVersturen: { shouldSend: true, email: '' } }],
    ['REL-0034', { factuurEmailVersturen: { shouldSend: true, email: 'geen adres' } }],
    ['REL-0039', { aanmaningEmailVersturen: { shouldSend: false, ccEmail: 'x' } }],
    ['REL-0048', { relatiesoort: ['Eigen'] }],
    ['REL-0055', { vestigingsAdres: { ...adres, land: { id: '11111111-1111-4111-a111-111111111111' } } }],
    ['REL-0056', { correspondentieAdres: { ...adres, land: { id: '11111111-1111-4111-a111-111111111111' } } }],
    ['REL-0057', { btwNummer: 'N' }],
    ['REL-0058', { btwNummer: 'NL 853746333' }],
    ['REL-0060', { vestigingsAdres: { straat: 'Kade 1', plaats: 'Ede' } }],
    ['REL-0061', { email: 'geen adres' }],
    ['REL-0063', { id: '11111111-1111-4111-a111-111111111111' }],
    ['REL-0065', { relatiesoort: ['Klant', 'Leverancier'] }],
    ['REL-0068', { email: Array(20).fill('naam@voorbeeld.example').join(';') }],
    ['REL-0086', { oin: '123' }],
    ['REL-0088', { btwNummer: 'NL853746334B01' }],
    ['REL-0088', { btwNummer: 'BE0411905848' }],
    ['REL-0088', { btwNummer: 'DE136695977' }],
    ['REL-0088', { btwNummer: 'EL094259217' }],
    ['REL-0088', { btwNummer: '853746333B01' }],
    ['REL-0088', { btwNummer: 'DE136695976' }],
  ])('%s for %j', async (code, change) => {
    expect(await api.codes('POST', '/relaties', { ...klant, ...change })).toEqual([code])
  })

  test('REL-0087 where the VAT number is of another country than the address, not without address', async () => {
    const vestigingsAdres = { ...adres, land: land('BE') }
    expect(await api.codes('POST', '/relaties', { ...klant, btwNummer: 'NL853746333B01', vestigingsAdres })).toEqual([
      'REL-0087',
    ])
    expect((await api.ask('POST', '/relaties', { ...klant, btwNummer: 'BE0411905847', vestigingsAdres })).status).toBe(
      201,
    )
    expect((await api.ask('POST', '/relaties', { ...klant, btwNummer: 'NL853746333B01' })).status).toBe(201)
    const greek = { ...klant, btwNummer: 'EL094259216', vestigingsAdres: { ...adres, land: land('GR') } }
    expect((await api.ask('POST', '/relaties', greek)).status).toBe(201)
  })

  test('all broken rules come at once', async () => {
    expect(await api.codes('POST', '/relaties', { naam: '', email: 'x' })).toEqual(['REL-0001', 'REL-0007', 'REL-0061'])
  })

  test('REL-0018 for an invoice relation that is no customer', async () => {
    expect(await api.codes('POST', '/relaties', { ...klant, factuurRelatie: { id: byCode(12).id } })).toEqual([
      'REL-0018',
    ])
  })

  test('several e-mail addresses by semicolon and a right IBAN are taken', async () => {
    const body = { ...klant, email: 'a@b.example; c@d.example', iban: 'NL91 ABNA 0417 1643 00' }
    expect((await api.ask('POST', '/relaties', body)).status).toBe(201)
  })
})

describe('changing', () => {
  test('replaces the whole record: what is left out is gone', async () => {
    const { id } = byCode(10)
    const { status, body } = await api.ask('PUT', `/relaties/${id}`, { id, ...klant, naam: 'Anders' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ naam: 'Anders', memo: null, kredietLimiet: null, relatiecode: 10 })
  })

  test('REL-0047 for another id in the body, or none', async () => {
    const { id } = byCode(10)
    expect(await api.codes('PUT', `/relaties/${id}`, { ...klant, id: byCode(11).id })).toEqual(['REL-0047'])
    expect(await api.codes('PUT', `/relaties/${id}`, klant)).toEqual(['REL-0047'])
  })

  test('REL-0064 for another kind, while an old double kind may stay', async () => {
    const customer = byCode(10)
    expect(await api.codes('PUT', `/relaties/${customer.id}`, { ...customer, relatiesoort: ['Leverancier'] })).toEqual([
      'REL-0064',
    ])
    const both = byCode(11)
    expect((await api.ask('PUT', `/relaties/${both.id}`, both)).status).toBe(200)
  })

  test('an unknown id is 404, no guid is ALG-0103', async () => {
    expect((await api.ask('GET', '/relaties/11111111-1111-4111-a111-111111111111')).status).toBe(404)
    expect(await api.codes('GET', '/relaties/x')).toEqual(['ALG-0103'])
  })
})

test('a removed relation is gone', async () => {
  const { id } = (await api.ask('POST', '/relaties', klant)).body as Relatie
  expect((await api.ask('DELETE', `/relaties/${id}`)).status).toBe(200)
  expect((await api.ask('GET', `/relaties/${id}`)).status).toBe(404)
})

describe('custom fields', () => {
  const put = (klantCustomFields: unknown[]) => ({ klantCustomFields, leverancierCustomFields: [] })

  test('are written by name and then shown and found as extraVeldenKlant', async () => {
    const path = `/relaties/${byCode(10).id}/customFields`
    expect((await api.ask('PUT', path, put([{ name: 'Webshop', value: '77' }]))).status).toBe(200)
    expect((await api.ask('GET', path)).body).toMatchObject({
      klantCustomFields: [{ value: '77' }, { value: null }, {}, {}],
    })
    const { body } = await api.filter('/relaties', "ExtraVeldenKlant/any(e:e/Naam eq 'webshop' and e/Waarde eq '77')")
    expect(body).toMatchObject([{ relatiecode: 10 }])
  })

  test.each<[string, unknown[]]>([
    ['REF-0002', [{ name: 'onbekend', value: 1 }]],
    ['REF-0004', [{ name: 'webshop', value: 'te lang' }]],
    ['REF-0005', [{ name: 'kleur', value: 2 }]],
    ['REF-0008', [{ name: 'sinds', value: '1-2-2026' }]],
    ['REF-0013', [{ name: 'bedrag', value: 1.23456 }]],
  ])('%s for %j', async (code, fields) => {
    expect(await api.codes('PUT', `/relaties/${byCode(10).id}/customFields`, put(fields))).toEqual([code])
  })

  test('REF-0006 for a customer’s field on a supplier', async () => {
    const body = put([{ name: 'webshop', value: '1' }])
    expect(await api.codes('PUT', `/relaties/${byCode(12).id}/customFields`, body)).toEqual(['REF-0006'])
  })
})
