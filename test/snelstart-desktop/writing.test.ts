// What SnelStart on the desktop can do beyond the contract, and what a write can end in: SQL Server and the Gateway as stand-ins.
import { afterEach, expect, test } from 'vitest'
import { articleOne, newCustomer, prepare } from '../../src/accounting/contract-bench.ts'
import type { SalesEntryDocument, SalesOrderLine } from '../../src/core/administration.ts'
import { ConnectionFailed, Refused } from '../../src/core/failures.ts'
import type { ArticleCode, CalendarDate, CountryCode, CustomerCode, RemoteId } from '../../src/core/ids.ts'
import { decimal } from '../../src/core/money.ts'
import { describeWith } from '../support/fixtures.ts'
import { administrationName, type DesktopBench, type DesktopOptions, openDesktop } from './desktop-bench.ts'

const never = new AbortController().signal
const benches: DesktopBench[] = []
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.stop()
})

async function begin(options: DesktopOptions = {}) {
  const bench = await openDesktop(options)
  benches.push(bench)
  const { connection } = bench
  return { ...bench, ...(await prepare({ connection } as Parameters<typeof prepare>[0])) }
}

const line = (changes: Partial<SalesOrderLine> = {}): SalesOrderLine => ({
  articleCode: articleOne,
  description: '',
  quantity: decimal('2'),
  unitPrice: decimal('10'),
  origin: { kind: 'line', ref: '1' },
  vatKind: 'high',
  vatPercent: decimal('21'),
  ...changes,
})
const address = { contact: 'Jan', street: 'Laan 2', postcode: '9000', city: 'Gent', country: 'BE' as CountryCode }

describeWith({ servers: ['mono'] }, 'SnelStart SQL: writing sales orders', () => {
  test('SALE-5 SALE-7 SnelStart’s own price and description, words of the shop, and lines of words alone', async () => {
    const { write, rows } = await begin()
    const lines = [
      line({ ownPrice: true, unitPrice: decimal('9.99') }),
      line({ ownPrice: true, description: 'Met gravure' }),
      line({ articleCode: '' as ArticleCode, description: 'Maat: XXL', quantity: decimal('0'), text: true }),
      line({ unitPrice: decimal('7.5') }),
    ]
    const written = await write('1001', { lines })
    expect(
      rows('tblVerkoopOrderRegel').map((row) => [row['fldOmschrijving'], row['fldAantal'], Number(row['fldPrijs'])]),
    ).toEqual([
      ['Artikel 1', 2, 10],
      ['Met gravure', 2, 10],
      ['Maat: XXL', 0, 0],
      ['Artikel 1', 2, 7.5],
    ])
    expect(written).toMatchObject({ totalExcl: '55', totalIncl: '66.55' })
  })

  test('SALE-8 SALE-4 cost types in the footer, and a name on the delivery address', async () => {
    const { write, rows } = await begin()
    await write('1001', { costType1: decimal('4.95'), deliveryAddress: { ...address, name: 'Bakkerij Gent' } })
    const [order] = rows('tblVerkoopOrder')
    expect([order?.['fldKostenBedragA'], order?.['fldKostenBedragB']].map(Number)).toEqual([4.95, 0])
    expect(order).toMatchObject({ fldVerzendNaam: 'Bakkerij Gent', fldVerzendAdres: 'Laan 2', fldVerzendLandID: 2 })
  })

  test('SALE-8 an amount that the template fills in of itself is not charged to a customer of the shop', async () => {
    const { write, rows, change } = await begin()
    const [cost] = rows('tblOrderSjabloonKostenRekening')
    change('tblOrderSjabloonKostenRekening', { ...cost!, fldStandaardBedrag: '6.9500' })
    await write('1001')
    expect(Number(rows('tblVerkoopOrder')[0]?.['fldKostenBedragA'])).toBe(0)
  })

  test('SALE-1 a template that was removed after deciding is refused by name, before the Gateway is asked', async () => {
    const { write, server, lists, gatewayCalls } = await begin()
    server.databases[administrationName]!.removeRow('tblOrderSjabloonVerkoop', Number(lists.templates[0]!.id))
    await expect(write('1001')).rejects.toMatchObject({
      code: 'desktop.templateGone',
      ...{ reasons: [], context: { template: lists.templates[0]!.name } },
    })
    expect(gatewayCalls()).toEqual([])
  })

  test('BEY-1 what was saved but cannot be read back is in doubt, never refused', async () => {
    const { write, server, rows } = await begin()
    server.misbehaviour.denied.add('tblVerkoopOrder')
    const failure = await write('1001').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ConnectionFailed)
    expect(failure).toMatchObject({ code: 'desktop.notReadBack', sent: true })
    expect(rows('tblVerkoopOrder')).toHaveLength(1)
  })

  test('BEY-1 the delivery address of an order that was found back is set, as often as asked', async () => {
    const { write, rows, connection, gatewayCalls } = await begin()
    const { id } = await write('1001', { deliveryAddress: null })
    for (let again = 0; again < 2; again++)
      await connection.completeSalesOrder!(id, { deliveryAddress: address }, never)
    expect(rows('tblVerkoopOrder')).toMatchObject([{ fldVerzendNaam: 'Klant 10002', fldVerzendAdres: 'Laan 2' }])
    // What stands there already is not set again: a printed order might be refused it.
    expect(gatewayCalls().filter((call) => call === 'order.deliverTo')).toHaveLength(1)
    const gone = connection.completeSalesOrder!('999' as RemoteId, { deliveryAddress: address }, never)
    await expect(gone).rejects.toBeInstanceOf(Refused)
  })

  test('BEY-1 an order whose reference SnelStart keeps in another form is told by its number, and not made anew', async () => {
    for (const closingGives of ['id', 'number']) {
      const { write, rows } = await begin({ rules: { settings: { closingGives, referenceLength: '3' } } })
      const rest = { deliveryAddress: null }
      const [first, second] = [await write('10011', rest), await write('10012', rest)]
      const made = rows('tblVerkoopOrder').map((row) => [
        String(row['fldVerkoopOrderID']),
        String(row['fldOrdernummer']),
      ])
      expect(made).toEqual([
        [first.id, first.number],
        [second.id, second.number],
      ])
    }
  })

  test('BEY-1 where closing an order gives its key instead of its number, it is told by its number all the same', async () => {
    const { write } = await begin({ rules: { settings: { closingGives: 'id' } } })
    const [first, second] = [await write('1001'), await write('1001')]
    expect(Number(second.number)).toBe(Number(first.number) + 1)
    expect(second.id).not.toBe(first.id)
  })
})

