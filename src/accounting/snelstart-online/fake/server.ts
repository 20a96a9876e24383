// Sockets around the API: reads a request, lets the faults and the latency act, and writes or drops the answer.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { checkSubscriptionKey, handle, type Incoming, type Outcome, tokenPath, toOutcome } from './api.ts'
import type { Call } from './calls.ts'
import { control, controlPrefix } from './control.ts'
import type { FaultAction } from './faults.ts'
import type { World } from './world.ts'

const mostBodyBytes = 32 * 1024 * 1024

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBodyBytes) throw new RangeError('the request is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const single = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header

function toIncoming(request: IncomingMessage, body: string): Incoming {
  const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s)
  const options = new URLSearchParams(query)
  return {
    method: request.method ?? 'GET',
    path,
    options,
    body,
    authorization: request.headers.authorization,
    contentType: request.headers['content-type'],
    subscriptionKey:
      single(request.headers['ocp-apim-subscription-key']) ?? options.get('subscription-key') ?? undefined,
  }
}

/** The page before the one asked for, if there is one. */
function toPageBefore(incoming: Incoming): Incoming {
  const options = new URLSearchParams(incoming.options)
  const before = Number(options.get('$skip') ?? 0) - Number(options.get('$top') ?? 500)
  options.set('$skip', String(Math.max(0, before)))
  return { ...incoming, options }
}

/** Key, limits, waiting, then the call itself. Never throws. */
async function perform(world: World, incoming: Incoming, call: Call, delayMs: number): Promise<Outcome> {
  let leave = () => {}
  try {
    if (call.kind === 'api') {
      call.key = checkSubscriptionKey(world, incoming.subscriptionKey)
      leave = world.limiter.enter(call.key)
    }
    if (delayMs > 0) await wait(delayMs)
    return handle(world, incoming)
  } catch (error) {
    return toOutcome(error)
  } finally {
    leave()
  }
}

const webPage: Outcome = {
  status: 200,
  body: '<!DOCTYPE html><html><head><title>Onderhoud</title></head><body><h1>Even geduld</h1></body></html>',
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
}

/** What a fault answers instead; null: the right answer. */
function replaced(action: FaultAction): Outcome | null {
  if (action.garbage === true) return webPage
  if (action.status === undefined) return null
  const message =
    action.status === 429 ? 'Rate limit is exceeded. Try again in 1 seconds.' : 'The request could not be handled.'
  const retryAfter = action.status === 429 ? { 'Retry-After': '1' } : {}
  const body = 'body' in action ? action.body : { statusCode: action.status, message }
  return { status: action.status, body, headers: { ...retryAfter, ...action.headers } }
}

function toText(outcome: Outcome, action: FaultAction): Buffer {
  const isPage = outcome.headers['Content-Type']?.startsWith('text/') === true
  const text = outcome.body === undefined ? '' : isPage ? String(outcome.body) : JSON.stringify(outcome.body)
  const buffer = Buffer.from(text)
  const missing = (action.bigAnswer ?? 0) - buffer.length
  return missing > 0 ? Buffer.concat([buffer, Buffer.alloc(missing, ' ')]) : buffer
}

function send(response: ServerResponse, outcome: Outcome, action: FaultAction): void {
  const content = toText(outcome, action)
  const type = content.length === 0 ? {} : { 'Content-Type': 'application/json; charset=utf-8' }
  response.writeHead(outcome.status, { ...type, 'Content-Length': content.length, ...outcome.headers })
  if (action.halfAnswer !== true) {
    response.end(content)
    return
  }
  response.write(content.subarray(0, Math.floor(content.length / 2)), () => response.destroy())
}

async function answerCall(world: World, incoming: Incoming, url: string, response: ServerResponse): Promise<void> {
  const call = world.calls.begin(incoming.path === tokenPath ? 'token' : 'api', incoming.method, url)
  const acting = world.faults.take({ method: incoming.method, path: url, body: incoming.body })
  const action = acting?.action ?? {}
  call.fault = acting?.name ?? null
  const delayMs = world.latencyMs + (action.delayMs ?? 0)
  const instead = replaced(action)
  const happens = action.cutBefore !== true && (action.commit === true || (instead === null && action.hang !== true))
  if (action.expireToken === true) world.tokens.revoke(incoming.authorization)
  let outcome: Outcome | null = null
  if (happens) outcome = await perform(world, action.duplicatePage ? toPageBefore(incoming) : incoming, call, delayMs)
  else if (delayMs > 0) await wait(delayMs)
  if (action.hang === true) return
  if (action.cutBefore === true || action.cutAfterCommit === true) {
    response.destroy()
    return
  }
  const answer = instead ?? outcome!
  call.status = answer.status
  send(response, answer, action)
}

async function serve(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readText(request)
  const incoming = toIncoming(request, body)
  if (!incoming.path.startsWith(controlPrefix)) return answerCall(world, incoming, request.url ?? '/', response)
  send(response, { ...control(world, incoming.method, incoming.path, body), headers: {} }, {})
}

/** A server that is not listening yet. */
export function createSimulatorServer(world: World): Server {
  return createServer((request, response) => {
    serve(world, request, response).catch((error: unknown) => {
      // A client that went away while it was sending leaves nobody to answer.
      if (request.readableAborted || response.headersSent) response.destroy()
      else send(response, toOutcome(error), {})
    })
  })
}
