// The shop as a small HTTP server that speaks the module's protocol, with orders and stock in memory: for our own tests and for
// others'. It keeps state and can misbehave; its client may not know that it is not a real shop.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signAnswer, signRequest } from '../../net/sign.ts'
import { type FakeProduct, fakeProducts, toArticleRow, toStockRow, writeQuantity } from './fake/catalogue.ts'
import { type Misbehaviour, misbehaviours, type Reply } from './fake/misbehaviour.ts'
import { type FakeOrder, states, toFakeRaw } from './fake/orders.ts'

export { demoOrders } from './fake/demo-orders.ts'
export type { Misbehaviour } from './fake/misbehaviour.ts'
export { type FakeOrder, generateOrder } from './fake/orders.ts'

export type PrestaShopFake = {
  /** For the settings `shopUrl` and `token`. */
  readonly url: string
  readonly token: string
  /** Adds orders, or replaces those with the same number. */
  readonly put: (...orders: readonly FakeOrder[]) => void
  /** Misbehaves for the next `times` requests; null: behaves again. */
  readonly misbehave: (way: Misbehaviour | null, times?: number) => void
  /** Answers rightly asked questions with this error of the module; null: no more. */
  readonly fail: (error: string | null) => void
  /** What `identify` says other than usual. */
  readonly set: (facts: Readonly<Record<string, unknown>>) => void
  /** What the shop really has of an article, by its key. */
  readonly quantityOf: (key: string) => number | null
  /** Questions that were answered rightly, in order. */
  readonly asked: () => readonly string[]
  readonly stop: () => Promise<void>
}

type State = {
  readonly orders: Map<number, FakeOrder>
  readonly products: readonly FakeProduct[]
  readonly nonces: Set<string>
  readonly asked: string[]
  readonly clock: () => number
  facts: Readonly<Record<string, unknown>>
  misbehaviour: { way: Misbehaviour; times: number } | null
  error: string | null
}

const token = 'ab'.repeat(32)

/** Starts on loopback. */
export async function startPrestaShopFake(
  options: { readonly orders?: Iterable<FakeOrder>; readonly clock?: () => number } = {},
): Promise<PrestaShopFake> {
  const state: State = {
    orders: new Map([...(options.orders ?? [])].map((order) => [order.id, order])),
    products: fakeProducts(),
    nonces: new Set(),
    asked: [],
    clock: options.clock ?? (() => Date.now()),
    facts: {},
    misbehaviour: null,
    error: null,
  }
  const server = createServer((request, response) => void serve(state, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    token,
    put: (...orders) => {
      for (const order of orders) state.orders.set(order.id, order)
    },
    misbehave: (way, times = Number.POSITIVE_INFINITY) => {
      state.misbehaviour = way === null ? null : { way, times }
    },
    fail: (error) => {
      state.error = error
    },
    set: (facts) => {
      state.facts = facts
    },
    quantityOf: (key) => state.products.find((each) => `${each.product}:${each.combination}` === key)?.quantity ?? null,
    asked: () => [...state.asked],
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const right = toReply(state, request, Buffer.concat(parts).toString())
  const bad = state.misbehaviour
  if (bad !== null && --bad.times <= 0) state.misbehaviour = null
  const url = `http://${request.headers.host ?? ''}${request.url ?? ''}`
  const { status, headers, body } = bad === null ? right : misbehaviours[bad.way](right, url)
  response.writeHead(status, headers)
  response.end(body)
}

/** What the module answers: signed JSON, or the refusal that everybody gets without the key. */
function toReply(state: State, request: IncomingMessage, body: string): Reply {
  const header = (name: string) => String(request.headers[`x-sconnect-${name}`] ?? '')
  const [nonce, timestamp] = [header('nonce'), Number(header('timestamp'))]
  const isOurs = (request.url ?? '').includes('fc=module&module=sconnect&controller=bridge')
  if (!isOurs) return misbehaviours.noModule()
  const signed = { key: token, method: request.method ?? '', path: '/module/sconnect/bridge', timestamp, nonce, body }
  if (signRequest(signed) !== header('signature')) return misbehaviours.wrongKey()
  const text = JSON.stringify(answerOnce(state, nonce, timestamp, body))
  const signature = signAnswer({ key: token, nonce, body: text })
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-sconnect': '1',
    'x-sconnect-signature': signature,
  }
  return { status: 200, headers, body: text }
}

function answerOnce(state: State, nonce: string, timestamp: number, body: string): object {
  const refuse = (error: string) => ({ ok: false, error, detail: '' })
  if (Math.abs(state.clock() / 1000 - timestamp) > 300) return refuse('sign.old')
  if (state.nonces.has(nonce)) return refuse('sign.replayed')
  state.nonces.add(nonce)
  if (state.error !== null) return refuse(state.error)
  const question = JSON.parse(body) as Question
  state.asked.push(question.question)
  return { ok: true, answer: toAnswer(state, question) }
}

type Place = { readonly date_upd: string; readonly id_order: string }
type Question = {
  readonly question: string
  readonly id?: string
  readonly since?: string
  readonly token?: Place | null
  readonly limit?: number
  readonly lines?: readonly { readonly key: string; readonly quantity: unknown }[]
}

function toAnswer(state: State, question: Question): object {
  switch (question.question) {
    case 'identify':
      return { ...identity, now: '2026-03-20 13:00:00', ...state.facts }
    case 'statuses':
      return states
    case 'order': {
      const order = state.orders.get(Number(question.id))
      return { order: order === undefined ? null : toFakeRaw(order) }
    }
    case 'articles': {
      const changed = state.products.filter((each) => each.changed >= (question.since ?? ''))
      return { articles: changed.map(toArticleRow), token: null }
    }
    case 'stock':
      return { rows: state.products.map(toStockRow), token: null }
    case 'setStock':
      return {
        lines: (question.lines ?? []).map(({ key, quantity }) => ({
          key,
          ...writeQuantity(state.products, key, quantity),
        })),
      }
    default:
      return toPage(state, question)
  }
}

const identity = {
  ...{
    moduleVersion: '1.0.0',
    protocol: 1,
    shopVersion: '9.1.4',
    phpVersion: '8.2.0',
    shopName: 'Voorbeeldwinkel',
    url: '',
  },
  ...{ idShop: '1', timezone: 'Europe/Amsterdam', defaultCurrency: 'EUR', stockWritable: true, stockManagement: true },
  advancedStock: false,
}

/** In the order in which the module gives them. */
function toPage({ orders }: State, { since = '', token: after = null, limit = 100 }: Question): object {
  const placeOf = (order: FakeOrder): Place => ({ date_upd: order.changed ?? order.added, id_order: String(order.id) })
  const compare = (a: Place, b: Place): number =>
    a.date_upd < b.date_upd ? -1 : a.date_upd > b.date_upd ? 1 : Number(a.id_order) - Number(b.id_order)
  const found = [...orders.values()]
    .filter((order) => placeOf(order).date_upd >= since && (after === null || compare(placeOf(order), after) > 0))
    .toSorted((a, b) => compare(placeOf(a), placeOf(b)))
    .slice(0, limit)
  const last = found.at(-1)
  return { orders: found.map(toFakeRaw), token: last === undefined ? after : placeOf(last) }
}
