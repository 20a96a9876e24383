// An administration read through the Windows helper, as a `Database`: SnelStart Lokaal (LocalDB) and SQL Server with Windows
// authentication, which only a program on that Windows can reach.
import { Failure, UnexpectedAnswer } from '../../../core/failures.ts'
import type { Helper } from '../gateway/gateway.ts'
import type { HelperCall, HelperQuestions, HelperResult } from '../gateway/protocol.ts'
import type { Ask, Cell, Database, Row } from './database.ts'
import { toLocalFailure } from './helper-failures.ts'
import { readCell } from './read-cell.ts'
import { splitAsk } from './split-ask.ts'
import { toDescription } from './sql-server/describe.ts'
import { demandTables, findTable, type SqlSchema, toSqlSchema } from './sql-server/schema.ts'
import { findColumn, type SqlTable } from './statement-table.ts'

/** The instance of LocalDB that SnelStart makes (reference B1). */
export const localServer = '(localdb)\\snelstart'

/** For SnelStart Lokaal `server` is `localServer` and `file` the whole path of the .mdf; for a SQL Server `file` is ''. `user` '':
 *  Windows authentication. */
export type HelperDatabase = HelperQuestions['sql.open']

/** The largest page that `Database.read` may give. */
const pageSize = 500

/** Opens it at the first question; a helper that had to be started again opens it again by itself. One database a helper. `close`
 *  leaves the helper to whoever made it. Throws besides what `Database` says what `Helper` throws, never with `sent` true. */
export function openHelperDatabase(database: HelperDatabase, helper: Helper): Database {
  let opening: Promise<HelperResult<'sql.open'>> | null = null
  let known: SqlSchema | null = null
  let calls = 0
  const callOnce = async <Call extends HelperCall>(
    name: Call,
    question: HelperQuestions[Call],
    signal: AbortSignal,
  ) => {
    calls++
    try {
      return await helper.call(name, question, signal)
    } catch (error) {
      throw toLocalFailure(error, database)
    }
  }
  // Everything here only reads, so asking once more is safe.
  const call: typeof callOnce = (name, question, signal) =>
    callOnce(name, question, signal).catch((error: unknown) => {
      if (!(error instanceof Failure) || !broken.has(error.code)) throw error
      return callOnce(name, question, signal)
    })
  const open = (signal: AbortSignal): Promise<HelperResult<'sql.open'>> => {
    opening ??= call('sql.open', database, signal).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }
  const schema = async (signal: AbortSignal): Promise<SqlSchema> => {
    await open(signal)
    // The helper has left out what stands in other schemas under the same name.
    const columns = known === null ? (await call('sql.schema', {}, signal)).columns : []
    const found = known ?? toSqlSchema(columns.map(([table, column, dataType]) => ['dbo', table, column, dataType]))
    // Whoever may attach a file sees all that is in it.
    known = database.file === '' ? demandTables(found, database.database) : found
    return known
  }
  async function* readPart(table: SqlTable, ask: Ask, signal: AbortSignal): AsyncGenerator<readonly Row[]> {
    const columns = withKey(ask)
    const places = ask.columns.map((name) => ({ name, at: columns.findIndex((column) => isSame(column, name)) }))
    const question = { table: table.name, key: ask.key, columns, where: ask.where ?? [], limit: pageSize }
    let after: number | null = null
    for (;;) {
      const page: HelperResult<'sql.rows'> = await call('sql.rows', { ...question, after }, signal)
      const rows = page.rows.map((row) => toCells(table, columns, row))
      if (rows.length === 0) return
      after = lastKey(rows, after, ask)
      yield rows.map((row) => Object.fromEntries(places.map(({ name, at }) => [name, row[at] ?? null])))
      if (rows.length < pageSize) return
    }
  }

  return {
    schema,
    read: async function* (ask, signal) {
      const table = findTable(await schema(signal), ask.table)
      for (const part of splitAsk(ask)) yield* readPart(table, part, signal)
    },
    fingerprint: async (tables, signal) => {
      const there = await schema(signal)
      const names = tables.map((name) => findTable(there, name).name)
      return (await call('sql.fingerprint', { tables: names }, signal)).fingerprint
    },
    describe: async (signal) => {
      const { version, database: name } = await open(signal)
      return toDescription([[version, '', database.database || name]])
    },
    calls: () => calls,
    close: async () => {},
  }
}

/** The helper died, or its connection with the database broke: a fresh one may do. */
const broken: ReadonlySet<string> = new Set(['gateway.died', 'desktop.sqlLost'])

/** Names of the databases on a server that this user (or '': this Windows user) may open, sorted. Throws as `Database.read`. */
export async function listHelperDatabases(
  server: HelperQuestions['sql.databases'],
  helper: Helper,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    return (await helper.call('sql.databases', server, signal)).databases
  } catch (error) {
    throw toLocalFailure(error, { ...server, database: '', file: '' })
  }
}

function toCells(table: SqlTable, names: readonly string[], row: readonly Cell[]): readonly Cell[] {
  if (row.length !== names.length) throw wrong('a row with other columns than asked', table.name)
  return names.map((name, index) => readCell(findColumn(table, name), row[index]))
}

/** No column twice: SQL Server does not order by a name that it gives twice. */
const withKey = ({ columns, key }: Ask): readonly string[] => [...columns.filter((name) => !isSame(name, key)), key]
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Of the page. Rows that do not go on behind `after`, in order, would be read twice or for ever. */
function lastKey(rows: readonly (readonly Cell[])[], after: number | null, ask: Ask): number {
  if (rows.length > pageSize) throw wrong('more rows than asked', ask.table)
  let last = after
  for (const row of rows) {
    const key = row.at(-1)
    if (typeof key !== 'number' || (last !== null && key <= last)) throw wrong('rows that do not go on', ask.table)
    last = key
  }
  return last ?? 0
}

const wrong = (what: string, table: string): UnexpectedAnswer =>
  new UnexpectedAnswer('desktop.sqlAnswer', what, { table, answer: what })
