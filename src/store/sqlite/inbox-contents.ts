// What the shop sent for an order: the version that its inbox entry stands on, and possibly a newer one that waits.
import type { ShopOrder } from '../../core/order.ts'
import { canonicalJson, contentHash } from '../canonical.ts'
import type { InboxState, IncomingOrder } from '../store.ts'
import type { Database } from './database.ts'
import { toJsonOrNull } from './json.ts'
import type { InboxContentsTable, InboxTable } from './schema.ts'

export type OrderKey = { readonly profile: string; readonly id: string }
export type Content = Omit<InboxContentsTable, 'profile' | 'id' | 'version'>

/** `raw` counts only where the order could not be understood: shops add counters and times to it. */
export const toContent = ({ number, order, problem, raw }: IncomingOrder): Content => ({
  number,
  order: toJsonOrNull(order),
  problem: toJsonOrNull(problem),
  raw: canonicalJson(raw),
  hash: order === null ? contentHash({ raw, problem }) : contentHash(order),
})

export const isUnderstood = (content: Pick<Content, 'order' | 'problem'>): boolean =>
  content.order !== null && content.problem === null

/** The columns of an inbox entry that follow from its content, for an order that nothing was decided about yet. */
export function toEntryColumns(content: Content) {
  const order = content.order === null ? null : (JSON.parse(content.order) as ShopOrder)
  return {
    number: content.number,
    state: (isUnderstood(content) ? 'waiting' : 'problem') satisfies InboxState,
    placed_at: order?.placedAt ?? '',
    order_date: order?.orderDate ?? '',
    customer_name: order === null ? '' : nameOf(order),
    total_incl: order?.totalIncl ?? '',
    currency: order?.currency ?? '',
    problem: content.problem,
    warnings: '[]',
    decision: null,
    dismissed_because: null,
    changed_since: 0,
    credit_of: order?.creditOf ?? null,
    unseen: 0,
  } satisfies Partial<InboxTable>
}

const nameOf = ({ customer }: ShopOrder): string =>
  customer.company || [customer.firstName, customer.lastName].filter((part) => part !== '').join(' ')

export function findContent(db: Database, key: OrderKey, version: InboxContentsTable['version']): Content | null {
  const query = db.queries.selectFrom('inbox_contents').select(['number', 'order', 'problem', 'raw', 'hash'])
  const { profile, id } = key
  return db.first(query.where('profile', '=', profile).where('id', '=', id).where('version', '=', version))
}

export function putContent(
  db: Database,
  { profile, id }: OrderKey,
  version: InboxContentsTable['version'],
  content: Content,
): void {
  db.run(
    db.queries
      .insertInto('inbox_contents')
      .values({ profile, id, version, ...content })
      .onConflict((conflict) => conflict.columns(['profile', 'id', 'version']).doUpdateSet(content)),
  )
}

export function dropNewer(db: Database, { profile, id }: OrderKey): void {
  const query = db.queries.deleteFrom('inbox_contents').where('profile', '=', profile).where('id', '=', id)
  db.run(query.where('version', '=', 'newer'))
}
