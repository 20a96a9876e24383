// The kinds of field that a setting can have. One entry gives checking, default, form, documentation and JSON Schema:
// every `field.*` returns a zod schema that carries its own description as metadata. Pure; knows no shop and no administration.
import { z } from 'zod'

export type Words = { readonly nl: string; readonly en: string }

/** Lists that a connected administration or shop can fill (the page and `lists` show them). */
export type ListName =
  | 'salesTemplates'
  | 'revenueGroups'
  | 'customers'
  | 'articles'
  | 'articleFields'
  | 'countries'
  | 'orderStatuses'
  | 'ledgerAccounts'
  | OfferedList

/** What is looked for outside with what the form holds so far, before anything is saved: the servers on the network; what there is
 *  on the chosen server or in the chosen folder. */
export const offeredLists = ['sqlServers', 'administrations'] as const
export type OfferedList = (typeof offeredLists)[number]

type Common = {
  readonly nl: string
  readonly en: string
  /** One or two sentences with the consequence, in both languages. */
  readonly help: Words
  /** Number in spec.md that it comes from. */
  readonly spec: string
  /** Tab or heading it stands under. */
  readonly group: string
  /** Shown (and needed) only while another setting has one of these values. */
  readonly when?: { readonly key: string; readonly is: readonly (string | boolean)[] }
  /** Without a value nothing can run; the form marks it and `settings.missing` names it. */
  readonly required?: true
  /** Name of the capability of the accounting side that it needs; without it the setting is shown disabled with the reason. */
  readonly needsCapability?: string
}

export type Choice<Value extends string> = Words & {
  readonly value: Value
  readonly help?: Words
  readonly needsCapability?: string
}

/** A table of texts: rows, and columns in groups. A cell's key is its row's and its column's with a dot between. */
export type MatrixMeta = {
  readonly rows: readonly (Words & { readonly key: string })[]
  readonly columnGroups: readonly (Words & {
    readonly key: string
    readonly columns: readonly (Words & { readonly key: string })[]
  })[]
  /** Every key that a value may have. */
  readonly cells: readonly string[]
}

export type FieldMeta = Common & {
  readonly kind: 'toggle' | 'text' | 'secret' | 'choice' | 'number' | 'instant' | 'list' | 'table' | 'matrix'
  readonly choices?: readonly Choice<string>[]
  readonly optionsFrom?: ListName
  readonly secret?: true
  /** A secret that we make ourselves: the form has a lock that fills in 64 random hex characters, to be copied once. */
  readonly generate?: true
  readonly min?: number
  readonly max?: number
  /** Shown as a field of several lines. */
  readonly multiline?: true
  /** Of kind 'matrix'. */
  readonly matrix?: MatrixMeta
}

const fieldRegistry = z.registry<FieldMeta>()

const register = <Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema => {
  fieldRegistry.add(schema, meta)
  return schema
}

/** A value that is cut of outer spaces; '' means not filled in. */
const trimmed = (max: number) => z.string().trim().max(max)

export const field = {
  toggle: (meta: Common & { default: boolean }) =>
    register(z.boolean().default(meta.default), { ...meta, kind: 'toggle' }),

  text: (
    meta: Common & { default?: string; optionsFrom?: ListName; max?: number; pattern?: RegExp; multiline?: true },
  ) => {
    const { pattern, ...rest } = meta
    const base = trimmed(meta.max ?? 500)
    const schema = pattern === undefined ? base : base.refine((value) => value === '' || pattern.test(value))
    return register(schema.default(meta.default ?? ''), { ...rest, kind: 'text' })
  },

  /** Encrypted at rest, never sent back, never logged. */
  secret: (meta: Common & { generate?: true }) =>
    register(trimmed(8000).default(''), { ...meta, kind: 'secret', secret: true }),

  choice: <const Value extends string>(
    meta: Common & { choices: readonly [Choice<Value>, ...Choice<Value>[]]; default: NoInfer<Value> },
  ) => {
    const values = meta.choices.map((choice) => choice.value)
    return register(z.enum(values).default(meta.default as never), {
      ...meta,
      kind: 'choice',
    }) as unknown as z.ZodDefault<z.ZodType<Value>>
  },

  number: (meta: Common & { default: number | null; min: number; max: number }) =>
    register(z.number().int().min(meta.min).max(meta.max).nullable().default(meta.default), {
      ...meta,
      kind: 'number',
    }),

  /** A date and time with zone, kept as UTC text; null: not set. */
  instant: (meta: Common) =>
    register(z.iso.datetime({ offset: true }).nullable().default(null), { ...meta, kind: 'instant' }),

  /** Several texts, in order. */
  list: (meta: Common & { optionsFrom?: ListName; default?: readonly string[] }) =>
    register(z.array(trimmed(200)).default([...(meta.default ?? [])]), { ...meta, kind: 'list' }),

  /** Text per cell of a table; cells that are not filled in are left out. */
  matrix: (meta: Common & { matrix: MatrixMeta; optionsFrom?: ListName }) => {
    const cell = z.enum(meta.matrix.cells)
    const schema = z
      .partialRecord(cell, trimmed(50))
      .transform((cells) => Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== '')))
    return register(schema.default({}), { ...meta, kind: 'matrix' }) as unknown as z.ZodDefault<
      z.ZodType<Record<string, string>>
    >
  },

  /** Text to text, such as a shop's row code to a kind. */
  table: <const Value extends string>(meta: Common & { choices: readonly [Choice<Value>, ...Choice<Value>[]] }) =>
    register(z.record(trimmed(100), z.enum(meta.choices.map((choice) => choice.value))).default({}), {
      ...meta,
      kind: 'table',
    }) as unknown as z.ZodDefault<z.ZodType<Record<string, Value>>>,
}

export type Fields = Record<string, z.ZodType>

/** The description of one field, or null where the schema is not made by `field.*`. */
export const metaOf = (schema: z.ZodType): FieldMeta | null => fieldRegistry.get(schema) ?? null

/** A set of settings: unknown keys are refused, missing ones get their default. */
export const settingsOf = <Shape extends Fields>(shape: Shape) => z.strictObject(shape)

/** Keys whose value is secret. */
export const secretKeys = (shape: Fields): readonly string[] =>
  Object.entries(shape)
    .filter(([, schema]) => metaOf(schema)?.secret === true)
    .map(([key]) => key)
