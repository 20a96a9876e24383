// For tests: stores in data folders that go away with the test.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { TestStores } from '../contract/samples.ts'
import type { Store } from '../store.ts'
import { openSqliteStore, type SqliteStoreParts } from './open.ts'

export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 's-connect-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const openIn = (folder: string, parts: Partial<SqliteStoreParts> = {}): Store => {
  const store = openSqliteStore({ folder, keySource: 'file', randomBytes, clock: () => 0, ...parts })
  onTestFinished(() => store.close())
  return store
}

export function sqliteTestStores(): TestStores {
  const folders = new WeakMap<Store, string>()
  const openRemembered = (folder: string): Store => {
    const store = openIn(folder)
    folders.set(store, folder)
    return store
  }
  return {
    open: async () => openRemembered(testFolder()),
    reopen: async (store) => {
      await store.close()
      return openRemembered(folders.get(store) ?? testFolder())
    },
  }
}
