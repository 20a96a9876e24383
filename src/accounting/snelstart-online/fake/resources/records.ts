// What all resources with an id have in common: finding one by the id in the address, and the ids of what is written.
import { bindValue, parseBody, readGuid, zeroGuid } from '../bind.ts'
import type { Collection } from '../collection.ts'
import { type ErrorCode, notFound, refuse } from '../refusal.ts'
import type { ApiRequest, Handler } from '../request.ts'
import { ok } from '../request.ts'
import type { Fields, Row, Shape } from '../shape.ts'

/** The record of `{id}`. Throws ALG-0103 where it is no guid, and 404 with `code` where there is none. */
export function findRecord<T extends { id: string }>(
  request: ApiRequest,
  collection: Collection<T>,
  code: ErrorCode | null,
): T {
  const id = readGuid(request.parameters['id'])
  if (id === null) throw refuse(['ALG-0103'])
  const record = collection.get(id)
  if (record === undefined) throw notFound(code)
  return record
}

/** The body as a record without meaning yet. Throws ALG-0106, or a binding error with places. */
export function readBody<F extends Fields>(
  request: ApiRequest,
  shape: Shape<F>,
  place: string,
  required: readonly string[] = [],
): Row<F> {
  return bindValue(shape, parseBody(request.body, place), place, required)
}

/** On creating, an id must be absent or all zeros. */
export function refuseGivenId(id: string | null, code: ErrorCode): void {
  if (id !== null && id !== zeroGuid) throw refuse([code])
}

/** On changing, the body's id must be the one in the address. */
export function refuseOtherId(id: string | null, inAddress: string, code: ErrorCode): void {
  if (id !== inAddress) throw refuse([code])
}

/** GET of a whole list that runs no queries: every option is ignored in silence. */
export const listAll =
  (collectionOf: (request: ApiRequest) => { values: () => Iterable<unknown> }): Handler =>
  (request) =>
    ok([...collectionOf(request).values()])

export const getOne =
  <T extends { id: string }>(collectionOf: (request: ApiRequest) => Collection<T>, code: ErrorCode | null): Handler =>
  (request) =>
    ok(findRecord(request, collectionOf(request), code))
