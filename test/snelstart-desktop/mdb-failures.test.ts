import { appendFile, mkdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mdbMessages } from '../../src/accounting/snelstart-desktop/database/mdb/messages.ts'
import type { Failure } from '../../src/core/failures.ts'
import { fillIn } from '../../src/core/text.ts'
import { createFolder, everyTable, never, open } from './mdb/try-out.ts'
import { writeMdb } from './mdb/write-mdb.ts'

/** What the user reads when everything is asked of the administration ‘a’ of the folder. */
async function fail(folder: string, onWait = () => {}): Promise<{ readonly code: string; readonly words: string }> {
  const database = open(folder, 'a', onWait)
  const asks = [
    () => database.schema(never),
    () => Array.fromAsync(database.read({ table: 'tblAlles', key: 'fldID', columns: ['fldMemo'] }, never)),
    () => database.fingerprint(['tblAlles'], never),
    () => database.describe(never),
  ]
  for (const ask of asks) {
    const failure = await ask().then(
      () => null,
      (error: Failure) => error,
    )
    if (failure === null) continue
    const { text, todo } = mdbMessages[failure.code as keyof typeof mdbMessages]
    const data = Object.fromEntries(Object.entries(failure.context).map(([name, value]) => [name, String(value)]))
    for (const template of [text.nl, text.en, todo.nl, todo.en]) expect(fillIn(template, data)).not.toMatch(/[{}]/)
    return { code: failure.code, words: fillIn(text.nl, data).replaceAll(folder, 'MAP') }
  }
  return { code: 'none', words: '' }
}

test('SNEL-3 an administration that is not in the folder: says which are', async () => {
  await using folder = await createFolder()
  expect(await fail(folder.path)).toEqual({
    code: 'desktop.mdbMissing',
    words: 'Administratie ‘a’ staat niet in de map ‘MAP’. Daar staat wel: –.',
  })
  for (const name of ['Zon B.V.', 'Maan v.o.f.']) await writeFile(join(folder.path, `${name}.mdb`), '')
  expect((await fail(folder.path)).words).toContain('Daar staat wel: ‘Maan v.o.f.’, ‘Zon B.V.’.')
})

test('SNEL-3 a folder that is not there', async () => {
  await using folder = await createFolder()
  expect(await fail(join(folder.path, 'weg'))).toMatchObject({ code: 'desktop.folderMissing' })
})

test('SNEL-6 a file with a database password is not read, though it could be', async () => {
  await using folder = await createFolder()
  writeMdb(join(folder.path, 'a.mdb'), [everyTable(5)], { password: 'geheim' })
  expect(await fail(folder.path)).toEqual({
    code: 'desktop.mdbPassword',
    words: 'Het bestand van administratie ‘a’ is met een wachtwoord beveiligd.',
  })
})

test('SNEL-6 a file without tables is no administration', async () => {
  await using folder = await createFolder()
  writeMdb(join(folder.path, 'a.mdb'), [])
  expect((await fail(folder.path)).code).toBe('desktop.mdbEmpty')
})

test.each([
  ['words', 'Dit is geen database'],
  ['an Access 97 file', `\0\x01\0\0Standard Jet DB\0\0${'\0'.repeat(9_000)}`],
  ['a new Access file', `\0\x01\0\0Standard ACE DB\0\x02${'\0'.repeat(16_000)}`],
  ['a long file of something else', 'PK\x03\x04'.repeat(9_000)],
])('SNEL-6 %s named .mdb is no Access database', async (_, content) => {
  await using folder = await createFolder()
  await writeFile(join(folder.path, 'a.mdb'), content, 'latin1')
  expect((await fail(folder.path)).code).toBe('desktop.mdbNotAccess')
})

test.each([
  ['empty', 0],
  ['cut in its first page', 100],
  ['cut between pages', 4096 * 20],
  ['cut in the middle of a page', 4096 * 20 + 17],
])('SNEL-6 a file that is %s is damaged', async (_, length) => {
  await using folder = await createFolder()
  const path = join(folder.path, 'a.mdb')
  writeMdb(path, [everyTable(300)])
  await truncate(path, length)
  expect((await fail(folder.path)).code).toBe('desktop.mdbDamaged')
})

test('SNEL-6 a file with any page overwritten is read as it was or is damaged, never anything else', {
  timeout: 60_000,
}, async () => {
  await using folder = await createFolder()
  const path = join(folder.path, 'a.mdb')
  writeMdb(path, [everyTable(12)])
  const whole = await readFile(path)
  for (let page = 1; page < whole.length / 4096; page++) {
    for (const filler of [0x00, 0xff, 0x02]) {
      await writeFile(path, Buffer.from(whole).fill(filler, page * 4096, (page + 1) * 4096))
      const { code } = await fail(folder.path)
      expect(['desktop.mdbDamaged', 'desktop.mdbEmpty', 'desktop.mdbChanged', 'none'], `page ${page}`).toContain(code)
    }
  }
})

test('SNEL-6 a definition whose pages go round in a circle is damaged', async () => {
  await using folder = await createFolder()
  const path = join(folder.path, 'a.mdb')
  writeMdb(path, [everyTable(3)])
  const bytes = await readFile(path)
  bytes.writeUInt32LE(3, 3 * 4096 + 4)
  await writeFile(path, bytes)
  expect((await fail(folder.path)).code).toBe('desktop.mdbDamaged')
})

test('SNEL-6 a file that is being put in place is waited for', async () => {
  await using folder = await createFolder()
  const path = join(folder.path, 'a.mdb')
  writeMdb(path, [everyTable(30)])
  const whole = await readFile(path)
  await writeFile(path, whole.subarray(0, 9_000))
  const database = open(folder.path, 'a', () => writeFile(path, whole))
  expect((await database.schema(never)).size).toBe(1)
})

test('SNEL-6 a file that never becomes understood while it changes is busy: nothing was sent', async () => {
  await using folder = await createFolder()
  const path = join(folder.path, 'a.mdb')
  writeMdb(path, [everyTable(30)])
  const failing = open(folder.path, 'a', () => appendFile(path, '\0'.repeat(4096))).schema(never)
  await truncate(path, 4096 * 4)
  await expect(failing).rejects.toMatchObject({ code: 'desktop.mdbBusy', sent: false, retry: 'soon' })
})

test('SNEL-7 reading leaves the file as it is', async () => {
  await using folder = await createFolder()
  const path = join(folder.path, 'a.mdb')
  writeMdb(path, [everyTable(30)])
  await mkdir(join(folder.path, 'other'))
  await utimes(path, 1, 1)
  const before = await readFile(path)
  expect((await fail(folder.path)).code).toBe('none')
  expect((await readFile(path)).equals(before)).toBe(true)
})
