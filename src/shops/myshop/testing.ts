// A connection of ours to the stand-in, on a clock that stands still. For tests only.
import { settingsOf } from '../../settings/field.ts'
import type { Cursor, ReadOptions, ShopConnection, ShopEnvironment } from '../shop.ts'
import type { MyShopFake } from './fake.ts'
import { myShop } from './index.ts'

/** An afternoon at the shop. */
const now = Date.UTC(2026, 5, 20, 13)
export const signal = new AbortController().signal
export const everything: ReadOptions = { startAt: null, signal }

export async function connectTo(
  fake: Pick<MyShopFake, 'settings'>,
  more: Readonly<Record<string, unknown>> = {},
  memory = new Map<string, string>(),
) {
  const logged: { code: string; data: Readonly<Record<string, string>> }[] = []
  const environment: ShopEnvironment = {
    clock: () => now,
    sleep: async () => undefined,
    randomHex: (bytes) => '0'.repeat(bytes * 2),
    log: (_level, code, data) => void logged.push({ code, data }),
    memory: {
      get: async (name) => memory.get(name) ?? null,
      set: async (name, value) => void (value === null ? memory.delete(name) : memory.set(name, value)),
    },
  }
  const values = settingsOf(myShop.settings).parse({ ...fake.settings, ...more })
  return { shop: await myShop.connect(values, environment), logged, memory }
}

export async function readAll(shop: ShopConnection, from: Cursor | null, options = everything) {
  const pages = await Array.fromAsync(shop.readOrders(from, options))
  const orders = pages.flatMap((page) => page.orders)
  return {
    pages,
    numbers: orders.map((read) => (read.ok ? read.order.number : read.number)),
    orders: orders.flatMap((read) => (read.ok ? [read.order] : [])),
    withdrawn: pages.flatMap((page) => page.withdrawn ?? []),
    cursor: pages.at(-1)?.cursor ?? from,
  }
}
