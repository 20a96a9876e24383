// `/relaties`: list, one, create, change, remove.
import { completeRelatie } from '../complete.ts'
import { runQuery } from '../odata/query.ts'
import { refuseIfAny } from '../refusal.ts'
import { type ApiRequest, created, type Handler, ok, queryRules } from '../request.ts'
import { checkRelatie } from '../rules/relation.ts'
import { type Relatie, relatieShape } from '../shapes/relation.ts'
import { findRecord, readBody, refuseGivenId, refuseOtherId } from './records.ts'

/** What writing answers: the write model has no `fax`. */
const toWriteModel = ({ fax: _, ...relatie }: Relatie) => relatie

const listRelaties: Handler = (request) =>
  ok(runQuery(request.options, relatieShape, request.administration.relaties, queryRules(request)))

const getRelatie: Handler = (request) => ok(findRecord(request, request.administration.relaties, 'REL-0005'))

function save(request: ApiRequest, given: Relatie, before: Relatie | null): Relatie {
  const { administration } = request
  const readOnly = {
    fax: before?.fax ?? null,
    documents: before?.documents ?? [],
    extraVeldenKlant: before?.extraVeldenKlant ?? [],
    modifiedOn: administration.now(),
  }
  const relatie = completeRelatie(administration, { ...given, ...readOnly })
  checkRelatie(administration, relatie, before)
  const relatiecode = relatie.relatiecode ?? before?.relatiecode ?? administration.nextRelatiecode
  administration.nextRelatiecode = Math.max(administration.nextRelatiecode, relatiecode + 1)
  const saved = { ...relatie, relatiecode }
  administration.relaties.put(saved)
  return saved
}

const createRelatie: Handler = (request) => {
  const given = readBody(request, relatieShape, 'relatie')
  refuseGivenId(given.id, 'REL-0063')
  return created(toWriteModel(save(request, { ...given, id: request.administration.newId() }, null)))
}

const changeRelatie: Handler = (request) => {
  const before = findRecord(request, request.administration.relaties, 'REL-0005')
  const given = readBody(request, relatieShape, 'relatie')
  refuseOtherId(given.id, before.id, 'REL-0047')
  return ok(toWriteModel(save(request, { ...given, id: before.id }, before)))
}

const removeRelatie: Handler = (request) => {
  const { administration } = request
  const relatie = findRecord(request, administration.relaties, 'REL-0005')
  refuseIfAny([
    (administration.verkoopboekingen.lookUp('Klant/Id', relatie.id) ?? []).length > 0 && 'REL-0049',
    (administration.verkooporders.lookUp('Relatie/Id', relatie.id) ?? []).length > 0 && 'REL-0050',
  ])
  administration.relaties.remove(relatie.id)
  return ok(undefined)
}

const listBookings: Handler = (request) => {
  const { administration } = request
  const { id } = findRecord(request, administration.relaties, 'REL-0005')
  return ok(administration.verkoopboekingen.lookUp('Klant/Id', id) ?? [])
}

/** Nothing of these is simulated: an existing relation has none. */
const listNone: Handler = (request) => {
  findRecord(request, request.administration.relaties, 'REL-0005')
  return ok([])
}

export const relatieHandlers = {
  listRelaties,
  getRelatie,
  createRelatie,
  changeRelatie,
  removeRelatie,
  listBookings,
  listNone,
}
