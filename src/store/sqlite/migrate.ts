// Brings a database to the newest shape: first a copy of the file where it holds data, then each migration in a transaction of
// its own (Kysely's migrator has none on SQLite). A database of a newer version is left exactly as it is.
import { chmodSync, closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { StoreFailed } from '../../core/failures.ts'
import type { Migration } from '../migrations/migration.ts'
import type { Database } from './database.ts'
import { withFailures } from './failures.ts'

/** 'SCon' as a number, so that another program's database is recognised as such. */
const applicationId = 0x53436f6e

/** Looks without writing. Throws StoreFailed 'store.newer', 'store.damaged'. */
export function checkVersion(path: string, migrations: readonly Migration[], busyTimeoutMs: number): void {
  if (!existsSync(path) || statSync(path).size === 0) return
  const found = withFailures(path, () =>
    existsSync(`${path}-wal`) ? askVersions(path, busyTimeoutMs) : readVersions(path),
  )
  if (found.application !== applicationId && found.schema !== 0)
    throw new StoreFailed('store.damaged', `the file is no database of S-Connect: ${path}`, { path })
  refuseNewer(found.version, migrations, path)
}

type Versions = { readonly application: number; readonly schema: number; readonly version: number }

/** From the file's header (https://sqlite.org/fileformat.html#the_database_header): opening it would make files beside it. */
function readVersions(path: string): Versions {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, header)
  } finally {
    closeSync(file)
  }
  if (!header.subarray(0, 16).equals(Buffer.from('SQLite format 3\0')))
    throw new StoreFailed('store.damaged', `the file is no database: ${path}`, { path })
  return { application: header.readInt32BE(68), schema: header.readInt32BE(40), version: header.readInt32BE(60) }
}

/** With a write-ahead log beside it, the header may be out of date. */
function askVersions(path: string, timeout: number): Versions {
  const connection = new DatabaseSync(path, { readOnly: true, timeout })
  try {
    const pragma = (name: string) => Number(connection.prepare(`pragma ${name}`).get()?.[name])
    return {
      application: pragma('application_id'),
      schema: pragma('schema_version'),
      version: pragma('user_version'),
    }
  } finally {
    connection.close()
  }
}

/** Safe to repeat, and for two processes at once. Gives the path of the copy it made, or null. */
export function migrate(database: Database, migrations: readonly Migration[], backupName: string): string | null {
  const from = versionOf(database)
  refuseNewer(from, migrations, database.path)
  const missing = migrations.filter((migration) => migration.version > from)
  if (missing.length === 0) return null
  const backup = from === 0 ? null : backUp(database, `${backupName}-v${from}.db`)
  for (const migration of missing) step(database, migration, migrations)
  return backup
}

function step(database: Database, migration: Migration, migrations: readonly Migration[]): void {
  database.write(() => {
    // Another process may have been faster.
    const version = versionOf(database)
    refuseNewer(version, migrations, database.path)
    if (version >= migration.version) return
    database.script(migration.sql)
    database.script(`pragma application_id = ${applicationId}; pragma user_version = ${migration.version}`)
  })
}

function versionOf(database: Database): number {
  const query = sql<{ user_version: number }>`pragma user_version`
  return database.first({ compile: () => query.compile(database.queries) })?.user_version ?? 0
}

function backUp(database: Database, path: string): string {
  return withFailures(path, () => {
    const partial = `${path}.partial`
    rmSync(partial, { force: true })
    database.script(`vacuum into '${partial.replaceAll("'", "''")}'`)
    chmodSync(partial, 0o600)
    renameSync(partial, path)
    return path
  })
}

function refuseNewer(version: number, migrations: readonly Migration[], path: string): void {
  const newest = migrations.at(-1)?.version ?? 0
  if (version <= newest) return
  throw new StoreFailed('store.newer', `the database has version ${version}, this program knows ${newest}: ${path}`, {
    path,
    version,
    newest,
  })
}
