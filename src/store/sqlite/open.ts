// Opens the data folder: one SQLite file, and beside it the key of the secrets where no keychain holds it.
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../migrations/migrations.ts'
import type { RandomBytes } from '../secrets/cipher.ts'
import { createKeyKeeper, type KeyKeeper } from '../secrets/key-keeper.ts'
import { openKeychain } from '../secrets/keychain.ts'
import type { Store } from '../store.ts'
import { createArticleSyncs } from './article-syncs.ts'
import { type Database, openDatabase } from './database.ts'
import { createEffects } from './effects.ts'
import { withFailures } from './failures.ts'
import { createInbox } from './inbox.ts'
import { createLeases } from './leases.ts'
import { createLog } from './log.ts'
import { checkVersion, migrate } from './migrate.ts'
import { createMirror } from './mirror.ts'
import { createProfiles } from './profiles.ts'
import { createSecrets, type SecretParts } from './secrets.ts'
import { createStock } from './stock.ts'
import { createTasks } from './tasks.ts'
import { createSessions, createUsers } from './users.ts'
import { createValues } from './values.ts'

export type SqliteStoreParts = {
  readonly folder: string
  /** 'auto': the system's keychain where there is one, else a file; 'file': always the file. */
  readonly keySource: 'auto' | 'file'
  readonly randomBytes: RandomBytes
  /** Ms since 1970; names the copy that is made before a migration. */
  readonly clock: () => number
  /** Told the recovery code when the first secret makes the key: to be shown once, it is kept nowhere. */
  readonly onRecoveryCode?: (recoveryCode: string) => void
  /** How long a write waits for another process before 'store.locked'; ms. */
  readonly busyTimeoutMs?: number
}

/** Makes what is not there yet. Several processes may have one folder open; leases keep their runs apart. Throws StoreFailed. */
export function openSqliteStore(parts: SqliteStoreParts): Store {
  const { folder, clock, busyTimeoutMs = 5000 } = parts
  const path = join(folder, 's-connect.db')
  withFailures(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }))
  checkVersion(path, migrations, busyTimeoutMs)
  // The owner's only; SQLite gives its other files the rights of this one.
  withFailures(path, () => closeSync(openSync(path, 'a', 0o600)))
  const db = openDatabase(path, { busyTimeoutMs })
  try {
    const stamp = new Date(clock()).toISOString().replace(/[:.]/g, '-')
    migrate(db, migrations, join(folder, `s-connect-${stamp}`))
    return createStore(db, secretParts(parts))
  } catch (error) {
    db.close()
    throw error
  }
}

/** The store on a database that is open and of the newest version. */
export const createStore = (db: Database, secrets: SecretParts): Store => ({
  profiles: createProfiles(db),
  secrets: createSecrets(db, secrets),
  leases: createLeases(db),
  inbox: createInbox(db),
  effects: createEffects(db),
  mirror: createMirror(db),
  log: createLog(db),
  stock: createStock(db),
  articleSync: createArticleSyncs(db),
  tasks: createTasks(db),
  users: createUsers(db),
  sessions: createSessions(db),
  values: createValues(db),
  changesElsewhere: async () => db.dataVersion(),
  backup: (path) => db.backUpTo(path),
  close: async () => db.close(),
})

function secretParts({ folder, keySource, randomBytes, onRecoveryCode = () => {} }: SqliteStoreParts): SecretParts {
  let keeper: Promise<KeyKeeper> | null = null
  const open = async (): Promise<KeyKeeper> =>
    createKeyKeeper({ folder, randomBytes, keychain: keySource === 'auto' ? await openKeychain() : null })
  return {
    openKeeper: () => {
      keeper ??= open()
      return keeper
    },
    randomBytes,
    onRecoveryCode,
  }
}
