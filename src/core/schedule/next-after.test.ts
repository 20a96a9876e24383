import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../ids.ts'
import { durations, type Interval, intervals } from './intervals.ts'
import { nextAfter, nextTurn } from './next-after.ts'

const at = (text: string): Instant => new Date(text).toISOString() as Instant

describe('PLAN-2 adds the interval until the next time lies in the future', () => {
  const cases: readonly [title: string, interval: Interval, anchor: string, now: string, next: string | null][] = [
    ['a turn later', '15m', '2026-03-02T10:00Z', '2026-03-02T10:00:30Z', '2026-03-02T10:15Z'],
    ['exactly at the turn: the one after it', '5m', '2026-03-02T10:00Z', '2026-03-02T10:05Z', '2026-03-02T10:10Z'],
    ['a run that took longer than the interval', '5m', '2026-03-02T10:00Z', '2026-03-02T10:12Z', '2026-03-02T10:15Z'],
    ['the computer slept over the weekend', '1h', '2026-02-27T17:20Z', '2026-03-02T07:01Z', '2026-03-02T07:20Z'],
    ['years later', '8h', '2020-01-01T00:10Z', '2026-03-02T10:00Z', '2026-03-02T16:10Z'],
    [
      'the seconds of the first turn stay',
      '30m',
      '2026-03-02T10:00:07.250Z',
      '2026-03-02T11:00Z',
      '2026-03-02T11:00:07.250Z',
    ],
    ['the clock stands before the first turn', '1h', '2026-03-02T10:00Z', '2025-01-01T03:30Z', '2025-01-01T04:00Z'],
    ['a duration does not mind clock changes', '4h', '2026-03-28T23:00Z', '2026-03-29T02:59Z', '2026-03-29T03:00Z'],
    ['off: never', 'off', '2026-03-02T10:00Z', '2026-03-02T10:00Z', null],
    ['daily: tomorrow', 'daily', '2026-03-02T07:00Z', '2026-03-02T07:00Z', '2026-03-03T07:00Z'],
    ['daily: later today', 'daily', '2026-03-02T07:00Z', '2026-03-05T06:59:59Z', '2026-03-05T07:00Z'],
    [
      'daily: over into summer time, at 8:00 all the time',
      'daily',
      '2026-03-28T07:00Z',
      '2026-03-28T07:01Z',
      '2026-03-29T06:00Z',
    ],
    [
      'daily: over into winter time, at 8:00 all the time',
      'daily',
      '2026-10-24T06:00Z',
      '2026-10-24T06:01Z',
      '2026-10-25T07:00Z',
    ],
    [
      'daily at 2:30 on the day without 2:30: an hour later',
      'daily',
      '2026-03-27T01:30Z',
      '2026-03-28T12:00Z',
      '2026-03-29T01:30Z',
    ],
    ['and at 2:30 again the day after', 'daily', '2026-03-27T01:30Z', '2026-03-29T12:00Z', '2026-03-30T00:30Z'],
    [
      'daily at 2:30 on the day with two: the first one',
      'daily',
      '2026-10-23T00:30Z',
      '2026-10-24T12:00Z',
      '2026-10-25T00:30Z',
    ],
    ['and not the second one as well', 'daily', '2026-10-23T00:30Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    [
      'daily at 0:10, seen just before a midnight that UTC has not reached',
      'daily',
      '2026-07-01T22:10Z',
      '2026-07-04T21:59Z',
      '2026-07-04T22:10Z',
    ],
    [
      'daily: the clock stands before the first turn',
      'daily',
      '2026-03-02T07:00Z',
      '2025-07-10T03:00Z',
      '2025-07-10T06:00Z',
    ],
  ]
  for (const [title, interval, anchor, now, next] of cases)
    test(`${interval}: ${title}`, () => {
      const expected = next === null ? null : at(next)
      expect(nextAfter({ interval, nextAt: at(anchor) }, at(now))).toBe(expected)
    })

  test('daily in another zone keeps the time of that zone', () => {
    const turns = { interval: 'daily', nextAt: at('2026-03-07T13:00Z') } as const // 8:00 in New York
    expect(nextAfter(turns, at('2026-03-08T00:00Z'), 'America/New_York')).toBe(at('2026-03-08T12:00Z'))
    expect(nextAfter(turns, at('2026-03-08T00:00Z'), 'UTC')).toBe(at('2026-03-08T13:00Z'))
  })

  test('a plan that was never given a time begins one interval from now', () => {
    const now = at('2026-03-02T10:03Z')
    expect(nextAfter({ interval: '15m', nextAt: null }, now)).toBe(at('2026-03-02T10:18Z'))
    expect(nextAfter({ interval: 'daily', nextAt: null }, now)).toBe(at('2026-03-03T10:03Z'))
  })

  test('a daily plan that goes on by itself is at the same time on the clock for years', () => {
    const anchorAt = at('2026-01-15T01:30Z') // 2:30
    let nextAt: Instant = anchorAt
    const times = new Map<string, number>()
    const clock = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' })
    for (let day = 0; day < 3 * 365; day++) {
      const time = clock.format(new Date(nextAt))
      times.set(time, (times.get(time) ?? 0) + 1)
      nextAt = nextAfter({ interval: 'daily', nextAt, anchorAt }, nextAt) ?? nextAt
    }
    expect(Object.fromEntries(times)).toEqual({ '02:30': 3 * 365 - 3, '03:30': 3 })
  })

  const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  test('for every interval, anchor and moment: in the future, at most one interval away, and on the same steps', () => {
    const on = intervals.filter((interval) => interval !== 'off')
    fc.assert(
      fc.property(fc.constantFrom(...on), instant, instant, (interval, anchor, now) => {
        const next = nextAfter({ interval, nextAt: at(anchor.toISOString()) }, at(now.toISOString()))
        const ahead = Date.parse(next ?? '') - now.getTime()
        expect(ahead).toBeGreaterThan(0)
        const longest = interval === 'daily' ? 25 * 3_600_000 : durations[interval]
        expect(ahead).toBeLessThanOrEqual(longest)
        if (interval !== 'daily') expect((Date.parse(next ?? '') - anchor.getTime()) % longest).toBeCloseTo(0)
      }),
    )
  })
})

