// One moment of an .mdb file, opened: its tables with their columns.
import type MDBReader from 'mdb-reader'
import type { Table as MdbTable } from 'mdb-reader'
import { type FailureContext, SettingsWrong } from '../../../../core/failures.ts'
import type { Schema, Table } from '../database.ts'
import { columnType } from './cells.ts'
import { toBuffer } from './page-buffer.ts'
import type { Pages } from './pages.ts'

export type View = {
  readonly pages: Pages
  readonly schema: Schema
  /** By name in lower case. */
  readonly tables: ReadonlyMap<string, MdbTable>
  /** The table in parts of bounded size, each with rows of its own, together with all; null: there is no such table. */
  readonly partsOf: (name: string) => Iterable<MdbTable> | null
  /** The page that a table's definition begins at, which its rows' pages name; by name in lower case. */
  readonly definitions: ReadonlyMap<string, number>
}

/** Throws SettingsWrong 'desktop.mdbPassword' or 'desktop.mdbEmpty'; anything else means that the file cannot be understood. */
export function openView(Reader: typeof MDBReader, pages: Pages, context: FailureContext): View {
  const file = toBuffer(pages)
  const reader = new Reader(file.buffer)
  // The rows could be read without it; that is not ours to do.
  if (reader.getPassword() !== null)
    throw new SettingsWrong('desktop.mdbPassword', 'the file has a database password', context)
  const tables = new Map(reader.getTableNames().map((name) => [name.toLowerCase(), reader.getTable(name)]))
  if (tables.size === 0) throw new SettingsWrong('desktop.mdbEmpty', 'no tables at all', context)
  const schema = new Map([...tables].map(([name, table]) => [name, describeTable(table)]))
  const definitions = readDefinitions(reader)
  const partsOf: View['partsOf'] = (name) => {
    const [table, definition] = [tables.get(name.toLowerCase()), definitions.get(name.toLowerCase())]
    if (table === undefined || definition === undefined) return table === undefined ? null : [table]
    return file
      .partsOf(definition)
      .values()
      .map((part) => file.withPart(definition, part, () => reader.getTable(table.name)))
  }
  return { pages, tables, schema, definitions, partsOf }
}

function describeTable(table: MdbTable): Table {
  const columns = table
    .getColumns()
    .map(({ name, type }) => [name.toLowerCase(), { name, type: columnType(type) }] as const)
  return { name: table.name, columns: new Map(columns) }
}

/** The catalogue is a table like the others; the low three bytes of a table's number are its page. */
function readDefinitions(reader: MDBReader): ReadonlyMap<string, number> {
  const catalogue = 'MSysObjects'
  if (!reader.getTableNames({ normalTables: true, systemTables: true }).includes(catalogue)) return new Map()
  const rows = reader.getTable(catalogue).getData({ columns: ['Id', 'Name', 'Type'] })
  const tables = rows.filter((row) => (Number(row['Type']) & 0x7f) === 1)
  return new Map(tables.map((row) => [String(row['Name']).toLowerCase(), Number(row['Id']) & 0xffffff]))
}
