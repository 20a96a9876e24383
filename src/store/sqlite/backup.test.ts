import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { begin, incoming, profileId, sampleOrder, storeOrders } from '../contract/samples.ts'
import { openIn, testFolder } from './test-folder.ts'

test('a backup taken while orders are stored is whole, of one moment, and opens as a data folder', async () => {
  const [folder, other] = [testFolder(), testFolder()]
  const store = openIn(folder)
  const lease = await begin(store)
  await storeOrders(
    store,
    lease,
    [1, 2, 3].map((id) => incoming(sampleOrder(id))),
  )
  const taken = store.backup(join(other, 's-connect.db'))
  await storeOrders(
    store,
    lease,
    [4, 5].map((id) => incoming(sampleOrder(id))),
  )
  await taken
  const copy = openIn(other)
  const { waiting } = await copy.inbox.counts(profileId)
  expect([3, 5]).toContain(waiting)
  expect((await copy.inbox.page(profileId, { limit: 9 })).length).toBe(waiting)
  expect(readdirSync(other).filter((file) => file.includes('partial'))).toEqual([])
})

test('a backup replaces an older one, and only the owner may read it', async () => {
  const folder = testFolder()
  const store = openIn(folder)
  await begin(store)
  const path = join(folder, 'copy.db')
  writeFileSync(path, 'an older file')
  await store.backup(path)
  expect(statSync(path).mode & 0o077).toBe(0)
  const copy = new DatabaseSync(path, { readOnly: true })
  expect({ ...copy.prepare('pragma integrity_check').get() }).toEqual({ integrity_check: 'ok' })
  copy.close()
})

test('a backup that cannot be written says so and leaves what was there', async () => {
  const folder = testFolder()
  const store = openIn(folder)
  const path = join(folder, 'nowhere', 'copy.db')
  await expect(store.backup(path)).rejects.toMatchObject({ code: 'store.readOnly', context: { path } })
  mkdirSync(join(folder, 'taken'))
  await expect(store.backup(join(folder, 'taken'))).rejects.toMatchObject({ code: 'store.damaged' })
  expect(readdirSync(folder).filter((file) => file.includes('partial'))).toEqual([])
})
