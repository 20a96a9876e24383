// What the module in the shop sends, under the shop's own column names, checked by schema. No meaning here; `to-order.ts`
// gives that. The web service's answers are put in the same shape (webservice/), so that there is one translation.
import { z } from 'zod'

/** A database value: text as stored, never a float. The web service sends numbers here and there; they become text. */
const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String).nullable()
const row = z.record(z.string(), cell.or(z.unknown().transform(() => null)))
export type Row = Readonly<Record<string, string | null>>

const rows = z.array(row).default([])
const maybeRow = row.nullable().default(null)

/** A row of its own columns with lists of other rows in it. */
const withLists = <Lists extends Record<string, z.ZodType>>(lists: Lists) =>
  z.looseObject(lists).transform((value) => {
    const own = Object.entries(value).filter(([key]) => !(key in lists))
    const columns = Object.fromEntries(own.map(([key, each]) => [key, toCell(each)]))
    return { row: columns, lists: Object.fromEntries(Object.keys(lists).map((key) => [key, value[key]])) } as {
      row: Row
      lists: { [Key in keyof Lists]: z.output<Lists[Key]> }
    }
  })

const toCell = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null

const detail = withLists({ taxes: rows, customizations: rows, attributes: rows })
export type DetailRaw = z.output<typeof detail>

const slip = withLists({ details: rows })

export const orderRawSchema = z.object({
  order: row,
  state: maybeRow,
  customer: withLists({ group: maybeRow }).nullable().default(null),
  invoice_address: maybeRow,
  delivery_address: maybeRow,
  currency: maybeRow,
  carrier: maybeRow,
  details: z.array(detail),
  cart_rules: rows,
  payments: rows,
  slips: z.array(slip).default([]),
  messages: rows,
  siblings: rows,
  settings: row.default({}),
  /** Ours: which credit slip of the order this is; absent: the order itself. */
  slip: z.string().optional(),
})
export type OrderRaw = z.output<typeof orderRawSchema>

export const identitySchema = z.object({
  moduleVersion: z.string(),
  protocol: z.coerce.number(),
  shopVersion: z.string().default('?'),
  phpVersion: z.string().default('?'),
  shopName: z.string().default(''),
  url: z.string().default(''),
  idShop: z.coerce.string().default('1'),
  timezone: z.string().default('Europe/Amsterdam'),
  defaultCurrency: z.string().default('EUR'),
  stockWritable: z.boolean().default(false),
  stockManagement: z.boolean().default(true),
  advancedStock: z.boolean().default(false),
  now: z.string(),
})
export type Identity = z.output<typeof identitySchema>

export const statusesSchema = z.array(row)

const token = z.looseObject({}).nullable().default(null)
/** Where the next page begins, as the shop gave it; null: this was the last. */
export type Token = z.output<typeof token>

export const ordersAnswerSchema = z.object({ orders: z.array(z.unknown()), token })
export const orderAnswerSchema = z.object({ order: z.unknown() })

const article = withLists({ attributes: rows })
export type ArticleRaw = z.output<typeof article>
export const articlesAnswerSchema = z.object({ articles: z.array(article), token })
export const stockAnswerSchema = z.object({ rows, token })

const written = z.object({ key: z.string(), result: z.string(), detail: z.string().nullable().default(null) })
export type WrittenLine = z.output<typeof written>
export const setStockAnswerSchema = z.object({ lines: z.array(written) })

/** The envelope around every answer. */
export const envelopeSchema = z.object({
  ok: z.boolean(),
  answer: z.unknown().optional(),
  error: z.string().optional(),
  detail: z.unknown().optional(),
})
export type Envelope = z.output<typeof envelopeSchema>
