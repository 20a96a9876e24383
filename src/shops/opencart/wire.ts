// What the bridge in the shop sends, with the shop's own names, checked by schema. No meaning here; `to-order.ts` gives that.
import { z } from 'zod'

/** Every database value is text or null: decimals are never floats. */
const row = z.record(z.string(), z.string().nullable())
export type Row = z.infer<typeof row>

const rows = z.array(row)
/** Lists of tables that a version does not have are empty. */
const optionalRows = rows.default([])

const orderProduct = z.looseObject({
  order_product_id: z.string(),
  product_id: z.string().nullable().default(null),
  name: z.string().nullable().default(''),
  model: z.string().nullable().default(''),
  quantity: z.string().nullable(),
  price: z.string().nullable(),
  total: z.string().nullable(),
  tax: z.string().nullable(),
  /** null: deleted from the catalogue. */
  product: row.nullable().default(null),
  /** Product_code rows (4.1.0.1 and later). */
  codes: optionalRows,
  /** 4.x: products whose master is this one. */
  variants: optionalRows,
})
export type OrderProductRaw = z.infer<typeof orderProduct>

const nullableRow = row.nullable().default(null)

export const orderRawSchema = z.object({
  order: row,
  /** The later of date_added and date_modified, as the bridge orders and pages by it. */
  changed: z.string().nullable().default(null),
  /** false: the `total` row is not there yet (MyISAM shows an order before it is whole). */
  complete: z.boolean().default(true),
  products: z.array(orderProduct),
  options: optionalRows,
  totals: optionalRows,
  vouchers: optionalRows,
  /** Oldest history row with a status above 0. */
  first_history: nullableRow,
  /** null: a guest, or the account is gone. */
  customer: nullableRow,
  country: z.object({
    payment_iso2: z.string().nullable().default(null),
    shipping_iso2: z.string().nullable().default(null),
  }),
  /** Greatest date_added among the orders just before this one; tells the two autumn hours apart. */
  previous_added: z.string().nullable().default(null),
})
export type OrderRaw = z.infer<typeof orderRawSchema>

export const identitySchema = z.object({
  php: z.string(),
  /** VERSION in the shop's index.php; null: could not be read. */
  version: z.string().nullable(),
  database: z.looseObject({ server: z.string().nullable().default(null) }),
  prefix: z.string(),
  tables: z.array(z.string()),
  columns: z.record(z.string(), z.array(z.string())).default({}),
  order_count: z.coerce.number(),
  newest_order_id: z.coerce.number().nullable(),
  extension: z.string(),
})
export type Identity = z.infer<typeof identitySchema>

export const contextSchema = z.looseObject({
  settings: optionalRows,
  stores: optionalRows,
  languages: optionalRows,
  statuses: optionalRows,
  custom_fields: optionalRows,
  custom_field_names: optionalRows,
  custom_field_values: optionalRows,
  customer_groups: optionalRows,
  countries: optionalRows,
  tax_rates: optionalRows,
  tax_rules: optionalRows,
  zone_to_geo_zones: optionalRows,
  tax_rate_to_customer_groups: optionalRows,
  zone: z.object({
    php_timezone: z.string().nullable().default(null),
    db_now: z.string().nullable().default(null),
    db_utc: z.string().nullable().default(null),
  }),
})
export type ContextRaw = z.infer<typeof contextSchema>

export const ordersAnswerSchema = z.object({ orders: z.array(z.unknown()), more: z.boolean() })
export const orderAnswerSchema = z.object({ order: z.unknown() })

/** The envelope around every signed answer. */
export const envelopeSchema = z.object({
  sconnect: z.string(),
  protocol: z.number(),
  question: z.string().optional(),
  time: z.number().optional(),
  answer: z.unknown().optional(),
  error: z
    .looseObject({ code: z.string(), detail: z.unknown().optional(), prefixes: z.array(z.string()).optional() })
    .optional(),
})
export type Envelope = z.infer<typeof envelopeSchema>
