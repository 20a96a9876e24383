// What goes wrong with a SQL Server, and what the user is told: one code and its words for each, nothing lost and nothing double.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { sqlServerMessages } from '../../src/accounting/snelstart-desktop/database/sql-server/messages.ts'
import type { SqlServerSettings } from '../../src/accounting/snelstart-desktop/database/sql-server/sql-server.ts'
import type { Misbehaviour } from './tds/parts.ts'
import { everything, proefName, readAll, type SqlScene, startSqlScene, untilTheEnd } from './tds/scene.ts'
import { read } from './tds/told.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function start(rows = 4): Promise<SqlScene> {
  const scene = await startSqlScene({}, rows)
  stops.push(scene.stop)
  return scene
}

const wrongSettings: readonly (readonly [string, Partial<SqlServerSettings>, string, string, RegExp])[] = [
  ['a wrong password', { password: 'fout' }, 'desktop.sqlLogin', 'LoginRefused', /weigert gebruiker ‘S-Connect’/],
  ['an unknown user', { user: 'sa' }, 'desktop.sqlLogin', 'LoginRefused', /‘sa’/],
  [
    'an administration that is not there',
    { administration: 'Proef BV' },
    'desktop.sqlNoDatabase',
    'SettingsWrong',
    /Proef BV/,
  ],
  ['no user: Windows authentication', { user: '' }, 'desktop.sqlWindows', 'SettingsWrong', /Windows-account/],
  [
    'a computer that nobody knows',
    { server: 'nergens.invalid' },
    'desktop.sqlServerNotFound',
    'ConnectionFailed',
    /nergens/,
  ],
  [
    'a computer where no SQL Server listens',
    { server: '127.0.0.1,1' },
    'desktop.sqlRefused',
    'ConnectionFailed',
    /127.0.0.1,1/,
  ],
  ['LocalDB', { server: '(localdb)\\snelstart' }, 'desktop.sqlLocalDb', 'SettingsWrong', /lokale administratie/],
  ['a named pipe', { server: 'np:\\\\KANTOOR\\pipe\\sql\\query' }, 'desktop.sqlPipe', 'SettingsWrong', /TCP\/IP/],
  ['no name at all', { server: ' ' }, 'desktop.sqlServerName', 'SettingsWrong', /geen naam/],
]

test('SNEL-6 every code that is thrown has its words, and there are no words for others', () => {
  const source = join(import.meta.dirname, '../../src')
  const folders = ['net', 'accounting/snelstart-desktop/database', 'accounting/snelstart-desktop/database/sql-server']
  const files = folders.flatMap((folder) => readdirSync(join(source, folder)).map((name) => join(source, folder, name)))
  const texts = files
    .filter((file) => /\.ts$/.test(file) && !/(messages|test)\.ts$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
  const thrown = new Set(texts.flatMap((text) => text.match(/desktop\.sql\w+/g) ?? []))
  expect(Object.keys(sqlServerMessages).toSorted()).toEqual([...thrown].toSorted())
})

describe('SNEL-6 settings that do not fit', () => {
  for (const [what, settings, code, kind, words] of wrongSettings) {
    test(`${what} is told as ${code}`, async () => {
      const scene = await start()
      const told = await read(scene.connect(settings).schema(untilTheEnd()))
      expect(told).toMatchObject({ code, kind, text: expect.stringMatching(words) })
      // Nobody waits for attempts that cannot help, nor is an account locked by them.
      expect(scene.server.logIns()).toBeLessThanOrEqual(1)
    })
  }

  test('the name of an administration may be typed in other capitals', async () => {
    const scene = await start()
    const database = scene.connect({ administration: proefName.toUpperCase() })
    expect(await readAll(database, everything)).toHaveLength(4)
  })
})

type Doing = (misbehaviour: Misbehaviour, scene: SqlScene) => void
const refusals: readonly (readonly [string, Doing, string, string, RegExp])[] = [
  [
    'an expired password',
    (server) => Object.assign(server, { refuses: 18487 }),
    'desktop.sqlPassword',
    'LoginRefused',
    /verlopen/,
  ],
  [
    'a server that is starting',
    (server) => Object.assign(server, { refuses: 18401 }),
    'desktop.sqlNotReady',
    'ConnectionFailed',
    /start op/,
  ],
  [
    'a table that may not be read',
    (server) => server.denied.add('tblProef'),
    'desktop.sqlNoRight',
    'LoginRefused',
    /‘tblProef’/,
  ],
  [
    'a column that goes away after it was looked up',
    (server, scene) =>
      Object.assign(server, {
        before: (sql: string) => sql.includes('TOP') && scene.server.databases[proefName]?.drop('tblProef', 'fldPrijs'),
      }),
    'desktop.sqlMissing',
    'UnexpectedAnswer',
    /‘fldPrijs’/,
  ],
  [
    'a table that goes away after it was looked up',
    (server, scene) =>
      Object.assign(server, {
        before: (sql: string) => sql.includes('TOP') && scene.server.databases[proefName]?.drop('tblProef'),
      }),
    'desktop.sqlMissing',
    'UnexpectedAnswer',
    /tblProef/,
  ],
  ['a deadlock', (server) => Object.assign(server, { fails: 1205 }), 'desktop.sqlBusy', 'ConnectionFailed', /bezet/],
  [
    'an error that we know nothing of',
    (server) => Object.assign(server, { fails: 823 }),
    'desktop.sqlAnswer',
    'UnexpectedAnswer',
    /823/,
  ],
]

describe('SNEL-7 a server that refuses', () => {
  for (const [what, misbehave, code, kind, words] of refusals) {
    test(`${what} is told as ${code}`, async () => {
      const scene = await start()
      misbehave(scene.server.misbehaviour, scene)
      const told = await read(readAll(scene.connect(), everything))
      expect(told).toMatchObject({ code, kind, text: expect.stringMatching(words) })
    })
  }

  test('a table that the administration has not is told by its name', async () => {
    const scene = await start()
    const told = await read(readAll(scene.connect(), { ...everything, table: 'tblRelatie' }))
    expect(told).toMatchObject({ code: 'desktop.sqlMissing', text: expect.stringContaining('‘tblRelatie’') })
  })
})
