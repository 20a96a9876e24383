// The Windows helper's fixed questions to SQL Server, under Mono, to our own TDS peer: the same answers and the very statements
// of the TypeScript reader. Windows authentication and LocalDB cannot be had here.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ask } from '../../src/accounting/snelstart-desktop/database/database.ts'
import { toFingerprintStatement, toPageStatement } from '../../src/accounting/snelstart-desktop/database/statement.ts'
import type { SqlTable } from '../../src/accounting/snelstart-desktop/database/statement-table.ts'
import { toColumnType } from '../../src/accounting/snelstart-desktop/database/statement-table.ts'
import * as protocol from '../../src/accounting/snelstart-desktop/gateway/protocol.ts'
import { describeWith } from '../support/fixtures.ts'
import { compileHelper } from './gateway/compile.ts'
import { type RawHelper, startRawHelper } from './gateway/raw-helper.ts'
import { sampleAdministration } from './sample.ts'
import { type SqlServer, startSqlServer } from './tds/server.ts'

describeWith({ servers: ['mono'] }, 'the Windows helper and SQL Server', () => {
  let server: SqlServer
  let helper: RawHelper
  let tables: ReadonlyMap<string, SqlTable>
  const open = () => ({ ...door(), database: 'Proefwinkel BV', file: '' })
  const door = () => ({ server: `tcp:${server.host},${server.port}`, user: server.user, password: server.password })

  beforeAll(async () => {
    server = await startSqlServer({ databases: { 'Proefwinkel BV': sampleAdministration(), Andere: [] } })
    helper = await startRawHelper(protocol, { command: 'mono', args: [await compileHelper()] })
    await helper.ask('sql.open', open())
    const { columns } = (await helper.ask('sql.schema', {})) as { columns: [string, string, string][] }
    tables = toTables(columns)
  })
  afterAll(async () => {
    await helper.stop()
    await server.stop()
  })

  test('SNEL-2 the databases of a server are listed', async () => {
    expect(await helper.ask('sql.databases', door())).toEqual({ databases: ['Andere', 'Proefwinkel BV'] })
  })

  test('opening tells the version and the database', async () => {
    expect(await helper.ask('sql.open', open())).toMatchObject({
      version: expect.stringMatching(/^15\.0/),
      database: 'Proefwinkel BV',
    })
  })

  test('the schema names each column with its type', () => {
    expect(tables.get('tblRelatie')?.columns.get('fldnaam')?.dataType).toMatch(/char$/)
    expect(tables.get('tblArtikel')?.columns.get('fldverkoopprijs')?.type).toBe('money')
  })

  test('values come as the protocol says: money as text, flags, moments without a zone', async () => {
    const question = {
      table: 'tblInstelling',
      key: 'fldInstellingID',
      columns: [
        'fldAdministratieNaam',
        'fldVoorraadBeginDatum',
        'fldVerkoopprijsExclusiefBtw',
        'fldVolgendOrdernummer',
      ],
      where: [],
      after: null,
      limit: 10,
    }
    const row = ['Proefwinkel BV', '2026-01-01T00:00:00', true, 20_260_001]
    expect(await helper.ask('sql.rows', question)).toEqual({ rows: [row] })
    const prices = {
      ...question,
      table: 'tblArtikel',
      key: 'fldArtikelID',
      columns: ['fldVerkoopprijs', 'fldEenheid'],
      limit: 2,
    }
    expect(await helper.ask('sql.rows', prices)).toEqual({
      rows: [
        ['0.0000', null],
        ['10.0000', 'stuk'],
      ],
    })
  })

  const asks: readonly (readonly [string, Ask])[] = [
    ['everything', { table: 'tblLand', key: 'fldLandID', columns: ['fldLandID', 'fldNaam'] }],
    [
      'text, flags and none',
      {
        table: 'tblRelatie',
        key: 'fldRelatieID',
        columns: ['fldRelatiecode'],
        where: [
          { column: 'fldEmail', is: 'contains', value: "100%_[!]'; DROP TABLE x --" },
          { column: 'fldNonactief', is: 'equal', value: false },
          { column: 'fldNonactief', is: 'equal', value: null },
          { column: 'fldMemo', is: 'equal', value: null },
          { column: 'fldNaam', is: 'equal', value: 'Café ’t Hoekje 日本' },
          { column: 'fldFactuurkorting', is: 'atLeast', value: 2.5 },
        ],
      },
    ],
    [
      'amounts, moments, lists and alternatives',
      {
        table: 'tblVerkoopOrder',
        key: 'fldVerkoopOrderID',
        columns: ['fldDatum', 'fldKostenBedragA'],
        where: [
          { column: 'fldDatum', is: 'atLeast', value: '2026-01-01' },
          { column: 'fldDatum', is: 'atLeast', value: 'gisteren' },
          { column: 'fldKostenBedragA', is: 'equal', value: '4.95' },
          { column: 'fldKostenBedragA', is: 'equal', value: 'veel' },
          { column: 'fldRelatieID', is: 'oneOf', values: [1, 2, '3', 'x', 9_999_999_999] },
          { column: 'fldBetalingskenmerk', is: 'oneOf', values: [] },
          {
            anyOf: [
              { column: 'fldBetalingskenmerk', is: 'equal', value: '100' },
              { column: 'fldOrdernummer', is: 'atLeast', value: 5 },
            ],
          },
          { anyOf: [] },
        ],
      },
    ],
  ]
  test.each(asks)('a question says the statement of the TypeScript reader: %s', async (_, ask) => {
    const table = tables.get(ask.table)
    if (table === undefined) throw new Error(`no ${ask.table}`)
    for (const after of [null, 3]) {
      await helper.ask('sql.rows', { ...ask, where: ask.where ?? [], after, limit: 500 })
      const { text, parameters } = toPageStatement(table, ask, after, 500)
      const asked = server.asked.at(-1)
      expect(asked?.sql).toBe(text)
      expect(asked?.parameters.size).toBe(parameters.length)
      expect(parameters.map(({ name }) => asked?.parameters.get(name)).map(plain)).toEqual(
        parameters.map(({ value }) => plain(value)),
      )
    }
  })

  test('the fingerprint is that of the TypeScript reader, and changes with a row', async () => {
    const before = await helper.ask('sql.fingerprint', { tables: ['tblLand', 'tblArtikel'] })
    const wanted = ['tblLand', 'tblArtikel'].map((name) => toFingerprintStatement(tables.get(name) as SqlTable).text)
    expect(server.asked.slice(-2).map(({ sql }) => sql)).toEqual(wanted)
    expect(await helper.ask('sql.fingerprint', { tables: ['tblLand', 'tblArtikel'] })).toEqual(before)
  })

  test.each([
    ['table', { table: 'tblLand]; DROP TABLE tblLand --' }],
    ['column', { columns: ['fldNaam], 1 FROM [x'] }],
    ['key', { key: 'rowid' }],
    ['comparison', { where: [{ column: 'fldNaam', is: 'or 1=1', value: 1 }] }],
    ['limit', { limit: 0 }],
  ])('a %s that is not in the schema is a wrong request, and SQL Server never hears of it', async (_, change) => {
    const before = server.asked.length
    const question = {
      table: 'tblLand',
      key: 'fldLandID',
      columns: ['fldNaam'],
      where: [],
      after: null,
      limit: 5,
      ...change,
    }
    expect(await helper.refuse('sql.rows', question)).toMatchObject({ kind: 'request' })
    expect(server.asked).toHaveLength(before)
  })

  test('a refused user is a log-in, any other word of SQL Server a database error with its number', async () => {
    const other = await startRawHelper(protocol, { command: 'mono', args: [await compileHelper()] })
    expect(await other.refuse('sql.open', { ...open(), password: 'fout' })).toMatchObject({
      kind: 'login',
      code: '18456',
    })
    expect(await other.refuse('sql.open', { ...open(), database: 'Weg' })).toMatchObject({
      kind: 'database',
      code: '4060',
    })
    expect(await other.refuse('sql.fingerprint', { tables: [] })).toMatchObject({ kind: 'closed' })
    await other.ask('sql.open', open())
    server.misbehaviour.denied.add('tblLand')
    expect(await other.refuse('sql.fingerprint', { tables: ['tblLand'] })).toMatchObject({
      kind: 'database',
      code: '229',
    })
    server.misbehaviour.denied.clear()
    expect(await other.ask('sql.fingerprint', { tables: ['tblLand'] })).toMatchObject({
      fingerprint: expect.any(String),
    })
    await other.stop()
  })

  test('a line that is cut in the middle of a page is an error, and opening again goes on', async () => {
    const question = {
      table: 'tblRelatie',
      key: 'fldRelatieID',
      columns: ['fldNaam'],
      where: [],
      after: null,
      limit: 500,
    }
    server.misbehaviour.cutAfterRows = 10
    expect(await helper.refuse('sql.rows', question)).toMatchObject({ kind: 'database' })
    await helper.ask('sql.open', open())
    const { rows } = (await helper.ask('sql.rows', question)) as { rows: unknown[] }
    expect(rows).toHaveLength(500)
  })
})

/** Flags come over the line as numbers or booleans; text and numbers as they are. */
const plain = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value)

function toTables(columns: readonly [string, string, string][]): ReadonlyMap<string, SqlTable> {
  const tables = new Map<
    string,
    {
      name: string
      schema: string
      columns: Map<string, SqlTable['columns'] extends ReadonlyMap<string, infer C> ? C : never>
    }
  >()
  for (const [table, name, dataType] of columns) {
    const known = tables.get(table) ?? { name: table, schema: 'dbo', columns: new Map() }
    tables.set(table, known)
    known.columns.set(name.toLowerCase(), { name, dataType, type: toColumnType(dataType) })
  }
  return tables
}
