// A mapping tried on a sample file, for the person who writes it: the orders it reads, which of them add up, and every filled-in
// value that it left lying.

import type { ShopOrder } from '../core/order.ts'
import { reconcile, reconcileVat } from '../core/reconcile.ts'
import type { Mapping } from './document.ts'
import { readRecords } from './read-records.ts'
import { createTranslation, type MappedOrder } from './to-order.ts'

export type TriedOrder = {
  readonly place: number
  readonly number: string
  readonly order: ShopOrder | null
  readonly reason: { readonly code: string; readonly data: Readonly<Record<string, string>> } | null
  /** Total less lines and charges, to the cent; null: they fit. */
  readonly difference: string | null
  /** Per rate: the VAT the file tells less that of lines and charges; those that agree are left out. */
  readonly vatDifferences: readonly { readonly vatPercent: string; readonly difference: string }[]
}

export type TryOut = {
  readonly orders: readonly TriedOrder[]
  /** Orders in the file, also those beyond `limit`. */
  readonly count: number
  /** By path: how often it was filled in, and one example. */
  readonly unused: readonly { readonly path: string; readonly times: number; readonly example: string }[]
}

const usedForPaths = 200

/** Reads the whole file; tells the first `limit` orders. Throws UnexpectedAnswer where the file as such cannot be read. */
export async function tryOut(
  source: AsyncIterable<Uint8Array>,
  mapping: Mapping,
  { limit, name }: { readonly limit: number; readonly name: string },
): Promise<TryOut> {
  const translate = createTranslation(mapping, { storeId: '', name: '', url: '' })
  const orders: TriedOrder[] = []
  const unused = new Map<string, { times: number; example: string }>()
  let count = 0
  for await (const { node, place } of readRecords(source, mapping, name)) {
    count += 1
    if (count > Math.max(limit, usedForPaths)) continue
    const mapped = translate(node, { watch: true })
    for (const { path, value } of mapped.unused) {
      const known = unused.get(path)
      unused.set(path, { times: (known?.times ?? 0) + 1, example: known?.example ?? value.slice(0, 80) })
    }
    if (orders.length < limit) orders.push(toTried(mapped, place))
  }
  return { orders, count, unused: [...unused].map(([path, found]) => ({ path, ...found })) }
}

function toTried(mapped: MappedOrder, place: number): TriedOrder {
  if (!mapped.ok) {
    const { number, reason } = mapped
    return { place, number, order: null, reason, difference: null, vatDifferences: [] }
  }
  const { order } = mapped
  const total = reconcile(order)
  return {
    place,
    number: order.number,
    order,
    reason: null,
    difference: total.fits ? null : total.difference,
    vatDifferences: order.vat.length === 0 ? [] : reconcileVat(order),
  }
}
