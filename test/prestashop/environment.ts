// What a connection is given in tests: the machine's clock, memory that ends with the test.
import { randomBytes } from 'node:crypto'
import type { ShopEnvironment } from '../../src/shops/shop.ts'

export function environmentOf(more: Partial<ShopEnvironment> = {}): ShopEnvironment {
  const memory = new Map<string, string>()
  return {
    clock: () => Date.now(),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    log: () => undefined,
    memory: {
      get: async (name) => memory.get(name) ?? null,
      set: async (name, value) => void (value === null ? memory.delete(name) : memory.set(name, value)),
    },
    uploads: null,
    ...more,
  }
}
