// The three kinds as the settings page and the registry see them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { AccountingKind } from '../../src/accounting/accounting.ts'
import { accountingKinds } from '../../src/accounting/registry.ts'
import { desktopKinds } from '../../src/accounting/snelstart-desktop/index.ts'
import { metaOf, secretKeys, settingsOf } from '../../src/settings/field.ts'
import { fakeEnvironment } from './desktop-bench.ts'
import { sampleAdministration } from './sample.ts'
import { startSqlServer } from './tds/server.ts'

const never = new AbortController().signal
const kindsOn = (platform: string) => desktopKinds({ platform, env: {}, bridge: '', data: '' })
const { snelStartSql, snelStartMdb, snelStartLocal } = kindsOn('linux')
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const defaultsOf = (kind: AccountingKind) => settingsOf(kind.settings).parse({})

describe('SNEL-1 the kinds of the desktop', () => {
  test('stand in the registry, each with words, beside Online', () => {
    expect(accountingKinds.map(({ kind }) => kind)).toEqual([
      'snelstart-online',
      'snelstart-sql',
      'snelstart-mdb',
      'snelstart-local',
    ])
    expect(new Set(accountingKinds.map(({ title }) => title.nl)).size).toBe(4)
  })

  test('SNEL-2 SNEL-3 SNEL-4 ask exactly what the manual asks, and keep their passwords secret', () => {
    const asked = ({ settings }: AccountingKind) =>
      Object.keys(settings)
        .filter((key) => metaOf(settings[key]!)?.group !== 'advanced')
        .toSorted()
    const user = ['snelStartPassword', 'snelStartUser']
    expect(asked(snelStartSql)).toEqual(['administration', 'server', ...user, 'sqlPassword', 'sqlUser'])
    for (const kind of [snelStartMdb, snelStartLocal])
      expect(asked(kind)).toEqual(['administration', 'folder', ...user])
    expect(secretKeys(snelStartSql.settings)).toEqual(['sqlPassword', 'snelStartPassword'])
    expect(defaultsOf(snelStartSql)).toMatchObject({ snelStartUser: 'Beheerder', sqlUser: '', encryption: 'automatic' })
    expect(defaultsOf(snelStartMdb)).toMatchObject({ snelStartUser: 'Beheerder', snelStartPassword: '' })
  })

  test.each([snelStartSql, snelStartMdb, snelStartLocal] as readonly AccountingKind[])(
    '$kind does not connect without an administration',
    async (kind) => {
      const given = { ...defaultsOf(kind), server: 'X', folder: '/X' }
      await expect(kind.connect(given, fakeEnvironment([]))).rejects.toMatchObject({
        code: 'settings.missing',
        context: { setting: 'administration' },
      })
    },
  )

  test('SNEL-7 what a machine without Windows cannot do is said beforehand, with Online as the way out', () => {
    for (const kind of Object.values(kindsOn('linux'))) expect(kind.obstacle?.()?.nl).toContain('SnelStart Online')
    for (const kind of Object.values(kindsOn('win32'))) expect(kind.obstacle?.()).toBeNull()
  })
})

describe('what the fields can be filled with', () => {
  test('SNEL-3 the administrations in the folder, and none before there is one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 's-connect-kinds-'))
    folders.push(folder)
    for (const name of ['Jansen & Zn. B.V. 2026.mdb', 'proef.MDB', 'lokaal.mdf', 'snelstart.mdw'])
      writeFileSync(join(folder, name), '')
    const offer = (kind: typeof snelStartMdb, given: string) =>
      kind.offer!(
        'administrations',
        { ...settingsOf(kind.settings).parse({}), folder: given },
        fakeEnvironment([]),
        never,
      )
    expect((await offer(snelStartMdb, folder)).options).toEqual(['Jansen & Zn. B.V. 2026', 'proef'])
    expect((await offer(snelStartLocal, folder)).options).toEqual(['lokaal'])
    expect((await offer(snelStartMdb, '')).options).toEqual([])
  })

  test('SNEL-2 the databases on the server that was typed', async () => {
    const administration = sampleAdministration({ customers: 1, articles: 1, stocked: 0 })
    const server = await startSqlServer({ databases: { 'Proef 2': administration, Proef: administration } })
    try {
      const given = settingsOf(snelStartSql.settings).parse({
        ...{ server: `${server.host},${server.port}`, sqlUser: server.user, sqlPassword: server.password },
      })
      const { options } = await snelStartSql.offer!('administrations', given, fakeEnvironment([]), never)
      expect(options).toEqual(['Proef', 'Proef 2'])
    } finally {
      await server.stop()
    }
  })
})
