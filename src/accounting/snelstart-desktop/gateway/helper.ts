// SnelStart's Gateway behind a process of its own, asked one thing at a time. What waits for its turn can be stopped; what was sent
// is awaited.
import { createAsking, type HelperTimes, type Openings } from './asking.ts'
import type { Helper } from './gateway.ts'
import { type CommandSource, closing } from './running.ts'
import { createTurns } from './turns.ts'

const usualTimes: HelperTimes = { start: 60_000, open: 120_000, read: 60_000, write: 180_000, close: 5_000 }

type Deps = {
  readonly openings?: Openings
  readonly times?: Partial<HelperTimes>
}

export function createHelper(command: CommandSource, { openings = {}, times: given = {} }: Deps = {}): Helper {
  const times = { ...usualTimes, ...given }
  const turns = createTurns()
  const asking = createAsking(command, openings, times)
  return {
    calls: asking.calls,
    call: async (call, question, signal) => {
      const release = await turns.take(signal)
      const ready = asking.prepare(call)
      try {
        await orAborted(ready, signal)
        signal.throwIfAborted()
      } catch (error) {
        // The turn is given on when the start or the opening that is under way is over.
        void ready.then(release, release)
        throw error
      }
      return await asking.ask(call, question).finally(release)
    },
    close: async () => {
      turns.refuseAll(closing())
      // A call under way is awaited for a moment.
      const isQuiet = await turns.quiet(times.close)
      await asking.close(isQuiet ? times.close : 0)
    },
  }
}

async function orAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<never>()
  const abort = (): void => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  if (signal.aborted) abort()
  try {
    await Promise.race([promise, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
