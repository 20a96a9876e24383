// Finding in the log (USE-3) among a million entries: whatever is asked, an index leads to it, and the text a full-text index.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { LogFilter, Store, StoredLogEntry } from '../store.ts'
import type { Database } from './database.ts'
import { type LogRow, toLogEntry } from './log-rows.ts'

type Ask = Parameters<Store['log']['search']>[0]
/** Ids between which all entries of a period lie; null: the period has none. */
type Range = { readonly first: number; readonly last: number } | null

const streamPage = 1000
/** Of which the full-text index is made; shorter texts are not in it. */
const lettersInARow = 3

/** `range` is that of the filter's period. */
export function searchLog(db: Database, ask: Ask, range: Range = rangeOf(db, ask)): readonly StoredLogEntry[] {
  if (range === null) return []
  const text = ask.text?.trim() ?? ''
  const inIndex = [...text].length >= lettersInARow
  const id = inIndex ? sql`log_text.rowid` : sql`log.id`
  const last = Math.min(range.last, (ask.before ?? Number.MAX_SAFE_INTEGER) - 1)
  const where = sql.join([sql<SqlBool>`${id} between ${range.first} and ${last}`, ...conditions(ask)], sql` and `)
  const from = inIndex
    ? sql`log_text cross join log on log.id = log_text.rowid where log_text match ${matchOf(text, ask.codes ?? [])} and`
    : sql`log where ${text === '' ? sql`true` : sql`log.order_number = ${text}`} and`
  // Both come in the order of their ids, newest first, so that reading stops at the limit.
  const query = sql<LogRow>`select log.* from ${from} ${where} order by ${id} desc limit ${ask.limit}`
  return db.all({ compile: () => query.compile(db.queries) }).map(toLogEntry)
}

/** In pages, each a query of its own: nothing is held open while the one who reads takes its time. */
export async function* streamLog(db: Database, filter: LogFilter): AsyncIterable<readonly StoredLogEntry[]> {
  const range = rangeOf(db, filter) ?? null
  const newest = db.first(db.queries.selectFrom('log').select((log) => log.fn.max('id').as('id')))?.id ?? 0
  let before = newest + 1
  for (;;) {
    const page = searchLog(db, { ...filter, limit: streamPage, before }, range)
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    before = last.id
  }
}

function conditions({ profile, level, order, from, to }: LogFilter): readonly RawBuilder<SqlBool>[] {
  return [
    profile === undefined ? null : sql<SqlBool>`log.profile = ${profile}`,
    // In the statement itself, not as its value: only then the indexes of normal entries serve.
    level === 'normal' ? sql<SqlBool>`log.level = 'normal'` : null,
    order === undefined ? null : sql<SqlBool>`log.order_number = ${order}`,
    // The plus keeps the index of times out of it: by that one, all entries of the period would be sorted for each page.
    from === undefined ? null : sql<SqlBool>`+log.at >= ${from}`,
    to === undefined ? null : sql<SqlBool>`+log.at <= ${to}`,
  ].filter((condition) => condition !== null)
}

/** Ids follow the time, but for a clock that was set back; so the ids of the period are looked up, from the index alone. */
function rangeOf(db: Database, { from, to }: LogFilter): Range {
  if (from === undefined && to === undefined) return { first: 0, last: Number.MAX_SAFE_INTEGER }
  let query = db.queries.selectFrom('log').select((log) => [log.fn.min('id').as('first'), log.fn.max('id').as('last')])
  if (from !== undefined) query = query.where('at', '>=', from)
  if (to !== undefined) query = query.where('at', '<=', to)
  const { first, last } = db.first(query) ?? { first: null, last: null }
  return first === null || last === null ? null : { first, last }
}

/** In the language of FTS5 (https://sqlite.org/fts5.html#full_text_query_syntax): a quoted text is taken letter by letter. */
function matchOf(text: string, codes: readonly string[]): string {
  const words = spellings(text).map((spelling) => `words : ${quoted(spelling)}`)
  return [...words, ...codes.map((code) => `codes : ${quoted(`‹${code}›`)}`)].join(' OR ')
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** An amount is read as '1.234,50' on a Dutch page and stored as '1234.50'. */
function spellings(text: string): readonly string[] {
  const amount = text.replace(/^€\s*/, '')
  return /^[\d.]*\d,\d\d$/.test(amount) ? [text, amount.replaceAll('.', '').replace(',', '.')] : [text]
}
