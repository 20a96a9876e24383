// The log-in: turns the client key into a token that is kept in memory only, renewed before it expires and shared by
// everything that runs at the same time.
import { ConnectionFailed, Failure, UnexpectedAnswer } from '../../core/failures.ts'
import type { Http } from '../../net/http.ts'
import { retrying } from '../../net/retry.ts'
import { tokenFailureOf } from './errors.ts'
import { tokenAnswer } from './wire.ts'

export type Token = {
  readonly text: string
  readonly expiresAt: number
  /** The rights it carries ('orders:write'); null: the token does not tell. */
  readonly scopes: readonly string[] | null
}

export type TokenKeeper = {
  /** Throws LoginRefused 'snelstart.clientKeyRefused', RateLimited, ConnectionFailed (never `sent`). Safe to repeat. */
  readonly current: (signal: AbortSignal) => Promise<Token>
  /** Forgets this token, which the API refused; a newer one that came meanwhile stays. */
  readonly drop: (token: Token) => void
}

type TokenParts = {
  readonly http: Http
  readonly tokenUrl: string
  readonly clientKey: string
  readonly clock: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

// A call under way must not see its token expire; SnelStart's tokens live an hour.
const renewBeforeMs = 60_000

export function createTokenKeeper(parts: TokenParts): TokenKeeper {
  let kept: Token | null = null
  let asking: Promise<Token> | null = null

  const ask = async (signal: AbortSignal): Promise<Token> => {
    try {
      kept = await askWithRetries(parts, signal)
      return kept
    } finally {
      asking = null
    }
  }

  return {
    current: async (signal) => {
      if (kept !== null && parts.clock() < kept.expiresAt - renewBeforeMs) return kept
      if (asking === null) {
        asking = ask(signal)
        return asking
      }
      // Somebody else's cancelling is not ours: their question then ends, and we ask our own.
      return asking.catch((error: unknown) => {
        if (error instanceof Failure || signal.aborted) throw error
        return ask(signal)
      })
    },
    drop: (token) => {
      if (kept === token) kept = null
    },
  }
}

const askWithRetries = (parts: TokenParts, signal: AbortSignal): Promise<Token> =>
  retrying(() => askOnce(parts, signal), {
    attempts: 4,
    firstWaitMs: 500,
    longestWaitMs: 10_000,
    sleep: parts.sleep,
    mayRetry: (error) => error instanceof ConnectionFailed,
    signal,
  })

async function askOnce({ http, tokenUrl, clientKey, clock }: TokenParts, signal: AbortSignal): Promise<Token> {
  const askedAt = clock()
  try {
    const answer = await http.send(
      {
        method: 'POST',
        url: tokenUrl,
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        // A key pasted from a mail comes with line breaks in it.
        body: new URLSearchParams({ grant_type: 'clientkey', clientkey: clientKey.replace(/\s+/g, '') }).toString(),
      },
      signal,
    )
    if (answer.status !== 200) throw tokenFailureOf(answer)
    return readToken(answer.text, askedAt)
  } catch (error) {
    throw asNotSent(error)
  }
}

/** Asking for a token changes nothing at SnelStart: whatever went wrong, the call that needs the token was not sent. */
function asNotSent(error: unknown): unknown {
  if (!(error instanceof ConnectionFailed || error instanceof UnexpectedAnswer)) return error
  if (error.code === 'snelstart.loginUnavailable') return error
  return new ConnectionFailed('snelstart.loginUnavailable', error.message, {
    sent: false,
    context: { ...error.context, what: 'token' },
    cause: error,
  })
}

function readToken(text: string, askedAt: number): Token {
  let parsed: ReturnType<typeof tokenAnswer.safeParse>
  try {
    parsed = tokenAnswer.safeParse(JSON.parse(text))
  } catch (error) {
    throw new UnexpectedAnswer('snelstart.loginUnavailable', 'the log-in gave no JSON', {}, error)
  }
  if (!parsed.success) throw new UnexpectedAnswer('snelstart.loginUnavailable', 'the log-in gave no token')
  const { access_token, expires_in } = parsed.data
  return { text: access_token, expiresAt: askedAt + expires_in * 1000, scopes: scopesIn(access_token) }
}

/** The claim `scopes` of the token, a list or words with spaces between (reference A2). Read for telling only: not verified. */
function scopesIn(token: string): readonly string[] | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    const scopes = (claims as { scopes?: unknown }).scopes
    if (typeof scopes === 'string') return scopes.split(/\s+/).filter((scope) => scope !== '')
    return Array.isArray(scopes) ? scopes.map(String) : null
  } catch {
    // The form of the token is SnelStart's own affair; without a readable one the rights show when they are used.
    return null
  }
}
