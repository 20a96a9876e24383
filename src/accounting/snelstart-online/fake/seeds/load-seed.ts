// Puts a seed into an administration. No business rule is applied: old records may well break today's rules.
import {
  type Administration,
  type Afspraak,
  type CustomFieldDefinition,
  deriveId,
  toReference,
} from '../administration.ts'
import { bindValue } from '../bind.ts'
import type { Collection } from '../collection.ts'
import { completeArtikel, completeRelatie } from '../complete.ts'
import { invoiceOf, toInvoice } from '../invoice.ts'
import { Refusal } from '../refusal.ts'
import type { Field, Fields, Row, Shape } from '../shape.ts'
import { companyInfoShape } from '../shapes/company.ts'
import type { Relatie } from '../shapes/relation.ts'
import type { Artikel } from '../shapes/sales.ts'
import {
  type PlainListName,
  plainLists,
  referenceTables,
  type Seed,
  type SeedRecord,
  SeedWrong,
  type TableName,
  tables,
} from './seed.ts'

type AnyRecord = { id: string } & Record<string, unknown>
const collectionOf = (administration: Administration, table: TableName): Collection<AnyRecord> =>
  administration[table] as unknown as Collection<AnyRecord>

const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** The record that a person means with `key`: a code, number or name. */
function findByKey(administration: Administration, table: TableName, key: unknown): AnyRecord | undefined {
  if (typeof key !== 'string' && typeof key !== 'number') return undefined
  const collection = collectionOf(administration, table)
  const { key: name } = tables[table]
  const indexed = collection.lookUp(upperFirst(name), key)
  return indexed === undefined ? Iterator.from(collection.values()).find((record) => record[name] === key) : indexed[0]
}

function resolveReference(administration: Administration, name: string, value: unknown, place: string): unknown {
  const table = referenceTables[name]
  if (table === undefined) return value
  if (typeof value === 'object' && value !== null) return toReference(table, value as { id: string; uri: null })
  const found = findByKey(administration, table, value)
  if (found === undefined) throw new SeedWrong(`${place}: there is no '${String(value)}' in ${table}`)
  return toReference(table, { id: found.id, uri: null })
}

function resolveField(
  administration: Administration,
  name: string,
  field: Field<unknown>,
  value: unknown,
  place: string,
): unknown {
  if (value === null || value === undefined) return null
  if (field.kind === 'reference') return resolveReference(administration, name, value, place)
  if (field.kind === 'object') return resolveRecord(administration, field.shape!, value as SeedRecord, place)
  if (field.kind !== 'list') return value
  return (value as SeedRecord[]).map((item, index) =>
    resolveRecord(administration, field.shape!, item, `${place}[${index}]`),
  )
}

function resolveRecord(
  administration: Administration,
  shape: Shape<Fields>,
  record: SeedRecord,
  place: string,
): SeedRecord {
  const resolved: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(record)) {
    const field = shape.fields[name]
    if (field !== undefined) resolved[name] = resolveField(administration, name, field, value, `${place}.${name}`)
  }
  return resolved
}

function bindRecord(
  administration: Administration,
  shape: Shape<Fields>,
  record: SeedRecord,
  place: string,
): Row<Fields> {
  try {
    return bindValue(shape, resolveRecord(administration, shape, record, place), place)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new SeedWrong(`${place}: ${JSON.stringify(error.body)}`)
  }
}

function complete(administration: Administration, table: TableName, record: AnyRecord): AnyRecord {
  const modifiedOn = 'modifiedOn' in record ? { modifiedOn: record['modifiedOn'] ?? administration.now() } : {}
  const nonactief = 'nonactief' in record ? { nonactief: record['nonactief'] ?? false } : {}
  const whole = { ...record, ...modifiedOn, ...nonactief, uri: `/${table}/${record.id}` }
  if (table === 'relaties') return completeRelatie(administration, whole as unknown as Relatie)
  if (table === 'artikelen') return completeArtikel(administration, whole as unknown as Artikel)
  const lists = Object.entries(tables[table].shape.fields as Fields).filter(
    ([, { kind }]) => kind === 'list' || kind === 'texts',
  )
  return {
    ...whole,
    ...Object.fromEntries(lists.map(([name]) => [name, whole[name as keyof typeof whole] ?? []])),
  } as AnyRecord
}

