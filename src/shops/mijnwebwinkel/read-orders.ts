// Reading with the cursor: new orders by number, then those whose status changed since.
import { z } from 'zod'
import type { Instant, ShopOrderId } from '../../core/ids.ts'
import type { OrderStatus } from '../../core/order.ts'
import type { Cursor, OrderPage, ReadOptions, ReadOrder } from '../shop.ts'
import { type Api, find } from './client.ts'
import type { ShopContext } from './context.ts'
import { dayOf, toInstant, toWall, wallAt, wallBefore } from './dates.ts'
import { failing } from './failing.ts'
import { findLists, findOffset, type ListQuery, listOrders, numberAt } from './list-orders.ts'
import { isImported, isTakenBack, toStatus } from './statuses.ts'
import { type Mapping, toOrder } from './to-order.ts'

/** How far a run reads back before the day of the highest number. A number is given out when the customer goes to pay, and
 *  the order is shown when that succeeded: one with a lower number can come after one with a higher. */
const overlapDays = 2
/** And before the last change of a status: the zone of that filter is not published, and no clock is exact. */
const overlapHours = 26

/** `number`: the highest that was read ('0': none yet), `placed` its wall time. `changed`: wall time up to which changes of
 *  status were read. `fromNumber`, `fromWall`: where the user began; what is before it stays out even when it changes. */
type Position = {
  readonly number: string
  readonly placed: string | null
  readonly changed: string
  readonly fromNumber: string
  readonly fromWall: string
}

export type Reading = {
  readonly api: Api
  readonly context: ShopContext
  readonly mapping: Mapping
  readonly orderStatuses: readonly string[]
}

/** Pages after the cursor. An order whose status is not imported is left out; it comes when its status changes. */
export async function* readOrders(
  reading: Reading,
  from: Cursor | null,
  options: ReadOptions,
): AsyncGenerator<OrderPage> {
  const now = wallAt(new Date(reading.api.environment.clock()).toISOString() as Instant, reading.mapping.timeZone)
  let reached = from === null ? firstPosition(options, reading.mapping, now) : (JSON.parse(from) as Position)
  const began = reached
  const since = began.placed === null ? '' : dayOf(wallBefore(began.placed, { days: overlapDays }))
  const lists = await findLists(reading.api, options.signal)
  for (const list of lists) {
    for await (const raws of listNew(reading, list, began, since, options.signal)) {
      // Only the main list moves the cursor: what is read apart is read whole before it.
      if (list === lists.at(-1)) reached = further(reached, raws, now)
      yield toPage(reading, raws, reached)
    }
  }
  let changed = reached.changed
  // On a first run everything was read just now.
  if (from !== null) {
    const changedSince = { status_changed_start_date: wallBefore(began.changed, { hours: overlapHours }) }
    for (const list of lists) {
      for await (const raws of listOrders(reading.api, { ...list, ...changedSince }, 0, options.signal)) {
        const older = raws.filter((raw) => since !== '' && dateOf(raw) < since && !isBefore(raw, reached))
        changed = latestChange(changed, raws, now)
        if (older.length > 0) yield toPage(reading, older, reached)
      }
    }
  }
  // Only now: a run that ends half-way must see the changes of the rest again.
  if (changed !== reached.changed) yield toPage(reading, [], { ...reached, changed })
}

function firstPosition({ startAt }: ReadOptions, { timeZone }: Mapping, now: string): Position {
  const start = { number: '0', placed: null, changed: now, fromNumber: '0', fromWall: '' }
  if (startAt === null) return start
  if ('at' in startAt) return { ...start, fromWall: wallAt(startAt.at, timeZone) }
  const number = startAt.number.trim()
  if (!/^\d{1,15}$/.test(number)) throw failing('mijnwebwinkel.startNumber', { number })
  return { ...start, fromNumber: number }
}

