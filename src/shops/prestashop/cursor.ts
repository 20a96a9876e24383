// The cursor of orders and of articles. JSON: `changed`, the shop's wall time of the last change that was read, and `from`, the
// wall time that the user began at.
import type { Instant } from '../../core/ids.ts'
import type { Cursor, ReadOptions } from '../shop.ts'
import { toWall, wallBefore } from './dates.ts'
import { failing } from './failing.ts'

/**
 * How far each run reads back before where the last one ended. A change of an order sets its date, but wall time itself runs
 * back an hour in autumn, a long transaction shows a change only after later ones were seen, and a slip or a payment that is
 * added does not always touch the order (reference/prestashop.md, 3 and 4). What comes again is known and changes nothing.
 */
const overlapHours = 26

export type Position = { readonly changed: string; readonly from: string | null }

const longAgo = '1971-01-01 00:00:00'

export function readPosition(cursor: Cursor | null, startAt: ReadOptions['startAt'], zone: string): Position {
  if (cursor !== null) {
    const read = JSON.parse(cursor) as Partial<Position>
    return { changed: read.changed ?? '', from: read.from ?? null }
  }
  if (startAt !== null && 'number' in startAt) throw failing('prestashop.startByNumber')
  return { changed: '', from: startAt === null ? null : toWall(startAt.at, zone) }
}

/** From when to ask: back over the overlap, but never before the start. */
export function sinceOf({ changed, from }: Position): string {
  const back = changed === '' ? longAgo : wallBefore(changed, overlapHours)
  return from !== null && from > back ? from : back
}

/** Never back, and never past the shop's present: one order dated in the future would else hide all that come before it. */
export function furthest(reached: Position, changes: readonly string[], now: string): Position {
  const last = changes
    .filter((changed) => changed <= now)
    .toSorted()
    .at(-1)
  return last === undefined || last < reached.changed ? reached : { ...reached, changed: last }
}

export const writePosition = (position: Position): Cursor => JSON.stringify(position)

export const nowOf = (clock: () => number, zone: string): string =>
  toWall(new Date(clock()).toISOString() as Instant, zone)
