// The only door to the OpenCart adapter.
import type { z } from 'zod'
import type { ShopOrderId } from '../../core/ids.ts'
import { createHttp } from '../../net/http.ts'
import { defineShop, type ReadOrder, type ShopConnection, type ShopEnvironment } from '../shop.ts'
import { checked } from './client.ts'
import { type ShopContext, toContext } from './context.ts'
import { askShop, type Shop } from './endpoint.ts'
import { remove } from './install.ts'
import { openCartProblems } from './problems.ts'
import { type Reading, readOneOrder, readOrders } from './read-orders.ts'
import { type OpenCartSettings, settings, toMapping, toPrefix } from './settings.ts'
import { testConnection } from './test-connection.ts'
import { toOrder } from './to-order.ts'
import { contextSchema, identitySchema } from './wire.ts'

/** OpenCart, 1.4 to 4.1. The cursor is JSON: the shop's wall time of the last change that was read and the order's number,
 *  with the date that the user began from; each run reads 26 hours further back (see read-orders.ts). */
export const openCart = defineShop({
  kind: 'opencart',
  title: { nl: 'OpenCart', en: 'OpenCart' },
  settings,
  messages: openCartProblems,
  capabilities: { stock: false, startsAt: ['date'], orderStatuses: true, articles: false, credits: true },
  connect,
})

async function connect(
  values: z.infer<z.ZodObject<typeof settings>>,
  environment: ShopEnvironment,
): Promise<ShopConnection> {
  const shop: Shop = { settings: values as OpenCartSettings, environment, http: createHttp() }
  const mapping = toMapping(shop.settings)
  let context = await recallContext(environment)
  const freshReading = async (signal: AbortSignal): Promise<Reading> => {
    context = await readContext(shop, signal)
    return { shop, context, mapping }
  }
  return {
    readOrders: async function* (from, options) {
      yield* readOrders(await freshReading(options.signal), from, options)
    },
    readOrder: async (id, signal) => {
      const reading = context === null ? await freshReading(signal) : { shop, context, mapping }
      return await readOneOrder(reading, id, signal)
    },
    reread: (raw) => (context === null ? withoutContext(raw) : toOrder(raw, context, mapping)),
    readOrderStatuses: async (signal) => (await freshReading(signal)).context.statuses,
    stock: null,
    readArticles: null,
    test: (signal) => testConnection(shop, signal),
    disconnect: async () => await remove(shop.settings, environment.memory),
    close: async () => await shop.http.close(),
  }
}

/** The shop's set-up as it is now. Kept, so that `reread` needs no call. */
async function readContext(shop: Shop, signal: AbortSignal): Promise<ShopContext> {
  const prefix = toPrefix(shop.settings.tablePrefix)
  const identity = checked(identitySchema, await askShop(shop, { question: 'identify', prefix }, signal), 'identify')
  const raw = checked(contextSchema, await askShop(shop, { question: 'context', prefix }, signal), 'context')
  await shop.environment.memory.set('context', JSON.stringify({ version: identity.version, raw }))
  return toContext(raw, identity.version)
}

async function recallContext({ memory }: ShopEnvironment): Promise<ShopContext | null> {
  const kept = await memory.get('context')
  if (kept === null) return null
  const { version, raw } = JSON.parse(kept) as { version: string | null; raw: unknown }
  const parsed = contextSchema.safeParse(raw)
  // Kept by an older version of ours in another shape: the next run reads it again.
  return parsed.success ? toContext(parsed.data, version) : null
}

function withoutContext(raw: unknown): ReadOrder {
  const id = String((raw as { order?: { order_id?: unknown } } | null)?.order?.order_id ?? '?')
  return { ok: false, id: id as ShopOrderId, number: id, reason: { code: 'opencart.contextUnknown', data: {} }, raw }
}
