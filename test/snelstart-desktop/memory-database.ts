// The database interface over plain tables in memory: the rules of database.ts and nothing of any server or file. It gives rows
// backwards, so that nobody comes to rely on an order.
import { createHash } from 'node:crypto'
import type {
  Cell,
  ColumnType,
  Condition,
  Database,
  Row,
  Schema,
} from '../../src/accounting/snelstart-desktop/database/database.ts'
import type { Administration, SampleColumn, SampleRow } from './tables.ts'

export type MemoryDatabase = Database & {
  /** Adds the row, or puts it in the place of the one with the same key. */
  readonly change: (table: string, row: SampleRow) => void
  readonly remove: (table: string, key: number) => void
  /** The tables as they are now, to be read by another. */
  readonly tables: () => Administration
}

type Held = { readonly name: string; readonly columns: readonly SampleColumn[]; rows: SampleRow[] }

export function memoryDatabase(administration: Administration, pageSize = 500): MemoryDatabase {
  const tables = new Map<string, Held>(
    administration.map((table) => [table.name.toLowerCase(), { ...table, rows: [...table.rows] }]),
  )
  let calls = 0
  const find = (name: string): Held => {
    const table = tables.get(name.toLowerCase())
    if (table === undefined) throw new Error(`asked of a table that is not there: ${name}`)
    return table
  }
  const replace = (name: string, key: Cell | undefined, row: SampleRow | null): void => {
    const table = find(name)
    const keyColumn = table.columns.find((column) => column.key)?.name ?? ''
    const wanted = key ?? row?.[keyColumn]
    const others = table.rows.filter((held) => held[keyColumn] !== wanted)
    table.rows = row === null ? others : [...others, row]
  }

  return {
    schema: async () => {
      calls += 1
      return toSchema([...tables.values()])
    },
    async *read(ask, signal) {
      const table = find(ask.table)
      const name = (column: string): string => {
        const found = table.columns.find((held) => held.name.toLowerCase() === column.toLowerCase())
        if (found === undefined) throw new Error(`asked of a column that is not there: ${ask.table}.${column}`)
        return found.name
      }
      const holds = (row: SampleRow, condition: Condition): boolean =>
        holdsFor(row[name(condition.column)] ?? null, condition)
      const key = name(ask.key)
      const found = table.rows
        .filter((row) =>
          (ask.where ?? []).every((part) =>
            'anyOf' in part ? part.anyOf.some((one) => holds(row, one)) : holds(row, part),
          ),
        )
        .sort((a, b) => Number(b[key]) - Number(a[key]))
        .map((row): Row => Object.fromEntries(ask.columns.map((column) => [column, row[name(column)] ?? null])))
      for (let at = 0; at === 0 || at < found.length; at += pageSize) {
        signal.throwIfAborted()
        calls += 1
        const page = found.slice(at, at + pageSize)
        if (page.length > 0) yield page
      }
    },
    fingerprint: async (names) => {
      calls += 1
      const rows = names.map((name) => find(name).rows)
      return createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16)
    },
    describe: async () => 'memory',
    calls: () => calls,
    close: async () => {},
    change: (table, row) => replace(table, undefined, row),
    remove: (table, key) => replace(table, key, null),
    tables: () => [...tables.values()].map((table) => ({ ...table, rows: [...table.rows] })),
  }
}

const toSchema = (tables: readonly Held[]): Schema =>
  new Map(
    tables.map(({ name, columns }) => [
      name.toLowerCase(),
      {
        name,
        columns: new Map(
          columns.map((column) => [column.name.toLowerCase(), { name: column.name, type: schemaType(column.type) }]),
        ),
      },
    ]),
  )

const schemaType = (type: SampleColumn['type']): ColumnType => (type === 'memo' ? 'text' : type)

const plain = (value: Cell): Cell => (typeof value === 'string' ? value.trimEnd().toLowerCase() : value)

function holdsFor(value: Cell, condition: Condition): boolean {
  switch (condition.is) {
    case 'equal':
      return plain(value) === plain(condition.value)
    case 'oneOf':
      return condition.values.some((one) => plain(one) === plain(value))
    case 'atLeast':
      return value !== null && value >= condition.value
    case 'contains':
      return typeof value === 'string' && value.toLowerCase().includes(condition.value.toLowerCase())
  }
}
