// A webshop that takes stock, as small as can be: a real HTTP server with orders and quantities, and the kind of shop that talks to
// it. It lowers its own stock when an order is placed, as shops do, and can be told to misbehave.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConnectionFailed } from '../../src/core/failures.ts'
import type { ArticleCode, CalendarDate, Instant, ShopOrderId, ShopOrderNumber } from '../../src/core/ids.ts'
import { add, decimal, multiply, roundTo, sum, zero } from '../../src/core/money.ts'
import type { OrderLine, ShopOrder } from '../../src/core/order.ts'
import { field } from '../../src/settings/field.ts'
import { defineShop, type OrderPage, type ReadOrder, type ShopStock } from '../../src/shops/shop.ts'
import { sampleOrder } from '../../src/store/contract/samples.ts'

type Line = { code: string; name: string; quantity: number; notManaged: string | null }

export type StockShop = {
  readonly url: string
  /** The shop's stock by key; a test may change it as the shopkeeper would. */
  readonly stock: Map<string, Line>
  /** Sells: code to quantity. The shop's own stock goes down at once. */
  readonly sell: (number: string, lines: Readonly<Record<string, number>>, more?: Partial<ShopOrder>) => void
  /** An order that no adapter understands. */
  readonly sellUnreadable: (number: string, lines: Readonly<Record<string, number>>) => void
  /** Quantity by code. */
  readonly quantities: () => Readonly<Record<string, number>>
  /** Every batch that was sent, also one whose answer was cut. */
  readonly batches: (readonly { readonly key: string; readonly quantity: number }[])[]
  readonly readings: { stock: number; orders: number }
  readonly misbehave: {
    ordersFail: boolean
    /** Answers to writing that are cut after the shop has done it. */
    cutAnswers: number
    /** Answers to writing that are given; the next ones are cut before the shop does anything. */
    cutAfterBatches: number | null
    readonly refusedCodes: Set<string>
  }
  readonly stop: () => Promise<void>
}

export type StockShopOptions = {
  /** Code to quantity; the key of a line is `key-CODE`. */
  readonly stock?: Readonly<Record<string, number>>
  readonly clock?: () => number
}

export async function startStockShop({ stock = {}, clock = Date.now }: StockShopOptions = {}): Promise<StockShop> {
  const orders: ReadOrder[] = []
  const lines = new Map(
    Object.entries(stock).map(([code, quantity]): [string, Line] => [
      `key-${code}`,
      { code, name: `Artikel ${code}`, quantity, notManaged: null },
    ]),
  )
  const lower = (sold: Readonly<Record<string, number>>): void => {
    for (const [code, quantity] of Object.entries(sold))
      for (const line of lines.values()) if (line.code === code) line.quantity -= quantity
  }
  const misbehave: StockShop['misbehave'] = {
    ordersFail: false,
    cutAnswers: 0,
    cutAfterBatches: null,
    refusedCodes: new Set(),
  }
  const batches: StockShop['batches'] = []
  const readings = { stock: 0, orders: 0 }

  const write = (changes: readonly { key: string; quantity: number }[]) =>
    changes.map(({ key, quantity }) => {
      const line = lines.get(key)
      const no = (code: string) => ({ key, ok: false, reason: { code, data: {} } })
      if (line === undefined) return no('stockShop.unknown')
      if (line.notManaged !== null) return no(line.notManaged)
      if (misbehave.refusedCodes.has(line.code)) return no('stockShop.refused')
      line.quantity = quantity
      return { key, ok: true }
    })

  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? '/', 'http://shop')
    const answer = (body: unknown, status = 200): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (address.pathname === '/orders') {
      readings.orders += 1
      if (misbehave.ordersFail) return void request.socket.destroy()
      return answer(orders.slice(Number(address.searchParams.get('after'))))
    }
    if (request.method === 'GET') {
      readings.stock += 1
      const from = Number(address.searchParams.get('from'))
      const size = Number(address.searchParams.get('size'))
      return answer([...lines].slice(from, from + size).map(([key, line]) => ({ key, ...line })))
    }
    const changes = JSON.parse(await bodyOf(request)) as { key: string; quantity: number }[]
    if (misbehave.cutAfterBatches === 0) return void request.socket.destroy()
    if (misbehave.cutAfterBatches !== null) misbehave.cutAfterBatches -= 1
    batches.push(changes)
    const done = write(changes)
    if (misbehave.cutAnswers > 0) {
      misbehave.cutAnswers -= 1
      return void request.socket.destroy()
    }
    answer(done)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    stock: lines,
    batches,
    readings,
    misbehave,
    sell: (number, sold, more = {}) => {
      lower(sold)
      const order = { ...orderOf(number, sold, clock()), ...more }
      orders.push({ ok: true, order, raw: order })
    },
    sellUnreadable: (number, sold) => {
      lower(sold)
      const reason = { code: 'stockShop.unreadable', data: {} }
      orders.push({ ok: false, id: number as ShopOrderId, number, reason, raw: { unreadable: true } })
    },
    quantities: () => Object.fromEntries([...lines.values()].map(({ code, quantity }) => [code, quantity])),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