function loadRecord(administration: Administration, table: TableName, record: SeedRecord, place: string): void {
  const { shape, key } = tables[table]
  const collection = collectionOf(administration, table)
  const naturalKey = record[key]
  const existing = collection.get(record['id'] as string | undefined) ?? findByKey(administration, table, naturalKey)
  const bound = bindRecord(administration, shape, record, place) as Record<string, unknown>
  const id =
    existing?.id ??
    (bound['id'] as string | null) ??
    deriveId(table, String(naturalKey ?? `${place} ${collection.size()}`))
  const named = Object.fromEntries(Object.keys(record).map((name) => [name, bound[name]]))
  collection.put(
    complete(administration, table, existing === undefined ? { ...bound, id } : { ...existing, ...named, id }),
  )
}

function loadAfspraak(administration: Administration, record: SeedRecord, place: string): Afspraak {
  const idOf = (name: string) =>
    (resolveReference(administration, name, record[name], `${place}.${name}`) as { id: string }).id
  const numberOf = (name: string) => (typeof record[name] === 'number' ? record[name] : null)
  const dateOf = (name: string, fallback: string) => (typeof record[name] === 'string' ? record[name] : fallback)
  return {
    relatieId: idOf('relatie'),
    artikelId: idOf('artikel'),
    vanaf: numberOf('vanaf') ?? 0,
    korting: numberOf('korting'),
    verkoopprijs: numberOf('verkoopprijs'),
    startdatum: dateOf('startdatum', '1900-01-01T00:00:00'),
    einddatum: dateOf('einddatum', '2400-12-31T00:00:00'),
  }
}

function loadCustomFields(administration: Administration, seed: Seed): void {
  const { customFields } = seed
  const read = (owner: 'klant' | 'leverancier' | 'artikel') =>
    (customFields?.[owner] as CustomFieldDefinition[] | undefined)?.map((field) => ({
      ...field,
      properties: field.properties ?? [],
    })) ?? administration.customFields[owner]
  administration.customFields = { klant: read('klant'), leverancier: read('leverancier'), artikel: read('artikel') }
  for (const [id, values] of Object.entries(seed.customFieldValues ?? {})) {
    administration.customFieldValues.set(id, values as Record<string, unknown>)
  }
}

function highest(values: Iterable<number | null>): number {
  let found = 0
  for (const value of values) found = Math.max(found, value ?? 0)
  return found
}

/** Loads all parts in the order in which they refer to each other. Throws SeedWrong with the place and the cause. */
export function loadSeed(administration: Administration, seed: Seed): void {
  for (const table of Object.keys(tables) as TableName[]) {
    for (const [index, record] of (seed[table] ?? []).entries())
      loadRecord(administration, table, record, `${table}[${index}]`)
  }
  for (const list of Object.keys(plainLists) as PlainListName[]) {
    const rows = seed[list]?.map((row, index) => bindRecord(administration, plainLists[list], row, `${list}[${index}]`))
    if (rows !== undefined) Object.assign(administration, { [list]: rows })
  }
  for (const boeking of administration.verkoopboekingen.values())
    if (invoiceOf(administration, boeking) === undefined)
      administration.verkoopfacturen.put(toInvoice(boeking, undefined))
  const company = { ...administration.companyInfo, ...seed.companyInfo }
  administration.companyInfo = bindRecord(
    administration,
    companyInfoShape,
    company,
    'companyInfo',
  ) as typeof administration.companyInfo
  const afspraken = (seed.prijsafspraken ?? []).map((record, index) =>
    loadAfspraak(administration, record, `prijsafspraken[${index}]`),
  )
  administration.afspraken = [...administration.afspraken, ...afspraken]
  loadCustomFields(administration, seed)
  const refused = (seed.refusedVatNumbers ?? []).map((number) => number.toUpperCase())
  administration.refusedVatNumbers = new Set([...administration.refusedVatNumbers, ...refused])
  if (seed.closedUpTo !== undefined) administration.closedUpTo = seed.closedUpTo
  if (seed.lockedUpTo !== undefined) administration.lockedUpTo = seed.lockedUpTo
  const { relaties, verkooporders, companyInfo } = administration
  administration.nextRelatiecode = 1 + highest(Iterator.from(relaties.values()).map((relatie) => relatie.relatiecode))
  const lastOrder = highest(Iterator.from(verkooporders.values()).map((order) => order.nummer))
  administration.nextOrdernummer = Math.max(lastOrder + 1, companyInfo.volgendVerkoopordernummer ?? 1)
}
