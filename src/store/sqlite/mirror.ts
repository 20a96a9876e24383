// The mirror of an administration. A whole reading fills a new generation of rows beside the one that is read, and takes its
// place only when it is finished; a reading of changes writes into the one that is read.
import { Bug } from '../../core/failures.ts'
import type { Instant, ProfileId } from '../../core/ids.ts'
import type { MirrorKind, MirrorRow, MirrorState, Store } from '../store.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import { writeUnder } from './leases.ts'
import type { MirrorStatesTable } from './schema.ts'

const streamPageSize = 500

type StateRow = Omit<MirrorStatesTable, 'profile' | 'kind'>

const untouched: StateRow = {
  current: 0,
  reading: null,
  reading_high: null,
  last_generation: 0,
  high_water: null,
  whole_at: null,
  refreshed_at: null,
}

export function createMirror(db: Database): Store['mirror'] {
  return {
    state: async (profile, kind) => toMirrorState(stateRow(db, profile, kind)),

    begin: async ({ profile, ...lease }, kind, whole) =>
      writeUnder(db, { profile, ...lease }, () => {
        const state = stateRow(db, profile, kind)
        dropOthers(db, profile, kind, state.current)
        const reading = whole ? state.last_generation + 1 : state.current
        const lastGeneration = Math.max(state.last_generation, reading)
        putState(db, profile, kind, { ...state, reading, reading_high: null, last_generation: lastGeneration })
        return reading
      }),

    put: async (lease, kind, generation, rows) =>
      writeUnder(db, lease, () => {
        const state = readingState(db, lease.profile, kind, generation)
        for (const row of rows) putRow(db, lease.profile, kind, generation, row)
        const high = rows.reduce((highest, row) => later(highest, row.modifiedAt), state.reading_high)
        putState(db, lease.profile, kind, { ...state, reading_high: high })
      }),

    finish: async (lease, kind, generation, whole, at) =>
      writeUnder(db, lease, () => {
        const state = readingState(db, lease.profile, kind, generation)
        const finished: StateRow = {
          current: generation,
          reading: null,
          reading_high: null,
          last_generation: state.last_generation,
          high_water: whole ? state.reading_high : later(state.high_water, state.reading_high),
          whole_at: whole ? at : state.whole_at,
          refreshed_at: at,
        }
        putState(db, lease.profile, kind, finished)
        dropOthers(db, lease.profile, kind, generation)
        return toMirrorState(finished)
      }),

    upsert: async (lease, kind, row) => writeUnder(db, lease, () => upsertRow(db, lease.profile, kind, row)),

    get: async (profile, kind, id) => {
      const row = db.first(selectRows(db, profile, kind).where('mirror_rows.id', '=', id))
      return row === null ? null : toMirrorRow(row)
    },

    stream: (profile, kind) => streamRows(db, profile, kind),

    forget: async (profile) => {
      db.write(() => {
        db.run(db.queries.deleteFrom('mirror_rows').where('profile', '=', profile))
        const states = db.all(db.queries.selectFrom('mirror_states').selectAll().where('profile', '=', profile))
        // Generations go on counting, so that a reading under way cannot finish what was forgotten.
        for (const { kind, last_generation: last } of states)
          putState(db, profile, kind, { ...untouched, current: last + 1, last_generation: last + 1 })
      })
    },
  }
}

/** Inside a transaction. One row outside a reading: a whole reading under way may have passed its place already. */
export function upsertRow(db: Database, profile: ProfileId, kind: MirrorKind, row: MirrorRow): void {
  const { current, reading } = stateRow(db, profile, kind)
  for (const generation of new Set([current, reading ?? current])) putRow(db, profile, kind, generation, row)
}

async function* streamRows(db: Database, profile: ProfileId, kind: MirrorKind): AsyncGenerator<readonly MirrorRow[]> {
  let query = selectRows(db, profile, kind).orderBy('mirror_rows.id').limit(streamPageSize)
  for (;;) {
    const rows = db.all(query).map(toMirrorRow)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    query = selectRows(db, profile, kind).where('mirror_rows.id', '>', last.id)
    query = query.orderBy('mirror_rows.id').limit(streamPageSize)
  }
}

const selectRows = (db: Database, profile: ProfileId, kind: MirrorKind) => {
  const current = db.queries.selectFrom('mirror_states').select('current')
  return db.queries
    .selectFrom('mirror_rows')
    .select(['mirror_rows.id', 'modified_at', 'data'])
    .where('profile', '=', profile)
    .where('kind', '=', kind)
    .where((is) =>
      is(
        'generation',
        '=',
        is.fn.coalesce(current.where('profile', '=', profile).where('kind', '=', kind), is.lit(untouched.current)),
      ),
    )
}

function stateRow(db: Database, profile: string, kind: string): StateRow {
  const query = db.queries.selectFrom('mirror_states').selectAll().where('profile', '=', profile)
  return db.first(query.where('kind', '=', kind)) ?? untouched
}

function readingState(db: Database, profile: string, kind: string, generation: number): StateRow {
  const state = stateRow(db, profile, kind)
  if (state.reading === generation) return state
  throw new Bug('a reading of the mirror that is not under way', { profile, kind, generation, reading: state.reading })
}

function putState(db: Database, profile: string, kind: string, state: StateRow): void {
  db.run(
    db.queries
      .insertInto('mirror_states')
      .values({ ...state, profile, kind })
      .onConflict((conflict) => conflict.columns(['profile', 'kind']).doUpdateSet({ ...state, profile, kind })),
  )
}

function putRow(db: Database, profile: string, kind: string, generation: number, row: MirrorRow): void {
  const values = { modified_at: row.modifiedAt, data: toJson(row.data) }
  db.run(
    db.queries
      .insertInto('mirror_rows')
      .values({ profile, kind, generation, id: row.id, ...values })
      .onConflict((conflict) => conflict.columns(['profile', 'kind', 'generation', 'id']).doUpdateSet(values)),
  )
}

/** What an unfinished reading left behind, or a finished one has replaced. */
function dropOthers(db: Database, profile: string, kind: string, keep: number): void {
  const query = db.queries.deleteFrom('mirror_rows').where('profile', '=', profile).where('kind', '=', kind)
  db.run(query.where('generation', '<', keep))
  db.run(query.where('generation', '>', keep))
}

/** As text: the remote writes its instants in one form. */
const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a)

const toMirrorState = (row: StateRow): MirrorState => ({
  highWater: row.high_water,
  wholeAt: row.whole_at as Instant | null,
  refreshedAt: row.refreshed_at as Instant | null,
})

const toMirrorRow = (row: { id: string; modified_at: string | null; data: string }): MirrorRow => ({
  id: row.id,
  modifiedAt: row.modified_at,
  data: fromJson(row.data),
})
