// Rows of the log and what they stand for.
import type { Instant, ProfileId, ShopOrderNumber } from '../../core/ids.ts'
import type { LogEntry, LogLevel, StoredLogEntry } from '../store.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { LogTable } from './schema.ts'

export type LogRow = Omit<LogTable, 'id'> & { readonly id: number }

export const toLogEntry = (row: LogRow): StoredLogEntry => ({
  id: row.id,
  at: row.at as Instant,
  profile: row.profile as ProfileId,
  level: row.level as LogLevel,
  order: row.order_number as ShopOrderNumber | null,
  code: row.code,
  data: fromJson<LogEntry['data']>(row.data),
})

/** Inside a transaction. */
export function addLog(db: Database, entries: readonly LogEntry[]): void {
  for (const { at, profile, level, order, code, data } of entries)
    db.run(db.queries.insertInto('log').values({ at, profile, level, order_number: order, code, data: toJson(data) }))
}
