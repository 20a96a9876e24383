// One database of the stand-in: an Administration in SQLite, with the tables that SQL Server keeps about itself. It follows the
// file in which the stand-in Gateway writes what it did.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { Administration, SampleCell, SampleColumn, SampleTable } from '../tables.ts'
import { defineFunctions } from './functions.ts'
import { followJournal } from './journal.ts'
import type { CatalogueTable, Select } from './select.ts'
import type { TdsCell } from './tokens.ts'

type Catalogue = CatalogueTable['columns'][number]

export type Store = {
  readonly findTable: (schema: string, name: string) => CatalogueTable | undefined
  /** Reads what is new in the journal first. */
  readonly run: (select: Select) => readonly (readonly TdsCell[])[]
  readonly write: (table: string, row: Readonly<Record<string, SampleCell>>) => void
  readonly removeRow: (table: string, key: number) => void
  /** As somebody who changes the database while we read: the table (or one column) is gone. */
  readonly drop: (table: string, column?: string) => void
  readonly close: () => void
}

const types: Readonly<Record<SampleColumn['type'], Pick<Catalogue, 'type' | 'dataType'>>> = {
  integer: { type: 'int', dataType: 'int' },
  money: { type: 'decimal', dataType: 'decimal' },
  float: { type: 'float', dataType: 'float' },
  boolean: { type: 'bit', dataType: 'bit' },
  text: { type: 'nvarchar', dataType: 'nvarchar' },
  memo: { type: 'max', dataType: 'nvarchar' },
  moment: { type: 'datetime', dataType: 'datetime' },
}

export function createStore(
  administration: Administration,
  databases: readonly string[],
  journal: string | null,
): Store {
  const db = new DatabaseSync(':memory:')
  defineFunctions(db)
  for (const schema of ['dbo', 'INFORMATION_SCHEMA', 'sys']) db.exec(`ATTACH ':memory:' AS [${schema}]`)
  const catalogue = new Map<string, CatalogueTable>()
  const add = (table: CatalogueTable, key: string | null): void => {
    catalogue.set(`${table.schema}.${table.name}`.toLowerCase(), table)
    const columns = table.columns.map(({ name }) => (name === key ? `[${name}] INTEGER PRIMARY KEY` : `[${name}]`))
    db.exec(`CREATE TABLE [${table.schema}].[${table.name}] (${columns.join(', ')})`)
  }
  for (const table of administration) add(toCatalogue(table), table.columns.find(({ key }) => key)?.name ?? null)
  addSystemTables(add)
  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  const byName = new Map(administration.map((table) => [table.name, table]))
  const write = (name: string, row: Readonly<Record<string, SampleCell>>): void => {
    const table = byName.get(name)
    if (table === undefined) throw new Error(`no table ${name}`)
    const places = table.columns.map(() => '?').join(', ')
    const values = table.columns.map((column) => toStored(column, row[column.name] ?? null))
    prepare(`INSERT OR REPLACE INTO [dbo].[${name}] VALUES (${places})`).run(...values)
  }
  db.exec('BEGIN')
  for (const table of administration) for (const row of table.rows) write(table.name, row)
  // As SQL Server: its own views do not stand in it.
  for (const table of [...catalogue.values()].filter(({ schema }) => schema === 'dbo')) {
    for (const { name, dataType } of table.columns) {
      prepare('INSERT INTO [INFORMATION_SCHEMA].[COLUMNS] VALUES (?, ?, ?, ?)').run(
        table.schema,
        table.name,
        name,
        dataType,
      )
    }
  }
  ;['master', 'tempdb', 'model', 'msdb', ...databases].forEach((name, index) => {
    prepare('INSERT INTO [sys].[databases] VALUES (?, ?, 0)').run(name, index + 1)
    prepare('INSERT INTO [sys].[master_files] VALUES (?, ?)').run(index + 1, `C:\\Data\\${name}.mdf`)
  })
  db.exec('COMMIT')
  const follow =
    journal === null
      ? () => null
      : followJournal(journal, (table, row) => (byName.has(table) ? write(table, row) : undefined))
  return {
    findTable: (schema, name) => catalogue.get(`${schema}.${name}`.toLowerCase()),
    run: ({ sql, parameters }) => {
      follow()
      const statement = prepare(sql)
      statement.setReturnArrays(true)
      return statement.all(...parameters) as unknown as TdsCell[][]
    },
    write,
    removeRow: (table, key) => {
      const name = byName.get(table)?.columns.find((column) => column.key)?.name ?? ''
      prepare(`DELETE FROM [dbo].[${table}] WHERE [${name}] = ?`).run(key)
    },
    drop: (table, column) => {
      const key = `dbo.${table}`.toLowerCase()
      const known = catalogue.get(key)
      if (known === undefined || column === undefined) catalogue.delete(key)
      else catalogue.set(key, { ...known, columns: known.columns.filter(({ name }) => name !== column) })
    },
    close: () => db.close(),
  }
}

const toCatalogue = ({ name, columns }: SampleTable): CatalogueTable => ({
  schema: 'dbo',
  name,
  columns: columns.map((column) => ({ name: column.name, ...types[column.type] })),
})

function addSystemTables(add: (table: CatalogueTable, key: null) => void): void {
  const text = (name: string): Catalogue => ({ name, type: 'nvarchar', dataType: 'nvarchar' })
  const int = (name: string): Catalogue => ({ name, type: 'int', dataType: 'int' })
  const names = ['TABLE_SCHEMA', 'TABLE_NAME', 'COLUMN_NAME', 'DATA_TYPE']
  add({ schema: 'INFORMATION_SCHEMA', name: 'COLUMNS', columns: names.map(text) }, null)
  add({ schema: 'sys', name: 'master_files', columns: [int('database_id'), text('physical_name')] }, null)
  add({ schema: 'sys', name: 'databases', columns: [text('name'), int('database_id'), int('state')] }, null)
}

/** Amounts as decimal(19,4) gives them: four decimals. */
function toStored(column: SampleColumn, cell: SampleCell): SQLInputValue {
  if (typeof cell === 'boolean') return cell ? 1 : 0
  if (column.type !== 'money' || cell === null) return cell
  const [whole = '', decimals = ''] = String(cell).split('.')
  return `${whole}.${decimals.padEnd(4, '0')}`
}
