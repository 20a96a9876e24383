// Reading in pages, with a cursor that loses nothing.
import { Temporal } from 'temporal-polyfill'
import type { Instant, ShopOrderId } from '../../core/ids.ts'
import type { Cursor, OrderPage, ReadOptions, ReadOrder } from '../shop.ts'
import { checked } from './client.ts'
import type { ShopContext } from './context.ts'
import { toWall, wallBefore } from './dates.ts'
import { askShop, type Shop } from './endpoint.ts'
import { failing } from './failing.ts'
import type { Mapping } from './mapping.ts'
import { toPrefix } from './settings.ts'
import { isImported, isTakenBack } from './statuses.ts'
import { toOrder } from './to-order.ts'
import { orderAnswerSchema, ordersAnswerSchema } from './wire.ts'

const pageSize = 100

/** How far each run reads back before where the last one ended. The cursor is the shop's wall time of an order's last
 *  change: that catches a late payment or a status changed afterwards, since both set it, whatever `date_added` says.
 *  But wall time itself is not steady: it runs back an hour in autumn, a host can change the zone of its database, and a
 *  long transaction shows a change only after later ones were seen. A day and the clock's hour, twice, covers these; what
 *  comes again is known to the inbox and changes nothing. */
const overlapHours = 26

/** Wall time of the shop. `addedFrom`: where the user began; older orders stay out even when they change. */
type Position = { readonly changed: string; readonly id: string; readonly addedFrom: string | null }

const start: Position = { changed: '', id: '0', addedFrom: null }

export type Reading = { readonly shop: Shop; readonly context: ShopContext; readonly mapping: Mapping }

/** Pages after the cursor, in the order of the last change. An order whose status is not imported is left out; it comes
 *  when its status changes. */
export async function* readOrders(
  reading: Reading,
  from: Cursor | null,
  options: ReadOptions,
): AsyncGenerator<OrderPage> {
  const { shop, context } = reading
  let reached = from === null ? firstPosition(options, context) : readCursor(from)
  let after = reached.changed === '' ? null : { changed: wallBefore(reached.changed, overlapHours), id: '0' }
  const now = toWall(new Date(shop.environment.clock()).toISOString() as Instant, context.zone)
  for (let more = true; more; ) {
    const question = { question: 'orders', prefix: toPrefix(shop.settings.tablePrefix), limit: pageSize }
    const asked = await askShop(shop, { ...question, added_from: reached.addedFrom, after }, options.signal)
    const page = checked(ordersAnswerSchema, asked, 'orders')
    const places = page.orders.map(placeOf)
    after = places.at(-1) ?? after
    more = page.more && places.length > 0
    reached = furthest(reached, places, now)
    yield toPage(reading, page.orders, reached)
  }
}

/** null: gone, put back to status 0, or in a status that is not imported. */
export async function readOneOrder(reading: Reading, id: ShopOrderId, signal: AbortSignal): Promise<ReadOrder | null> {
  const prefix = toPrefix(reading.shop.settings.tablePrefix)
  const asked = await askShop(reading.shop, { question: 'order', prefix, id }, signal)
  const { order } = checked(orderAnswerSchema, asked, 'order')
  return order === null || !isWanted(order, reading) ? null : toOrder(order, reading.context, reading.mapping)
}

function firstPosition({ startAt }: ReadOptions, context: ShopContext): Position {
  if (startAt === null) return start
  if ('number' in startAt) throw failing('opencart.startByNumber')
  return { ...start, addedFrom: toWall(startAt.at, context.zone) }
}

function readCursor(cursor: Cursor): Position {
  const read = JSON.parse(cursor) as Partial<Position>
  return { changed: read.changed ?? '', id: read.id ?? '0', addedFrom: read.addedFrom ?? null }
}

function placeOf(raw: unknown): { changed: string; id: string } {
  const { changed, order } = (raw ?? {}) as { changed?: unknown; order?: { order_id?: unknown } }
  if (typeof changed !== 'string' || typeof order?.order_id !== 'string')
    throw failing('opencart.schema', { where: 'orders.changed' })
  return { changed, id: order.order_id }
}

/** Never back, and never past the shop's present: one order dated in the future would else hide all that come before it. */
function furthest(reached: Position, places: readonly { changed: string; id: string }[], now: string): Position {
  const last = places.filter((place) => place.changed <= now).at(-1)
  return last === undefined || last.changed < reached.changed ? reached : { ...reached, ...last }
}

const isWanted = (raw: unknown, reading: Reading): boolean =>
  isImported(statusOf(raw, reading), reading.mapping.orderStatuses)

function statusOf(raw: unknown, { context }: Reading) {
  const { order_status_id: id } = (raw as { order: Record<string, unknown> }).order
  return context.status(String(id ?? '0'), '')
}

function toPage(reading: Reading, raws: readonly unknown[], reached: Position): OrderPage {
  const orders = raws
    .filter((raw) => isWanted(raw, reading))
    .map((raw) => toOrder(raw, reading.context, reading.mapping))
  const placed = orders.flatMap((read) => (read.ok ? [read.order] : []))
  const last = placed
    .toSorted((a, b) => compareInstants(a.placedAt, b.placedAt) || Number(a.number) - Number(b.number))
    .at(-1)
  return {
    orders,
    withdrawn: raws
      .filter((raw) => !isWanted(raw, reading) && isTakenBack(statusOf(raw, reading)))
      .map((raw) => toOrder(raw, reading.context, reading.mapping)),
    cursor: JSON.stringify(reached),
    upTo: last === undefined ? null : { placedAt: last.placedAt, number: last.number },
  }
}

const compareInstants = (a: Instant, b: Instant): number => Temporal.Instant.compare(a, b)
