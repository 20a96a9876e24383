// Moments as the shop wants them in a question: 14 digits of its own wall time (reference/myshop.md, 2).
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../core/ids.ts'

/** The vendor's own value for 'everything'. */
export const beginning = '20010101010101'

const overlapMinutes = 10
/** On a day with an hour that comes twice the shop's times do not tell which of the two is meant. */
const doubledHourMinutes = 60

/** 'yyyymmddhhmmss'. */
export const toChangeTime = (at: Instant, zone: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace(/\D/g, '')

/** As far before `at` as each run reads back: the filter of the shop is inexact, and a change can show late. */
export function withOverlap(at: Instant, zone: string): Instant {
  const moment = Temporal.Instant.from(at)
  const doubled = moment.toZonedDateTimeISO(zone).hoursInDay > 24
  const minutes = overlapMinutes + (doubled ? doubledHourMinutes : 0)
  return moment.subtract({ minutes }).toString({ smallestUnit: 'second' }) as Instant
}
