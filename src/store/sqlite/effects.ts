// Effects: what is about to change outside, and what came of it (design 3). One row per order and step.
import { sql } from 'kysely'
import { Bug } from '../../core/failures.ts'
import type { Instant, ProfileId, RemoteId, ShopOrderId } from '../../core/ids.ts'
import type { Effect, EffectState, InboxState, Lease, Store } from '../store.ts'
import type { Database } from './database.ts'
import type { OrderKey } from './inbox-contents.ts'
import { findState, updateEntry } from './inbox-entries.ts'
import { fromJson, toJson } from './json.ts'
import { writeUnder } from './leases.ts'
import { upsertRow } from './mirror.ts'
import type { EffectsTable } from './schema.ts'

type EffectKey = { readonly profile: ProfileId; readonly order: ShopOrderId }
type Intended = Parameters<Store['effects']['intend']>[1]

/** In the words of the partial index `effects_open`, which SQLite uses only where it sees the same values. */
const isOpen = sql<boolean>`effects.state in ('intended', 'unknown')`

export function createEffects(db: Database): Store['effects'] {
  return {
    intend: async (lease, effect, at) => intend(db, lease, effect, at),

    settle: async (lease, order, step, result, at, mirror = []) =>
      writeUnder(db, lease, () => {
        settleEffect(db, { profile: lease.profile, order }, { step, ...result }, at)
        for (const { kind, row } of mirror) upsertRow(db, lease.profile, kind, row)
      }),

    of: async (profile, order) => {
      const query = db.queries.selectFrom('effects').selectAll().where('profile', '=', profile)
      return db.all(query.where('order_id', '=', order).orderBy('intended_at').orderBy('step')).map(toEffect)
    },

    open: async (profile) => {
      const query = db.queries
        .selectFrom('effects')
        .innerJoin('inbox', (join) =>
          join.onRef('inbox.profile', '=', 'effects.profile').onRef('inbox.id', '=', 'effects.order_id'),
        )
        .selectAll('effects')
        .where('effects.profile', '=', profile)
        .where(isOpen)
        .where('inbox.state', '<>', 'dismissed')
      return db.all(query.orderBy('effects.intended_at').orderBy('order_id').orderBy('step')).map(toEffect)
    },
  }
}

const mayWrite: readonly (InboxState | null)[] = ['waiting', 'writing', 'problem', 'unknown']

function intend(db: Database, lease: Lease, { order, step, marker, data }: Intended, at: Instant): void {
  const { profile } = lease
  const key = { profile, order_id: order, step }
  writeUnder(db, lease, () => {
    const context = { profile, order, step, marker }
    const state = findState(db, { profile, id: order })
    if (!mayWrite.includes(state)) throw new Bug(`intended for an order that is ${state ?? 'not there'}`, context)
    const before = findEffectState(db, { profile, order }, step)
    if (before !== null && before !== 'absent') throw new Bug(`intended a step that is ${before}`, context)
    const values = { marker, state: 'intended', remote_id: null, data: toJson(data), intended_at: at, settled_at: null }
    db.run(
      db.queries
        .insertInto('effects')
        .values({ ...key, ...values })
        .onConflict((conflict) => conflict.columns(['profile', 'order_id', 'step']).doUpdateSet(values)),
    )
    updateEntry(db, { profile, id: order }, { state: 'writing', problem: null, updated_at: at })
  })
}

/** Inside a transaction. Throws Bug where the step was never intended, or is done and would become something else. */
export function settleEffect(
  db: Database,
  { profile, order }: EffectKey,
  { step, state, remoteId }: { step: string; state: EffectState; remoteId: RemoteId | null },
  at: Instant,
): void {
  const before = findEffectState(db, { profile, order }, step)
  const context = { profile, order, step, state }
  if (before === null) throw new Bug('settled a step that was never intended', context)
  if (before === 'done' && state !== 'done') throw new Bug('a step that is done stays done', context)
  const settledAt = state === 'done' || state === 'absent' ? at : null
  db.run(
    db.queries
      .updateTable('effects')
      .set({ state, remote_id: remoteId, settled_at: settledAt })
      .where('profile', '=', profile)
      .where('order_id', '=', order)
      .where('step', '=', step),
  )
}

export function hasOpenEffect(db: Database, { profile, id }: OrderKey): boolean {
  const query = db.queries
    .selectFrom('effects')
    .select('step')
    .where('profile', '=', profile)
    .where('order_id', '=', id)
  return db.first(query.where(isOpen).limit(1)) !== null
}

function findEffectState(db: Database, { profile, order }: EffectKey, step: string): EffectState | null {
  const query = db.queries.selectFrom('effects').select('state').where('profile', '=', profile)
  return (db.first(query.where('order_id', '=', order).where('step', '=', step))?.state ?? null) as EffectState | null
}

const toEffect = (row: EffectsTable): Effect => ({
  order: row.order_id as ShopOrderId,
  step: row.step,
  marker: row.marker,
  state: row.state as EffectState,
  remoteId: row.remote_id as RemoteId | null,
  data: fromJson(row.data),
  intendedAt: row.intended_at as Instant,
  settledAt: row.settled_at as Instant | null,
})
