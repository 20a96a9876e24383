// `/relaties/{id}/customFields` and `/artikelen/{id}/customFields`: the typed values behind extraVelden.
import type { Administration, CustomFieldDefinition, CustomFieldOwner } from '../administration.ts'
import { bindValue, parseBody, readDateTime } from '../bind.ts'
import { type ErrorCode, refuse, refuseIfAny } from '../refusal.ts'
import { type ApiRequest, type Handler, ok } from '../request.ts'
import {
  customFieldListShape,
  type Relatie,
  type UpdatedCustomField,
  updatedCustomFieldsShape,
} from '../shapes/relation.ts'
import type { Artikel } from '../shapes/sales.ts'
import { findRecord } from './records.ts'

type Values = Readonly<Record<string, unknown>>

const valuesOf = (administration: Administration, id: string): Values => administration.customFieldValues.get(id) ?? {}

const show = (definitions: readonly CustomFieldDefinition[], values: Values) =>
  definitions.map((definition) => ({ definition, value: values[definition.name] ?? null }))

function checkValue({ type, properties }: CustomFieldDefinition, value: unknown): ErrorCode | null {
  if (value === null) return null
  const text = String(value)
  const maximum = properties.find(({ name }) => name === 'MaxLength')?.value
  switch (type) {
    case 'Text':
      return text.length > (typeof maximum === 'number' ? maximum : 255) ? 'REF-0004' : null
    case 'Enum':
      return properties.some((property) => property.value === value) ? null : 'REF-0005'
    case 'DateTime':
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text) && readDateTime(text) !== null ? null : 'REF-0008'
    case 'Money':
      return /^-?\d+(\.\d{1,4})?$/.test(text) ? null : 'REF-0013'
    default:
      return null
  }
}

/** The values after a change; names are compared as the API compares names, without case. */
function change(
  definitions: readonly CustomFieldDefinition[],
  values: Values,
  given: readonly UpdatedCustomField[],
): Values {
  const found = given.map(({ name, value }) => {
    const definition = definitions.find((known) => known.name.toLowerCase() === (name ?? '').toLowerCase())
    return { definition, value: value ?? null }
  })
  refuseIfAny(
    found.map(({ definition, value }) => (definition === undefined ? 'REF-0002' : checkValue(definition, value))),
  )
  return { ...values, ...Object.fromEntries(found.map(({ definition, value }) => [definition!.name, value])) }
}

const asExtraVelden = (definitions: readonly CustomFieldDefinition[], values: Values) =>
  definitions.map(({ name }) => ({ naam: name, waarde: values[name] == null ? null : String(values[name]) }))

const ownerOf = (relatie: Relatie): CustomFieldOwner =>
  relatie.relatiesoort?.includes('Klant') ? 'klant' : 'leverancier'

function showRelatie(administration: Administration, relatie: Relatie) {
  const owner = ownerOf(relatie)
  const fields = show(administration.customFields[owner], valuesOf(administration, relatie.id))
  return {
    klantCustomFields: owner === 'klant' ? fields : [],
    leverancierCustomFields: owner === 'klant' ? [] : fields,
  }
}

const getOfRelatie: Handler = (request) =>
  ok(showRelatie(request.administration, findRecord(request, request.administration.relaties, 'REL-0005')))

const changeOfRelatie: Handler = (request) => {
  const { administration } = request
  const relatie = findRecord(request, administration.relaties, 'REL-0005')
  const body = bindValue(updatedCustomFieldsShape, parseBody(request.body, 'model'), 'model')
  const isKlant = ownerOf(relatie) === 'klant'
  const [own, other] = isKlant
    ? [body.klantCustomFields, body.leverancierCustomFields]
    : [body.leverancierCustomFields, body.klantCustomFields]
  if ((other ?? []).length > 0) throw refuse(['REF-0006'])
  const definitions = administration.customFields[ownerOf(relatie)]
  const values = change(definitions, valuesOf(administration, relatie.id), own ?? [])
  administration.customFieldValues.set(relatie.id, values)
  const extraVeldenKlant = isKlant ? asExtraVelden(definitions, values) : []
  administration.relaties.put({ ...relatie, extraVeldenKlant, modifiedOn: administration.now() })
  return ok(showRelatie(administration, relatie))
}

function findArtikel(request: ApiRequest): Artikel {
  return findRecord(request, request.administration.artikelen, 'ART-0001')
}

const getOfArtikel: Handler = (request) => {
  const { administration } = request
  return ok(show(administration.customFields.artikel, valuesOf(administration, findArtikel(request).id)))
}

const changeOfArtikel: Handler = (request) => {
  const { administration } = request
  const artikel = findArtikel(request)
  const { items } = bindValue(customFieldListShape, { items: parseBody(request.body, 'model') }, 'model')
  const definitions = administration.customFields.artikel
  const values = change(definitions, valuesOf(administration, artikel.id), items ?? [])
  administration.customFieldValues.set(artikel.id, values)
  administration.artikelen.put({
    ...artikel,
    extraVelden: asExtraVelden(definitions, values),
    modifiedOn: administration.now(),
  })
  return ok(show(definitions, values))
}

export const customFieldHandlers = { getOfRelatie, changeOfRelatie, getOfArtikel, changeOfArtikel }
