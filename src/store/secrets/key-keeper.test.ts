import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fingerprintOf, type Key } from './cipher.ts'
import { createKeyKeeper } from './key-keeper.ts'
import type { Keychain } from './keychain.ts'

/** A system's keychain, in memory; `works` false: locked, or the user said no. */
function memoryKeychain(): Keychain & { works: boolean } {
  const kept = new Map<string, Key>()
  return {
    works: true,
    read(fingerprint) {
      return this.works ? (kept.get(fingerprint) ?? null) : null
    },
    write(fingerprint, key) {
      if (this.works) kept.set(fingerprint, key)
      return this.works
    },
  }
}

function keeperIn(keychain: Keychain | null) {
  const folder = mkdtempSync(join(tmpdir(), 's-connect-key-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { keeper: createKeyKeeper({ folder, keychain, randomBytes }), keyFile: join(folder, 'secrets.key') }
}

test('a key goes to the keychain where that works, and then not into a file', () => {
  const { keeper, keyFile } = keeperIn(memoryKeychain())
  const { key } = keeper.make()
  expect(keeper.find(fingerprintOf(key))).toEqual(key)
  expect(existsSync(keyFile)).toBe(false)
})

test('a key goes into a file where the keychain refuses it or there is none', () => {
  for (const keychain of [null, { ...memoryKeychain(), works: false }]) {
    const { keeper, keyFile } = keeperIn(keychain)
    const { key } = keeper.make()
    expect(existsSync(keyFile)).toBe(true)
    expect(keeper.find(fingerprintOf(key))).toEqual(Uint8Array.from(key))
  }
})

test('a keychain that is locked later gives no key, and gives it again once it is open', () => {
  const keychain = memoryKeychain()
  const { keeper } = keeperIn(keychain)
  const { key } = keeper.make()
  keychain.works = false
  expect(keeper.find(fingerprintOf(key))).toBeNull()
  keychain.works = true
  expect(keeper.find(fingerprintOf(key))).toEqual(key)
})

test('a restored key is kept beside another one that was in the file', () => {
  const { keeper, keyFile } = keeperIn(null)
  const { key, recoveryCode } = keeper.make()
  keeper.make()
  expect(keeper.find(fingerprintOf(key))).toBeNull()
  keeper.restore(recoveryCode, fingerprintOf(key))
  expect(keeper.find(fingerprintOf(key))).toEqual(Uint8Array.from(key))
  expect(existsSync(`${keyFile}.old`)).toBe(true)
})
