// Order lines: products with their codes and options, and gift vouchers sold.
import { add, type Decimal, divide, isZero, multiply, negate, parseDecimal, subtract, zero } from '../../core/money.ts'
import type { LineOption, OrderLine } from '../../core/order.ts'
import { readJsonColumn } from './json-column.ts'
import type { ArticleCodeField, Mapping } from './mapping.ts'
import { decodeText } from './text.ts'
import type { LineVat, PricedLine } from './vat-lines.ts'
import type { OrderProductRaw, OrderRaw, Row } from './wire.ts'

type Codes = OrderLine['alternativeCodes']

const codeKinds = ['sku', 'model', 'ean', 'isbn', 'upc', 'mpn', 'jan'] as const

/** The figures of a product line; null: a number cannot be read. */
export function toPricedLine(product: OrderProductRaw): PricedLine | null {
  const [price, quantity, total, tax] = [product.price, product.quantity, product.total, product.tax ?? '0'].map(
    parseDecimal,
  )
  if (price === null || quantity === null || price === undefined || quantity === undefined) return null
  return { priceExcl: price, quantity, totalExcl: total ?? multiply(price, quantity), tax: tax ?? zero }
}

/** The code of the chosen variant where it differs from the code that is used; null: no variant, or no code of its own. */
export function findVariantCode(product: OrderProductRaw, raw: OrderRaw, mapping: Mapping): string | null {
  const options = optionsOf(product, raw)
  const [used, own] = [false, true].map((variantCodes) =>
    chooseCode(readCodes(product, options, variantCodes), mapping.articleCode),
  )
  return own === used ? null : (own ?? null)
}

const optionsOf = (product: OrderProductRaw, raw: OrderRaw): readonly Row[] =>
  raw.options.filter((row) => row['order_product_id'] === product.order_product_id)

export function toProductLine(
  product: OrderProductRaw,
  raw: OrderRaw,
  { figures, vat }: { figures: PricedLine; vat: LineVat },
  mapping: Mapping,
): OrderLine {
  const options = optionsOf(product, raw)
  const codes = readCodes(product, options, mapping.variantCodes)
  return {
    id: product.order_product_id,
    kind: 'article',
    articleCode: chooseCode(codes, mapping.articleCode),
    alternativeCodes: codes,
    articleId: product.product_id,
    description: decodeText(product.name),
    quantity: figures.quantity,
    unitPriceExcl: figures.priceExcl,
    // As the shop stores it, four decimals: 0.0413 + 0.0087 is the 0.05 that the shop shows. The line's total is exact.
    unitPriceIncl: add(figures.priceExcl, vat.vatPerUnit),
    totalExcl: figures.totalExcl,
    totalIncl: add(figures.totalExcl, vat.vatAmount),
    vatPercent: vat.vatPercent,
    discountPercent: null,
    options: options.map(toOption),
  }
}

/** A gift voucher sold: no VAT, since it is charged when the voucher is used (reference/opencart.md, 3). */
export function toVoucherLine(row: Row, index: number): OrderLine {
  const amount = parseDecimal(row['amount'] ?? '') ?? zero
  return {
    id: `voucher-${row['order_voucher_id'] ?? index}`,
    kind: 'giftCardSold',
    articleCode: null,
    alternativeCodes: {},
    articleId: null,
    description: decodeText(row['description']),
    quantity: '1' as Decimal,
    unitPriceExcl: amount,
    unitPriceIncl: amount,
    totalExcl: amount,
    totalIncl: amount,
    vatPercent: zero,
    discountPercent: null,
    options: [],
  }
}

/** The codes of the catalogue as it is now; the model is a copy of the order itself, so it is there for deleted products too. */
function readCodes(product: OrderProductRaw, options: readonly Row[], variantCodes: boolean): Codes {
  const variant = variantCodes ? findVariant(product, options) : null
  const codes: Partial<Record<(typeof codeKinds)[number], string>> = {}
  for (const kind of codeKinds) {
    const listed = product.codes.find((row) => row['code']?.toLowerCase() === kind)?.['value']
    // 4.1.0.1 and later write the table; the columns are older (reference/opencart.md, 5).
    const value = [variant?.[kind], listed, product.product?.[kind]].map(decodeText).find((code) => code !== '')
    if (value !== undefined) codes[kind] = value
  }
  const model = decodeText(variant?.['model']) || decodeText(product.model)
  return model === '' ? codes : { ...codes, model }
}

/** The variant whose own option values were all chosen: the storefront books the master with these options. */
function findVariant(product: OrderProductRaw, options: readonly Row[]): Row | null {
  const chosen = new Set(options.map((row) => `${row['product_option_id']}/${row['product_option_value_id']}`))
  const fits = (variant: Row) => {
    const wanted = Object.entries(readJsonColumn(variant['variant']) ?? {})
    const isChosen = ([option, values]: [string, unknown]) =>
      (Array.isArray(values) ? values : [values]).every((value) => chosen.has(`${option}/${String(value)}`))
    return wanted.length > 0 && wanted.every(isChosen)
  }
  return product.variants.find(fits) ?? null
}

function chooseCode(codes: Codes, wanted: ArticleCodeField): string | null {
  if (wanted === 'skuElseModel') return codes.sku ?? codes.model ?? null
  return codes[wanted] ?? null
}

function toOption(row: Row): LineOption {
  const kind = row['type'] ?? ''
  const price = parseDecimal(row['price'] ?? '')
  return {
    name: decodeText(row['name']),
    value: kind === 'file' ? toFileName(row) : decodeText(row['value']),
    kind,
    // 1.0–1.4 keep the surcharge with the option; it is inside the line's price all the same.
    unitPriceExcl: price === null ? null : row['prefix'] === '-' ? negate(price) : price,
  }
}

/** The name of an uploaded file; 1.5 stores it with a dot and a hash behind it, 2.0 and later store a code. */
const toFileName = (row: Row): string =>
  decodeText(row['upload_name']) || decodeText(row['value']).replace(/\.[0-9a-f]{32}$/i, '')

/** The same line where the shop's prices contain VAT that it does not know of: `vatPercent` is taken out of the price. */
export function withVatInside(line: OrderLine, vatPercent: Decimal): OrderLine {
  if (line.kind !== 'article' || isZero(vatPercent)) return line
  const without = (incl: Decimal) => exclOf(incl, vatPercent)
  return { ...line, unitPriceExcl: without(line.unitPriceIncl), totalExcl: without(line.totalIncl), vatPercent }
}

/** Excl. of an amount incl. VAT, to 20 places. */
export const exclOf = (incl: Decimal, vatPercent: Decimal): Decimal =>
  subtract(incl, divide(multiply(incl, vatPercent), add('100' as Decimal, vatPercent)))
