import { describe, expect, test } from 'vitest'
import type { CustomerCode } from '../../src/core/ids.ts'
import { open, sample, small, withoutColumns, withSetting, withTable } from './changed-sample.ts'
import { gather, never, readingOf } from './reading.ts'

describe('SNEL-6 the tables are looked up before they are read', () => {
  test('names everything that is missing in one failure, with the version', async () => {
    const gone = withoutColumns(sample, 'tblVerkoopOrder.fldBetalingskenmerk', 'tblBtw.fldPercentage')
    const { readLists } = readingOf(open(gone.filter(({ name }) => name !== 'tblOrderSjabloonVerkoop')))
    await expect(readLists(never)).rejects.toMatchObject({
      code: 'desktop.columnsMissing',
      context: {
        version: '12.00',
        missing: 'tblOrderSjabloonVerkoop, tblVerkoopOrder.fldBetalingskenmerk, tblBtw.fldPercentage',
      },
    })
  })

  test('says that a database is no administration at all', async () => {
    const { readLists } = readingOf(open(sample.filter(({ name }) => !/Relatie|Instelling/.test(name))))
    await expect(readLists(never)).rejects.toMatchObject({
      code: 'desktop.noAdministration',
      context: { missing: 'tblInstelling, tblRelatie' },
    })
  })

  test('looks again after a failure, and only once after success', async () => {
    const database = open()
    let broken = true
    let looked = 0
    const { reader } = readingOf({
      ...database,
      schema: async (signal) => {
        looked += 1
        if (broken) throw new Error('away')
        return database.schema(signal)
      },
    })
    await expect(reader.lookUp(never)).rejects.toThrow('away')
    broken = false
    await reader.lookUp(never)
    await reader.lookUp(never)
    expect(looked).toBe(2)
  })

  test('reads a newer schema with more columns, and says so in the log', async () => {
    const newer = withSetting('fldVersie', '14.02').map((table) => ({
      ...table,
      columns: [...table.columns, { name: 'fldNieuwVeld', type: 'text', key: false } as const],
    }))
    const logged: unknown[] = []
    const log = (level: string, code: string, data: object) => void logged.push([level, code, data])
    const { readCustomers } = readingOf(open(newer), { log })
    expect(await gather(readCustomers(null, never))).toHaveLength(small.customers)
    expect(logged).toContainEqual(['extended', 'desktop.newerVersion', { version: '14.02' }])
  })

  test('does not mind other capitals in the names of tables and columns', async () => {
    const shouted = sample.map((table) => ({
      name: table.name.toUpperCase(),
      columns: table.columns.map((column) => ({ ...column, name: column.name.toUpperCase() })),
      rows: table.rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, cell]) => [name.toUpperCase(), cell])),
      ),
    }))
    const [plain, loud] = [readingOf(open()), readingOf(open(shouted))]
    expect(await loud.readLists(never)).toEqual(await plain.readLists(never))
    const byCode = (reading: typeof plain) =>
      reading.findCustomers({ code: '10002' as CustomerCode, email: null }, never)
    expect(await byCode(loud)).toEqual(await byCode(plain))
    expect(await gather(loud.readStock(never))).toEqual(await gather(plain.readStock(never)))
  })

  test('what is optional and missing is not known, and the rest is read', async () => {
    const old = withoutColumns(
      sample.filter(({ name }) => !['tblX_Artikel', 'tblRecept', 'tblOrderSjabloonKostenRekening'].includes(name)),
      'tblInstelling.fldVersie',
      'tblInstelling.fldAdministratieNaam',
      'tblRelatie.fldKvkNummer',
      'tblRelatie.fldFactuurCcEmailAdres',
      'tblArtikel.fldEenheid',
      'tblArtikel.fldVoorraadControle',
    )
    const reading = readingOf(open(old))
    expect((await reading.readLists(never)).company.administrationName).toBe('De database')
    const [customer] = await reading.findCustomers({ code: '10001' as CustomerCode, email: null }, never)
    expect(customer).toMatchObject({ cocNumber: '', email: 'klant10001@voorbeeld.example' })
    const hidden = { code: null, email: 'klant10002@voorbeeld.example' }
    expect(await reading.findCustomers(hidden, never)).toEqual([])
    const articles = await gather(reading.readArticles(null, never))
    expect(articles).toHaveLength(small.articles)
    expect(articles.every((one) => one.unit === '' && !one.stockControlled && one.recipeMode === 'none')).toBe(true)
    expect(await gather(reading.readStock(never))).toEqual([])
  })

  test('what only stock or bookkeeping needs is asked for when these are used', async () => {
    const reading = readingOf(
      open(withoutColumns(sample, 'tblInkoopOrder.fldOntvangst', 'tblFactuurNummer.fldRelatieID')),
    )
    expect(await gather(reading.readCustomers(null, never))).toHaveLength(small.customers)
    await expect(gather(reading.readStock(never))).rejects.toMatchObject({
      code: 'desktop.columnsMissing',
      context: { missing: 'tblInkoopOrder.fldOntvangst' },
    })
    const asking = reading.findSalesEntry({ invoiceNumber: '1', customerId: null }, never)
    await expect(asking).rejects.toMatchObject({ context: { missing: 'tblFactuurNummer.fldRelatieID' } })
  })

  test('SALE-5 prices have at most the four decimals that the Gateway takes', async () => {
    const fine = readingOf(open(withSetting('fldAantalDecimalenPrijzen', 6)))
    expect((await fine.readLists(never)).company.priceDecimals).toBe(4)
  })

  test('an administration without settings, or with a count level that nobody knows, is said', async () => {
    const empty = readingOf(open(withTable('tblInstelling', (table) => ({ ...table, rows: [] }))))
    await expect(empty.readLists(never)).rejects.toMatchObject({ code: 'desktop.settingsEmpty' })
    const odd = readingOf(open(withSetting('fldVerkooporderVoorraadTellingNiveau', 55)))
    expect((await odd.readLists(never)).company).not.toHaveProperty('stockCountLevel')
    await expect(gather(odd.readStock(never))).rejects.toMatchObject({ context: { level: '55' } })
  })
})
