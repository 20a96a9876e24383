// When turns come, on a clock and timers that stand still until told: no time is waited for.
import { expect, onTestFinished, test } from 'vitest'
import type { Instant, ProfileId } from '../../core/ids.ts'
import type { Interval } from '../../core/schedule/intervals.ts'
import type { TaskPlan } from '../../store/store.ts'
import { createFakeTimers } from './testing/timers.ts'
import { createTurns, passTurn } from './turns.ts'

const start = Date.parse('2026-03-14T11:00:00Z') // a Saturday, 12:00 in Amsterdam
const minutes = 60_000
const hours = 60 * minutes
const profile = 'shop' as ProfileId
const at = (ms: number): Instant => new Date(ms).toISOString() as Instant

/** Plans in memory, and a run that is over at once unless told otherwise. */
function scene(interval: Interval, firstAfterMs: number, options: { busy?: boolean; runMs?: number } = {}) {
  let now = start
  const clock = {
    now: () => now,
    advance: (ms: number) => {
      now += ms
    },
  }
  const first = at(start + firstAfterMs)
  const plans = new Map<ProfileId, TaskPlan>()
  const keep = (plan: TaskPlan): void => void plans.set(plan.profile, { anchorAt: plan.nextAt, ...plan })
  keep({ profile, task: 'importOrders', interval, nextAt: first, paused: false })
  const tasks = {
    plans: async () => [...plans.values()],
    plan: async (id: ProfileId) => plans.get(id) as TaskPlan,
    savePlan: async (plan: TaskPlan) => keep(plan),
  }
  const began: string[] = []
  const failures: unknown[] = []
  const state = { busy: options.busy ?? false, broken: false }
  const timers = createFakeTimers(clock)
  const parts = { tasks, clock: clock.now, zone: 'Europe/Amsterdam' }
  const turns = createTurns({
    ...parts,
    timers,
    report: (error) => failures.push(error),
    begin: async (plan) => {
      if (state.broken) throw new Error('broken')
      if (state.busy) return
      began.push(`${plan.profile} ${at(now).slice(0, 19)}`)
      now += options.runMs ?? 0
      await passTurn(parts, plan)
    },
  })
  /** Half a minute at a time, with everything done that it brings about. */
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 30_000) {
      timers.pass(Math.min(left, 30_000))
      await settled()
    }
  }
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn++) await Promise.resolve()
  }
  turns.start()
  onTestFinished(() => turns.stop())
  return {
    turns,
    timers,
    clock,
    plans,
    keep,
    began,
    failures,
    state,
    pass,
    settled,
    nextAt: () => plans.get(profile)?.nextAt,
  }
}

test('PLAN-2 runs when the time has come, not before, and again each interval', async () => {
  const { pass, began, nextAt } = scene('15m', 10 * minutes)
  await pass(10 * minutes - 1)
  expect(began).toEqual([])
  await pass(1)
  expect(began).toEqual(['shop 2026-03-14T11:10:00'])
  expect(nextAt()).toBe('2026-03-14T11:25:00.000Z')
  await pass(30 * minutes)
  expect(began.slice(1)).toEqual(['shop 2026-03-14T11:25:00', 'shop 2026-03-14T11:40:00'])
})

test('PLAN-2 a run of several intervals is followed by the next turn in the future, no missed ones', async () => {
  const { pass, began, nextAt } = scene('5m', 5 * minutes, { runMs: 12 * minutes })
  await pass(5 * minutes)
  expect(began).toHaveLength(1)
  expect(nextAt()).toBe('2026-03-14T11:20:00.000Z')
})

test('PLAN-2 after the computer slept the turn is run once, and the ones it slept through are not made up', async () => {
  const { pass, clock, began, nextAt } = scene('10m', 10 * minutes)
  await pass(5 * minutes)
  clock.advance(60 * hours)
  await pass(minutes)
  expect(began).toEqual(['shop 2026-03-16T23:05:30'])
  expect(nextAt()).toBe('2026-03-16T23:10:00.000Z')
})

test('PLAN-2 a turn that came while the program was not there is run at its start', async () => {
  const { settled, began } = scene('daily', -3 * 24 * hours)
  await settled()
  expect(began).toEqual(['shop 2026-03-14T11:00:00'])
})

