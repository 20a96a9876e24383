import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeWith, fixturesFolder } from '../support/fixtures.ts'
import { parseAdministration } from './administration-file.ts'
import { memoryDatabase } from './memory-database.ts'

const small = `-- words; in a comment
SET NOCOUNT ON;
GO
CREATE TABLE [dbo].[tblProef] (
  [fldProefID] int IDENTITY(1,1) NOT NULL,
  [fldWebshop code] nvarchar(40) NULL,
  [fldMemo] nvarchar(max) NULL,
  [fldPrijs] decimal(19,4) NULL,
  [fldAantal] float NULL,
  [fldAan] bit NOT NULL,
  [fldDatum] datetime NULL,
  CONSTRAINT [PK_tblProef] PRIMARY KEY ([fldProefID])
);
GO
INSERT INTO [dbo].[tblProef] ([fldProefID], [fldWebshop code], [fldMemo], [fldPrijs], [fldAantal], [fldAan], [fldDatum]) VALUES
(1, N'd''Or (a), b; c', N'Een
GO
twee', -1.2500, 0.1, 1, '2026-01-02T03:04:05'),
(2, NULL, NULL, NULL, NULL, 0, NULL);
GO
`

describe('the administration as a T-SQL file', () => {
  test('gives types, keys and values, also where a text holds quotes, commas and line ends', () => {
    const [table] = parseAdministration(small)
    expect(table?.columns.map(({ name, type, key }) => [name, type, key])).toEqual([
      ['fldProefID', 'integer', true],
      ['fldWebshop code', 'text', false],
      ['fldMemo', 'memo', false],
      ['fldPrijs', 'money', false],
      ['fldAantal', 'float', false],
      ['fldAan', 'boolean', false],
      ['fldDatum', 'moment', false],
    ])
    expect(table?.rows[0]).toEqual({
      fldProefID: 1,
      'fldWebshop code': "d'Or (a), b; c",
      fldMemo: 'Een\nGO\ntwee',
      fldPrijs: '-1.2500',
      fldAantal: 0.1,
      fldAan: true,
      fldDatum: '2026-01-02T03:04:05',
    })
    expect(table?.rows[1]?.['fldAan']).toBe(false)
    expect(table?.rows[1]?.['fldPrijs']).toBeNull()
  })

  test('is not understood in silence where it holds anything else', () => {
    expect(() => parseAdministration('DROP TABLE [x];')).toThrow('statement not understood')
    expect(() => parseAdministration(`${small} @`)).toThrow('not understood')
  })
})

describe('the database in memory', () => {
  const row = (id: number, text: string) => ({
    fldProefID: id,
    'fldWebshop code': text,
    fldMemo: null,
    fldPrijs: null,
    fldAantal: null,
    fldAan: false,
    fldDatum: null,
  })
  const read = async (
    database: ReturnType<typeof memoryDatabase>,
    where: Parameters<typeof database.read>[0]['where'],
  ) => {
    const pages = []
    const ask = { table: 'tblProef', key: 'fldProefID', columns: ['fldProefID'], where: where ?? [] }
    for await (const page of database.read(ask, AbortSignal.timeout(5000)))
      pages.push(page.map((one) => one['fldProefID']))
    return pages
  }

  test('answers every kind of condition, in pages', async () => {
    const database = memoryDatabase(parseAdministration(small), 1)
    database.change('tblProef', row(3, 'Drie '))
    expect(await read(database, [])).toEqual([[3], [2], [1]])
    expect(await read(database, [{ column: 'fldWebshop code', is: 'equal', value: 'DRIE' }])).toEqual([[3]])
    expect(await read(database, [{ column: 'fldWebshop code', is: 'equal', value: null }])).toEqual([[2]])
    expect(await read(database, [{ column: 'fldWebshop code', is: 'contains', value: "D'OR" }])).toEqual([[1]])
    expect(await read(database, [{ column: 'fldDatum', is: 'atLeast', value: '2026-01-02' }])).toEqual([[1]])
    expect(await read(database, [{ column: 'fldProefID', is: 'oneOf', values: [2, 9] }])).toEqual([[2]])
    expect(
      await read(database, [
        { column: 'fldAan', is: 'equal', value: false },
        {
          anyOf: [
            { column: 'fldProefID', is: 'equal', value: 1 },
            { column: 'fldProefID', is: 'equal', value: 3 },
          ],
        },
      ]),
    ).toEqual([[3]])
    await expect(read(database, [{ column: 'fldWeg', is: 'equal', value: 1 }])).rejects.toThrow('not there')
  })

  test('has another fingerprint as soon as a row differs, and the same one again when it is put back', async () => {
    const database = memoryDatabase(parseAdministration(small))
    const ask = () => database.fingerprint(['tblProef'], AbortSignal.timeout(5000))
    const before = await ask()
    database.change('tblProef', row(4, 'Vier'))
    expect(await ask()).not.toBe(before)
    database.remove('tblProef', 4)
    expect(await ask()).toBe(before)
  })
})

describeWith({ fixtures: ['snelstart-desktop'] }, 'the fixture file', () => {
  test('has the rows per table that it says it has', async () => {
    const folder = join(fixturesFolder, 'snelstart-desktop')
    const tables = parseAdministration(await readFile(join(folder, 'demo-bv.tsql.sql'), 'utf8'))
    const { rowsPerTable } = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8'))
    expect(Object.fromEntries(tables.map(({ name, rows }) => [name, rows.length]))).toEqual(rowsPerTable)
    expect(tables.every(({ columns }) => columns.filter(({ key }) => key).length === 1)).toBe(true)
  })
})
