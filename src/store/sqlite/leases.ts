// The right to work on a profile: one row each, whose token only grows. Released rows stay, so that an old token never returns.
import { StoreFailed } from '../../core/failures.ts'
import type { Lease, Store } from '../store.ts'
import type { Database } from './database.ts'

/** Inside the transaction of what is written under the lease. Throws StoreFailed 'store.leaseLost'. */
function requireLease(db: Database, lease: Lease): void {
  const query = db.queries.selectFrom('leases').select(['holder', 'token']).where('profile', '=', lease.profile)
  const row = db.first(query)
  if (row?.holder === lease.holder && row.token === lease.token) return
  const context = { path: db.path, profile: lease.profile, holder: row?.holder ?? null }
  throw new StoreFailed('store.leaseLost', 'another worker took over this profile', context)
}

/** `write` that first checks the lease. */
export const writeUnder = <Value>(db: Database, lease: Lease, work: () => Value): Value =>
  db.write(() => {
    requireLease(db, lease)
    return work()
  })

export function createLeases(db: Database): Store['leases'] {
  const rowOf = (profile: string) =>
    db.first(db.queries.selectFrom('leases').selectAll().where('profile', '=', profile))
  /** Changes the row only while the lease is held. */
  const update = ({ profile, holder, token }: Lease, values: { holder?: null; until: number }): boolean => {
    const query = db.queries.updateTable('leases').set(values).where('profile', '=', profile)
    return db.write(() => db.run(query.where('holder', '=', holder).where('token', '=', token))) === 1
  }

  return {
    take: async (profile, holder, now, forMs, insteadOf) =>
      db.write(() => {
        const row = rowOf(profile)
        const mayTake = row === null || row.holder === null || [holder, insteadOf].includes(row.holder)
        if (!mayTake && row.until > now) return null
        const values = { holder, token: (row?.token ?? 0) + 1, until: now + forMs }
        db.run(
          db.queries
            .insertInto('leases')
            .values({ profile, ...values })
            .onConflict((conflict) => conflict.column('profile').doUpdateSet(values)),
        )
        return { profile, holder, token: values.token }
      }),

    renew: async (lease, now, forMs) => update(lease, { until: now + forMs }),

    release: async (lease) => {
      update(lease, { holder: null, until: 0 })
    },

    holder: async (profile) => {
      const row = rowOf(profile)
      return row === null || row.holder === null ? null : { holder: row.holder, until: row.until }
    },
  }
}
