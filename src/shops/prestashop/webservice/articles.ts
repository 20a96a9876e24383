// Articles of the web service: products, each with its combinations, as the module gives them.
import { add, type Decimal, parseDecimal, zero } from '../../../core/money.ts'
import type { ArticleRaw, Row, Token } from '../wire.ts'
import { type Found, list, type WebserviceDoor } from './client.ts'
import { byId, groupBy, listWhere, valuesOf } from './lookups.ts'

const farAhead = '9999-12-31 23:59:59'

type Page = { readonly articles: readonly ArticleRaw[]; readonly token: Token }

/** Products changed since; a product's combinations come with it, so a page can be larger than `limit`. */
export async function articlesPage(
  door: WebserviceDoor,
  { since, token, limit }: { since: string; token: Token; limit: number },
  signal: AbortSignal,
): Promise<Page> {
  const offset = Number((token as { offset?: number } | null)?.offset ?? 0)
  const query = {
    filter: { date_upd: `[${since},${farAhead}]` },
    sort: '[date_upd_ASC,id_ASC]',
    limit: `${offset},${limit}`,
  }
  const products = await list(door, 'products', query, signal)
  const combinations = await combinationsOf(
    door,
    products.map(({ row }) => row['id'] ?? ''),
    signal,
  )
  const names = await valueNames(door, [...combinations.values()].flat(), signal)
  const rates = await ratesOf(
    door,
    products.map(({ row }) => row),
    signal,
  )
  const articles = products.flatMap((product) => {
    const own = combinations.get(product.row['id'] ?? '') ?? []
    const rate = rates.get(product.row['id_tax_rules_group'] ?? '') ?? '0'
    if (own.length === 0) return [toArticle(product.row, null, rate, [])]
    return own.map((each) =>
      toArticle(
        product.row,
        each.row,
        rate,
        (each.associations['product_option_values'] ?? []).map(({ id }) => ({ name: names.get(id ?? '') ?? '' })),
      ),
    )
  })
  return { articles, token: products.length < limit ? null : { offset: offset + products.length } }
}

export async function combinationsOf(
  door: WebserviceDoor,
  products: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly Found[]>> {
  return groupBy(
    await listWhere(door, 'combinations', { column: 'id_product', values: products }, signal),
    'id_product',
  )
}

async function valueNames(
  door: WebserviceDoor,
  combinations: readonly Found[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const ids = valuesOf(
    combinations.flatMap((each) => each.associations['product_option_values'] ?? []),
    'id',
  )
  const values = await listWhere(door, 'product_option_values', { column: 'id', values: ids }, signal)
  return new Map(values.map(({ row }) => [row['id'] ?? '', row['name'] ?? '']))
}

/** Per tax rules group the rate of the shop's own country. */
async function ratesOf(
  door: WebserviceDoor,
  products: readonly Row[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const setting = await list(door, 'configurations', { filter: { name: '[PS_COUNTRY_DEFAULT]' } }, signal)
  const groups = valuesOf(products, 'id_tax_rules_group')
  const rules = await listWhere(door, 'tax_rules', { column: 'id_tax_rules_group', values: groups }, signal)
  const own = rules.map(({ row }) => row).filter((row) => row['id_country'] === setting[0]?.row['value'])
  const taxes = byId(await listWhere(door, 'taxes', { column: 'id', values: valuesOf(own, 'id_tax') }, signal))
  return new Map(own.map((row) => [row['id_tax_rules_group'] ?? '', taxes.get(row['id_tax'] ?? '')?.['rate'] ?? '0']))
}

/** A combination's price is what it adds to its product's. */
function toArticle(product: Row, combination: Row | null, rate: string, attributes: readonly Row[]): ArticleRaw {
  const codes = combination ?? product
  const row: Row = {
    id_product: product['id'] ?? '',
    id_product_attribute: combination?.['id'] ?? '0',
    product_reference: product['reference'] ?? '',
    ...Object.fromEntries(
      ['reference', 'ean13', 'isbn', 'upc', 'mpn', 'supplier_reference'].map((name) => [name, codes[name] ?? '']),
    ),
    name: product['name'] ?? '',
    price: add(priceIn(product), combination === null ? zero : priceIn(combination)),
    rate,
    active: product['active'] ?? '0',
    date_upd: product['date_upd'] ?? '',
  }
  return { row, lists: { attributes: [...attributes] } }
}

const priceIn = (row: Row): Decimal => parseDecimal(row['price'] ?? '') ?? zero
