// Asks our module in the shop and gives back what came, its signature and shape checked; no meaning.
import type { Failure } from '../../../core/failures.ts'
import type { Http, HttpAnswer } from '../../../net/http.ts'
import { signRequest, verifyAnswer } from '../../../net/sign.ts'
import type { ShopEnvironment } from '../../shop.ts'
import { toModuleUrl } from '../address-of-shop.ts'
import { checked } from '../checked.ts'
import { failing } from '../failing.ts'
import { type Envelope, envelopeSchema } from '../wire.ts'
import { diagnose, fromHttpFailure } from './diagnose.ts'

export type ModuleDoor = {
  readonly http: Http
  readonly environment: ShopEnvironment
  /** With a slash at the end. */
  readonly shopUrl: string
  readonly token: string
}

export type Question = { readonly question: string; readonly [argument: string]: unknown }

/** Signed in place of the real path: that differs with the shop's folder, language and friendly URLs. */
const signedPath = '/module/sconnect/bridge'
const maxBytes = 16 * 1024 * 1024
const timeoutMs = 90_000

/** Throws ConnectionFailed, LoginRefused, SettingsWrong, Refused and UnexpectedAnswer with the codes of `problems.ts`. */
export async function ask(door: ModuleDoor, question: Question, signal: AbortSignal): Promise<unknown> {
  const { http, environment, shopUrl } = door
  const key = tokenOf(door)
  const url = toModuleUrl(shopUrl)
  const body = JSON.stringify(question)
  const timestamp = Math.floor(environment.clock() / 1000)
  const nonce = environment.randomHex(16)
  const signature = signRequest({ key, method: 'POST', path: signedPath, timestamp, nonce, body })
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'S-Connect',
    'x-sconnect-timestamp': String(timestamp),
    'x-sconnect-nonce': nonce,
    'x-sconnect-signature': signature,
  }
  const answer = await http
    .send({ method: 'POST', url, body, headers, timeoutMs, maxBytes }, signal)
    .catch((error: unknown) => {
      // Called off by us, not broken: the caller knows what to do with its own signal.
      if (signal.aborted) throw error
      throw fromHttpFailure(error, shopUrl)
    })
  const signed = findSigned(answer, { key, nonce, signature: answer.headers['x-sconnect-signature'] ?? '' })
  if (signed === null) throw findRefusal(answer) ?? diagnose(answer, url, shopUrl)
  if (signed.noise !== '') environment.log('extended', 'prestashop.phpNoise', { noise: signed.noise.slice(0, 200) })
  const envelope = checked(envelopeSchema, parseJson(signed.text), 'envelope')
  if (!envelope.ok) throw fromError(envelope)
  return envelope.answer
}

/** Throws 'prestashop.noToken' and 'prestashop.tokenShape'. */
function tokenOf({ token }: ModuleDoor): string {
  if (token === '') throw failing('prestashop.noToken')
  if (!/^[0-9a-f]{64}$/.test(token)) throw failing('prestashop.tokenShape')
  return token
}

/** The signed part of the answer. A host that prints warnings around it does not keep us from reading it. */
function findSigned(
  answer: HttpAnswer,
  proof: { key: string; nonce: string; signature: string },
): { text: string; noise: string } | null {
  if (proof.signature === '') return null
  if (verifyAnswer({ ...proof, body: answer.bytes })) return { text: answer.text, noise: '' }
  const text = answer.text.slice(Math.max(0, answer.text.indexOf('{"ok":')), answer.text.lastIndexOf('}') + 1)
  if (text === '' || !verifyAnswer({ ...proof, body: text })) return null
  return { text, noise: answer.text.replace(text, ' ').trim() }
}

/** Who has not the right key gets an answer without signature; only these are believed without one. */
function findRefusal(answer: HttpAnswer): Failure | null {
  if (answer.headers['x-sconnect'] === undefined) return null
  const parsed = envelopeSchema.safeParse(parseOrNull(answer.text))
  const isUnsigned = ['module.disabled', 'module.noKey', 'sign.wrong', 'sign.old', 'internal']
  return parsed.success && isUnsigned.includes(parsed.data.error ?? '') ? fromError(parsed.data) : null
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is no refusal; `diagnose` says what it is.
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw failing('prestashop.brokenAnswer', {}, error)
  }
}

const codes = {
  'module.disabled': 'prestashop.moduleDisabled',
  'module.noKey': 'prestashop.moduleNoKey',
  'sign.wrong': 'prestashop.wrongKey',
  'sign.old': 'prestashop.clock',
  'sign.replayed': 'prestashop.replayed',
  'stock.notAllowed': 'prestashop.stockNotAllowed',
  'stock.off': 'prestashop.stockManagementOff',
  'shop.multishopAll': 'prestashop.multishopAll',
} as const

function fromError({ error = '?', detail }: Envelope): Failure {
  const words = typeof detail === 'string' ? detail.slice(0, 300) : ''
  if (error === 'question.unknown') return failing('prestashop.oldModule', { version: '?' })
  const code = codes[error as keyof typeof codes] as (typeof codes)[keyof typeof codes] | undefined
  return code === undefined
    ? failing('prestashop.moduleFailed', { detail: `${error} ${words}`.trim() })
    : failing(code, { detail: words })
}
