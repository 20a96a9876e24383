// Guessing passwords is slowed down: after a few wrong ones each further one has to wait longer, per place that asks and
// per name. Kept in memory: a restart forgives, which nobody outside can bring about.

export type Attempts = {
  /** Ms to wait before these keys may try again; 0: now. */
  readonly waitMs: (keys: readonly string[]) => number
  readonly failed: (keys: readonly string[]) => void
  readonly succeeded: (keys: readonly string[]) => void
}

type Record = { failures: number; lastAt: number }

const longestWaitMs = 15 * 60_000
/** Nothing is remembered longer than this after the last wrong one. */
const forgottenMs = 24 * 3_600_000
const mostKeys = 10_000

/** `free`: wrong ones before waiting begins, by the part of the key before ':' (a name is guessed from many places). */
export function createAttempts(clock: () => number, free: Readonly<{ from: number; name: number }>): Attempts {
  const records = new Map<string, Record>()

  const waitOf = (key: string): number => {
    const record = records.get(key)
    if (record === undefined) return 0
    const beyond = record.failures - free[key.startsWith('name:') ? 'name' : 'from']
    if (beyond < 0) return 0
    return Math.max(0, record.lastAt + Math.min(longestWaitMs, 1000 * 2 ** beyond) - clock())
  }
  const forget = (): void => {
    for (const [key, { lastAt }] of records) if (lastAt + forgottenMs < clock()) records.delete(key)
    if (records.size > mostKeys) records.delete(records.keys().next().value as string)
  }
  return {
    waitMs: (keys) => Math.max(0, ...keys.map(waitOf)),
    failed: (keys) => {
      forget()
      for (const key of keys) records.set(key, { failures: (records.get(key)?.failures ?? 0) + 1, lastAt: clock() })
    },
    succeeded: (keys) => {
      for (const key of keys) records.delete(key)
    },
  }
}
