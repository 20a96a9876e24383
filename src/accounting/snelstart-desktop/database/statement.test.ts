import { describe, expect, test } from 'vitest'
import type { Ask, Condition } from './database.ts'
import { readCell } from './read-cell.ts'
import { splitAsk } from './split-ask.ts'
import { toSqlSchema } from './sql-server/schema.ts'
import { toFingerprintStatement, toPageStatement } from './statement.ts'
import type { SqlTable } from './statement-table.ts'

const columns = [
  ['ID', 'bigint'],
  ['Naam', 'nvarchar'],
  ['Oud', 'ntext'],
  ['Bedrag', 'money'],
  ['Klein', 'smallmoney'],
  ['Prijs', 'decimal'],
  ['Getal', 'real'],
  ['Dag', 'date'],
  ['Vlag', 'bit'],
  ['Plaatje', 'image'],
  ['Vreemd ] naam', 'int'],
] as const

const table: SqlTable = (() => {
  const found = toSqlSchema(columns.map(([name, type]) => ['dbo', 'tblProef', name, type])).get('tblproef')
  if (found === undefined) throw new Error('no table')
  return found
})()

const ask: Ask = { table: 'tblProef', key: 'ID', columns: ['Naam'] }
const where = (...conditions: Condition[]) => toPageStatement(table, { ...ask, where: conditions }, null, 500)
const conditionOf = (condition: Condition): string => / WHERE (.*) ORDER BY /.exec(where(condition).text)?.[1] ?? ''

describe('SNEL-2 a question as T-SQL', () => {
  test('names stand in brackets, whatever is in them, and the key behind what was asked', () => {
    const { text } = toPageStatement(table, { ...ask, columns: ['vreemd ] naam', 'id'] }, null, 10)
    expect(text).toBe('SELECT TOP (10) [Vreemd ]] naam], [ID], [ID] AS [after] FROM [dbo].[tblProef] ORDER BY [ID]')
  })

  test('a value is a parameter, never part of the text', () => {
    const { text, parameters } = where({ column: 'Naam', is: 'equal', value: "'; DROP TABLE tblRelatie --" })
    expect(text).not.toContain('DROP')
    expect(parameters).toEqual([{ name: '@p1', type: 'nvarchar(4000)', value: "'; DROP TABLE tblRelatie --" }])
  })

  test('amounts are selected as text with all their decimals, moments in a form without language', () => {
    const { text } = toPageStatement(table, { ...ask, columns: ['Bedrag', 'Klein', 'Prijs', 'Dag'] }, null, 10)
    expect(text).toContain(
      'CONVERT(varchar(40), [Bedrag], 2), CONVERT(varchar(40), [Klein], 2), CAST([Prijs] AS varchar(40)), CONVERT(varchar(19), [Dag], 126)',
    )
  })

  test('the next page begins behind a key of the column’s own type', () => {
    const { text, parameters } = toPageStatement(table, ask, 5_000_000_000, 500)
    expect(text).toContain('WHERE [ID] > @p1 ORDER BY [ID]')
    expect(parameters).toEqual([{ name: '@p1', type: 'bigint', value: 5_000_000_000 }])
  })

  test('old long texts are compared as new ones, and signs of a pattern as themselves', () => {
    const { text, parameters } = where({ column: 'Oud', is: 'contains', value: '50%_[!' })
    expect(text).toContain("CAST([Oud] AS nvarchar(max)) COLLATE Latin1_General_CI_AS LIKE @p1 ESCAPE '!'")
    expect(parameters[0]?.value).toBe('%50!%!_![!!%')
  })

  const impossible: readonly Condition[] = [
    { column: 'Vreemd ] naam', is: 'equal', value: 'geen getal' },
    { column: 'Vreemd ] naam', is: 'equal', value: '' },
    { column: 'Vreemd ] naam', is: 'equal', value: 1.5 },
    { column: 'Getal', is: 'atLeast', value: 'veel' },
    { column: 'Prijs', is: 'equal', value: '1,50' },
    { column: 'Dag', is: 'atLeast', value: '1 januari' },
    { column: 'Vlag', is: 'equal', value: null },
    { column: 'Naam', is: 'oneOf', values: [] },
    { column: 'Vreemd ] naam', is: 'oneOf', values: ['a', 'b'] },
  ]
  for (const condition of impossible) {
    test(`no row is asked for where ${JSON.stringify(condition)}`, () => {
      expect(conditionOf(condition)).toBe('1 = 0')
      expect(where(condition).parameters).toEqual([])
    })
  }

  test('a column that nobody can read as text or number, or that is not there, is a mistake of ours', () => {
    expect(() => toPageStatement(table, { ...ask, columns: ['Plaatje'] }, null, 1)).toThrow(/not read/)
    expect(() => toPageStatement(table, { ...ask, columns: ['Weg'] }, null, 1)).toThrow(/has not/)
  })

  test('a fingerprint leaves out what cannot be compared, and takes amounts as text', () => {
    const { text } = toFingerprintStatement(table)
    expect(text).not.toMatch(/Plaatje|Oud/)
    expect(text).toContain('CHECKSUM_AGG(BINARY_CHECKSUM([ID], [Naam], CONVERT(varchar(40), [Bedrag], 2)')
  })
})

