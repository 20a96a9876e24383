// A server for tests that gives exactly the answers it is told, however odd, and our client against it. Its clock is moved
// by sleeping alone. The simulator (fake.ts) is for behaviour; this is for bytes.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttp } from '../../net/http.ts'
import { createRateLimiter } from '../../net/rate-limit.ts'
import { createClient } from './client.ts'
import { createTokenKeeper } from './token.ts'
import { createTransport } from './transport.ts'

export type Answer = (response: ServerResponse, request: IncomingMessage) => void
type Seen = { path: string; key: string; token: string; body: string }

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

export const cut: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
  response.write('{"id":')
  response.socket?.destroy()
}

/** A server that gives these answers in turn, and its client with a clock that only sleeping moves. */
export async function scripted(
  answers: readonly Answer[] | ((request: IncomingMessage) => Answer),
  options: { secondary?: boolean; login?: readonly Answer[] } = {},
) {
  const script = typeof answers === 'function' ? [] : [...answers]
  const logins = [...(options.login ?? [])]
  const seen: Seen[] = []
  let tokens = 0
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    if (request.url === '/token') {
      const login = logins.shift() ?? json(200, { access_token: `token${++tokens}`, expires_in: 3600 })
      return login(response, request)
    }
    const header = (name: string) => String(request.headers[name] ?? '')
    seen.push({
      path: request.url ?? '',
      key: header('ocp-apim-subscription-key'),
      token: header('authorization'),
      body,
    })
    const answer = typeof answers === 'function' ? answers(request) : script.shift()
    if (answer === undefined) return response.writeHead(599).end()
    answer(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const http = createHttp()
  const stop = async () => {
    await http.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const time = { now: 5_000_000, slept: [] as number[] }
  const clock = () => time.now
  const sleep = async (ms: number, signal: AbortSignal) => {
    signal.throwIfAborted()
    time.slept.push(ms)
    time.now += ms
  }
  const limits = { perMinute: 500, perHour: 5000, concurrent: 4 }
  const key = (text: string) => ({ text, limiter: createRateLimiter(limits, { clock, sleep }) })
  const tokenKeeper = createTokenKeeper({ http, tokenUrl: `${base}/token`, clientKey: 'sleu tel\n', clock, sleep })
  const keys = options.secondary ? ([key('first'), key('second')] as const) : ([key('first')] as const)
  const transport = createTransport({ http, apiUrl: base, tokens: tokenKeeper, keys: [...keys] as never })
  return { client: createClient({ transport, sleep }), transport, seen, time, left: () => script.length, stop }
}
