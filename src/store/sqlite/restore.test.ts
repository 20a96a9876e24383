import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { ProfileId } from '../../core/ids.ts'
import { profileId, sampleProfile } from '../contract/samples.ts'
import { restoreDatabase } from './restore.ts'
import { openIn, testFolder } from './test-folder.ts'

const now = Date.UTC(2026, 2, 14, 12)
const restore = (folder: string, file: string) => restoreDatabase({ folder, file, clock: () => now })
const thrown = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

/** A folder with one profile, closed, and a copy of it from when it was called 'Before'. */
async function withCopy() {
  const folder = testFolder()
  const store = openIn(folder)
  await store.profiles.add({ ...sampleProfile(), description: 'Before' })
  const file = join(testFolder(), 'copy.db')
  await store.backup(file)
  await store.profiles.saveDescription(profileId, 'After')
  await store.close()
  return { folder, file }
}

test('BEY-1 a copy made while running is put back, and what was there is kept beside it', async () => {
  const { folder, file } = await withCopy()
  const { kept, ...counts } = restore(folder, file)
  expect(counts).toEqual({ profiles: 1, orders: 0 })
  expect(kept).toBe(join(folder, 's-connect-2026-03-14T12-00-00-000Z-before-restore.db'))
  expect((await openIn(folder).profiles.get(profileId))?.description).toBe('Before')
  expect(existsSync(file)).toBe(true)
  expect(statSync(join(folder, 's-connect.db')).mode & 0o777).toBe(0o600)
  const again = testFolder()
  copyFileSync(kept ?? '', join(again, 's-connect.db'))
  expect((await openIn(again).profiles.get(profileId))?.description).toBe('After')
})

test('a copy is put into a folder where nothing was yet', async () => {
  const { file } = await withCopy()
  const folder = join(testFolder(), 'new')
  expect(restore(folder, file)).toEqual({ profiles: 1, orders: 0, kept: null })
  expect((await openIn(folder).profiles.list()).map(({ id }) => id)).toEqual([profileId as ProfileId])
})

test('two restores at the same moment keep both', async () => {
  const { folder, file } = await withCopy()
  expect(restore(folder, file).kept).not.toBe(restore(folder, file).kept)
  expect(readdirSync(folder).filter((name) => name.includes('before-restore'))).toHaveLength(2)
})

test('nothing is restored while a program has the data folder open', async () => {
  const { folder, file } = await withCopy()
  const store = openIn(folder)
  await store.profiles.list()
  expect(thrown(() => restore(folder, file))).toMatchObject({ code: 'restore.inUse' })
  expect((await store.profiles.get(profileId))?.description).toBe('After')
  expect(readdirSync(folder).filter((name) => name.includes('restore'))).toEqual([])
})

test('PLAN-4 nothing is restored while a run holds a profile; a lease that ran out does not count', async () => {
  const { folder, file } = await withCopy()
  const store = openIn(folder)
  await store.leases.take(profileId, 'computer:42', now, 60_000)
  await store.close()
  expect(thrown(() => restore(folder, file))).toMatchObject({
    code: 'restore.running',
    context: { holder: 'computer:42' },
  })
  expect(restoreDatabase({ folder, file, clock: () => now + 60_001 }).profiles).toBe(1)
})

test.each([
  ['a text', 'restore.notOurs', (file: string) => writeFileSync(file, 'geen database')],
  ['an empty file', 'restore.damaged', (file: string) => writeFileSync(file, '')],
  ['another program’s database', 'restore.notOurs', (file: string) => writeOther(file)],
  ['a newer version’s', 'restore.newer', (file: string) => change(file, 'pragma user_version = 9999')],
  ['half a copy', 'restore.damaged', (file: string) => truncateSync(file, statSync(file).size - 20_000)],
])('%s is refused (%s) and changes nothing', async (_name, code, spoil) => {
  const { folder, file } = await withCopy()
  spoil(file)
  const before = readFileSync(join(folder, 's-connect.db'))
  expect(thrown(() => restore(folder, file))).toMatchObject({ code, context: { file } })
  expect(readFileSync(join(folder, 's-connect.db'))).toEqual(before)
  expect(readdirSync(folder).filter((name) => name.includes('restore'))).toEqual([])
})

test('a file that is not there, and the present database itself, are told apart', async () => {
  const { folder } = await withCopy()
  expect(thrown(() => restore(folder, join(folder, 'none.db')))).toMatchObject({ code: 'restore.noFile' })
  expect(thrown(() => restore(folder, join(folder, 's-connect.db')))).toMatchObject({ code: 'restore.same' })
})

test('a damaged database is put aside as it is', async () => {
  const { folder, file } = await withCopy()
  writeFileSync(join(folder, 's-connect.db'), 'kapot')
  const { kept } = restore(folder, file)
  expect(readFileSync(kept ?? '', 'utf8')).toBe('kapot')
  expect((await openIn(folder).profiles.get(profileId))?.description).toBe('Before')
})

function writeOther(file: string): void {
  writeFileSync(file, '')
  change(file, 'create table somebody (id integer)')
}

function change(file: string, sql: string): void {
  const connection = new DatabaseSync(file)
  connection.exec(sql)
  connection.close()
}
