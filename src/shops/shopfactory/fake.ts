// A stand-in for the order download of a ShopFactory shop. Nobody has published the real one: what it answers is our own assumption
// after the order document that shops submit (reference ShopFactory, 2 and 3). Keeps state, asks for a log-in and can misbehave.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type FakeOrder, toXml } from './fake/orders.ts'

export { type FakeOrder, generateOrder, sampleOrders, toXml } from './fake/orders.ts'

export type Misbehaviour = 'error500' | 'webPage' | 'cut' | 'redirect' | 'westernLetters'

export type ShopFactoryFake = {
  /** For the setting 'Adres van de orders'. */
  readonly address: string
  readonly loginAddress: string
  readonly userName: string
  readonly password: string
  readonly put: (...orders: readonly FakeOrder[]) => void
  readonly misbehave: (way: Misbehaviour | null) => void
  /** The number that each request began from. */
  readonly asked: () => readonly string[]
  readonly stop: () => Promise<void>
}

/** `login`: which of the two ways it wants. Listens on loopback. */
export async function startShopFactoryFake(
  options: { readonly orders?: readonly FakeOrder[]; readonly login?: 'basic' | 'form' } = {},
): Promise<ShopFactoryFake> {
  const orders = new Map((options.orders ?? []).map((order) => [order.number, order]))
  const account = { userName: 'winkel', password: 'geheim', session: 's3ss10n' }
  const asked: string[] = []
  let misbehaviour: Misbehaviour | null = null
  const isLoggedIn = (request: IncomingMessage): boolean =>
    (options.login ?? 'basic') === 'form'
      ? request.headers.cookie?.includes(`session=${account.session}`) === true
      : request.headers.authorization === basicOf(account)

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === '/login') return logIn(await bodyOf(request), account, response)
    if (!isLoggedIn(request)) return answer(response, 401, 'text/plain', 'log in first')
    const from = Number(url.searchParams.get('startorder') ?? '1')
    asked.push(String(from))
    const limit = Number(url.searchParams.get('max') ?? '100')
    const found = [...orders.values()]
      .toSorted((a, b) => a.number - b.number)
      .filter(({ number }) => number >= from)
      .slice(0, limit)
    if (misbehaviour !== null) return misbehave(misbehaviour, toXml(found), response)
    answer(response, 200, 'text/xml; charset=utf-8', toXml(found))
  }
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address: `${origin}/orders.cgi?startorder={from}&max={limit}`,
    loginAddress: `${origin}/login`,
    userName: account.userName,
    password: account.password,
    put: (...more) => {
      for (const order of more) orders.set(order.number, order)
    },
    misbehave: (way) => {
      misbehaviour = way
    },
    asked: () => asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Account = { readonly userName: string; readonly password: string; readonly session: string }

const basicOf = ({ userName, password }: Account): string =>
  `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`

function logIn(body: string, account: Account, response: ServerResponse): void {
  const form = new URLSearchParams(body)
  const good = form.get('username') === account.userName && form.get('password') === account.password
  if (good) {
    response.setHeader('set-cookie', [`session=${account.session}; Path=/; HttpOnly`, 'seen=1; Path=/'])
    answer(response, 200, 'text/html', '<html>welcome</html>')
  } else answer(response, 401, 'text/plain', 'wrong')
}

function misbehave(way: Misbehaviour, xml: string, response: ServerResponse): void {
  const html = '<!DOCTYPE html><html><body>Log in</body></html>'
  if (way === 'redirect') response.setHeader('location', 'https://new.example.nl/orders.cgi?password=hidden')
  const answers: Readonly<Record<Misbehaviour, readonly [number, string, string | Buffer]>> = {
    error500: [500, 'text/plain', 'database gone'],
    webPage: [200, 'text/html', html],
    cut: [200, 'text/xml', xml.slice(0, Math.floor(xml.length / 2))],
    redirect: [302, 'text/plain', ''],
    westernLetters: [200, 'text/xml', Buffer.from(xml, 'latin1')],
  }
  answer(response, ...answers[way])
}

function answer(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type })
  response.end(body)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
