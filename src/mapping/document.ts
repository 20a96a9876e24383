// The mapping document: how a file of orders is read, as data that a person can write, check and share (JSON). Its schema is
// also the description of it (docs/reference/mapping.schema.json).
import { z } from 'zod'
import { type Path, parsePath } from './paths.ts'

const path = z
  .string()
  .min(1)
  .max(300)
  .transform((text, context): Path => {
    const parsed = parsePath(text)
    if (parsed !== null) return parsed
    context.addIssue({ code: 'custom', message: `not a path: ${text}` })
    return z.NEVER
  })
  .meta({
    description: "Path from the record, such as 'basket/@total' or \"row[@type='costs']/col[@name='shipping']\".",
  })

/** Where a value stands: one path, or several of which the first that is filled in counts; or a fixed text. */
const field = z.union([
  path.transform((only) => ({ paths: [only], fixed: null as string | null, prefix: '', cut: null as RegExp | null })),
  z
    .strictObject({
      paths: z.array(path).default([]),
      fixed: z.string().nullable().default(null).meta({ description: 'Where none of the paths is filled in.' }),
      prefix: z.string().default('').meta({ description: 'Put before a value that is found.' }),
      cut: z
        .string()
        .max(100)
        .nullable()
        .default(null)
        .transform((text, context) => {
          if (text === null) return null
          try {
            return new RegExp(text, 'u')
          } catch {
            context.addIssue({ code: 'custom', message: `not a pattern: ${text}` })
            return z.NEVER
          }
        })
        .meta({ description: 'A regular expression; its first group is the value.' }),
    })
    .readonly(),
])
export type FieldRule = z.infer<typeof field>

const prices = z.enum(['incl', 'excl', 'order']).default('order').meta({
  description: "Whether amounts here hold VAT; 'order': as the order says.",
})

/** A rate that stands elsewhere in the order, under a key that the line names ('TD1', or several: 'TD1,TD2' add up). */
const rateByKey = z.strictObject({
  key: path,
  rows: path,
  rowKey: path,
  rowPercent: path,
  divider: z.string().default(','),
})

const line = z.strictObject({
  select: path,
  kind: z.enum(['article', 'giftCardSold', 'free']).default('article').meta({
    description: "'free': goods for nothing; the price counts as 0.",
  }),
  code: field.optional(),
  ean: field.optional(),
  description: field,
  quantity: field,
  unitPrice: field.optional(),
  total: field.optional(),
  prices,
  vatPercent: field.optional(),
  vatByKey: rateByKey.optional(),
  discountPercent: field.optional(),
  priceBeforeDiscount: z.boolean().default(false),
  options: z
    .strictObject({
      select: path,
      name: field,
      value: field,
      price: field.optional(),
      addToPrice: z.boolean().default(false).meta({
        description: 'The price of an option comes on top of the unit price (unless the line has a total).',
      }),
    })
    .optional(),
})
export type LineRule = z.infer<typeof line>

const charge = z.strictObject({
  kind: z.enum(['shipping', 'payment', 'discount', 'wrapping', 'fee', 'giftCard', 'rounding']),
  select: path.optional(),
  title: field.optional(),
  amount: field,
  prices,
  vatPercent: field.optional(),
  vatRows: z.strictObject({ select: path, percent: path, amount: path }).optional().meta({
    description: 'Rows that tell the VAT inside this charge, one per rate.',
  }),
  negative: z.boolean().default(false).meta({ description: 'The file gives a deduction as a positive amount.' }),
})
export type ChargeRule = z.infer<typeof charge>

const address = z.strictObject({
  company: field.optional(),
  name: field.optional(),
  firstName: field.optional(),
  lastName: field.optional(),
  street: field.optional(),
  houseNumber: field.optional(),
  addition: field.optional(),
  street2: field.optional(),
  postcode: field.optional(),
  city: field.optional(),
  region: field.optional(),
  country: field.optional(),
})
export type AddressRule = z.infer<typeof address>

const meaning = z.enum(['unfinished', 'unpaid', 'paid', 'processing', 'shipped', 'complete', 'cancelled', 'refunded'])

export const mappingSchema = z
  .strictObject({
    version: z.literal(1),
    title: z.string().max(200).default(''),
    format: z.enum(['xml', 'csv', 'json']),
    charset: z.enum(['auto', 'utf-8', 'windows-1252']).default('auto').meta({
      description: "'auto': UTF-8, and what is not valid UTF-8 as Windows-1252, also where a file mixes both.",
    }),
    records: z.string().max(300).meta({
      description:
        "xml, json: names from the root to one order ('orders/order'). csv: the columns whose values the lines of one order share, divided by commas.",
    }),
    csv: z
      .strictObject({
        separator: z.enum(['auto', ';', ',', '\t', '|']).default('auto'),
        quote: z.enum(['"', "'", '']).default('"'),
        columns: z
          .array(z.string())
          .optional()
          .meta({ description: 'Names of the columns where the file has no heading.' }),
      })
      .optional(),
    numberedTables: z.boolean().default(false).meta({
      description: "Rows of type 'column_set' name the columns that the rows after them only number.",
    }),
    decimals: z.enum(['auto', 'comma', 'point']).default('auto'),
    dates: z.array(z.string().max(40)).min(1).default(['iso']),
    zone: z.string().max(60).default('Europe/Amsterdam'),
    order: z.strictObject({
      id: field.optional(),
      number: field,
      placedAt: field,
      changedAt: field.optional(),
      status: field.optional(),
      paymentStatus: field.optional(),
      currency: field.optional(),
      pricesIncludeVat: field.optional(),
      total: field,
      remarks: field.optional(),
      language: field.optional(),
      invoiceNumber: field.optional(),
      creditOf: field.optional(),
      paymentMethod: field.optional(),
      paymentCode: field.optional(),
      paymentReference: field.optional(),
      paidAmount: field.optional(),
      shippingMethod: field.optional(),
    }),
    customer: z
      .strictObject({
        id: field.optional(),
        code: field.optional(),
        group: field.optional(),
        company: field.optional(),
        name: field.optional(),
        firstName: field.optional(),
        lastName: field.optional(),
        email: field.optional(),
        phone: field.optional(),
        vatNumber: field.optional(),
        cocNumber: field.optional(),
        otherFields: z
          .union([path.transform((only) => [only]), z.array(path)])
          .optional()
          .meta({
            description:
              'Element, or a list of them, whose attributes and columns are kept as customer fields; a customer code is looked for there too.',
          }),
      })
      .default({}),
    invoiceAddress: address.default({}),
    deliveryAddress: address.default({}),
    lines: z.array(line).min(1).max(20),
    charges: z.array(charge).max(40).default([]),
    vat: z
      .array(
        z.strictObject({ select: path, percent: path, amount: path, base: path.optional(), title: path.optional() }),
      )
      .max(10)
      .default([]),
    statuses: z.record(z.string(), meaning).default({}).meta({
      description: 'What a status or payment status of the file means; small letters.',
    }),
  })
  .meta({ title: 'S-Connect mapping document, version 1' })

export type Mapping = z.infer<typeof mappingSchema>

/** `issues`: where and what, in English as the schema library says it; for people who write such a document. */
export function readMapping(
  text: string,
): { readonly ok: true; readonly mapping: Mapping } | { readonly ok: false; readonly issues: readonly string[] } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { ok: false, issues: [(error as Error).message] }
  }
  const parsed = mappingSchema.safeParse(json)
  if (parsed.success) return { ok: true, mapping: parsed.data }
  return { ok: false, issues: parsed.error.issues.map((issue) => `${issue.path.join('.') || '.'}: ${issue.message}`) }
}
