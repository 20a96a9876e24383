// Orders from a web address: which one, and how it wants to be logged in to, is not published, so both are settings. The answer is
// a file like any other.
import { ConnectionFailed, LoginRefused, UnexpectedAnswer } from '../../core/failures.ts'
import type { Http, HttpAnswer, HttpRequest } from '../../net/http.ts'
import type { ShopFactorySettings } from './settings.ts'

const answerBytes = 64 * 1024 * 1024
const timeoutMs = 120_000

export type OrderPages = {
  /** The file with at most `limit` orders from this number on. */
  readonly fetch: (from: string, limit: number, signal: AbortSignal) => Promise<Uint8Array>
  readonly logIn: (signal: AbortSignal) => Promise<void>
}

/** Throws LoginRefused 'shopfactory.login', UnexpectedAnswer 'shopfactory.status', '.webPage', '.redirect', ConnectionFailed. */
export function createOrderPages(settings: ShopFactorySettings, http: Http): OrderPages {
  const { userName, password } = settings
  let cookies: string | null = null
  const logIn = async (signal: AbortSignal): Promise<void> => {
    if (settings.login !== 'form' || settings.loginAddress === '') return
    const answer = await send(http, signal, {
      method: 'POST',
      url: settings.loginAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ username: userName, password }).toString(),
    })
    // After a log-in form a redirect to the next page is usual.
    if (answer.status >= 400) refuse(answer)
    cookies = cookiesOf(answer)
    if (cookies === '') throw new LoginRefused('shopfactory.login', 'the log-in form gave no session')
  }
  const fetch: OrderPages['fetch'] = async (from, limit, signal) => {
    if (cookies === null) await logIn(signal)
    const basic = `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`
    const headers: Record<string, string> =
      settings.login === 'basic' ? { authorization: basic } : cookies === null ? {} : { cookie: cookies }
    const url = settings.address.replaceAll('{from}', encodeURIComponent(from)).replaceAll('{limit}', String(limit))
    const answer = await send(http, signal, { method: 'GET', url, headers, maxBytes: answerBytes, timeoutMs })
    if (answer.status !== 200) refuse(answer)
    if (isWebPage(answer)) throw new UnexpectedAnswer('shopfactory.webPage', 'a web page instead of orders')
    return answer.bytes
  }
  return { fetch, logIn }
}

async function send(http: Http, signal: AbortSignal, request: HttpRequest): Promise<HttpAnswer> {
  try {
    return await http.send(request, signal)
  } catch (error) {
    if (!(error instanceof ConnectionFailed)) throw error
    throw new ConnectionFailed('shopfactory.unreachable', error.message, { sent: error.sent, cause: error })
  }
}

function refuse({ status, headers }: HttpAnswer): never {
  if (status === 401 || status === 403)
    throw new LoginRefused('shopfactory.login', 'the log-in was refused', { status })
  if (status >= 300 && status < 400)
    throw new UnexpectedAnswer('shopfactory.redirect', 'a redirect', {
      address: (headers['location'] ?? '').split('?')[0] ?? '',
    })
  throw new UnexpectedAnswer('shopfactory.status', 'no answer that can be used', { status })
}

/** Names and values only; undici joins repeated headers with ', ', which no date inside a cookie of ours can be mistaken for. */
const cookiesOf = ({ headers }: HttpAnswer): string =>
  (headers['set-cookie'] ?? '')
    .split(/, (?=[^;,=\s]+=)/)
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((pair) => pair.includes('='))
    .join('; ')

const isWebPage = ({ text }: HttpAnswer): boolean => /^\s*(<!doctype html|<html)/i.test(text.slice(0, 200))
