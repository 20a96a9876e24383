// PLAN-2: when the next turn is. Every turn is the first one, as a person chose it, plus a whole number of intervals; so turns
// never drift, missed ones are not made up, and a daily one keeps its time on the clock through both clock changes.
import { Temporal } from 'temporal-polyfill'
import { assertNever } from '../failures.ts'
import type { Instant } from '../ids.ts'
import { durations, type Interval } from './intervals.ts'

/** `anchorAt`: the turn that a person chose; left out or null: it is `nextAt`. Both null: turns are counted from `now`. */
export type Turns = {
  readonly interval: Interval
  readonly nextAt: Instant | null
  readonly anchorAt?: Instant | null
}

export const usualZone = 'Europe/Amsterdam'

/** The first turn that lies after `now`, also where the clock stands before the first of all; null: 'off'. `zone`: IANA name, for
 *  'daily' alone. A daily time that a clock change skips comes an hour later on that day; one that comes twice, the first time. */
export function nextAfter(turns: Turns, now: Instant, zone: string = usualZone): Instant | null {
  const { interval } = turns
  const anchor = Temporal.Instant.from(turns.anchorAt ?? turns.nextAt ?? now)
  const after = Temporal.Instant.from(now)
  switch (interval) {
    case 'off':
      return null
    case 'daily':
      return toInstant(nextDay(anchor.toZonedDateTimeISO(zone), after))
    case '5m':
    case '10m':
    case '15m':
    case '30m':
    case '1h':
    case '2h':
    case '4h':
    case '8h': {
      const step = durations[interval]
      const turn = Math.floor((after.epochMilliseconds - anchor.epochMilliseconds) / step) + 1
      return toInstant(anchor.add({ milliseconds: turn * step }))
    }
    default:
      return assertNever(interval)
  }
}

/** When the next turn of a plan is, seen from `now`: the one that is noted, unless the clock was set back behind earlier turns.
 *  Then a plan of five minutes would wait for as long as the clock went back. A turn that a person chose is left alone. */
export function nextTurn(turns: Turns, now: Instant, zone: string = usualZone): Instant | null {
  const { interval, nextAt, anchorAt = nextAt } = turns
  if (interval === 'off' || nextAt === null) return null
  if (nextAt === anchorAt) return nextAt
  const next = nextAfter(turns, now, zone)
  return next !== null && next < nextAt ? next : nextAt
}

/** Counted in days of the calendar, which have 23 to 25 hours. */
function nextDay(anchor: Temporal.ZonedDateTime, after: Temporal.Instant): Temporal.Instant {
  const today = after.toZonedDateTimeISO(anchor.timeZoneId).toPlainDate()
  let days = anchor.toPlainDate().until(today, { largestUnit: 'day' }).days
  let next = anchor.add({ days }).toInstant()
  while (Temporal.Instant.compare(next, after) <= 0) {
    days += 1
    next = anchor.add({ days }).toInstant()
  }
  return next
}

/** As everywhere: with milliseconds, so that instants can be compared as text. */
const toInstant = (instant: Temporal.Instant): Instant => instant.toString({ smallestUnit: 'millisecond' }) as Instant
