// Receiving a page from the shop: every order and the new cursor in one transaction (design 1).
import { assertNever } from '../../core/failures.ts'
import type { Instant } from '../../core/ids.ts'
import type { Lease, Store } from '../store.ts'
import type { Database } from './database.ts'
import {
  type Content,
  dropNewer,
  findContent,
  type OrderKey,
  putContent,
  toContent,
  toEntryColumns,
} from './inbox-contents.ts'
import { findState, updateEntry } from './inbox-entries.ts'
import { toJson } from './json.ts'
import { writeUnder } from './leases.ts'

type Received = 'added' | 'changed' | 'same'
type Page = Parameters<Store['inbox']['storePage']>[1]

export function storePage(db: Database, lease: Lease, page: Page): Readonly<Record<Received, number>> {
  return writeUnder(db, lease, () => {
    const counts = { added: 0, changed: 0, same: 0 }
    for (const order of page.orders)
      counts[storeOne(db, { profile: lease.profile, id: order.id }, toContent(order), page.at)] += 1
    putCursor(db, lease.profile, page.cursor, toJson(page.upTo))
    return counts
  })
}

function storeOne(db: Database, key: OrderKey, fresh: Content, at: Instant): Received {
  const state = findState(db, key)
  if (state === null) {
    addOrder(db, key, fresh, at)
    return 'added'
  }
  const current = findContent(db, key, 'current')
  const latest = findContent(db, key, 'newer') ?? current
  if (latest?.hash === fresh.hash) return 'same'
  switch (state) {
    case 'waiting':
    case 'problem':
      putContent(db, key, 'current', fresh)
      updateEntry(db, key, { ...toEntryColumns(fresh), updated_at: at })
      return 'changed'
    case 'writing':
    case 'unknown':
      keepNewer(db, key, fresh, current)
      updateEntry(db, key, { unseen: 1, updated_at: at })
      return 'changed'
    case 'done':
    case 'skipped':
    case 'dismissed':
      // Same words from the shop, understood otherwise by a newer version of this program: the shop changed nothing.
      if (latest?.raw === fresh.raw) return 'same'
      updateEntry(db, key, { changed_since: keepNewer(db, key, fresh, current) ? 1 : 0, unseen: 1, updated_at: at })
      return 'changed'
    default:
      return assertNever(state)
  }
}

/** false: the shop went back to what the entry stands on, so nothing newer is left. */
function keepNewer(db: Database, key: OrderKey, fresh: Content, current: Content | null): boolean {
  if (fresh.hash === current?.hash) {
    dropNewer(db, key)
    return false
  }
  putContent(db, key, 'newer', fresh)
  return true
}

export function addOrder(db: Database, key: OrderKey, content: Content, at: Instant): void {
  const nothingMade = { remote_id: null, remote_number: null, chosen_customer: null }
  const columns = { ...toEntryColumns(content), ...nothingMade, received_at: at, updated_at: at }
  db.run(db.queries.insertInto('inbox').values({ ...key, ...columns }))
  putContent(db, key, 'current', content)
}

function putCursor(db: Database, profile: string, cursor: string, upTo: string): void {
  const values = { cursor, up_to: upTo }
  db.run(
    db.queries
      .insertInto('cursors')
      .values({ profile, ...values })
      .onConflict((conflict) => conflict.column('profile').doUpdateSet(values)),
  )
}
