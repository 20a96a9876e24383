// The only place that speaks HTTP. One request, one answer: no redirects followed, sizes and times bounded, and every
// failure says whether the request may have reached the other side (design 3 turns that into 'unknown').
import type { Agent } from 'undici'
import { ConnectionFailed, UnexpectedAnswer } from '../core/failures.ts'

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Until the whole answer is in; default 30 000. */
  readonly timeoutMs?: number
  /** Larger answers are refused with UnexpectedAnswer 'http.tooLarge'; default 8 MiB. */
  readonly maxBytes?: number
}

export type HttpAnswer = {
  readonly status: number
  /** Names in lower case; repeated headers joined by ', '. */
  readonly headers: Readonly<Record<string, string>>
  /** As received, after content decoding (gzip, deflate, br). */
  readonly bytes: Uint8Array
  /** The bytes as UTF-8; invalid sequences become U+FFFD. */
  readonly text: string
}

/** Sends one request. Throws ConnectionFailed (`sent` false only where surely nothing reached the other side: name not
 *  found, connection refused, TLS failed) and UnexpectedAnswer ('http.tooLarge', 'http.badEncoding'). Never follows a redirect. */
export type Http = {
  readonly send: (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>
  readonly close: () => Promise<void>
}

const notSentCodes = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'EPROTO',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
])

/** `connections`: how many sockets to one address at most. */
export function createHttp(options: { connections?: number } = {}): Http {
  let agent: Promise<Agent> | null = null
  const settings = { connections: options.connections ?? 8, keepAliveTimeout: 20_000, connectTimeout: 15_000 }
  // Loaded at the first request: a service that only waits is the smaller for it.
  const open = async (): Promise<Agent> => new (await import('undici')).Agent(settings)
  return {
    send: (request, signal) => {
      agent ??= open()
      return send(agent, request, signal)
    },
    close: async () => (await agent)?.destroy(),
  }
}

async function send(opening: Promise<Agent>, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const agent = await opening
  const { request: undiciRequest } = await import('undici')
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), request.timeoutMs ?? 30_000)
  try {
    const answer = await undiciRequest(request.url, {
      dispatcher: agent,
      method: request.method,
      headers: { 'accept-encoding': 'gzip, deflate, br', ...request.headers },
      body: request.body ?? null,
      signal: AbortSignal.any([signal, timeout.signal]),
    })
    const raw = await readBounded(answer.body, request.maxBytes ?? 8 * 1024 * 1024)
    const headers = flatHeaders(answer.headers)
    const bytes = await decodeContent(raw, headers['content-encoding'] ?? '', request.maxBytes ?? 8 * 1024 * 1024)
    return { status: answer.statusCode, headers, bytes, text: new TextDecoder().decode(bytes) }
  } catch (error) {
    throw asFailure(error, request, timeout.signal.aborted)
  } finally {
    clearTimeout(timer)
  }
}

async function readBounded(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.byteLength
    if (size > maxBytes) throw new UnexpectedAnswer('http.tooLarge', 'the answer is larger than allowed', { maxBytes })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function decodeContent(raw: Buffer, encoding: string, maxBytes: number): Promise<Uint8Array> {
  const kind = encoding.trim().toLowerCase()
  if (kind === '' || kind === 'identity') return raw
  const zlib = await import('node:zlib')
  const decoders = {
    gzip: zlib.gunzipSync,
    'x-gzip': zlib.gunzipSync,
    deflate: zlib.inflateSync,
    br: zlib.brotliDecompressSync,
  }
  const decode = decoders[kind as keyof typeof decoders]
  if (decode === undefined) throw new UnexpectedAnswer('http.badEncoding', `unknown content encoding ${kind}`)
  try {
    return decode(raw, { maxOutputLength: maxBytes })
  } catch (error) {
    const tooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new UnexpectedAnswer(
      tooLarge ? 'http.tooLarge' : 'http.badEncoding',
      'the answer could not be unpacked',
      { maxBytes },
      error,
    )
  }
}

function flatHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}

function asFailure(error: unknown, request: HttpRequest, timedOut: boolean): Error {
  if (error instanceof UnexpectedAnswer) return error
  // The query is left out: remotes exist that want a token in it (design 6).
  const context = { method: request.method, url: request.url.split('?')[0] ?? '' }
  const code = String((error as { code?: unknown }).code ?? (error as { cause?: { code?: unknown } }).cause?.code ?? '')
  if (timedOut) return new ConnectionFailed('http.timeout', 'no answer in time', { sent: true, context, cause: error })
  return new ConnectionFailed(
    notSentCodes.has(code) ? 'http.unreachable' : 'http.broken',
    `connection failed ${code}`,
    {
      sent: !notSentCodes.has(code),
      context: { ...context, cause: code },
      cause: error,
    },
  )
}