describe('the next turn of a plan', () => {
  const chosen = at('2026-03-02T10:00Z')
  const plan = { interval: '5m', nextAt: at('2026-03-02T12:05Z'), anchorAt: chosen } as const

  test('is the one that is noted', () => {
    expect(nextTurn(plan, at('2026-03-02T12:01Z'))).toBe(plan.nextAt)
  })

  test('stays the one that is noted once it has come, however long ago', () => {
    expect(nextTurn(plan, at('2026-03-05T12:01Z'))).toBe(plan.nextAt)
  })

  test('comes nearer where the clock was set back: within an interval', () => {
    expect(nextTurn(plan, at('2026-03-02T11:02Z'))).toBe(at('2026-03-02T11:05Z'))
    expect(nextTurn(plan, at('2019-03-02T11:02Z'))).toBe(at('2019-03-02T11:05Z'))
  })

  test('stays where a person put it, however far away', () => {
    const later = { interval: '5m', nextAt: at('2026-09-01T06:00Z'), anchorAt: at('2026-09-01T06:00Z') } as const
    expect(nextTurn(later, at('2026-03-02T12:00Z'))).toBe(later.nextAt)
    expect(nextTurn({ interval: '5m', nextAt: later.nextAt }, at('2026-03-02T12:00Z'))).toBe(later.nextAt)
  })

  test('is none where it is off', () => {
    expect(nextTurn({ ...plan, interval: 'off' }, at('2026-03-02T12:01Z'))).toBeNull()
    expect(nextTurn({ interval: 'off', nextAt: chosen }, at('2026-03-02T12:01Z'))).toBeNull()
    expect(nextTurn({ interval: '5m', nextAt: null }, at('2026-03-02T12:01Z'))).toBeNull()
  })
})
