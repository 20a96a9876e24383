// Timers and a clock that stand still until a test lets them go on; and the service's events, waited for.
import type { ServiceEvent } from '../events.ts'
import type { Service } from '../service.ts'
import type { Timers } from '../turns.ts'

export type FakeTimers = Timers & {
  /** How far the next one is; null: none is set. */
  readonly nextMs: () => number | null
  /** Lets time pass: every timer in its turn, with the clock at its moment. */
  readonly pass: (ms: number) => void
}

export type TestClock = { readonly now: () => number; readonly advance: (ms: number) => void }

/** `clock` may also be moved without the timers: as when the computer sleeps, or somebody sets it. */
export function createFakeTimers(clock: TestClock): FakeTimers {
  let passed = 0
  const set = new Map<symbol, { readonly at: number; readonly then: () => void }>()
  const first = () => [...set].sort(([, one], [, other]) => one.at - other.at)[0]
  return {
    after: (ms, then) => {
      const key = Symbol()
      set.set(key, { at: passed + ms, then })
      return () => void set.delete(key)
    },
    nextMs: () => {
      const next = first()
      return next === undefined ? null : next[1].at - passed
    },
    pass: (ms) => {
      const until = passed + ms
      for (let next = first(); next !== undefined && next[1].at <= until; next = first()) {
        const [key, timer] = next
        set.delete(key)
        clock.advance(timer.at - passed)
        passed = timer.at
        timer.then()
      }
      clock.advance(until - passed)
      passed = until
    },
  }
}

type EventOf<Type extends ServiceEvent['type']> = Extract<ServiceEvent, { type: Type }>

/** Resolves at the next such event. */
export function nextEvent<Type extends ServiceEvent['type']>(
  service: Pick<Service, 'subscribe'>,
  type: Type,
  fits: (event: EventOf<Type>) => boolean = () => true,
): Promise<EventOf<Type>> {
  return new Promise((resolve) => {
    const end = service.subscribe((event) => {
      if (event.type !== type || !fits(event as EventOf<Type>)) return
      end()
      resolve(event as EventOf<Type>)
    })
  })
}
