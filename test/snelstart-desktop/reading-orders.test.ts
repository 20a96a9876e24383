import { describe, expect, test } from 'vitest'
import { pickMadeOrder } from '../../src/accounting/snelstart-desktop/made-order.ts'
import type { CalendarDate, RemoteId } from '../../src/core/ids.ts'
import { open, put } from './changed-sample.ts'
import type { MemoryDatabase } from './memory-database.ts'
import { gather, never, readingOf } from './reading.ts'
import type { SampleCell } from './tables.ts'

describe('orders', () => {
  const order = { fldRelatieID: 4, fldDatum: '2026-02-03T00:00:00', fldOrderSjabloonVerkoopID: 1 }
  const withOrder = (cells: Record<string, SampleCell> = {}) => {
    const database = open()
    put(database, 'tblVerkoopOrder', {
      fldVerkoopOrderID: 1,
      fldOrdernummer: 801,
      fldBetalingskenmerk: 'W-1',
      ...order,
      ...cells,
    })
    const line = {
      fldVerkoopOrderID: 1,
      fldArtikelID: 2,
      fldArtikelOmzetgroepID: 1,
      fldAantalLeveren: 2,
      fldBedragNaKortingen: '25.0000',
    }
    put(database, 'tblVerkoopOrderRegel', { fldVerkoopOrderRegelID: 1, ...line })
    return database
  }
  const totals = async (database: MemoryDatabase) => {
    const found = await readingOf(database).orderById('1' as RemoteId, never)
    return [found?.totalIncl, found?.totalExcl]
  }

  test('totals follow the template, the customer and the cost amounts', async () => {
    expect(await totals(withOrder())).toEqual(['30.25', '25'])
    expect(await totals(withOrder({ fldOrderSjabloonVerkoopID: 2 }))).toEqual(['25', '20.66'])
    expect(await totals(withOrder({ fldKostenBedragA: '4.9500', fldKostenBedragB: '0.5000' }))).toEqual([
      '36.84',
      '30.45',
    ])
    expect(await totals(withOrder({ fldDatum: '2012-01-01T00:00:00' }))).toEqual(['29.75', '25'])
    const abroad = withOrder({ fldRelatieID: 900 })
    put(abroad, 'tblRelatie', {
      fldRelatieID: 900,
      fldRelatieSoort: 0,
      fldRelatiecode: 900,
      fldLandID: 3,
      fldBtwNummer: 'DE1',
    })
    expect(await totals(abroad)).toEqual(['25', '25'])
  })

  test('SALE-2 a payment reference must fit whole, capitals included', async () => {
    const { findSalesOrders } = readingOf(withOrder())
    expect(await findSalesOrders(' W-1 ', never)).toMatchObject([
      { id: '1', number: '801', customerId: '4', date: '2026-02-03', templateId: '1' },
    ])
    expect(await findSalesOrders('w-1', never)).toEqual([])
  })

  test('knows a template that was made after it first looked', async () => {
    const database = withOrder()
    const { orderById } = readingOf(database)
    await orderById('1' as RemoteId, never)
    put(database, 'tblOrderSjabloonVerkoop', {
      fldOrderSjabloonVerkoopID: 7,
      fldOmschrijving: 'Nieuw',
      fldPrijzenInclusiefBtw: true,
    })
    put(database, 'tblVerkoopOrder', { fldVerkoopOrderID: 1, ...order, fldOrderSjabloonVerkoopID: 7 })
    expect((await orderById('1' as RemoteId, never))?.totalIncl).toBe('25')
  })

  test('SALE-1 the last template is of the invoice where that is of the same day', async () => {
    const database = withOrder()
    const { findLastTemplate } = readingOf(database)
    expect(await findLastTemplate('5' as RemoteId, never)).toBeNull()
    expect(await findLastTemplate('4' as RemoteId, never)).toBe('1')
    put(database, 'tblVerkoopFactuur', {
      fldVerkoopFactuurID: 1,
      fldRelatieID: 4,
      fldDatum: '2026-02-03T00:00:00',
      fldOrderSjabloonVerkoopID: 2,
    })
    expect(await findLastTemplate('4' as RemoteId, never)).toBe('2')
    put(database, 'tblVerkoopOrder', { fldVerkoopOrderID: 2, ...order, fldDatum: '2026-02-04T00:00:00' })
    expect(await findLastTemplate('4' as RemoteId, never)).toBe('1')
  })

  test.each([
    ['no document', {}, 'all', true],
    ['a back order', { fldBackorderVolgnummer: 1 }, 'backOrder', true],
    ['a confirmation', { fldBevestigingAfgedrukt: true, fldOfferteAfgedrukt: true }, 'confirmation', false],
    ['a work order', { fldWerkbonAfgedrukt: true, fldBevestigingAfgedrukt: true }, 'workOrder', false],
    ['a packing slip', { fldPakbonAfgedrukt: true }, 'packingSlip', false],
    ['a collect note', { fldAfhaalbonAfgedrukt: true }, 'packingSlip', false],
    ['pointers of 0', { fldVerkoopFactuurID: 0, fldContantbonID: 0 }, 'all', true],
  ] as const)('STOCK-2 an order with %s is under way', async (_, cells, reached, withoutPrint) => {
    const open = await gather(readingOf(withOrder(cells)).readOpenOrders(never))
    expect(open).toEqual([
      {
        ...{
          id: '1',
          number: '801',
          paymentReference: 'W-1',
          templateId: '1',
          date: '2026-02-03',
          withoutPrint,
          reached,
        },
        lines: [{ articleId: '2', quantity: '2' }],
      },
    ])
  })

  test('SALE-8 the discount that a customer has on whole orders is off the lines, not off the cost amounts', async () => {
    expect(await totals(withOrder({ fldFactuurkorting: 10 }))).toEqual(['27.23', '22.5'])
    expect(await totals(withOrder({ fldFactuurkorting: 10, fldKostenBedragA: '4.9500' }))).toEqual(['33.21', '27.45'])
  })

  test.each([
    ['invoiced', { fldVerkoopFactuurID: 1 }],
    ['paid at the counter', { fldContantbonID: 1 }],
    ['a quotation', { fldOfferteAfgedrukt: true }],
  ] as const)('STOCK-2 an order that is %s is not under way', async (_, cells) => {
    expect(await gather(readingOf(withOrder(cells)).readOpenOrders(never))).toEqual([])
  })

  test('STOCK-2 free stock goes down with the document of the count level, and with what is reserved', async () => {
    const freeOf = async (database: MemoryDatabase) =>
      (await gather(readingOf(database).readStock(never))).find(({ id }) => id === '2')?.freeStock
    expect(await freeOf(withOrder())).toBe('40')
    expect(await freeOf(withOrder({ fldWerkbonAfgedrukt: true }))).toBe('40')
    expect(await freeOf(withOrder({ fldPakbonAfgedrukt: true }))).toBe('38')
    expect(await freeOf(withOrder({ fldPakbonAfgedrukt: true, fldDatum: '2025-12-31T00:00:00' }))).toBe('40')
    const reserving = withOrder()
    put(reserving, 'tblVerkoopOrderRegel', {
      fldVerkoopOrderRegelID: 2,
      fldVerkoopOrderID: 1,
      fldArtikelID: 2,
      fldAantalReserveren: 0.5,
    })
    expect(await freeOf(reserving)).toBe('39.5')
  })
})

