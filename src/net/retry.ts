// Tries something again that is safe to repeat, with growing waits. Whether it is safe is the caller's to know: writes to
// an administration never come through here.

type RetryParts = {
  /** How often in all, the first included. */
  readonly attempts: number
  readonly firstWaitMs: number
  /** No wait is longer; each is three times the one before. */
  readonly longestWaitMs: number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly mayRetry: (error: unknown) => boolean
  readonly signal: AbortSignal
}

/** The first result that comes. Throws the last error once the attempts are used up or where `mayRetry` says no;
 *  the signal's reason where it was aborted. */
export async function retrying<Result>(attempt: () => Promise<Result>, parts: RetryParts): Promise<Result> {
  let waitMs = parts.firstWaitMs
  for (let number = 1; ; number++) {
    parts.signal.throwIfAborted()
    try {
      return await attempt()
    } catch (error) {
      parts.signal.throwIfAborted()
      if (number >= parts.attempts || !parts.mayRetry(error)) throw error
    }
    await parts.sleep(waitMs, parts.signal)
    waitMs = Math.min(waitMs * 3, parts.longestWaitMs)
  }
}
