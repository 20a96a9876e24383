// OpenCart's dates are wall time without a zone. Up to 3.0.3.6 it is the database server's zone, later the zone of the
// setting config_timezone (reference/opencart.md, 8).
import { Temporal } from 'temporal-polyfill'
import type { CalendarDate, Instant } from '../../core/ids.ts'

/** From this version each connection of the shop sets its zone to config_timezone. */
const firstVersionWithZone = [3, 0, 3, 7]

export type ZoneFacts = {
  /** VERSION of the shop; null: unknown. */
  readonly version: string | null
  readonly configTimezone: string | null
  readonly phpTimezone: string | null
  /** The database's own NOW() and UTC_TIMESTAMP(). */
  readonly dbNow: string | null
  readonly dbUtc: string | null
}

/** The zone that stored dates are in: a name, or a fixed offset such as '+01:00' where no likely zone fits the server's clock. */
export function findShopZone(facts: ZoneFacts): string {
  const configured = isZone(facts.configTimezone) ? facts.configTimezone : null
  if (writesShopTime(facts.version, configured)) return configured ?? 'UTC'
  return findServerZone(facts, configured) ?? configured ?? 'UTC'
}

function writesShopTime(version: string | null, configured: string | null): boolean {
  if (version === null) return configured !== null
  const parts = version.split('.').map((part) => Number.parseInt(part, 10) || 0)
  for (const [index, wanted] of firstVersionWithZone.entries()) {
    const part = parts[index] ?? 0
    if (part !== wanted) return part > wanted
  }
  return true
}

function findServerZone(facts: ZoneFacts, configured: string | null): string | null {
  const now = parseWall(facts.dbNow)
  const utc = parseWall(facts.dbUtc)
  if (now === null || utc === null) return null
  const minutes = Math.round(utc.until(now).total('seconds') / 60)
  const instant = utc.toZonedDateTime('UTC').toInstant()
  const likely = [configured, facts.phpTimezone, 'Europe/Amsterdam', 'UTC'].filter(isZone)
  const offsetOf = (zone: string) => instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9
  return likely.find((zone) => offsetOf(zone) === minutes) ?? fixedOffset(minutes)
}

const fixedOffset = (minutes: number): string => {
  const size = Math.abs(minutes)
  const part = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${part(Math.floor(size / 60))}:${part(size % 60)}`
}

function isZone(zone: string | null): zone is string {
  if (zone === null || zone === '') return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    // An unknown name is the answer 'no' here: the shopkeeper can type anything into the setting.
    return false
  }
}

/** null: a zero date, or no date at all. */
function parseWall(stored: string | null | undefined): Temporal.PlainDateTime | null {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(stored ?? '')
  if (match === null || match[1] === '0000-00-00') return null
  try {
    return Temporal.PlainDateTime.from(`${match[1]}T${match[2]}`)
  } catch {
    // A day that does not exist ('2026-02-31'): MySQL can store it with the sql_mode that OpenCart sets.
    return null
  }
}

/** The instant of a stored wall time; null: zero date. In the hour that comes twice in autumn `isSecond` chooses the later one. */
export function toInstant(stored: string | null, zone: string, isSecond: (first: Instant) => boolean): Instant | null {
  const wall = parseWall(stored)
  if (wall === null) return null
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  const first = asInstant(earlier)
  const repeated = earlier.toPlainDateTime().equals(later.toPlainDateTime()) && !earlier.equals(later)
  return repeated && isSecond(first) ? asInstant(later) : first
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

const asInstant = (zoned: Temporal.ZonedDateTime): Instant =>
  zoned.toInstant().toString({ smallestUnit: 'second' }) as Instant
