import { expect, test } from 'vitest'
import type { Phase } from '../context.ts'
import { measure, type Pace, paceOf } from './pace.ts'

/** Told every 100 ms. */
function after(seconds: number, perSecond: number, before: Pace | null = null, from = 0, phase: Phase = 'write'): Pace {
  let pace = before
  const done = before?.samples.at(-1)?.done ?? 0
  for (let tick = 0; tick <= seconds * 10; tick++)
    pace = measure(
      pace,
      { phase, done: Math.floor(done + (tick * perSecond) / 10), total: 1000 },
      (from + tick / 10) * 1000,
    )
  return pace as Pace
}

test('tells how many a minute and how long still', () => {
  expect(paceOf(after(20, 2), 100, 20_000)).toEqual({ perMinute: 120, secondsLeft: 30 })
})

test('tells nothing in the first seconds, nor while nothing is done', () => {
  expect(paceOf(null, 100, 0)).toEqual({ perMinute: null, secondsLeft: null })
  expect(paceOf(after(2, 5), 100, 2000)).toEqual({ perMinute: null, secondsLeft: null })
  expect(paceOf(after(20, 0), 100, 20_000)).toEqual({ perMinute: null, secondsLeft: null })
})

test('of an unknown total it tells the pace alone; of one that is reached, no time', () => {
  expect(paceOf(after(20, 2), null, 20_000)).toEqual({ perMinute: 120, secondsLeft: null })
  expect(paceOf(after(20, 2), 30, 20_000).secondsLeft).toBe(0)
})

test('follows the last minutes, and slows down while nothing is heard', () => {
  const slower = after(180, 1, after(600, 10), 600)
  expect(paceOf(slower, null, 780_000).perMinute).toBeCloseTo(60, -1)
  const waiting = paceOf(after(20, 2), 100, 80_000)
  expect(waiting).toEqual({ perMinute: 30, secondsLeft: 120 })
})

test('a new step is measured anew', () => {
  const next = measure(after(60, 10, null, 0, 'read'), { phase: 'write', done: 1, total: 9 }, 60_000)
  expect(paceOf(next, 9, 60_500)).toEqual({ perMinute: null, secondsLeft: null })
})

test('a run of hours keeps no more than a few hundred samples', () => {
  expect(after(3600, 10).samples.length).toBeLessThan(250)
})
