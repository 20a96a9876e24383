// What the MyOnlineStore API sends, with its own names, checked by schema (reference/mijnwebwinkel.md, 4). Looser than the
// official description where live answers are: numbers come as text or as numbers, empty things as [] or null.
import { z } from 'zod'

/** A decimal as text, whichever of the two JSON kinds it came in; null: not there. */
const figure = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? null : String(value).trim()))
/** '' where it is not there. */
const text = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .catch(null)
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()))
const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z
    .union([z.array(item), item])
    .nullish()
    .transform((value): z.output<Item>[] =>
      value === null || value === undefined ? [] : Array.isArray(value) ? value : [value],
    )
/** PHP sends an empty object as []. */
const objectOrEmpty = <Item extends z.ZodType>(item: Item) =>
  z
    .union([z.array(z.never()).length(0), item])
    .nullish()
    .transform((value) => (Array.isArray(value) ? null : (value ?? null)))

const taxPrice = z.looseObject({ rate: figure, amount: figure, amount_including_tax: figure })
export type TaxPriceRaw = z.output<typeof taxPrice>

const option = z.looseObject({
  description: text,
  price: z
    .union([oneOrMore(taxPrice), figure])
    .nullish()
    .catch(null),
})
export type OptionRaw = z.output<typeof option>

const article = z.looseObject({
  id: text,
  sku: text,
  description: text,
  options: z.array(option).nullish().catch(null),
})

const orderLine = z.looseObject({
  id: text,
  type: text,
  quantity: figure,
  description: text,
  price: oneOrMore(taxPrice),
  articles: z.array(article).nullish().catch(null),
})
export type OrderLineRaw = z.output<typeof orderLine>

const address = z.looseObject({
  name: text,
  company: text,
  phone: text,
  street: text,
  number: text,
  zipcode: text,
  city: text,
  country: text,
  country_code: text,
  taxnumber: text,
})
export type AddressRaw = z.output<typeof address>

const debtor = z.looseObject({
  id: text,
  email: text,
  name: text,
  company: text,
  phone: text,
  address: objectOrEmpty(z.looseObject({ invoice: objectOrEmpty(address), delivery: objectOrEmpty(address) })),
})
export type DebtorRaw = z.output<typeof debtor>

export const orderSchema = z.looseObject({
  number: text,
  uuid: text,
  date: text,
  time: text,
  status: text,
  status_changed_date: text,
  status_changed_time: text,
  taxed: text,
  locale: text,
  currency: text,
  business_model: text,
  reference: text,
  tax_strategy: text,
  credited_order_number: text,
  payment_status: text,
  comments: objectOrEmpty(z.looseObject({ customer: text })),
  payment: objectOrEmpty(z.looseObject({ gateway_name: text, method_name: text })),
  debtor: objectOrEmpty(debtor),
  price: z.looseObject({ total: figure, tax: oneOrMore(taxPrice) }),
  orderlines: z
    .array(orderLine)
    .nullish()
    .transform((lines) => lines ?? []),
})
export type OrderRaw = z.output<typeof orderSchema>

/** Absent is no. */
const flag = z
  .union([z.boolean(), z.string(), z.number()])
  .nullish()
  .transform((value) => [true, 'true', 1, '1'].includes(value ?? false))

export const statusSchema = z.looseObject({ status: text, description: text, credit_order: flag })

export const storeSchema = z.looseObject({
  id: text,
  name: text,
  primary_domain: text,
  currency: text,
  default_language: text,
  prices_include_tax: z.boolean().nullish().catch(null),
})

export const countSchema = z.looseObject({ count: z.coerce.number().int().min(0) })

/** null: unlimited. */
const stock = figure.transform((value) => (value !== null && /^-?\d+$/.test(value) ? Number(value) : null))

const variantOption = z.looseObject({ name: text })
const variant = z.looseObject({
  id: text,
  sku: text,
  stock,
  // A list by the description, an object by list number in its own example.
  options: z
    .union([z.array(variantOption), z.record(z.string(), z.union([z.string(), variantOption]))])
    .nullish()
    .catch(null),
})
export type VariantRaw = z.output<typeof variant>

export const articleSchema = z.looseObject({
  id: text,
  name: text,
  sku: text,
  stock,
  variants: z.array(variant).nullish().catch(null),
})
export type ArticleRaw = z.output<typeof articleSchema>

/** The two shapes of an error (reference, 9): the interface's own, and RFC 7807. */
export const errorSchema = z.looseObject({
  code: text,
  message: text,
  description: text,
  title: text,
  detail: text,
})