test('PLAN-2 a clock that is set back a year does not make the plan wait a year', async () => {
  const { pass, settled, clock, began } = scene('15m', 0)
  await settled()
  clock.advance(-365 * 24 * hours)
  await pass(20 * minutes)
  expect(began).toEqual(['shop 2026-03-14T11:00:00', 'shop 2025-03-14T11:15:00'])
})

test('PLAN-2 a turn that a person put far away waits, also where the clock is set back', async () => {
  const { pass, clock, began, nextAt } = scene('5m', 100 * 24 * hours)
  clock.advance(-24 * hours)
  await pass(hours)
  expect([began, nextAt()]).toEqual([[], at(start + 100 * 24 * hours)])
})

test('PLAN-2 a daily plan keeps its time on the clock over both clock changes', async () => {
  const spring = scene('daily', 0)
  spring.clock.advance(Date.parse('2026-03-28T10:59:30Z') - start)
  spring.plans.clear()
  spring.keep({
    profile,
    task: 'importOrders',
    interval: 'daily',
    nextAt: at(Date.parse('2026-03-28T11:00Z')),
    paused: false,
  })
  await spring.pass(minutes)
  expect(spring.nextAt()).toBe('2026-03-29T10:00:00.000Z')
  spring.clock.advance(Date.parse('2026-10-24T09:59:00Z') - spring.clock.now())
  await spring.pass(2 * minutes)
  expect(spring.nextAt()).toBe('2026-10-25T11:00:00.000Z')
})

test('a turn that cannot begin now, because another process is at it, comes again at the next look', async () => {
  const { pass, state, began, nextAt } = scene('daily', 0, { busy: true })
  await pass(2 * minutes)
  expect([began, nextAt()]).toEqual([[], at(start)])
  state.busy = false
  await pass(30_000)
  expect(began).toHaveLength(1)
  expect(nextAt()).toBe('2026-03-15T11:00:00.000Z')
})

test('off and paused plans have no turns', async () => {
  const { pass, keep, began } = scene('off', 0)
  keep({ profile: 'other' as ProfileId, task: 'importOrders', interval: '5m', nextAt: at(start), paused: true })
  await pass(hours)
  expect(began).toEqual([])
})

test('the plan that waits longest begins first', async () => {
  const { pass, keep, began } = scene('1h', 29_000)
  keep({
    profile: 'earlier' as ProfileId,
    task: 'importOrders',
    interval: '1h',
    nextAt: at(start + 28_000),
    paused: false,
  })
  keep({
    profile: 'last' as ProfileId,
    task: 'importOrders',
    interval: '1h',
    nextAt: at(start + 30_000),
    paused: false,
  })
  await pass(30_000)
  expect(began.map((one) => one.split(' ')[0])).toEqual(['earlier', 'shop', 'last'])
})

test('a plan that another process changed is seen within half a minute, one of our own at once', async () => {
  const { pass, keep, settled, timers, turns, began } = scene('1h', hours)
  await settled()
  expect(timers.nextMs()).toBe(30_000)
  keep({ profile, task: 'importOrders', interval: '1h', nextAt: at(start + 1000), paused: false })
  turns.lookSoon()
  timers.pass(1000)
  await settled()
  expect(began).toEqual(['shop 2026-03-14T11:00:01'])
  keep({ profile, task: 'importOrders', interval: '1h', nextAt: at(start + 2000), paused: false })
  await pass(30_000)
  expect(began).toHaveLength(2)
})

test('what goes wrong in looking is reported, and the next look is tried', async () => {
  const { pass, state, failures, began } = scene('5m', 0)
  state.broken = true
  await pass(minutes)
  expect(failures.length).toBeGreaterThan(0)
  state.broken = false
  await pass(minutes)
  expect(began).toHaveLength(1)
})

test('once it is stopped nothing begins any more and no timer is left', async () => {
  const { pass, turns, timers, began, settled } = scene('5m', 5 * minutes)
  await settled()
  await turns.stop()
  expect(timers.nextMs()).toBeNull()
  turns.lookSoon()
  await pass(hours)
  expect(began).toEqual([])
})
