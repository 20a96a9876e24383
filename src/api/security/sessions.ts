// Who is logged in. The browser holds a random token in a cookie that no script can read; the store holds only its hash.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { instantOf } from '../../runs/context.ts'
import type { Program } from '../../runs/program.ts'
import type { Session } from '../../store/store.ts'

export const cookieName = 'sconnect'

/** Ends this long after it was last used … */
const idleMs = 12 * 3_600_000
/** … and this long after logging in, however much it is used. */
const longestMs = 30 * 24 * 3_600_000
/** Not every request writes: the end is moved when this much of the time has gone. */
const touchEveryMs = 10 * 60_000

export type LoggedIn = Session & { readonly csrf: string }

const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Follows from the token, so it need not be kept; who has only the page's csrf cannot get back to the token. */
const csrfOf = (token: string): string => createHash('sha256').update(`csrf:${token}`).digest('base64url')

export function sameText(one: string, other: string): boolean {
  const [first, second] = [hashToken(one), hashToken(other)].map((text) => Buffer.from(text)) as [Buffer, Buffer]
  return timingSafeEqual(first, second)
}

/** Begins a session and sets the cookie. Gives its csrf token. */
export async function beginSession(
  { store, clock }: Pick<Program, 'store' | 'clock'>,
  user: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = clock()
  await store.sessions.purge(instantOf(now))
  await store.sessions.create({
    tokenHash: hashToken(token),
    user,
    createdAt: instantOf(now),
    expiresAt: instantOf(now + idleMs),
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 200),
  })
  const secure = request.headers['x-forwarded-proto'] === 'https'
  reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'strict', secure })
  return csrfOf(token)
}

/** null: there is none, it has ended, or the cookie is made up. */
export async function findSession(
  { store, clock }: Pick<Program, 'store' | 'clock'>,
  token: string | undefined,
): Promise<LoggedIn | null> {
  if (token === undefined || token === '') return null
  const session = await store.sessions.find(hashToken(token))
  if (session === null) return null
  const now = clock()
  const expiresAt = Date.parse(session.expiresAt)
  const lastEnd = Date.parse(session.createdAt) + longestMs
  if (expiresAt <= now || lastEnd <= now) {
    await store.sessions.remove(session.tokenHash)
    return null
  }
  const moved = Math.min(now + idleMs, lastEnd)
  if (moved - expiresAt > touchEveryMs) await store.sessions.touch(session.tokenHash, instantOf(moved))
  return { ...session, csrf: csrfOf(token) }
}
