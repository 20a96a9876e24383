// The only door to the PrestaShop adapter.
import type { z } from 'zod'
import type { Instant } from '../../core/ids.ts'
import { createHttp } from '../../net/http.ts'
import { defineShop, type ReadOptions, type ShopConnection, type ShopEnvironment } from '../shop.ts'
import { toShopUrl } from './address-of-shop.ts'
import { moduleSource } from './module/source.ts'
import { prestaShopProblems } from './problems.ts'
import { readArticles } from './read-articles.ts'
import { readOneOrder, readOrders } from './read-orders.ts'
import type { Reading } from './reading.ts'
import { type PrestaShopSettings, settings, toMapping } from './settings.ts'
import type { ShopSource } from './source.ts'
import { toStatus } from './statuses.ts'
import { stockOf } from './stock.ts'
import { testConnection } from './test-connection.ts'
import { toOrder } from './to-order.ts'
import { webserviceSource } from './webservice/source.ts'

/** PrestaShop, 1.6 to 9, by our module or by the shop's web service. The cursor is JSON: the shop's wall time of the last
 *  change that was read, with the time that the user began at; each run reads 26 hours further back (see cursor.ts). */
export const prestaShop = defineShop({
  kind: 'prestashop',
  title: { nl: 'PrestaShop', en: 'PrestaShop' },
  settings,
  messages: prestaShopProblems,
  capabilities: { stock: true, startsAt: ['date'], orderStatuses: true, articles: true, credits: true },
  download: { folder: 'prestashop/sconnect', title: { nl: 'PrestaShop-module', en: 'PrestaShop module' } },
  connect,
})

async function connect(
  values: z.infer<z.ZodObject<typeof settings>>,
  environment: ShopEnvironment,
): Promise<ShopConnection> {
  const own = values as PrestaShopSettings
  const http = createHttp()
  const mapping = toMapping(own)
  const open = (): ShopSource => {
    const door = { http, environment, shopUrl: toShopUrl(own.shopUrl) }
    return own.way === 'module'
      ? moduleSource({ ...door, token: own.token })
      : webserviceSource({ ...door, key: own.apiKey })
  }
  // Settings of the shop change seldom; a connection lives for one run.
  let reading: Reading | null = null
  const freshReading = async (signal: AbortSignal): Promise<Reading> => {
    const source = open()
    reading = { source, identity: await source.identify(signal), mapping, environment }
    return reading
  }
  const anyReading = async (signal: AbortSignal): Promise<Reading> => reading ?? (await freshReading(signal))
  return {
    readOrders: async function* (from, options) {
      yield* readOrders(await freshReading(options.signal), from, options)
    },
    readOrder: async (id, signal) => await readOneOrder(await anyReading(signal), id, signal),
    reread: (raw) => toOrder(raw, mapping),
    readOrderStatuses: async (signal) => {
      const rows = (await open().statuses(signal)).filter((row) => row['deleted'] !== '1')
      return rows.map((row) => toStatus(row['id_order_state'] ?? '0', row))
    },
    stock: stockOf(anyReading),
    readArticles: async function* (from, options) {
      yield* readArticles(await freshReading(options.signal), from, {
        ...options,
        startAt: articlesStart(own, options),
      })
    },
    test: (signal) => testConnection({ settings: own, environment, open }, signal),
    // The module is the shopkeeper's own to uninstall; nothing of ours is left by us.
    disconnect: async () => undefined,
    close: async () => await http.close(),
  }
}

const articlesStart = ({ articlesStartAt }: PrestaShopSettings, { startAt }: ReadOptions): ReadOptions['startAt'] =>
  articlesStartAt === null ? startAt : { at: articlesStartAt as Instant }
