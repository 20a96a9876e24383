// Asks the bridge in the shop and gives back what came, its signature and shape checked; no meaning. One request, one try:
// placing the bridge anew when it is refused or gone is `endpoint.ts`'s part.
import type { z } from 'zod'
import type { Http } from '../../net/http.ts'
import { signRequest, verifyAnswer } from '../../net/sign.ts'
import type { ShopEnvironment } from '../shop.ts'
import { diagnose, fromHttpFailure } from './diagnose.ts'
import { failing } from './failing.ts'
import { type Envelope, envelopeSchema } from './wire.ts'

export type Endpoint = { readonly url: string; readonly key: string }

export type Question = { readonly question: string; readonly [argument: string]: unknown }

export type Answer = { readonly version: string; readonly answer: unknown }

/** A page of a hundred orders is a few hundred kilobytes; the bridge itself ends a page at four megabytes. */
const maxBytes = 16 * 1024 * 1024
/** A full scan of a large order table on a slow host takes long: there is no index on any date. */
const timeoutMs = 90_000

/** Throws ConnectionFailed, LoginRefused, SettingsWrong and UnexpectedAnswer with the codes of `problems.ts`. */
export async function ask(
  { http, environment }: { http: Http; environment: ShopEnvironment },
  endpoint: Endpoint,
  question: Question,
  signal: AbortSignal,
): Promise<Answer> {
  const body = JSON.stringify(question)
  const timestamp = Math.floor(environment.clock() / 1000)
  const nonce = environment.randomHex(16)
  const path = new URL(endpoint.url).pathname
  const signature = signRequest({ key: endpoint.key, method: 'POST', path, timestamp, nonce, body })
  const request = {
    method: 'POST' as const,
    url: endpoint.url,
    body,
    timeoutMs,
    maxBytes,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'S-Connect',
      'x-sconnect-timestamp': String(timestamp),
      'x-sconnect-nonce': nonce,
      'x-sconnect-signature': signature,
    },
  }
  const answer = await http.send(request, signal).catch((error: unknown) => {
    // Aborted by us, not broken: the caller knows what to do with its own signal.
    if (signal.aborted) throw error
    throw fromHttpFailure(error, new URL('.', endpoint.url).href)
  })
  const given = answer.headers['x-sconnect-signature'] ?? ''
  const signed = answer.status === 200 ? findSigned(answer, { key: endpoint.key, nonce, signature: given }) : null
  if (signed === null) throw diagnose(answer, endpoint.url)
  if (signed.noise !== '') environment.log('extended', 'opencart.phpNoise', { noise: signed.noise.slice(0, 200) })
  return readEnvelope(checked(envelopeSchema, parseJson(signed.text), 'envelope'), environment)
}

/** The signed part of the answer. A host that prints warnings around it does not keep us from reading it. */
function findSigned(
  answer: { bytes: Uint8Array; text: string },
  proof: { key: string; nonce: string; signature: string },
): { text: string; noise: string } | null {
  if (verifyAnswer({ ...proof, body: answer.bytes })) return { text: answer.text, noise: '' }
  const start = answer.text.indexOf('{"sconnect"')
  const text = answer.text.slice(Math.max(0, start), answer.text.lastIndexOf('}') + 1)
  if (start < 0 || !verifyAnswer({ ...proof, body: text })) return null
  return { text, noise: answer.text.replace(text, ' ').trim() }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw failing('opencart.brokenJson', {}, error)
  }
}

/** Checks a part of an answer. Throws 'opencart.schema' with the place that does not fit. */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, part: string): z.infer<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const where = [part, ...(parsed.error.issues[0]?.path ?? [])].join('.')
  throw failing('opencart.schema', { where }, parsed.error)
}

function readEnvelope(envelope: Envelope, environment: ShopEnvironment): Answer {
  const { error } = envelope
  if (error === undefined) return { version: envelope.sconnect, answer: envelope.answer }
  const detail = typeof error.detail === 'string' ? error.detail.slice(0, 300) : ''
  switch (error.code) {
    case 'clock':
      throw failing('opencart.clock', clockDifference(envelope.time, environment.clock()))
    case 'replay':
      throw failing('opencart.replay')
    case 'question':
      throw failing('opencart.oldBridge', { detail })
    case 'config':
      throw failing('opencart.noConfig', { detail })
    case 'database':
      throw failing('opencart.database', { detail })
    case 'prefix':
      throw failing('opencart.prefix', {
        seen: (error.prefixes ?? []).map((prefix) => prefix || '-').join(', ') || '-',
      })
    default:
      throw failing('opencart.query', { detail: `${error.code} ${detail}`.trim() })
  }
}

/** By how much, and which way, the shop's clock is off ours. `direction` is a word for the Dutch and English text alike. */
function clockDifference(shopSeconds: number | undefined, nowMs: number) {
  const seconds = Math.round((shopSeconds ?? 0) - nowMs / 1000)
  return { seconds: Math.abs(seconds), difference: `${seconds > 0 ? '+' : '−'}${Math.abs(seconds)}` }
}
