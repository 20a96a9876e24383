// A bookkeeping profile on a desktop administration, through the whole program: orders of an OpenCart shop become journal entries,
// which are read back from SnelStart's own tables.
import { afterEach, expect, test } from 'vitest'
import { describeWith } from '../support/fixtures.ts'
import { guest, mugOrder } from '../support/scene.ts'
import { sampleAdministration } from './sample.ts'
import type { SampleRow } from './tables.ts'
import { startWhole, type Whole, type WholeOptions } from './whole-scene.ts'

const scenes: Whole[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

const ledgerMatrix = {
  'turnover.high.nl': '8000',
  'turnover.low.nl': '8010',
  'shipping.high.nl': '8300',
  'turnover.reversed.eu': '8070',
}

async function begin(orders: NonNullable<WholeOptions['orders']>): Promise<Whole> {
  const scene = await startWhole({
    administration: sampleAdministration({ customers: 20, articles: 10, stocked: 5 }),
    product: 'bookkeeping',
    settings: { bookkeeping: { ledgerMatrix, markUnread: true, invoicePrefix: 'W-' } },
    orders,
  })
  scenes.push(scene)
  return scene
}

const cents = (row: SampleRow, column: string): number => Math.round(Number(row[column] ?? 0) * 100)

/** Account number, debit and credit in cents of the lines of each entry, by invoice number. */
function booked({ rows }: Whole): Readonly<Record<string, readonly (readonly [number, number, number])[]>> {
  const accounts = new Map(rows('tblGrootboek').map((row) => [row['fldGrootboekID'], Number(row['fldNummer'])]))
  const numbers = new Map(rows('tblFactuurNummer').map((row) => [row['fldFactuurNummerID'], row['fldFactuurnummer']]))
  const entries = Map.groupBy(rows('tblJournaalpostRegel'), (row) => row['fldJournaalpostID'])
  return Object.fromEntries(
    [...entries.values()].map((lines) => [
      String(numbers.get(lines.find((line) => line['fldFactuurNummerID'] !== null)?.['fldFactuurNummerID'] ?? null)),
      lines.map((line) => [
        accounts.get(line['fldGrootboekID'] ?? null) ?? 0,
        cents(line, 'fldDebet'),
        cents(line, 'fldCredit'),
      ]),
    ]),
  )
}

describeWith({ servers: ['mono'] }, 'entries of a shop in SnelStart SQL', () => {
  test('FIN-1 … FIN-5 balanced entries in the sales journal, unread, on the customer, with the shop’s VAT per rate; a second run writes nothing', async () => {
    const known = { ...guest('Truus'), email: 'klant10001@voorbeeld.example' }
    const mixed = { lines: [1, 2].map((article) => ({ article, quantity: 3 })), couponPercent: '10' }
    const belgian = {
      country: 'BE',
      postcode: '9000',
      city: 'Gent',
      vatNumber: 'BE0403170701',
      withoutVat: true,
    } as const
    const scene = await begin([
      mugOrder(1, known, mixed),
      mugOrder(2, guest('Bert', { company: 'Bert NV', ...belgian }), {}),
      mugOrder(3, guest('Brit', { country: 'GB', postcode: 'SW1A 1AA', city: 'London' })),
    ])
    await scene.import()
    expect(booked(scene)).toEqual({
      'W-1': [
        [1300, 43_80, 0],
        [8000, 0, 24_79],
        [8300, 0, 4_96],
        [8000, 2_48, 0],
        [8010, 0, 11_01],
        [8010, 1_10, 0],
        [1671, 0, 5_73],
        [1670, 0, 89],
      ],
      'W-2': [
        [1300, 13_22, 0],
        [8070, 0, 8_26],
        [8070, 0, 4_96],
      ],
    })
    expect((await scene.entry(1)).totalIncl).toBe('43.8')
    // Account 3 is the sales journal; 1 is unread.
    expect(scene.rows('tblJournaalpost')).toMatchObject([
      { fldDagboekGrootboekID: 3, fldMarkering: 1, fldDatum: '2026-03-02T00:00:00' },
      { fldDagboekGrootboekID: 3, fldMarkering: 1 },
    ])
    expect(scene.rows('tblFactuurNummer').map((row) => row['fldRelatieID'])).toEqual([4, 25])
    expect((await scene.entry(3)).problem).toMatchObject({
      code: 'entry.cellEmpty',
      data: { cell: 'turnover.zero.world' },
    })
    const before = scene.gatewayCalls().length
    await scene.import()
    expect(scene.gatewayCalls()).toHaveLength(before)
  })
})
