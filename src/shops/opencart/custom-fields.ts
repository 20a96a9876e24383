// Custom fields: one value column in seven shapes (reference/opencart.md, 7), field names and option names per language.
import type { CustomFields } from '../../core/order.ts'
import type { ShopContext } from './context.ts'
import { readPhpSerialized } from './php-serialized.ts'
import { decodeText } from './text.ts'

/** One filled-in field. `names`: its name in every language; the first is the one shown. */
export type FilledField = { readonly names: readonly string[]; readonly value: string | readonly string[] }

/** The filled-in fields of a value column, in the shop's order of ids. Empty values are left out. */
export function readCustomFields(stored: string | null | undefined, context: ShopContext): readonly FilledField[] {
  return Object.entries(fieldMap(unpack(stored, 0)))
    .map(([id, value]) => ({ names: namesOf(id, context), value: readValue(id, value, context) }))
    .filter((field) => field.value.length > 0)
}

/** By the name shown; two fields of one name keep the first that is filled in. */
export function toCustomFields(fields: readonly FilledField[]): CustomFields {
  const shown: Record<string, string | readonly string[]> = {}
  for (const { names, value } of fields) shown[names[0] ?? ''] ??= value
  return shown
}

/** Decodes until it is no longer text: JSON, JSON inside a JSON text (4.0.2.3), or PHP serialize() (2.0). */
function unpack(stored: unknown, depth: number): unknown {
  if (typeof stored !== 'string' || depth > 3) return stored
  const text = stored.trim()
  if (text === '') return null
  if (/^[aOsibd]:/.test(text)) return readPhpSerialized(text)
  try {
    return unpack(JSON.parse(text), depth + 1)
  } catch {
    // A column cut half-way or filled by an extension; without a readable shape there are no fields.
    return null
  }
}

function fieldMap(unpacked: unknown): Record<string, unknown> {
  if (unpacked === null || typeof unpacked !== 'object' || Array.isArray(unpacked)) return listMap(unpacked)
  const outer = unpacked as Record<string, unknown>
  const groups = ['account', 'address'].filter((name) => typeof outer[name] === 'object' && outer[name] !== null)
  return groups.length === 0 ? outer : Object.assign({}, ...groups.map((name) => fieldMap(outer[name])))
}

/** PHP writes a map with the keys 0, 1, 2 … as a JSON list. */
const listMap = (unpacked: unknown): Record<string, unknown> =>
  Array.isArray(unpacked) ? Object.fromEntries(unpacked.map((value, index) => [String(index), value])) : {}

const namesOf = (id: string, context: ShopContext): readonly string[] => context.customFieldNames.get(id) ?? [`#${id}`]

function readValue(id: string, value: unknown, context: ShopContext): string | readonly string[] {
  if (value !== null && typeof value === 'object') {
    return Object.values(value)
      .map((item) => readOne(id, item, context))
      .filter((item) => item !== '')
  }
  return readOne(id, value, context)
}

function readOne(id: string, value: unknown, context: ShopContext): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const chosen = context.choiceFields.has(id) ? context.customFieldValues.get(String(value)) : undefined
  return chosen ?? decodeText(String(value))
}
