// Reading an administration from SQL Server, against our own stand-in that speaks TDS.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Condition, Row } from '../../src/accounting/snelstart-desktop/database/database.ts'
import { listDatabases } from '../../src/accounting/snelstart-desktop/database/sql-server/sql-server.ts'
import { describeWith, fixturesFolder } from '../support/fixtures.ts'
import { parseAdministration } from './administration-file.ts'
import { memoryDatabase } from './memory-database.ts'
import type { Administration, SampleTable } from './tables.ts'
import { hasOpenSsl } from './tds/certificate.ts'
import {
  everything,
  proefAdministration,
  proefName,
  readAll,
  type SqlScene,
  startSqlScene,
  untilTheEnd,
} from './tds/scene.ts'

let scene: SqlScene
afterEach(() => scene.stop())

const byKey = (one: Row, other: Row): number => Number(one['fldProefID']) - Number(other['fldProefID'])
const keyOf = (table: SampleTable): string => table.columns.find(({ key }) => key)?.name ?? ''

describe('SNEL-2 an administration on SQL Server', () => {
  test('gives every value as it stands there: amounts with all decimals, long texts whole, empty flags as no', async () => {
    scene = await startSqlScene()
    const [table] = proefAdministration()
    expect(await readAll(scene.connect(), everything)).toEqual(table?.rows)
  })

  test('gives only the columns that were asked, spelled as they were asked', async () => {
    scene = await startSqlScene()
    const ask = { table: 'TBLPROEF', key: 'fldproefid', columns: ['FLDPRIJS'] }
    expect((await readAll(scene.connect(), ask))[0]).toEqual({ FLDPRIJS: '-1.2500' })
  })

  test('comes in pages of at most 500 rows, each row once, and an empty table as no page', async () => {
    scene = await startSqlScene({}, 1_203)
    const database = scene.connect()
    const sizes: number[] = []
    const keys = new Set<unknown>()
    for await (const page of database.read(everything, untilTheEnd())) {
      sizes.push(page.length)
      for (const row of page) keys.add(row['fldProefID'])
    }
    expect(sizes).toEqual([500, 500, 203])
    expect(keys.size).toBe(1_203)
    expect(await readAll(database, { table: 'tblLeeg', key: 'fldProefID', columns: ['fldProefID'] })).toEqual([])
  })

  test('rows added and removed meanwhile neither shift nor double the others', async () => {
    scene = await startSqlScene({}, 1_100)
    const store = scene.server.databases[proefName]
    const keys: number[] = []
    for await (const page of scene.connect().read(everything, untilTheEnd())) {
      if (keys.length === 0) {
        store?.removeRow('tblProef', 10)
        store?.write('tblProef', { fldProefID: 1, fldAan: false })
      }
      keys.push(...page.map((row) => Number(row['fldProefID'])))
    }
    const before = proefAdministration(1_100)[0]?.rows.map((row) => Number(row['fldProefID']))
    expect(keys).toEqual(before)
  })

  const conditions: readonly Condition[] = [
    { column: 'fldWebshop code', is: 'equal', value: 'CAFÉ zwart' },
    { column: 'fldWebshop code', is: 'equal', value: 'Cafe Zwart' },
    { column: 'fldWebshop code', is: 'equal', value: null },
    { column: 'fldWebshop code', is: 'contains', value: '[100%_!]' },
    { column: 'fldWebshop code', is: 'contains', value: 'e_1' },
    { column: 'fldWebshop code', is: 'oneOf', values: ['code 1', "D'OR [100%_!]"] },
    { column: 'fldMemo', is: 'contains', value: 'AVONDS' },
    { column: 'fldProefID', is: 'oneOf', values: [-2, 4, 13, 99] },
    { column: 'fldProefID', is: 'oneOf', values: [] },
    { column: 'fldAan', is: 'equal', value: false },
    { column: 'fldAan', is: 'equal', value: true },
    { column: 'fldDatum', is: 'atLeast', value: '2026-01-01' },
    { column: 'fldDatum', is: 'atLeast', value: '2026-01-02T03:04:05' },
    { column: 'fldAantal', is: 'atLeast', value: 0.1 },
    { column: 'fldAantal', is: 'equal', value: 0 },
    { column: 'fldPrijs', is: 'equal', value: '-1.2500' },
  ]

  test('chooses rows as the interface says, one condition at a time, in pairs and as alternatives', async () => {
    scene = await startSqlScene({}, 12)
    const database = scene.connect()
    const plain = memoryDatabase(proefAdministration(12))
    const pairs = conditions.map((one, index) => [one, conditions[(index + 3) % conditions.length] ?? one])
    const wheres = [...conditions.map((one) => [one]), ...pairs, ...pairs.map((anyOf) => [{ anyOf }]), [{ anyOf: [] }]]
    for (const where of wheres) {
      const found = (await readAll(database, { ...everything, where })).sort(byKey)
      const wanted = (await readAll(plain, { ...everything, where })).sort(byKey)
      expect([where, found]).toEqual([where, wanted])
    }
  })

  test('a column that is no key in truth is refused, instead of losing rows between two pages', async () => {
    scene = await startSqlScene({}, 8)
    for (const key of ['fldAan', 'fldAantal']) {
      const reading = readAll(scene.connect(), { ...everything, key })
      await expect(reading).rejects.toMatchObject({ code: 'desktop.sqlAnswer' })
    }
  })

  test('what is closed stays closed, also when it was just being opened', async () => {
    scene = await startSqlScene()
    const database = scene.connect()
    const opening = database.schema(untilTheEnd())
    await database.close()
    await expect(opening).rejects.toMatchObject({ code: 'desktop.sqlLost', sent: false })
    await expect(readAll(database, everything)).rejects.toMatchObject({ code: 'desktop.sqlLost' })
    expect(scene.server.asked.filter(({ sql }) => sql.startsWith('SELECT'))).toEqual([])
  })

  test('a list of more values than SQL Server takes parameters is asked in parts', async () => {
    scene = await startSqlScene({}, 3_000)
    const values = Array.from({ length: 9_100 }, (_, index) => index)
    const where = [{ column: 'fldProefID', is: 'oneOf' as const, values: [...values, ...values] }]
    const rows = await readAll(scene.connect(), { ...everything, columns: ['fldProefID'], where })
    expect(rows.map((row) => row['fldProefID'])).toEqual(
      proefAdministration(3_000)[0]?.rows.flatMap(({ fldProefID: key }) => (Number(key) < 0 ? [] : [key])),
    )
    expect(Math.max(...scene.server.asked.map(({ parameters }) => parameters.size))).toBeLessThan(2_000)
  })

  test('a fingerprint stays while nothing changes, and differs after any change of a row', async () => {
    scene = await startSqlScene()
    const database = scene.connect()
    const read = () => database.fingerprint(['tblProef', 'tblLeeg'], untilTheEnd())
    const before = await read()
    expect(await read()).toBe(before)
    const seen = new Set([before])
    const row = proefAdministration()[0]?.rows[0] ?? {}
    const changes = [{ fldPrijs: '1.2500' }, { 'fldWebshop code': 'Café zwart' }, { fldAan: false }, { fldProefID: 9 }]
    for (const change of changes) {
      scene.server.databases[proefName]?.write('tblProef', { ...row, ...change })
      seen.add(await read())
    }
    expect(seen.size).toBe(changes.length + 1)
  })

  test('describes itself by name, edition and version, and lists the databases that are no part of SQL Server', async () => {
    scene = await startSqlScene({ databases: { [proefName]: proefAdministration(), 'Andere zaak': [] } })
    expect(await scene.connect().describe(untilTheEnd())).toBe(
      '‘Proef B.V.’ (SQL Server 2019 Express Edition, 15.0.2000.5)',
    )
    const { user, password } = scene.server
    const server = { server: scene.address, user, password, encryption: 'automatic' as const }
    expect(await listDatabases(server, {}, untilTheEnd())).toEqual(['Andere zaak', 'Proef B.V.'])
  })

  test('nothing is asked before the first question, and the schema once per connection', async () => {
    scene = await startSqlScene()
    const database = scene.connect()
    expect([scene.server.logIns(), database.calls()]).toEqual([0, 0])
    await readAll(database, everything)
    await readAll(database, everything)
    expect([scene.server.logIns(), database.calls()]).toEqual([1, 3])
  })
})

