// A database read through the Windows helper, against a helper that says what a test tells it to.
import { expect, test } from 'vitest'
import type { Row } from '../../src/accounting/snelstart-desktop/database/database.ts'
import { listHelperDatabases, openHelperDatabase } from '../../src/accounting/snelstart-desktop/database/helper.ts'
import { createHelper } from '../../src/accounting/snelstart-desktop/gateway/helper.ts'
import { type Behaviour, scriptedHelper as startScripted } from './scripted-helper.ts'

const scriptedHelper = (starts: readonly Behaviour[]) => startScripted(starts, (command) => createHelper(command))
const never = new AbortController().signal
const local = {
  server: '(localdb)\\snelstart',
  database: '',
  file: 'C:\\Administraties\\Demo BV.mdf',
  user: '',
  password: '',
} as const

const columns = [
  ['tblArtikel', 'fldArtikelID', 'int'],
  ['tblArtikel', 'fldArtikelcode', 'nvarchar'],
  ['tblArtikel', 'fldVerkoopprijs', 'decimal'],
  ['tblArtikel', 'fldNonActief', 'bit'],
  ['tblArtikel', 'fldGewicht', 'float'],
  ['tblArtikel', 'fldGewijzigd', 'datetime'],
  ['tblArtikel', 'fldFoto', 'varbinary'],
]
const asked = ['fldArtikelID', 'fldArtikelcode', 'fldVerkoopprijs', 'fldNonActief', 'fldGewicht', 'fldGewijzigd']
/** The key stands last, and once. */
const row = (key: number): readonly unknown[] => [`A${key}`, '12.5000', true, 0.5, '2026-01-02T03:04:05', key]
const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => row(from + index))

const openDatabase = async (on: Behaviour['on'] = {}, later: readonly Behaviour[] = []) => {
  const scripted = await scriptedHelper([{ on: { 'sql.schema': [{ answer: { columns } }], ...on } }, ...later])
  return { ...scripted, database: openHelperDatabase(local, scripted.helper) }
}
const readAll = async (
  database: ReturnType<typeof openHelperDatabase>,
  where?: { column: string; is: 'equal'; value: string },
) => {
  const ask = {
    table: 'tblArtikel',
    key: 'fldArtikelID',
    columns: asked,
    ...(where === undefined ? {} : { where: [where] }),
  }
  return (await Array.fromAsync(database.read(ask, never))).flat()
}

test('SNEL-1 the schema is looked up once, with the kinds of the columns', async () => {
  const { database, heard } = await openDatabase()
  const schema = await database.schema(never)
  expect(schema.get('tblartikel')?.columns.get('fldverkoopprijs')).toMatchObject({
    name: 'fldVerkoopprijs',
    type: 'money',
  })
  expect(schema.get('tblartikel')?.columns.get('fldfoto')).toMatchObject({ type: 'other' })
  await database.schema(never)
  expect(heard().map(({ call }) => call)).toEqual(['sql.open', 'sql.schema'])
  expect(heard()[0]?.question).toEqual(local)
})

test('every row comes once, in pages by key, as the columns were asked', async () => {
  const { database, heard } = await openDatabase({
    'sql.rows': [[{ answer: { rows: rows(-1, 498) } }], [{ answer: { rows: rows(499, 500) } }]],
  })
  const where = { column: 'fldArtikelcode', is: 'equal', value: 'x' } as const
  const read = await readAll(database, where)
  expect(read).toHaveLength(502)
  expect(read[2]).toEqual({
    fldArtikelID: 1,
    fldArtikelcode: 'A1',
    fldVerkoopprijs: '12.5000',
    fldNonActief: true,
    fldGewicht: 0.5,
    fldGewijzigd: '2026-01-02T03:04:05',
  } satisfies Row)
  const questions = heard().filter(({ call }) => call === 'sql.rows')
  expect(questions.map(({ question }) => question)).toMatchObject([
    { table: 'tblArtikel', columns: [...asked.slice(1), 'fldArtikelID'], after: null, limit: 500, where: [where] },
    { table: 'tblArtikel', after: 498, limit: 500, where: [where] },
  ])
})

test('a helper that dies in the middle is started and opened again by itself, and the reading goes on where it was', async () => {
  const plain = { 'sql.rows': [{ answer: { rows: rows(501, 503) } }] }
  const { database, heard } = await openDatabase({ 'sql.rows': [[{ answer: { rows: rows(1, 500) } }], [{ die: 1 }]] }, [
    { on: plain },
  ])
  expect((await readAll(database)).map((one) => one['fldArtikelID'])).toEqual(rows(1, 503).map((one) => one.at(-1)))
  const calls = heard().map(({ call }) => call)
  expect(calls).toEqual(['sql.open', 'sql.schema', 'sql.rows', 'sql.rows', 'sql.open', 'sql.rows'])
})