describeWith({ servers: ['mono'] }, 'SnelStart SQL: writing customers and articles', () => {
  test('a change that changes nothing is not written', async () => {
    const { connection, customer, article, gatewayCalls } = await begin()
    await connection.updateCustomer(customer.id, { name: customer.name, establishment: customer.establishment }, never)
    await connection.updateArticle(article.id, { salesPrice: decimal('10.00') }, never)
    expect(gatewayCalls()).toEqual([])
  })

  test('a customer that is gone is refused as stale', async () => {
    const { connection } = await begin()
    const updating = connection.updateCustomer('99999' as RemoteId, { name: 'X' }, never)
    await expect(updating).rejects.toMatchObject({ code: 'desktop.customerGone', meaning: 'stale' })
  })

  test('a customer code that is no whole number, and a country that is not listed, are refused before anything is sent', async () => {
    const { connection, gatewayCalls } = await begin()
    const make = (code: string, country: string) =>
      connection.createCustomer(
        code as CustomerCode,
        { ...newCustomer, establishment: { ...newCustomer.establishment, country: country as CountryCode } },
        never,
      )
    await expect(make('K-1', 'NL')).rejects.toMatchObject({ code: 'desktop.codeUnusable' })
    await expect(make('20001', 'ZZ')).rejects.toMatchObject({ code: 'desktop.countryUnknown' })
    expect(gatewayCalls()).toEqual([])
  })

  test('CUST-5 a customer code may be as large as SnelStart’s whole number, and no larger', async () => {
    const { connection } = await begin()
    const make = (code: string) => connection.createCustomer(code as CustomerCode, newCustomer, never)
    expect(await make('2147483647')).toMatchObject({ code: '2147483647' })
    await expect(make('2147483648')).rejects.toMatchObject({ code: 'desktop.codeUnusable' })
  })

  test('ART-1 the shop’s code goes into an extra field by its name', async () => {
    const { connection, lists } = await begin()
    const fields = {
      ...{ code: 'NIEUW' as ArticleCode, description: 'Stoel', salesPrice: decimal('12.5') },
      revenueGroupId: lists.revenueGroups[0]!.id,
      customField: { name: 'EAN', value: '8712345678906' },
    }
    expect((await connection.createArticle(fields, never)).customFields).toMatchObject({ EAN: '8712345678906' })
  })
})

