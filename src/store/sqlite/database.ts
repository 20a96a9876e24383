// One connection to the database file: typed queries, prepared statements kept for the next time, transactions that are
// synchronous from begin to commit. Knows nothing of what is stored.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { Compilable } from 'kysely'
import { backUpTo } from './backup.ts'
import { createQueries, type Queries } from './dialect.ts'
import { withFailures } from './failures.ts'

export type Database = {
  readonly path: string
  readonly queries: Queries
  readonly all: <Row>(query: Compilable<Row>) => readonly Row[]
  readonly first: <Row>(query: Compilable<Row>) => Row | null
  /** Number of rows changed. */
  readonly run: (query: Compilable) => number
  /** Several statements, without values. */
  readonly script: (sql: string) => void
  /** BEGIN IMMEDIATE … COMMIT; rolled back whole where `work` throws. `work` must not be asynchronous, nor nested. */
  readonly write: <Value>(work: () => Value) => Value
  /** Changes whenever another connection has committed (https://sqlite.org/pragma.html#pragma_data_version). */
  readonly dataVersion: () => number
  /** A whole copy of what is committed. */
  readonly backUpTo: (path: string) => Promise<void>
  readonly close: () => void
}

/** The store's queries have few shapes; more than this means that values got into the text of one. */
const mostStatements = 300

/** Throws StoreFailed, also from every function of what it gives. */
export function openDatabase(path: string, options: { busyTimeoutMs: number }): Database {
  const connection = withFailures(path, () => connect(path, options.busyTimeoutMs))
  const statements = new Map<string, StatementSync>()

  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    if (statements.size >= mostStatements) statements.clear()
    const statement = connection.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const compile = (query: Compilable): readonly [StatementSync, SQLInputValue[]] => {
    const { sql, parameters } = query.compile()
    return [prepare(sql), parameters as SQLInputValue[]]
  }
  const all = <Row>(query: Compilable<Row>): readonly Row[] =>
    withFailures(path, () => {
      const [statement, values] = compile(query)
      return statement.all(...values) as Row[]
    })

  return {
    path,
    queries: createQueries(),
    all,
    first: <Row>(query: Compilable<Row>) => all(query)[0] ?? null,
    run: (query) =>
      withFailures(path, () => {
        const [statement, values] = compile(query)
        return Number(statement.run(...values).changes)
      }),
    script: (sql) => withFailures(path, () => connection.exec(sql)),
    write: (work) =>
      withFailures(path, () => {
        connection.exec('begin immediate')
        try {
          const value = work()
          connection.exec('commit')
          return value
        } catch (error) {
          // After some errors (disk full) SQLite has rolled back by itself.
          if (connection.isTransaction) connection.exec('rollback')
          throw error
        }
      }),
    dataVersion: () => withFailures(path, () => Number(prepare('pragma data_version').get()?.['data_version'] ?? 0)),
    backUpTo: (target) => backUpTo(connection, target),
    close: () => withFailures(path, () => connection.isOpen && connection.close()),
  }
}

function connect(path: string, busyTimeoutMs: number): DatabaseSync {
  const connection = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true })
  try {
    // FULL: a commit is on the disk before the call outside is made (design 3).
    connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
