import { expect, test } from 'vitest'
import type { Instant } from '../ids.ts'
import { type Headline, headlineOf, type ProfileFacts } from './headline.ts'

const noon = '2026-11-20T12:00:00.000Z' as Instant
const one = '2026-11-20T13:00:00.000Z' as Instant
const well: ProfileFacts = {
  attention: 0,
  waiting: 0,
  lastOutcome: 'well',
  lastRunAt: one,
  planIsOn: true,
  upTo: noon,
  upToNumber: '10482',
}
const fresh: ProfileFacts = {
  ...well,
  lastOutcome: null,
  lastRunAt: null,
  planIsOn: false,
  upTo: null,
  upToNumber: null,
}

test.each<[string, readonly ProfileFacts[], Headline['kind']]>([
  ['no profile at all', [], 'empty'],
  ['never run, no plan', [fresh], 'empty'],
  ['never run, plan on', [{ ...fresh, planIsOn: true }], 'well'],
  ['all is well', [well], 'well'],
  ['the plan is off', [{ ...well, planIsOn: false }], 'planOff'],
  ['one of two plans is off', [well, { ...well, planIsOn: false }], 'planOff'],
  ['an order needs a person', [{ ...well, attention: 1 }], 'attention'],
  ['an order waits for a run', [{ ...well, waiting: 1 }], 'attention'],
  ['the last run was stopped halfway', [{ ...well, lastOutcome: 'stopped' }], 'attention'],
  ['the last run failed, and an order waits', [{ ...well, lastOutcome: 'failed', attention: 3 }], 'failed'],
  ['one profile failed, the other is well', [well, { ...well, lastOutcome: 'failed' }], 'failed'],
])('USE-2 %s', (_, profiles, kind) => {
  expect(headlineOf(profiles).kind).toBe(kind)
})

test('everything is processed up to where the slowest profile is', () => {
  const behind = { ...well, upTo: '2026-11-19T08:00:00.000Z' as Instant, upToNumber: '77' }
  expect(headlineOf([well, behind, well])).toMatchObject({ upTo: behind.upTo, upToNumber: '77', lastRun: one })
  expect(headlineOf([well, fresh]).upTo).toBeNull()
})