test('SNEL-2 of tables with one name the one in dbo counts, whichever comes first', () => {
  const rows = [
    ['oud', 'tblRelatie', 'a', 'int'],
    ['dbo', 'tblRelatie', 'b', 'int'],
    ['oud', 'tblRelatie', 'c', 'int'],
  ]
  for (const order of [rows, rows.toReversed()]) {
    const found = toSqlSchema(order).get('tblrelatie')
    expect([found?.schema, [...(found?.columns.keys() ?? [])]]).toEqual(['dbo', ['b']])
  }
})

describe('SNEL-2 a value that SQL Server gave', () => {
  const column = (name: string) =>
    table.columns.get(name.toLowerCase()) ?? { name, type: 'other' as const, dataType: '' }
  const values: readonly (readonly [string, unknown, unknown])[] = [
    ['ID', '9007199254740991', 9_007_199_254_740_991],
    ['Naam', ' Zwart ', ' Zwart '],
    ['Bedrag', '-0.0100', '-0.0100'],
    ['Getal', 0.10000000149011612, 0.1],
    ['Dag', '2026-01-02', '2026-01-02T00:00:00'],
    ['Vlag', null, false],
    ['Vlag', true, true],
    ['Naam', null, null],
  ]
  for (const [name, given, wanted] of values) {
    test(`${String(given)} of ${name} is ${String(wanted)}`, () => expect(readCell(column(name), given)).toBe(wanted))
  }

  test('of another kind than its column is refused', () => {
    for (const [name, given] of [
      ['ID', '9007199254740993'],
      ['Naam', 5],
      ['Getal', '0.1'],
    ] as const) {
      expect(() => readCell(column(name), given)).toThrow(expect.objectContaining({ code: 'desktop.sqlAnswer' }))
    }
  })
})

function valuesOf({ where: [, one] = [] }: Ask): readonly (string | number)[] {
  return one !== undefined && !('anyOf' in one) && one.is === 'oneOf' ? one.values : []
}

test('SNEL-2 only a long list that stands by itself is divided, and no value comes in two parts', () => {
  const values = Array.from({ length: 1_001 }, (_, index) => `K${index}`)
  const long: Condition = { column: 'Naam', is: 'oneOf', values: [...values, 'k0 ', 'K7'] }
  const other: Condition = { column: 'Vlag', is: 'equal', value: true }
  const parts = splitAsk({ ...ask, where: [other, long] })
  expect(parts.map(({ where: one }) => one?.[0])).toEqual([other, other, other])
  const all = parts.flatMap(valuesOf)
  expect(all).toHaveLength(1_001)
  expect(new Set(all.map((value) => String(value).trim().toLowerCase())).size).toBe(1_001)
  expect(splitAsk({ ...ask, where: [{ anyOf: [long] }] })).toHaveLength(1)
  expect(splitAsk(ask)).toEqual([ask])
})
