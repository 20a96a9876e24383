// A structured question as T-SQL that any SQL Server since 2005 runs: SELECT only, names from the looked-up schema in brackets,
// every value a parameter. The Windows helper (bridges/snelstart-gateway) writes the same texts in C#; this file leads.
import { Bug } from '../../../core/failures.ts'
import type { Ask } from './database.ts'
import { toCondition } from './statement-condition.ts'
import {
  findColumn,
  quote,
  type SqlColumn,
  type SqlParameter,
  type SqlStatement,
  type SqlTable,
} from './statement-table.ts'

export const schemaStatement: SqlStatement = {
  text: 'SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS',
  parameters: [],
}
export const describeStatement: SqlStatement = {
  text: "SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)), CAST(SERVERPROPERTY('Edition') AS nvarchar(128)), DB_NAME()",
  parameters: [],
}
/** Those that are open for us, without SQL Server's own four. */
export const databasesStatement: SqlStatement = {
  text: 'SELECT [name] FROM [sys].[databases] WHERE [database_id] > 4 AND [state] = 0 AND HAS_DBACCESS([name]) = 1 ORDER BY [name]',
  parameters: [],
}

/** One page: the asked columns and behind them the key, in order of the key. It has another name there, because SQL Server does not
 *  order by a name that it gives twice (error 209). `after`: the key of the last row there is already;
 *  null: from the beginning. */
export function toPageStatement(table: SqlTable, ask: Ask, after: number | null, limit: number): SqlStatement {
  const key = findColumn(table, ask.key)
  const columns = [...ask.columns.map((name) => toExpression(findColumn(table, name))), `${quote(key.name)} AS [after]`]
  const parameters: SqlParameter[] = []
  const add = (type: SqlParameter['type'], value: SqlParameter['value']): string => {
    const name = `@p${parameters.length + 1}`
    parameters.push({ name, type, value })
    return name
  }
  const conditions = [
    ...(after === null ? [] : [`${quote(key.name)} > ${add(key.dataType === 'bigint' ? 'bigint' : 'int', after)}`]),
    ...(ask.where ?? []).map((condition) => toCondition(condition, (name) => findColumn(table, name), add)),
  ]
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
  const text = `SELECT TOP (${limit}) ${columns.join(', ')} FROM ${quoteTable(table)}${where} ORDER BY ${quote(key.name)}`
  return { text, parameters }
}

/** Two sums over all rows, because each alone forgets some pairs of changes. Amounts go in as text: BINARY_CHECKSUM does not see
 *  the sign of a decimal. It also stops after 255 characters of an nvarchar(max). */
export function toFingerprintStatement(table: SqlTable): SqlStatement {
  const columns = [...table.columns.values()].filter((column) => !uncomparable.has(column.dataType))
  const row = `BINARY_CHECKSUM(${columns.map(toComparable).join(', ')})`
  const text = `SELECT COUNT_BIG(*), CHECKSUM_AGG(${row}), SUM(CAST(${row} AS bigint)) FROM ${quoteTable(table)}`
  return { text, parameters: [] }
}

const uncomparable: ReadonlySet<string> = new Set([
  'text',
  'ntext',
  'image',
  'xml',
  'geometry',
  'geography',
  'sql_variant',
])

const toComparable = (column: SqlColumn): string =>
  column.type === 'money' ? toExpression(column) : quote(column.name)

/** A column as it is selected: what a driver would round or give as something else comes as text. */
function toExpression(column: SqlColumn): string {
  const name = quote(column.name)
  switch (column.type) {
    case 'money':
      // A money as text has two decimals unless style 2 is asked for.
      return column.dataType.endsWith('money') ? `CONVERT(varchar(40), ${name}, 2)` : `CAST(${name} AS varchar(40))`
    case 'moment':
      return `CONVERT(varchar(19), ${name}, 126)`
    case 'other':
      throw new Bug('a column of a type that is not read', { column: column.name, dataType: column.dataType })
    default:
      return name
  }
}

const quoteTable = (table: SqlTable): string => `${quote(table.schema)}.${quote(table.name)}`
