// The log (USE-3), newest first.
import { setImmediate as otherWork } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Instant, ProfileId } from '../../core/ids.ts'
import type { Store } from '../store.ts'
import type { Database } from './database.ts'
import { addLog, toLogEntry } from './log-rows.ts'
import { searchLog, streamLog } from './log-search.ts'

export function createLog(db: Database): Store['log'] {
  return {
    add: async (entries) => db.write(() => addLog(db, entries)),

    page: async ({ profile, level, order, limit, before }) => {
      let query = db.queries.selectFrom('log').selectAll().orderBy('id', 'desc').limit(limit)
      if (profile !== undefined) query = query.where('profile', '=', profile)
      if (level === 'normal') query = query.where('level', '=', 'normal')
      if (order !== undefined) query = query.where('order_number', '=', order)
      if (before !== undefined && before !== null) query = query.where('id', '<', before)
      return db.all(query).map(toLogEntry)
    },

    search: async (ask) => searchLog(db, ask),
    stream: (filter) => streamLog(db, filter),
    purge: (before) => removeLog(db, { before }),
    clear: (profile) => removeLog(db, profile === null ? {} : { profile }),
  }
}

const removedAtOnce = 500

/** A part at a time, each a transaction: a million entries would keep everything else waiting for minutes. Gives how many. */
export async function removeLog(db: Database, which: { before?: Instant; profile?: ProfileId }): Promise<number> {
  if (which.before === undefined && isAll(db, which.profile)) return emptyLog(db)
  let ids = db.queries.selectFrom('log').select('id').limit(removedAtOnce)
  if (which.before !== undefined) ids = ids.where('at', '<', which.before)
  if (which.profile !== undefined) ids = ids.where('profile', '=', which.profile)
  const removePart = (): number => db.write(() => db.run(db.queries.deleteFrom('log').where('id', 'in', ids)))
  let removed = removePart()
  for (let part = removed; part === removedAtOnce; removed += part) {
    await otherWork()
    part = removePart()
  }
  return removed
}

function isAll(db: Database, profile: ProfileId | undefined): boolean {
  if (profile === undefined) return true
  const ofOther = db.queries.selectFrom('log').select('id').limit(1)
  return [ofOther.where('profile', '<', profile), ofOther.where('profile', '>', profile)].every(
    (query) => db.first(query) === null,
  )
}

/** Without the trigger, SQLite empties a table as a whole (https://sqlite.org/lang_delete.html#truncateopt), and so does FTS5. */
function emptyLog(db: Database): number {
  const trigger = sql<{ sql: string }>`select sql from sqlite_schema where name = 'log_text_removed'`
  return db.write(() => {
    const text = db.first({ compile: () => trigger.compile(db.queries) })?.sql ?? ''
    db.script('drop trigger log_text_removed')
    const removed = db.run(db.queries.deleteFrom('log'))
    db.script(`insert into log_text (log_text) values ('delete-all'); ${text}`)
    return removed
  })
}
