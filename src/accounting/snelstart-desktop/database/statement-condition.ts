// The conditions of a question as T-SQL. Text compares as SnelStart's users expect, whatever the database's own sorting order is.
import type { Condition } from './database.ts'
import { quote, type SqlColumn, type SqlParameter } from './statement-table.ts'

type AddParameter = (type: SqlParameter['type'], value: SqlParameter['value']) => string
type FindColumn = (name: string) => SqlColumn
type Value = string | number | boolean

export function toCondition(
  condition: Condition | { readonly anyOf: readonly Condition[] },
  find: FindColumn,
  add: AddParameter,
): string {
  if (!('anyOf' in condition)) return toOne(condition, find(condition.column), add)
  if (condition.anyOf.length === 0) return never
  return `(${condition.anyOf.map((one) => toOne(one, find(one.column), add)).join(' OR ')})`
}

/** What no row fulfils. */
const never = '1 = 0'
const ignoringCase = 'COLLATE Latin1_General_CI_AS'

function toOne(condition: Condition, column: SqlColumn, add: AddParameter): string {
  switch (condition.is) {
    case 'equal':
      return toEqual(column, condition.value, add)
    case 'oneOf': {
      const values = condition.values.map((value) => toParameter(column, value, add)).filter((value) => value !== null)
      return values.length === 0 ? never : `${operand(column)} IN (${values.join(', ')})`
    }
    case 'atLeast': {
      const value = toParameter(column, condition.value, add)
      return value === null ? never : `${operand(column)} >= ${value}`
    }
    case 'contains':
      return `${operand(column)} LIKE ${add('nvarchar(4000)', `%${escapePattern(condition.value)}%`)} ESCAPE '!'`
  }
}

function toEqual(column: SqlColumn, value: Value | null, add: AddParameter): string {
  if (value === null) return column.type === 'boolean' ? never : `${name(column)} IS NULL`
  const parameter = toParameter(column, value, add)
  return parameter === null ? never : `${operand(column)} = ${parameter}`
}

/** The column as one side of a comparison. An empty flag counts as no, as it is read. */
function operand(column: SqlColumn): string {
  if (column.type === 'boolean') return `ISNULL(${name(column)}, 0)`
  if (column.type !== 'text') return name(column)
  return `${longTexts.has(column.dataType) ? `CAST(${name(column)} AS nvarchar(max))` : name(column)} ${ignoringCase}`
}

const longTexts: ReadonlySet<string> = new Set(['text', 'ntext'])

/** null: no value of this column can be that. */
function toParameter(column: SqlColumn, value: Value, add: AddParameter): string | null {
  switch (column.type) {
    case 'integer': {
      const number = Number(value)
      if (!Number.isSafeInteger(number) || value === '') return null
      // Of the column's own type where it fits: an index is then used as it is.
      return add(column.dataType !== 'bigint' && number === (number | 0) ? 'int' : 'bigint', number)
    }
    case 'float':
      return Number.isFinite(Number(value)) && value !== '' ? add('float', Number(value)) : null
    case 'boolean':
      return add('bit', value === true || value === 1)
    case 'money':
      return /^-?\d{1,15}(\.\d{1,4})?$/.test(String(value))
        ? `CAST(${add('nvarchar(4000)', String(value))} AS decimal(19,4))`
        : null
    case 'moment': {
      const moment = toMoment(String(value))
      return moment === null ? null : `CONVERT(datetime, ${add('nvarchar(4000)', moment)}, 126)`
    }
    default:
      return add('nvarchar(4000)', String(value))
  }
}

/** Style 126 is the same in every language of the server, given day and time. */
function toMoment(text: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${text}T00:00:00`
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text) ? text : null
}

const escapePattern = (text: string): string => text.replace(/[!%_[]/g, '!$&')
const name = (column: SqlColumn): string => quote(column.name)
