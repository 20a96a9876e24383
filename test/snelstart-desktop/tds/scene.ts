// A SQL Server with one small administration and a connection to it, for the tests of this side.
import type { Ask, Database, Row } from '../../../src/accounting/snelstart-desktop/database/database.ts'
import {
  openSqlServer,
  type SqlServerSettings,
} from '../../../src/accounting/snelstart-desktop/database/sql-server/sql-server.ts'
import type { SqlOptions } from '../../../src/net/sql-server.ts'
import type { Administration, SampleRow, SampleTable } from '../tables.ts'
import { type SqlServer, type SqlServerOptions, startSqlServer } from './server.ts'

export const proefName = 'Proef B.V.'

const columns: SampleTable['columns'] = [
  { name: 'fldProefID', type: 'integer', key: true },
  { name: 'fldWebshop code', type: 'text', key: false },
  { name: 'fldMemo', type: 'memo', key: false },
  { name: 'fldPrijs', type: 'money', key: false },
  { name: 'fldAantal', type: 'float', key: false },
  { name: 'fldAan', type: 'boolean', key: false },
  { name: 'fldDatum', type: 'moment', key: false },
]

const first: readonly SampleRow[] = [
  toRow(-2, 'Café Zwart ', 'Een lange dag\r\nen ’s avonds 😀', '-1.2500', 0.1, true, '2026-01-02T03:04:05'),
  toRow(0, '', '', '0.0000', 0, false, '2025-12-31T00:00:00'),
  toRow(3, null, null, null, null, false, null),
  toRow(4, "d'Or [100%_!]", 'x'.repeat(9000), '922337203685477.5807', -1e-7, true, '1899-12-30T00:00:00'),
]

function toRow(...[id, code, memo, price, quantity, on, date]: readonly SampleRow[string][]): SampleRow {
  return {
    fldProefID: id ?? null,
    'fldWebshop code': code ?? null,
    fldMemo: memo ?? null,
    fldPrijs: price ?? null,
    fldAantal: quantity ?? null,
    fldAan: on ?? false,
    fldDatum: date ?? null,
  }
}

/** `rows`: with the four odd ones that come first. */
export function proefAdministration(rows = 4): Administration {
  const more = Array.from({ length: rows - first.length }, (_, index) => {
    const id = 10 + index * 3
    return toRow(id, `Code ${index}`, null, `${index}.5000`, index / 4, index % 2 === 0, '2026-02-03T00:00:00')
  })
  return [
    { name: 'tblProef', columns, rows: [...first, ...more] },
    { name: 'tblLeeg', columns: columns.slice(0, 2), rows: [] },
  ]
}

export const everything: Ask = { table: 'tblProef', key: 'fldProefID', columns: columns.map(({ name }) => name) }

export type SqlScene = {
  readonly server: SqlServer
  /** Where it listens, as a user would type it. */
  readonly address: string
  readonly connect: (settings?: Partial<SqlServerSettings>, options?: SqlOptions) => Database
  readonly stop: () => Promise<void>
}

/** Plain TDS and four rows unless said otherwise. */
export async function startSqlScene(options: Partial<SqlServerOptions> = {}, rows = 4): Promise<SqlScene> {
  const server = await startSqlServer({
    databases: { [proefName]: proefAdministration(rows) },
    tls: 'none',
    ...options,
  })
  const address = `${server.host},${server.port}`
  const { user, password } = server
  const opened: Database[] = []
  return {
    server,
    address,
    connect: (settings = {}, limits = {}) => {
      const [administration = ''] = Object.keys(server.databases)
      const asked = { server: address, administration, user, password, encryption: 'automatic' as const, ...settings }
      const database = openSqlServer(asked, limits)
      opened.push(database)
      return database
    },
    stop: async () => {
      for (const database of opened) await database.close()
      await server.stop()
    },
  }
}

export const untilTheEnd = (): AbortSignal => new AbortController().signal

export async function readAll(database: Database, ask: Ask, signal: AbortSignal = untilTheEnd()): Promise<Row[]> {
  const rows: Row[] = []
  for await (const page of database.read(ask, signal)) rows.push(...page)
  return rows
}
