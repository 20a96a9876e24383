// The key in a file of the data folder, readable by its owner only: where there is no keychain, or the user wants it so.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Key } from './cipher.ts'
import { fromRecoveryCode, toRecoveryCode } from './recovery-code.ts'

const keyFileOf = (folder: string): string => join(folder, 'secrets.key')

/** null: no file, or one that holds no whole key (a crash while it was written). */
export function readKeyFile(folder: string): Key | null {
  const path = keyFileOf(folder)
  if (!existsSync(path)) return null
  const read = fromRecoveryCode(readFileSync(path, 'utf8'))
  return read.ok ? read.key : null
}

/** On the disk when it returns. A file that was there is kept beside it, as `secrets.key.old`. */
export function writeKeyFile(folder: string, key: Key): void {
  const path = keyFileOf(folder)
  if (existsSync(path)) renameSync(path, `${path}.old`)
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, `${toRecoveryCode(key)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
