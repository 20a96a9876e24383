// Reads SnelStart's tables by the names of tables.ts, after having looked once per connection which tables and columns are
// there. What is compulsory and missing is named in one failure; what is optional and missing reads as empty.
import { Bug } from '../../core/failures.ts'
import type { AccountingEnvironment } from '../accounting.ts'
import type { Ask, Cell, ColumnType, Condition, Database, Table } from './database/database.ts'
import { columnsMissing, type Found, lookUpTables } from './look-up.ts'
import { type ColumnOf, type TableName, wantedTables } from './tables.ts'

export type RowOf<Column extends string> = Readonly<Record<Column, Cell>>
export type Where = NonNullable<Ask['where']>

export type OtherColumn = { readonly name: string; readonly type: ColumnType }

export type Reader = {
  readonly database: Database
  /** For 'Verbinding testen': looks the tables up where that was not done yet, and reads the first page of each that is there, because
   *  one that can be seen may be closed to this user. Throws 'desktop.noAdministration', 'desktop.columnsMissing', and as `Database`
   *  does. */
  readonly lookUp: (signal: AbortSignal) => Promise<void>
  /** Pages of rows; a column that is not there is null, a table that may be missing has no rows. Conditions on columns that
   *  are not there never hold. Throws 'desktop.columnsMissing' for a table that cannot be done without now. */
  readonly pages: <Name extends TableName, Column extends ColumnOf<Name>>(
    name: Name,
    columns: readonly Column[],
    signal: AbortSignal,
    where?: Where,
  ) => AsyncIterable<readonly RowOf<Column>[]>
  readonly all: <Name extends TableName, Column extends ColumnOf<Name>>(
    name: Name,
    columns: readonly Column[],
    signal: AbortSignal,
    where?: Where,
  ) => Promise<readonly RowOf<Column>[]>
  /** Every column of the table that we have no name for, as the database spells it. */
  readonly otherColumns: (name: TableName, signal: AbortSignal) => Promise<readonly OtherColumn[]>
  /** Rows with such columns, and the key. */
  readonly otherPages: (
    name: TableName,
    columns: readonly string[],
    signal: AbortSignal,
    where?: Where,
  ) => AsyncIterable<readonly RowOf<string>[]>
  /** Of those of these tables that are there; null: cannot be told. */
  readonly fingerprint: (names: readonly TableName[], signal: AbortSignal) => Promise<string | null>
}

export function createReader(database: Database, log: AccountingEnvironment['log']): Reader {
  let looking: Promise<Found> | null = null
  const look = (signal: AbortSignal): Promise<Found> => {
    looking ??= lookUpTables(database, log, signal).catch((error: unknown) => {
      looking = null
      throw error
    })
    return looking
  }
  const tableOf = async (name: TableName, signal: AbortSignal): Promise<Table | null> => {
    const found = await look(signal)
    const lacking = found.lacking.get(name)
    if (lacking !== undefined) throw columnsMissing(lacking, found.version)
    return found.tables.get(name) ?? null
  }
  const pages: Reader['pages'] = async function* (name, columns, signal, where = []) {
    const table = await tableOf(name, signal)
    if (table !== null) yield* readTable(database, name, table, columns, signal, where)
  }
  return {
    database,
    lookUp: async (signal) => {
      const { tables } = await look(signal)
      for (const name of tables.keys())
        for await (const _ of pages(name, Object.keys(wantedTables[name].columns) as ColumnOf<typeof name>[], signal))
          break
    },
    pages,
    all: async (name, columns, signal, where) => (await Array.fromAsync(pages(name, columns, signal, where))).flat(),
    otherColumns: async (name, signal) => {
      const table = await tableOf(name, signal)
      const ours = new Set(Object.keys(wantedTables[name].columns).map((column) => column.toLowerCase()))
      return [...(table?.columns ?? [])].filter(([lower]) => !ours.has(lower)).map(([, column]) => column)
    },
    otherPages: async function* (name, columns, signal, where = []) {
      const table = await tableOf(name, signal)
      const key = wantedTables[name].key
      if (table !== null) yield* readTable(database, name, table, [key, ...columns], signal, where)
    },
    fingerprint: async (names, signal) => {
      const { tables } = await look(signal)
      const there = names.flatMap((name) => tables.get(name)?.name ?? [])
      return database.fingerprint(there, signal)
    },
  }
}

async function* readTable<Column extends string>(
  database: Database,
  name: TableName,
  table: Table,
  columns: readonly Column[],
  signal: AbortSignal,
  where: Where,
): AsyncIterable<readonly RowOf<Column>[]> {
  const spelled = (column: string): string | null => table.columns.get(column.toLowerCase())?.name ?? null
  const conditions = toConditions(where, spelled)
  if (conditions === null) return
  const ask: Ask = {
    table: table.name,
    key: spelled(wantedTables[name].key) ?? '',
    columns: columns.flatMap((column) => spelled(column) ?? []),
    where: conditions,
  }
  const isPlain = columns.every((column) => spelled(column) === column)
  for await (const rows of database.read(ask, signal)) {
    if (isPlain) yield rows as readonly RowOf<Column>[]
    else
      yield rows.map(
        (row) =>
          Object.fromEntries(columns.map((column) => [column, row[spelled(column) ?? ''] ?? null])) as RowOf<Column>,
      )
  }
}

/** null: no row can hold them. */
function toConditions(where: Where, spelled: (column: string) => string | null): Where | null {
  const conditions: Where[number][] = []
  for (const part of where) {
    if ('anyOf' in part) {
      const anyOf = part.anyOf.flatMap((one): Condition[] => respell(one, spelled))
      if (anyOf.length === 0) return null
      conditions.push({ anyOf })
    } else {
      const [condition] = respell(part, spelled)
      if (condition === undefined) throw new Bug(`a condition on a column that is not there: ${part.column}`)
      conditions.push(condition)
    }
  }
  return conditions
}

function respell(condition: Condition, spelled: (column: string) => string | null): Condition[] {
  const column = spelled(condition.column)
  return column === null ? [] : [{ ...condition, column }]
}
