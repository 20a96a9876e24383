// Finds, makes and restores the key of a data folder. Which key is the right one is told by the fingerprint that the database
// keeps; the key itself is never in the database.
import { SettingsWrong } from '../../core/failures.ts'
import { fingerprintOf, type Key, keyBytes, type RandomBytes } from './cipher.ts'
import { readKeyFile, writeKeyFile } from './key-file.ts'
import type { Keychain } from './keychain.ts'
import { fromRecoveryCode, toRecoveryCode } from './recovery-code.ts'

export type KeyKeeper = {
  /** null: the key with this fingerprint is not to be had (lost, another one, keychain locked). */
  readonly find: (fingerprint: string) => Key | null
  /** Makes a key and keeps it. The recovery code exists nowhere else: it is to be shown, once. */
  readonly make: () => { readonly key: Key; readonly recoveryCode: string }
  /** Keeps the key of a recovery code. Throws SettingsWrong 'secrets.recoveryCodeMistyped' (with `group`) and
   *  'secrets.recoveryCodeOther' where it is the code of another key than `fingerprint`. */
  readonly restore: (recoveryCode: string, fingerprint: string | null) => Key
}

/** `keychain` null: the file only. */
export function createKeyKeeper(parts: {
  folder: string
  keychain: Keychain | null
  randomBytes: RandomBytes
}): KeyKeeper {
  const { folder, keychain, randomBytes } = parts
  const keep = (key: Key): void => {
    if (keychain?.write(fingerprintOf(key), key) !== true) writeKeyFile(folder, key)
  }
  return {
    find: (fingerprint) => {
      const inFile = readKeyFile(folder)
      if (inFile !== null && fingerprintOf(inFile) === fingerprint) return inFile
      return keychain?.read(fingerprint) ?? null
    },
    make: () => {
      const key = randomBytes(keyBytes)
      keep(key)
      return { key, recoveryCode: toRecoveryCode(key) }
    },
    restore: (recoveryCode, fingerprint) => {
      const key = readCode(recoveryCode)
      if (fingerprint !== null && fingerprintOf(key) !== fingerprint)
        throw new SettingsWrong('secrets.recoveryCodeOther', 'the recovery code belongs to another key')
      keep(key)
      return key
    },
  }
}

function readCode(recoveryCode: string): Key {
  const read = fromRecoveryCode(recoveryCode)
  if (read.ok) return read.key
  const context = { group: read.group }
  throw new SettingsWrong('secrets.recoveryCodeMistyped', 'the recovery code is mistyped', context)
}
