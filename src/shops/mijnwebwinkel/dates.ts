// The shop's dates: a day and a time without a zone, which is a setting (reference/mijnwebwinkel.md, 4 and 11).
import { Temporal } from 'temporal-polyfill'
import type { CalendarDate, Instant } from '../../core/ids.ts'

/** Wall time of the shop: 'YYYY-MM-DD HH:MM:SS'; compares as text. null: no such day, or none given. */
export function toWall(date: string, time: string): string | null {
  const day = /^\d{4}-\d\d-\d\d$/.exec(date)?.[0]
  if (day === undefined) return null
  const clock = /^(\d\d):(\d\d)(:\d\d)?/.exec(time)
  return parseWall(`${day} ${clock === null ? '00:00:00' : `${clock[1]}:${clock[2]}${clock[3] ?? ':00'}`}`)
}

function parseWall(text: string): string | null {
  try {
    return writeWall(Temporal.PlainDateTime.from(text.replace(' ', 'T'), { overflow: 'reject' }))
  } catch {
    // A day or hour that does not exist ('2026-02-31', '0000-00-00').
    return null
  }
}

const writeWall = (wall: Temporal.PlainDateTime): string => wall.toString({ smallestUnit: 'second' }).replace('T', ' ')

/** In the hour that comes twice in autumn the first round is taken: the shop does not tell which. */
export const toInstant = (wall: string, zone: string): Instant =>
  Temporal.PlainDateTime.from(wall.replace(' ', 'T'))
    .toZonedDateTime(zone, { disambiguation: 'earlier' })
    .toInstant()
    .toString({ smallestUnit: 'second' }) as Instant

/** An instant as wall time of the shop. */
export const wallAt = (at: Instant, zone: string): string =>
  writeWall(Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime())

export const dayOf = (wall: string): CalendarDate => wall.slice(0, 10) as CalendarDate

/** A wall time moved back, for the overlap of the cursor. */
export const wallBefore = (wall: string, back: { readonly hours?: number; readonly days?: number }): string =>
  writeWall(Temporal.PlainDateTime.from(wall.replace(' ', 'T')).subtract(back))
