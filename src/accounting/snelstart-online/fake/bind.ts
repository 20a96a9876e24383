// Reads a request's JSON into a record, as the web framework behind the API does: names in any case, numeric text for
// numbers, numbers for enums, unknown names dropped, absent values null. Whatever does not fit is a binding error.
import { bindingRefusal, refuse } from './refusal.ts'
import { emptyRow, type Field, type Fields, type Row, type Shape } from './shape.ts'

const guidForm = /^\{?([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})\}?$/i
const dateForm = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(\.\d{1,7})?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/
const numberForm = /^\s*[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?\s*$/i
export const zeroGuid = '00000000-0000-0000-0000-000000000000'

/** Lower case with dashes, or null where the text is no guid. */
export function readGuid(value: unknown): string | null {
  const digits =
    typeof value === 'string' ? guidForm.exec(value.trim())?.[1]?.replaceAll('-', '').toLowerCase() : undefined
  return digits?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') ?? null
}

/** `yyyy-MM-ddTHH:mm:ss[.f]` without zone and without trailing zeros; a given zone is dropped, as a database column would. */
export function readDateTime(value: string): string | null {
  const [, day, minutes = '00:00', seconds = '00', fraction = ''] = dateForm.exec(value.trim()) ?? []
  if (day === undefined || Number.isNaN(Date.parse(`${day}T${minutes}:${seconds}Z`))) return null
  return `${day}T${minutes}:${seconds}${fraction.replace(/\.?0+$/, '')}`
}

type Places = Map<string, string[]>
const wrong = (places: Places, place: string, value: unknown): null => {
  const reasons = places.get(place) ?? []
  reasons.push(`Error converting value ${JSON.stringify(value) ?? 'undefined'}. Path '${place}'.`)
  places.set(place, reasons)
  return null
}

function bindNumber(value: unknown, whole: boolean): number | null {
  if (typeof value === 'string' && !numberForm.test(value)) return null
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const number = Number(value)
  if (!Number.isFinite(number)) return null
  return !whole || (Number.isInteger(number) && Math.abs(number) <= 2 ** 53) ? number : null
}

function bindEnum(value: unknown, values: readonly string[]): string | null {
  if (typeof value === 'number') return values[value] ?? null
  if (typeof value !== 'string') return null
  const wanted = value.trim().toLowerCase()
  return (
    values.find((known) => known.toLowerCase() === wanted) ?? values[/^\d+$/.test(wanted) ? Number(wanted) : -1] ?? null
  )
}

function bindBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  return typeof value === 'string' && /^(true|false)$/i.test(value.trim())
    ? value.trim().toLowerCase() === 'true'
    : null
}

function bindText(field: Field<unknown>, value: unknown, place: string, places: Places): string | null {
  if (typeof value === 'object') return wrong(places, place, value)
  const text = String(value)
  if (field.max === undefined || text.length <= field.max) return text
  places.set(place, [`The field must be a string with a maximum length of ${field.max}.`])
  return null
}

function bindScalar(field: Field<unknown>, value: unknown): unknown {
  switch (field.kind) {
    case 'int':
      return bindNumber(value, true)
    case 'decimal':
    case 'double':
      return bindNumber(value, false)
    case 'boolean':
      return bindBoolean(value)
    case 'dateTime':
      return typeof value === 'string' ? readDateTime(value) : null
    case 'guid':
      return readGuid(value)
    default:
      return bindEnum(value, field.values ?? [])
  }
}

function bindItems(
  value: unknown,
  place: string,
  places: Places,
  bindItem: (item: unknown, at: string) => unknown,
): unknown {
  if (!Array.isArray(value)) return wrong(places, place, value)
  return value.map((item, index) => bindItem(item, `${place}[${index}]`))
}

function bindField(field: Field<unknown>, value: unknown, place: string, places: Places): unknown {
  if (value === null || value === undefined || field.kind === 'value') return value ?? null
  switch (field.kind) {
    case 'text':
    case 'uri':
      return bindText(field, value, place, places)
    case 'texts':
      return bindItems(
        value,
        place,
        places,
        (item, at) => bindEnum(item, field.values ?? []) ?? wrong(places, at, item),
      )
    case 'list':
      return bindItems(value, place, places, (item, at) => bindObject(field.shape!, item, at, places))
    case 'reference':
    case 'object':
      return bindObject(field.shape!, value, place, places)
    default:
      if (value === '') return null
      return bindScalar(field, value) ?? wrong(places, place, value)
  }
}

function bindObject<F extends Fields>(of: Shape<F>, value: unknown, place: string, places: Places): Row<F> {
  const row: Record<string, unknown> = emptyRow(of)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    wrong(places, place, value)
    return row as Row<F>
  }
  for (const [given, inner] of Object.entries(value)) {
    const name = of.byLowerName.get(given.toLowerCase())
    if (name !== undefined) row[name] = bindField(of.fields[name]!, inner, `${place}.${name}`, places)
  }
  return row as Row<F>
}

/** A body that was already parsed, read as this model. `place` begins the places named in errors. Throws a Refusal (400). */
export function bindValue<F extends Fields>(
  of: Shape<F>,
  value: unknown,
  place: string,
  required: readonly string[] = [],
): Row<F> {
  const places: Places = new Map()
  const row = bindObject(of, value, place, places)
  for (const name of required) {
    if (row[name] === null && !places.has(`${place}.${name}`))
      places.set(`${place}.${name}`, [`The ${name} field is required.`])
  }
  if (places.size > 0) throw bindingRefusal(places)
  return row
}

/** The text of a body as JSON. Throws ALG-0106 for an empty one and a binding error for broken JSON. */
export function parseBody(body: string, place: string): unknown {
  if (body.trim() === '') throw refuse(['ALG-0106'])
  try {
    const value: unknown = JSON.parse(body)
    if (value === null) throw refuse(['ALG-0106'])
    return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw bindingRefusal(
      new Map([[place, [`After parsing a value an unexpected character was encountered: ${error.message}`]]]),
    )
  }
}
