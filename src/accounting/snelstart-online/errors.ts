// One function from an answer to a failure class: what SnelStart, the gateway before it and the log-in say when something
// is wrong (reference A8). The texts for users stand in problems.ts, by `code`.
import {
  ConnectionFailed,
  type Failure,
  type FailureContext,
  LoginRefused,
  RateLimited,
  Refused,
  UnexpectedAnswer,
} from '../../core/failures.ts'
import type { HttpAnswer } from '../../net/http.ts'

/** What was asked, for telling what went wrong. `path` begins with '/', under the API's address, query included. */
export type Asked = { readonly method: 'GET' | 'POST' | 'PUT'; readonly path: string }

type Reason = { readonly code: string; readonly text: string }

/** The failure that an answer other than 2xx stands for. ConnectionFailed (always `sent`): the other side may have acted. */
export function failureOf(answer: HttpAnswer, asked: Asked): Failure {
  const reasons = reasonsOf(answer)
  const said = reasons.map(({ code, text }) => `${code} ${text}`.trim()).join('; ')
  const context = { ...contextOf(asked), status: answer.status, said }
  switch (true) {
    case isSubscriptionRefusal(answer):
      return new LoginRefused('snelstart.subscriptionKeyRefused', 'the subscription key was refused', context)
    case answer.status === 401:
      return new LoginRefused('snelstart.tokenRefused', 'a fresh token was refused', context)
    case answer.status === 403:
      return new LoginRefused('snelstart.scopeMissing', `no right to ${scopeOf(asked)}`, {
        ...context,
        scope: scopeOf(asked),
      })
    case answer.status === 404:
      return new Refused('snelstart.notFound', 'no such record', reasons, context, 'stale')
    case answer.status === 429:
      return new RateLimited('snelstart.rateLimited', 'too many requests', retryAfterMs(answer), context)
    case answer.status >= 400 && answer.status < 500 && answer.status !== 408:
      return refusalOf(reasons, said, { ...context, reasons: said })
    default:
      return new ConnectionFailed('snelstart.serverError', `status ${answer.status}`, { sent: true, context })
  }
}

/** What the connection itself throws, under codes that problems.ts has words for; `sent` stays as it was. */
export function inOurWords(error: unknown): unknown {
  if (error instanceof ConnectionFailed) {
    const code = error.sent ? 'snelstart.noAnswer' : 'snelstart.unreachable'
    return new ConnectionFailed(code, error.message, { sent: error.sent, context: error.context, cause: error })
  }
  if (error instanceof UnexpectedAnswer) {
    const code = error.code === 'http.tooLarge' ? 'snelstart.tooLarge' : 'snelstart.unreadable'
    return new UnexpectedAnswer(code, error.message, error.context, error)
  }
  return error
}

/** The failure of the log-in. Nothing was asked of the API yet, so a ConnectionFailed is never `sent`. */
export function tokenFailureOf(answer: HttpAnswer): Failure {
  const context = {
    what: 'token',
    status: answer.status,
    said: reasonsOf(answer)
      .map(({ text }) => text)
      .join('; '),
  }
  if (answer.status === 429)
    return new RateLimited('snelstart.rateLimited', 'too many log-ins', retryAfterMs(answer), context)
  // Every other 4xx means a refused key: the wording differs per kind of key (reference A2).
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 408)
    return new LoginRefused('snelstart.clientKeyRefused', 'the client key was refused', context)
  return new ConnectionFailed('snelstart.loginUnavailable', `status ${answer.status}`, { sent: false, context })
}

/** Never the values of a query: e-mail addresses stand in it. */
export const contextOf = ({ method, path }: Asked) => ({ method, path: path.split('?')[0] ?? '' })

export const isSubscriptionRefusal = (answer: HttpAnswer): boolean =>
  answer.status === 401 && /subscription key/i.test(answer.text)

