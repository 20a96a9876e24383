// MyOnlineStore's API as a small HTTP server, with orders and articles in memory: for our own tests, the demo and the benches.
// It keeps state and can misbehave; its client may not know that it is not the real one.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answer, type Call, type Shelf } from './fake/answers.ts'
import { articles, type FakeArticle } from './fake/articles.ts'
import { type Misbehaviour, misbehaviours, ownError, type Reply } from './fake/misbehaviour.ts'
import type { FakeOrder } from './fake/orders.ts'

export { demoOrders } from './fake/demo-orders.ts'
export type { Misbehaviour } from './fake/misbehaviour.ts'
export { type FakeOrder, generateOrder } from './fake/orders.ts'

export type MijnwebwinkelFake = {
  /** For the setting `apiUrl`. */
  readonly url: string
  /** The keys that are let in, for the settings `key` and `partnerKey`. */
  readonly keys: { readonly key: string; readonly partnerKey: string }
  /** Adds orders, or replaces those with the same number. */
  readonly put: (...orders: readonly FakeOrder[]) => void
  readonly remove: (...numbers: readonly number[]) => void
  readonly article: (id: number) => FakeArticle | undefined
  readonly removeArticle: (id: number) => void
  /** Misbehaves for the next `times` calls to paths that begin with `path`; null: behaves again. */
  readonly misbehave: (way: Misbehaviour | null, times?: number, path?: string) => void
  /** 'GET /orders?limit=100&…' of every call, without keys, in order. */
  readonly asked: () => readonly string[]
  readonly stop: () => Promise<void>
}

export type FakeOptions = {
  readonly orders?: Iterable<FakeOrder>
  readonly articles?: Iterable<FakeArticle>
  /** null: everybody is let in without one. */
  readonly partnerKey?: string | null
  readonly pricesIncludeTax?: boolean
  readonly hidesArchived?: boolean
  readonly ignoresOffset?: boolean
  /** Calls that are answered before one is told to wait, again and again. */
  readonly callsBeforePause?: number
  /** Called at the begin of every call: what somebody does in the shop meanwhile. */
  readonly meanwhile?: (fake: Pick<MijnwebwinkelFake, 'put' | 'remove'>, call: string) => void
}

type State = Shelf & {
  readonly key: string
  readonly partnerKey: string | null
  readonly asked: string[]
  misbehaviour: { way: Misbehaviour; times: number; path: string } | null
}

/** Starts on loopback. */
export async function startMijnwebwinkelFake(options: FakeOptions = {}): Promise<MijnwebwinkelFake> {
  const state: State = {
    orders: new Map([...(options.orders ?? [])].map((order) => [order.number, order])),
    articles: new Map([...(options.articles ?? articles)].map((article) => [article.id, article])),
    pricesIncludeTax: options.pricesIncludeTax ?? true,
    hidesArchived: options.hidesArchived ?? false,
    ignoresOffset: options.ignoresOffset ?? false,
    key: 'store+key/0123456789',
    partnerKey: options.partnerKey === undefined ? 'partner=key&9876543210' : options.partnerKey,
    asked: [],
    misbehaviour: null,
  }
  const server = createServer((request, response) => void serve(request, response))
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await readCall(request)
    const shown = `${call.method} ${call.path}${withoutKeys(call.query)}`
    options.meanwhile?.(fake, shown)
    send(response, toReply(state, call, request.url ?? '', options.callsBeforePause))
    state.asked.push(shown)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const fake: MijnwebwinkelFake = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys: { key: state.key, partnerKey: state.partnerKey ?? '' },
    put: (...orders) => {
      for (const order of orders) state.orders.set(order.number, order)
    },
    remove: (...numbers) => {
      for (const number of numbers) state.orders.delete(number)
    },
    article: (id) => state.articles.get(id),
    removeArticle: (id) => void state.articles.delete(id),
    misbehave: (way, times = Number.POSITIVE_INFINITY, path = '/') => {
      state.misbehaviour = way === null ? null : { way, times, path }
    },
    asked: () => [...state.asked],
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return fake
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const url = new URL(request.url ?? '/', 'http://fake')
  const text = Buffer.concat(parts).toString()
  const body: unknown = text === '' ? null : JSON.parse(text)
  return { method: request.method ?? '', path: url.pathname.replace(/^\/v1/, ''), query: url.searchParams, body }
}

function withoutKeys(query: URLSearchParams): string {
  const shown = new URLSearchParams(query)
  for (const name of ['token', 'partner_token', 'format']) shown.delete(name)
  const text = decodeURIComponent(shown.toString())
  return text === '' ? '' : `?${text}`
}

function toReply(state: State, call: Call, url: string, callsBeforePause: number | undefined): Reply {
  const right = isLetIn(state, call) ? answer(state, call) : ownError(401, 'Unauthorized', 'Invalid token')
  const bad = state.misbehaviour
  if (bad !== null && call.path.startsWith(bad.path)) {
    if (--bad.times <= 0) state.misbehaviour = null
    return misbehaviours[bad.way](right, `http://127.0.0.1${url}`)
  }
  const isTurn = callsBeforePause !== undefined && (state.asked.length + 1) % (callsBeforePause + 1) === 0
  return isTurn ? misbehaviours.tooManyShort() : right
}

/** The statuses are the system's own and need no key of a shop. */
function isLetIn({ key, partnerKey }: State, { path, query }: Call): boolean {
  const partner = partnerKey === null || query.get('partner_token') === partnerKey
  return partner && (path === '/orderstatuses' || query.get('token') === key)
}

function send(response: ServerResponse, { status, headers, body, cutAt }: Reply): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, { 'content-length': bytes.length, ...headers })
  if (cutAt === undefined) {
    response.end(bytes)
    return
  }
  response.write(bytes.subarray(0, cutAt), () => response.destroy())
}
