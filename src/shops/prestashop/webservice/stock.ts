// Stock by the web service: rows of `stock_availables`, and writing them whole (reference/prestashop.md, 6).
import type { QuantityLine, StockPage } from '../source.ts'
import type { Row, Token, WrittenLine } from '../wire.ts'
import { combinationsOf } from './articles.ts'
import { list, put, type WebserviceDoor } from './client.ts'
import { byId, groupBy, listWhere, valuesOf } from './lookups.ts'

/** By product; the total row of a product with combinations is left out, since it follows from them. */
export async function stockPage(
  door: WebserviceDoor,
  { token, limit }: { token: Token; limit: number },
  signal: AbortSignal,
): Promise<StockPage> {
  const after = String((token as { id?: string } | null)?.id ?? '0')
  const query = { filter: { id: `>[${after}]` }, sort: '[id_ASC]', limit: String(limit) }
  const products = await list(door, 'products', query, signal)
  const ids = products.map(({ row }) => row['id'] ?? '')
  const combinations = await combinationsOf(door, ids, signal)
  const stock = await listWhere(door, 'stock_availables', { column: 'id_product', values: ids }, signal)
  const byProduct = byId(products)
  const rows = stock.flatMap(({ row }) => {
    const product = byProduct.get(row['id_product'] ?? '')
    const own = combinations.get(row['id_product'] ?? '') ?? []
    const combination = own.find((each) => each.row['id'] === row['id_product_attribute'])?.row ?? null
    const isTotal = row['id_product_attribute'] === '0' || (row['id_product_attribute'] ?? '') === ''
    return product === undefined || (own.length > 0 && isTotal) || (!isTotal && combination === null)
      ? []
      : [toStockRow(row, product, combination)]
  })
  return { rows, token: products.length < limit ? null : { id: ids.at(-1) } }
}

function toStockRow(stock: Row, product: Row, combination: Row | null): Row {
  const codes = combination ?? product
  return {
    id_product: stock['id_product'] ?? '',
    id_product_attribute: stock['id_product_attribute'] || '0',
    ...Object.fromEntries(
      ['reference', 'ean13', 'isbn', 'upc', 'mpn', 'supplier_reference'].map((name) => [name, codes[name] ?? '']),
    ),
    product_reference: product['reference'] ?? '',
    name: product['name'] ?? '',
    quantity: stock['quantity'] ?? null,
    depends_on_stock: stock['depends_on_stock'] || '0',
    is_virtual: product['is_virtual'] || '0',
    is_pack: product['cache_is_pack'] || '0',
    pack_stock_type: product['pack_stock_type'] ?? null,
    active: product['active'] ?? '0',
  }
}

/** One PUT for each row that differs; a line that is refused does not stop the others. */
export async function setStock(
  door: WebserviceDoor,
  lines: readonly QuantityLine[],
  signal: AbortSignal,
): Promise<readonly WrittenLine[]> {
  const products = [...new Set(lines.map(({ key }) => key.split(':')[0] ?? ''))].filter((id) => /^\d+$/.test(id))
  const stock = await listWhere(door, 'stock_availables', { column: 'id_product', values: products }, signal)
  const rows = groupBy(stock, 'id_product')
  const withCombinations = new Set(
    valuesOf(
      [...(await combinationsOf(door, products, signal)).values()].flat().map(({ row }) => row),
      'id_product',
    ),
  )
  const written: WrittenLine[] = []
  for (const { key, quantity } of lines) {
    const [product = '', combination = '0'] = key.split(':')
    const own = (rows.get(product) ?? []).map(({ row }) => row)
    const fitting = own.filter((row) => (row['id_product_attribute'] || '0') === combination)
    if (combination === '0' && withCombinations.has(product)) written.push({ key, result: 'ambiguous', detail: null })
    else written.push({ key, ...(await writeOne(door, fitting, quantity, signal)) })
  }
  return written
}

/** Several rows for one article are several shops' or groups'; which is meant, nobody told. */
async function writeOne(
  door: WebserviceDoor,
  rows: readonly Row[],
  quantity: number,
  signal: AbortSignal,
): Promise<Omit<WrittenLine, 'key'>> {
  const [row, ...others] = rows
  if (row === undefined) return { result: 'unknown', detail: null }
  if (others.length > 0) return { result: 'ambiguous', detail: null }
  if (!Number.isInteger(quantity)) return { result: 'invalid', detail: String(quantity) }
  if (row['depends_on_stock'] === '1') return { result: 'notManaged', detail: 'advancedStock' }
  if (row['quantity'] === String(quantity)) return { result: 'unchanged', detail: null }
  const whole = [
    'id',
    'id_product',
    'id_product_attribute',
    'id_shop',
    'id_shop_group',
    'quantity',
    'depends_on_stock',
    'out_of_stock',
    'location',
  ]
  const object = Object.fromEntries(
    whole
      .filter((name) => name in row || name !== 'location')
      .map((name) => [name, name === 'location' ? (row[name] ?? '') : row[name] || '0']),
  )
  const refusal = await put(door, 'stock_availables', { ...object, quantity: String(quantity) }, signal)
  return refusal === null ? { result: 'ok', detail: null } : { result: 'invalid', detail: refusal }
}
