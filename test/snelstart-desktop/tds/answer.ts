// The answer to one question: a table of rows, nothing (SET), or SQL Server's error.

import type { Parts } from './parts.ts'
import type { Question } from './questions.ts'
import { toRows } from './rows.ts'
import { compileSelect, type Server } from './select.ts'
import type { Store } from './store.ts'
import { syntaxError, TSqlError, tokenize } from './t-sql.ts'
import { type Dialect, doneFlags, doneTokens, returnStatus, toColumns, toDone, toError } from './tokens.ts'

type Client = Pick<Parts, 'databases' | 'misbehaviour' | 'asked'> & {
  readonly dialect: Dialect
  readonly database: string
  /** sp_executesql by RPC, which ends otherwise than a batch. */
  readonly isCall: boolean
}

const properties: Readonly<Record<string, string>> = {
  ProductVersion: '15.0.2000.5',
  Edition: 'Express Edition (64-bit)',
}

/** `cut`: how far the answer comes before the line breaks. Throws TSqlError. */
export function answer(question: Question, parts: Client): { readonly bytes: Buffer; readonly cut: number | null } {
  const { dialect, misbehaviour } = parts
  parts.asked.push(question)
  if (/^\s*(set|use)\s/i.test(question.sql)) return { bytes: toEnd(dialect, parts.isCall, 0), cut: null }
  misbehaviour.before?.(question.sql)
  if (misbehaviour.fails !== null) throw new TSqlError(misbehaviour.fails, `Error ${misbehaviour.fails}.`)
  const [store, server] = findStore(parts)
  const tokens = tokenize(question.sql)
  if (tokens[0]?.text.toUpperCase() !== 'SELECT') throw syntaxError(tokens[0]?.text ?? '')
  const select = compileSelect(tokens, question.parameters, server)
  if (select.table !== null && misbehaviour.denied.has(select.table.name))
    throw toDenied(select.table.name, parts.database)
  const rows = store.run(select)
  const head = toColumns(dialect, select.columns)
  const { bytes, ends } = toRows(dialect, select.columns, rows)
  const whole = Buffer.concat([head, bytes, toEnd(dialect, parts.isCall, rows.length)])
  const end = misbehaviour.cutAfterRows === null ? undefined : ends[misbehaviour.cutAfterRows]
  if (end === undefined) return { bytes: whole, cut: null }
  misbehaviour.cutAfterRows = null
  return { bytes: whole, cut: head.length + end - 3 }
}

/** What stands in no database of ours (master) has the tables of all databases alike. */
function findStore(parts: Client): [store: Store, server: Server] {
  const names = Object.keys(parts.databases)
  const name = names.find((one) => one.toLowerCase() === parts.database.toLowerCase())
  const store = parts.databases[name ?? names[0] ?? '']
  if (store === undefined) throw new TSqlError(911, `Database '${parts.database}' does not exist.`)
  const serverProperty = (property: string): string => properties[property] ?? ''
  return [store, { database: name ?? 'master', findTable: store.findTable, serverProperty }]
}

function toEnd(dialect: Dialect, isCall: boolean, rows: number): Buffer {
  if (!isCall) return toDone(dialect, doneTokens.batch, doneFlags.count, rows)
  return Buffer.concat([
    toDone(dialect, doneTokens.inProcedure, doneFlags.count | doneFlags.more, rows),
    returnStatus,
    toDone(dialect, doneTokens.procedure, doneFlags.last, 0),
  ])
}

export function toFailure(error: unknown, dialect: Dialect, isCall: boolean): Buffer {
  const number = error instanceof TSqlError ? error.number : 8180
  const message = error instanceof Error ? error.message : String(error)
  const done = isCall ? doneTokens.procedure : doneTokens.batch
  return Buffer.concat([toError(dialect, { number, message }), toDone(dialect, done, doneFlags.error, 0)])
}

const toDenied = (table: string, database: string): TSqlError =>
  new TSqlError(229, `The SELECT permission was denied on the object '${table}', database '${database}', schema 'dbo'.`)
