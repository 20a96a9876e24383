// How many calls the profiles' administrations were sent since this process began, and how long its limits made us wait. Each run
// has a connection of its own, so the numbers of those that ended are kept here.
import type { ProfileId } from '../core/ids.ts'

export type Waits = { readonly calls: number; readonly count: number; readonly waitedMs: number }
export type ProfileTraffic = Waits & { readonly profile: ProfileId }

export type Traffic = {
  /** From the begin of a connection; `waits` is asked for its numbers so far. Gives what is to be called when it ends. */
  readonly begin: (profile: ProfileId, waits: () => Waits) => () => void
  /** Those that go on included. */
  readonly totals: () => readonly ProfileTraffic[]
}

const none: Waits = { calls: 0, count: 0, waitedMs: 0 }

const add = (a: Waits, b: Waits): Waits => ({
  calls: a.calls + b.calls,
  count: a.count + b.count,
  waitedMs: a.waitedMs + b.waitedMs,
})

export function createTraffic(): Traffic {
  const ended = new Map<ProfileId, Waits>()
  const goingOn = new Set<{ readonly profile: ProfileId; readonly waits: () => Waits }>()
  return {
    begin: (profile, waits) => {
      const connection = { profile, waits }
      goingOn.add(connection)
      return () => {
        if (goingOn.delete(connection)) ended.set(profile, add(ended.get(profile) ?? none, waits()))
      }
    },
    totals: () => {
      const totals = new Map(ended)
      for (const { profile, waits } of goingOn) totals.set(profile, add(totals.get(profile) ?? none, waits()))
      return [...totals].map(([profile, { calls, count, waitedMs }]) => ({ profile, calls, count, waitedMs }))
    },
  }
}