/** Each piece costs € 12.10 incl. VAT at 21 %. */
function orderOf(number: string, sold: Readonly<Record<string, number>>, now: number): ShopOrder {
  const lines = Object.entries(sold).map(([code, quantity], index): OrderLine => {
    const count = decimal(quantity)
    const [unitPriceExcl, unitPriceIncl] = [decimal('10'), decimal('12.1')]
    return {
      id: String(index + 1),
      kind: 'article',
      articleCode: code as ArticleCode,
      alternativeCodes: {},
      articleId: code,
      description: `Artikel ${code}`,
      quantity: count,
      unitPriceExcl,
      unitPriceIncl,
      totalExcl: multiply(count, unitPriceExcl),
      totalIncl: multiply(count, unitPriceIncl),
      vatPercent: decimal('21'),
      discountPercent: null,
      options: [],
    }
  })
  const baseExcl = sum(lines.map(({ totalExcl }) => totalExcl))
  const vatAmount = roundTo(multiply(baseExcl, decimal('0.21')), 2)
  const totalIncl = add(baseExcl, vatAmount)
  const at = new Date(now).toISOString() as Instant
  const usual = sampleOrder(number)
  const address = {
    company: '',
    firstName: 'Anna',
    lastName: 'de Wit',
    street: 'Dorpsstraat 12',
    street2: '',
    postcode: '1011 AB',
    city: 'Amsterdam',
    region: '',
    country: 'NL',
    customFields: {},
  }
  return {
    ...usual,
    id: number as ShopOrderId,
    number: number as ShopOrderNumber,
    placedAt: at,
    changedAt: at,
    orderDate: at.slice(0, 10) as CalendarDate,
    lines,
    invoiceAddress: address as unknown as ShopOrder['invoiceAddress'],
    deliveryAddress: address as unknown as ShopOrder['deliveryAddress'],
    vat: lines.length === 0 ? [] : [{ vatPercent: decimal('21'), baseExcl, vatAmount, title: '21%' }],
    totalInclUnrounded: totalIncl,
    totalIncl: lines.length === 0 ? zero : totalIncl,
  }
}

/** The kind of shop that talks to it. */
export const stockShopKind = defineShop({
  kind: 'stock-shop',
  title: { nl: 'Voorbeeldwinkel', en: 'Sample shop' },
  settings: {
    url: field.text({
      nl: 'Adres',
      en: 'Address',
      spec: 'SHOP-1',
      group: 'shop',
      help: { nl: 'Van de winkel.', en: 'Of the shop.' },
    }),
    batch: field.number({
      nl: 'Per keer',
      en: 'At a time',
      spec: 'STOCK-3',
      group: 'shop',
      default: 4,
      min: 1,
      max: 1000,
      help: { nl: 'Wijzigingen in één aanroep.', en: 'Changes in one call.' },
    }),
  },
  messages: {
    'stockShop.refused': said(
      'De winkel wil dit artikel niet wijzigen.',
      'The shop does not want to change this article.',
    ),
    'stockShop.unknown': said('De winkel kent dit artikel niet.', 'The shop does not know this article.'),
    'stockShop.virtual': said('Een download heeft geen voorraad.', 'A download has no stock.'),
    'stockShop.unreadable': said('De order mist zijn regels.', 'The order lacks its lines.'),
    'stockShop.gone': said('De winkel antwoordt niet.', 'The shop does not answer.'),
  },
  capabilities: { stock: true, startsAt: ['date'], orderStatuses: false, articles: false, credits: false },
  connect: async ({ url, batch }) => ({
    readOrders: async function* (from, { signal }) {
      const after = from === null ? 0 : Number(from)
      const orders = await ask<ReadOrder[]>(`${url}/orders?after=${after}`, { signal })
      if (orders.length > 0) yield { orders, cursor: String(after + orders.length), upTo: null } satisfies OrderPage
    },
    readOrder: async () => null,
    reread: () => ({
      ok: false,
      id: '' as ShopOrderId,
      number: '',
      reason: { code: 'stockShop.unreadable', data: {} },
      raw: null,
    }),
    readOrderStatuses: async () => [],
    stock: stockOf(url, batch ?? 4),
    readArticles: null,
    test: async function* () {},
    disconnect: async () => {},
    close: async () => {},
  }),
})

function stockOf(url: string, batch: number): ShopStock {
  const size = Math.max(50, batch)
  return {
    batch,
    read: async function* (signal) {
      for (let from = 0; ; from += size) {
        const page = await ask<(Line & { key: string })[]>(`${url}/stock?from=${from}&size=${size}`, { signal })
        if (page.length === 0) return
        yield page.map((line) => ({ ...line, quantity: decimal(line.quantity) }))
      }
    },
    write: async (changes, signal) =>
      ask(`${url}/stock`, { method: 'POST', body: JSON.stringify(changes), signal: signal }),
  }
}

async function ask<Answer>(url: string, options: RequestInit): Promise<Answer> {
  try {
    return (await (await fetch(url, options)).json()) as Answer
  } catch (error) {
    throw new ConnectionFailed('stockShop.gone', 'no answer', { sent: true, cause: error })
  }
}

function said(nl: string, en: string) {
  return { spec: 'STOCK-1', text: { nl, en }, todo: { nl: 'Kijk in de winkel.', en: 'Look in the shop.' } }
}