test('a helper that dies every time is said, and the next reading tries again', async () => {
  const dies = { 'sql.schema': [{ answer: { columns } }], 'sql.rows': [{ die: 1 }] }
  const { database, processes } = await openDatabase(dies, [
    { on: dies },
    { on: { 'sql.rows': [{ answer: { rows: [] } }] } },
  ])
  await expect(readAll(database)).rejects.toMatchObject({ code: 'gateway.died', sent: false })
  expect(processes()).toHaveLength(2)
  expect(await readAll(database)).toEqual([])
})

test.each([
  ['a page that does not go on', [rows(1, 500), rows(1, 500)]],
  ['a page that goes back', [[row(2), row(1)]]],
  ['a row with a cell too few', [[row(1).slice(1)]]],
  ['a key that is no number', [[[...row(1).slice(0, -1), 'x']]]],
  ['money that is a number', [[row(1).with(1, 12.5)]]],
  ['more rows than asked', [rows(1, 501)]],
])('%s is no answer', async (_, pages) => {
  const { database } = await openDatabase({ 'sql.rows': pages.map((page) => [{ answer: { rows: page } }]) })
  await expect(readAll(database)).rejects.toMatchObject({ code: 'desktop.sqlAnswer' })
})

test('a table that is not there is named before the helper is asked', async () => {
  const { database, heard } = await openDatabase()
  const reading = Array.fromAsync(database.read({ table: 'tblNieuw', key: 'a', columns: [] }, never))
  await expect(reading).rejects.toMatchObject({ code: 'desktop.sqlMissing', context: { object: 'tblNieuw' } })
  await expect(database.fingerprint(['tblNieuw'], never)).rejects.toMatchObject({ code: 'desktop.sqlMissing' })
  expect(heard().map(({ call }) => call)).toEqual(['sql.open', 'sql.schema'])
})

test('the fingerprint and the words for the connection test come from the helper', async () => {
  const { database, heard } = await openDatabase()
  expect(await database.fingerprint(['tblartikel'], never)).toBe('f')
  expect(heard().at(-1)?.question).toEqual({ tables: ['tblArtikel'] })
  expect(await database.describe(never)).toBe('‘Demo BV’ (SQL Server 2019, 15.00.2000)')
  expect(database.calls()).toBe(3)
})

const localDb = (code: number) => String((0x89c50000 + code) | 0)
test.each([
  [
    'the instance is not there',
    localDb(0x07),
    'Local Database Runtime error occurred.',
    'desktop.localMissing',
    'never',
  ],
  ['LocalDB is not installed', localDb(0x16), 'Local Database Runtime.', 'desktop.localMissing', 'never'],
  ['the instance does not start', localDb(0x0a), 'Local Database Runtime.', 'desktop.localNotStarted', 'soon'],
  [
    'a server that is not there says so in words',
    '-1',
    'LocalDB instance does not exist',
    'desktop.localMissing',
    'never',
  ],
  [
    'the file is open elsewhere',
    '5120',
    'Unable to open the physical file. Operating system error 32',
    'desktop.localInUse',
    'soon',
  ],
  ['the same in Dutch', '5120', 'Besturingssysteemfout 32: ‘het bestand is in gebruik’', 'desktop.localInUse', 'soon'],
  ['one user at a time', '924', 'Database is already open and can only have one user', 'desktop.localInUse', 'soon'],
  [
    'the file may not be read',
    '5120',
    'Operating system error 5: "Toegang geweigerd"',
    'desktop.localForbidden',
    'never',
  ],
  ['the file is gone', '5120', 'Operating system error 2: "not found"', 'desktop.localFileMissing', 'never'],
  ['the file is newer', '948', 'it is version 904. This server supports version 852', 'desktop.localTooNew', 'never'],
  ['the file is newer, said behind', '1813', 'version 904. This server supports 852', 'desktop.localTooNew', 'never'],
  ['the file is no database', '5171', 'is not a primary database file', 'desktop.localNotDatabase', 'never'],
  ['no right to read', '229', 'The SELECT permission was denied', 'desktop.sqlNoRight', 'never'],
  ['the server is not there', '53', 'A network-related error', 'desktop.sqlUnreachable', 'soon'],
  ['the server went away', '-2', 'Timeout expired', 'desktop.sqlUnreachable', 'soon'],
  ['anything else', '8134', 'Divide by zero', 'desktop.sqlAnswer', 'later'],
])('SNEL-6 %s', async (_, number, text, code, retry) => {
  const { database } = await openDatabase({ 'sql.open': [{ error: { kind: 'database', text, code: number } }] })
  await expect(database.schema(never)).rejects.toMatchObject({ code, retry })
})

test('SNEL-2 databases of a server, and a log-in that it refuses', async () => {
  const { helper } = await scriptedHelper([
    {
      on: {
        'sql.databases': [
          [{ answer: { databases: ['Demo BV'] } }],
          [{ error: { kind: 'login', text: 'Login failed', code: '18456' } }],
        ],
      },
    },
  ])
  const server = { server: 'PC\\SNELSTART', user: 'lezer', password: 'p' }
  expect(await listHelperDatabases(server, helper, never)).toEqual(['Demo BV'])
  await expect(listHelperDatabases(server, helper, never)).rejects.toMatchObject({ code: 'desktop.sqlLogin' })
})
