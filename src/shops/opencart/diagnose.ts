// What an answer that is not ours means: a redirect, the shop's home page, maintenance, a firewall … Pure.
import { ConnectionFailed, type Failure, UnexpectedAnswer } from '../../core/failures.ts'
import type { HttpAnswer } from '../../net/http.ts'
import { failing } from './failing.ts'

const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME/

/** Failures of the connection itself, in this shop's codes. `shopUrl` without path of the endpoint. */
export function fromHttpFailure(error: unknown, shopUrl: string): unknown {
  if (error instanceof UnexpectedAnswer && error.code === 'http.tooLarge')
    return failing('opencart.tooLarge', {}, error)
  if (error instanceof UnexpectedAnswer && error.code === 'http.badEncoding')
    return failing('opencart.badEncoding', {}, error)
  if (!(error instanceof ConnectionFailed)) return error
  const cause = String(error.context['cause'] ?? '')
  const context = { url: shopUrl, cause }
  if (error.code === 'http.timeout') return failing('opencart.timeout', context, error)
  if (cause === 'ENOTFOUND' || cause === 'EAI_AGAIN') return failing('opencart.nameUnknown', context, error)
  if (certificateCodes.test(cause)) return failing('opencart.certificate', context, error)
  return failing(error.sent ? 'opencart.broken' : 'opencart.unreachable', context, error)
}

/** Why there is no signed answer. `url`: of the endpoint that was asked. */
export function diagnose(answer: HttpAnswer, url: string): Failure {
  const { status, text } = answer
  if (status >= 300 && status < 400) return failing('opencart.redirect', { to: redirectTarget(answer, url) })
  if (isRefusal(answer)) return failing('opencart.refused')
  const firewall = findFirewall(answer)
  if (firewall !== null) return failing('opencart.firewall', { who: firewall, status })
  if (isMaintenance(answer)) return failing('opencart.maintenance', { status })
  if (status === 401) return failing('opencart.passwordProtected')
  if (status === 404 || status === 410) return failing('opencart.notFound', { url })
  if (status >= 500) return failing('opencart.serverError', { status })
  if (status !== 200) return failing('opencart.blocked', { status })
  return diagnoseBody(text)
}

/** A 200 with something else in it. */
function diagnoseBody(text: string): Failure {
  const body = text.trim()
  if (body === '') return failing('opencart.emptyAnswer')
  if (body.startsWith('<?php')) return failing('opencart.phpNotRun')
  const start = body.indexOf('{"sconnect"')
  if (start < 0)
    return /<html|<!doctype|<body/i.test(body) ? failing('opencart.homePage') : failing('opencart.brokenJson')
  if (start > 0) return failing('opencart.phpNoise', { noise: asPlainText(body.slice(0, start)) })
  const end = body.lastIndexOf('}') + 1
  if (!isJson(body.slice(0, end))) return failing('opencart.halfAnswer')
  if (end < body.length) return failing('opencart.phpNoise', { noise: asPlainText(body.slice(end)) })
  return failing('opencart.signature')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    // That it is none is the answer.
    return false
  }
}

/** The shop's address that the redirect leads to, without our own file behind it. */
function redirectTarget(answer: HttpAnswer, url: string): string {
  const to = URL.parse(answer.headers['location'] ?? '', url)
  if (to === null) return '?'
  const tail = new URL(url).pathname.split('/').slice(-2).join('/')
  return to.href.endsWith(tail) ? to.href.slice(0, -tail.length) : to.href
}

/** The bridge's constant answer to everybody whose key is not right. */
const isRefusal = (answer: HttpAnswer): boolean =>
  answer.status === 403 && answer.text.includes('"sconnect"') && answer.text.includes('"refused"')

const firewalls: readonly (readonly [RegExp, string])[] = [
  [/cloudflare|cf-ray|attention required!|just a moment/i, 'Cloudflare'],
  [/mod_security|modsecurity|not acceptable!/i, 'ModSecurity'],
  [/sucuri/i, 'Sucuri'],
  [/wordfence/i, 'Wordfence'],
  [/imunify/i, 'Imunify360'],
  [/incapsula|imperva/i, 'Imperva'],
  [/akamai|access denied.{0,200}reference #/is, 'Akamai'],
  [/firewall|bot protection|captcha/i, 'firewall'],
]

function findFirewall(answer: HttpAnswer): string | null {
  if (![403, 406, 409, 418, 429, 503].includes(answer.status)) return null
  const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`)
  const said = `${headers.filter((line) => /^(server|cf-|x-sucuri|x-iinfo)/.test(line)).join('\n')}\n${answer.text.slice(0, 20_000)}`
  // Behind Cloudflare every answer carries its headers; only a page of its own is its doing.
  const own =
    /cloudflare/i.test(said) &&
    !/<title>[^<]*(attention|just a moment|access denied|cloudflare|blocked)/i.test(answer.text)
  const found = firewalls.find(([sign, name]) => sign.test(said) && !(own && name === 'Cloudflare'))
  if (found !== undefined) return found[1]
  return answer.status === 406 ? 'ModSecurity' : null
}

const isMaintenance = ({ status, text }: HttpAnswer): boolean =>
  status === 503 ||
  (/common\/maintenance|maintenance mode|<title>[^<]*(maintenance|onderhoud)/i.test(text) &&
    !text.includes('{"sconnect"'))

/** Text of HTML, short: PHP's warnings come with tags. */
const asPlainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
