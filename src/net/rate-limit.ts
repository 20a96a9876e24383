// Keeps us below a remote's limits: requests per minute and per hour as sliding windows, a number at the same time, and
// pauses that the remote asks for. First come, first served. It only waits; it never repeats anything.

export type RateLimits = {
  readonly perMinute: number
  readonly perHour: number
  /** How many may be under way at once. */
  readonly concurrent: number
}

export type Waits = {
  /** Requests that were begun. */
  readonly calls: number
  /** How often a request had to wait for a window or a pause. */
  readonly count: number
  readonly waitedMs: number
  /** Clock time at which the present wait ends; null: nothing waits. */
  readonly waitingUntilMs: number | null
}

export type RateLimiter = {
  /** Does `work` when there is room. Aborted while waiting it throws the signal's reason, and `work` was not begun. */
  readonly run: <Result>(work: () => Promise<Result>, signal: AbortSignal) => Promise<Result>
  /** Begins nothing new for `ms` from now (Retry-After); a longer pause that is already set stays. */
  readonly pause: (ms: number) => void
  /** What is left of the pause, 0 for none. */
  readonly pausedMs: () => number
  readonly waits: () => Waits
}

type RateLimitParts = {
  readonly clock: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  /** Called at the begin of each wait. */
  readonly onWait?: (ms: number) => void
}

// Requests reach the remote a little later than we count them, and not evenly so; this much longer windows absorb that.
const marginMs = 250
const minuteMs = 60_000
const hourMs = 3_600_000

export function createRateLimiter(limits: RateLimits, { clock, sleep, onWait }: RateLimitParts): RateLimiter {
  const windows = [createWindow(limits.perMinute, minuteMs), createWindow(limits.perHour, hourMs)]
  const slots = createSlots(limits.concurrent)
  let pausedUntil = Number.NEGATIVE_INFINITY
  let lastNow = clock()
  let calls = 0
  let count = 0
  let waitedMs = 0
  let waitingUntilMs: number | null = null
  let tail: Promise<void> = Promise.resolve()

  /** The clock; set back by the user or by summer time it would make us wait for hours, so what is remembered moves with it. */
  const now = (): number => {
    const time = clock()
    if (time < lastNow) {
      for (const window of windows) window.shift(time - lastNow)
      pausedUntil += time - lastNow
    }
    lastNow = time
    return time
  }

  const waitForRoom = async (signal: AbortSignal): Promise<void> => {
    let waited = false
    for (;;) {
      signal.throwIfAborted()
      const time = now()
      const freeAt = Math.max(pausedUntil, ...windows.map((window) => window.freeAt()))
      if (freeAt <= time) break
      if (!waited) count++
      waited = true
      waitingUntilMs = freeAt
      onWait?.(freeAt - time)
      try {
        await sleep(freeAt - time, signal)
      } finally {
        waitedMs += Math.max(0, clock() - time)
        waitingUntilMs = null
      }
    }
    for (const window of windows) window.take(now())
    calls++
  }

  /** One after the other: the next in line waits for this one's turn to be over, whether it got room or gave up. */
  const takeTurn = async (signal: AbortSignal): Promise<void> => {
    const before = tail
    const turn = Promise.withResolvers<void>()
    tail = before.then(() => turn.promise)
    try {
      await orAborted(before, signal)
      await slots.take(signal)
      try {
        await waitForRoom(signal)
      } catch (error) {
        slots.give()
        throw error
      }
    } finally {
      turn.resolve()
    }
  }

  return {
    run: async (work, signal) => {
      await takeTurn(signal)
      try {
        return await work()
      } finally {
        slots.give()
      }
    },
    pause: (ms) => {
      pausedUntil = Math.max(pausedUntil, now() + ms)
    },
    pausedMs: () => Math.max(0, pausedUntil - now()),
    waits: () => ({ calls, count, waitedMs, waitingUntilMs }),
  }
}

/** The last `limit` begins in a ring: the oldest of them says when the next may begin. */
function createWindow(limit: number, lengthMs: number) {
  const begins = new Float64Array(Math.max(1, Math.floor(limit))).fill(Number.NEGATIVE_INFINITY)
  let oldest = 0
  return {
    freeAt: () => begins[oldest]! + lengthMs + marginMs,
    take: (time: number) => {
      begins[oldest] = time
      oldest = (oldest + 1) % begins.length
    },
    shift: (ms: number) => {
      for (let index = 0; index < begins.length; index++) begins[index] = begins[index]! + ms
    },
  }
}

/** Only the one whose turn it is ever waits here, so one waker is enough. */
function createSlots(concurrent: number) {
  let free = Math.max(1, concurrent)
  let wake: (() => void) | null = null
  return {
    take: async (signal: AbortSignal): Promise<void> => {
      while (free === 0) {
        const freed = Promise.withResolvers<void>()
        wake = freed.resolve
        await orAborted(freed.promise, signal)
      }
      free--
    },
    give: (): void => {
      free++
      wake?.()
      wake = null
    },
  }
}

async function orAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const abort = (): void => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    await Promise.race([promise, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
