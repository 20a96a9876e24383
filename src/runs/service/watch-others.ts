// What another process changes in the store (the command line beside the service) reaches those who watch as well. Which rows
// changed cannot be told, only that something did: everybody looks anew.
import type { Store } from '../../store/store.ts'
import type { Subscriber } from './events.ts'
import type { Timers } from './turns.ts'

type WatchParts = {
  readonly store: Pick<Store, 'changesElsewhere'>
  readonly timers: Timers
  readonly emit: Subscriber
  readonly report: (error: unknown) => void
}

const lookEveryMs = 2000

/** Gives what ends it. */
export function watchOthers({ store, timers, emit, report }: WatchParts): () => void {
  let seen: number | null = null
  let cancel = (): void => {}
  const look = (): void => {
    cancel = timers.after(lookEveryMs, look)
    store.changesElsewhere().then((changes) => {
      if (seen !== null && changes !== seen) emit({ type: 'elsewhere' })
      seen = changes
    }, report)
  }
  look()
  return () => cancel()
}
