// Asks SnelStart and gives back what came, checked against wire.ts; no meaning. Reads are repeated when the line fails.
// Writes are never repeated: what leaves doubt is thrown as such and looked up by the run (design 3).
import type { z } from 'zod'
import { ConnectionFailed, Failure, LoginRefused, RateLimited, Refused, UnexpectedAnswer } from '../../core/failures.ts'
import type { HttpAnswer } from '../../net/http.ts'
import { retrying } from '../../net/retry.ts'
import { type Asked, contextOf, failureOf } from './errors.ts'
import type { Transport } from './transport.ts'

export type Client = {
  /** GET. Safe to repeat, and repeated here. Throws Refused (400, 404), LoginRefused, RateLimited, ConnectionFailed,
   *  UnexpectedAnswer, and the signal's reason when aborted. */
  readonly read: <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    signal: AbortSignal,
  ) => Promise<z.infer<Schema>>
  /** As `read`, but the body as text that is surely JSON: for a record that is written back. */
  readonly readText: (path: string, signal: AbortSignal) => Promise<string>
  /** POST or PUT, sent at most once by SnelStart's count. Throws Refused, LoginRefused or RateLimited (surely nothing written), or
   *  ConnectionFailed: `sent` false when surely nothing was written, true ('snelstart.doubt') when nobody can tell. Nothing else. */
  readonly write: <Schema extends z.ZodType>(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    schema: Schema,
    signal: AbortSignal,
  ) => Promise<z.infer<Schema>>
}

type ClientParts = {
  readonly transport: Transport
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

// The longer we wait for the answer to a write, the fewer are left in doubt.
const writeTimeoutMs = 100_000

export function createClient({ transport, sleep }: ClientParts): Client {
  const readAnswer = <Result>(path: string, take: (text: string) => Result, signal: AbortSignal): Promise<Result> => {
    const asked: Asked = { method: 'GET', path }
    return retrying(
      async () => {
        const answer = await transport.exchange(asked, signal)
        if (answer.status < 200 || answer.status > 299) throw failureOf(answer, asked)
        return understood(answer, asked, take)
      },
      { attempts: 4, firstWaitMs: 500, longestWaitMs: 10_000, sleep, mayRetry: mayRead, signal },
    )
  }

  return {
    read: (path, schema, signal) => readAnswer(path, (text) => checked(schema, JSON.parse(text)), signal),
    readText: (path, signal) => readAnswer(path, withJson, signal),
    write: async (method, path, body, schema, signal) => {
      const asked: Asked = { method, path }
      const doubt = { open: false }
      const request = { ...asked, body: JSON.stringify(body), timeoutMs: writeTimeoutMs, doubt }
      try {
        const answer = await transport.exchange(request, signal)
        if (answer.status < 200 || answer.status > 299) throw failureOf(answer, asked)
        return understood(answer, asked, (text) => checked(schema, JSON.parse(text)))
      } catch (error) {
        throw asWriteFailure(error, asked, doubt.open)
      }
    },
  }
}

/** For what has to be read before a write: a failure of it leaves no doubt, because nothing was sent to be written yet. */
export async function beforeWriting<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof ConnectionFailed && error.sent)) throw error
    throw new ConnectionFailed(error.code, error.message, { sent: false, context: error.context, cause: error })
  }
}

const mayRead = (error: unknown): boolean =>
  error instanceof ConnectionFailed || (error instanceof UnexpectedAnswer && error.code === 'snelstart.unreadable')

const withJson = (text: string): string => {
  JSON.parse(text)
  return text
}

/** Anything that may have happened between sending and understanding, as one of the classes that `write` promises. */
function asWriteFailure(error: unknown, asked: Asked, doubt: boolean): Error {
  if (error instanceof Refused || error instanceof LoginRefused || error instanceof RateLimited) return error
  if (error instanceof ConnectionFailed && !error.sent) return error
  const context = { ...(error instanceof Failure ? error.context : {}), ...contextOf(asked) }
  const code = doubt ? 'snelstart.doubt' : 'snelstart.cancelled'
  return new ConnectionFailed(code, String(error), { sent: doubt, context, cause: error })
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  // The place only, never the value: it may be somebody's name.
  const place = `${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`
  throw new UnexpectedAnswer('snelstart.unexpectedShape', `not as described at ${place}`, { place })
}

/** What `take` makes of the body. Throws UnexpectedAnswer 'snelstart.unreadable' for broken JSON, another page or bytes
 *  that are no text, 'snelstart.unexpectedShape' for JSON that is not as described. */
function understood<Result>(answer: HttpAnswer, asked: Asked, take: (text: string) => Result): Result {
  const context = { ...contextOf(asked), status: answer.status, bytes: answer.bytes.byteLength }
  try {
    return take(decoded(answer))
  } catch (error) {
    if (error instanceof UnexpectedAnswer) throw error
    const kind = answer.headers['content-type'] ?? 'nothing'
    throw new UnexpectedAnswer('snelstart.unreadable', `no readable JSON (${kind})`, { ...context, kind }, error)
  }
}

/** The text in the charset that the answer names; UTF-8 otherwise. Throws a TypeError on bytes that do not fit it, and a
 *  RangeError on a charset that nobody knows: a garbled name must not become a customer's. */
function decoded({ headers, bytes, text }: HttpAnswer): string {
  const charset = /charset=["']?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8'
  const isUtf8 = /^utf-?8$/i.test(charset)
  // U+FFFD stands for bytes that were no UTF-8, unless the text itself has it.
  if (isUtf8 && !text.includes('\uFFFD')) return text
  return new TextDecoder(charset, { fatal: true }).decode(bytes)
}
