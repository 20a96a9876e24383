import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Ask, Row } from '../../src/accounting/snelstart-desktop/database/database.ts'
import { describeWith, fixturesFolder } from '../support/fixtures.ts'
import { parseAdministration } from './administration-file.ts'
import { createFolder, everyColumn, everyRow, everyTable, never, open, readAll } from './mdb/try-out.ts'
import { type WriteOptions, writeMdb } from './mdb/write-mdb.ts'
import type { SampleTable } from './tables.ts'

const everything = { table: 'tblAlles', key: 'fldID' } as const

describeWith({ fixtures: ['snelstart-desktop/demo-bv.tsql.sql'] }, 'SNEL-3 the sample administration as .mdb', () => {
  const folder = join(fixturesFolder, 'snelstart-desktop')
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8')

  test.each(['Demo BV 2000', 'Demo BV 2003'])('‘%s’ has every table with every row and every value', async (name) => {
    const database = open(folder, name)
    const { rowsPerTable } = JSON.parse(text('expected.json')) as { rowsPerTable: Readonly<Record<string, number>> }
    const tables = parseAdministration(text('demo-bv.tsql.sql'))
    expect(tables).toHaveLength(44)
    expect((await database.schema(never)).size).toBe(44)
    for (const table of tables) {
      const rows = await readAll(database, askAll(table))
      expect(rows, table.name).toHaveLength(rowsPerTable[table.name] ?? -1)
      expect(rows, table.name).toEqual(table.rows.toSorted((a, b) => Number(a[keyOf(table)]) - Number(b[keyOf(table)])))
    }
  })

  test('says what it is', async () => {
    const said = await open(folder, 'demo bv 2003.mdb').describe(never)
    expect(said).toBe('‘Demo BV 2003’ (Access 2000/2003, 1268 kB)')
  })
})

const keyOf = (table: SampleTable): string => table.columns.find(({ key }) => key)?.name ?? ''
const askAll = (table: SampleTable): Ask => ({
  table: table.name,
  key: keyOf(table),
  columns: table.columns.map(({ name }) => name),
})

