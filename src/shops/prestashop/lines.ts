// Order lines: products with their codes, options and customer's own texts.
import {
  absolute,
  add,
  compare,
  type Decimal,
  isZero,
  multiply,
  parseDecimal,
  subtract,
  zero,
} from '../../core/money.ts'
import type { LineOption, OrderLine } from '../../core/order.ts'
import { type Amount, type Convert, numberIn } from './figures.ts'
import type { ArticleCodeField } from './mapping.ts'
import { findOptions } from './options.ts'
import { findRate, impliedRate, rateOfTaxes } from './taxes.ts'
import { plainText } from './text.ts'
import type { DetailRaw, Row } from './wire.ts'

/** Key of an article or one variant of it, the same for orders, articles and stock: 'product:combination', 0 for none. */
export const keyOf = (product: string | null | undefined, combination: string | null | undefined): string =>
  `${product || '0'}:${combination || '0'}`

type Codes = OrderLine['alternativeCodes']

/** Codes of a row by the columns that hold them; empty ones are left out. */
export function readCodes(row: Row, prefix: '' | 'product_'): Codes {
  const codes: Partial<Record<keyof Codes, string>> = {}
  for (const [kind, column] of [
    ['model', 'supplier_reference'],
    ['sku', 'reference'],
    ['ean', 'ean13'],
    ['isbn', 'isbn'],
    ['upc', 'upc'],
    ['mpn', 'mpn'],
  ] as const) {
    const code = plainText(row[prefix + column])
    if (code !== '') codes[kind] = code
  }
  return codes
}

const kindOf = {
  reference: 'sku',
  ean13: 'ean',
  supplierReference: 'model',
  isbn: 'isbn',
  upc: 'upc',
  mpn: 'mpn',
} as const

/** null: the article has no such code. */
export const chooseCode = (codes: Codes, key: string, wanted: ArticleCodeField): string | null =>
  wanted === 'id' ? key.replace(/:0$/, '').replace(':', '-') : (codes[kindOf[wanted]] ?? null)

/**
 * A line as it was ordered. The unit price is after specific prices, quantity discounts and the group's reduction and before
 * vouchers; ecotax is inside it (reference/prestashop.md, 2). The totals are as the shop rounded them: by the item, by the
 * line, or not at all.
 */
export function toLine(detail: DetailRaw, convert: Convert, articleCode: ArticleCodeField): OrderLine {
  const { row } = detail
  const key = keyOf(row['product_id'], row['product_attribute_id'])
  const codes = readCodes(row, 'product_')
  const named = findOptions(detail)
  const amounts = readAmounts(row, convert)
  return {
    id: row['id_order_detail'] ?? '',
    kind: 'article',
    articleCode: chooseCode(codes, key, articleCode),
    alternativeCodes: codes,
    articleId: key,
    description: named.name,
    quantity: numberIn(row, 'product_quantity'),
    unitPriceExcl: amounts.unit.excl,
    unitPriceIncl: amounts.unit.incl,
    totalExcl: amounts.total.excl,
    totalIncl: amounts.total.incl,
    vatPercent: rateOf(detail, amounts.total),
    discountPercent: discountOf(row),
    options: [...named.options, ...detail.lists.customizations.flatMap(toCustomization)],
  }
}

function readAmounts(row: Row, convert: Convert): { unit: Amount; total: Amount } {
  const read = (column: string) => convert(numberIn(row, column))
  const unit = { excl: read('unit_price_tax_excl'), incl: read('unit_price_tax_incl') }
  const quantity = numberIn(row, 'product_quantity')
  const total = (kind: 'excl' | 'incl') =>
    believable(read(`total_price_tax_${kind}`), multiply(unit[kind], quantity), quantity)
  return { unit, total: { excl: total('excl'), incl: total('incl') } }
}

/** The shop's own total, unless rounding each piece cannot explain it: some orders hold the price of one piece there. */
function believable(total: Decimal, computed: Decimal, quantity: Decimal): Decimal {
  const most = multiply(absolute(quantity), '0.01' as Decimal)
  return compare(absolute(subtract(total, computed)), add(most, '0.01' as Decimal)) > 0 ? computed : total
}

/** By its rows of tax, of which only the rate is right: their amounts are after vouchers. null: there is VAT in the price but
 *  no row that says which. */
function rateOf({ row, lists: { taxes } }: DetailRaw, total: Amount): Decimal | null {
  if (taxes.length > 0) return rateOfTaxes(taxes, row['tax_computation_method'])
  if (isZero(subtract(total.incl, total.excl))) return zero
  const implied = impliedRate(total)
  return implied === null ? null : findRate(total, [implied])
}

/** A specific price's percentage, for showing; it is in the unit price already. */
function discountOf(row: Row): Decimal | null {
  const percent = parseDecimal(row['reduction_percent'] ?? '')
  return percent === null || compare(percent, zero) <= 0 ? null : percent
}

/** What the customer typed (type 1) or uploaded (type 0). Fields that were left empty are not there. */
function toCustomization(row: Row): LineOption[] {
  const value = plainText(row['value'])
  if (value === '') return []
  return [{ name: plainText(row['name']), value, kind: row['type'] === '0' ? 'file' : 'text', unitPriceExcl: null }]
}
