// Lists of orders by number, page after page. The interface only knows `limit` and `offset`: what is put in or taken away
// in front of us meanwhile moves everything behind it (reference/mijnwebwinkel.md, 3).
import { type Api, ask, askList } from './client.ts'
import { failing } from './failing.ts'
import { numberOf } from './to-order.ts'
import { countSchema } from './wire.ts'

/** The most that the interface gives. */
const pageSize = 100
/** Each page begins this many orders before the end of the last, so that the two are seen to join. */
const joint = 5
/** More steps back than this is no shop where orders are taken away, but one that answers anything. */
const mostStepsBack = 50

export type ListQuery = Readonly<Record<string, string | number | boolean>>

/** Orders from `offset` on, each once, by number. Test orders ('T-12'), which have no place in that order, are left out. */
export async function* listOrders(
  api: Api,
  query: ListQuery,
  offset: number,
  signal: AbortSignal,
): AsyncGenerator<readonly unknown[]> {
  let last = Number.NEGATIVE_INFINITY
  let before = ''
  let stepsBack = 0
  for (let at = offset; ; ) {
    const listed = await askList(api, toQuestion({ ...query, limit: pageSize, offset: at }), signal)
    const page = inOrder(listed.filter((raw) => isNumbered(raw, api)))
    const first = numberAt(page[0])
    // Orders in front of us are gone: step back until the pages join again.
    if (at > offset && (first > last || listed.length === 0)) {
      if (++stepsBack > mostStepsBack) throw failing('mijnwebwinkel.samePage')
      at = Math.max(offset, at - pageSize)
      continue
    }
    const signature = listed.map(numberOf).join()
    if (listed.length >= pageSize && signature === before) throw failing('mijnwebwinkel.samePage')
    before = signature
    const fresh = page.filter((raw) => numberAt(raw) > last)
    last = Math.max(last, ...fresh.map(numberAt))
    if (fresh.length > 0) yield fresh
    if (listed.length < pageSize) return
    at += pageSize - joint
  }
}

/** How many orders come before the first whose number is `wanted` or higher: found by halving, a call per step, because
 *  there is no filter for numbers. */
export async function findOffset(api: Api, query: ListQuery, wanted: number, signal: AbortSignal): Promise<number> {
  let [low, high] = [0, await countOrders(api, query, signal)]
  while (low < high) {
    const middle = (low + high) >> 1
    const [order] = await askList(api, toQuestion({ ...query, limit: 1, offset: middle }), signal)
    // Nothing there: fewer orders than were counted. A test order counts as too low; the search only has to be near.
    if (order === undefined) high = middle
    else if (numberAt(order) >= wanted) high = middle
    else low = middle + 1
  }
  // What was put in or taken away while we searched.
  return Math.max(0, low - joint)
}

/**
 * The lists that together hold every order; the last is the main one. Whether archived orders stand in that as well is not
 * published (reference, 3), so it is looked at: once, on the day of an archived order, as soon as there is one.
 */
export async function findLists(api: Api, signal: AbortSignal): Promise<readonly ListQuery[]> {
  const { memory } = api.environment
  const known = (await memory.get('archived')) ?? (await lookForArchived(api, signal))
  if (known !== null) await memory.set('archived', known)
  return known === 'apart' ? [{ archived: true }, {}] : [{}]
}

async function lookForArchived(api: Api, signal: AbortSignal): Promise<'apart' | 'together' | null> {
  const [sample] = await askList(api, toQuestion({ archived: true, ordering: 'desc', limit: 1 }), signal)
  const { archived, date } = (sample ?? {}) as { readonly archived?: unknown; readonly date?: unknown }
  if (archived !== true || typeof date !== 'string') return null
  const day = await askList(api, toQuestion({ start_date: date, end_date: date, limit: pageSize }), signal)
  return day.some((raw) => numberOf(raw) === numberOf(sample)) ? 'together' : 'apart'
}

export async function countOrders(api: Api, query: ListQuery, signal: AbortSignal): Promise<number> {
  return (await ask(api, countSchema, { path: '/orders/count', query }, signal)).count
}

const toQuestion = (query: ListQuery) => ({ path: '/orders', query: { ordering: 'asc', ...query } })

/** NaN for what is no number, which compares as neither higher nor lower. */
export const numberAt = (raw: unknown): number => {
  const number = numberOf(raw)
  return /^\d{1,15}$/.test(number) ? Number(number) : Number.NaN
}

function isNumbered(raw: unknown, api: Api): boolean {
  if (!Number.isNaN(numberAt(raw))) return true
  const number = numberOf(raw)
  if (!/^T-/i.test(number)) throw failing('mijnwebwinkel.schema', { where: 'orders.number' })
  api.environment.log('extended', 'mijnwebwinkel.testOrder', { number })
  return false
}

/** Throws where the page is not by number: what we skip would else be lost. */
function inOrder(page: readonly unknown[]): readonly unknown[] {
  const numbers = page.map(numberAt)
  if (numbers.some((number, index) => number < (numbers[index - 1] ?? 0)))
    throw failing('mijnwebwinkel.schema', { where: 'orders.ordering' })
  return page
}