const entryOf = (ledgerId: RemoteId): SalesEntryDocument => ({
  invoiceNumber: '1001',
  date: '2026-11-20' as CalendarDate,
  description: 'Webshop-order 1001',
  documentNumber: '',
  paymentTermDays: 8,
  markUnread: true,
  totalIncl: decimal('121'),
  lines: [
    {
      ...{ ledgerId, description: 'Omzet, hoog 21%', amountExcl: decimal('100'), vatKind: 'high' },
      origin: { kind: 'turnover', ref: '' },
    },
  ],
  vat: [{ kind: 'high', amount: decimal('21') }],
})

describeWith({ servers: ['mono'] }, 'SnelStart SQL: writing sales entries', () => {
  test('FIN-1 FIN-3 FIN-4 the whole journal entry, marked unread, found back by its number and refused a second time', async () => {
    const { connection, customer, lists, rows } = await begin()
    const revenue = lists.ledgerAccounts.find(({ ledgerFunction }) => ledgerFunction === 'VerkopenOmzetHoog')!
    const made = await connection.createSalesEntry(customer.id, entryOf(revenue.id), never)
    expect(made).toMatchObject({ number: '1001', totalIncl: '121', totalExcl: '100' })
    expect(rows('tblJournaalpost')).toMatchObject([{ fldMarkering: 1, fldDagboekGrootboekID: 3 }])
    expect(
      rows('tblJournaalpostRegel').map((row) => [
        row['fldGrootboekID'],
        Number(row['fldDebet']),
        Number(row['fldCredit']),
      ]),
    ).toEqual([
      [3, 121, 0],
      [10, 0, 100],
      [6, 0, 21],
    ])
    expect(await connection.findSalesEntry({ invoiceNumber: '1001', customerId: customer.id }, never)).toMatchObject({
      ...{ id: made.id, customerId: customer.id, totalIncl: '121', date: '2026-11-20' },
    })
    const again = connection.createSalesEntry(customer.id, entryOf(revenue.id), never)
    await expect(again).rejects.toMatchObject({ meaning: 'codeTaken', reasons: [{ code: 'BOE-0021' }] })
    expect(rows('tblJournaalpost')).toHaveLength(1)
  })

  test('BEY-1 an entry whose number SnelStart keeps in another form is told by its key, and not made anew', async () => {
    const { connection, customer, lists, rows } = await begin({ rules: { settings: { referenceLength: '3' } } })
    const revenue = lists.ledgerAccounts.find(({ ledgerFunction }) => ledgerFunction === 'VerkopenOmzetHoog')!
    const made = await connection.createSalesEntry(customer.id, entryOf(revenue.id), never)
    expect(rows('tblJournaalpost').map((row) => String(row['fldJournaalpostID']))).toEqual([made.id])
    expect(made).toMatchObject({ number: '1001', totalIncl: '121' })
  })

  test('BEY-1 an answer that is lost leaves doubt, and the entry is there once', async () => {
    const { connection, customer, lists, rows, misbehave } = await begin()
    misbehave('entry.create cutAfterWriting')
    const revenue = lists.ledgerAccounts.find(({ ledgerFunction }) => ledgerFunction === 'VerkopenOmzetHoog')!
    const failure = connection.createSalesEntry(customer.id, entryOf(revenue.id), never)
    await expect(failure).rejects.toMatchObject({ code: 'gateway.doubt', sent: true })
    expect(rows('tblJournaalpost')).toHaveLength(1)
    const found = await connection.findSalesEntry({ invoiceNumber: '1001', customerId: customer.id }, never)
    expect(found).toMatchObject({ invoiceNumber: '1001' })
  })
})
