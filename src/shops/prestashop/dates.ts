// PrestaShop's dates are wall time of the shop's zone (PS_TIMEZONE), without saying so.
import { Temporal } from 'temporal-polyfill'
import type { CalendarDate, Instant } from '../../core/ids.ts'

/** null: the zero date, or no date at all. */
function parseWall(stored: string | null | undefined): Temporal.PlainDateTime | null {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(stored ?? '')
  if (match === null || match[1] === '0000-00-00') return null
  try {
    return Temporal.PlainDateTime.from(`${match[1]}T${match[2]}`)
  } catch {
    // A day that does not exist ('2026-02-31') can be stored in a lenient database.
    return null
  }
}

/** The zone by its name; one that nobody knows is Amsterdam's, where the shops of this program stand. */
export function toZone(name: string | null | undefined): string {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name ?? '')
    return name ?? ''
  } catch {
    // The setting is free text in old versions.
    return 'Europe/Amsterdam'
  }
}

/** The instant of a stored wall time; null: zero date. The hour that comes twice in autumn is taken as the first; a time in
 *  the hour that spring skips (a database can hold it) moves on an hour. */
export function toInstant(stored: string | null | undefined, zone: string): Instant | null {
  const wall = parseWall(stored)
  if (wall === null) return null
  const zoned = wall.toZonedDateTime(zone, { disambiguation: 'compatible' })
  return zoned.toInstant().toString({ smallestUnit: 'second' }) as Instant
}

export const toCalendarDate = (stored: string): CalendarDate => stored.slice(0, 10) as CalendarDate

/** An instant as wall time of the zone, in the shape that the database compares: 'YYYY-MM-DD HH:MM:SS'. */
export const toWall = (at: Instant, zone: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ')

/** A wall time moved back by `hours`, for the overlap of the cursor. */
export const wallBefore = (stored: string, hours: number): string =>
  (parseWall(stored) ?? Temporal.PlainDateTime.from('1971-01-01T00:00:00'))
    .subtract({ hours })
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ')
