// Asks the shop's own web service. Lists in JSON, which are complete (the answer for one object leaves out what is 0), and XML
// where something is written, since that is all it takes (reference/prestashop.md, 6).
import type { Failure } from '../../../core/failures.ts'
import type { Http, HttpAnswer } from '../../../net/http.ts'
import type { ShopEnvironment } from '../../shop.ts'
import { failing } from '../failing.ts'
import { asPlainText, diagnoseServer, fromHttpFailure } from '../module/diagnose.ts'
import type { Row } from '../wire.ts'

export type WebserviceDoor = {
  readonly http: Http
  readonly environment: ShopEnvironment
  /** With a slash at the end. */
  readonly shopUrl: string
  readonly key: string
}

/** `associations` of the object beside its own fields. */
export type Found = { readonly row: Row; readonly associations: Readonly<Record<string, readonly Row[]>> }

export type ListQuery = {
  readonly filter?: Readonly<Record<string, string>>
  readonly sort?: string
  readonly limit?: string
  readonly display?: string
}

const maxBytes = 32 * 1024 * 1024
const timeoutMs = 90_000

/** Every object of the resource that fits, whole. Throws the codes of `problems.ts`. */
export async function list(
  door: WebserviceDoor,
  resource: string,
  query: ListQuery,
  signal: AbortSignal,
): Promise<readonly Found[]> {
  const answer = await send(door, { method: 'GET', path: `${resource}?${toQuery(query)}` }, signal)
  const parsed = parse(answer.text)
  // Nothing found is an empty list, not an object with an empty list in it.
  if (Array.isArray(parsed)) return []
  const objects = Object.values((parsed ?? {}) as Record<string, unknown>)[0]
  if (!Array.isArray(objects)) throw failing('prestashop.schema', { where: resource })
  return objects.map((object) => toFound(object as Record<string, unknown>))
}

/** The rights of the key, as the list of resources tells them: 'stock_availables' → put. */
export async function mayPut(door: WebserviceDoor, resource: string, signal: AbortSignal): Promise<boolean> {
  // As JSON this address is an empty 500 (reference/prestashop.md, 6).
  const { text } = await send(door, { method: 'GET', path: '' }, signal)
  return new RegExp(`<${resource}[^>]*\\bput="true"`).test(text)
}

/** Writes a whole object; null: well, else what the shop has against it. */
export async function put(
  door: WebserviceDoor,
  resource: string,
  object: Row,
  signal: AbortSignal,
): Promise<string | null> {
  const fields = Object.entries(object).map(([name, value]) => `<${name}><![CDATA[${value ?? ''}]]></${name}>`)
  const name = resource.replace(/s$/, '')
  const body = `<?xml version="1.0" encoding="UTF-8"?><prestashop><${name}>${fields.join('')}</${name}></prestashop>`
  const answer = await sendRaw(door, { method: 'PUT', path: `${resource}/${object['id'] ?? ''}`, body }, signal)
  if (answer.status === 200) return null
  const errors = errorsIn(answer.text)
  if (errors.some(({ code }) => [41, 85, 92].includes(code)) || answer.status === 404)
    return errors.map(({ message }) => message).join(' ') || '404'
  throw diagnoseAnswer(answer, { door, path: resource, method: 'PUT' })
}

type Asked = { readonly method: 'GET' | 'PUT'; readonly path: string; readonly body?: string }

async function send(door: WebserviceDoor, asked: Asked, signal: AbortSignal): Promise<HttpAnswer> {
  const answer = await sendRaw(door, asked, signal)
  if (answer.status === 200 && answer.text.trim() !== '') return answer
  throw diagnoseAnswer(answer, { door, path: asked.path, method: asked.method })
}

async function sendRaw({ http, shopUrl, key }: WebserviceDoor, asked: Asked, signal: AbortSignal): Promise<HttpAnswer> {
  if (key === '') throw failing('prestashop.noApiKey')
  const headers = {
    // The key as the user name, with an empty password.
    authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
    'user-agent': 'S-Connect',
    ...(asked.body === undefined ? {} : { 'content-type': 'text/xml; charset=utf-8' }),
  }
  const body = asked.body === undefined ? {} : { body: asked.body }
  const request = { method: asked.method, url: `${shopUrl}api/${asked.path}`, headers, timeoutMs, maxBytes, ...body }
  return await http.send(request, signal).catch((error: unknown) => {
    // Called off by us, not broken: the caller knows what to do with its own signal.
    if (signal.aborted) throw error
    throw fromHttpFailure(error, shopUrl)
  })
}

