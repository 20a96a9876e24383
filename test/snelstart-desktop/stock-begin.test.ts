// Free stock of an administration that never said from which day on it is counted.
import { expect, test } from 'vitest'
import type { Database } from '../../src/accounting/snelstart-desktop/database/database.ts'
import { memoryDatabase } from './memory-database.ts'
import { gather, never, readingOf } from './reading.ts'
import { sampleAdministration } from './sample.ts'
import type { Administration, SampleRow } from './tables.ts'
import { startSqlScene } from './tds/scene.ts'

const order: SampleRow = {
  fldVerkoopOrderID: 1,
  fldRelatieID: 4,
  fldDatum: '2026-02-03T00:00:00',
  fldVerkoopFactuurID: 1,
}
const line: SampleRow = { fldVerkoopOrderRegelID: 1, fldVerkoopOrderID: 1, fldArtikelID: 2, fldAantalLeveren: 2 }
const invoice: SampleRow = { fldVerkoopFactuurID: 1, fldRelatieID: 4, fldDatum: '2026-02-04T00:00:00' }
const more: Readonly<Record<string, SampleRow>> = {
  tblVerkoopOrder: order,
  tblVerkoopOrderRegel: line,
  tblVerkoopFactuur: invoice,
}

const withoutBeginDate = (level: number): Administration =>
  sampleAdministration({ customers: 3, articles: 3, stocked: 3 }).map((table) => {
    const changes = { fldVoorraadBeginDatum: null, fldVerkooporderVoorraadTellingNiveau: level }
    if (table.name === 'tblInstelling') return { ...table, rows: table.rows.map((row) => ({ ...row, ...changes })) }
    const row = more[table.name]
    if (row === undefined) return table
    const empty = Object.fromEntries(table.columns.map(({ name, type }) => [name, type === 'boolean' ? false : null]))
    return { ...table, rows: [{ ...empty, ...row }] }
  })

const freeOf = async (database: Database) =>
  (await gather(readingOf(database).readStock(never))).find(({ id }) => id === '2')?.freeStock

test.each([10, 50, 60])(
  'STOCK-2 without a begin date every order counts, from SQL Server too (level %s)',
  async (level) => {
    const administration = withoutBeginDate(level)
    const scene = await startSqlScene({ databases: { Demo: administration } })
    try {
      expect([await freeOf(memoryDatabase(administration)), await freeOf(scene.connect())]).toEqual(['38', '38'])
    } finally {
      await scene.stop()
    }
  },
)
