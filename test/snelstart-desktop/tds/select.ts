// One SELECT of ours as SQLite's: which columns come back, and the text that gives them.
import { type Expression, readCondition, readExpression, type Scope } from './expressions.ts'
import { createReader, syntaxError, type Token, TSqlError } from './t-sql.ts'
import type { TdsColumn, TdsType } from './tokens.ts'
import type { Value } from './values.ts'

export type CatalogueTable = {
  readonly schema: string
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: Expression['type']; readonly dataType: string }[]
}
export type Server = {
  readonly database: string
  readonly findTable: (schema: string, name: string) => CatalogueTable | undefined
  readonly serverProperty: (name: string) => string
}
/** `table`: what is read from, null for nothing. `parameters`: in the order of the places. */
export type Select = {
  readonly sql: string
  readonly columns: readonly TdsColumn[]
  readonly table: CatalogueTable | null
  readonly parameters: readonly Value[]
}

export function compileSelect(
  tokens: readonly Token[],
  parameters: ReadonlyMap<string, Value>,
  server: Server,
): Select {
  const table = findFrom(tokens, server)
  const used: Value[] = []
  const reader = createReader(tokens)
  const scope = toScope(table, parameters, server, used)
  reader.expect('SELECT')
  const limit = reader.take('TOP') ? readTop(reader) : null
  const items: { expression: Expression; name: string }[] = []
  do {
    const { kind, text } = reader.peek()
    const expression = readExpression(reader, scope)
    const own = kind === 'name' || expression.sql.startsWith('[') ? text : ''
    items.push({ expression, name: reader.take('AS') ? reader.name() : own })
  } while (reader.take(','))
  if (reader.take('FROM')) readTableName(reader)
  const where = reader.take('WHERE') ? ` WHERE ${readCondition(reader, scope)}` : ''
  const order = reader.take('ORDER') ? readOrder(reader, scope, items) : ''
  if (!reader.take(';') && reader.peek().kind !== 'end') throw syntaxError(reader.peek().text)
  const from = table === null ? '' : ` FROM [${table.schema}].[${table.name}]`
  const list = items.map(({ expression }) => expression.sql).join(', ')
  return {
    sql: `SELECT ${list}${from}${where}${order}${limit === null ? '' : ` LIMIT ${limit}`}`,
    columns: items.map(({ expression, name }) => ({ name, type: toSent(expression) })),
    table,
    parameters: used,
  }
}

function toScope(
  table: CatalogueTable | null,
  given: ReadonlyMap<string, Value>,
  server: Server,
  used: Value[],
): Scope {
  return {
    database: server.database,
    serverProperty: server.serverProperty,
    column: (name) => {
      const column = table?.columns.find((one) => one.name.toLowerCase() === name.toLowerCase())
      if (column === undefined) throw new TSqlError(207, `Invalid column name '${name}'.`)
      return { sql: `[${column.name}]`, type: column.type }
    },
    parameter: (name) => {
      const value = given.get(name.toLowerCase())
      if (value === undefined) throw new TSqlError(137, `Must declare the scalar variable "${name}".`)
      used.push(value)
      return { sql: '?', type: typeof value === 'string' ? 'nvarchar' : 'float' }
    },
  }
}

/** The table is needed before the columns that stand in front of it. */
function findFrom(tokens: readonly Token[], server: Server): CatalogueTable | null {
  const at = tokens.findIndex(({ kind, text }) => kind === 'word' && text.toUpperCase() === 'FROM')
  if (at < 0) return null
  const { schema, name } = readTableName(createReader(tokens.slice(at + 1)))
  const table = server.findTable(schema, name)
  if (table === undefined) throw new TSqlError(208, `Invalid object name '${schema}.${name}'.`)
  return table
}

type Reading = ReturnType<typeof createReader>

function readTableName(reader: Reading): { schema: string; name: string } {
  const first = reader.name()
  return reader.take('.') ? { schema: first, name: reader.name() } : { schema: 'dbo', name: first }
}

function readTop(reader: Reading): string {
  reader.expect('(')
  const { text } = reader.next()
  reader.expect(')')
  return text
}

/** A name that stands twice among what is given is not ordered by. */
function readOrder(reader: Reading, scope: Scope, items: readonly { readonly name: string }[]): string {
  reader.expect('BY')
  const { text } = reader.peek()
  if (items.filter(({ name }) => name.toLowerCase() === text.toLowerCase()).length > 1) {
    throw new TSqlError(209, `Ambiguous column name '${text}'.`)
  }
  return ` ORDER BY ${readExpression(reader, scope).sql}`
}

function toSent({ type }: Expression): TdsType {
  if (type !== 'datetime' && type !== 'decimal') return type
  throw new Error(`this stand-in sends no ${type}: select it as text`)
}
