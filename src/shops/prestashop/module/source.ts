// The shop by way of our module: one signed question for each.
import { checked } from '../checked.ts'
import { failing } from '../failing.ts'
import type { ShopSource } from '../source.ts'
import {
  articlesAnswerSchema,
  type Identity,
  identitySchema,
  orderAnswerSchema,
  ordersAnswerSchema,
  setStockAnswerSchema,
  statusesSchema,
  stockAnswerSchema,
} from '../wire.ts'
import { ask, type ModuleDoor } from './client.ts'

/** The protocol that this version speaks. */
const protocol = 1

export function moduleSource(door: ModuleDoor): ShopSource {
  const identify = async (signal: AbortSignal): Promise<Identity> => {
    const answer = await ask(door, { question: 'identify' }, signal)
    const identity = checked(identitySchema, answer, 'identify')
    if (identity.protocol !== protocol) throw failing('prestashop.oldModule', { version: identity.moduleVersion })
    return identity
  }
  return {
    identify,
    statuses: async (signal) => checked(statusesSchema, await ask(door, { question: 'statuses' }, signal), 'statuses'),
    orders: async (page, signal) =>
      checked(ordersAnswerSchema, await ask(door, { question: 'orders', ...page }, signal), 'orders'),
    order: async (id, signal) =>
      checked(orderAnswerSchema, await ask(door, { question: 'order', id }, signal), 'order').order,
    articles: async (page, signal) =>
      checked(articlesAnswerSchema, await ask(door, { question: 'articles', ...page }, signal), 'articles'),
    stock: async (page, signal) =>
      checked(stockAnswerSchema, await ask(door, { question: 'stock', keys: null, ...page }, signal), 'stock'),
    setStock: async (lines, signal) =>
      checked(setStockAnswerSchema, await ask(door, { question: 'setStock', lines }, signal), 'setStock').lines,
    mayWriteStock: async (signal) => (await identify(signal)).stockWritable,
  }
}
