// What an answer that is not the wanted one means. The body is looked at before the status: myShop refuses within a 200
// (reference/myshop.md, 2). Pure.
import { ConnectionFailed, type Failure, UnexpectedAnswer } from '../../core/failures.ts'
import type { HttpAnswer } from '../../net/http.ts'
import { failing } from './failing.ts'

/** A refusal is short; an order in which a customer wrote these words is not one. */
const longestRefusal = 4000

export const isRefusal = ({ bytes, text }: HttpAnswer): boolean =>
  bytes.length <= longestRefusal && /invalid request/i.test(text) && !/<(order|row|col)\b/i.test(text)

const isWebPage = ({ text }: HttpAnswer): boolean => /^\s*(<!doctype html|<html)/i.test(text.slice(0, 200))

/** null: an answer that can be read. `url` without the query. */
export function failureOf(answer: HttpAnswer, url: string): Failure | null {
  const { status, headers } = answer
  if (status >= 300 && status < 400)
    return failing('myshop.redirect', { to: URL.parse(headers['location'] ?? '', url)?.origin ?? '?' })
  if (status >= 500 || status === 408 || status === 429) return failing('myshop.serverError', { status })
  if (status < 200 || status >= 300) return failing('myshop.status', { url, status })
  return isWebPage(answer) ? failing('myshop.webPage') : null
}

const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME/

/** Failures of the connection itself, in this shop's codes. */
export function fromHttpFailure(error: unknown, url: string): unknown {
  if (error instanceof UnexpectedAnswer)
    return failing(error.code === 'http.tooLarge' ? 'myshop.tooLarge' : 'myshop.webPage')
  if (!(error instanceof ConnectionFailed)) return error
  const cause = String(error.context['cause'] ?? '')
  const context = { url, cause }
  if (error.code === 'http.timeout') return failing('myshop.timeout', context)
  if (cause === 'ENOTFOUND' || cause === 'EAI_AGAIN') return failing('myshop.nameUnknown', context)
  if (certificateCodes.test(cause)) return failing('myshop.certificate', context)
  return failing(error.sent ? 'myshop.broken' : 'myshop.unreachable', context)
}
