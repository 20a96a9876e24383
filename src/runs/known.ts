// What is known of the administration while a run lasts, built from the mirror: the index of customers, the articles, the
// small lists. Kept up to date by what the run itself makes and by each refresh. No call goes out from here.
import type { AdministrationLists, Article, Customer } from '../core/administration.ts'
import { buildCustomerIndex, type CustomerIndex } from '../core/customer/customer-index.ts'
import { Bug } from '../core/failures.ts'
import type { CustomerCode, RemoteId } from '../core/ids.ts'
import type { Facts } from '../core/plan.ts'
import type { MirrorRow, Store } from '../store/store.ts'
import { type ArticleShelf, createArticleShelf } from './article-shelf.ts'
import type { RunParts } from './context.ts'

/** Customers are read back from the mirror one by one where a whole card is needed; this many are kept at hand. */
const cardsAtHand = 2000

export type Known = {
  lists: AdministrationLists
  readonly customers: CustomerIndex
  readonly articles: ArticleShelf
  readonly facts: {
    readonly [Key in keyof Facts]: Map<string, Facts[Key] extends ReadonlyMap<string, infer Value> ? Value : never>
  }
  /** The whole card, if it is at hand. */
  readonly cardAtHand: (id: RemoteId) => Customer | null
  readonly fetchCard: (id: RemoteId) => Promise<Customer | null>
  readonly putCustomer: (customer: Customer) => void
  readonly putArticle: (article: Article) => void
  /** `skip` above the highest code seen or given; never the same twice in a run. */
  readonly nextCustomerCode: (skip: number) => CustomerCode
}

export const customerRow = (customer: Customer): MirrorRow => ({
  id: customer.id,
  modifiedAt: customer.modifiedAt,
  data: customer,
})
export const articleRow = (article: Article): MirrorRow => ({
  id: article.id,
  modifiedAt: article.modifiedAt,
  data: article,
})

/** Reads the mirror into memory. Throws Bug where it was never filled. */
export async function loadKnown(parts: Pick<RunParts, 'store' | 'profile'>): Promise<Known> {
  const { store, profile } = parts
  const lists = await store.mirror.get(profile.id, 'lists', 'lists')
  if (lists === null) throw new Bug('the mirror was never filled')
  const customers = buildCustomerIndex([])
  const articles = createArticleShelf()
  const known = createKnown(store, profile.id, lists.data as AdministrationLists, customers, articles)
  for await (const page of store.mirror.stream(profile.id, 'customers'))
    for (const row of page) known.putCustomer(row.data as Customer)
  for await (const page of store.mirror.stream(profile.id, 'articles'))
    for (const row of page) articles.put(row.data as Article)
  return known
}

function createKnown(
  store: Store,
  profile: RunParts['profile']['id'],
  lists: AdministrationLists,
  customers: CustomerIndex,
  articles: ArticleShelf,
): Known {
  const cards = new Map<RemoteId, Customer>()
  let highestCode = 0
  const keep = (customer: Customer): void => {
    cards.delete(customer.id)
    cards.set(customer.id, customer)
    if (cards.size > cardsAtHand) cards.delete(cards.keys().next().value as RemoteId)
  }
  return {
    lists,
    customers,
    articles,
    facts: { lastTemplates: new Map(), agreedPrices: new Map(), paymentReferences: new Map() },
    cardAtHand: (id) => cards.get(id) ?? null,
    fetchCard: async (id) => {
      const row = await store.mirror.get(profile, 'customers', id)
      if (row === null) return null
      keep(row.data as Customer)
      return row.data as Customer
    },
    putCustomer: (customer) => {
      customers.upsert(customer)
      highestCode = Math.max(highestCode, Number(customer.code) || 0)
      keep(customer)
    },
    putArticle: (article) => articles.put(article),
    nextCustomerCode: (skip) => {
      highestCode += skip
      return String(highestCode) as CustomerCode
    },
  }
}
