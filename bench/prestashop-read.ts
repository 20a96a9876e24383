// How fast do orders come out of a PrestaShop, and how many queries does that cost the shop? The module's own PHP on a real PHP and
// MariaDB, with the orders of a real shop copied until there are enough for pages of 100; the answers are read as JSON and checked.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { copyOrders, type RealShop, realDumps, startRealShop } from '../test/prestashop/real-shop.ts'
import { fixturesFolder } from '../test/support/fixtures.ts'
import { startMariaDb } from '../test/support/mariadb.ts'

export type PrestashopReadResult = { readonly ordersPerSecond: number; readonly queriesPerOrder: number }

type Options = { readonly orders?: number; readonly tell: (line: string) => void }

const pageSize = 100
const ownOrders = 39
const since = '2000-01-01 00:00:00'

/** Throws where the fixtures are not there. */
export async function run({ orders = 2000, tell }: Options): Promise<PrestashopReadResult> {
  const missing = realDumps.find((dump) => !existsSync(join(fixturesFolder, dump)))
  if (missing !== undefined) throw new Error(`${missing} not found; S_CONNECT_FIXTURES says where the fixtures are`)
  const db = await startMariaDb()
  try {
    const shop = await startRealShop(db, '9.1.4')
    try {
      const copies = Math.ceil(Math.max(orders, pageSize) / ownOrders) - 1
      await copyOrders(shop, copies)
      const count = (copies + 1) * ownOrders
      tell(`reading ${count} orders, ${pageSize} at a time`)
      await readAll(shop, count)
      shop.noted('queries')
      const full = await shop.ask({ question: 'orders', since, token: null, limit: pageSize })
      const queriesPerOrder = shop.noted('queries').length / full.orders.length
      shop.configure({ queries: false })
      const startedAt = performance.now()
      await readAll(shop, count)
      const seconds = (performance.now() - startedAt) / 1000
      return {
        ordersPerSecond: Math.round(count / seconds),
        queriesPerOrder: Math.round(queriesPerOrder * 1000) / 1000,
      }
    } finally {
      await shop.stop()
    }
  } finally {
    await db.stop()
  }
}

/** Throws where not every order came. */
async function readAll(shop: RealShop, count: number): Promise<void> {
  let token: unknown = null
  for (let found = 0; found < count; ) {
    const page = await shop.ask({ question: 'orders', since, token, limit: pageSize })
    if (page.orders.length === 0) throw new Error(`${found} orders came of ${count}`)
    found += page.orders.length
    token = page.token
  }
}
