import { describe, expect, test } from 'vitest'
import type { RemoteId } from '../../src/core/ids.ts'
import { open, put } from './changed-sample.ts'
import type { MemoryDatabase } from './memory-database.ts'
import { never, readingOf } from './reading.ts'

describe('sales entries', () => {
  const withEntry = () => {
    const database = open()
    put(database, 'tblFactuurNummer', { fldFactuurNummerID: 1, fldFactuurnummer: 'F-1 ', fldRelatieID: 4 })
    put(database, 'tblJournaalpost', {
      fldJournaalpostID: 11,
      fldDatum: '2026-02-03T00:00:00',
      fldDagboekGrootboekID: 3,
    })
    put(database, 'tblJournaalpostRegel', {
      fldJournaalpostRegelID: 1,
      fldJournaalpostID: 11,
      fldDebet: '121.0000',
      fldCredit: '0.0000',
      fldFactuurNummerID: 1,
    })
    put(database, 'tblJournaalpostRegel', {
      fldJournaalpostRegelID: 2,
      fldJournaalpostID: 11,
      fldDebet: '0.0000',
      fldCredit: '121.0000',
    })
    return database
  }
  const find = (database: MemoryDatabase, invoiceNumber: string, customerId: string | null = null) =>
    readingOf(database).findSalesEntry({ invoiceNumber, customerId: customerId as RemoteId | null }, never)

  test('BEY-1 are found by number, without minding capitals and outer spaces; a payment, be it in advance, does not count', async () => {
    const database = withEntry()
    put(database, 'tblJournaalpost', {
      fldJournaalpostID: 5,
      fldDatum: '2026-02-01T00:00:00',
      fldDagboekGrootboekID: 2,
    })
    put(database, 'tblJournaalpostRegel', {
      fldJournaalpostRegelID: 3,
      fldJournaalpostID: 5,
      fldDebet: '0.0000',
      fldCredit: '121.0000',
      fldFactuurNummerID: 1,
    })
    const entry = { id: '11', invoiceNumber: 'F-1 ', customerId: '4', date: '2026-02-03', totalIncl: '121' }
    expect(await find(database, ' f-1')).toEqual(entry)
    expect(await find(database, 'F-1', '5')).toEqual(entry)
    expect(await find(database, 'F-2')).toBeNull()
  })

  test('BEY-1 of the asked customer go first where several have the number', async () => {
    const database = withEntry()
    put(database, 'tblFactuurNummer', { fldFactuurNummerID: 2, fldFactuurnummer: 'F-1', fldRelatieID: 5 })
    put(database, 'tblJournaalpost', {
      fldJournaalpostID: 22,
      fldDatum: '2026-02-04T00:00:00',
      fldDagboekGrootboekID: 3,
    })
    put(database, 'tblJournaalpostRegel', {
      fldJournaalpostRegelID: 3,
      fldJournaalpostID: 22,
      fldDebet: '5.0000',
      fldCredit: '0.0000',
      fldFactuurNummerID: 2,
    })
    expect(await find(database, 'F-1', '5')).toMatchObject({ id: '22', customerId: '5', totalIncl: '5' })
  })

  test('BEY-1 an invoice made from an order, not in the journal yet, has its number all the same', async () => {
    const database = open()
    put(database, 'tblFactuurNummer', { fldFactuurNummerID: 1, fldFactuurnummer: 'F-1', fldRelatieID: 4 })
    put(database, 'tblVerkoopFactuur', {
      fldVerkoopFactuurID: 8,
      fldFactuurNummerID: 1,
      fldDatum: '2026-02-03T00:00:00',
      fldTotaalInclusiefBtw: '12.1000',
    })
    expect(await find(database, 'F-1')).toEqual({
      id: 'factuur-8',
      invoiceNumber: 'F-1',
      customerId: '4',
      date: '2026-02-03',
      totalIncl: '12.1',
    })
  })
})