/** How long to wait after a 429: the header in seconds or as a date, else the number in the text, else 10 seconds. */
export function retryAfterMs(answer: HttpAnswer): number {
  const header = answer.headers['retry-after']?.trim() ?? ''
  const seconds = /^\d+$/.test(header) ? header : /in (\d+) seconds/i.exec(answer.text)?.[1]
  return Math.max(1, Number(seconds ?? 10)) * 1000
}

const scopes: Readonly<Record<string, string>> = {
  relaties: 'relaties',
  prijsafspraken: 'relaties',
  artikelen: 'artikelen',
  artikelomzetgroepen: 'artikelen',
  verkooporders: 'orders',
  verkoopordersjablonen: 'orders',
  grootboeken: 'boekhouden',
  companyInfo: 'settings',
  landen: 'settings',
  btwtarieven: 'settings',
  vatrates: 'settings',
}

/** The scope that an operation needs (reference A6), 'orders:write'; the resource's own name where it is not known. */
function scopeOf({ method, path }: Asked): string {
  const resource = /^\/(\w+)/.exec(path)?.[1] ?? ''
  return `${scopes[resource] ?? resource}:${method === 'GET' ? 'read' : 'write'}`
}

const vatNumberCodes = new Set(['REL-0057', 'REL-0058', 'REL-0059', 'REL-0087', 'REL-0088'])
const codeTakenCodes = new Set(['REL-0008', 'ART-0005', 'BOE-0021'])
// Inactive, not found, no customer any more: what we know of the record is stale.
const staleCodes = new Set([
  'ALG-0105',
  'REL-0005',
  'ART-0001',
  'ART-0018',
  'VOR-0001',
  'VOR-0002',
  'VOR-0003',
  'BOE-0008',
  'BOE-0037',
  'BOE-0054',
])

/** The VAT number may only be left out where it is all that is wrong; a taken code and a stale record matter in any company. */
function refusalOf(reasons: readonly Reason[], said: string, context: FailureContext): Refused {
  const codes = reasons.map(({ code }) => code)
  if (codes.every((code) => vatNumberCodes.has(code)))
    return new Refused('snelstart.vatNumberRefused', said, reasons, context, 'vatNumber')
  if (codes.some((code) => codeTakenCodes.has(code)))
    return new Refused('snelstart.codeTaken', said, reasons, context, 'codeTaken')
  const meaning = codes.some((code) => staleCodes.has(code)) ? 'stale' : 'other'
  return new Refused('snelstart.refused', `refused: ${said}`, reasons, context, meaning)
}

const longestText = 300

/** Every reason that the body names, in whichever of SnelStart's shapes; a body that is none of them gives its own text. */
function reasonsOf(answer: HttpAnswer): readonly Reason[] {
  const body = parsed(answer.text)
  const reasons = Array.isArray(body) ? body.flatMap(reasonsIn) : reasonsIn(body)
  if (reasons.length > 0) return reasons
  const text = typeof body === 'string' ? body : answer.text
  return [{ code: '', text: /<\w/.test(text) ? `HTTP ${answer.status}` : text.trim().slice(0, longestText) }]
}

function reasonsIn(part: unknown): readonly Reason[] {
  if (typeof part !== 'object' || part === null) return []
  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(part)) fields[name.toLowerCase()] = value
  const code = typeof fields['errorcode'] === 'string' ? fields['errorcode'] : ''
  const main = [fields['message'], fields['error_description'], fields['error']].find(
    (text) => typeof text === 'string',
  )
  const details = Object.entries(fields['modelstate'] ?? {}).flatMap(([name, texts]) =>
    [texts].flat().map((text) => ({ code: '', text: `${name}: ${String(text)}`.slice(0, longestText) })),
  )
  if (code === '' && main === undefined) return details
  return [{ code, text: String(main ?? '').slice(0, longestText) }, ...details]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not every refusal is JSON; its text is used as it is.
    return text
  }
}
