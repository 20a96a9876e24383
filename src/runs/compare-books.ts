// Do shop and books agree? Reads the orders of one period after another from the inbox, so that a year of them is never in
// memory at once; comparing is the core's.

import { bookedOf } from '../core/comparison/booked.ts'
import type { ComparedOrder, ComparedPeriod, Comparison, ComparisonQuestion } from '../core/comparison/compare.ts'
import { compareShopWithBooks } from '../core/comparison/compare.ts'
import type { CalendarDate, Instant, ShopOrderId } from '../core/ids.ts'
import type { Settled } from '../core/plan.ts'
import type { InboxEntry, Profile, Store } from '../store/store.ts'

const dayMs = 86_400_000
/** The shop's day begins elsewhere at another moment; the core goes by the exact day. */
const zonesMs = 2 * dayMs
const pageSize = 200

type Parts = { readonly store: Store }

/** Asks the store only; nothing goes outside. */
export async function compareBooks(
  { store }: Parts,
  profile: Profile,
  question: ComparisonQuestion,
): Promise<Comparison> {
  const periods: ComparedPeriod[] = []
  for (const { from, to } of periodsOf(question)) {
    const orders: ComparedOrder[] = []
    for await (const entry of readBetween(store, profile, from, to)) {
      const compared = toCompared(entry)
      if (compared !== null) orders.push(compared)
    }
    periods.push(...compareShopWithBooks(orders, { ...question, from, to }).periods)
  }
  return { agrees: periods.every(({ rows }) => rows.every(({ explained }) => explained.length === 0)), periods }
}

async function* readBetween(
  store: Store,
  profile: Profile,
  from: CalendarDate,
  to: CalendarDate,
): AsyncIterable<InboxEntry> {
  const until = instantOf(Date.parse(to) + dayMs + zonesMs)
  let after: Pick<InboxEntry, 'placedAt' | 'id'> = {
    placedAt: instantOf(Date.parse(from) - zonesMs),
    id: '' as ShopOrderId,
  }
  for (;;) {
    const page: readonly InboxEntry[] = await store.inbox.page(profile.id, { limit: pageSize, after })
    const last = page.at(-1)
    if (last === undefined) return
    for (const entry of page) {
      if (entry.placedAt !== null && entry.placedAt > until) return
      yield entry
    }
    after = last
  }
}

/** null: the shop's order could not be understood, so there are no figures of it. */
function toCompared(entry: InboxEntry): ComparedOrder | null {
  if (entry.order === null) return null
  const decision = entry.decision as Settled | null
  const plan = entry.state === 'done' && decision?.kind === 'plan' ? decision.plan : null
  return { order: entry.order, state: entry.state, booked: plan === null ? null : bookedOf(plan, entry.order) }
}

/** The calendar periods that the question touches, each cut to it. */
function periodsOf({ from, to, by }: ComparisonQuestion): readonly { from: CalendarDate; to: CalendarDate }[] {
  const months = { month: 1, quarter: 3, year: 12 }[by]
  const periods: { from: CalendarDate; to: CalendarDate }[] = []
  let begin = from
  while (begin <= to) {
    const [year = 0, month = 1] = begin.split('-').map(Number)
    const next = new Date(Date.UTC(year, Math.ceil(month / months) * months, 1))
    const end = dayOf(next.getTime() - dayMs)
    periods.push({ from: begin, to: end < to ? end : to })
    begin = dayOf(next.getTime())
  }
  return periods
}

const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant
const dayOf = (ms: number): CalendarDate => new Date(ms).toISOString().slice(0, 10) as CalendarDate
