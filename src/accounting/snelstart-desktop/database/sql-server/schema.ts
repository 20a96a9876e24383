// What SQL Server says of its tables and columns, as a schema.
import { LoginRefused, UnexpectedAnswer } from '../../../../core/failures.ts'
import type { SqlRow } from '../../../../net/sql-query.ts'
import { type SqlColumn, type SqlTable, toColumnType } from '../statement-table.ts'

export type SqlSchema = ReadonlyMap<string, SqlTable>

/** Of a name that stands in several schemas the one in dbo, where SnelStart has its tables. */
export function toSqlSchema(rows: readonly SqlRow[]): SqlSchema {
  const tables = new Map<string, { name: string; schema: string; columns: Map<string, SqlColumn> }>()
  for (const row of rows) {
    const [schema, name, column, dataType] = row.map(String)
    if (schema === undefined || name === undefined || column === undefined || dataType === undefined) continue
    const known = tables.get(name.toLowerCase())
    if (known !== undefined && known.schema !== schema && schema !== 'dbo') continue
    const table = known?.schema === schema ? known : { name, schema, columns: new Map<string, SqlColumn>() }
    tables.set(name.toLowerCase(), table)
    table.columns.set(column.toLowerCase(), { name: column, type: toColumnType(dataType), dataType })
  }
  return tables
}

/** SQL Server shows a user only the tables that he has a right on. Throws LoginRefused 'desktop.sqlNothingSeen' where that is none. */
export function demandTables(schema: SqlSchema, database: string): SqlSchema {
  if (schema.size > 0) return schema
  throw new LoginRefused('desktop.sqlNothingSeen', 'no table is visible', { database })
}

/** Throws UnexpectedAnswer 'desktop.sqlMissing'. */
export function findTable(schema: SqlSchema, name: string): SqlTable {
  const table = schema.get(name.toLowerCase())
  if (table !== undefined) return table
  throw new UnexpectedAnswer('desktop.sqlMissing', 'a table is not there', { object: name })
}
