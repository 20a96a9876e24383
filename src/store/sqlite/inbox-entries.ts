// Inbox rows: finding, changing and translating them.
import type { Instant, RemoteId, ShopOrderId, ShopOrderNumber } from '../../core/ids.ts'
import type { InboxEntry, InboxState } from '../store.ts'
import type { Database } from './database.ts'
import { dropNewer, findContent, type OrderKey, putContent, toEntryColumns } from './inbox-contents.ts'
import { fromJson } from './json.ts'
import type { InboxTable } from './schema.ts'

export function findState(db: Database, { profile, id }: OrderKey): InboxState | null {
  const query = db.queries.selectFrom('inbox').select('state').where('profile', '=', profile).where('id', '=', id)
  return (db.first(query)?.state ?? null) as InboxState | null
}

export function updateEntry(db: Database, { profile, id }: OrderKey, columns: Partial<InboxTable>): void {
  db.run(db.queries.updateTable('inbox').set(columns).where('profile', '=', profile).where('id', '=', id))
}

/** The newer data become what the entry stands on, undecided. false: there are none. */
export function takeNewer(db: Database, key: OrderKey, at: Instant): boolean {
  const newer = findContent(db, key, 'newer')
  if (newer === null) return false
  putContent(db, key, 'current', newer)
  dropNewer(db, key)
  updateEntry(db, key, { ...toEntryColumns(newer), updated_at: at })
  return true
}

/** Inbox columns with the order that they stand on. */
export const selectEntries = (db: Database) =>
  db.queries
    .selectFrom('inbox')
    .innerJoin('inbox_contents as content', (join) =>
      join
        .onRef('content.profile', '=', 'inbox.profile')
        .onRef('content.id', '=', 'inbox.id')
        .on('content.version', '=', 'current'),
    )
    .selectAll('inbox')
    .select('content.order')

export const toEntry = (row: InboxTable & { order: string | null }): InboxEntry => ({
  id: row.id as ShopOrderId,
  number: row.number as ShopOrderNumber,
  state: row.state as InboxState,
  order: fromJson(row.order),
  customerName: row.customer_name,
  totalIncl: row.total_incl,
  currency: row.currency,
  placedAt: row.placed_at === '' ? null : (row.placed_at as Instant),
  problem: fromJson(row.problem),
  warnings: fromJson(row.warnings),
  decision: fromJson(row.decision),
  chosenCustomer: fromJson(row.chosen_customer),
  remoteId: row.remote_id as RemoteId | null,
  remoteNumber: row.remote_number,
  dismissedBecause: row.dismissed_because,
  changedSince: row.changed_since === 1,
  receivedAt: row.received_at as Instant,
  updatedAt: row.updated_at as Instant,
})