describe('reading an .mdb file', () => {
  test('SNEL-3 every kind of value comes as it was written, as often as it is asked', async () => {
    await using folder = await createFolder()
    const table = everyTable(400)
    writeMdb(join(folder.path, 'Zoë & Zn. B.V..MDB'), [everyTable(3, 'tblEerste'), table])
    const database = open(folder.path, 'Zoë & Zn. B.V.')
    for (const _ of [1, 2]) expect(await readAll(database, everything)).toEqual(table.rows)
    expect(await readAll(database, { table: 'tbleerste', key: 'fldID' })).toEqual(everyTable(3).rows)
  })

  test('SNEL-3 tables and columns are told as the file spells them, with their kinds', async () => {
    await using folder = await createFolder()
    writeMdb(join(folder.path, 'a.mdb'), [everyTable(1)])
    const table = (await open(folder.path, 'a').schema(never)).get('tblalles')
    expect(table?.name).toBe('tblAlles')
    const kinds = everyColumn.map(({ name, type }) => [
      name.toLowerCase(),
      { name, type: type === 'memo' ? 'text' : type },
    ])
    expect([...(table?.columns ?? [])]).toEqual(kinds)
  })

  test('SNEL-3 columns are named as the ask spells them', async () => {
    await using folder = await createFolder()
    writeMdb(join(folder.path, 'a.mdb'), [everyTable(2)])
    const rows = await readAll(open(folder.path, 'a'), {
      ...{ table: 'TBLALLES', key: 'FLDID' },
      columns: ['FLDWEBSHOP CODE', 'fldid'],
    })
    expect(rows.map((row) => Object.keys(row))).toEqual([
      ['FLDWEBSHOP CODE', 'fldid'],
      ['FLDWEBSHOP CODE', 'fldid'],
    ])
  })

  test('SNEL-3 pages hold at most 500 rows and together each row once', async () => {
    await using folder = await createFolder()
    writeMdb(join(folder.path, 'a.mdb'), [everyTable(4_321)])
    const ask = { ...everything, columns: ['fldID', 'fldNaam', 'fldDatum', 'fldAan', 'fldBedrag'] }
    for (const where of [[], [{ column: 'fldID', is: 'atLeast', value: 1 } as const]]) {
      const pages = await Array.fromAsync(open(folder.path, 'a').read({ ...ask, where }, never))
      expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(500)
      expect(new Set(pages.flat().map((row) => row['fldID'])).size).toBe(4_321)
      expect(pages.flat()).toHaveLength(4_321)
    }
  })

  test.each<[string, WriteOptions]>([
    ['removed rows and rows that have moved', { worn: true }],
    ['columns that were removed', { removed: { tblAlles: [1, 4, 8, 9] } }],
    ['an encoded file', { encoding: 0x1234abcd }],
    ['an encoded file with removed rows', { encoding: 7, worn: true }],
  ])('SNEL-3 gives the same rows with %s', async (_, options) => {
    await using folder = await createFolder()
    writeMdb(join(folder.path, 'a.mdb'), [everyTable(200)], options)
    const database = open(folder.path, 'a')
    expect(await readAll(database, everything)).toEqual(everyTable(200).rows)
    expect(await readAll(database, { ...everything, columns: ['fldDatum', 'fldID'] })).toEqual(
      everyTable(200).rows.map(({ fldDatum, fldID }) => ({ fldDatum, fldID })),
    )
  })

  test.each<[string, WriteOptions]>([
    ['', {}],
    [' and columns were removed', { removed: { tblAlles: [0, 2, 5, 11, 12, 13, 14, 15, 16] } }],
    [', in an encoded file', { encoding: 99, removed: { tblAlles: [0, 9, 11, 12, 13, 14, 15, 16] } }],
  ])('SNEL-3 rows from before columns were added have none of them%s', async (_, options) => {
    await using folder = await createFolder()
    for (const had of [1, 2, 4, 5, 7, 8]) {
      writeMdb(join(folder.path, 'a.mdb'), [everyTable(200)], { ...options, written: { tblAlles: had } })
      const added = everyColumn.slice(had).map(({ name, type }) => [name, type === 'boolean' ? false : null])
      const rows = everyTable(200).rows.map((row) => ({ ...row, ...Object.fromEntries(added) }))
      const database = open(folder.path, 'a')
      expect(await readAll(database, everything), `${had} columns`).toEqual(rows)
      for (const { name } of everyColumn) {
        const alone = await readAll(database, { ...everything, columns: ['fldID', name] })
        expect(alone, `${name} of ${had} columns`).toEqual(
          rows.map((row) => ({ fldID: row['fldID'], [name]: (row as Row)[name] })),
        )
      }
    }
  })

  test.each<[string, NonNullable<Ask['where']>, (row: Row) => boolean]>([
    ['nothing', [], () => true],
    ['a number', [{ column: 'fldid', is: 'equal', value: 7 }], (row) => row['fldID'] === 7],
    [
      'an amount as a number',
      [{ column: 'fldBedrag', is: 'equal', value: -12.34 }],
      (row) => row['fldBedrag'] === '-12.3400',
    ],
    [
      'a text, capitals and blanks behind',
      [{ column: 'fldNaam', is: 'equal', value: 'éÉN É ' }],
      (row) => row['fldNaam'] === 'Één é',
    ],
    ['nothing filled in', [{ column: 'fldNaam', is: 'equal', value: null }], (row) => row['fldNaam'] === null],
    ['a yes/no', [{ column: 'fldAan', is: 'equal', value: true }], (row) => row['fldAan'] === true],
    [
      'one of',
      [{ column: 'fldID', is: 'oneOf', values: [3, 190, 999] }],
      (row) => row['fldID'] === 3 || row['fldID'] === 190,
    ],
    ['none', [{ column: 'fldID', is: 'oneOf', values: [] }], () => false],
    [
      'from a moment on',
      [{ column: 'fldDatum', is: 'atLeast', value: '2024-02-29T00:00:00' }],
      (row) => String(row['fldDatum'] ?? '') >= '2024',
    ],
    [
      'from an amount on',
      [{ column: 'fldBedrag', is: 'atLeast', value: 0 }],
      (row) => Number(row['fldBedrag'] ?? -1) >= 0,
    ],
    [
      'a part of a long text',
      [{ column: 'fldMemo', is: 'contains', value: 'BABΩ' }],
      (row) => String(row['fldMemo']).endsWith('Ω'),
    ],
    [
      'either, and a third',
      [
        {
          anyOf: [
            { column: 'fldID', is: 'equal', value: 8 },
            { column: 'fldNaam', is: 'contains', value: 'zoë' },
          ],
        },
        { column: 'fldAan', is: 'equal', value: true },
      ],
      (row) => (row['fldID'] === 8 || /zoë/i.test(String(row['fldNaam']))) && row['fldAan'] === true,
    ],
  ])('SNEL-3 finds the rows by %s', async (_, where, expected) => {
    await using folder = await createFolder()
    writeMdb(join(folder.path, 'a.mdb'), [everyTable(200)], { worn: true })
    const rows = await readAll(open(folder.path, 'a'), { ...everything, where })
    expect(rows).toEqual(everyTable(200).rows.filter(expected))
  })

  test('SNEL-7 a fingerprint differs when a row of its tables does, long texts included, and not for another table', async () => {
    await using folder = await createFolder()
    const path = join(folder.path, 'a.mdb')
    const [one, other] = [everyTable(60, 'tblEen'), everyTable(60, 'tblAnder')]
    const marks = async () => {
      const database = open(folder.path, 'a')
      return {
        one: await database.fingerprint(['tblEen'], never),
        plain: await database.fingerprint(['tblPlat'], never),
      }
    }
    const plain = { name: 'tblPlat', columns: everyColumn.filter(({ type }) => type !== 'memo'), rows: one.rows }
    writeMdb(path, [plain, one, other])
    const before = await marks()
    expect(await marks()).toEqual(before)
    writeMdb(path, [plain, one, { ...other, rows: other.rows.with(5, { ...everyRow(6), fldAantal: 77 }) }])
    expect(await marks()).toEqual(before)
    writeMdb(path, [plain, { ...one, rows: one.rows.with(5, { ...everyRow(6), fldAan: false }) }, other])
    expect(await marks()).toEqual({ one: expect.not.stringMatching(before.one ?? ''), plain: before.plain })
    // As long as before, so that nothing but the page of the long text is another.
    expect(everyRow(1)['fldMemo']).toHaveLength(45_000)
    writeMdb(path, [
      plain,
      { ...one, rows: one.rows.with(0, { ...everyRow(1), fldMemo: 'lunG '.repeat(9_000) }) },
      other,
    ])
    expect((await marks()).one).not.toBe(before.one)
  })
})
