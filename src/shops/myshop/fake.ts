// myShop's interface as a small HTTP server, with orders and products in memory: tickets that count once, signatures that are checked,
// an inexact filter, both dialects, mixed letters, and ways to misbehave. What an order looks like is our own assumption.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { changedOf, type Dialect, type FakeOrder, idOf, numbered, toOrdersXml } from './fake/orders.ts'
import { expectedSignature, type FakeRecipe } from './fake/signature.ts'
import { zipOne } from './fake/zip.ts'

export { chargedFor, type FakeOrder, generateOrder, idOf, toOrdersXml } from './fake/orders.ts'

type Misbehaviour =
  | 'error500'
  | 'refusedWith500'
  | 'webPage'
  | 'cut'
  | 'cutLine'
  | 'redirect'
  | 'notFound'
  | 'empty'
  | 'noTicket'
  | 'shopRefused'
  | 'refusesProducts'

type FakeOptions = {
  readonly orders?: readonly FakeOrder[]
  readonly dialect?: Dialect
  /** Some orders in Windows-1252, in the same document as others in UTF-8. */
  readonly mixed?: true
  /** How it wants to be signed to; default h1. */
  readonly recipe?: FakeRecipe
  /** Product code to stock; null: it keeps none. */
  readonly products?: Readonly<Record<string, number | null>>
}

export type MyShopFake = {
  /** Values for the settings of the same names. */
  readonly settings: Readonly<Record<string, string>>
  /** Everything that must never be seen. */
  readonly secrets: readonly string[]
  /** Adds orders, or replaces those with the same number. */
  readonly put: (...orders: readonly FakeOrder[]) => void
  readonly stockOf: (product: string) => number | null
  /** From now on; null: behaves again. `times`: only for the next so many calls. */
  readonly misbehave: (way: Misbehaviour | null, times?: number) => void
  /** 'orders/list?change_time=…' of every call without tickets and signatures, in order. */
  readonly asked: () => readonly string[]
  readonly stop: () => Promise<void>
}

const shop = '1234500'
const listId = '7'
const refusal = '<rpc><error>invalid request</error></rpc>'

type State = {
  readonly orders: Map<number, FakeOrder>
  readonly products: Map<string, number | null>
  readonly tickets: Set<string>
  readonly asked: string[]
  readonly key: string
  readonly partner: string
  readonly options: FakeOptions
  ticketsGiven: number
  misbehaviour: { way: Misbehaviour; times: number } | null
}

