// The shop by way of its own web service, put in the rows that our module gives.
import type { ShopSource } from '../source.ts'
import type { Identity, Row } from '../wire.ts'
import { articlesPage } from './articles.ts'
import { list, mayPut, type WebserviceDoor } from './client.ts'
import { oneOrder, ordersPage } from './orders.ts'
import { setStock, stockPage } from './stock.ts'

const wanted = [
  'PS_TIMEZONE',
  'PS_CURRENCY_DEFAULT',
  'PS_STOCK_MANAGEMENT',
  'PS_ADVANCED_STOCK_MANAGEMENT',
  'PS_SHOP_NAME',
]

export function webserviceSource(door: WebserviceDoor): ShopSource {
  return {
    identify: (signal) => identify(door, signal),
    statuses: async (signal) => {
      const states = await list(door, 'order_states', {}, signal)
      return states.map(({ row }): Row => ({ ...row, id_order_state: row['id'] ?? '' }))
    },
    orders: (page, signal) => ordersPage(door, page, signal),
    order: (id, signal) => oneOrder(door, id, signal),
    articles: (page, signal) => articlesPage(door, page, signal),
    stock: (page, signal) => stockPage(door, page, signal),
    setStock: (lines, signal) => setStock(door, lines, signal),
    mayWriteStock: (signal) => mayPut(door, 'stock_availables', signal),
  }
}

async function identify(door: WebserviceDoor, signal: AbortSignal): Promise<Identity> {
  const rows = await list(door, 'configurations', { filter: { name: `[${wanted.join('|')}]` } }, signal)
  const settings = new Map(rows.map(({ row }) => [row['name'] ?? '', row['value'] ?? '']))
  const currencies = await list(
    door,
    'currencies',
    { filter: { id: `[${settings.get('PS_CURRENCY_DEFAULT') ?? '1'}]` } },
    signal,
  )
  return {
    moduleVersion: '-',
    protocol: 1,
    shopVersion: '(webservice)',
    phpVersion: '-',
    shopName: settings.get('PS_SHOP_NAME') ?? '',
    url: door.shopUrl,
    idShop: '1',
    timezone: settings.get('PS_TIMEZONE') || 'Europe/Amsterdam',
    defaultCurrency: currencies[0]?.row['iso_code'] ?? '',
    stockWritable: true,
    stockManagement: settings.get('PS_STOCK_MANAGEMENT') !== '0',
    advancedStock: settings.get('PS_ADVANCED_STOCK_MANAGEMENT') === '1',
    now: '',
  }
}
