// Credits and what leads to them: the orders that credit another, and those that the shop changed after they came to rest.
import type { Instant, ProfileId, ShopOrderId } from '../../core/ids.ts'
import type { ShopOrder } from '../../core/order.ts'
import type { InboxEntry, InboxState, IncomingOrder, Lease } from '../store.ts'
import type { Database } from './database.ts'
import { findContent, toContent } from './inbox-contents.ts'
import { findState, selectEntries, toEntry, updateEntry } from './inbox-entries.ts'
import { addOrder } from './inbox-store-page.ts'
import { fromJson } from './json.ts'
import { writeUnder } from './leases.ts'

const atRest: readonly InboxState[] = ['done', 'skipped', 'dismissed']

export function creditsOf(db: Database, profile: ProfileId, id: ShopOrderId): readonly InboxEntry[] {
  const query = selectEntries(db).where('inbox.profile', '=', profile).where('inbox.credit_of', '=', id)
  return db.all(query.orderBy('inbox.placed_at').orderBy('inbox.id')).map(toEntry)
}

export function newest(db: Database, profile: ProfileId, id: ShopOrderId): ShopOrder | null {
  const key = { profile, id }
  return fromJson((findContent(db, key, 'newer') ?? findContent(db, key, 'current'))?.order ?? null)
}

export function unseen(db: Database, profile: ProfileId, limit: number): readonly InboxEntry[] {
  const query = selectEntries(db).where('inbox.profile', '=', profile).where('inbox.unseen', '=', 1)
  return db.all(query.where('inbox.state', 'in', atRest).orderBy('inbox.id').limit(limit)).map(toEntry)
}

export function markSeen(
  db: Database,
  lease: Lease,
  id: ShopOrderId,
  derived: IncomingOrder | null,
  at: Instant,
): boolean {
  const { profile } = lease
  return writeUnder(db, lease, () => {
    updateEntry(db, { profile, id }, { unseen: 0 })
    if (derived === null || findState(db, { profile, id: derived.id }) !== null) return false
    addOrder(db, { profile, id: derived.id }, toContent(derived), at)
    return true
  })
}