describe.skipIf(!hasOpenSsl())('SNEL-2 the line to SQL Server', () => {
  const ways = [
    { tls: 'offered', encryption: 'automatic', isSecret: true },
    { tls: 'offered', encryption: 'required', isSecret: true },
    { tls: 'offered', encryption: 'off', isSecret: false },
    { tls: 'required', encryption: 'automatic', isSecret: true },
    { tls: 'weak', encryption: 'automatic', isSecret: true },
    { tls: 'none', encryption: 'automatic', isSecret: false },
    { tls: 'old', encryption: 'off', isSecret: false },
  ] as const

  for (const { tls, encryption, isSecret } of ways) {
    test(`is ${isSecret ? 'encrypted' : 'plain'} where the server has TLS '${tls}' and the setting says '${encryption}'`, async () => {
      scene = await startSqlScene({ tls, overhears: true }, 600)
      const trust = encryption === 'required' ? { certificateAuthority: scene.server.certificate() } : {}
      expect(await readAll(scene.connect({ encryption }, trust), everything)).toHaveLength(600)
      expect(scene.server.overheard().includes(Buffer.from('Code 7', 'utf16le'))).toBe(!isSecret)
    })
  }

  const refusals = [
    { tls: 'none', encryption: 'required', code: 'desktop.sqlNoTls' },
    { tls: 'required', encryption: 'off', code: 'desktop.sqlTlsRequired' },
    { tls: 'offered', encryption: 'required', code: 'desktop.sqlCertificate' },
    { tls: 'old', encryption: 'automatic', code: 'desktop.sqlTls' },
    { tls: 'old', encryption: 'required', code: 'desktop.sqlTls' },
  ] as const

  for (const { tls, encryption, code } of refusals) {
    test(`SNEL-6 is refused with ${code} where the server has TLS '${tls}' and the setting says '${encryption}'`, async () => {
      scene = await startSqlScene({ tls })
      await expect(scene.connect({ encryption }).schema(untilTheEnd())).rejects.toMatchObject({ code, sent: false })
      expect(scene.server.logIns()).toBe(0)
    })
  }
})

const fixture = 'snelstart-desktop/demo-bv.tsql.sql'

describeWith({ fixtures: [fixture] }, 'SNEL-1 the whole of Demo BV over TDS', () => {
  const administration = (): Administration => parseAdministration(readFileSync(join(fixturesFolder, fixture), 'utf8'))

  for (const tls of hasOpenSsl() ? (['none', 'required'] as const) : (['none'] as const)) {
    test(`is the T-SQL file cell by cell (${tls === 'none' ? 'plain' : 'TLS'})`, async () => {
      const tables = administration()
      scene = await startSqlScene({ databases: { 'Demo BV': tables }, tls })
      const database = scene.connect()
      const schema = await database.schema(untilTheEnd())
      expect([...schema.values()].map(({ name }) => name)).toEqual(
        expect.arrayContaining(tables.map(({ name }) => name)),
      )
      expect(tables).toHaveLength(44)
      for (const table of tables) {
        const columns = table.columns.map(({ name }) => name)
        const rows = await readAll(database, { table: table.name, key: keyOf(table), columns })
        const wanted = table.rows.toSorted((a, b) => Number(a[keyOf(table)]) - Number(b[keyOf(table)]))
        expect([table.name, rows]).toEqual([table.name, wanted])
      }
    })
  }
})
