// Four weeks of orders, without reading or writing them anywhere: for what the page shows over time.
import type { CalendarDate, Instant, ProfileId, ShopOrderId, ShopOrderNumber } from '../../src/core/ids.ts'
import type { ShopOrder } from '../../src/core/order.ts'
import type { Program } from '../../src/runs/program.ts'
import type { IncomingOrder } from '../../src/store/store.ts'

const dayMs = 86_400_000
const days = 30

/** Orders per day; the pattern repeats. */
const perDay = [7, 12, 9, 4, 15, 11, 3]

/** Copies of the orders that are there, on the days up to today; all made but one in twenty, which was skipped. */
export async function addHistory({ store, clock }: Program, profile: ProfileId): Promise<void> {
  const lease = await store.leases.take(profile, 'history', clock(), 60_000)
  if (lease === null) throw new Error('the profile is being worked on')
  const models = (await store.inbox.page(profile, { limit: 50 })).flatMap(({ order }) => order ?? [])
  const { cursor, upTo } = await store.inbox.cursor(profile)
  const at = new Date(clock()).toISOString() as Instant
  const orders = Array.from({ length: days }, (_, day) => ordersOf(day, models, clock())).flat()
  await store.inbox.storePage(lease, { orders, cursor: cursor ?? '', upTo, at })
  for (const [place, { id, number }] of orders.entries()) {
    const state = place % 20 === 7 ? 'skipped' : 'done'
    await store.inbox.settle(lease, id, { state, remoteNumber: state === 'done' ? number : null }, at)
  }
  await store.leases.release(lease)
}

function ordersOf(day: number, models: readonly ShopOrder[], now: number): readonly IncomingOrder[] {
  const count = perDay[day % perDay.length] ?? 0
  return Array.from({ length: count }, (_, place) => {
    const number = String(10_000 + day * 20 + place)
    const placedAt = new Date(now - (days - 1 - day) * dayMs - place * 60_000).toISOString() as Instant
    const model = models[(day + place) % models.length] as ShopOrder
    const order: ShopOrder = {
      ...model,
      id: `h${number}` as ShopOrderId,
      number: number as ShopOrderNumber,
      placedAt,
      changedAt: placedAt,
      orderDate: placedAt.slice(0, 10) as CalendarDate,
    }
    return { id: order.id, number: order.number, order, problem: null, raw: {} }
  })
}
