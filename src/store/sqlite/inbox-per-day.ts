// Orders per day of the shop's calendar, by what has become of them: from one index, without opening an order.
import { sql } from 'kysely'
import type { CalendarDate, ProfileId } from '../../core/ids.ts'
import { fromUnits, toFixed } from '../../core/money.ts'
import type { DayCounts, InboxState } from '../store.ts'
import type { Database } from './database.ts'

type DayRow = { day: string; state: InboxState; orders: number; cents: bigint | number }

export function countPerDay(db: Database, profile: ProfileId, from: CalendarDate): readonly DayCounts[] {
  // Cents as whole numbers: an amount of the shop has at most two decimals, and so stays exact.
  const query = sql<DayRow>`
    select order_date as day, state, count(*) as orders,
      sum(case when currency = 'EUR' then cast(round(total_incl * 100) as integer) else 0 end) as cents
    from inbox where profile = ${profile} and order_date >= ${from} and order_date <> ''
    group by order_date, state order by order_date`
  const rows = db.all({ compile: () => query.compile(db.queries) })
  return [...Map.groupBy(rows, ({ day }) => day)].map(([day, states]) => toDay(day as CalendarDate, states))
}

function toDay(day: CalendarDate, rows: readonly DayRow[]): DayCounts {
  const count = (...states: readonly InboxState[]): number =>
    rows.filter(({ state }) => states.includes(state)).reduce((total, { orders }) => total + orders, 0)
  const cents = BigInt(rows.find(({ state }) => state === 'done')?.cents ?? 0)
  return {
    day,
    made: count('done'),
    skipped: count('skipped', 'dismissed'),
    problem: count('problem', 'unknown'),
    waiting: count('waiting', 'writing'),
    amount: toFixed(fromUnits(cents, 2), 2),
  }
}
