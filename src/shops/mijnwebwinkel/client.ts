// Asks the MyOnlineStore API and gives back what came, its shape checked; no meaning. Every question may be repeated: reading
// changes nothing, and stock is written as an absolute number.
import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import { ConnectionFailed } from '../../core/failures.ts'
import type { Http, HttpAnswer } from '../../net/http.ts'
import { createRateLimiter, type RateLimiter } from '../../net/rate-limit.ts'
import { retrying } from '../../net/retry.ts'
import type { ShopEnvironment } from '../shop.ts'
import { type Asked, failureOf, fromHttpFailure, retryAfterMs, tooMany, usualPauseMs } from './answers.ts'
import { failing } from './failing.ts'
import type { MijnwebwinkelSettings } from './settings.ts'

export type Api = {
  readonly http: Http
  readonly settings: MijnwebwinkelSettings
  readonly environment: ShopEnvironment
  readonly limiter: RateLimiter
}

export type Question = {
  readonly method?: 'GET' | 'PATCH'
  /** Below the version: '/orders'. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | boolean>>
  readonly body?: unknown
  /** The statuses are the shop system's own and need the partner key only. */
  readonly keys?: 'partner' | 'both'
}

// The limit per partner and shop is not published (reference, 9): this many calls are far below what a web shop bears, and
// a hundred orders come in each.
const limits = { perMinute: 120, perHour: 4000, concurrent: 2 }
/** A page of a hundred orders is a few hundred kilobytes. */
const maxBytes = 16 * 1024 * 1024
const timeoutMs = 60_000
// A longer wait than this is the planner's to make: it shows, and the run ends properly.
const longestPauseMs = 5 * 60_000
const mostTimesTooMany = 6

const sleepOf = (environment: ShopEnvironment) =>
  environment.sleep ?? ((ms: number, signal: AbortSignal) => wait(ms, undefined, { signal }))

export function createApi(http: Http, settings: MijnwebwinkelSettings, environment: ShopEnvironment): Api {
  const limiter = createRateLimiter(limits, { clock: environment.clock, sleep: sleepOf(environment) })
  return { http, settings, environment, limiter }
}

/** The checked JSON of a 2xx answer; null: the shop says 404. Throws ConnectionFailed, LoginRefused, RateLimited,
 *  SettingsWrong and UnexpectedAnswer with the codes of `problems.ts`; none of them holds a key. */
export async function find<Schema extends z.ZodType>(
  api: Api,
  schema: Schema,
  question: Question,
  signal: AbortSignal,
): Promise<z.output<Schema> | null> {
  const answer = await exchange(api, question, signal)
  if (answer.status === 404 && isOurs(answer)) return null
  return checked(schema, jsonOf(answer, api, question), question.path)
}

/** As `find`, where a 404 means that the address is wrong. */
export async function ask<Schema extends z.ZodType>(
  api: Api,
  schema: Schema,
  question: Question,
  signal: AbortSignal,
): Promise<z.output<Schema>> {
  return checked(schema, jsonOf(await exchange(api, question, signal), api, question), question.path)
}

/** A list, bare or wrapped in an object with one list in it (reference, 2: live answers do that); the items unchecked. */
export async function askList(api: Api, question: Question, signal: AbortSignal): Promise<readonly unknown[]> {
  const json = jsonOf(await exchange(api, question, signal), api, question)
  if (Array.isArray(json)) return json
  const lists = Object.values(json ?? {}).filter((value) => Array.isArray(value))
  if (typeof json !== 'object' || lists.length !== 1) throw failing('mijnwebwinkel.schema', { where: question.path })
  return lists[0] as readonly unknown[]
}

/** One answer, whatever it says, unless the shop failed or asked to wait too long: those are tried again first. */
export function exchange(api: Api, question: Question, signal: AbortSignal): Promise<HttpAnswer> {
  return retrying(() => withinLimits(api, question, signal), {
    attempts: 3,
    firstWaitMs: 1000,
    longestWaitMs: 10_000,
    sleep: sleepOf(api.environment),
    mayRetry: (error) => error instanceof ConnectionFailed && error.sent && error.code !== 'mijnwebwinkel.timeout',
    signal,
  })
}

async function withinLimits(api: Api, question: Question, signal: AbortSignal): Promise<HttpAnswer> {
  for (let times = 1; ; times++) {
    const answer = await api.limiter.run(() => send(api, question, signal), signal)
    if (answer.status >= 500) throw failureOf(answer, askedOf(api, question))
    if (answer.status !== 429) return answer
    const pauseMs = retryAfterMs(answer, api.environment.clock()) ?? usualPauseMs * times
    if (times >= mostTimesTooMany || pauseMs > longestPauseMs) throw tooMany(pauseMs)
    api.limiter.pause(pauseMs)
  }
}

async function send(api: Api, question: Question, signal: AbortSignal): Promise<HttpAnswer> {
  const { method = 'GET', body } = question
  const request = {
    method,
    url: addressOf(api, question),
    headers: {
      accept: 'application/json',
      'user-agent': 'S-Connect',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    timeoutMs,
    maxBytes,
  }
  return await api.http.send(request, signal).catch((error: unknown) => {
    // Aborted by us, not broken: the caller knows what to do with its own signal.
    if (signal.aborted) throw error
    throw fromHttpFailure(error, baseOf(api.settings))
  })
}

function addressOf({ settings }: Api, { path, query = {}, keys = 'both' }: Question): string {
  const url = new URL(`${baseOf(settings)}/v1${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  url.searchParams.set('format', 'json')
  if (keys === 'both') url.searchParams.set('token', settings.key)
  if (settings.partnerKey !== '') url.searchParams.set('partner_token', settings.partnerKey)
  return url.href
}

/** The interface's address without a version. The keys go into it, so it must be encrypted; this machine itself is exempt. */
export function baseOf({ apiUrl }: Pick<MijnwebwinkelSettings, 'apiUrl'>): string {
  const url = URL.parse(apiUrl)
  if (url === null || !/^https?:$/.test(url.protocol)) throw failing('mijnwebwinkel.badUrl', { url: apiUrl })
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  const base = `${url.origin}${url.pathname.replace(/(\/v\d[^/]*)?\/*$/, '')}`
  if (url.protocol === 'http:' && !local) throw failing('mijnwebwinkel.notSecure', { url: base })
  return base
}

export const secretsOf = ({ settings }: Api): readonly string[] => [settings.key, settings.partnerKey]

export const askedOf = (api: Api, { path, keys = 'both' }: Question): Asked => ({
  url: `${baseOf(api.settings)}/v1${path}`,
  keys,
  hasPartnerKey: api.settings.partnerKey !== '',
  secrets: secretsOf(api),
  nowMs: api.environment.clock(),
})

function jsonOf(answer: HttpAnswer, api: Api, question: Question): unknown {
  if (answer.status < 200 || answer.status >= 300) throw failureOf(answer, askedOf(api, question))
  return parsed(answer.text)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The error quotes what came, which can repeat our address with its keys.
    throw failing('mijnwebwinkel.notJson')
  }
}

/** A 404 of the interface is JSON; one of another server is a page. */
const isOurs = (answer: HttpAnswer): boolean => answer.text.trim() === '' || answer.text.trimStart().startsWith('{')

/** Checks a part of an answer. Throws 'mijnwebwinkel.schema' with the place that does not fit. */
function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, part: string): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const where = [part, ...(result.error.issues[0]?.path ?? [])].join('.')
  throw failing('mijnwebwinkel.schema', { where })
}
