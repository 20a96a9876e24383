// The only door to the myShop adapter.
import type { z } from 'zod'
import type { OrderStatus } from '../../core/order.ts'
import { createTranslation, type Mapping, type RecordNode } from '../../mapping/index.ts'
import { createHttp } from '../../net/http.ts'
import { defineShop, type ShopConnection, type ShopEnvironment } from '../shop.ts'
import type { Api } from './client.ts'
import { builtInMapping, toMapping } from './mapping.ts'
import { myShopProblems } from './problems.ts'
import { type Reading, readOneOrder, readOrders, toRead } from './read-orders.ts'
import { createAsking } from './recipes.ts'
import { type MyShopSettings, settings } from './settings.ts'
import { createStock } from './stock.ts'
import { testConnection } from './test-connection.ts'

/** myShop (formerly MijnWinkel). The cursor is JSON: the last change that was seen, as an instant, and where the user began; each run
 *  reads ten minutes further back (see dates.ts). An order's id is the shop's own: shop number, underscore, order number. */
export const myShop = defineShop({
  kind: 'myshop',
  title: { nl: 'myShop', en: 'myShop' },
  settings,
  messages: myShopProblems,
  capabilities: { stock: true, startsAt: ['date', 'number'], orderStatuses: true, articles: false, credits: true },
  mapping: { setting: 'mapping', builtIn: builtInMapping },
  connect,
})

async function connect(
  values: z.infer<z.ZodObject<typeof settings>>,
  environment: ShopEnvironment,
): Promise<ShopConnection> {
  const chosen = values as MyShopSettings
  const mapping = toMapping(chosen)
  const translate = createTranslation(mapping, { storeId: chosen.shopNumber, name: 'myShop', url: '' })
  const http = createHttp({ connections: 2 })
  const api: Api = { http, settings: chosen, environment }
  const asking = createAsking(api)
  const { shopNumber, orderStatuses: statuses } = chosen
  const reading: Reading = { asking, shopNumber, mapping, translate, statuses, clock: environment.clock }
  return {
    readOrders: (from, options) => readOrders(reading, from, options),
    readOrder: (id, signal) => readOneOrder(reading, id, signal),
    reread: (raw) => toRead(raw as RecordNode, translate),
    readOrderStatuses: async () => statusesOf(mapping),
    stock: chosen.productList === '' ? null : createStock(asking, chosen.productList),
    readArticles: null,
    test: (signal) => testConnection(api, reading, signal),
    // Nothing was placed in the shop; the merchant turns the link off there.
    disconnect: async () => undefined,
    close: () => http.close(),
  }
}

/** Nobody tells which there are; those that the mapping knows. */
const statusesOf = (mapping: Mapping): readonly OrderStatus[] =>
  Object.entries(mapping.statuses).map(([code, meaning]) => ({ code, text: code, meaning }))
