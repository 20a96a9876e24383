// What changes an order that is in the inbox: the outcome of a run, and a person's retry or dismissal.
import { Bug } from '../../core/failures.ts'
import type { Instant, ProfileId, ShopOrderId } from '../../core/ids.ts'
import type { ChosenCustomer } from '../../core/plan.ts'
import type { InboxState, Lease, Settlement } from '../store.ts'
import type { Database } from './database.ts'
import { hasOpenEffect, settleEffect } from './effects.ts'
import { findContent, isUnderstood, type OrderKey, toEntryColumns } from './inbox-contents.ts'
import { findState, takeNewer, updateEntry } from './inbox-entries.ts'
import { toJson, toJsonOrNull } from './json.ts'
import { writeUnder } from './leases.ts'
import { addLog } from './log-rows.ts'
import type { InboxTable } from './schema.ts'

export function settle(db: Database, lease: Lease, id: ShopOrderId, settlement: Settlement, at: Instant): void {
  const { profile } = lease
  writeUnder(db, lease, () => {
    const state = findState(db, { profile, id })
    if (state === null) throw new Bug('settled an order that is not in the inbox', { profile, order: id })
    for (const effect of settlement.effects ?? []) settleEffect(db, { profile, order: id }, effect, at)
    addLog(
      db,
      (settlement.log ?? []).map((entry) => ({ ...entry, profile })),
    )
    if (state === 'dismissed' && settlement.state !== 'done') return
    putSettlement(db, { profile, id }, settlement, at)
  })
}

function putSettlement(db: Database, key: OrderKey, settlement: Settlement, at: Instant): void {
  const { state } = settlement
  if ((state === 'waiting' || state === 'problem') && takeNewer(db, key, at)) return
  const newer = state !== 'unknown' && findContent(db, key, 'newer') !== null
  updateEntry(db, key, {
    ...givenColumns(settlement),
    state,
    problem: toJsonOrNull(settlement.problem),
    dismissed_because: null,
    changed_since: newer ? 1 : 0,
    updated_at: at,
  })
}

/** Only what the settlement names; the rest stays as it was. */
const givenColumns = ({ warnings, decision, remoteId, remoteNumber }: Settlement): Partial<InboxTable> => ({
  ...(warnings !== undefined && { warnings: toJson(warnings) }),
  ...(decision !== undefined && { decision: toJsonOrNull(decision) }),
  ...(remoteId !== undefined && { remote_id: remoteId }),
  ...(remoteNumber !== undefined && { remote_number: remoteNumber }),
})

const retryFrom: readonly InboxState[] = ['problem', 'waiting', 'skipped', 'dismissed']

export function retry(db: Database, profile: ProfileId, ids: readonly ShopOrderId[], at: Instant): number {
  return db.write(() => ids.filter((id) => retryOne(db, { profile, id }, at)).length)
}

function retryOne(db: Database, key: OrderKey, at: Instant): boolean {
  const before = findState(db, key)
  if (before === null || !retryFrom.includes(before)) return false
  if (hasOpenEffect(db, key)) {
    // In doubt whether it was made: newer data wait as well, until that is known.
    updateEntry(db, key, { state: 'unknown', dismissed_because: null, updated_at: at })
    return true
  }
  if (takeNewer(db, key, at)) return true
  const content = findContent(db, key, 'current')
  if (content === null || (before === 'problem' && !isUnderstood(content))) return false
  const { state, problem, warnings } = toEntryColumns(content)
  updateEntry(db, key, { state, problem, warnings, dismissed_because: null, changed_since: 0, updated_at: at })
  return true
}

/** An order that could not be understood stays a problem: its customer may be chosen beforehand all the same. */
export function chooseCustomer(db: Database, key: OrderKey, chosen: ChosenCustomer | null, at: Instant): boolean {
  return db.write(() => {
    const before = findState(db, key)
    if ((before !== 'waiting' && before !== 'problem') || hasOpenEffect(db, key)) return false
    updateEntry(db, key, { chosen_customer: toJsonOrNull(chosen), decision: null, updated_at: at })
    retryOne(db, key, at)
    return true
  })
}

const dismissFrom: readonly InboxState[] = ['problem', 'waiting', 'unknown', 'skipped']

export function dismiss(
  db: Database,
  profile: ProfileId,
  ids: readonly ShopOrderId[],
  reason: string,
  at: Instant,
): number {
  const dismissOne = (id: ShopOrderId): boolean => {
    const before = findState(db, { profile, id })
    if (before === null || !dismissFrom.includes(before)) return false
    const changed = findContent(db, { profile, id }, 'newer') === null ? 0 : 1
    const columns = { state: 'dismissed', dismissed_because: reason, changed_since: changed, updated_at: at }
    updateEntry(db, { profile, id }, columns)
    return true
  }
  return db.write(() => ids.filter(dismissOne).length)
}
