// The log (USE-3), newest first.
import type { Instant, ProfileId, ShopOrderNumber } from '../../core/ids.ts'
import type { LogEntry, LogLevel, Store } from '../store.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'

export function createLog(db: Database): Store['log'] {
  return {
    add: async (entries) => db.write(() => addLog(db, entries)),

    page: async ({ profile, level, order, limit, before }) => {
      let query = db.queries.selectFrom('log').selectAll().orderBy('id', 'desc').limit(limit)
      if (profile !== undefined) query = query.where('profile', '=', profile)
      if (level === 'normal') query = query.where('level', '=', 'normal')
      if (order !== undefined) query = query.where('order_number', '=', order)
      if (before !== undefined && before !== null) query = query.where('id', '<', before)
      return db.all(query).map((row) => ({
        id: row.id,
        at: row.at as Instant,
        profile: row.profile as ProfileId,
        level: row.level as LogLevel,
        order: row.order_number as ShopOrderNumber | null,
        code: row.code,
        data: fromJson<LogEntry['data']>(row.data),
      }))
    },

    purge: async (before) => db.write(() => db.run(db.queries.deleteFrom('log').where('at', '<', before))),

    clear: async (profile) => {
      const query = db.queries.deleteFrom('log')
      return db.write(() => db.run(profile === null ? query : query.where('profile', '=', profile)))
    },
  }
}

/** Inside a transaction. */
export function addLog(db: Database, entries: readonly LogEntry[]): void {
  for (const { at, profile, level, order, code, data } of entries)
    db.run(db.queries.insertInto('log').values({ at, profile, level, order_number: order, code, data: toJson(data) }))
}
