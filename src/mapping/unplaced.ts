// How the parts of the translation say that a record is no order that can be booked.

/** Thrown within the translation only; `toOrder` makes it the reason that the order waits with. */
export class Unplaced extends Error {
  readonly reason: { readonly code: string; readonly data: Readonly<Record<string, string>> }
  constructor(code: string, data: Readonly<Record<string, string>> = {}) {
    super(code)
    this.reason = { code, data }
  }
}
