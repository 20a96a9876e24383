import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAdministration, listAdministrations } from './administrations.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 's-connect-administrations-'))
  const files = [
    ...['Zon & Zn. B.V..mdb', 'Élan 10.mdb', 'Elan 9.MDB', 'bakkerij De Korenaar.Mdb', 'Bakkerij De Korenaar.ldb'],
    ...[
      'snelstart.mdw',
      '.mdb',
      'Demo v.o.f..mdf',
      'Demo v.o.f._log.ldf',
      'Andere.MDF',
      'master.mdf',
      'tempdb_mssql_2.mdf',
    ],
    ...['Demo BV.mdb.bak', 'mdb'],
  ]
  await Promise.all(files.map((file) => writeFile(join(folder, file), '')))
  await mkdir(join(folder, 'een map.mdb'))
})
afterAll(() => rm(folder, { recursive: true }))

test('SNEL-3 lists the .mdb files of a folder by name, whatever their capitals, in Dutch order', async () => {
  expect(await listAdministrations(folder, 'mdb')).toEqual([
    'bakkerij De Korenaar',
    'Elan 9',
    'Élan 10',
    'Zon & Zn. B.V.',
  ])
})

test('SNEL-3 lists the .mdf files without their logs and without the databases of SQL Server itself', async () => {
  expect(await listAdministrations(folder, 'local')).toEqual(['Andere', 'Demo v.o.f.'])
})

test.each([
  ['Zon & Zn. B.V.', 'Zon & Zn. B.V..mdb'],
  ['elan 9', 'Elan 9.MDB'],
  ['Élan 10.mdb', 'Élan 10.mdb'],
  ['  Bakkerij de Korenaar ', 'bakkerij De Korenaar.Mdb'],
])('SNEL-3 finds the file of ‘%s’', async (name, file) => {
  expect((await findAdministration(folder, 'mdb', name)).path).toBe(join(folder, file))
})

test.each(['Demo BV', 'snelstart', 'een map', '', '.mdb', '../Elan 9'])(
  'SNEL-3 finds no file for ‘%s’, and says what is there',
  async (name) => {
    const { path, found } = await findAdministration(folder, 'mdb', name)
    expect(path).toBeNull()
    expect(found).toHaveLength(4)
  },
)

test('SNEL-3 an empty folder has no administrations', async () => {
  await expect(listAdministrations(join(folder, 'een map.mdb'), 'mdb')).resolves.toEqual([])
})

test.each([
  ['administraties', 'desktop.folderNotAbsolute'],
  ['', 'desktop.folderNotAbsolute'],
  ['C:administraties', 'desktop.folderNotAbsolute'],
  ['C:\\bestaat niet\\hier', 'desktop.folderMissing'],
  ['\\\\SERVER\\SnelStart', 'desktop.folderMissing'],
])('SNEL-3 says what is wrong with the folder ‘%s’', async (path, code) => {
  await expect(listAdministrations(path, 'mdb')).rejects.toMatchObject({ code, context: { folder: path } })
})

test('SNEL-3 a file is no folder', async () => {
  const file = join(folder, 'Elan 9.MDB')
  await expect(listAdministrations(file, 'mdb')).rejects.toMatchObject({ code: 'desktop.folderMissing' })
})
