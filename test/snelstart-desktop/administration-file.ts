// Reads the fixture demo-bv.tsql.sql (CREATE TABLE and INSERT statements for SQL Server) as plain tables. It knows just the
// statements of that file and throws on anything else.
import type { Administration, SampleCell, SampleColumn, SampleRow } from './tables.ts'

type Token = { readonly kind: 'name' | 'text' | 'number' | 'word' | 'sign'; readonly value: string }
type Draft = { readonly name: string; readonly columns: SampleColumn[]; readonly rows: SampleRow[] }

/** The tables in the order of the file, each with its rows. */
export function parseAdministration(sql: string): Administration {
  const tables = new Map<string, Draft>()
  for (const statement of divide(tokenize(sql))) {
    const start = statement.slice(0, 2).map(({ value }) => value)
    if (start[0] === 'CREATE' && start[1] === 'TABLE') {
      const table = createTable(statement)
      tables.set(table.name, table)
    } else if (start[0] === 'INSERT' && start[1] === 'INTO') insertRows(statement, tables)
    else if (start[0] !== 'SET') throw new Error(`statement not understood: ${start.join(' ')}`)
  }
  return [...tables.values()]
}

const pattern = /--[^\n]*|\s+|N?'((?:[^']|'')*)'|\[([^\]]+)\]|(-?\d+(?:\.\d+)?)|([A-Za-z]\w*)|([(),;.])/gy

function tokenize(sql: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (const match of sql.matchAll(pattern)) {
    at = match.index + match[0].length
    const [, text, name, number, word, sign] = match
    if (text !== undefined) tokens.push({ kind: 'text', value: text.replaceAll("''", "'") })
    else if (name !== undefined) tokens.push({ kind: 'name', value: name })
    else if (number !== undefined) tokens.push({ kind: 'number', value: number })
    else if (word !== undefined && word !== 'GO') tokens.push({ kind: 'word', value: word })
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign })
  }
  if (at !== sql.length) throw new Error(`not understood: ${sql.slice(at, at + 60)}`)
  return tokens
}

function* divide(tokens: readonly Token[]): Generator<readonly Token[]> {
  let from = 0
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'sign' || token.value !== ';') continue
    yield tokens.slice(from, at)
    from = at + 1
  }
}

// CREATE TABLE [dbo].[name] ( [column] type … , … , CONSTRAINT [..] PRIMARY KEY ([key]) )
function createTable(statement: readonly Token[]): Draft {
  const name = valueAt(statement, 4)
  const parts = listParts(statement.slice(5))
  const constraint = parts.find(([first]) => first?.value === 'CONSTRAINT')
  const key = constraint?.findLast(({ kind }) => kind === 'name')?.value
  const columns = parts
    .filter((part) => part !== constraint)
    .map((part) => {
      const column = valueAt(part, 0)
      const isMax = part.some(({ value }) => value === 'max')
      return { name: column, type: columnType(valueAt(part, 1), isMax), key: column === key }
    })
  return { name, columns, rows: [] }
}

function columnType(type: string, isMax: boolean): SampleColumn['type'] {
  switch (type) {
    case 'int':
      return 'integer'
    case 'decimal':
      return 'money'
    case 'float':
      return 'float'
    case 'bit':
      return 'boolean'
    case 'datetime':
      return 'moment'
    case 'nvarchar':
      return isMax ? 'memo' : 'text'
    default:
      throw new Error(`type not understood: ${type}`)
  }
}

// INSERT INTO [dbo].[name] ([column], …) VALUES (…), (…)
function insertRows(statement: readonly Token[], tables: ReadonlyMap<string, Draft>): void {
  const table = tables.get(valueAt(statement, 4))
  const values = statement.findIndex(({ value, kind }) => kind === 'word' && value === 'VALUES')
  if (table === undefined || values < 0) throw new Error('an INSERT into an unknown table')
  const columns = listParts(statement.slice(5, values)).map((part) => {
    const column = table.columns.find(({ name }) => name === valueAt(part, 0))
    if (column === undefined) throw new Error(`unknown column ${valueAt(part, 0)} of ${table.name}`)
    return column
  })
  for (const part of splitAtCommas(statement.slice(values + 1))) {
    const cells = listParts(part).map(([token]) => token)
    if (cells.length !== columns.length) throw new Error(`a row of ${table.name} with ${cells.length} values`)
    table.rows.push(Object.fromEntries(columns.map((column, at) => [column.name, toCell(cells[at], column)])))
  }
}

function toCell(token: Token | undefined, { name, type }: SampleColumn): SampleCell {
  if (token?.kind === 'word' && token.value === 'NULL') return null
  const wanted = type === 'text' || type === 'memo' || type === 'moment' ? 'text' : 'number'
  if (token?.kind !== wanted) throw new Error(`a ${token?.kind} in ${name}`)
  if (type === 'boolean') return token.value === '1'
  return type === 'integer' || type === 'float' ? Number(token.value) : token.value
}

/** What stands between the outer parentheses, divided by its own commas. */
function listParts(tokens: readonly Token[]): (readonly Token[])[] {
  const isList = tokens[0]?.value === '(' && tokens.at(-1)?.value === ')'
  if (!isList) throw new Error(`no list: ${tokens[0]?.value}`)
  return splitAtCommas(tokens.slice(1, -1))
}

function splitAtCommas(tokens: readonly Token[]): (readonly Token[])[] {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    const sign = token.kind === 'sign' ? token.value : ''
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (sign === ',' && depth === 0) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

function valueAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  if (token === undefined) throw new Error('a statement that ends too early')
  return token.value
}
