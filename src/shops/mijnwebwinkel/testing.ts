// A connection of ours to the stand-in, on a clock that stands still until somebody waits. For tests only.
import { settingsOf } from '../../settings/field.ts'
import type { Cursor, ReadOptions, ShopConnection, ShopEnvironment } from '../shop.ts'
import {
  type FakeOptions,
  type FakeOrder,
  generateOrder,
  type MijnwebwinkelFake,
  startMijnwebwinkelFake,
} from './fake.ts'
import { mijnwebwinkel } from './index.ts'

/** Noon at the shop. */
const start = Date.UTC(2026, 2, 20, 11)
export const signal = new AbortController().signal
export const everything: ReadOptions = { startAt: null, signal }

function environmentOf(memory = new Map<string, string>()) {
  let now = start
  const logged: { code: string; data: Readonly<Record<string, string>> }[] = []
  const slept: number[] = []
  const environment: ShopEnvironment = {
    clock: () => now,
    sleep: async (ms) => {
      slept.push(ms)
      now += ms
    },
    randomHex: (bytes) => '0'.repeat(bytes * 2),
    log: (_level, code, data) => void logged.push({ code, data }),
    memory: {
      get: async (name) => memory.get(name) ?? null,
      set: async (name, value) => void (value === null ? memory.delete(name) : memory.set(name, value)),
    },
  }
  return { environment, logged, slept, memory }
}

export async function connectTo(fake: MijnwebwinkelFake, more: Record<string, unknown> = {}) {
  const values = settingsOf(mijnwebwinkel.settings).parse({ apiUrl: fake.url, ...fake.keys, ...more })
  const around = environmentOf()
  return { shop: await mijnwebwinkel.connect(values, around.environment), ...around }
}

export async function readFrom(shop: ShopConnection, from: Cursor | null, options = everything) {
  const numbers: string[] = []
  let cursor: Cursor = ''
  for await (const page of shop.readOrders(from, options)) {
    numbers.push(...page.orders.map((read) => (read.ok ? read.order.number : read.number)))
    cursor = page.cursor
  }
  return { numbers, cursor: cursor === '' ? from : cursor }
}

export const inMarch = (number: number, placed: string, more: Partial<FakeOrder> = {}): FakeOrder => ({
  ...generateOrder(number),
  placed: `2026-03-${placed}`,
  ...more,
})
export const range = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index)

/** A stand-in and connections to it that `end` closes. */
export async function startWorld(options: FakeOptions = {}) {
  const fake = await startMijnwebwinkelFake(options)
  const open: ShopConnection[] = []
  const isPage = (call: string) => call.startsWith('GET /orders?') && call.includes('limit=100')
  return {
    fake,
    connect: async (more: Record<string, unknown> = {}) => {
      const made = await connectTo(fake, more)
      open.push(made.shop)
      return made
    },
    /** Pages of the list; not the single orders that the reading looks up besides. */
    isPage,
    pages: () => fake.asked().filter(isPage),
    end: async () => {
      for (const shop of open) await shop.close()
      await fake.stop()
    },
  }
}
