// Checks a seed file: unknown names are errors here (the API would drop them in silence, a person would wonder why).
import { z } from 'zod'
import type { Field, Fields, Shape } from '../shape.ts'
import { companyInfoShape } from '../shapes/company.ts'
import { plainLists, type Seed, SeedWrong, tables } from './seed.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function checkField(field: Field<unknown>, value: unknown, place: string): void {
  if (value === null || field.shape === undefined || field.kind === 'reference') return
  if (field.kind === 'object') checkRecord(field.shape, value, place)
  if (field.kind !== 'list') return
  if (!Array.isArray(value)) throw new SeedWrong(`${place}: expected a list`)
  for (const [index, item] of value.entries()) checkRecord(field.shape, item, `${place}[${index}]`)
}

function checkRecord(shape: Shape<Fields>, value: unknown, place: string): void {
  if (!isObject(value)) throw new SeedWrong(`${place}: expected an object`)
  for (const [name, inner] of Object.entries(value)) {
    const field = shape.fields[name]
    if (field === undefined)
      throw new SeedWrong(`${place}: unknown field '${name}'; known are ${shape.names.join(', ')}`)
    checkField(field, inner, `${place}.${name}`)
  }
}

function checkRecords(shape: Shape<Fields>, value: unknown, place: string): void {
  if (!Array.isArray(value)) throw new SeedWrong(`${place}: expected a list`)
  for (const [index, record] of value.entries()) checkRecord(shape, record, `${place}[${index}]`)
}

const shapesByName: ReadonlyMap<string, Shape<Fields>> = new Map<string, Shape<Fields>>([
  ...Object.entries(tables).map(([name, { shape }]): [string, Shape<Fields>] => [name, shape]),
  ...Object.entries(plainLists),
])

const key = z.union([z.string(), z.number(), z.object({ id: z.string() })])
const definition = z.strictObject({
  name: z.string(),
  type: z.enum(['Text', 'Integer', 'Money', 'Float', 'DateTime', 'Boolean', 'Enum', 'ByteArray']),
  properties: z.array(z.strictObject({ name: z.string(), value: z.unknown() })).optional(),
})
const definitions = z.array(definition).optional()
/** The parts that are no tables of the API. */
const ownParts = {
  prijsafspraken: z.array(
    z.strictObject({
      relatie: key,
      artikel: key,
      vanaf: z.number().optional(),
      korting: z.number().nullish(),
      verkoopprijs: z.number().nullish(),
      startdatum: z.string().optional(),
      einddatum: z.string().optional(),
    }),
  ),
  customFields: z.strictObject({ klant: definitions, leverancier: definitions, artikel: definitions }),
  customFieldValues: z.record(z.string(), z.record(z.string(), z.unknown())),
  refusedVatNumbers: z.array(z.string()),
  closedUpTo: z.iso.date().nullable(),
  lockedUpTo: z.iso.date().nullable(),
}

function checkOwnPart(name: keyof typeof ownParts, value: unknown): void {
  const result = ownParts[name].safeParse(value)
  if (result.success) return
  const { path = [], message = '' } = result.error.issues[0] ?? {}
  throw new SeedWrong(`${[name, ...path].join('.')}: ${message}`)
}

/** A seed from parsed JSON. Throws SeedWrong with the place and the cause. */
export function parseSeed(value: unknown): Seed {
  if (!isObject(value)) throw new SeedWrong('a seed is a JSON object')
  for (const [name, part] of Object.entries(value)) {
    const shape = shapesByName.get(name)
    if (shape !== undefined) checkRecords(shape, part, name)
    else if (name === 'companyInfo') checkRecord(companyInfoShape, part, name)
    else if (name in ownParts) checkOwnPart(name as keyof typeof ownParts, part)
    else {
      throw new SeedWrong(
        `unknown part '${name}'; known are companyInfo, ${[...shapesByName.keys(), ...Object.keys(ownParts)].join(', ')}`,
      )
    }
  }
  return value as Seed
}
