// Reads lists in pages. SnelStart gives bare arrays without a count, so the end has to be recognised, and a page that comes
// twice or is cut must neither be taken for the end nor asked for ever (reference A5).
import { z } from 'zod'
import { Refused, UnexpectedAnswer } from '../../core/failures.ts'
import type { Client } from './client.ts'
import { type Condition, withQuery } from './odata.ts'

export type ListQuery = {
  readonly filter: Condition | null
  /** A property with unique values, for pages that do not shift; null: the order does not matter. */
  readonly orderBy: string | null
  /** Rows per page; default and at most 500. */
  readonly pageSize?: number
}

const wholePage = 500
// `$top` may be at most this on the articles by SnelStart's description, 500 by its default (reference A5: unclear).
const smallPage = 25
const mostRepeats = 3

type Row = { readonly id: string }
type PageQuery = Omit<ListQuery, 'pageSize'> & { readonly top: number; readonly skip: number }

/** All rows, each id once, in pages as they come. Throws as `client.read` does, and UnexpectedAnswer
 *  'snelstart.pageRepeats' when the same page keeps coming instead of the next. */
export async function* readPages<Schema extends z.ZodType<Row>>(
  client: Client,
  path: string,
  schema: Schema,
  { filter, orderBy, pageSize }: ListQuery,
  signal: AbortSignal,
): AsyncIterable<readonly z.infer<Schema>[]> {
  const rowsOf = z.array(schema)
  const seen = new Set<string>()
  let query: PageQuery = { filter, orderBy, top: pageSize ?? wholePage, skip: 0 }
  let repeats = 0
  for (;;) {
    const page = await askMildly((asked) => client.read(withQuery(path, asked), rowsOf, signal), query)
    const fresh = page.rows.filter(({ id }) => !seen.has(id))
    for (const { id } of fresh) seen.add(id)
    if (fresh.length > 0) yield fresh
    if (isLast(page.rows.length, page.query.top)) return
    repeats = fresh.length > 0 ? 0 : repeats + 1
    if (repeats >= mostRepeats)
      throw new UnexpectedAnswer('snelstart.pageRepeats', `the same page of ${path} keeps coming`, { path })
    const { top, skip } = page.query
    query = {
      ...page.query,
      top: Math.min(top, page.rows.length),
      skip: fresh.length > 0 ? skip + page.rows.length : skip,
    }
  }
}

/** More than asked for: a list that knows no paging gave everything. A short page is the end, unless its size looks like a
 *  limit that the other side put on it (25, 100 …); then one question more tells. */
const isLast = (rows: number, asked: number): boolean => rows === 0 || rows > asked || (rows < asked && rows % 25 !== 0)

/** The page as asked for, else in a milder way; `query` is the one that was answered. */
async function askMildly<Item>(ask: (query: PageQuery) => Promise<readonly Item[]>, query: PageQuery) {
  let asked = query
  for (;;) {
    try {
      return { rows: await ask(asked), query: asked }
    } catch (error) {
      const milder = milderThan(asked, error)
      if (milder === null) throw error
      asked = milder
    }
  }
}

/** What a stricter SnelStart may still answer: a smaller page where the answer was too large, and for a refused first page
 *  no order, then a smaller page. Later pages keep the order, or rows would be lost between them. */
function milderThan(query: PageQuery, error: unknown): PageQuery | null {
  const smaller = query.top > smallPage ? { ...query, top: smallPage } : null
  if (error instanceof UnexpectedAnswer && error.code === 'snelstart.tooLarge') return smaller
  if (!(error instanceof Refused) || error.code !== 'snelstart.refused' || query.skip > 0) return null
  return query.orderBy === null ? smaller : { ...query, orderBy: null }
}

/** All rows at once; for lists that are small or filtered to a few. */
export async function readAll<Schema extends z.ZodType<Row>>(
  client: Client,
  path: string,
  schema: Schema,
  filter: Condition | null,
  signal: AbortSignal,
): Promise<readonly z.infer<Schema>[]> {
  const rows: z.infer<Schema>[] = []
  for await (const page of readPages(client, path, schema, { filter, orderBy: null }, signal)) rows.push(...page)
  return rows
}
