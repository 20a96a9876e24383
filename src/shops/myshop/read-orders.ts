// Reading by the time of the last change, with a cursor that loses nothing: the shop's filter is inexact and only limits how much comes
// (reference/myshop.md, 2), so each run asks further back and looks at the order's own time of change. The inbox knows what it has.
import type { Instant, ShopOrderId } from '../../core/ids.ts'
import type { ShopOrder } from '../../core/order.ts'
import { type Mapping, type RecordNode, readRecords, type Translate } from '../../mapping/index.ts'
import type { Cursor, OrderPage, ReadOptions, ReadOrder } from '../shop.ts'
import type { Question } from './client.ts'
import { beginning, toChangeTime, withOverlap } from './dates.ts'
import { failing } from './failing.ts'
import type { Asking } from './recipes.ts'

const pageSize = 100

export type Reading = {
  readonly asking: Asking
  readonly shopNumber: string
  readonly mapping: Mapping
  readonly translate: Translate
  /** Codes of the order statuses to import; empty: all that mean a sale. */
  readonly statuses: readonly string[]
  readonly clock: () => number
}

/** `changed`: the last change that was seen; '': none yet. `from`: where the user began; what was placed before, or has a lower number,
 *  stays out even when it changes. */
type Position = {
  readonly changed: Instant | ''
  readonly from: { readonly at: Instant } | { readonly number: string } | null
}

/** All that changed since the cursor, in pages, in the order of the last change. */
export async function* readOrders(
  reading: Reading,
  cursor: Cursor | null,
  options: ReadOptions,
): AsyncGenerator<OrderPage> {
  options.signal.throwIfAborted()
  let position = positionOf(cursor, options)
  const since = sinceOf(position, reading)
  const changeTime = since === null ? beginning : toChangeTime(since, reading.mapping.zone)
  const found = await list(reading, ordersSince(changeTime), options.signal)
  const fresh = found.filter((read) => !read.ok || isFresh(read.order, position, since))
  const reads = fresh.toSorted((a, b) => compare(changedOf(a), changedOf(b)))
  const now = new Date(reading.clock()).toISOString()
  for (let at = 0; at === 0 || at < reads.length; at += pageSize) {
    const page = reads.slice(at, at + pageSize)
    position = { ...position, changed: furthest(position.changed, page, now) }
    yield toPage(page, position, reading)
  }
}

/** null: the shop does not have it, or it is in a status that is not imported. */
export async function readOneOrder(reading: Reading, id: ShopOrderId, signal: AbortSignal): Promise<ReadOrder | null> {
  // The shop's own id: its number and that of the order, to five digits.
  const orderId = /^\d+$/.test(id) ? `${reading.shopNumber}_${id.padStart(5, '0')}` : id
  const found = await list(
    reading,
    { ...ordersList, cursor: orderId, parameters: parametersOf({ order_id: orderId }) },
    signal,
  )
  const read = found.find((each) => (each.ok ? each.order.id : each.id) === id)
  return read === undefined || !isWanted(read, reading.statuses) ? null : read
}

const ordersList = { path: 'orders/list', module: 'orders_get' } as const
const parametersOf = (own: Readonly<Record<string, string>>) => ({ ...own, system_export: '1' })

export const ordersSince = (changeTime: string): Question => ({
  ...ordersList,
  cursor: changeTime,
  parameters: parametersOf({ change_time: changeTime }),
})

async function list(reading: Reading, question: Question, signal: AbortSignal): Promise<readonly ReadOrder[]> {
  return await ordersIn(await reading.asking.ask(question, signal), reading, signal)
}

/** Nothing at all is read as no orders: what an empty selection looks like is not published. */
export async function ordersIn(
  bytes: Uint8Array,
  { mapping, translate }: Pick<Reading, 'mapping' | 'translate'>,
  signal: AbortSignal,
): Promise<readonly ReadOrder[]> {
  if (bytes.every((byte) => byte <= 0x20)) return []
  const reads: ReadOrder[] = []
  for await (const { node } of readRecords(inPieces(bytes), mapping, 'orders/list')) {
    signal.throwIfAborted()
    reads.push(toRead(node, translate))
  }
  return reads
}

/** In pieces, so that the reader works as it does on a file. */
export async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

export function toRead(node: RecordNode, translate: Translate): ReadOrder {
  const mapped = translate(node)
  if (mapped.ok) return { ok: true, order: mapped.order, raw: node }
  return { ok: false, id: mapped.id, number: mapped.number, reason: mapped.reason, raw: node }
}

function positionOf(cursor: Cursor | null, { startAt }: ReadOptions): Position {
  if (cursor !== null) {
    const kept = JSON.parse(cursor) as Partial<Position>
    return { changed: kept.changed ?? '', from: kept.from ?? null }
  }
  if (startAt === null || 'at' in startAt) return { changed: '', from: startAt }
  const number = startAt.number.trim()
  if (!isNumber(number)) throw failing('myshop.startNumber', { number })
  return { changed: '', from: { number } }
}

/** null: from the beginning. */
function sinceOf({ changed, from }: Position, { mapping }: Reading): Instant | null {
  if (changed !== '') return withOverlap(changed, mapping.zone)
  return from !== null && 'at' in from ? withOverlap(from.at, mapping.zone) : null
}

function isFresh(order: ShopOrder, { from }: Position, since: Instant | null): boolean {
  if (since !== null && compare(order.changedAt, since) < 0) return false
  if (from === null) return true
  if ('at' in from) return compare(order.placedAt, from.at) >= 0
  return !isNumber(order.number) || BigInt(order.number) >= BigInt(from.number)
}

const isNumber = (text: string): boolean => /^\d{1,18}$/.test(text)
const compare = (a: string, b: string): number => (a === b ? 0 : Date.parse(a) - Date.parse(b))

/** An order that was not understood comes first: it says nothing of how far we are. */
const changedOf = (read: ReadOrder): Instant => (read.ok ? read.order.changedAt : ('1970-01-01T00:00:00Z' as Instant))

/** Never back, and never past the present: one order dated in the future would else hide all that come before it. */
function furthest(changed: Position['changed'], reads: readonly ReadOrder[], now: string): Position['changed'] {
  const reached = reads.flatMap((read) => (read.ok ? [read.order.changedAt] : [])).filter((at) => compare(at, now) <= 0)
  return reached.reduce((last, at) => (last === '' || compare(at, last) > 0 ? at : last), changed)
}

const notSales: readonly string[] = ['unfinished', 'cancelled', 'refunded']

/** `chosen` empty: all but what was never or is no longer a sale. */
const isWanted = (read: ReadOrder, chosen: readonly string[]): boolean =>
  !read.ok ||
  (chosen.length === 0
    ? !notSales.includes(read.order.status.meaning)
    : chosen.some((code) => code.toLowerCase() === read.order.status.code))

const isTakenBack = (read: ReadOrder): boolean =>
  read.ok && (read.order.status.meaning === 'cancelled' || read.order.status.meaning === 'refunded')

function toPage(reads: readonly ReadOrder[], position: Position, { statuses }: Reading): OrderPage {
  const orders = reads.filter((read) => isWanted(read, statuses))
  const placed = orders.flatMap((read) => (read.ok ? [read.order] : []))
  const last = placed.toSorted((a, b) => compare(a.placedAt, b.placedAt)).at(-1)
  return {
    orders,
    withdrawn: reads.filter((read) => !isWanted(read, statuses) && isTakenBack(read)),
    cursor: JSON.stringify(position),
    upTo: last === undefined ? null : { placedAt: last.placedAt, number: last.number },
  }
}
