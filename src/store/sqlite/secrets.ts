// Secrets: sealed text in the database, the key outside it. A key that cannot be had stops the reading and setting of secrets
// and nothing else.
import { StoreFailed } from '../../core/failures.ts'
import type { Instant, ProfileId } from '../../core/ids.ts'
import { fingerprintOf, type Key, type RandomBytes, type Sealed, seal, unseal } from '../secrets/cipher.ts'
import type { KeyKeeper } from '../secrets/key-keeper.ts'
import type { SettingsPart, Store } from '../store.ts'
import type { Database } from './database.ts'
import { withFailures } from './failures.ts'
import { putHistory, settingsParts } from './profiles.ts'

const fingerprintFact = 'keyFingerprint'

export type SecretParts = {
  /** Opened at the first need: a system's keychain may ask the user something. */
  readonly openKeeper: () => Promise<KeyKeeper>
  readonly randomBytes: RandomBytes
  /** Called once, when the first secret of a data folder makes its key. */
  readonly onRecoveryCode: (recoveryCode: string) => void
}

export function createSecrets(db: Database, parts: SecretParts): Store['secrets'] {
  const { randomBytes } = parts

  const makeKey = (keeper: KeyKeeper): { key: Key; recoveryCode: string } => {
    const made = withFailures(db.path, keeper.make)
    putFingerprint(db, fingerprintOf(made.key))
    return made
  }

  return {
    get: async (profile, name) => {
      const sealed = findSealed(db, profile, name)
      if (sealed === null) return null
      const key = findKey(db, await parts.openKeeper())
      const value = unseal(key, { profile: profile ?? '', name }, sealed)
      if (value === null) throw keyWrong(db, 'altered')
      return value
    },

    set: async (profile, name, value, at, by = '') => {
      if (value === null) return db.write(() => removeSecret(db, profile, name, by, at))
      const keeper = await parts.openKeeper()
      const recoveryCode = db.write(() => {
        const made = getFingerprint(db) === null ? makeKey(keeper) : null
        const key = made?.key ?? findKey(db, keeper)
        const sealed = seal(key, { profile: profile ?? '', name }, value, randomBytes)
        putSecret(db, profile, name, { ...sealed, set_at: at })
        noteChange(db, profile, name, by, at)
        return made?.recoveryCode ?? null
      })
      if (recoveryCode !== null) parts.onRecoveryCode(recoveryCode)
    },

    list: async (profile) => {
      const rows =
        profile === null
          ? db.all(db.queries.selectFrom('program_secrets').select(['name', 'set_at']).orderBy('name'))
          : db.all(ofProfile(db, profile).select(['name', 'set_at']).orderBy('name'))
      return rows.map((row) => ({ name: row.name, setAt: row.set_at as Instant }))
    },

    restoreKey: async (recoveryCode) => {
      const keeper = await parts.openKeeper()
      db.write(() => putFingerprint(db, fingerprintOf(restore(db, keeper, recoveryCode))))
    },

    renewKey: async () => {
      const keeper = await parts.openKeeper()
      return db.write(() => {
        db.run(db.queries.deleteFrom('secrets'))
        db.run(db.queries.deleteFrom('program_secrets'))
        return makeKey(keeper).recoveryCode
      })
    },
  }
}

const restore = (db: Database, keeper: KeyKeeper, recoveryCode: string): Key =>
  withFailures(db.path, () => keeper.restore(recoveryCode, getFingerprint(db)))

function findKey(db: Database, keeper: KeyKeeper): Key {
  const fingerprint = getFingerprint(db)
  const key = fingerprint === null ? null : withFailures(db.path, () => keeper.find(fingerprint))
  if (key === null) throw keyWrong(db, 'missing')
  return key
}

const keyWrong = (db: Database, reason: 'missing' | 'altered'): StoreFailed =>
  new StoreFailed('store.keyWrong', `secrets cannot be read: the key is ${reason}`, { path: db.path, reason })

function getFingerprint(db: Database): string | null {
  const query = db.queries.selectFrom('facts').select('value').where('name', '=', fingerprintFact)
  return db.first(query)?.value ?? null
}

function putFingerprint(db: Database, value: string): void {
  db.run(
    db.queries
      .insertInto('facts')
      .values({ name: fingerprintFact, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
  )
}

const ofProfile = (db: Database, profile: ProfileId) => db.queries.selectFrom('secrets').where('profile', '=', profile)

function findSealed(db: Database, profile: ProfileId | null, name: string): Sealed | null {
  if (profile !== null) return db.first(ofProfile(db, profile).where('name', '=', name).select(['nonce', 'ciphertext']))
  return db.first(db.queries.selectFrom('program_secrets').select(['nonce', 'ciphertext']).where('name', '=', name))
}

function putSecret(db: Database, profile: ProfileId | null, name: string, row: Sealed & { set_at: string }): void {
  if (profile === null) {
    const query = db.queries.insertInto('program_secrets').values({ name, ...row })
    db.run(query.onConflict((conflict) => conflict.column('name').doUpdateSet(row)))
  } else {
    const query = db.queries.insertInto('secrets').values({ profile, name, ...row })
    db.run(query.onConflict((conflict) => conflict.columns(['profile', 'name']).doUpdateSet(row)))
  }
}

function removeSecret(db: Database, profile: ProfileId | null, name: string, by: string, at: Instant): void {
  if (profile === null) {
    db.run(db.queries.deleteFrom('program_secrets').where('name', '=', name))
    return
  }
  const query = db.queries.deleteFrom('secrets').where('profile', '=', profile).where('name', '=', name)
  if (db.run(query) > 0) noteChange(db, profile, name, by, at)
}

/** In the history of settings, without any value. What adapters remember by themselves ('memory.…') is no setting. */
function noteChange(db: Database, profile: ProfileId | null, name: string, by: string, at: Instant): void {
  if (profile === null) return
  const [part, ...rest] = name.split('.')
  if (!settingsParts.some((known) => known === part)) return
  const changes = [{ key: rest.join('.'), from: null, to: 'changed' }]
  putHistory(db, profile, { part: part as SettingsPart, at, by, changes })
}
