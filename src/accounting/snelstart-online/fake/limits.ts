// Calls per minute, per hour and at the same time, counted per subscription key, as the gateway in front of the API does.
import { z } from 'zod'
import { gatewayRefusal } from './refusal.ts'

const most = z.int().nonnegative()
export const limitsSchema = z.strictObject({ perMinute: most, perHour: most, concurrent: most }).readonly()
export type Limits = z.infer<typeof limitsSchema>

/** As transcribed from the portal (reference/snelstart.md A3); a development subscription has 100, 1 000 and 5. */
export const productionLimits: Limits = { perMinute: 500, perHour: 5000, concurrent: 50 }

type Window = { startedAt: number; count: number }
type Bucket = { readonly minute: Window; readonly hour: Window; running: number }

export type Limiter = {
  /** Counts a call and gives what to do when it has ended. Throws a Refusal (429) with Retry-After. */
  readonly enter: (key: string) => () => void
  readonly setLimits: (limits: Limits | null) => void
  readonly clear: () => void
}

const tooMany = (seconds: number) =>
  gatewayRefusal(429, `Rate limit is exceeded. Try again in ${seconds} seconds.`, { 'Retry-After': String(seconds) })

/** Whole seconds until the window has room, or null if it has. A window begins with its first call. */
function secondsToWait(window: Window, lengthMs: number, most: number, now: number): number | null {
  if (now - window.startedAt >= lengthMs) Object.assign(window, { startedAt: now, count: 0 })
  return window.count < most ? null : Math.max(1, Math.ceil((window.startedAt + lengthMs - now) / 1000))
}

export function createLimiter(initial: Limits | null, clock: () => number): Limiter {
  const buckets = new Map<string, Bucket>()
  let limits = initial
  const bucketOf = (key: string): Bucket => {
    const found = buckets.get(key)
    if (found !== undefined) return found
    const never = Number.NEGATIVE_INFINITY
    const fresh = { minute: { startedAt: never, count: 0 }, hour: { startedAt: never, count: 0 }, running: 0 }
    buckets.set(key, fresh)
    return fresh
  }
  return {
    enter: (key) => {
      const bucket = bucketOf(key)
      if (limits !== null) {
        const now = clock()
        const waits = [
          secondsToWait(bucket.minute, 60_000, limits.perMinute, now),
          secondsToWait(bucket.hour, 3_600_000, limits.perHour, now),
          bucket.running < limits.concurrent ? null : 1,
        ].filter((seconds) => seconds !== null)
        if (waits.length > 0) throw tooMany(Math.max(...waits))
      }
      bucket.minute.count += 1
      bucket.hour.count += 1
      bucket.running += 1
      return () => {
        bucket.running -= 1
      }
    },
    setLimits: (next) => {
      limits = next
      buckets.clear()
    },
    clear: () => buckets.clear(),
  }
}
