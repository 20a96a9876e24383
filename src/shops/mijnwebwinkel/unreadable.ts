// How the parts of `to-order.ts` say that an order cannot be understood.
import type { ReadingNote } from '../../core/order.ts'
import type { MijnwebwinkelProblem } from './problems.ts'

/** Thrown within the translation only; `toOrder` makes it the reason that the order waits with. */
export class Unreadable extends Error {
  readonly reason: ReadingNote
  constructor(code: MijnwebwinkelProblem, data: Readonly<Record<string, string>> = {}) {
    super(code)
    this.reason = { code, data }
  }
}
