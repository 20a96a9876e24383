import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { sampleProfile } from '../contract/samples.ts'
import type { Migration } from '../migrations/migration.ts'
import { migrations } from '../migrations/migrations.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { openIn, testFolder } from './test-folder.ts'

const second: Migration = {
  version: 2,
  sql: 'alter table profiles add column colour text; create table extra (a text)',
}
const failing: Migration = { version: 3, sql: 'create table half (a text); insert into nowhere values (1)' }

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

test('numbers of migrations go up by one from 1', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})

test('a migration of a database with data makes a copy first, and the copy can be opened', async () => {
  const { folder, path } = await filledFolder()
  const db = openDatabase(path, { busyTimeoutMs: 100 })
  const copy = migrate(db, [...migrations, second], join(folder, 'copy'))
  db.close()
  expect(copy).toBe(join(folder, 'copy-v1.db'))
  expect(look(path, 'select id, colour from profiles')).toEqual({ id: 'shop-1', colour: null })
  expect(look(join(folder, 'copy-v1.db'), 'select count(*) as profiles from profiles')).toEqual({ profiles: 1 })
  expect(look(join(folder, 'copy-v1.db'), 'pragma user_version')).toEqual({ user_version: 1 })
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
  const attempt = () => migrate(db, [...migrations, second, failing], join(folder, 'copy'))
  expect(attempt).toThrow()
  expect(attempt).toThrow()
  db.close()
  expect(look(path, 'pragma user_version')).toEqual({ user_version: 2 })
  expect(look(path, "select count(*) as found from sqlite_schema where name = 'half'")).toEqual({ found: 0 })
  expect(look(path, 'select id from profiles')).toEqual({ id: 'shop-1' })
})

test('a database of a newer version is refused and nothing is touched', async () => {
  const { folder, path } = await filledFolder()
  const db = new DatabaseSync(path)
  db.exec('pragma user_version = 99; pragma journal_mode = delete')
  db.close()
  const before = readFileSync(path)
  const context = { path, version: 99, newest: migrations.length }
  expect(() => openIn(folder)).toThrow(expect.objectContaining({ code: 'store.newer', context }))
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['s-connect.db'])
})