/** Starts on loopback. */
export async function startMyShopFake(options: FakeOptions = {}): Promise<MyShopFake> {
  const state: State = {
    orders: new Map((options.orders ?? []).map((order) => [order.number, order])),
    products: new Map(Object.entries(options.products ?? { 'A-100': 12, 'B-200': 3, 'C-300': 0, 'D-400': null })),
    tickets: new Set(),
    asked: [],
    key: 'priv&key+0123',
    partner: options.recipe === 'partner' ? 'sforsoftware' : '',
    options,
    ticketsGiven: 0,
    misbehaviour: null,
  }
  const server = createServer((request, response) => serve(state, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/RPC/`
  const { key, partner } = state
  const login = partner === '' ? { privateKey: key } : { flavour: 'partner', partnerName: partner, partnerKey: key }
  return {
    settings: { shopNumber: shop, baseUrl, productList: listId, ...login },
    secrets: [key, encodeURIComponent(key)],
    put: (...orders) => {
      for (const order of orders) state.orders.set(order.number, order)
    },
    stockOf: (product) => state.products.get(product) ?? null,
    misbehave: (way, times = Number.POSITIVE_INFINITY) => {
      state.misbehaviour = way === null ? null : { way, times }
    },
    asked: () => [...state.asked],
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function serve(state: State, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const command = url.pathname.replace(/^\/RPC\//, '')
  state.asked.push(shownCall(command, url.searchParams))
  const way = wayFor(state, command)
  if (way === 'cutLine') {
    response.destroy()
    return
  }
  if (way === 'redirect') response.setHeader('location', `https://nieuw.example.test/RPC${url.search}`)
  const [status, body] = way === null ? answer(state, command, url.searchParams) : misbehave(way, state, command, url)
  response.writeHead(status, { 'content-type': 'text/xml' })
  response.end(body)
}

/** null: as it should be. Tickets are given all the same, unless it is these that are wrong. */
function wayFor(state: State, command: string): Misbehaviour | null {
  const bad = state.misbehaviour
  const aboutTickets = bad?.way === 'noTicket' || bad?.way === 'shopRefused'
  if (bad === null || aboutTickets !== (command === 'id')) return null
  if (bad.way === 'refusesProducts' && command !== 'stock/update_n') return null
  if (--bad.times <= 0) state.misbehaviour = null
  return bad.way
}

type Answer = readonly [number, string | Buffer]

function misbehave(way: Exclude<Misbehaviour, 'cutLine'>, state: State, command: string, url: URL): Answer {
  const right = answer(state, command, url.searchParams)
  const answers: Readonly<Record<typeof way, Answer>> = {
    error500: [500, `failed at ${url.href}`],
    refusedWith500: [500, refusal],
    webPage: [200, `<!DOCTYPE html><html><body>Onderhoud ${url.search}</body></html>`],
    cut: [200, right[1].slice(0, Math.floor(right[1].length / 2))],
    redirect: [302, ''],
    notFound: [404, 'not here'],
    empty: [200, ' \n'],
    noTicket: [200, '<rpc><id></id></rpc>'],
    shopRefused: [200, refusal],
    refusesProducts: [200, refusal],
  }
  return answers[way]
}

function answer(state: State, command: string, query: URLSearchParams): Answer {
  if (query.get('shop') !== shop) return [200, refusal]
  if (command === 'id') return [200, newTicket(state)]
  if (!isSigned(state, command, query)) return [200, refusal]
  if (command === 'orders/list') return [200, listOrders(state, query)]
  if (command === 'productlist/get/')
    return query.get('productlist') === listId ? [200, productList(state)] : [200, refusal]
  return command === 'stock/update_n' ? [200, writeStock(state, query)] : [404, 'unknown command']
}

function newTicket(state: State): string {
  state.ticketsGiven += 1
  const ticket = `t1ck3t${state.ticketsGiven}`
  state.tickets.add(ticket)
  return `<?xml version="1.0"?>\n<rpc>\n  <rpc_id>${ticket}</rpc_id>\n  <valid>120</valid>\n</rpc>`
}

/** A ticket counts once. */
function isSigned({ tickets, key, partner, options }: State, command: string, query: URLSearchParams): boolean {
  const ticket = query.get('rpc_id') ?? ''
  if (!tickets.delete(ticket) || (query.get('partner') ?? '') !== partner) return false
  const expected = expectedSignature(options.recipe ?? 'h1', { shop, key, partner, ticket, command, query })
  return query.get('pk') === expected
}

/** By number, and a day more than was asked for: the vendor says that its filter is inexact. */
function listOrders({ orders, options }: State, query: URLSearchParams): Buffer {
  const from = BigInt(query.get('change_time') ?? '0') - 1_000_000n
  const id = query.get('order_id')
  const found = [...orders.values()]
    .filter((order) => (id === null ? BigInt(changedOf(order)) >= from : idOf(shop, order.number) === id))
    .toSorted((a, b) => a.number - b.number)
  return toOrdersXml(shop, found, { dialect: options.dialect ?? 'named', mixed: options.mixed ?? false })
}

function productList({ products }: State): Buffer {
  const rows = [...products].map(([productid, stock]) => ({
    ...{ productid, description: `Product ${productid}`, price: '12,10', stock: stock === null ? '' : String(stock) },
  }))
  return zipOne('productlist.xml', `<?xml version="1.0"?>\n${numbered('productlist', rows)}`)
}

function writeStock(state: State, query: URLSearchParams): string {
  const product = query.get('productid0') ?? ''
  const value = query.get('stock_value0') ?? ''
  if (query.get('count') !== '1' || !state.products.has(product) || !/^-?\d+$/.test(value)) return refusal
  state.products.set(product, Number(value))
  return '<rpc><result>ok</result></rpc>'
}

function shownCall(command: string, query: URLSearchParams): string {
  const shown = new URLSearchParams(query)
  for (const name of ['rpc_id', 'pk', 'shop', 'system_export']) shown.delete(name)
  return shown.size === 0 ? command : `${command}?${shown}`
}
