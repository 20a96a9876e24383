// What is thrown, as against problems (values). A handful of classes; each says whether trying again can help.

export type Retry = 'soon' | 'later' | 'never'

/** `what` names what was being done, in English, for logs; texts for users come from the problems catalogue by `code`. */
export type FailureContext = Readonly<Record<string, string | number | boolean | null>>

export abstract class Failure extends Error {
  readonly code: string
  readonly retry: Retry
  readonly context: FailureContext
  constructor(code: string, message: string, retry: Retry, context: FailureContext = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.code = code
    this.retry = retry
    this.context = context
  }
}

/** No answer, or one that leaves doubt whether the remote acted. `sent` false: surely nothing reached the remote. */
export class ConnectionFailed extends Failure {
  readonly sent: boolean
  constructor(code: string, message: string, options: { sent: boolean; context?: FailureContext; cause?: unknown }) {
    super(code, message, 'soon', options.context, options.cause)
    this.sent = options.sent
  }
}

/** The credentials, key or right was refused; only a person can mend it. */
export class LoginRefused extends Failure {
  constructor(code: string, message: string, context?: FailureContext, cause?: unknown) {
    super(code, message, 'never', context, cause)
  }
}

export class RateLimited extends Failure {
  readonly retryAfterMs: number
  constructor(code: string, message: string, retryAfterMs: number, context?: FailureContext) {
    super(code, message, 'soon', context)
    this.retryAfterMs = retryAfterMs
  }
}

/** The remote answered in a way that we do not understand (broken JSON, another page, a schema that does not fit). */
export class UnexpectedAnswer extends Failure {
  constructor(code: string, message: string, context?: FailureContext, cause?: unknown) {
    super(code, message, 'later', context, cause)
  }
}

/** What a refusal means for the one who writes: the number is taken (look whose), the VAT number will not do (may be left
 *  out), the record is gone or inactive (what we know is stale), or anything else. */
export type RefusalMeaning = 'codeTaken' | 'vatNumber' | 'stale' | 'other'

/** The remote understood and refused, for a business reason it names (SnelStart's REL-0088, BOE-0021 …). Nothing was written. Without
 *  reasons it is the adapter that refuses an order: the words for `code` say why, filled from `context`. */
export class Refused extends Failure {
  readonly reasons: readonly { readonly code: string; readonly text: string }[]
  readonly meaning: RefusalMeaning
  constructor(
    code: string,
    message: string,
    reasons: readonly { code: string; text: string }[],
    context?: FailureContext,
    meaning: RefusalMeaning = 'other',
  ) {
    super(code, message, 'never', context)
    this.reasons = reasons
    this.meaning = meaning
  }
}

/** A setting is missing or impossible; `context.setting` names its key. */
export class SettingsWrong extends Failure {
  constructor(code: string, message: string, context?: FailureContext, cause?: unknown) {
    super(code, message, 'never', context, cause)
  }
}

/** Disk full, read-only folder, database of a newer version: this machine, not a remote. */
export class StoreFailed extends Failure {
  constructor(code: string, message: string, context?: FailureContext, cause?: unknown) {
    super(code, message, 'never', context, cause)
  }
}

/** Ours to mend. */
export class Bug extends Failure {
  constructor(message: string, context?: FailureContext, cause?: unknown) {
    super('bug', message, 'never', context, cause)
  }
}

/** For the `default` of a switch over a union. */
export function assertNever(value: never): never {
  throw new Bug(`unexpected value ${JSON.stringify(value)}`)
}
