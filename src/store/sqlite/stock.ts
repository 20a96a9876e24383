// The shop's stock as it was told, in tables of its own; many lines are written in one transaction.
import { sql } from 'kysely'
import type { Instant, ProfileId } from '../../core/ids.ts'
import type { StockProblem } from '../../core/stock/match-lines.ts'
import type { StockOutcome, StockStore, StoredChange, StoredStockProblem } from '../stock-store.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import { writeUnder } from './leases.ts'

export function createStock(db: Database): StockStore {
  const { queries } = db
  return {
    lines: async (profile) => {
      const columns = ['key', 'code', 'name', 'not_managed as notManaged', 'confirmed', 'intended'] as const
      const query = queries.selectFrom('stock_lines').select(columns).where('profile', '=', profile)
      return db.all(query.orderBy('key'))
    },

    wholeAt: async (profile) => (stateOf(db, profile)?.whole_at ?? null) as Instant | null,

    beginWhole: async (lease) =>
      writeUnder(db, lease, () => {
        const before = stateOf(db, lease.profile)
        const reading = (before?.reading ?? 0) + 1
        putState(db, lease.profile, reading, before?.whole_at ?? null)
        return reading
      }),

    see: async (lease, reading, lines) =>
      writeUnder(db, lease, () => {
        for (const { quantity, notManaged, ...line } of lines) {
          const seen = { code: line.code, name: line.name, not_managed: notManaged, reading }
          const told = quantity === null ? {} : { confirmed: quantity, intended: null }
          const row = { profile: lease.profile, key: line.key, confirmed: null, intended: null, ...seen, ...told }
          const query = queries.insertInto('stock_lines').values(row)
          db.run(query.onConflict((conflict) => conflict.columns(['profile', 'key']).doUpdateSet({ ...seen, ...told })))
        }
      }),

    finishWhole: async (lease, reading, at) =>
      writeUnder(db, lease, () => {
        const lines = queries.deleteFrom('stock_lines').where('profile', '=', lease.profile)
        db.run(lines.where('reading', '<>', reading))
        putState(db, lease.profile, reading, at)
      }),

    intend: async (lease, changes) =>
      writeUnder(db, lease, () => {
        for (const { key, to } of changes) db.run(lineOf(db, lease.profile, key).set({ intended: to }))
      }),

    settle: async (lease, outcomes, at) =>
      writeUnder(db, lease, () => {
        for (const outcome of outcomes) settleOne(db, lease.profile, outcome, at)
      }),

    changes: async (profile, { text = '', limit, before = null }) => {
      let query = queries.selectFrom('stock_changes').selectAll().where('profile', '=', profile)
      if (before !== null) query = query.where('id', '<', before)
      if (text !== '') query = query.where((is) => is.or([contains('code', text), contains('name', text)]))
      const rows = db.all(query.orderBy('id', 'desc').limit(limit))
      return rows.map(
        ({ id, at, change }): StoredChange => ({
          id,
          at: at as Instant,
          change: fromJson(change),
        }),
      )
    },

    report: async (lease, problems, at) =>
      writeUnder(db, lease, () => replaceProblems(db, lease.profile, problems, at)),

    problems: async (profile, { text = '', limit }) => {
      let query = queries.selectFrom('stock_problems').where('profile', '=', profile)
      if (text !== '') query = query.where((is) => is.or([contains('about', text), nameContains(text)]))
      const rows = db.all(query.selectAll().orderBy('code').orderBy('about').limit(limit))
      const count = db.first(query.select((is) => is.fn.countAll<number>().as('total')))
      return { problems: rows.map(toProblem), total: count?.total ?? 0 }
    },

    purge: async (before) => db.write(() => db.run(queries.deleteFrom('stock_changes').where('at', '<', before))),

    forget: async (profile) => {
      db.write(() => {
        for (const table of ['stock_lines', 'stock_states', 'stock_problems'] as const)
          db.run(queries.deleteFrom(table).where('profile', '=', profile))
      })
    },
  }
}

const stateOf = (db: Database, profile: ProfileId) =>
  db.first(db.queries.selectFrom('stock_states').selectAll().where('profile', '=', profile))

function putState(db: Database, profile: ProfileId, reading: number, wholeAt: string | null): void {
  const values = { reading, whole_at: wholeAt }
  const query = db.queries.insertInto('stock_states').values({ profile, ...values })
  db.run(query.onConflict((conflict) => conflict.column('profile').doUpdateSet(values)))
}

const lineOf = (db: Database, profile: ProfileId, key: string) =>
  db.queries.updateTable('stock_lines').where('profile', '=', profile).where('key', '=', key)

function settleOne(db: Database, profile: ProfileId, { change, refused }: StockOutcome, at: Instant): void {
  const told = refused ? { intended: null } : { confirmed: change.to, intended: null }
  db.run(lineOf(db, profile, change.key).set(told))
  if (refused) return
  const row = { profile, at, code: change.code, name: change.name, change: toJson(change) }
  db.run(db.queries.insertInto('stock_changes').values(row))
}

function replaceProblems(
  db: Database,
  profile: ProfileId,
  problems: readonly StockProblem[],
  at: Instant,
): readonly StockProblem[] {
  const rows = db.all(db.queries.selectFrom('stock_problems').selectAll().where('profile', '=', profile))
  const before = new Map(rows.map((row) => [keyOf(row), row]))
  const after = new Map(problems.map((problem) => [keyOf(problem), problem]))
  for (const [key, { code, about }] of before) {
    if (after.has(key)) continue
    const query = db.queries.deleteFrom('stock_problems').where('profile', '=', profile)
    db.run(query.where('code', '=', code).where('about', '=', about))
  }
  const added = [...after].filter(([key]) => !before.has(key)).map(([, problem]) => problem)
  for (const { code, about, data } of added)
    db.run(db.queries.insertInto('stock_problems').values({ profile, code, about, data: toJson(data), since: at }))
  return added
}

const keyOf = ({ code, about }: { code: string; about: string }): string => `${code}\n${about}`

const toProblem = (row: { code: string; about: string; data: string; since: string }): StoredStockProblem => ({
  code: row.code,
  about: row.about,
  data: fromJson(row.data),
  since: row.since as Instant,
})

const nameContains = (text: string) => sql<boolean>`json_extract(data, '$.name') like ${patternOf(text)} escape '\\'`

const patternOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const contains = (column: 'code' | 'name' | 'about', text: string) =>
  sql<boolean>`${sql.ref(column)} like ${patternOf(text)} escape '\\'`
