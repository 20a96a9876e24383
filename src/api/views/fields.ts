// One field of a form as the page draws it, whatever it is a setting of.
import { z } from 'zod'
import type { Text } from '../../core/text.ts'
import { type Choice, type FieldMeta, metaOf, offeredLists } from '../../settings/field.ts'
import { list, textSchema } from '../schemas.ts'

const choiceSchema = z.object({
  value: z.string(),
  nl: z.string(),
  en: z.string(),
  help: textSchema.optional(),
  unavailable: textSchema.optional(),
})

export const fieldSchema = z
  .object({
    key: z.string(),
    kind: z.enum(['toggle', 'text', 'secret', 'choice', 'number', 'instant', 'list', 'table', 'matrix']),
    nl: z.string(),
    en: z.string(),
    help: textSchema,
    spec: z.string(),
    group: z.string(),
    default: z.unknown(),
    choices: list(choiceSchema).nullable(),
    optionsFrom: z.string().nullable(),
    /** The list is looked for with what stands in the form: POST …/offers. */
    offered: z.boolean(),
    multiline: z.boolean(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    when: z.object({ key: z.string(), is: list(z.union([z.string(), z.boolean()])) }).nullable(),
    required: z.boolean(),
    secret: z.boolean(),
    /** A secret that we make: the page has a lock for it. */
    generate: z.boolean(),
    needsCapability: z.string().nullable(),
    unavailable: textSchema.optional(),
    /** null for secrets, whose value is never given. */
    value: z.unknown(),
    secretSetAt: z.string().nullable(),
  })
  .meta({ id: 'Field' })
export type FieldView = z.infer<typeof fieldSchema>

/** Why something cannot be done, by the name of the capability. */
export type Reasons = Readonly<Record<string, Text | undefined>>

type Stored = { readonly value: unknown; readonly secretSetAt: string | null }

/** `prefix`: what stands before the names in keys, 'sales.'; null where the schema is no field. */
export function viewField(
  prefix: string,
  name: string,
  schema: z.ZodType,
  stored: Stored,
  reasons: Reasons,
): FieldView | null {
  const meta = metaOf(schema)
  if (meta === null) return null
  const secret = meta.secret === true
  const usual = schema.parse(undefined)
  return {
    key: `${prefix}${name}`,
    ...describe(meta, prefix, reasons),
    default: secret ? null : usual,
    value: secret ? null : (stored.value ?? usual),
    secretSetAt: secret ? stored.secretSetAt : null,
  }
}

function describe(meta: FieldMeta, prefix: string, reasons: Reasons) {
  return {
    kind: meta.kind,
    nl: meta.nl,
    en: meta.en,
    help: meta.help,
    spec: meta.spec,
    group: meta.group,
    choices: meta.choices?.map((choice) => describeChoice(choice, reasons)) ?? null,
    optionsFrom: meta.optionsFrom ?? null,
    offered: offeredLists.some((list) => list === meta.optionsFrom),
    multiline: meta.multiline === true,
    min: meta.min ?? null,
    max: meta.max ?? null,
    when: meta.when === undefined ? null : { key: `${prefix}${meta.when.key}`, is: meta.when.is },
    required: meta.required === true,
    secret: meta.secret === true,
    generate: meta.generate === true,
    needsCapability: meta.needsCapability ?? null,
    ...reasonFor(meta.needsCapability, reasons),
  }
}

const describeChoice = ({ value, nl, en, help, needsCapability }: Choice<string>, reasons: Reasons) => ({
  value,
  nl,
  en,
  ...(help === undefined ? {} : { help }),
  ...reasonFor(needsCapability, reasons),
})

function reasonFor(capability: string | undefined, reasons: Reasons): { unavailable?: Text } {
  const reason = capability === undefined ? undefined : reasons[capability]
  return reason === undefined ? {} : { unavailable: reason }
}
