// Writes OData version 3 as SnelStart's API understands it: property names with a capital and case-sensitive, `substringof`
// with the needle first, typed literals (reference A5). Only text is made here; nothing is asked.

/** A part of a `$filter`. */
export type Condition = string & { readonly condition: true }
const condition = (text: string) => text as Condition

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

export const equalsText = (property: string, value: string) => condition(`${property} eq ${quoted(value)}`)
export const equalsNumber = (property: string, value: string | number) => condition(`${property} eq ${value}`)
export const equalsId = (property: string, id: string) => condition(`${property} eq guid${quoted(id)}`)
/** `value`: date-time text without zone, as SnelStart gives it. */
export const equalsDateTime = (property: string, value: string) => condition(`${property} eq datetime${quoted(value)}`)
export const fromDateTime = (property: string, value: string) => condition(`${property} ge datetime${quoted(value)}`)
export const contains = (property: string, needle: string) =>
  condition(`substringof(${quoted(needle)},${property}) eq true`)
/** The collection of texts holds this one. */
export const anyIs = (property: string, value: string) => condition(`${property}/any(x:x eq ${quoted(value)})`)

export const equalsTrue = (property: string) => condition(`${property} eq true`)

export const allOf = (...conditions: readonly Condition[]) => condition(conditions.join(' and '))
export const anyOf = (...conditions: readonly Condition[]) => condition(conditions.join(' or '))

type Query = {
  readonly filter?: Condition | null
  /** Property, with ' desc' behind it for downwards. */
  readonly orderBy?: string | null
  readonly top?: number
  readonly skip?: number
}

/** The path with its query, encoded. Values that are null, absent or 0 are left out. */
export function withQuery(path: string, query: Query): string {
  const parts = [
    query.filter ? `$filter=${encodeURIComponent(query.filter)}` : '',
    query.orderBy ? `$orderby=${encodeURIComponent(query.orderBy)}` : '',
    query.top ? `$top=${query.top}` : '',
    query.skip ? `$skip=${query.skip}` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

// ASP.NET refuses a query string above 2048 characters; what else stands in it takes the rest.
const longestFilter = 1900

/** The conditions joined by `or`, over as many filters as it takes to keep each short enough for a query string. */
export function filtersOf(conditions: readonly Condition[]): readonly Condition[] {
  const filters: Condition[] = []
  for (const one of conditions) {
    const last = filters.at(-1)
    const longer = last === undefined ? one : anyOf(last, one)
    if (last === undefined || encodeURIComponent(longer).length > longestFilter) filters.push(one)
    else filters[filters.length - 1] = longer
  }
  return filters
}

/** Order of two date-times without zone (`2026-11-20T14:05:48.12`); trailing zeros of the fraction do not matter. */
export function compareDateTimes(a: string, b: string): number {
  const [left, right] = [comparable(a), comparable(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

const comparable = (dateTime: string): string =>
  dateTime
    .replace(/Z$/i, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
