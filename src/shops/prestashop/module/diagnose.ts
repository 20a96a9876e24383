// What an answer that is not our module's means: a redirect, the shop's own page, maintenance, a firewall … Pure.
import { ConnectionFailed, type Failure, UnexpectedAnswer } from '../../../core/failures.ts'
import type { HttpAnswer } from '../../../net/http.ts'
import { redirectTarget } from '../address-of-shop.ts'
import { failing } from '../failing.ts'

const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME/

/** Failures of the connection itself, in this shop's codes. */
export function fromHttpFailure(error: unknown, shopUrl: string): unknown {
  if (error instanceof UnexpectedAnswer)
    return failing(error.code === 'http.tooLarge' ? 'prestashop.tooLarge' : 'prestashop.brokenAnswer', {}, error)
  if (!(error instanceof ConnectionFailed)) return error
  const cause = String(error.context['cause'] ?? '')
  const context = { url: shopUrl, cause }
  if (error.code === 'http.timeout') return failing('prestashop.timeout', context, error)
  if (cause === 'ENOTFOUND' || cause === 'EAI_AGAIN') return failing('prestashop.nameUnknown', context, error)
  if (certificateCodes.test(cause)) return failing('prestashop.certificate', context, error)
  return failing(error.sent ? 'prestashop.broken' : 'prestashop.unreachable', context, error)
}

/** What both ways have in common; null: nothing of these. `url`: what was asked. */
export function diagnoseServer(answer: HttpAnswer, url: string, shopUrl: string): Failure | null {
  const { status } = answer
  if (status >= 300 && status < 400) return diagnoseRedirect(answer, url, shopUrl)
  if (status === 503) return failing('prestashop.maintenance')
  if (status === 429) return failing('prestashop.tooMany')
  if (status === 401 && answer.headers['www-authenticate']?.startsWith('Basic') && !isPrestaShop(answer))
    return failing('prestashop.passwordProtected')
  if ([403, 406, 409, 418].includes(status)) return failing('prestashop.blocked', { status })
  return null
}

function diagnoseRedirect(answer: HttpAnswer, url: string, shopUrl: string): Failure {
  const to = redirectTarget(answer.headers['location'] ?? '', url)
  // The same shop in other words: no other address to enter, the shop itself has to leave ours alone.
  return to === shopUrl
    ? failing('prestashop.canonicalRedirect', { to: answer.headers['location'] ?? to })
    : failing('prestashop.redirect', { to })
}

/** Why there is no signed answer of the module. */
export function diagnose(answer: HttpAnswer, url: string, shopUrl: string): Failure {
  const known = diagnoseServer(answer, url, shopUrl)
  if (known !== null) return known
  const { status, text } = answer
  if (status >= 500) return failing('prestashop.serverError', { status })
  const body = text.trim()
  if (body === '') return failing('prestashop.emptyAnswer')
  const start = body.indexOf('{"ok":')
  if (start < 0)
    return failing(isPrestaShop(answer) ? 'prestashop.moduleMissing' : 'prestashop.notPrestaShop', { url: shopUrl })
  const end = body.lastIndexOf('}') + 1
  if (!isJson(body.slice(start, end))) return failing('prestashop.brokenAnswer')
  const noise = asPlainText(body.slice(0, start) + body.slice(end))
  return noise === '' ? failing('prestashop.answerSignature') : failing('prestashop.phpNoise', { noise })
}

/** By what its pages carry: its cookie, its header, its variables. */
const isPrestaShop = ({ headers, text }: HttpAnswer): boolean =>
  /prestashop/i.test(
    `${headers['powered-by']} ${headers['x-powered-by']} ${headers['set-cookie']} ${headers['psws-version']}`,
  ) || /prestashop/i.test(text)

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    // That it is none is the answer.
    return false
  }
}

/** Text of HTML, short: PHP's warnings come with tags. */
export const asPlainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
