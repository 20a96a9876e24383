// What holds for everything that is written: nothing is sent once we were told to stop, a failure before sending leaves no doubt, and
// one after it always does.
import { ConnectionFailed, Failure } from '../../core/failures.ts'
import type { Helper } from './gateway/gateway.ts'
import type { HelperCall, HelperQuestions, HelperResult } from './gateway/protocol.ts'

/** A question that is asked to the end: what was sent is never cut off. */
const tillTheEnd = new AbortController().signal

/** For what has to be read before a write. Throws ConnectionFailed 'desktop.cancelled' where we were told to stop. */
export async function beforeWriting<Result>(reading: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  if (signal.aborted) throw cancelled(signal)
  try {
    return await reading()
  } catch (error) {
    if (signal.aborted && !(error instanceof Failure)) throw cancelled(signal)
    if (!(error instanceof ConnectionFailed && error.sent)) throw error
    throw new ConnectionFailed(error.code, error.message, { sent: false, context: error.context, cause: error })
  }
}

const cancelled = (signal: AbortSignal): ConnectionFailed =>
  new ConnectionFailed('desktop.cancelled', 'stopped before anything was sent', { sent: false, cause: signal.reason })

/** One call that saves. Throws as Helper does; ConnectionFailed with `sent` false where it was stopped while it waited for its turn. */
export async function callGateway<Call extends HelperCall>(
  helper: Helper,
  call: Call,
  question: HelperQuestions[Call],
  signal: AbortSignal,
): Promise<HelperResult<Call>> {
  if (signal.aborted) throw cancelled(signal)
  try {
    return await helper.call(call, question, signal)
  } catch (error) {
    // The helper gives the signal's reason only while a call waits.
    if (signal.aborted && !(error instanceof Failure)) throw cancelled(signal)
    throw error
  }
}

type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

/** An .mdb is written by another program, which may keep a change to itself for a moment. */
const waitsMs = [100, 400, 1000, 2500] as const

/** What was saved, as the database now has it; asked again for a few seconds where it is not there yet. Throws ConnectionFailed
 *  'desktop.notReadBack' with `sent` true, whatever went wrong: it was saved, and is looked up by its marker. */
export async function readBack<Result>(
  read: (signal: AbortSignal) => Promise<Result | null>,
  sleep: Sleep,
  isThere: (found: Result) => boolean = () => true,
): Promise<Result> {
  let last: Result | null = null
  try {
    for (const ms of waitsMs) {
      last = await read(tillTheEnd)
      if (last !== null && isThere(last)) return last
      await sleep(ms, tillTheEnd)
    }
  } catch (error) {
    throw notReadBack(error)
  }
  // A change that cannot be seen is perhaps none: SnelStart cut a text, or somebody changed it back.
  if (last !== null) return last
  throw notReadBack(null)
}

const notReadBack = (cause: unknown): ConnectionFailed =>
  new ConnectionFailed('desktop.notReadBack', 'saved, but not found in the database', {
    sent: true,
    context: { said: cause instanceof Error ? cause.message : '' },
    cause,
  })
