// What an answer that is not the wanted one means: refused keys, too many calls, a failure of theirs, another page. Pure.
import { ConnectionFailed, type Failure, RateLimited, UnexpectedAnswer } from '../../core/failures.ts'
import type { HttpAnswer } from '../../net/http.ts'
import { failing } from './failing.ts'
import { redact } from './redact.ts'
import { errorSchema } from './wire.ts'

/** Who asked: which keys went along, which address, and what must never be shown. */
export type Asked = {
  readonly url: string
  readonly keys: 'partner' | 'both'
  readonly hasPartnerKey: boolean
  readonly secrets: readonly string[]
  readonly nowMs: number
}

/** The failure that an answer other than 2xx stands for. */
export function failureOf(answer: HttpAnswer, asked: Asked): Failure {
  const { status } = answer
  const { url } = asked
  if (status >= 300 && status < 400) return failing('mijnwebwinkel.redirect', { to: redirectTarget(answer, asked) })
  if (status === 401 || status === 403) return failing(refusalOf(asked))
  if (status === 404 || status === 410) return failing('mijnwebwinkel.notFound', { url })
  if (status === 429) return tooMany(retryAfterMs(answer, asked.nowMs) ?? usualPauseMs)
  if (status >= 500 || status === 408) return failing('mijnwebwinkel.serverError', { status })
  return failing('mijnwebwinkel.refused', { status, said: saidIn(answer, asked.secrets) })
}

/** The statuses can be asked with the partner key alone (reference, 1), so their refusal tells which of the two it was. */
function refusalOf({ keys, hasPartnerKey }: Asked) {
  if (keys === 'both') return 'mijnwebwinkel.keyRefused'
  return hasPartnerKey ? 'mijnwebwinkel.partnerRefused' : 'mijnwebwinkel.partnerMissing'
}

/** When nothing is said about how long. */
export const usualPauseMs = 30_000

export const tooMany = (ms: number): RateLimited =>
  new RateLimited('mijnwebwinkel.rateLimited', 'too many requests', ms, { seconds: Math.ceil(ms / 1000) })

/** From the header in seconds or as a date; null: nothing usable is said. */
export function retryAfterMs(answer: HttpAnswer, nowMs: number): number | null {
  const header = answer.headers['retry-after']?.trim() ?? ''
  if (/^\d{1,9}$/.test(header)) return Math.max(1, Number(header)) * 1000
  const at = header === '' ? Number.NaN : Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(1000, at - nowMs)
}

const longestText = 300

/** The reason in either of the two shapes (reference, 9), without secrets; the body's own text where it is neither. */
export function saidIn(answer: HttpAnswer, secrets: readonly string[]): string {
  const parsed = errorSchema.safeParse(parsedOrNull(answer.text))
  const { code = '', message = '', description = '', title = '', detail = '' } = parsed.data ?? {}
  const said = [code, message || title, description || detail].filter((part) => part !== '').join(' ')
  const shown = said !== '' ? said : /<\w/.test(answer.text) ? `HTTP ${answer.status}` : answer.text.trim()
  return redact(shown, secrets).slice(0, longestText)
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not every refusal is JSON; its text is used as it is.
    return null
  }
}

/** The address that the redirect leads to, without what we asked there. */
function redirectTarget(answer: HttpAnswer, { url, secrets }: Asked): string {
  const to = URL.parse(answer.headers['location'] ?? '', url)
  return to === null ? '?' : redact(to.origin, secrets)
}

const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME/

/** Failures of the connection itself, in this shop's codes. `url` without query. Their cause is left out of the new one:
 *  it can hold the address with the keys. */
export function fromHttpFailure(error: unknown, url: string): unknown {
  if (error instanceof UnexpectedAnswer)
    return failing(error.code === 'http.tooLarge' ? 'mijnwebwinkel.tooLarge' : 'mijnwebwinkel.notJson')
  if (!(error instanceof ConnectionFailed)) return error
  const cause = String(error.context['cause'] ?? '')
  const context = { url, cause }
  if (error.code === 'http.timeout') return failing('mijnwebwinkel.timeout', context)
  if (cause === 'ENOTFOUND' || cause === 'EAI_AGAIN') return failing('mijnwebwinkel.nameUnknown', context)
  if (certificateCodes.test(cause)) return failing('mijnwebwinkel.certificate', context)
  return failing(error.sent ? 'mijnwebwinkel.broken' : 'mijnwebwinkel.unreachable', context)
}
