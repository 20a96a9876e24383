// Which of the tables and columns that we want are there. Asked once per connection.
import { UnexpectedAnswer } from '../../core/failures.ts'
import type { AccountingEnvironment } from '../accounting.ts'
import type { Database, Schema, Table } from './database/database.ts'
import { markOfAnAdministration, newestKnownVersion, type TableName, wantedTables } from './tables.ts'

export type Found = {
  readonly tables: ReadonlyMap<TableName, Table>
  readonly version: string
  /** Tables that are asked for only when used, with what they lack. */
  readonly lacking: ReadonlyMap<TableName, readonly string[]>
}

/** Throws 'desktop.noAdministration', or 'desktop.columnsMissing' with everything that is missing. */
export async function lookUpTables(
  database: Database,
  log: AccountingEnvironment['log'],
  signal: AbortSignal,
): Promise<Found> {
  const schema = await database.schema(signal)
  const nameless = markOfAnAdministration.filter((name) => !schema.has(wantedTables[name].table.toLowerCase()))
  if (nameless.length > 0) {
    const missing = nameless.map((name) => wantedTables[name].table).join(', ')
    throw new UnexpectedAnswer('desktop.noAdministration', `no administration: ${missing} not there`, { missing })
  }
  const version = await readVersion(database, schema, signal)
  const lacks = (Object.keys(wantedTables) as TableName[]).map((name) => ({ name, ...lackOf(name, schema) }))
  const fatal = lacks
    .filter(({ name }) => wantedTables[name].needed === 'always')
    .flatMap(({ compulsory }) => compulsory)
  if (fatal.length > 0) throw columnsMissing(fatal, version)
  if (Number.parseInt(version, 10) > newestKnownVersion) log('extended', 'desktop.newerVersion', { version })
  for (const { compulsory, optional } of lacks)
    for (const column of [...compulsory, ...optional]) log('extended', 'desktop.columnNotThere', { column, version })
  const there = lacks.filter(({ compulsory }) => compulsory.length === 0)
  const lacking = lacks.filter(
    ({ name, compulsory }) => wantedTables[name].needed === 'whenUsed' && compulsory.length > 0,
  )
  return {
    version,
    tables: new Map(there.map(({ name }) => [name, schema.get(wantedTables[name].table.toLowerCase())!])),
    lacking: new Map(lacking.map(({ name, compulsory }) => [name, compulsory])),
  }
}

type Lack = { readonly compulsory: readonly string[]; readonly optional: readonly string[] }

function lackOf(name: TableName, schema: Schema): Lack {
  const wanted = wantedTables[name]
  const table = schema.get(wanted.table.toLowerCase())
  if (table === undefined) return { compulsory: [wanted.table], optional: [] }
  const absent = Object.entries(wanted.columns).filter(([column]) => !table.columns.has(column.toLowerCase()))
  const named = (optional: boolean): readonly string[] =>
    absent.filter(([, { without }]) => (without !== null) === optional).map(([column]) => `${wanted.table}.${column}`)
  return { compulsory: named(false), optional: named(true) }
}

export const columnsMissing = (missing: readonly string[], version: string): UnexpectedAnswer =>
  new UnexpectedAnswer('desktop.columnsMissing', `columns missing: ${missing.join(', ')}`, {
    missing: missing.join(', '),
    version,
  })

/** '?' where it cannot be read. */
async function readVersion(database: Database, schema: Schema, signal: AbortSignal): Promise<string> {
  const table = schema.get(wantedTables.settings.table.toLowerCase())
  const [key, version] = ['fldInstellingID', 'fldVersie'].map(
    (column) => table?.columns.get(column.toLowerCase())?.name,
  )
  if (table === undefined || key === undefined || version === undefined) return '?'
  for await (const [row] of database.read({ table: table.name, key, columns: [version] }, signal))
    if (row !== undefined) return String(row[version] ?? '?')
  return '?'
}
