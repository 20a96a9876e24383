import { describe, expect, test } from 'vitest'
import { createRateLimiter, type RateLimits } from './rate-limit.ts'

/** A clock that moves only when somebody sleeps. */
function fakeTime() {
  const time = { now: 1_000_000, slept: [] as number[] }
  return {
    time,
    clock: () => time.now,
    sleep: async (ms: number, signal: AbortSignal) => {
      signal.throwIfAborted()
      time.slept.push(ms)
      time.now += ms
    },
  }
}

const roomy: RateLimits = { perMinute: 1000, perHour: 1000, concurrent: 1000 }
const never = new AbortController().signal

async function beginTimes(limits: RateLimits, requests: number): Promise<number[]> {
  const { time, clock, sleep } = fakeTime()
  const limiter = createRateLimiter(limits, { clock, sleep })
  const begins: number[] = []
  for (let index = 0; index < requests; index++) await limiter.run(async () => void begins.push(time.now), never)
  return begins
}

const mostWithin = (begins: readonly number[], windowMs: number): number =>
  Math.max(...begins.map((begin) => begins.filter((other) => other >= begin && other < begin + windowMs).length))

describe('rate limiter', () => {
  test('never begins more requests in any minute than allowed, and uses what is allowed', async () => {
    const begins = await beginTimes({ ...roomy, perMinute: 10 }, 95)
    expect(mostWithin(begins, 60_000)).toBe(10)
    expect(begins.at(-1)! - begins[0]!).toBeLessThan(9 * 60_000 * 1.05)
  })

  test('never begins more requests in any hour than allowed', async () => {
    const begins = await beginTimes({ ...roomy, perMinute: 10, perHour: 25 }, 80)
    expect(mostWithin(begins, 3_600_000)).toBe(25)
    expect(mostWithin(begins, 60_000)).toBe(10)
  })

  test('waits as long as the remote asks and tells how long', async () => {
    const { time, clock, sleep } = fakeTime()
    const told: number[] = []
    const limiter = createRateLimiter(roomy, { clock, sleep, onWait: (ms) => told.push(ms) })
    limiter.pause(30_000)
    limiter.pause(5_000)
    expect(limiter.pausedMs()).toBe(30_000)
    await limiter.run(async () => {}, never)
    expect(time.slept).toEqual([30_000])
    expect(told).toEqual([30_000])
    expect(limiter.waits()).toMatchObject({ count: 1, waitedMs: 30_000, waitingUntilMs: null })
    expect(limiter.pausedMs()).toBe(0)
  })

  test('says until when it waits while it waits', async () => {
    const { time, clock } = fakeTime()
    const asleep = Promise.withResolvers<void>()
    const awake = Promise.withResolvers<void>()
    const sleep = async (ms: number) => {
      asleep.resolve()
      await awake.promise
      time.now += ms
    }
    const limiter = createRateLimiter(roomy, { clock, sleep })
    limiter.pause(7_000)
    const done = limiter.run(async () => 'done', never)
    await asleep.promise
    expect(limiter.waits().waitingUntilMs).toBe(1_007_000)
    awake.resolve()
    expect(await done).toBe('done')
  })

  test('keeps to the number at the same time, in the order of asking', async () => {
    const { clock, sleep } = fakeTime()
    const limiter = createRateLimiter({ ...roomy, concurrent: 2 }, { clock, sleep })
    const gates = Array.from({ length: 5 }, () => Promise.withResolvers<void>())
    const began: number[] = []
    const all = gates.map((gate, index) =>
      limiter.run(() => {
        began.push(index)
        return gate.promise
      }, never),
    )
    await settle()
    expect(began).toEqual([0, 1])
    gates[1]!.resolve()
    await settle()
    expect(began).toEqual([0, 1, 2])
    for (const gate of gates) gate.resolve()
    await Promise.all(all)
    expect(began).toEqual([0, 1, 2, 3, 4])
  })

  test('one that gives up while waiting begins nothing and lets the next through', async () => {
    const { clock, sleep } = fakeTime()
    const limiter = createRateLimiter({ ...roomy, concurrent: 1 }, { clock, sleep })
    const gate = Promise.withResolvers<void>()
    const first = limiter.run(() => gate.promise, never)
    const cancel = new AbortController()
    let begun = false
    const second = limiter.run(async () => {
      begun = true
    }, cancel.signal)
    const third = limiter.run(async () => 'third', never)
    cancel.abort(new Error('enough'))
    await expect(second).rejects.toThrow('enough')
    gate.resolve()
    await first
    expect(await third).toBe('third')
    expect(begun).toBe(false)
  })

  test('an error of the work frees its place', async () => {
    const { clock, sleep } = fakeTime()
    const limiter = createRateLimiter({ ...roomy, concurrent: 1 }, { clock, sleep })
    await expect(limiter.run(() => Promise.reject(new Error('no')), never)).rejects.toThrow('no')
    expect(await limiter.run(async () => 'next', never)).toBe('next')
  })

  test('a clock that is set back costs no extra waiting', async () => {
    const { time, clock, sleep } = fakeTime()
    const limiter = createRateLimiter({ ...roomy, perMinute: 1 }, { clock, sleep })
    await limiter.run(async () => {}, never)
    time.now -= 3_600_000
    await limiter.run(async () => {}, never)
    expect(time.slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(61_000)
  })
})

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