/** Dates can be filtered on only with `date=1`; everything in the values is encoded, brackets too. */
function toQuery({ filter = {}, sort, limit, display = 'full' }: ListQuery): string {
  const parts = [`display=${encodeURIComponent(display)}`, 'output_format=JSON', 'date=1']
  for (const [name, value] of Object.entries(filter)) parts.push(`filter[${name}]=${encodeURIComponent(value)}`)
  if (sort !== undefined) parts.push(`sort=${encodeURIComponent(sort)}`)
  if (limit !== undefined) parts.push(`limit=${limit}`)
  return parts.join('&')
}

type ServiceError = { readonly code: number; readonly message: string }

/** Of an answer in JSON or XML; [] where there are none. Warnings of PHP (code 3) come with server paths: left out. */
function errorsIn(text: string): readonly ServiceError[] {
  if (text.trimStart().startsWith('<')) {
    const found = text.matchAll(/<code><!\[CDATA\[(\d+)\]\]><\/code>\s*<message><!\[CDATA\[([\s\S]*?)\]\]><\/message>/g)
    return [...found]
      .map(([, code, message]) => ({ code: Number(code), message: message ?? '' }))
      .filter(({ code }) => code !== 3)
  }
  const { errors } = (parseOrNull(text) ?? {}) as { errors?: readonly ServiceError[] }
  return (errors ?? []).filter(({ code }) => code !== 3)
}

function diagnoseAnswer(
  answer: HttpAnswer,
  { door, path, method }: { door: WebserviceDoor; path: string; method: string },
): Failure {
  const errors = errorsIn(answer.text)
  const resource = path.split(/[/?]/)[0] || 'api'
  const has = (...codes: number[]) => errors.some(({ code }) => codes.includes(code))
  const detail = asPlainText(errors.map(({ message }) => message).join(' ')).slice(0, 120)
  if (has(18)) return failing('prestashop.apiKeyShape')
  if (has(20, 21)) return failing('prestashop.apiKeyWrong')
  if (has(25, 26) || answer.status === 405)
    return failing(method === 'PUT' ? 'prestashop.stockNotAllowed' : 'prestashop.apiRight', { resource, method })
  if (has(27)) return failing('prestashop.apiResource', { resource })
  if (has(32, 38)) return failing('prestashop.apiField', { resource, detail: detail.split('?')[0] ?? '' })
  if (errors.length > 0) return failing('prestashop.apiRefused', { resource, detail })
  return diagnosePlain(answer, door.shopUrl, path)
}

/** Answers without a list of errors. */
function diagnosePlain(answer: HttpAnswer, shopUrl: string, path: string): Failure {
  const { status, text } = answer
  const isOurs = /webservice/i.test(`${answer.headers['x-powered-by']} ${answer.headers['psws-version']}`)
  // Plain '401 Unauthorized' is what it says when no key arrived, and we always send one.
  if (status === 401 && (isOurs || text.trim() === '401 Unauthorized')) return failing('prestashop.apiKeyDropped')
  if (status === 503 && /webservice is disabled/i.test(text)) return failing('prestashop.apiOff')
  const known = diagnoseServer(answer, `${shopUrl}api/${path}`, shopUrl)
  if (known !== null) return known
  if (status >= 500) return failing('prestashop.serverError', { status })
  if (status === 404)
    return failing(isOurs ? 'prestashop.apiResource' : 'prestashop.notPrestaShop', { url: shopUrl, resource: path })
  return text.trim() === '' ? failing('prestashop.emptyAnswer') : failing('prestashop.notPrestaShop', { url: shopUrl })
}

function parse(text: string): unknown {
  const start = text.search(/[{[]/)
  try {
    return JSON.parse(text)
  } catch (error) {
    if (start > 0) throw failing('prestashop.phpNoise', { noise: asPlainText(text.slice(0, start)) }, error)
    throw failing(start < 0 ? 'prestashop.notPrestaShop' : 'prestashop.brokenAnswer', { url: '' }, error)
  }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON holds no errors; the status says the rest.
    return null
  }
}

/** Values as text, whatever version sends numbers where; of texts in several languages the first. */
function toFound(object: Record<string, unknown>): Found {
  const { associations, ...own } = object
  const lists = Object.entries((associations ?? {}) as Record<string, unknown>)
  return {
    row: toRow(own),
    associations: Object.fromEntries(
      lists.map(([name, rows]) => [
        name,
        Array.isArray(rows) ? rows.map((row) => toRow(row as Record<string, unknown>)) : [],
      ]),
    ),
  }
}

const toRow = (object: Record<string, unknown>): Row =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, toText(value)]))

function toText(value: unknown): string | null {
  if (Array.isArray(value)) return toText((value[0] as { value?: unknown } | undefined)?.value ?? '')
  if (value === null || value === undefined || value === false) return value === false ? '' : null
  return typeof value === 'object' ? null : String(value)
}
