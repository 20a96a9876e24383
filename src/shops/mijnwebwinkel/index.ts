// The only door to the Mijnwebwinkel adapter.
import type { z } from 'zod'
import type { ShopOrderId } from '../../core/ids.ts'
import { createHttp } from '../../net/http.ts'
import { defineShop, type ReadOrder, type ShopConnection, type ShopEnvironment } from '../shop.ts'
import { createApi } from './client.ts'
import { readContext, readStatuses, recallContext } from './context.ts'
import { mijnwebwinkelProblems } from './problems.ts'
import { type Reading, readOneOrder, readOrders } from './read-orders.ts'
import { type MijnwebwinkelSettings, settings } from './settings.ts'
import { meaningOf } from './statuses.ts'
import { createStock } from './stock.ts'
import { testConnection } from './test-connection.ts'
import { numberOf, toOrder } from './to-order.ts'

/** Mijnwebwinkel (MyOnlineStore), interface version 1. The cursor is JSON: the highest order number that was read with its wall
 *  time, and the wall time up to which changes of status were read; each run reads two days and 26 hours further back
 *  (see read-orders.ts). An order's id is its number: the interface asks for orders by that. */
export const mijnwebwinkel = defineShop({
  kind: 'mijnwebwinkel',
  title: { nl: 'Mijnwebwinkel', en: 'MyOnlineStore (Mijnwebwinkel)' },
  settings,
  messages: mijnwebwinkelProblems,
  capabilities: { stock: true, startsAt: ['number', 'date'], orderStatuses: true, articles: false, credits: true },
  connect,
})

async function connect(
  values: z.infer<z.ZodObject<typeof settings>>,
  environment: ShopEnvironment,
): Promise<ShopConnection> {
  const checkedValues = values as MijnwebwinkelSettings
  const http = createHttp({ connections: 2 })
  const api = createApi(http, checkedValues, environment)
  let context = await recallContext(environment)
  const freshReading = async (signal: AbortSignal): Promise<Reading> => {
    context = await readContext(api, signal)
    return { api, context, mapping: checkedValues, orderStatuses: checkedValues.orderStatuses }
  }
  return {
    readOrders: async function* (from, options) {
      yield* readOrders(await freshReading(options.signal), from, options)
    },
    readOrder: async (id, signal) => {
      const known = context
      const reading =
        known === null
          ? await freshReading(signal)
          : { api, context: known, mapping: checkedValues, orderStatuses: checkedValues.orderStatuses }
      return await readOneOrder(reading, id, signal)
    },
    reread: (raw) => (context === null ? withoutContext(raw) : toOrder(raw, context, checkedValues)),
    readOrderStatuses: async (signal) =>
      (await readStatuses(api, signal)).map(({ status: code, description }) => ({
        code,
        text: description || `#${code}`,
        meaning: meaningOf(code, description),
      })),
    stock: createStock(api),
    readArticles: null,
    test: (signal) => testConnection(api, signal),
    // Nothing was placed in the shop; the merchant takes the token away there.
    disconnect: async () => undefined,
    close: async () => await http.close(),
  }
}

function withoutContext(raw: unknown): ReadOrder {
  const id = numberOf(raw)
  return {
    ok: false,
    id: id as ShopOrderId,
    number: id,
    reason: { code: 'mijnwebwinkel.contextUnknown', data: {} },
    raw,
  }
}
