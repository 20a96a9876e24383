// What the stand-in answers to each call, from what it holds: orders, articles, statuses, the store.
import { type FakeArticle, toWireArticle } from './articles.ts'
import { json, ownError, problemDetails, type Reply } from './misbehaviour.ts'
import { type FakeOrder, toWireOrder } from './orders.ts'

export type Shelf = {
  readonly orders: Map<number, FakeOrder>
  readonly articles: Map<number, FakeArticle>
  readonly pricesIncludeTax: boolean
  /** Leaves archived orders out unless they are asked for. */
  readonly hidesArchived: boolean
  /** Gives the first page whatever is asked. */
  readonly ignoresOffset: boolean
}

export type Call = {
  readonly method: string
  /** Below the version: '/orders/1001'. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
}

const statuses = [
  { status: 1, description: 'Nieuw', credit_order: false },
  { status: 2, description: 'Verzonden', credit_order: false },
  { status: 3, description: 'Betaald', credit_order: false },
  { status: 5, description: 'Geannuleerd', credit_order: false },
  { status: 6, description: 'Betaald & afgehaald', credit_order: false },
  { status: 10, description: 'Gecrediteerd', credit_order: true },
  { status: 12, description: 'Etiket X', credit_order: false },
  { status: 13, description: 'Retour', credit_order: false },
]

export function answer(shelf: Shelf, call: Call): Reply {
  const [, resource = '', id = '', rest = ''] = call.path.split('/')
  switch (`${call.method} ${resource}${id === '' ? '' : '/'}${rest}`) {
    case 'GET orders':
      return json(200, page(found(shelf, call.query), call.query, shelf).map(toWireOrder))
    case 'GET orders/':
      return id === 'count' ? json(200, { count: found(shelf, call.query).length }) : oneOrder(shelf, id)
    case 'GET orderstatuses':
      return json(200, statuses)
    case 'GET store':
      return json(200, store(shelf))
    case 'GET tax-policy/':
      return json(200, { regions: [region] })
    case 'GET shipping/':
      return json(200, [{ id: '1', display_name: 'PostNL', countries: ['NL'], default: true }])
    case 'GET articles':
      return json(200, page([...shelf.articles.values()], call.query, shelf).map(toWireArticle))
    case 'GET articles/':
      return id === 'count' ? json(200, { count: shelf.articles.size }) : oneArticle(shelf, id)
    case 'PATCH articles/':
      return patchArticle(shelf, id, call)
    default:
      return ownError(404, 'Not found', 'Unknown address')
  }
}

const store = (shelf: Shelf) => ({
  id: 'e5fc33df-b2bf-40ec-8d8d-56fc34b495cc',
  name: 'Voorbeeldwinkel',
  primary_domain: 'https://www.voorbeeldwinkel.example',
  description: 'Alles voor koffie en thee',
  open: true,
  version: 'Premium',
  administration_language: 'nl_NL',
  currency: 'EUR',
  prices_include_tax: shelf.pricesIncludeTax,
  default_language: 'nl_NL',
  active_languages: ['nl_NL'],
  currency_format_locale: 'nl_NL',
  available_business_models: 'ALL',
  region_code: 'NL',
})

const region = {
  regionCode: 'NL',
  taxEnabled: true,
  taxNumber: null,
  taxRate: '0.2100',
  shippingTaxMethod: 'proportional',
  shippingTaxRate: null,
  transactionTaxMethod: 'fixed',
  transactionTaxRate: '0.2100',
  overrides: [],
}

const oneOrder = (shelf: Shelf, id: string): Reply => {
  const order = shelf.orders.get(Number(id))
  return order === undefined ? ownError(404, 'Order not found') : json(200, toWireOrder(order))
}

/** By number, with every filter that we use and the few beside them. */
function found({ orders, hidesArchived }: Shelf, query: URLSearchParams): readonly FakeOrder[] {
  const get = (name: string) => query.get(name) ?? ''
  const descending = get('ordering') === 'desc'
  const isArchived = query.has('archived') ? get('archived') === 'true' : hidesArchived ? false : null
  const fits = (order: FakeOrder): boolean =>
    order.placed.slice(0, 10) >= get('start_date') &&
    (get('end_date') === '' || order.placed.slice(0, 10) <= get('end_date')) &&
    (get('status_id') === '' || String(order.status ?? 3) === get('status_id')) &&
    (order.changed ?? order.placed) >= get('status_changed_start_date') &&
    (isArchived === null || (order.archived ?? false) === isArchived)
  const sorted = [...orders.values()].filter(fits).toSorted((a, b) => a.number - b.number)
  return descending ? sorted.toReversed() : sorted
}

function page<Item>(items: readonly Item[], query: URLSearchParams, { ignoresOffset }: Shelf): readonly Item[] {
  const limit = Math.min(100, Number(query.get('limit') ?? 10))
  const offset = ignoresOffset ? 0 : Number(query.get('offset') ?? 0)
  return items.slice(offset, offset + limit)
}

const oneArticle = (shelf: Shelf, id: string): Reply => {
  const article = shelf.articles.get(Number(id))
  return article === undefined ? ownError(404, 'Article not found') : json(200, toWireArticle(article))
}

function patchArticle(shelf: Shelf, id: string, { query, body }: Call): Reply {
  if (!query.has('use_url_id')) return problemDetails(422, 'Invalid', 'use_url_id is required')
  const article = shelf.articles.get(Number(id))
  if (article === undefined) return ownError(404, 'Article not found')
  const asked = (body ?? {}) as { stock?: number | null; variants?: readonly { id: number; stock: number }[] }
  if (![asked.stock ?? 0, ...(asked.variants ?? []).map((variant) => variant.stock)].every(Number.isInteger))
    return problemDetails(422, 'Invalid', 'stock must be a whole number')
  const variants = article.variants?.map((variant) => ({
    ...variant,
    stock: asked.variants?.find((each) => each.id === variant.id)?.stock ?? variant.stock,
  }))
  const changed = {
    ...article,
    ...(asked.stock === undefined ? {} : { stock: asked.stock }),
    ...(variants === undefined ? {} : { variants }),
  }
  shelf.articles.set(article.id, changed)
  return json(200, toWireArticle(changed))
}
