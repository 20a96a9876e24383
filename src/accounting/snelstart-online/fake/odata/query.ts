// The system options of a list that runs queries: $filter, $orderby, $skip, $top and $select. Lists that run none never
// come here: they ignore every option in silence (reference/snelstart.md A5).

import { readGuid } from '../bind.ts'
import type { Collection } from '../collection.ts'
import { queryRefusal } from '../refusal.ts'
import type { Fields, Shape } from '../shape.ts'
import { compileFilter, compilePath, type TextCompare } from './compile.ts'
import { equalitiesOf, type Node, parseFilter } from './parse.ts'

export type QueryRules = {
  readonly textCompare: TextCompare
  /** Most rows of one answer; also the number given when none is asked. */
  readonly pageCap: number
  /** What a larger `$top` does: an error, or fewer rows than asked. */
  readonly overCap: 'refuse' | 'cut'
}
type Records = Pick<Collection<{ id: string }>, 'values' | 'lookUp' | 'isIndexed'>

const supported = ['$filter', '$top', '$skip', '$orderby', '$select', '$inlinecount', '$format']

/** Several `$filter` options hold together, as the portal's own example does. Null: no filter. */
export function readFilter(options: URLSearchParams): Node | null {
  const filters = options.getAll('$filter').filter((filter) => filter.trim() !== '')
  return filters
    .map(parseFilter)
    .reduce<Node | null>((left, right) => (left === null ? right : { kind: 'both', left, right }), null)
}

function readCount(options: URLSearchParams, name: string, fallback: number): number {
  const given = options.get(name)
  if (given === null) return fallback
  if (!/^\d{1,9}$/.test(given.trim())) throw queryRefusal(`Invalid value '${given}' for ${name} query option found.`)
  return Number(given)
}

function readTop(options: URLSearchParams, rules: QueryRules): number {
  const top = readCount(options, '$top', rules.pageCap)
  if (top <= rules.pageCap) return top
  if (rules.overCap === 'cut') return rules.pageCap
  throw queryRefusal(
    `The limit of '${rules.pageCap}' for Top query has been exceeded. The value from the incoming request is '${top}'.`,
  )
}

type Order = { readonly read: (record: unknown) => unknown; readonly sign: number }

function readOrder<F extends Fields>(options: URLSearchParams, shape: Shape<F>): readonly Order[] {
  const text = options.get('$orderby') ?? ''
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [path, direction = 'asc'] = part.split(/\s+/)
      if (direction !== 'asc' && direction !== 'desc') throw queryRefusal(`Syntax error in $orderby '${text}'.`)
      return { read: compilePath(path!, shape), sign: direction === 'asc' ? 1 : -1 }
    })
}

const asSortable = (value: unknown): string | number =>
  typeof value === 'number' ? value : String(value ?? '').toLowerCase()

function compareBy(order: readonly Order[]): (a: unknown, b: unknown) => number {
  return (a, b) => {
    for (const { read, sign } of order) {
      const [left, right] = [asSortable(read(a)), asSortable(read(b))]
      if (left !== right) return left < right ? -sign : sign
    }
    return 0
  }
}

/** Records that an index already narrows down; the filter is still applied to them. */
function candidates(filter: Node | null, records: Records): Iterable<unknown> {
  if (filter === null) return records.values()
  for (const [path, literal] of equalitiesOf(filter)) {
    if (literal.type === 'null' || !records.isIndexed(path)) continue
    const value = literal.type === 'number' ? Number(literal.text) : (readGuid(literal.text) ?? literal.text)
    return records.lookUp(path, value) ?? []
  }
  return records.values()
}

function* matching(filter: Node | null, records: Records, holds: (record: unknown) => boolean): Iterable<unknown> {
  for (const record of candidates(filter, records)) if (holds(record)) yield record
}

function selectNames<F extends Fields>(options: URLSearchParams, shape: Shape<F>): readonly string[] | null {
  const names = (options.get('$select') ?? '').split(',').map((name) => name.trim())
  if (names.every((name) => name === '' || name === '*')) return null
  for (const name of names) compilePath(name, shape)
  return names.map((name) => shape.byFilterName.get(name.split('/')[0]!)!)
}

const pick = (record: unknown, names: readonly string[]): unknown =>
  Object.fromEntries(names.map((name) => [name, (record as Record<string, unknown>)[name]]))

/** The rows of one page, in order of arrival unless ordered. Throws a Refusal (400) for whatever the language does not know. */
export function runQuery<F extends Fields>(
  options: URLSearchParams,
  shape: Shape<F>,
  records: Records,
  rules: QueryRules,
): unknown[] {
  for (const name of options.keys()) {
    if (name.startsWith('$') && !supported.includes(name))
      throw queryRefusal(`The query parameter '${name}' is not supported.`)
  }
  const filter = readFilter(options)
  const holds = filter === null ? () => true : compileFilter(filter, shape, rules.textCompare)
  const order = readOrder(options, shape)
  const names = selectNames(options, shape)
  const skip = readCount(options, '$skip', 0)
  const top = readTop(options, rules)
  const found = Iterator.from(matching(filter, records, holds))
  const page =
    order.length === 0
      ? found.drop(skip).take(top).toArray()
      : found
          .toArray()
          .sort(compareBy(order))
          .slice(skip, skip + top)
  return names === null ? page : page.map((record) => pick(record, names))
}

/** Rows without ids and indexes, as a source of queries. */
export const plainRecords = (rows: readonly unknown[]): Records => ({
  values: () => rows as readonly { id: string }[],
  lookUp: () => undefined,
  isIndexed: () => false,
})
