// What the stand-in expects each question to be signed with, written out here once more so that it does not believe whom it checks
// (reference/myshop.md, 2: the table of the partner, and the three hypotheses for a single shop).
import { createHash } from 'node:crypto'

export type FakeRecipe = 'partner' | 'h1' | 'h2' | 'h3' | 'own'

export type Asked = {
  readonly shop: string
  readonly key: string
  readonly partner: string
  readonly ticket: string
  readonly command: string
  readonly query: URLSearchParams
}

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex')

export function expectedSignature(recipe: FakeRecipe, asked: Asked): string {
  const { shop, key, partner, ticket, command, query } = asked
  const get = (name: string): string => query.get(name) ?? ''
  if (command === 'stock/update_n') {
    const product = get('productid0') + get('stock_value0')
    if (recipe === 'partner') return sha1(`${shop}${key}${partner}stock_update_n${product}${ticket}`)
    return sha1(recipe === 'h1' ? `${shop}${key}${product}${ticket}` : `${shop}${key}${ticket}`)
  }
  const module = command === 'orders/list' ? 'orders_get' : 'productlist_get'
  const about = get('change_time') || get('order_id') || get('productlist')
  const texts: Readonly<Record<FakeRecipe, string>> = {
    partner: `${shop}${about}${key}${partner}${module}${ticket}`,
    h1: `${shop}${about}${key}${ticket}`,
    h2: `${shop}${key}${ticket}`,
    h3: `${shop}${about}${key}${module}${ticket}`,
    own: `${ticket}-${key}-${shop}`,
  }
  return sha1(texts[recipe])
}
