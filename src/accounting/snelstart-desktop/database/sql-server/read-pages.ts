// The rows of one table in pages by key: each row once, whatever is added or removed meanwhile.
import { UnexpectedAnswer } from '../../../../core/failures.ts'
import type { SqlRow } from '../../../../net/sql-query.ts'
import type { Ask, Cell, Row } from '../database.ts'
import { readCell } from '../read-cell.ts'
import { toPageStatement } from '../statement.ts'
import { findColumn, type SqlColumn, type SqlTable } from '../statement-table.ts'
import type { SqlSession } from './session.ts'

/** The largest page that `Database.read` may give; smaller ones were slower. */
const pageSize = 500

export async function* readPages(
  session: SqlSession,
  table: SqlTable,
  ask: Ask,
  signal: AbortSignal,
): AsyncGenerator<readonly Row[]> {
  const columns = ask.columns.map((name) => ({ name, column: findColumn(table, name) }))
  const key = findColumn(table, ask.key)
  let after: number | null = null
  for (;;) {
    const rows = await session.ask(toPageStatement(table, ask, after, pageSize), signal)
    if (rows.length === 0) return
    const keys = rows.map((row) => readCell(key, row[columns.length]))
    after = lastKey(keys, after)
    if (after === null || rows.length > pageSize) throw wrong(table, ask)
    yield rows.map((row) => toRow(row, columns))
    if (rows.length < pageSize) return
  }
}

/** null where they do not rise strictly: rows would be lost between two pages, or read for ever. */
function lastKey(keys: readonly Cell[], after: number | null): number | null {
  let last = after ?? Number.NEGATIVE_INFINITY
  for (const key of keys) {
    if (typeof key !== 'number' || key <= last) return null
    last = key
  }
  return last
}

function toRow(row: SqlRow, columns: readonly { readonly name: string; readonly column: SqlColumn }[]): Row {
  const cells: Record<string, Cell> = {}
  columns.forEach(({ name, column }, index) => {
    cells[name] = readCell(column, row[index])
  })
  return cells
}

const wrong = (table: SqlTable, ask: Ask): UnexpectedAnswer =>
  new UnexpectedAnswer('desktop.sqlAnswer', 'a page whose keys do not rise', { answer: `${table.name}.${ask.key}` })
