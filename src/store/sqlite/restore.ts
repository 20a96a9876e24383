// Puts a copy made by `backup` in the place of the present database. The present one is kept beside it; nothing is touched
// before everything about the copy is known to be right.
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SettingsWrong, StoreFailed } from '../../core/failures.ts'
import { migrations } from '../migrations/migrations.ts'
import { withFailures } from './failures.ts'
import { checkVersion } from './migrate.ts'

export type RestoreParts = {
  readonly folder: string
  /** The copy. It stays where it is. */
  readonly file: string
  /** Ms since 1970. */
  readonly clock: () => number
}

/** `kept`: the path of what was there before; null: nothing was. */
export type Restored = { readonly profiles: number; readonly orders: number; readonly kept: string | null }

/** Throws SettingsWrong 'restore.noFile', 'restore.notOurs', 'restore.newer', 'restore.damaged', 'restore.same'; StoreFailed
 *  'restore.running' (`holder`: who works on a profile), 'restore.inUse' (a program has the data folder open), 'store.full' … */
export function restoreDatabase({ folder, file, clock }: RestoreParts): Restored {
  const path = join(folder, 's-connect.db')
  if (!existsSync(file)) throw new SettingsWrong('restore.noFile', 'no such file', { file })
  if (resolve(file) === resolve(path)) throw new SettingsWrong('restore.same', 'this is the present one', { file })
  withFailures(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }))
  const partial = `${path}.restore`
  try {
    withFailures(partial, () => copyFileSync(file, partial))
    withFailures(partial, () => chmodSync(partial, 0o600))
    const counts = checkCopy(partial, file)
    refuseWhileUsed(path, clock())
    const kept = putAside(path, clock())
    withFailures(path, () => renameSync(partial, path))
    return { ...counts, kept }
  } finally {
    for (const rest of [partial, `${partial}-wal`, `${partial}-shm`]) rmSync(rest, { force: true })
  }
}

function checkCopy(copy: string, file: string): Pick<Restored, 'profiles' | 'orders'> {
  try {
    checkVersion(copy, migrations, 0)
  } catch (error) {
    if (!(error instanceof StoreFailed)) throw error
    const context = { ...error.context, file }
    if (error.code === 'store.newer') throw new SettingsWrong('restore.newer', 'of a newer version', context, error)
    throw new SettingsWrong('restore.notOurs', 'no database of ours', context, error)
  }
  const damaged = (cause?: unknown) => new SettingsWrong('restore.damaged', 'the copy is damaged', { file }, cause)
  let connection: DatabaseSync | null = null
  try {
    connection = new DatabaseSync(copy, { readOnly: true })
    const ask = (sql: string): unknown => Object.values(connection?.prepare(sql).get() ?? {})[0]
    if (ask('pragma quick_check(1)') !== 'ok') throw damaged()
    const count = (table: string): number => Number(ask(`select count(*) from ${table}`))
    return { profiles: count('profiles'), orders: count('inbox') }
  } catch (error) {
    // An empty file has no tables; SQLite says so in its own way.
    throw error instanceof SettingsWrong ? error : damaged(error)
  } finally {
    connection?.close()
  }
}

function refuseWhileUsed(path: string, now: number): void {
  if (!existsSync(path)) return
  const connection = new DatabaseSync(path, { timeout: 200 })
  try {
    const holder = findHolder(connection, now)
    if (holder !== null) throw new StoreFailed('restore.running', 'a profile is being run', { path, holder })
    // Leaving write-ahead mode takes the file for itself, so it fails while another program has it open; and it brings
    // everything into the one file that is put aside.
    const mode = connection.prepare('pragma journal_mode = delete').get()?.['journal_mode']
    if (mode !== 'delete') throw new StoreFailed('restore.inUse', 'the data folder is in use', { path })
  } catch (error) {
    if (error instanceof StoreFailed) throw error
    const { errcode } = error as { errcode?: number }
    const busy = errcode !== undefined && [5, 6].includes(errcode & 0xff)
    if (busy) throw new StoreFailed('restore.inUse', 'the data folder is in use', { path }, error)
    // A database that is damaged is why somebody restores: it is put aside as it is.
  } finally {
    connection.close()
  }
}

function findHolder(connection: DatabaseSync, now: number): string | null {
  const sql = 'select holder from leases where holder is not null and until > ? limit 1'
  const row = connection.prepare(sql).get(now)
  return row === undefined ? null : String(row['holder'])
}

/** Beside the database, with a name that says when; what belongs to it comes along. */
function putAside(path: string, now: number): string | null {
  if (!existsSync(path)) return null
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-')
  const folder = resolve(path, '..')
  const taken = new Set(readdirSync(folder))
  let name = `s-connect-${stamp}-before-restore.db`
  while (taken.has(name)) name = name.replace('.db', '-more.db')
  const kept = join(folder, name)
  withFailures(path, () => {
    for (const end of ['-wal', '-shm', '']) {
      const part = `${path}${end}`
      if (taken.has(basename(part))) renameSync(part, `${kept}${end}`)
    }
  })
  return kept
}
