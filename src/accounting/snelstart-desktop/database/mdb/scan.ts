// The rows of a table that answer an ask, part by part, so that memory holds few of them at a time.
import type { Column, Table as MdbTable, Value } from 'mdb-reader'
import { UnexpectedAnswer } from '../../../../core/failures.ts'
import type { Ask, Cell, Row } from '../database.ts'
import { columnType, toCell } from './cells.ts'
import { columnsOfWhere, compileWhere } from './conditions.ts'
import type { View } from './view.ts'

type Found = Readonly<Record<string, Value>>
export type KeyedRow = { readonly key: Cell; readonly row: Row }

/** With more matches than this in a part it is cheaper to read the part whole. */
const fewMatches = 8

/** A part may be empty. Throws UnexpectedAnswer 'desktop.mdbChanged' where a table or column is gone; anything else means a file
 *  that cannot be understood. */
export function* scan(view: View, ask: Ask): Generator<readonly KeyedRow[]> {
  const table = view.tables.get(ask.table.toLowerCase()) ?? gone(ask.table)
  const columnOf = columnsOf(table)
  const where = ask.where ?? []
  const wanted = namesOf([ask.key, ...ask.columns].map(columnOf))
  const tested = namesOf(columnsOfWhere(where).map(columnOf))
  const holds = compileWhere(where, (name) => columnType(columnOf(name).type))
  const shaped = shapeRows(ask, columnOf)
  for (const part of view.partsOf(ask.table) ?? []) {
    if (where.length === 0) {
      yield part.getData<Found>({ columns: wanted }).map(shaped)
      continue
    }
    const rows = part.getData<Found>({ columns: tested })
    const matches = rows.flatMap((row, index) => (holds(cellsOf(row, columnOf)) ? [index] : []))
    yield readMatches(part, wanted, matches).map(shaped)
  }
}

function readMatches(part: MdbTable, columns: readonly string[], matches: readonly number[]): Found[] {
  if (matches.length <= fewMatches)
    return matches.flatMap((rowOffset) => part.getData<Found>({ columns, rowOffset, rowLimit: 1 }))
  const isMatch = new Set(matches)
  const rows = part.getData<Found>({ columns })
  return rows.filter((_, index) => isMatch.has(index))
}

const namesOf = (columns: readonly Column[]): readonly string[] => [...new Set(columns.map(({ name }) => name))]

type ColumnOf = (name: string) => Column

function columnsOf(table: MdbTable): ColumnOf {
  const columns = new Map(table.getColumns().map((column) => [column.name.toLowerCase(), column]))
  return (name) => columns.get(name.toLowerCase()) ?? gone(`${table.name}.${name}`)
}

function gone(what: string): never {
  throw new UnexpectedAnswer('desktop.mdbChanged', 'a table or column that was there is gone', { missing: what })
}

const cellsOf =
  (row: Found, columnOf: ColumnOf) =>
  (name: string): Cell => {
    const { name: spelled, type } = columnOf(name)
    return toCell(type, row[spelled])
  }

function shapeRows(ask: Ask, columnOf: ColumnOf): (row: Found) => KeyedRow {
  const [key, columns] = [columnOf(ask.key), ask.columns.map((name) => [name, columnOf(name)] as const)]
  return (found) => ({
    key: toCell(key.type, found[key.name]),
    row: Object.fromEntries(columns.map(([name, column]) => [name, toCell(column.type, found[column.name])])),
  })
}
