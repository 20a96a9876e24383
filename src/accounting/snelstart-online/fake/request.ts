// What a handler of one operation gets and gives. Handlers know nothing of sockets, tokens, limits or faults.
import type { Administration } from './administration.ts'
import type { QueryRules } from './odata/query.ts'
import type { Rounding } from './totals.ts'

/** Behaviours of SnelStart that nobody has published, so that tests can try each way. */
export type Behaviour = {
  readonly query: Omit<QueryRules, 'pageCap'>
  readonly pageCap: number
  readonly articlePageCap: number
  readonly rounding: Rounding
  /** What a line without `stuksprijs` costs. */
  readonly absentPrice: 'zero' | 'article'
}

export type ApiRequest = {
  readonly administration: Administration
  readonly behaviour: Behaviour
  /** The values of `{id}` and the like, as written in the address. */
  readonly parameters: Readonly<Record<string, string>>
  readonly options: URLSearchParams
  readonly body: string
}
export type Answer = { readonly status: number; readonly body: unknown }
export type Handler = (request: ApiRequest) => Answer

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const created = (body: unknown): Answer => ({ status: 201, body })
/** Rules for `$top` and comparisons on most lists. */
export const queryRules = ({ behaviour }: ApiRequest): QueryRules => ({
  ...behaviour.query,
  pageCap: behaviour.pageCap,
})
