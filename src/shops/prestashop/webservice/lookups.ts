// What orders point at, asked for a page of orders at once: one question per resource.
import type { Row } from '../wire.ts'
import { type Found, type ListQuery, list, type WebserviceDoor } from './client.ts'

/** Ids or references are asked for in pieces, so that the address does not grow too long for a web server. */
const perQuestion = 100

export const valuesOf = (rows: readonly Row[], column: string): readonly string[] => [
  ...new Set(rows.map((row) => row[column] ?? '').filter((value) => value !== '' && value !== '0')),
]

/** Everything of a resource of which `column` is one of the values; none asked, none given. */
export async function listWhere(
  door: WebserviceDoor,
  resource: string,
  { column, values, display }: { column: string; values: readonly string[]; display?: string },
  signal: AbortSignal,
): Promise<readonly Found[]> {
  const found: Found[] = []
  for (let start = 0; start < values.length; start += perQuestion) {
    const filter = { [column]: `[${values.slice(start, start + perQuestion).join('|')}]` }
    const query: ListQuery = { filter, ...(display === undefined ? {} : { display }) }
    found.push(...(await list(door, resource, query, signal)))
  }
  return found
}

export const byId = (found: readonly Found[]): ReadonlyMap<string, Row> =>
  new Map(found.map(({ row }) => [row['id'] ?? '', row]))

export const groupBy = (found: readonly Found[], column: string): ReadonlyMap<string, readonly Found[]> =>
  Map.groupBy(found, ({ row }) => row[column] ?? '')

/** Objects of the web service have `id` where the table has 'id_order'. */
export const withId = ({ id, ...row }: Row, column: string): Row => ({ [column]: id ?? '', ...row })
