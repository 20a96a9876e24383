// Sends one request with the right keys, within the limits, and repeats it only where SnelStart surely did not act: the
// token was refused, the subscription key was refused, or there were too many requests.
import { RateLimited } from '../../core/failures.ts'
import type { Http, HttpAnswer } from '../../net/http.ts'
import type { RateLimiter, Waits } from '../../net/rate-limit.ts'
import { type Asked, failureOf, inOurWords, isSubscriptionRefusal, retryAfterMs } from './errors.ts'
import type { Token, TokenKeeper } from './token.ts'

/** A subscription key counts by itself at the gateway, so it has its own limiter. */
export type SubscriptionKey = { readonly text: string; readonly limiter: RateLimiter }

type Request = Asked & {
  readonly body?: string
  readonly timeoutMs?: number
  /** Told along the way: true from the moment of sending until an answer shows that SnelStart did nothing. */
  readonly doubt?: { open: boolean }
}

export type Transport = {
  /** Any answer but a refused token, a refused subscription key and 429. Throws what those come to in the end
   *  (LoginRefused, RateLimited), what `http.send` and the log-in throw, and the signal's reason (then nothing was sent). */
  readonly exchange: (request: Request, signal: AbortSignal) => Promise<HttpAnswer>
  readonly waits: () => Waits
}

type TransportParts = {
  readonly http: Http
  readonly apiUrl: string
  readonly tokens: TokenKeeper
  /** In order of preference; at least one. */
  readonly keys: readonly [SubscriptionKey, ...SubscriptionKey[]]
}

// A longer wait than this is the planner's to make, not ours: it shows, and the run ends properly.
const longestPauseMs = 15 * 60_000
const mostTimesTooMany = 8

export function createTransport(parts: TransportParts): Transport {
  const { tokens, keys } = parts
  const refused = new Set<SubscriptionKey>()

  /** Throws where no other key is left. */
  const giveUpKey = (key: SubscriptionKey, answer: HttpAnswer, request: Request): void => {
    refused.add(key)
    if (refused.size < keys.length) return
    refused.clear()
    throw failureOf(answer, request)
  }

  const pauseKey = (key: SubscriptionKey, answer: HttpAnswer, times: number): void => {
    key.limiter.pause(retryAfterMs(answer))
    const pauseMs = chooseKey(keys, refused).limiter.pausedMs()
    if (times >= mostTimesTooMany || pauseMs > longestPauseMs)
      throw new RateLimited('snelstart.rateLimited', 'too many requests', pauseMs, { status: 429 })
  }

  const exchange: Transport['exchange'] = async (request, signal) => {
    let renewals = 0
    for (let times = 1; ; times++) {
      signal.throwIfAborted()
      const token = await tokens.current(signal)
      const key = chooseKey(keys, refused)
      const answer = await send(parts, request, token, key, signal)
      if (answer.status !== 401 && answer.status !== 429) return answer
      if (request.doubt) request.doubt.open = false
      if (answer.status === 429) pauseKey(key, answer, times)
      else if (isSubscriptionRefusal(answer)) giveUpKey(key, answer, request)
      else if (renewals++ === 0) tokens.drop(token)
      else throw failureOf(answer, request)
    }
  }

  return { exchange, waits: () => together(keys.map(({ limiter }) => limiter.waits())) }
}

/** Sends once, when the key's limiter lets it. */
function send(
  { http, apiUrl }: TransportParts,
  { method, path, body, timeoutMs, doubt }: Request,
  token: Token,
  { text, limiter }: SubscriptionKey,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const headers = {
    authorization: `Bearer ${token.text}`,
    'ocp-apim-subscription-key': text,
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
  }
  const request = {
    method,
    url: apiUrl + path,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  }
  const uncut = new AbortController().signal
  return limiter.run(async () => {
    if (doubt) doubt.open = true
    try {
      // What writes is not cut off once it is sent: whether it was written would be in doubt.
      return await http.send(request, doubt === undefined ? signal : uncut)
    } catch (error) {
      throw inOurWords(error)
    }
  }, signal)
}

/** The first key that need not pause, else the one whose pause ends first. */
function chooseKey(keys: TransportParts['keys'], refused: ReadonlySet<SubscriptionKey>): SubscriptionKey {
  let best: SubscriptionKey | null = null
  for (const key of keys) {
    if (!refused.has(key) && (best === null || key.limiter.pausedMs() < best.limiter.pausedMs())) best = key
  }
  return best ?? keys[0]
}

function together(all: readonly Waits[]): Waits {
  const ends = all.map(({ waitingUntilMs }) => waitingUntilMs).filter((end) => end !== null)
  return {
    calls: all.reduce((sum, { calls }) => sum + calls, 0),
    count: all.reduce((sum, { count }) => sum + count, 0),
    waitedMs: all.reduce((sum, { waitedMs }) => sum + waitedMs, 0),
    waitingUntilMs: ends.length === 0 ? null : Math.max(...ends),
  }
}
