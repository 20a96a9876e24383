// SnelStart's Gateway as this program uses it: the Windows helper behind a process that is started when first needed, kept
// while a connection is open, and started again after it died.
import type { HelperCall, HelperQuestions, HelperResult } from './protocol.ts'

export type Helper = {
  /** One call at a time; those behind wait their turn. `signal` ends only the waiting: a call that was sent is awaited.
   *  Throws Refused ('gateway.…', nothing saved), LoginRefused, SettingsWrong (not Windows, no Gateway, wrong version), or
   *  ConnectionFailed whose `sent` tells whether a writing call is in doubt. */
  readonly call: <Call extends HelperCall>(
    call: Call,
    question: HelperQuestions[Call],
    signal: AbortSignal,
  ) => Promise<HelperResult<Call>>
  readonly calls: () => number
  /** Ends the process; a call under way is awaited for a moment. */
  readonly close: () => Promise<void>
}

/** How the helper is started: on Windows its own program; in tests the same program under Mono with a stand-in library. null: this
 *  system cannot run it. */
export type HelperCommand = { readonly command: string; readonly args: readonly string[] } | null
