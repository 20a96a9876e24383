// Logging in and out, the first password, and one's own password.
import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { instantOf } from '../../runs/context.ts'
import { hashPassword, longestPassword, nobodysHash, requirePassword, verifyPassword } from '../../runs/passwords.ts'
import type { User, UserWithHash } from '../../store/store.ts'
import type { Api } from '../api.ts'
import { RequestRefused } from '../errors.ts'
import type { ApiParts } from '../parts.ts'
import { done, doneSchema } from '../schemas.ts'
import { type Attempts, createAttempts } from '../security/attempts.ts'
import { beginSession, cookieName } from '../security/sessions.ts'

const passwordSchema = z.string().max(longestPassword)
const nameSchema = z.string().trim().min(1).max(100)
const languageSchema = z.enum(['nl', 'en'])

const sessionSchema = z.object({
  user: z.object({ id: z.string(), name: z.string() }).nullable(),
  role: z.enum(['owner', 'bookkeeper']).nullable(),
  csrf: z.string().nullable(),
  language: languageSchema.nullable(),
  firstStart: z.boolean(),
  version: z.string(),
})
type SessionView = z.infer<typeof sessionSchema>

/** Wrong ones that cost nothing: a person mistypes. A name is guessed at from many places, so it has more. */
const freeAttempts = { from: 3, name: 10 } as const
/** Beside the growing wait: each guess costs us the work of a hash. */
const guessesPerMinute = { rateLimit: { max: 30, timeWindow: 60_000 } }

export function addSession(app: Api, parts: ApiParts): void {
  const { program } = parts.service
  const { store, clock } = program
  const attempts = createAttempts(clock, freeAttempts)

  const view = async (user: User | null, csrf: string | null): Promise<SessionView> => ({
    user: user === null ? null : { id: user.id, name: user.name },
    role: user?.role ?? null,
    csrf,
    language: languageSchema
      .nullable()
      .catch(null)
      .parse(await store.values.get('language')),
    firstStart: (await store.users.list()).length === 0,
    version: parts.version,
  })
  const begin = async (user: User, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> =>
    view(user, await beginSession(program, user.id, request, reply))

  app.get('/api/session', { config: { access: 'open' }, schema: { response: { 200: sessionSchema } } }, (request) =>
    view(request.session?.user ?? null, request.session?.csrf ?? null),
  )

  app.post(
    '/api/setup',
    {
      config: { access: 'open', ...guessesPerMinute },
      schema: {
        body: z.object({ password: passwordSchema, name: nameSchema.default('Eigenaar') }),
        response: { 200: sessionSchema },
      },
    },
    async (request, reply) => {
      if ((await store.users.list()).length > 0) throw new RequestRefused(409, 'setup.done')
      const { name, password } = request.body
      const user = await makeUser(name, 'owner', password, clock())
      // Asked again after the hash: of two first pages at once only one may become the owner.
      if ((await store.users.list()).length > 0) throw new RequestRefused(409, 'setup.done')
      await store.users.add(user)
      return begin(user, request, reply)
    },
  )

  app.post(
    '/api/session',
    {
      config: { access: 'open', ...guessesPerMinute },
      schema: {
        body: z.object({ name: nameSchema.optional(), password: passwordSchema }),
        response: { 200: sessionSchema },
      },
    },
    async (request, reply) => {
      const name = request.body.name ?? (await onlyName(parts))
      const user = await store.users.find(name)
      await checkPassword(attempts, request, name, user, request.body.password)
      return begin(user as User, request, reply)
    },
  )

  app.delete(
    '/api/session',
    { config: { access: 'signedIn' }, schema: { response: { 200: doneSchema } } },
    async (request, reply) => {
      if (request.session !== null) await store.sessions.remove(request.session.tokenHash)
      reply.clearCookie(cookieName, { path: '/' })
      return done
    },
  )

  app.post(
    '/api/password',
    {
      config: { access: 'signedIn', ...guessesPerMinute },
      schema: {
        body: z.object({ old: passwordSchema, new: passwordSchema }),
        response: { 200: sessionSchema },
      },
    },
    async (request, reply) => {
      const { name } = (request.session as NonNullable<typeof request.session>).user
      const user = await store.users.find(name)
      await checkPassword(attempts, request, name, user, request.body.old)
      requirePassword(request.body.new)
      const { id } = user as User
      await store.users.setPassword(id, await hashPassword(request.body.new))
      // Whoever else was logged in with the old password is not any more.
      await store.sessions.removeOf(id)
      return begin(user as User, request, reply)
    },
  )

  app.put(
    '/api/language',
    { schema: { body: z.object({ language: languageSchema }), response: { 200: doneSchema } } },
    async (request) => {
      await store.values.set('language', request.body.language)
      return done
    },
  )
}

/** Throws 'password.short'. */
export async function makeUser(name: string, role: User['role'], password: string, now: number): Promise<UserWithHash> {
  requirePassword(password)
  return { id: randomUUID(), name, role, createdAt: instantOf(now), passwordHash: await hashPassword(password) }
}

/** Where there is one user, a password is enough to know who it is. */
async function onlyName({ service }: ApiParts): Promise<string> {
  const [only, second] = await service.program.store.users.list()
  return only !== undefined && second === undefined ? only.name : ''
}

/** Throws 'session.wait' (without looking at the password) and 'session.refused'. */
async function checkPassword(
  attempts: Attempts,
  request: FastifyRequest,
  name: string,
  user: UserWithHash | null,
  password: string,
): Promise<void> {
  const keys = [`from:${request.ip}`, `name:${name.toLowerCase()}`]
  const waitMs = attempts.waitMs(keys)
  if (waitMs > 0) throw new RequestRefused(429, 'session.wait', { seconds: Math.ceil(waitMs / 1000) })
  // Counted before the work, so that many at once do not slip past together.
  attempts.failed(keys)
  if (!(await verifyPassword(password, user?.passwordHash ?? nobodysHash)) || user === null)
    throw new RequestRefused(401, 'session.refused')
  attempts.succeeded(keys)
}
