// Reading orders in pages, with a cursor that loses nothing. A credit slip comes beside its order, as an order of its own.
import type { ShopOrderId } from '../../core/ids.ts'
import type { OrderStatus } from '../../core/order.ts'
import type { Cursor, OrderPage, ReadOptions, ReadOrder } from '../shop.ts'
import { furthest, nowOf, type Position, readPosition, sinceOf, writePosition } from './cursor.ts'
import { failing } from './failing.ts'
import { type Reading, zoneOf } from './reading.ts'
import { isImported, toStatus } from './statuses.ts'
import { toOrder } from './to-order.ts'
import type { Row, Token } from './wire.ts'

const pageSize = 100

/** Pages after the cursor, in the order of the last change. An order whose status is not imported is left out; it comes
 *  when its status changes. One that the shop took back stands apart, for whom read it before. */
export async function* readOrders(
  reading: Reading,
  from: Cursor | null,
  options: ReadOptions,
): AsyncGenerator<OrderPage> {
  const zone = zoneOf(reading)
  let reached = readPosition(from, options.startAt, zone)
  const since = sinceOf(reached)
  const now = nowOf(reading.environment.clock, zone)
  let token: Token = null
  for (let more = true; more; ) {
    const page = await reading.source.orders({ since, token, limit: pageSize }, options.signal)
    reached = furthest(reached, page.orders.map(changedAt), now)
    token = page.token
    more = token !== null && page.orders.length >= pageSize
    yield toPage(reading, page.orders, reached)
  }
}

/** `id` of an order, or of a credit slip ('slip:27-1'). null: gone, or in a status that is not imported. */
export async function readOneOrder(reading: Reading, id: ShopOrderId, signal: AbortSignal): Promise<ReadOrder | null> {
  const slip = /^slip:(\d+)-(\d+)$/.exec(id)
  const raw = await reading.source.order(slip?.[1] ?? id, signal)
  if (raw === null || raw === undefined) return null
  if (slip === null) return isWanted(raw, reading) ? toRead(raw, reading) : null
  return slipsOf(raw).includes(slip[2] ?? '') ? toRead(raw, reading, slip[2]) : null
}

/** The later of the order's own change and what hangs on it, where the module tells that. */
function changedAt(raw: unknown): string {
  const order = orderRow(raw)
  const changed = order['sconnect_changed'] ?? order['date_upd']
  if (typeof changed !== 'string') throw failing('prestashop.schema', { where: 'orders.date_upd' })
  return changed
}

const orderRow = (raw: unknown): Record<string, unknown> =>
  ((raw ?? {}) as { order?: Record<string, unknown> }).order ?? {}

const slipsOf = (raw: unknown): readonly string[] =>
  ((raw ?? {}) as { slips?: readonly Record<string, unknown>[] }).slips?.map((slip) => String(slip['id_order_slip'])) ??
  []

const isWanted = (raw: unknown, { mapping }: Reading): boolean => isImported(statusOf(raw), mapping.orderStatuses)

const isTakenBack = (raw: unknown): boolean => ['cancelled', 'refunded'].includes(statusOf(raw).meaning)

function statusOf(raw: unknown): OrderStatus {
  const state = ((raw ?? {}) as { state?: Row | null }).state ?? null
  return toStatus(String(orderRow(raw)['current_state'] ?? '0'), state)
}

/** What is kept is what the shop sent, with the facts of the shop that it is read with. */
function toRead(raw: unknown, { identity, mapping }: Reading, slip?: string): ReadOrder {
  const kept = raw as { settings?: object }
  const settings = {
    timezone: identity.timezone,
    ...kept.settings,
    default_currency: identity.defaultCurrency,
    shop_name: identity.shopName,
    shop_url: identity.url,
  }
  return toOrder({ ...kept, settings, ...(slip === undefined ? {} : { slip }) }, mapping)
}

function toPage(reading: Reading, raws: readonly unknown[], reached: Position): OrderPage {
  const isOld = (raw: unknown) => reached.from !== null && String(orderRow(raw)['date_add']) < reached.from
  const wanted = raws.filter((raw) => !isOld(raw))
  const [imported, others] = [true, false].map((is) => wanted.filter((raw) => isWanted(raw, reading) === is))
  const slips = (raws: readonly unknown[] = []) =>
    raws.flatMap((raw) => slipsOf(raw).map((slip) => toRead(raw, reading, slip)))
  const orders = (imported ?? []).map((raw) => toRead(raw, reading))
  const placed = orders.flatMap((read) => (read.ok ? [read.order] : []))
  const last = placed
    .toSorted((a, b) => (a.placedAt < b.placedAt ? -1 : a.placedAt > b.placedAt ? 1 : Number(a.id) - Number(b.id)))
    .at(-1)
  return {
    orders: [...orders, ...slips(imported)],
    withdrawn: [...(others ?? []).filter(isTakenBack).map((raw) => toRead(raw, reading)), ...slips(others)],
    cursor: writePosition(reached),
    upTo: last === undefined ? null : { placedAt: last.placedAt, number: last.number },
  }
}
