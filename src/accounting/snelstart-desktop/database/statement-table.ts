// Tables and columns as SQL Server itself names them, and what a statement is made of.
import { Bug } from '../../../core/failures.ts'
import type { ColumnType } from './database.ts'

export type SqlColumn = { readonly name: string; readonly type: ColumnType; readonly dataType: string }
/** A `Table` of database.ts that also knows where it stands and what SQL Server calls its columns' types. */
export type SqlTable = {
  readonly name: string
  readonly schema: string
  readonly columns: ReadonlyMap<string, SqlColumn>
}

export type SqlParameter = {
  readonly name: string
  readonly type: 'int' | 'bigint' | 'float' | 'bit' | 'nvarchar(4000)'
  readonly value: string | number | boolean
}
export type SqlStatement = { readonly text: string; readonly parameters: readonly SqlParameter[] }

const types: Readonly<Record<string, ColumnType>> = {
  int: 'integer',
  bigint: 'integer',
  smallint: 'integer',
  tinyint: 'integer',
  decimal: 'money',
  numeric: 'money',
  money: 'money',
  smallmoney: 'money',
  float: 'float',
  real: 'float',
  bit: 'boolean',
  nvarchar: 'text',
  varchar: 'text',
  nchar: 'text',
  char: 'text',
  ntext: 'text',
  text: 'text',
  datetime: 'moment',
  smalldatetime: 'moment',
  datetime2: 'moment',
  date: 'moment',
}

/** `dataType`: as INFORMATION_SCHEMA.COLUMNS names it. */
export const toColumnType = (dataType: string): ColumnType => types[dataType.toLowerCase()] ?? 'other'

/** `name`: in any capitals. */
export function findColumn(table: SqlTable, name: string): SqlColumn {
  const column = table.columns.get(name.toLowerCase())
  if (column === undefined) throw new Bug('a column that the schema has not', { table: table.name, column: name })
  return column
}

export const quote = (name: string): string => `[${name.replaceAll(']', ']]')}]`
