// One leg of 'Verbinding testen' (SNEL-6, SHOP-9): what was tried, what came back, what to do.
import type { Text } from './text.ts'

export type TestLeg = {
  /** Stable key ('token', 'administration', 'ftpLogin', 'signature' …). */
  readonly leg: string
  readonly title: Text
  readonly ok: boolean
  /** What was tried, with the address or name concerned, never a secret. */
  readonly tried: Text
  /** What came back, in plain words. */
  readonly cameBack: Text
  /** What to do about it; null where it is well. */
  readonly todo: Text | null
}