describe('which order was just made', () => {
  const document = { paymentReference: 'W-1', date: '2026-02-03' as CalendarDate }
  const made = (id: string, number: string, changes: object = {}) =>
    ({
      id,
      number,
      customerId: '4',
      paymentReference: 'W-1',
      date: '2026-02-03',
      totalIncl: '1',
      templateId: '1',
      modifiedAt: null,
      ...changes,
    }) as unknown as Parameters<typeof pickMadeOrder>[3][number]
  const pick = (given: number, ...orders: Parameters<typeof pickMadeOrder>[3]) =>
    pickMadeOrder(given, '4' as RemoteId, document, orders)?.id ?? null

  test('BEY-1 is told by number or by key, whichever the Gateway gave', () => {
    expect(pick(801, made('1', '801'), made('2', '802'))).toBe('1')
    expect(pick(1, made('1', '801'), made('2', '802'))).toBe('1')
  })
  test('BEY-1 is never of another customer, day or reference', () => {
    expect(pick(801, made('1', '801', { customerId: '5' }))).toBeNull()
    expect(pick(801, made('1', '801', { date: '2026-02-04' }))).toBeNull()
    expect(pick(801, made('1', '801', { paymentReference: 'W-2' }))).toBeNull()
  })
  test('BEY-1 is the newest of ours where the number says nothing', () => {
    expect(pick(7, made('9', '809'), made('10', '810'))).toBe('10')
  })
})
