// One row per profile: how far its shop's articles were read.
import type { ArticleSyncStore } from '../article-sync-store.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import { writeUnder } from './leases.ts'

export function createArticleSyncs(db: Database): ArticleSyncStore {
  return {
    state: async (profile) => {
      const row = db.first(db.queries.selectFrom('article_syncs').selectAll().where('profile', '=', profile))
      return { cursor: row?.cursor ?? null, told: fromJson(row?.told ?? '[]') }
    },

    save: async (lease, { cursor, told }) => {
      const values = { cursor, told: toJson(told) }
      writeUnder(db, lease, () =>
        db.run(
          db.queries
            .insertInto('article_syncs')
            .values({ profile: lease.profile, ...values })
            .onConflict((conflict) => conflict.column('profile').doUpdateSet(values)),
        ),
      )
    },
  }
}
