import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { CalendarDate } from '../../core/ids.ts'
import { orderId, profileId, sampleProfile } from '../contract/samples.ts'
import type { Migration } from '../migrations/migration.ts'
import { migrations } from '../migrations/migrations.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { openIn, testFolder } from './test-folder.ts'

const newest = migrations.at(-1)?.version ?? 0
const next: Migration = {
  version: newest + 1,
  sql: 'alter table profiles add column colour text; create table extra (a text)',
}
const failing: Migration = { version: newest + 2, sql: 'create table half (a text); insert into nowhere values (1)' }

async function filledFolder(): Promise<{ folder: string; path: string }> {
  const folder = testFolder()
  const store = openIn(folder)
  await store.profiles.add(sampleProfile())
  await store.close()
  return { folder, path: join(folder, 's-connect.db') }
}

const look = <Row>(path: string, sql: string): Row => {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    return { ...db.prepare(sql).get() } as Row
  } finally {
    db.close()
  }
}

test('numbers of migrations go up, each once', () => {
  const numbers = migrations.map(({ version }) => version)
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other))
})

test('a migration of a database with data makes a copy first, and the copy can be opened', async () => {
  const { folder, path } = await filledFolder()
  const db = openDatabase(path, { busyTimeoutMs: 100 })
  const copy = migrate(db, [...migrations, next], join(folder, 'copy'))
  db.close()
  expect(copy).toBe(join(folder, `copy-v${newest}.db`))
  expect(look(path, 'select id, colour from profiles')).toEqual({ id: 'shop-1', colour: null })
  expect(look(join(folder, `copy-v${newest}.db`), 'select count(*) as profiles from profiles')).toEqual({ profiles: 1 })
  expect(look(join(folder, `copy-v${newest}.db`), 'pragma user_version')).toEqual({ user_version: newest })
  expect(readdirSync(folder).filter((file) => file.includes('partial'))).toEqual([])
})

test('a new or up-to-date database is not copied', async () => {
  const { folder, path } = await filledFolder()
  const db = openDatabase(path, { busyTimeoutMs: 100 })
  expect(migrate(db, migrations, join(folder, 'copy'))).toBeNull()
  db.close()
  expect(readdirSync(folder)).toEqual(['s-connect.db'])
})

test('a migration that fails leaves the database as the one before it left it, and can be tried again', async () => {
  const { folder, path } = await filledFolder()
  const db = openDatabase(path, { busyTimeoutMs: 100 })
  const attempt = () => migrate(db, [...migrations, next, failing], join(folder, 'copy'))
  expect(attempt).toThrow()
  expect(attempt).toThrow()
  db.close()
  expect(look(path, 'pragma user_version')).toEqual({ user_version: newest + 1 })
  expect(look(path, "select count(*) as found from sqlite_schema where name = 'half'")).toEqual({ found: 0 })
  expect(look(path, 'select id from profiles')).toEqual({ id: 'shop-1' })
})

test('a database of a newer version is refused and nothing is touched', async () => {
  const { folder, path } = await filledFolder()
  const db = new DatabaseSync(path)
  db.exec('pragma user_version = 99; pragma journal_mode = delete')
  db.close()
  const before = readFileSync(path)
  const context = { path, version: 99, newest }
  expect(() => openIn(folder)).toThrow(expect.objectContaining({ code: 'store.newer', context }))
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['s-connect.db'])
})

test('orders, log and settings of version 1 stay, are counted by day and found by text', async () => {
  const folder = testFolder()
  const path = join(folder, 's-connect.db')
  const db = openDatabase(path, { busyTimeoutMs: 100 })
  migrate(db, migrations.slice(0, 1), join(folder, 'none'))
  db.script(versionOne)
  db.close()

  const store = openIn(folder)
  expect(readdirSync(folder)).toContain('s-connect-1970-01-01T00-00-00-000Z-v1.db')
  expect((await store.profiles.get(profileId))?.settings.sales).toEqual({ salesTemplate: 'Factuur' })
  expect(await store.inbox.perDay(profileId, '2026-01-01' as CalendarDate)).toEqual([
    { day: '2026-01-06', made: 1, skipped: 0, problem: 0, waiting: 0, amount: '12.34' },
  ])
  expect((await store.inbox.get(profileId, orderId('7')))?.state).toBe('problem')
  const found = await store.log.search({ level: 'extended', text: 'cafe de eend', limit: 9 })
  expect(found.map(({ id, data }) => [id, data['customer']])).toEqual([[1, 'Café de Ëend']])
  const byCode = await store.log.search({ level: 'normal', text: 'mislukt', codes: ['sale.x'], limit: 9 })
  expect(byCode.map(({ id }) => id)).toEqual([2])
  expect(await store.tasks.plans()).toEqual([])
})

const versionOne = `
insert into profiles values ('shop-1', 'Winkel', 'opencart', 'snelstart-online', 'order', '2026-01-01T00:00:00.000Z');
insert into settings values ('shop-1', 'sales', '{"salesTemplate":"Factuur"}');
insert into inbox values ('shop-1', '6', '6', 'done', '2026-01-05T23:30:00.000Z', 'Anna', '12.34', 'EUR', null, '[]',
  null, 'r', '9', null, 0, '2026-01-06T00:00:00.000Z', '2026-01-06T00:00:00.000Z');
insert into inbox_contents values ('shop-1', '6', 'current', '6', '{"orderDate":"2026-01-06"}', null, '{}', 'h');
insert into inbox values ('shop-1', '7', '7', 'problem', '', '', '', '', '{"code":"x","data":{}}', '[]',
  null, null, null, null, 0, '2026-01-06T00:00:00.000Z', '2026-01-06T00:00:00.000Z');
insert into inbox_contents values ('shop-1', '7', 'current', '7', null, '{"code":"x","data":{}}', '{}', 'h');
insert into log (at, profile, level, order_number, code, data) values
  ('2026-01-06T00:00:00.000Z', 'shop-1', 'normal', '6', 'order.made', '{"customer":"Café de Ëend"}'),
  ('2026-01-06T00:00:01.000Z', 'shop-1', 'normal', null, 'order.problem', '{"problem":"sale.x"}'),
  ('2026-01-06T00:00:02.000Z', 'shop-1', 'extended', null, 'run.end', '{}');
`
