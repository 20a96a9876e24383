// All settings of a profile that do not depend on the kind of shop or administration, by part, and what they become for
// the core. Shop and accounting parts come from their own adapters.

import type { z } from 'zod'
import type { Choices } from '../core/choices.ts'
import { articleFields, articleSettings } from './articles.ts'
import { bookkeepingFields, bookkeepingSettings } from './bookkeeping.ts'
import { customerFields, customerSettings } from './customers.ts'
import { type Fields, metaOf, type Words } from './field.ts'
import { generalFields, generalSettings } from './general.ts'
import { salesFields, salesSettings } from './sales.ts'

export const commonParts = {
  general: { fields: generalFields, schema: generalSettings },
  sales: { fields: salesFields, schema: salesSettings },
  articles: { fields: articleFields, schema: articleSettings },
  customers: { fields: customerFields, schema: customerSettings },
  bookkeeping: { fields: bookkeepingFields, schema: bookkeepingSettings },
} as const

export type CommonPart = keyof typeof commonParts

/** The parts that a product has: the others belong to the other way of writing. */
export const partsOfProduct: Readonly<Record<'order' | 'bookkeeping', readonly CommonPart[]>> = {
  order: ['general', 'sales', 'articles', 'customers'],
  bookkeeping: ['general', 'bookkeeping', 'customers'],
}

/** Checked settings as the choices that deciding works on. Throws ZodError where a stored value does not fit any more. */
export function toChoices(settings: Readonly<Record<CommonPart, unknown>>, profileName: string): Choices {
  return {
    ...salesSettings.parse(settings.sales),
    ...articleSettings.parse(settings.articles),
    ...customerSettings.parse(settings.customers),
    ...bookkeepingSettings.parse(settings.bookkeeping),
    profileName,
  }
}

/** One value of one field, checked: the value to store, or what would be right, in words. */
export type Checked = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly expected: Words }

/** Reads a setting from text, as the command line gives it: 'ja'/'nee', numbers, lists with commas, tables as a=b,c=d. */
export function readSetting(schema: z.ZodType, text: string): Checked {
  const meta = metaOf(schema)
  if (meta === null) return { ok: false, expected: { nl: '', en: '' } }
  const value = fromText(meta.kind, text)
  const result = schema.safeParse(value)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, expected: expectation(meta) }
}

/** One value as a form gives it, already of its kind. */
export function checkSetting(schema: z.ZodType, value: unknown): Checked {
  const result = schema.safeParse(value)
  if (result.success) return { ok: true, value: result.data }
  const meta = metaOf(schema)
  return { ok: false, expected: meta === null ? { nl: '', en: '' } : expectation(meta) }
}

const toggles: Readonly<Record<string, boolean>> = {
  ...{ ja: true, yes: true, true: true, aan: true, on: true },
  ...{ nee: false, no: false, false: false, uit: false, off: false },
}

function fromText(kind: NonNullable<ReturnType<typeof metaOf>>['kind'], text: string): unknown {
  const trimmed = text.trim()
  switch (kind) {
    case 'toggle':
      // Left as it is where it is neither: undefined would pass as the default.
      return toggles[trimmed.toLowerCase()] ?? trimmed
    case 'number':
      return trimmed === '' ? null : /^-?\d+$/.test(trimmed) ? Number(trimmed) : trimmed
    case 'instant':
      return trimmed === '' ? null : asInstant(trimmed)
    case 'list':
      return trimmed === '' ? [] : trimmed.split(',').map((item) => item.trim())
    case 'table':
    case 'matrix':
      return Object.fromEntries(
        trimmed === '' ? [] : trimmed.split(',').map((pair) => pair.split('=').map((side) => side.trim())),
      )
    default:
      return trimmed
  }
}

/** '2026-03-01' or '2026-03-01 14:30' is taken as local time of this machine; an offset or Z is kept. */
function asInstant(text: string): string {
  const iso = text.replace(' ', 'T')
  const at = Date.parse(/T/.test(iso) ? iso : `${iso}T00:00`)
  return Number.isNaN(at) ? text : new Date(at).toISOString()
}

function expectation(meta: NonNullable<ReturnType<typeof metaOf>>): Words {
  const values = (meta.choices ?? []).map((choice) => choice.value)
  const same = (text: string): Words => ({ nl: text, en: text })
  switch (meta.kind) {
    case 'toggle':
      return { nl: 'ja of nee', en: 'yes or no' }
    case 'choice':
      return same(values.join(', '))
    case 'number':
      return {
        nl: `een heel getal van ${meta.min ?? 0} tot en met ${meta.max ?? ''}`,
        en: `a whole number from ${meta.min ?? 0} to ${meta.max ?? ''}`,
      }
    case 'instant':
      return same('2026-03-01 14:30')
    case 'matrix':
      return {
        nl: 'cel=rekening,… , zoals turnover.high.nl=8000',
        en: 'cell=account,… , such as turnover.high.nl=8000',
      }
    case 'table':
      return { nl: `naam=soort,… (${values.join(', ')})`, en: `name=kind,… (${values.join(', ')})` }
    default:
      return { nl: `wat in de uitleg staat. ${meta.help.nl}`, en: `what the explanation says. ${meta.help.en}` }
  }
}

/** Keys of settings that are compulsory (in the present state of the others) and empty. */
export function missingSettings(fields: Fields, values: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(fields)
    .filter(([key, schema]) => {
      const meta = metaOf(schema)
      if (meta?.required !== true) return false
      if (meta.when !== undefined && !meta.when.is.includes(values[meta.when.key] as string)) return false
      const value = values[key]
      return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    })
    .map(([key]) => key)
}
