import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readFile, rename, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Database, Row } from '../../src/accounting/snelstart-desktop/database/database.ts'
import { openMdb } from '../../src/accounting/snelstart-desktop/database/mdb/open-mdb.ts'
import { generationOf, generationTable } from './mdb/generations.ts'
import { createFolder, everyTable, never, open, readAll } from './mdb/try-out.ts'
import { writeMdb } from './mdb/write-mdb.ts'

const all = { table: 'tblRelatie', key: 'fldRelatieID' } as const

test('SNEL-7 every find sees what was written before it, though the file keeps its size and its date', async () => {
  await using folder = await createFolder()
  const path = join(folder.path, 'a.mdb')
  const database = open(folder.path, 'a')
  const table = everyTable(10)
  for (const value of [1, 2, 3]) {
    const rows = table.rows.with(4, { ...table.rows[4], fldID: 5, fldAantal: value })
    writeMdb(path, [{ ...table, rows }])
    await utimes(path, 1_000, 1_000)
    expect(await readAll(database, { table: 'tblAlles', key: 'fldID' })).toEqual(rows)
  }
  expect((await stat(path)).mtimeMs).toBe(1_000_000)
})

test('SNEL-7 a reading that has begun goes on with the rows of its begin, whatever happens to the file', async () => {
  await using folder = await createFolder()
  const path = join(folder.path, 'a.mdb')
  writeMdb(path, [generationTable(3)])
  const database = open(folder.path, 'a')
  const columns = generationTable(3).columns.map(({ name }) => name)
  const rows = []
  let next = 4
  for await (const page of database.read({ ...all, columns }, never)) {
    rows.push(...page)
    writeMdb(path, [generationTable(next)])
    // Another find in between brings the later state into memory.
    expect(generationOf(await readAll(database, all))).toBe(next++)
  }
  expect(next).toBeGreaterThan(4)
  expect(generationOf(rows)).toBe(3)
})

test('SNEL-7 a file that is put in the place of another is the one that is read', async () => {
  await using folder = await createFolder()
  const [path, other] = [join(folder.path, 'a.mdb'), join(folder.path, 'nieuw')]
  const database = open(folder.path, 'a')
  for (const number of [2, 5, 1]) {
    writeMdb(other, [generationTable(number)])
    await rename(other, path)
    expect(generationOf(await readAll(database, all))).toBe(number)
  }
})

test('SNEL-7 a change that is half in the file is waited for, though the file can be read as it is', async () => {
  await using folder = await createFolder()
  const path = join(folder.path, 'a.mdb')
  const [before, after] = [generationTable(4), generationTable(4)].map((table, index) => {
    const rows = table.rows.map((row) => ({ ...row, fldRelatiecode: index }))
    writeMdb(path, [{ ...table, rows }])
    return readFileSync(path)
  })
  const half = Buffer.from(after ?? '')
  before?.copy(half, 20 * 4096, 20 * 4096)
  await writeFile(path, half)
  const database = open(folder.path, 'a', () => writeFile(path, after ?? ''))
  const rows = await readAll(database, { ...all, columns: ['fldRelatieID', 'fldRelatiecode'] })
  expect(new Set(rows.map((row) => row['fldRelatiecode']))).toEqual(new Set([1]))
})

test('SNEL-7 a page that makes no sense yet is waited for, and no row comes twice', async () => {
  await using folder = await createFolder()
  const path = join(folder.path, 'a.mdb')
  const rows = 30_000
  const table = {
    name: 'tblRelatie',
    columns: generationTable(1).columns.slice(0, 2),
    rows: Array.from({ length: rows }, (_, index) => ({ fldRelatieID: index + 1, fldRelatiecode: index })),
  }
  writeMdb(path, [table])
  const whole = await readFile(path)
  // Far behind the rows that are given first.
  const half = Buffer.from(whole).fill(0, 120 * 4096, 121 * 4096)
  await writeFile(path, half)
  const given: Row[] = []
  let givenBefore = 0
  const database = open(folder.path, 'a', async () => {
    if (given.length === 0) return
    givenBefore ||= given.length
    await writeFile(path, whole)
  })
  const columns = ['fldRelatieID', 'fldRelatiecode']
  for await (const page of database.read({ ...all, columns }, never)) given.push(...page)
  expect(givenBefore).toBeGreaterThan(1_000)
  expect(given.toSorted((a, b) => Number(a['fldRelatieID']) - Number(b['fldRelatieID']))).toEqual(table.rows)
})

test('SNEL-7 reading can be stopped in the middle of a table', async () => {
  await using folder = await createFolder()
  writeMdb(join(folder.path, 'a.mdb'), [generationTable(8)])
  const stop = new AbortController()
  const reading = open(folder.path, 'a').read({ ...all, columns: ['fldNaam'] }, stop.signal)
  const pages = (async () => {
    for await (const _ of reading) stop.abort(new Error('genoeg'))
  })()
  await expect(pages).rejects.toThrow('genoeg')
})

const waiting = (folder: string, times: number): Database =>
  openMdb({ folder, administration: 'a' }, { sleep: async (ms) => wait(ms * times) })

async function startWriter(path: string, pauseMs: number) {
  writeMdb(path, [generationTable(1)])
  const script = fileURLToPath(new URL('./mdb/busy-writer.ts', import.meta.url))
  const child = spawn(process.execPath, [script, path, String(pauseMs)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  return {
    async [Symbol.asyncDispose]() {
      child.stdin.end()
      await ended
    },
  }
}

test('SNEL-7 while another program keeps writing the file, what is read is of one moment, row by row', {
  timeout: 60_000,
}, async () => {
  await using folder = await createFolder()
  await using _ = await startWriter(join(folder.path, 'a.mdb'), 700)
  // Longer than usual: this machine may let the writer wait in the middle of a writing, which no reader can see.
  const database = waiting(folder.path, 3)
  const seen = new Set<number>()
  while (seen.size < 3) {
    const outcome = await readAll(database, all).then(generationOf, (error: { code: string }) => error.code)
    if (typeof outcome === 'number') seen.add(outcome)
    else expect(outcome).toBe('desktop.mdbBusy')
  }
})

test('SNEL-6 a file that another program never leaves alone is busy: nothing was sent', {
  timeout: 60_000,
}, async () => {
  await using folder = await createFolder()
  await using _ = await startWriter(join(folder.path, 'a.mdb'), 0)
  for (;;) {
    const outcome = await readAll(waiting(folder.path, 0.01), all).then(
      () => null,
      (error: unknown) => error,
    )
    if (outcome === null) continue
    expect(outcome).toMatchObject({ code: 'desktop.mdbBusy', sent: false, context: { administration: 'a' } })
    return
  }
})
