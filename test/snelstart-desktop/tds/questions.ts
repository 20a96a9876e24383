// What a client asks: a batch of T-SQL or a call of sp_executesql, as one text with parameters.

import { tokenize } from './t-sql.ts'
import { readValue, type Value } from './values.ts'

export type Question = { readonly sql: string; readonly parameters: ReadonlyMap<string, Value> }

const executeSql = 10

/** Since 7.2 headers stand before what is asked. */
const skipHeaders = (payload: Buffer, dialect: number): number => (dialect >= 72 ? payload.readUInt32LE(0) : 0)

export function readBatch(payload: Buffer, dialect: number): Question {
  const sql = payload.toString('utf16le', skipHeaders(payload, dialect))
  return /^\s*exec(ute)?\s+sp_executesql\s/i.test(sql) ? readExecute(sql) : { sql, parameters: new Map() }
}

/** As Mono writes it: exec sp_executesql N'…', N'@p int, …', @p=5, … */
function readExecute(sql: string): Question {
  const tokens = tokenize(sql).slice(2)
  const parameters = new Map<string, Value>()
  tokens.forEach((token, at) => {
    const [equals, value] = [tokens[at + 1], tokens[at + 2]]
    if (token.kind !== 'parameter' || equals?.text !== '=' || value === undefined) return
    const isNegative = value.text === '-'
    const text = isNegative ? `-${tokens[at + 3]?.text ?? ''}` : value.text
    if (value.kind === 'text') parameters.set(token.text.toLowerCase(), text)
    else parameters.set(token.text.toLowerCase(), /^null$/i.test(text) ? null : Number(text))
  })
  return { sql: tokens[0]?.text ?? '', parameters }
}

export function readCall(payload: Buffer, dialect: number): Question {
  let at = skipHeaders(payload, dialect)
  const nameSize = payload.readUInt16LE(at)
  const byNumber = nameSize === 0xffff
  const name = byNumber
    ? String(payload.readUInt16LE(at + 2))
    : payload.toString('utf16le', at + 2, at + 2 + nameSize * 2)
  if (name !== String(executeSql) && name.toLowerCase() !== 'sp_executesql')
    throw new Error(`procedure ${name} is not known`)
  at += 2 + (byNumber ? 2 : nameSize * 2) + 2
  const values: { name: string; value: Value }[] = []
  while (at < payload.length) {
    const size = payload.readUInt8(at) * 2
    const parameter = payload.toString('utf16le', at + 1, at + 1 + size)
    const { value, end } = readValue(payload, at + 1 + size + 1, dialect)
    values.push({ name: parameter, value })
    at = end
  }
  // The statement, the declarations, then what was declared.
  const named = values.slice(2).map(({ name: one, value }) => [one.toLowerCase(), value] as const)
  return { sql: String(values[0]?.value ?? ''), parameters: new Map(named) }
}
