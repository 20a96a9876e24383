// One at a time, in the order of asking: SnelStart's Gateway knows no two things at once.

export type Turns = {
  /** Waits for a turn; the function that comes back gives it to the next. Throws the signal's reason while waiting. */
  readonly take: (signal: AbortSignal) => Promise<() => void>
  /** Those that wait, and all that come, get this failure instead of a turn. */
  readonly refuseAll: (failure: Error) => void
  /** Whether nobody has a turn any more within that time. */
  readonly quiet: (withinMs: number) => Promise<boolean>
}

type Waiting = { readonly give: () => void; readonly refuse: (failure: Error) => void }

export function createTurns(): Turns {
  const waiting: Waiting[] = []
  let taken = false
  let refused: Error | null = null
  let atRest: (() => void) | null = null
  const pass = (): void => {
    const next = waiting.shift()
    if (next === undefined) {
      taken = false
      atRest?.()
    } else next.give()
  }
  /** A turn is given back once, however often that is said. */
  const release = (): (() => void) => {
    let held = true
    return () => {
      if (held) pass()
      held = false
    }
  }
  return {
    take: (signal) => {
      if (refused !== null) return Promise.reject(refused)
      if (signal.aborted) return Promise.reject(signal.reason)
      if (!taken) {
        taken = true
        return Promise.resolve(release())
      }
      const turn = Promise.withResolvers<() => void>()
      const leave = (): void => {
        waiting.splice(waiting.indexOf(entry), 1)
        turn.reject(signal.reason)
      }
      const entry: Waiting = {
        give: () => {
          signal.removeEventListener('abort', leave)
          turn.resolve(release())
        },
        refuse: (failure) => {
          signal.removeEventListener('abort', leave)
          turn.reject(failure)
        },
      }
      signal.addEventListener('abort', leave, { once: true })
      waiting.push(entry)
      return turn.promise
    },
    refuseAll: (failure) => {
      refused = failure
      for (const entry of waiting.splice(0)) entry.refuse(failure)
    },
    quiet: (withinMs) => {
      if (!taken) return Promise.resolve(true)
      const rest = Promise.withResolvers<boolean>()
      const late = setTimeout(() => rest.resolve(false), withinMs)
      atRest = () => {
        clearTimeout(late)
        rest.resolve(true)
      }
      return rest.promise
    },
  }
}
