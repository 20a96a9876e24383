// The expressions and conditions of our statements as SQLite's, with SQL Server's idea of equal texts and of types.
import { type Reader, syntaxError, TSqlError } from './t-sql.ts'
import type { TdsType } from './tokens.ts'

/** `datetime` and `decimal` are only compared and converted here, never sent. */
export type StoreType = TdsType | 'datetime' | 'decimal'
export type Expression = { readonly sql: string; readonly type: StoreType }
export type Scope = {
  /** Throws TSqlError 207. */
  readonly column: (name: string) => Expression
  /** Throws TSqlError 137. */
  readonly parameter: (name: string) => Expression
  readonly serverProperty: (name: string) => string
  readonly database: string
}

const isText = (type: StoreType): boolean => type === 'nvarchar' || type === 'varchar' || type === 'max'
const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`

export function readExpression(reader: Reader, scope: Scope): Expression {
  const expression = readPrimary(reader, scope)
  if (reader.take('COLLATE')) {
    const name = reader.name()
    if (name !== 'Latin1_General_CI_AS') throw new TSqlError(448, `Invalid collation '${name}'.`)
  }
  return expression
}

function readPrimary(reader: Reader, scope: Scope): Expression {
  const token = reader.next()
  switch (token.kind) {
    case 'parameter':
      return scope.parameter(token.text)
    case 'text':
      return { sql: quoteText(token.text), type: 'nvarchar' }
    case 'number':
      return { sql: token.text, type: 'int' }
    case 'name':
      return scope.column(token.text)
    case 'word':
      return reader.isNext('(') ? readFunction(reader, scope, token.text.toUpperCase()) : scope.column(token.text)
    default:
      throw syntaxError(token.text)
  }
}

function readFunction(reader: Reader, scope: Scope, name: string): Expression {
  reader.expect('(')
  if (name === 'CAST') return readCast(reader, scope)
  if (name === 'CONVERT') return readConvert(reader, scope)
  const args = reader.take('*') ? ('*' as const) : readList(reader, scope)
  if (args === '*') reader.expect(')')
  const first = args === '*' ? undefined : args[0]
  switch (name) {
    case 'COUNT_BIG':
      return { sql: 'count(*)', type: 'bigint' }
    case 'SUM':
      return { sql: `sum(${first?.sql ?? ''})`, type: first?.type ?? 'int' }
    case 'CHECKSUM_AGG':
      return { sql: `checksum_agg(${first?.sql ?? ''})`, type: 'int' }
    case 'BINARY_CHECKSUM':
      if (args === '*') throw syntaxError('*')
      return { sql: `binary_checksum(${args.map(({ sql }) => sql).join(', ')})`, type: 'int' }
    case 'ISNULL':
      if (args === '*' || args[1] === undefined) throw syntaxError(')')
      return { sql: `ifnull(${first?.sql ?? ''}, ${args[1].sql})`, type: first?.type ?? 'int' }
    case 'DB_NAME':
      if (first === undefined) return { sql: quoteText(scope.database), type: 'nvarchar' }
      return { sql: `(SELECT name FROM sys.databases AS d WHERE d.database_id = ${first.sql})`, type: 'nvarchar' }
    case 'HAS_DBACCESS':
      return { sql: '1', type: 'int' }
    case 'SERVERPROPERTY':
      return { sql: quoteText(scope.serverProperty(first?.sql.slice(1, -1) ?? '')), type: 'nvarchar' }
    default:
      throw new TSqlError(195, `'${name}' is not a recognized built-in function name.`)
  }
}

/** Up to and with the closing bracket. */
function readList(reader: Reader, scope: Scope): Expression[] {
  const list: Expression[] = []
  if (reader.take(')')) return list
  do list.push(readExpression(reader, scope))
  while (reader.take(','))
  reader.expect(')')
  return list
}

function readCast(reader: Reader, scope: Scope): Expression {
  const { sql } = readExpression(reader, scope)
  reader.expect('AS')
  const { type } = readType(reader)
  reader.expect(')')
  const target = isText(type) ? 'TEXT' : type === 'decimal' || type === 'float' ? 'REAL' : 'INTEGER'
  return { sql: `CAST(${sql} AS ${target})`, type }
}

function readConvert(reader: Reader, scope: Scope): Expression {
  const { type, size } = readType(reader)
  reader.expect(',')
  const { sql, type: from } = readExpression(reader, scope)
  const style = reader.take(',') ? reader.next().text : ''
  reader.expect(')')
  const isMoment = (from === 'datetime' && isText(type)) || (type === 'datetime' && isText(from))
  if (!isMoment || style !== '126') throw new TSqlError(281, `${style} is not a valid style number.`)
  return { sql: size === null ? sql : `substr(${sql}, 1, ${size})`, type }
}

function readType(reader: Reader): { type: StoreType; size: string | null } {
  const name = reader.name().toLowerCase()
  const sizes: string[] = []
  if (reader.take('(')) {
    do sizes.push(reader.next().text)
    while (reader.take(','))
    reader.expect(')')
  }
  const type = sizes[0] === 'max' ? 'max' : types[name]
  if (type === undefined) throw new TSqlError(243, `Type ${name} is not a defined system type.`)
  return { type, size: sizes[0] ?? null }
}

const types: Readonly<Record<string, StoreType>> = {
  int: 'int',
  bigint: 'bigint',
  bit: 'bit',
  float: 'float',
  nvarchar: 'nvarchar',
  varchar: 'varchar',
  datetime: 'datetime',
  decimal: 'decimal',
}

export function readCondition(reader: Reader, scope: Scope): string {
  const parts = [readAnd(reader, scope)]
  while (reader.take('OR')) parts.push(readAnd(reader, scope))
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`
}

function readAnd(reader: Reader, scope: Scope): string {
  const parts = [readPredicate(reader, scope)]
  while (reader.take('AND')) parts.push(readPredicate(reader, scope))
  return parts.join(' AND ')
}

const comparisons = ['=', '<>', '<', '>', '<=', '>='] as const

function readPredicate(reader: Reader, scope: Scope): string {
  if (reader.take('(')) {
    const inner = readCondition(reader, scope)
    reader.expect(')')
    return `(${inner})`
  }
  const left = readExpression(reader, scope)
  if (reader.take('IS')) {
    const isNot = reader.take('NOT')
    reader.expect('NULL')
    return `${left.sql} IS ${isNot ? 'NOT ' : ''}NULL`
  }
  if (reader.take('LIKE')) {
    const right = readExpression(reader, scope)
    const escapeSign = reader.take('ESCAPE') ? quoteText(reader.next().text) : "''"
    return `tsql_like(${left.sql}, ${right.sql}, ${escapeSign})`
  }
  if (reader.take('IN')) {
    reader.expect('(')
    const list = readList(reader, scope)
    return `${side(left, left)} IN (${list.map((one) => side(one, left)).join(', ')})`
  }
  const sign = comparisons.find((one) => reader.isNext(one))
  if (sign === undefined) throw syntaxError(reader.peek().text)
  reader.expect(sign)
  const right = readExpression(reader, scope)
  return `${side(left, right)} ${sign} ${side(right, left)}`
}

/** One side of a comparison: texts without capitals and blanks behind, amounts as numbers. */
function side(one: Expression, other: Expression): string {
  if (one.type === 'decimal' || other.type === 'decimal') return `CAST(${one.sql} AS REAL)`
  return isText(one.type) && isText(other.type) ? `fold(${one.sql})` : one.sql
}
