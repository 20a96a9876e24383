// The key in the system's keychain (Windows Credential Manager, macOS Keychain, Secret Service on Linux), where there is one.
import type { Key } from './cipher.ts'
import { fromRecoveryCode, toRecoveryCode } from './recovery-code.ts'

/** Entries are named by the key's fingerprint, so that several data folders of one user do not meet. */
export type Keychain = {
  readonly read: (fingerprint: string) => Key | null
  /** false: it could not be kept there. */
  readonly write: (fingerprint: string, key: Key) => boolean
}

const service = 's-connect'
// On Linux the library would fall back to the kernel's keyring, which forgets everything at a restart.
const options = { linux: { store: 'secret-service' as never } }

/** null: the library is not installed (it is an optional dependency) or does not load on this system. */
export async function openKeychain(): Promise<Keychain | null> {
  const keyring = await import('@napi-rs/keyring').catch(() => null)
  if (keyring === null) return null
  const read = (fingerprint: string): Key | null => {
    try {
      const read = fromRecoveryCode(new keyring.Entry(service, fingerprint, options).getPassword() ?? '')
      return read.ok ? read.key : null
    } catch {
      // Locked, refused or not there: in each case there is no key to be had from it.
      return null
    }
  }
  const write = (fingerprint: string, key: Key): boolean => {
    try {
      new keyring.Entry(service, fingerprint, options).setPassword(toRecoveryCode(key))
    } catch {
      return false
    }
    return read(fingerprint) !== null
  }
  return { read, write }
}
