// The list of statements for people (STATEMENTS.md) against what really goes over the line.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Ask } from '../../src/accounting/snelstart-desktop/database/database.ts'
import { listDatabases } from '../../src/accounting/snelstart-desktop/database/sql-server/sql-server.ts'
import type { Administration, SampleColumn } from './tables.ts'
import { readAll, type SqlScene, startSqlScene, untilTheEnd } from './tds/scene.ts'
import type { Value } from './tds/values.ts'

const folder = join(import.meta.dirname, '../../src/accounting/snelstart-desktop/database/sql-server')

let scene: SqlScene
afterEach(() => scene.stop())

const column = (name: string, type: SampleColumn['type'], key = false): SampleColumn => ({ name, type, key })
const tblRelatie = [
  column('fldRelatieID', 'integer', true),
  column('fldNaam', 'text'),
  column('fldMemo', 'memo'),
  column('fldKredietLimiet', 'money'),
  column('fldFactuurkorting', 'float'),
  column('fldNonactief', 'boolean'),
]
const tblVerkoopOrder = [
  column('fldVerkoopOrderID', 'integer', true),
  column('fldDatum', 'moment'),
  column('fldBetalingskenmerk', 'text'),
]
const rows = Array.from({ length: 501 }, (_, index) => ({ fldRelatieID: index + 1, fldNonactief: false }))
const administration: Administration = [
  { name: 'tblRelatie', columns: tblRelatie, rows },
  { name: 'tblVerkoopOrder', columns: tblVerkoopOrder, rows: [] },
]

const relations: Ask = { table: 'tblRelatie', key: 'fldRelatieID', columns: tblRelatie.map(({ name }) => name) }
const orders: Ask = { table: 'tblVerkoopOrder', key: 'fldVerkoopOrderID', columns: ['fldDatum'] }
/** In the order of the list. */
const asks: readonly Ask[] = [
  relations,
  { ...relations, columns: ['fldNaam'], where: [{ column: 'fldNaam', is: 'equal', value: 'Bakker' }] },
  { ...relations, columns: ['fldNaam'], where: [{ column: 'fldNaam', is: 'equal', value: null }] },
  { ...relations, columns: ['fldNaam'], where: [{ column: 'fldNonactief', is: 'equal', value: false }] },
  { ...relations, columns: ['fldNaam'], where: [{ column: 'fldFactuurkorting', is: 'equal', value: 2.5 }] },
  { ...relations, columns: ['fldNaam'], where: [{ column: 'fldKredietLimiet', is: 'atLeast', value: '100.50' }] },
  { ...relations, columns: ['fldNaam'], where: [{ column: 'fldRelatieID', is: 'oneOf', values: [4, 9] }] },
  { ...relations, columns: ['fldNaam'], where: [{ column: 'fldRelatieID', is: 'oneOf', values: [] }] },
  {
    ...relations,
    columns: ['fldNaam'],
    where: [
      {
        anyOf: [
          { column: 'fldNaam', is: 'contains', value: '100%' },
          { column: 'fldMemo', is: 'contains', value: 'web' },
        ],
      },
    ],
  },
  { ...orders, where: [{ column: 'fldDatum', is: 'atLeast', value: '2026-01-01' }] },
]

/** `@p1 = 4, @p2 = 'Bakker'`; '' where there are none. */
const toWords = (parameters: ReadonlyMap<string, Value>): string =>
  [...parameters].map(([name, value]) => `${name} = ${typeof value === 'string' ? `'${value}'` : value}`).join(', ')

test('SNEL-7 STATEMENTS.md lists every form of statement that is sent, and nothing else', async () => {
  scene = await startSqlScene({ databases: { 'Demo BV': administration } })
  const { user, password, asked } = scene.server
  await listDatabases({ server: scene.address, user, password, encryption: 'off' }, {}, untilTheEnd())
  const database = scene.connect()
  await database.describe(untilTheEnd())
  for (const ask of asks) await readAll(database, ask)
  await database.fingerprint(['tblRelatie'], untilTheEnd())
  const sent = asked.map(({ sql, parameters }) => [sql.replaceAll('\n', ' '), toWords(parameters)] as const)
  const list = readFileSync(join(folder, 'STATEMENTS.md'), 'utf8')
  const listed = [...list.matchAll(/^\| [^|]+ \| `([^`]+)` \| (?:`([^`]+)`)? *\|$/gm)].map(
    ([, sql = '', words = '']) => [sql, words] as const,
  )
  const firstTimes = sent.filter(([sql], index) => sent.findIndex(([other]) => other === sql) === index)
  expect(listed).toEqual(firstTimes)
})

test('SNEL-7 nothing but SELECT is ever sent, apart from the settings of the session', async () => {
  scene = await startSqlScene({ databases: { 'Demo BV': administration } })
  const database = scene.connect()
  for (const ask of asks) await readAll(database, ask)
  await database.fingerprint(['tblRelatie', 'tblVerkoopOrder'], untilTheEnd())
  for (const { sql } of scene.server.asked)
    expect(sql).toMatch(/^(SELECT |set ansi_nulls on\n(set [a-z0-9_ ]+(\n|$))+$)/)
})
