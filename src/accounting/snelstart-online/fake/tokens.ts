// The token endpoint and what its tokens are worth. A token looks like a JWT with a claim `scopes`, and really expires.
import { createHmac } from 'node:crypto'
import { Refusal, tokenExpired } from './refusal.ts'
import type { Answer } from './request.ts'

/** What a hand-made client key carries: everything except VAT returns (reference/snelstart.md A2). */
export const defaultScopes: readonly string[] = [
  ...[
    'artikelen',
    'orders',
    'relaties',
    'boekhouden',
    'settings',
    'documenten',
    'bankieren',
    'kas',
    'memoriaal',
  ].flatMap((name) => [`${name}:read`, `${name}:write`]),
  'rapportage',
]

export type Tokens = {
  /** Answers a form with either grant; throws a Refusal (400) for a key that is not this administration's. */
  readonly grant: (form: string) => Answer
  /** Throws a Refusal (401) for a token that is absent, unknown or expired. */
  readonly scopesOf: (authorization: string | undefined) => ReadonlySet<string>
  readonly revoke: (authorization: string | undefined) => void
  readonly clear: () => void
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function readClientKey(form: URLSearchParams): string | null {
  if (form.get('grant_type') === 'clientkey') return form.get('clientkey')
  if (form.get('grant_type') !== 'password') return null
  return Buffer.from(`${form.get('username') ?? ''}:${form.get('password') ?? ''}`).toString('base64')
}

export function createTokens(settings: {
  clientKey: string
  scopes: readonly string[]
  lifetimeSeconds: number
  clock: () => number
}): Tokens {
  const issued = new Map<string, number>()
  const tokenOf = (authorization: string | undefined): string =>
    /^bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? ''
  const issue = (): string => {
    const now = settings.clock()
    const claims = { scopes: settings.scopes.join(' '), iat: Math.floor(now / 1000), jti: issued.size + 1 }
    const exp = claims.iat + settings.lifetimeSeconds
    const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...claims, exp })}`
    const token = `${content}.${createHmac('sha256', 'simulator').update(content).digest('base64url')}`
    issued.set(token, now + settings.lifetimeSeconds * 1000)
    return token
  }
  return {
    grant: (text) => {
      const form = new URLSearchParams(text)
      const given = readClientKey(form)
      if (given === null) throw new Refusal(400, { error: 'unsupported_grant_type' })
      if (given !== settings.clientKey) {
        const grant = form.get('grant_type')
        throw new Refusal(400, {
          error: `GrantType ${grant} was found. Parameter ${grant} does not contain a valid value`,
        })
      }
      return {
        status: 200,
        body: { access_token: issue(), token_type: 'bearer', expires_in: settings.lifetimeSeconds },
      }
    },
    scopesOf: (authorization) => {
      const expiresAt = issued.get(tokenOf(authorization))
      if (expiresAt === undefined || expiresAt <= settings.clock()) throw tokenExpired()
      return new Set(settings.scopes)
    },
    revoke: (authorization) => void issued.delete(tokenOf(authorization)),
    clear: () => issued.clear(),
  }
}
