// The shop as a small HTTP server that speaks the bridge's protocol, with orders in memory: for the demo, the crash test,
// the benches and our own tests. It keeps state and can misbehave; its client may not know that it is not a real shop.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signAnswer, signRequest } from '../../net/sign.ts'
import { fakeContext, fakeIdentity } from './fake/catalogue.ts'
import { type Misbehaviour, misbehaviours, type Reply } from './fake/misbehaviour.ts'
import { type FakeOrder, toFakeRaw } from './fake/orders.ts'

export { demoOrders } from './fake/demo-orders.ts'
export type { Misbehaviour } from './fake/misbehaviour.ts'
export { type FakeOrder, generateOrder } from './fake/orders.ts'

export type OpenCartFake = {
  /** Address of the shop, for the setting `shopUrl`. */
  readonly url: string
  /** For the connection's memory: with these and transport 'none' no file needs to be placed. */
  readonly memory: Readonly<Record<'endpointUrl' | 'key', string>>
  /** Adds orders, or replaces those with the same number. */
  readonly put: (...orders: readonly FakeOrder[]) => void
  readonly remove: (id: number) => void
  /** Misbehaves for the next `times` requests; null: behaves again. */
  readonly misbehave: (way: Misbehaviour | null, times?: number) => void
  /** Answers rightly asked questions with this error of the bridge; null: no more. */
  readonly fail: (error: { readonly code: string; readonly [more: string]: unknown } | null) => void
  /** Questions that were answered rightly, in order. */
  readonly asked: () => readonly string[]
  readonly stop: () => Promise<void>
}

export type FakeOptions = {
  readonly orders?: Iterable<FakeOrder>
  readonly port?: number
  readonly key?: string
  /** In every answer; an older one than ours makes the client renew it. */
  readonly version?: string
  /** The shop's own clock in ms; for `clock` errors and the age of requests. */
  readonly clock?: () => number
}

type State = {
  readonly orders: Map<number, FakeOrder>
  /** null: not sorted since the last change. */
  sorted: readonly FakeOrder[] | null
  readonly key: string
  readonly version: string
  readonly clock: () => number
  readonly nonces: Set<string>
  readonly asked: string[]
  misbehaviour: { way: Misbehaviour; times: number } | null
  error: { readonly code: string; readonly [more: string]: unknown } | null
}

const path = '/s0fake/c0fake.php'

/** Starts on loopback. */
export async function startOpenCartFake(options: FakeOptions = {}): Promise<OpenCartFake> {
  const state: State = {
    orders: new Map([...(options.orders ?? [])].map((order) => [order.id, order])),
    sorted: null,
    key: options.key ?? 'f'.repeat(64),
    version: options.version ?? '1.0.0',
    clock: options.clock ?? (() => Date.now()),
    nonces: new Set(),
    asked: [],
    misbehaviour: null,
    error: null,
  }
  const server = createServer((request, response) => void serve(state, request, response))
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    url,
    memory: { endpointUrl: new URL(path, url).href, key: state.key },
    put: (...orders) => {
      for (const order of orders) state.orders.set(order.id, order)
      state.sorted = null
    },
    remove: (id) => {
      state.orders.delete(id)
      state.sorted = null
    },
    misbehave: (way, times = Number.POSITIVE_INFINITY) => {
      state.misbehaviour = way === null ? null : { way, times }
    },
    fail: (error) => {
      state.error = error
    },
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
  send(response, bad === null ? right : misbehaviours[bad.way](right, url))
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

/** What the bridge answers: signed JSON, or the constant refusal. */
function toReply(state: State, request: IncomingMessage, body: string): Reply {
  const header = (name: string) => String(request.headers[`x-sconnect-${name}`] ?? '')
  const [nonce, timestamp] = [header('nonce'), Number(header('timestamp'))]
  const signed = { key: state.key, method: request.method ?? '', path: request.url ?? '', timestamp, nonce, body }
  if (request.url !== path || signRequest(signed) !== header('signature')) return misbehaviours.refused()
  const seconds = Math.floor(state.clock() / 1000)
  const outcome = Math.abs(seconds - timestamp) > 300 ? { error: { code: 'clock' } } : answerOnce(state, nonce, body)
  const text = JSON.stringify({ sconnect: state.version, protocol: 1, time: seconds, ...outcome })
  const signature = signAnswer({ key: state.key, nonce, body: text })
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-sconnect-signature': signature },
    body: text,
  }
}

function answerOnce(state: State, nonce: string, body: string): object {
  if (state.nonces.has(nonce)) return { error: { code: 'replay' } }
  state.nonces.add(nonce)
  if (state.error !== null) return { error: state.error }
  const question = JSON.parse(body) as Question
  state.asked.push(question.question)
  return { question: question.question, answer: toAnswer(state, question) }
}

type Question = {
  readonly question: string
  readonly prefix: string
  readonly id?: string | number
  readonly limit?: number
  readonly added_from?: string | null
  readonly after?: Place | null
}

function toAnswer(state: State, question: Question): object {
  switch (question.question) {
    case 'identify':
      return fakeIdentity(
        question.prefix,
        state.orders.size,
        [...state.orders.keys()].reduce((a, b) => Math.max(a, b), 0),
      )
    case 'context':
      return fakeContext(new Date(state.clock()).toISOString().slice(0, 19).replace('T', ' '))
    case 'order': {
      const order = state.orders.get(Number(question.id))
      return { order: order === undefined ? null : toFakeRaw(order) }
    }
    default:
      return toPage(state, question)
  }
}

/** In the order in which the bridge gives them. */
function sortOrders(orders: Iterable<FakeOrder>): readonly FakeOrder[] {
  return [...orders].toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b)))
}

type Place = { readonly changed: string; readonly id: string | number }

const placeOf = (order: FakeOrder): Place => ({ changed: order.changed ?? order.added, id: order.id })

const comparePlaces = (a: Place, b: Place): number =>
  a.changed < b.changed ? -1 : a.changed > b.changed ? 1 : Number(a.id) - Number(b.id)

function toPage(state: State, { after, added_from: from, limit = 200 }: Question): object {
  state.sorted ??= sortOrders(state.orders.values())
  const found: FakeOrder[] = []
  for (
    let index = firstAfter(state.sorted, after ?? null);
    index < state.sorted.length && found.length <= limit;
    index++
  ) {
    const order = state.sorted[index] as FakeOrder
    if (order.statusId !== '0' && order.added >= (from ?? '')) found.push(order)
  }
  return { orders: found.slice(0, limit).map(toFakeRaw), more: found.length > limit }
}

/** By halving: a backlog of a hundred thousand orders is asked for in a thousand pages. */
function firstAfter(sorted: readonly FakeOrder[], after: Place | null): number {
  if (after === null) return 0
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (comparePlaces(placeOf(sorted[middle] as FakeOrder), after) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
