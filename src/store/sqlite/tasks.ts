// Plans of tasks and the history of their runs (PLAN-1, USE-2).
import { sql } from 'kysely'
import type { Instant, ProfileId } from '../../core/ids.ts'
import type { TaskName, TaskOutcome, TaskPlan, TaskRun, TaskStore } from '../store.ts'
import type { Database } from './database.ts'
import { fromJson, toJson, toJsonOrNull } from './json.ts'
import type { Tables, TaskRunsTable } from './schema.ts'

const nothingCounted: TaskRun['counts'] = { read: 0, done: 0, skipped: 0, problem: 0, unknown: 0, newCustomers: 0 }

export function createTasks(db: Database): TaskStore {
  const plansOf = () => db.queries.selectFrom('task_plans').selectAll()
  const runsOf = (profile: ProfileId) => db.queries.selectFrom('task_runs').selectAll().where('profile', '=', profile)
  return {
    plans: async () => db.all(plansOf().orderBy('profile').orderBy('task')).map(toPlan),

    plan: async (profile, task) => {
      const row = db.first(plansOf().where('profile', '=', profile).where('task', '=', task))
      return row === null
        ? { profile, task, interval: 'off', nextAt: null, paused: false, anchorAt: null }
        : toPlan(row)
    },

    savePlan: async (plan) => {
      db.write(() => putPlan(db, plan))
    },

    begin: async ({ profile, task, startedAt, by, holder }) =>
      db.write(() => {
        const row = { profile, task, started_at: startedAt, by, holder, outcome: 'running' satisfies TaskOutcome }
        const query = db.queries.insertInto('task_runs').values({ ...row, counts: toJson(nothingCounted) })
        return db.first(query.returning('id'))?.id ?? 0
      }),

    end: async (id, { endedAt, outcome, counts, failure }) => {
      const values = { ended_at: endedAt, outcome, counts: toJson(counts), failure: toJsonOrNull(failure) }
      db.write(() => db.run(db.queries.updateTable('task_runs').set(values).where('id', '=', id)))
    },

    last: async (profile, task) => {
      const row = db.first(runsOf(profile).where('task', '=', task).orderBy('id', 'desc').limit(1))
      return row === null ? null : toRun(row)
    },

    runs: async (profile, limit, before = null) => {
      const query = runsOf(profile).orderBy('id', 'desc').limit(limit)
      return db.all(before === null ? query : query.where('id', '<', before)).map(toRun)
    },

    successAt: async (profile, task) => {
      const query = runsOf(profile).where('task', '=', task).where(endedWell).orderBy('id', 'desc').limit(1)
      return (db.first(query)?.ended_at ?? null) as Instant | null
    },

    interrupted: async (at, isGone) => db.write(() => stopGone(db, at, isGone)),
    purge: async (before) => db.write(() => removeRuns(db, before)),
  }
}

/** As the index on such runs says it. */
const endedWell = sql<boolean>`outcome in ('well', 'attention')`

function putPlan(db: Database, { profile, task, interval, nextAt, paused, anchorAt = nextAt }: TaskPlan): void {
  const values = { interval, next_at: nextAt, anchor_at: anchorAt, paused: paused ? 1 : 0 }
  const query = db.queries.insertInto('task_plans').values({ profile, task, ...values })
  db.run(query.onConflict((conflict) => conflict.columns(['profile', 'task']).doUpdateSet(values)))
}

function stopGone(db: Database, at: Instant, isGone: (holder: string) => boolean): number {
  const goingOn = db.all(
    db.queries.selectFrom('task_runs').select(['id', 'holder']).where(sql<boolean>`outcome = 'running'`),
  )
  const gone = goingOn.filter(({ holder }) => isGone(holder))
  const values = { outcome: 'stopped' satisfies TaskOutcome, ended_at: at }
  for (const { id } of gone) db.run(db.queries.updateTable('task_runs').set(values).where('id', '=', id))
  return gone.length
}

function removeRuns(db: Database, before: Instant): number {
  const newestWell = db.queries
    .selectFrom('task_runs')
    .select((run) => run.fn.max('id').as('id'))
    .where(endedWell)
    .groupBy(['profile', 'task'])
  const ended = db.queries.deleteFrom('task_runs').where('started_at', '<', before).where('ended_at', 'is not', null)
  return db.run(ended.where('id', 'not in', newestWell))
}

const toPlan = (row: Tables['task_plans']): TaskPlan => ({
  profile: row.profile as ProfileId,
  task: row.task as TaskName,
  interval: row.interval as TaskPlan['interval'],
  nextAt: row.next_at as Instant | null,
  paused: row.paused === 1,
  anchorAt: row.anchor_at as Instant | null,
})

const toRun = (row: Omit<TaskRunsTable, 'id'> & { id: number }): TaskRun => ({
  id: row.id,
  profile: row.profile as ProfileId,
  task: row.task as TaskName,
  startedAt: row.started_at as Instant,
  endedAt: row.ended_at as Instant | null,
  by: row.by as TaskRun['by'],
  outcome: row.outcome as TaskOutcome,
  counts: fromJson(row.counts),
  failure: fromJson(row.failure),
})