/** New orders: from the day of the last one on; before there is one, from where the user begins. */
async function* listNew(
  { api }: Reading,
  list: ListQuery,
  began: Position,
  since: string,
  signal: AbortSignal,
): AsyncGenerator<readonly unknown[]> {
  const firstDay = since || began.fromWall.slice(0, 10)
  const searched = since === '' && began.fromNumber !== '0'
  const offset = searched ? await findOffset(api, list, Number(began.fromNumber), signal) : 0
  const query = firstDay === '' ? list : { ...list, start_date: firstDay }
  for await (const raws of listOrders(api, query, offset, signal)) {
    const wanted = raws.filter((raw) => !isBefore(raw, began))
    if (wanted.length > 0) yield wanted
  }
}

const isBefore = (raw: unknown, { fromNumber, fromWall }: Position): boolean =>
  numberAt(raw) < Number(fromNumber) || (placedOf(raw) ?? fromWall) < fromWall

const field = (raw: unknown, name: string): string => {
  const value = (raw as Record<string, unknown> | null)?.[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
const dateOf = (raw: unknown): string => field(raw, 'date')
const placedOf = (raw: unknown): string | null => toWall(dateOf(raw), field(raw, 'time'))
const changeOf = (raw: unknown): string =>
  toWall(field(raw, 'status_changed_date'), field(raw, 'status_changed_time')) ?? ''

/** Never past the shop's present: one order dated in the future would else hide those that come after it. */
const latestChange = (changed: string, raws: readonly unknown[], now: string): string =>
  raws
    .map(changeOf)
    .filter((change) => change <= now)
    .reduce((a, b) => (a < b ? b : a), changed)

/** The highest number so far; its day only where that is no later than today, for the same reason. */
function further(reached: Position, raws: readonly unknown[], now: string): Position {
  const highest = raws.reduce((a, b) => (numberAt(b) > numberAt(a) ? b : a))
  if (numberAt(highest) <= Number(reached.number)) return reached
  const placed = placedOf(highest) ?? reached.placed
  return { ...reached, number: String(numberAt(highest)), placed: placed !== null && placed > now ? now : placed }
}

/** null: the shop has it no more, or in a status that is not imported. */
export async function readOneOrder(reading: Reading, id: ShopOrderId, signal: AbortSignal): Promise<ReadOrder | null> {
  const raw = await find(reading.api, z.unknown(), { path: `/orders/${encodeURIComponent(id)}` }, signal)
  return raw === null || !isWanted(raw, reading) ? null : toOrder(raw, reading.context, reading.mapping)
}

/** By the raw order, so that one that cannot be read is left out as well where nobody wants it. */
const isWanted = (raw: unknown, reading: Reading): boolean =>
  isImported(...standingOf(raw, reading), reading.orderStatuses)

/** Its status, and whether it is a credit order. */
function standingOf(raw: unknown, { context }: Reading): readonly [status: OrderStatus, isCredit: boolean] {
  const listed = context.statuses.get(field(raw, 'status'))
  const isCredit = (listed?.credit ?? false) || !['', '0'].includes(field(raw, 'credited_order_number'))
  return [toStatus(field(raw, 'status'), listed, field(raw, 'payment_status')), isCredit]
}

/** Whether the shop undid the sale, so that who made it before must know. */
function isUndone(raw: unknown, reading: Reading): boolean {
  const credits = (raw as { readonly credit_order_numbers?: unknown }).credit_order_numbers
  const hasCredits = Array.isArray(credits) && credits.length > 0
  return !isWanted(raw, reading) && isTakenBack(...standingOf(raw, reading), hasCredits)
}

function toPage(reading: Reading, raws: readonly unknown[], reached: Position): OrderPage {
  const { number, placed } = reached
  const read = (raw: unknown): ReadOrder => toOrder(raw, reading.context, reading.mapping)
  return {
    orders: raws.filter((raw) => isWanted(raw, reading)).map(read),
    withdrawn: raws.filter((raw) => isUndone(raw, reading)).map(read),
    cursor: JSON.stringify(reached),
    upTo: placed === null ? null : { placedAt: toInstant(placed, reading.mapping.timeZone), number },
  }
}
