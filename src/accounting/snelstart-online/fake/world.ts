// One running simulator's parts, and how they begin anew.
import { type Administration, createAdministration } from './administration.ts'
import { type Calls, createCalls } from './calls.ts'
import { createFaults, type Fault, type Faults } from './faults.ts'
import { createLimiter, type Limiter, type Limits } from './limits.ts'
import type { Behaviour } from './request.ts'
import { defaultSeed } from './seeds/default.ts'
import { loadSeed } from './seeds/load-seed.ts'
import type { Seed } from './seeds/seed.ts'
import { createTokens, defaultScopes, type Tokens } from './tokens.ts'

export type SimulatorOptions = {
  /** 0 or absent: any free one. */
  readonly port?: number
  /** Absent: 127.0.0.1, so that only this machine can reach it. */
  readonly host?: string
  /** Comes on top of the default administration. */
  readonly seed?: Seed
  /** Added to every answer of the API and the token endpoint. */
  readonly latencyMs?: number
  readonly faults?: readonly Fault[]
  /** Absent or null: none. */
  readonly limits?: Limits | null
  /** Milliseconds since 1970; absent: the machine's. */
  readonly clock?: () => number
  readonly tokenLifetimeSeconds?: number
  readonly clientKey?: string
  readonly subscriptionKeys?: SubscriptionKeys
  /** What tokens are good for; absent: what a hand-made client key carries. */
  readonly scopes?: readonly string[]
  /** The description says 25 for articles, practice 500 (reference/snelstart.md A5). */
  readonly articlePageCap?: 25 | 500
  /** What a larger `$top` than the cap does. Absent: refuse. */
  readonly topOverCap?: 'refuse' | 'cut'
  /** Absent: as a database does, without case and trailing spaces. */
  readonly textCompare?: 'likeTheDatabase' | 'exact'
  /** Where VAT of a sales order is rounded. Absent: perKind. */
  readonly rounding?: 'perKind' | 'perLine'
  /** What an order line without price costs. Absent: zero. */
  readonly absentPrice?: 'zero' | 'article'
}
export type SubscriptionKeys = { readonly primary: string; readonly secondary: string }

export type World = {
  administration: Administration
  readonly clientKey: string
  readonly subscriptionKeys: SubscriptionKeys
  readonly behaviour: Behaviour
  readonly latencyMs: number
  readonly calls: Calls
  readonly faults: Faults
  readonly limiter: Limiter
  readonly tokens: Tokens
  /** Everything as it was at the start: the seed's records, the first faults, no calls, no tokens. */
  readonly reset: () => void
}

/** As long as a real one, and good for both grants: base64 of `user:password`. */
const exampleClientKey = Buffer.from(`simulator:${'voorbeeldsleutel-'.repeat(12)}`).toString('base64')
const exampleKeys: SubscriptionKeys = {
  primary: '0123456789abcdef0123456789abcdef',
  secondary: 'fedcba9876543210fedcba9876543210',
}

function readBehaviour(options: SimulatorOptions): Behaviour {
  return {
    query: { textCompare: options.textCompare ?? 'likeTheDatabase', overCap: options.topOverCap ?? 'refuse' },
    pageCap: 500,
    articlePageCap: options.articlePageCap ?? 500,
    rounding: options.rounding ?? 'perKind',
    absentPrice: options.absentPrice ?? 'zero',
  }
}

/** Throws SeedWrong for a seed that cannot be loaded. */
export function createWorld(options: SimulatorOptions): World {
  const clock = options.clock ?? Date.now
  const clientKey = options.clientKey ?? exampleClientKey
  const begin = (): Administration => {
    const administration = createAdministration(clock)
    loadSeed(administration, defaultSeed)
    loadSeed(administration, options.seed ?? {})
    return administration
  }
  const lifetimeSeconds = options.tokenLifetimeSeconds ?? 3599
  const limiter = createLimiter(options.limits ?? null, clock)
  const faults = createFaults(options.faults ?? [])
  const tokens = createTokens({ clientKey, scopes: options.scopes ?? defaultScopes, lifetimeSeconds, clock })
  const calls = createCalls()
  const world: World = {
    administration: begin(),
    clientKey,
    subscriptionKeys: options.subscriptionKeys ?? exampleKeys,
    behaviour: readBehaviour(options),
    latencyMs: options.latencyMs ?? 0,
    calls,
    faults,
    limiter,
    tokens,
    reset: () => {
      world.administration = begin()
      faults.clear()
      faults.add(options.faults ?? [])
      for (const part of [calls, tokens, limiter]) part.clear()
    },
  }
  return world
}
