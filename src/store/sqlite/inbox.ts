// The inbox: every order of the shop with its state, read in pages that an index backs, however many wait.
import { sql } from 'kysely'
import type { ProfileId } from '../../core/ids.ts'
import type { InboxEntry, InboxState, Store } from '../store.ts'
import type { Database } from './database.ts'
import { findContent } from './inbox-contents.ts'
import { creditsOf, markSeen, newest, unseen } from './inbox-credits.ts'
import { selectEntries, toEntry } from './inbox-entries.ts'
import { countPerDay } from './inbox-per-day.ts'
import { chooseCustomer, dismiss, retry, settle } from './inbox-settle.ts'
import { storePage } from './inbox-store-page.ts'
import { fromJson } from './json.ts'

type Ask = Parameters<Store['inbox']['page']>[1]

export function createInbox(db: Database): Store['inbox'] {
  const entries = () => selectEntries(db)
  return {
    storePage: async (lease, page) => storePage(db, lease, page),

    cursor: async (profile) => {
      const row = db.first(db.queries.selectFrom('cursors').selectAll().where('profile', '=', profile))
      return { cursor: row?.cursor ?? null, upTo: fromJson(row?.up_to ?? null) }
    },

    resetCursor: async (profile) => {
      db.write(() => db.run(db.queries.deleteFrom('cursors').where('profile', '=', profile)))
    },

    get: async (profile, id) => {
      const row = db.first(entries().where('inbox.profile', '=', profile).where('inbox.id', '=', id))
      return row === null ? null : toEntry(row)
    },

    find: async (profile, number) => {
      const query = entries().where('inbox.profile', '=', profile).where('inbox.number', '=', number)
      const row = db.first(query.orderBy('inbox.placed_at', 'desc').limit(1))
      return row === null ? null : toEntry(row)
    },

    raw: async (profile, id) => fromJson(findContent(db, { profile, id }, 'current')?.raw ?? null),

    page: async (profile, ask) => readPage(db, profile, ask),
    perDay: async (profile, from) => countPerDay(db, profile, from),

    counts: async (profile) => {
      const query = db.queries
        .selectFrom('inbox')
        .select(['state', (count) => count.fn.countAll<number>().as('orders')])
      const rows = db.all(query.where('profile', '=', profile).groupBy('state'))
      return { ...noOrders, ...Object.fromEntries(rows.map((row) => [row.state, row.orders])) }
    },

    creditsOf: async (profile, id) => creditsOf(db, profile, id),
    newest: async (profile, id) => newest(db, profile, id),
    unseen: async (profile, limit) => unseen(db, profile, limit),
    markSeen: async (lease, id, derived, at) => markSeen(db, lease, id, derived, at),

    settle: async (lease, id, settlement, at) => settle(db, lease, id, settlement, at),
    retry: async (profile, ids, at) => retry(db, profile, ids, at),
    chooseCustomer: async (profile, id, chosen, at) => chooseCustomer(db, { profile, id }, chosen, at),
    dismiss: async (profile, ids, reason, at) => dismiss(db, profile, ids, reason, at),
  }
}

const noOrders: Readonly<Record<InboxState, number>> = {
  waiting: 0,
  writing: 0,
  done: 0,
  skipped: 0,
  problem: 0,
  unknown: 0,
  dismissed: 0,
}

function readPage(db: Database, profile: ProfileId, ask: Ask): readonly InboxEntry[] {
  const keys = pageKeys(db, profile, ask)
  if (keys === null) return []
  const query = selectEntries(db)
    .innerJoin(keys.as('keys'), (join) => join.onRef('keys.id', '=', 'inbox.id'))
    .where('inbox.profile', '=', profile)
    .orderBy('inbox.placed_at', directionOf(ask))
    .orderBy('inbox.id', directionOf(ask))
  return db.all(query).map(toEntry)
}

const directionOf = ({ newestFirst = false }: Ask) => (newestFirst ? 'desc' : 'asc')

/** Keys of one page. One query per state, merged in order: with `state in (…)` SQLite would sort all that wait, each time. */
export function pageKeys(db: Database, profile: ProfileId, ask: Ask) {
  const { states, limit, after, text = '', newestFirst = false, credits } = ask
  const keysOf = (state: InboxState | null) => {
    let query = db.queries.selectFrom('inbox').select(['placed_at', 'id']).where('profile', '=', profile)
    if (state !== null) query = query.where('state', '=', state)
    if (text !== '') query = query.where((entry) => entry.or(textColumns.map((column) => contains(column, text))))
    if (credits !== undefined) query = query.where('credit_of', credits ? 'is not' : 'is', null)
    if (!after) return query
    const { placedAt, id } = after
    const beyond = newestFirst ? '<' : '>'
    return query.where((is) => is(is.refTuple('placed_at', 'id'), beyond, is.tuple(placedAt ?? '', id)))
  }
  const [first, ...others] = states === undefined ? [null] : states
  if (first === undefined) return null
  const merged = others.reduce((query, state) => query.unionAll(keysOf(state)), keysOf(first))
  return merged.orderBy('placed_at', directionOf(ask)).orderBy('id', directionOf(ask)).limit(limit)
}

const textColumns = ['number', 'customer_name', 'remote_number'] as const

const contains = (column: (typeof textColumns)[number], text: string) =>
  sql<boolean>`${sql.ref(column)} like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
