// An answer that is not a success, thrown from wherever it is known, with one of the body shapes that occur in the wild
// (reference/snelstart.md A8). The Dutch wording is ours; clients go by the code.
import { messages } from './messages.ts'

type BusinessError = { readonly errorCode: string; readonly message: string; readonly details: null }
export type ErrorCode = keyof typeof messages

/** Stops the handling of a request with this status and body. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`refused with ${status}`)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

const toError = (code: ErrorCode): BusinessError => ({ errorCode: code, message: messages[code], details: null })

/** The business rules' body: an array, possibly of several errors. */
export const refuse = (codes: readonly ErrorCode[], status = 400): Refusal => new Refusal(status, codes.map(toError))
export const notFound = (code: ErrorCode | null): Refusal =>
  new Refusal(404, code === null ? undefined : [toError(code)])
/** What the web framework says when a body does not fit the model: per place the reasons. */
export const bindingRefusal = (places: ReadonlyMap<string, readonly string[]>): Refusal =>
  new Refusal(400, { message: 'The request is invalid.', modelState: Object.fromEntries(places) })
/** What the query library says; its message has a capital M. */
export const queryRefusal = (reason: string): Refusal =>
  new Refusal(400, { Message: `The query specified in the URI is not valid. ${reason}` })
/** The shape of the gateway in front of the API. */
export const gatewayRefusal = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal => new Refusal(status, { statusCode: status, message }, headers)
export const tokenExpired = (): Refusal =>
  new Refusal(401, { message: 'Authorization has been denied for this request.' }, { 'WWW-Authenticate': 'Bearer' })

/** Throws all found errors at once, if there are any. */
export function refuseIfAny(codes: readonly (ErrorCode | null | false)[]): void {
  const found = codes.filter((code): code is ErrorCode => code !== null && code !== false)
  if (found.length > 0) throw refuse(found)
}
