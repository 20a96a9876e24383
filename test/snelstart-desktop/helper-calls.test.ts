// Every call of the Windows helper under Mono, over the stand-in Gateway: what it saves, and what it refuses.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as protocol from '../../src/accounting/snelstart-desktop/gateway/protocol.ts'
import { describeWith } from '../support/fixtures.ts'
import { address, entry, order, toOpen } from './gateway/questions.ts'
import { type RawHelper, startRawHelper } from './gateway/raw-helper.ts'
import { readOwnRows, readState, standInGateway, writeState } from './gateway/stand-in.ts'
import { sampleAdministration } from './sample.ts'
import type { SampleRow } from './tables.ts'

describeWith({ servers: ['mono'] }, 'the calls of the Windows helper', () => {
  const seed = sampleAdministration({ customers: 6, articles: 6, stocked: 6 })
  let folder: string
  let state: string
  let helper: RawHelper

  const rows = (table: string): readonly SampleRow[] =>
    readState(state, seed).find(({ name }) => name === table)?.rows ?? []
  const last = (table: string): SampleRow => rows(table).at(-1) ?? {}
  const linesOf = (id: unknown): readonly SampleRow[] =>
    rows('tblVerkoopOrderRegel').filter((row) => row['fldVerkoopOrderID'] === id)

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sc-helper-'))
    state = join(folder, 'state')
    writeState(state, seed, { refusedVatNumbers: ['NL000000000B00'], passwords: { Beheerder: 'geheim' } })
    helper = await startRawHelper(protocol, await standInGateway({ state }))
    await helper.ask('gateway.open', { ...toOpen, password: 'geheim' })
  })
  afterAll(async () => {
    await helper.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a customer gets every field, and leading zeros of the KvK number', async () => {
    const fields = {
      name: 'Café Zoë',
      establishment: address,
      correspondence: { ...address, city: 'Étten' },
      email: 'zoe@voorbeeld.example',
      phone: '070-1234567',
      mobile: '06-12345678',
      vatNumber: 'NL123456789B01',
      cocNumber: '01234567',
      paymentTermDays: 30,
      emailInvoice: true,
      emailReminder: true,
    }
    expect(await helper.ask('customer.create', { code: 20_001, fields })).toEqual({ code: 20_001 })
    expect(last('tblRelatie')).toMatchObject({
      fldRelatieSoort: 0,
      fldRelatiecode: 20_001,
      fldNaam: 'Café Zoë',
      fldContactpersoon: 'Zoë Ünal',
      fldAdres: 'Łódźkade 1',
      fldPostcode: '1234 AB',
      fldPlaats: 'Den Haag',
      fldLandID: 1,
      fldCorrespondentieAdresPlaats: 'Étten',
      fldCorrespondentieAdresLandID: 1,
      fldEmail: 'zoe@voorbeeld.example',
      fldTelefoon: '070-1234567',
      fldMobieleTelefoon: '06-12345678',
      fldBtwNummer: 'NL123456789B01',
      fldKvkNummer: '01234567',
      fldKrediettermijn: 30,
      fldElektronischFactureren: true,
      fldAanmaningEmailen: true,
    })
  })

  test('a customer code that exists is taken, and the customer stays as it was', async () => {
    const before = rows('tblRelatie')
    const error = await helper.refuse('customer.create', { code: 10_001, fields: { name: 'Een ander' } })
    expect(error).toMatchObject({ kind: 'taken', member: 'mtdGWayKlantRead' })
    expect(rows('tblRelatie')).toEqual(before)
  })

  test('the code of a supplier is free for a customer', async () => {
    await helper.ask('customer.create', { code: -1, fields: { name: 'Als de leverancier' } })
    expect(last('tblRelatie')).toMatchObject({ fldRelatiecode: -1, fldRelatieSoort: 0 })
  })

  test('a change of a customer touches only what was given', async () => {
    await helper.ask('customer.update', {
      code: 10_001,
      fields: { email: 'nieuw@voorbeeld.example', correspondence: null },
    })
    const [before] =
      seed.find(({ name }) => name === 'tblRelatie')?.rows.filter((row) => row['fldRelatiecode'] === 10_001) ?? []
    const after = rows('tblRelatie').find((row) => row['fldRelatiecode'] === 10_001 && row['fldRelatieSoort'] === 0)
    expect(after).toEqual({ ...before, fldEmail: 'nieuw@voorbeeld.example' })
  })

  test('a customer that is not there cannot be changed', async () => {
    expect(await helper.refuse('customer.update', { code: 99, fields: {} })).toMatchObject({ kind: 'gone' })
  })

  test('a refused VAT number comes back in SnelStart’s own words, and nothing is saved', async () => {
    const before = rows('tblRelatie')
    const question = { code: 20_009, fields: { name: 'Naam', vatNumber: 'NL000000000B00' } }
    expect(await helper.refuse('customer.create', question)).toEqual({
      kind: 'refused',
      text: 'Het btw-nummer NL000000000B00 is ongeldig.',
      member: 'mtdGWayKlantWrite',
      code: null,
    })
    expect(rows('tblRelatie')).toEqual(before)
  })

  test('an article is made with its price and its extra field', async () => {
    const question = {
      code: '0012',
      description: 'Mok “wit”',
      revenueGroupId: 1,
      salesPrice: '12.3456',
      extraField: { name: 'EAN', value: '0871234567890' },
    }
    expect(await helper.ask('article.create', question)).toEqual({ code: '0012' })
    expect(last('tblArtikel')).toMatchObject({
      fldArtikelcode: '0012',
      fldOmschrijving: 'Mok “wit”',
      fldVerkoopprijs: '12.3456',
      fldArtikelOmzetgroepID: 1,
    })
    expect(last('tblX_Artikel')).toMatchObject({
      fldArtikelID: last('tblArtikel')['fldArtikelID'],
      fldEAN: '0871234567890',
    })
  })

  test('an article is changed, taken, gone, refused', async () => {
    const made = { code: 'ART-002', description: 'x', revenueGroupId: 1, salesPrice: null, extraField: null }
    await helper.ask('article.update', { code: 'ART-002', salesPrice: '1.5' })
    const changed = rows('tblArtikel').find((row) => row['fldArtikelcode'] === 'ART-002')
    expect(changed).toMatchObject({ fldVerkoopprijs: '1.5000', fldOmschrijving: 'Artikel 2' })
    expect(await helper.refuse('article.create', made)).toMatchObject({ kind: 'taken' })
    expect(await helper.refuse('article.update', { code: 'geen' })).toMatchObject({ kind: 'gone' })
    const long = await helper.refuse('article.create', { ...made, code: 'A'.repeat(31) })
    expect(long).toMatchObject({ kind: 'refused', text: 'De artikelcode is te lang: maximaal 30 tekens.' })
    const noGroup = await helper.refuse('article.create', { ...made, code: 'NIEUW', revenueGroupId: 99 })
    expect(noGroup).toMatchObject({ kind: 'refused', text: 'De artikelomzetgroep bestaat niet.' })
  })

  test('the price is the one agreed with the customer, or the article’s', async () => {
    const question = { articleCode: 'ART-005', customerCode: 10_005, quantity: '1', date: '2026-01-05' }
    expect(await helper.ask('article.price', question)).toEqual({ price: '7.5000' })
    expect(await helper.ask('article.price', { ...question, customerCode: null })).toEqual({ price: '10.0000' })
    expect(await helper.refuse('article.price', { ...question, articleCode: 'x' })).toMatchObject({ kind: 'gone' })
  })

  test('an order has reference, memo, cost centre, both addresses, costs, and a line of each call', async () => {
    const result = await helper.ask('order.create', {
      ...order,
      customerCode: 10_005,
      costCentre: 200,
      lines: [
        { call: 'A', articleCode: 'ART-005', quantity: '2' },
        {
          call: 'B',
          articleCode: 'ART-001',
          description: 'Rood',
          quantity: '1.5',
          price: '8.2645',
          discountPercent: '10',
        },
        { call: 'C', articleCode: 'ART-001', quantity: '-1', price: '8', discountPercent: '0' },
        { call: 'D', articleCode: 'ART-005', description: 'Blauw', quantity: '1', discountPercent: '50' },
        { call: 'text', description: 'Cadeaupapier: ja' },
      ],
      costA: '4.95',
      costB: '1.00',
      invoiceAddress: { ...address, countryId: null },
      deliveryAddress: { ...address, name: 'Buren' },
    })
    const saved = last('tblVerkoopOrder')
    expect(result).toEqual({ number: saved['fldOrdernummer'] })
    expect(saved).toMatchObject({
      fldOrderSjabloonVerkoopID: 1,
      fldDatum: '2026-01-05T00:00:00',
      fldBetalingskenmerk: '100',
      fldOmschrijving: 'Webwinkel 100',
      fldMemo: 'Graag aanbellen.\nBetaald met iDEAL.',
      fldKostenplaatsID: 2,
      fldKrediettermijn: 14,
      fldKostenBedragA: '4.9500',
      fldKostenBedragB: '1.0000',
      fldVerzendNaam: 'Buren',
      fldVerzendContactpersoon: 'Zoë Ünal',
      fldVerzendAdres: 'Łódźkade 1',
      fldVerzendPostcode: '1234 AB',
      fldVerzendPlaats: 'Den Haag',
      fldVerzendLandID: 1,
    })
    const [invoice] = readOwnRows(state, 'standin.invoiceAddress')
    expect(invoice).toMatchObject({ name: 'Café ’t Hoekje', street: 'Łódźkade 1', countryId: null })
    const lines = linesOf(saved['fldVerkoopOrderID']).map((line) => [
      line['fldRegelnummer'],
      line['fldOmschrijving'],
      line['fldAantal'],
      line['fldPrijs'],
      line['fldKorting'],
      line['fldBedragNaKortingen'],
    ])
    expect(lines).toEqual([
      [1, 'Artikel 5', 2, '7.5000', 0, '15.0000'],
      [2, 'Rood', 1.5, '8.2645', 10, '11.1600'],
      [3, 'Artikel 1', -1, '8.0000', 0, '-8.0000'],
      [4, 'Blauw', 1, '7.5000', 50, '3.7500'],
      [5, 'Cadeaupapier: ja', 0, '0.0000', 0, '0.0000'],
    ])
  })

  test('a payment term goes with the order, without a subscription', async () => {
    await helper.ask('order.create', { ...order, paymentTermDays: 8 })
    expect(last('tblVerkoopOrder')).toMatchObject({ fldKrediettermijn: 8, fldBetalingskenmerk: '100' })
  })

  test('one cost amount alone leaves the other to the template', async () => {
    const template = {
      fldOrderSjabloonVerkoopID: 9,
      fldOmschrijving: 'Met kosten',
      fldNieuweOrdersBlokkeren: false,
      fldNonactief: false,
    }
    const cost = {
      fldOrderSjabloonKostenRekeningID: 9,
      fldOrderSjabloonVerkoopID: 9,
      fldVolgnummer: 2,
      fldStandaardBedrag: '2.5000',
    }
    const more = seed.map((table) => {
      if (table.name === 'tblOrderSjabloonVerkoop') return { ...table, rows: [...table.rows, template] }
      if (table.name === 'tblOrderSjabloonKostenRekening') return { ...table, rows: [...table.rows, cost] }
      return table
    })
    const other = join(folder, 'costs')
    writeState(other, more)
    const own = await startRawHelper(protocol, await standInGateway({ state: other }))
    await own.ask('gateway.open', toOpen)
    await own.ask('order.create', { ...order, templateId: 9, costA: '4.95' })
    await own.stop()
    const [saved] = readState(other, more).find(({ name }) => name === 'tblVerkoopOrder')?.rows ?? []
    expect(saved).toMatchObject({ fldKostenBedragA: '4.9500', fldKostenBedragB: '2.5000' })
  })

  test('an order that fails at its last line leaves nothing, and the next one is whole', async () => {
    const before = readOwnRows(state, 'tblVerkoopOrder').length
    const lines = [...order.lines, { call: 'A', articleCode: 'BESTAAT-NIET', quantity: '1' } as const]
    expect(await helper.refuse('order.create', { ...order, lines })).toMatchObject({
      kind: 'refused',
      text: 'Artikel BESTAAT-NIET bestaat niet.',
      member: 'mtdGWayVerkoopOrderRegelToevoegenArtikelA',
    })
    expect(readOwnRows(state, 'tblVerkoopOrder')).toHaveLength(before)
    await helper.ask('order.create', { ...order, paymentReference: '101' })
    const saved = last('tblVerkoopOrder')
    expect(saved['fldBetalingskenmerk']).toBe('101')
    expect(linesOf(saved['fldVerkoopOrderID'])).toHaveLength(1)
  })

  test.each([
    ['template', { templateId: 77 }, 'Verkoopsjabloon 77 bestaat niet.'],
    ['customer', { customerCode: 77 }, 'Klant 77 bestaat niet.'],
    ['cost centre', { costCentre: 77 }, 'Kostenplaats 77 bestaat niet.'],
    ['description', { description: 'o'.repeat(51) }, 'De omschrijving is te lang: maximaal 50 tekens.'],
    ['delivery country', { deliveryAddress: { ...address, countryId: 77 } }, 'Land 77 bestaat niet.'],
    [
      'price with five decimals',
      { lines: [{ call: 'C', articleCode: 'ART-001', quantity: '1', price: '1.23456', discountPercent: '0' }] },
      "'price' has more than four decimals: 1.23456",
    ],
  ] as const)('an order with a wrong %s is refused and leaves nothing', async (_, change, text) => {
    const before = readOwnRows(state, 'tblVerkoopOrder').length
    const error = await helper.refuse('order.create', { ...order, ...change })
    expect(error).toMatchObject({ kind: 'refused', text })
    expect(readOwnRows(state, 'tblVerkoopOrder')).toHaveLength(before)
  })

  test('the delivery address of an order that is there is set, by its id', async () => {
    await helper.ask('order.create', { ...order, paymentReference: '102' })
    const id = Number(last('tblVerkoopOrder')['fldVerkoopOrderID'])
    expect(await helper.ask('order.deliverTo', { id, deliveryAddress: address })).toEqual({ id })
    expect(last('tblVerkoopOrder')).toMatchObject({ fldVerkoopOrderID: id, fldVerzendNaam: 'Café ’t Hoekje' })
    expect(await helper.refuse('order.deliverTo', { id: 999, deliveryAddress: address })).toMatchObject({
      kind: 'gone',
    })
  })

  test('an entry is saved as unread, with invoice number, VAT and cost centre on its lines', async () => {
    const result = await helper.ask('entry.create', { ...entry, paymentTermDays: 21 })
    const saved = last('tblJournaalpost')
    expect(result).toEqual({ id: saved['fldJournaalpostID'] })
    expect(saved).toMatchObject({ fldDatum: '2026-01-05T00:00:00', fldBoekstuk: '100', fldMarkering: 1 })
    const invoice = last('tblFactuurNummer')
    expect(invoice).toMatchObject({ fldFactuurnummer: 'F-100' })
    const lines = rows('tblJournaalpostRegel')
    expect(
      lines.map((line) => [line['fldDebet'], line['fldCredit'], line['fldBtwSoort'], line['fldKostenplaatsID']]),
    ).toEqual([
      ['121.0000', '0.0000', 0, null],
      ['0.0000', '100.0000', 2, 2],
      ['0.0000', '21.0000', 0, null],
    ])
    expect(lines.map((line) => line['fldFactuurNummerID'])).toEqual([invoice['fldFactuurNummerID'], null, null])
    expect(readOwnRows(state, 'standin.entryTerm')).toEqual([
      { fldJournaalpostID: saved['fldJournaalpostID'], days: 21 },
    ])
  })

  test('an entry out of balance is refused and leaves nothing', async () => {
    const before = rows('tblJournaalpost')
    const error = await helper.refuse('entry.create', { ...entry, lines: entry.lines.slice(0, 2) })
    expect(error).toMatchObject({ kind: 'refused', text: 'De journaalpost is niet in balans: verschil 21.0000.' })
    expect(rows('tblJournaalpost')).toEqual(before)
    await helper.ask('entry.create', { ...entry, marking: 0 })
    expect(last('tblJournaalpost')['fldMarkering']).toBe(0)
  })
})
