// Asks myShop: a fresh ticket, then the question signed with it. Gives back the bytes that came; no meaning. Every question may be
// repeated: reading changes nothing, and stock is written as an absolute number.
import { setTimeout as wait } from 'node:timers/promises'
import { ConnectionFailed } from '../../core/failures.ts'
import type { Http, HttpAnswer } from '../../net/http.ts'
import { retrying } from '../../net/retry.ts'
import type { ShopEnvironment } from '../shop.ts'
import { failureOf, fromHttpFailure, isRefusal } from './answers.ts'
import { failing } from './failing.ts'
import { redact } from './redact.ts'
import type { MyShopSettings } from './settings.ts'
import { type Recipe, sign } from './sign.ts'
import { readTicket } from './ticket.ts'

export type Api = {
  readonly http: Http
  readonly settings: MyShopSettings
  readonly environment: ShopEnvironment
}

export type Question = {
  /** Below the address of the interface: 'orders/list'. */
  readonly path: string
  readonly module: string
  /** What the question is about, as it is signed. */
  readonly cursor: string
  readonly parameters: Readonly<Record<string, string>>
}

// A ticket lives two minutes; each question fetches its own right before it is asked (reference, 2).
const ticketTimeoutMs = 20_000
/** Longer than the vendor's own client waits: the first list of a shop holds all its orders. */
const answerTimeoutMs = 120_000
const maxBytes = 64 * 1024 * 1024

/** The bytes of a good answer. Throws LoginRefused 'myshop.shopRefused' and 'myshop.signatureRefused', ConnectionFailed,
 *  SettingsWrong and UnexpectedAnswer with the codes of `problems.ts`; none of them holds a secret. */
export function ask(api: Api, question: Question, recipe: Recipe, signal: AbortSignal): Promise<Uint8Array> {
  const { sleep = (ms: number, stop: AbortSignal) => wait(ms, undefined, { signal: stop }) } = api.environment
  return retrying(() => askOnce(api, question, recipe, signal), {
    attempts: 3,
    firstWaitMs: 1000,
    longestWaitMs: 10_000,
    sleep,
    mayRetry: (error) => error instanceof ConnectionFailed && error.sent && error.code !== 'myshop.timeout',
    signal,
  })
}

async function askOnce(api: Api, question: Question, recipe: Recipe, signal: AbortSignal): Promise<Uint8Array> {
  const ticket = await fetchTicket(api, signal)
  const { path, module, cursor, parameters } = question
  const { shopNumber: shop, flavour, partnerName } = api.settings
  const partner = flavour === 'partner' ? partnerName : ''
  const values = { shop, cursor, key: keyOf(api.settings), partner, module, rpcId: ticket }
  const query = {
    shop,
    rpc_id: ticket,
    ...parameters,
    ...(flavour === 'partner' ? { partner, module } : {}),
    pk: sign(recipe, values),
  }
  const answer = await get(api, path, query, answerTimeoutMs, signal)
  if (isRefusal(answer)) throw failing('myshop.signatureRefused')
  return usable(answer, api, path).bytes
}

/** Throws 'myshop.shopRefused' and 'myshop.noTicket' besides the failures of every question. */
export async function fetchTicket(api: Api, signal: AbortSignal): Promise<string> {
  const shop = api.settings.shopNumber
  const answer = await get(api, 'id', { shop }, ticketTimeoutMs, signal)
  if (isRefusal(answer)) throw failing('myshop.shopRefused', { shop })
  const ticket = readTicket(usable(answer, api, 'id').text)
  if (ticket === null) throw failing('myshop.noTicket')
  return ticket
}

const keyOf = (settings: MyShopSettings): string =>
  settings.flavour === 'partner' ? settings.partnerKey : settings.privateKey

async function get(
  api: Api,
  path: string,
  query: Readonly<Record<string, string>>,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const url = new URL(`${baseOf(api.settings)}${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const call = redact(`GET ${path}${url.search}`, [keyOf(api.settings)])
  api.environment.log('extended', 'myshop.asked', { call })
  const request = { method: 'GET', url: url.href, headers: { 'user-agent': 'S-Connect' }, timeoutMs, maxBytes } as const
  return await api.http.send(request, signal).catch((error: unknown) => {
    // Aborted by us, not broken: the caller knows what to do with its own signal.
    if (signal.aborted) throw error
    throw fromHttpFailure(error, url.origin)
  })
}

function usable(answer: HttpAnswer, api: Api, path: string): HttpAnswer {
  const failure = failureOf(answer, `${baseOf(api.settings)}${path}`)
  if (failure !== null) throw failure
  return answer
}

/** The interface's address, with '/' at its end. Orders and signatures go over it, so it must be encrypted; this machine itself
 *  is exempt. */
export function baseOf({ baseUrl }: Pick<MyShopSettings, 'baseUrl'>): string {
  const url = URL.parse(baseUrl)
  if (url === null || !/^https?:$/.test(url.protocol)) throw failing('myshop.badUrl', { url: baseUrl })
  const base = `${url.origin}${url.pathname.replace(/\/*$/, '/')}`
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url.protocol === 'http:' && !local) throw failing('myshop.notSecure', { url: base })
  return base
}
