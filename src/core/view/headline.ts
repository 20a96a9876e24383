// The one sentence at the top of the page: is everything in SnelStart? Green only where that is true.
import type { Instant } from '../ids.ts'

export type HeadlineKind = 'well' | 'attention' | 'failed' | 'planOff' | 'empty'

/** What one profile adds to the answer. */
export type ProfileFacts = {
  /** Orders that need a person: problem and unknown. */
  readonly attention: number
  /** Orders that wait for a run. */
  readonly waiting: number
  readonly lastOutcome: 'running' | 'well' | 'attention' | 'failed' | 'stopped' | null
  readonly lastRunAt: Instant | null
  readonly planIsOn: boolean
  /** How far the shop was read, and which order that was. */
  readonly upTo: Instant | null
  readonly upToNumber: string | null
}

export type Headline = {
  readonly kind: HeadlineKind
  /** All profiles are processed at least up to here; null: not known for one of them. */
  readonly upTo: Instant | null
  readonly upToNumber: string | null
  readonly attention: number
  readonly waiting: number
  readonly lastRun: Instant | null
}

/** The worst of all profiles: failed, then what needs a person, then what waits, then a plan that is off. */
export function headlineOf(profiles: readonly ProfileFacts[]): Headline {
  const total = (count: (facts: ProfileFacts) => number): number =>
    profiles.reduce((sum, facts) => sum + count(facts), 0)
  const [attention, waiting] = [total((facts) => facts.attention), total((facts) => facts.waiting)]
  const behind = profiles.reduce<ProfileFacts | null>((last, facts) => (isBehind(facts, last) ? facts : last), null)
  const runs = profiles.flatMap(({ lastRunAt }) => (lastRunAt === null ? [] : [lastRunAt])).sort()
  return {
    kind: kindOf(profiles, attention + waiting),
    upTo: behind?.upTo ?? null,
    upToNumber: behind?.upToNumber ?? null,
    attention,
    waiting,
    lastRun: runs.at(-1) ?? null,
  }
}

function kindOf(profiles: readonly ProfileFacts[], open: number): HeadlineKind {
  if (profiles.some(({ lastOutcome }) => lastOutcome === 'failed')) return 'failed'
  if (open > 0) return 'attention'
  if (profiles.every(({ lastRunAt, planIsOn }) => lastRunAt === null && !planIsOn)) return 'empty'
  // Stopped halfway says nothing about what is still in the shop.
  if (profiles.some(({ lastOutcome }) => lastOutcome === 'stopped')) return 'attention'
  return profiles.every(({ planIsOn }) => planIsOn) ? 'well' : 'planOff'
}

const isBehind = (facts: ProfileFacts, last: ProfileFacts | null): boolean =>
  last === null || (last.upTo !== null && (facts.upTo === null || facts.upTo < last.upTo))
