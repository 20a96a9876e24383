// One way to ask the API something: JSON both ways (a file goes as it is), the guard header on what changes, and every refusal as one thrown shape
// that already has its words.
import type { ApiError, Text } from './types.ts'

/** What the API refused, or that it could not be reached (status 0). */
export class CallFailed extends Error {
  readonly status: number
  readonly code: string
  readonly text: Text
  readonly todo: Text | null
  readonly field: string | null

  constructor(status: number, error: ApiError) {
    super(`${status} ${error.error}`)
    this.status = status
    this.code = error.error
    this.text = error.text
    this.todo = error.todo ?? null
    this.field = error.field ?? null
  }
}

/** Somebody else is at work on this profile for a moment: deciding anew after a saving, or an import. */
export const isBusy = (error: Error | null): boolean => error instanceof CallFailed && error.code === 'store.busy'

const unreachable: ApiError = {
  error: 'page.unreachable',
  text: {
    nl: 'S-Connect geeft geen antwoord op deze computer.',
    en: 'S-Connect on this machine does not answer.',
  },
  todo: {
    nl: 'Kijk of S-Connect nog draait; de pagina probeert het vanzelf opnieuw.',
    en: 'See whether S-Connect still runs; the page tries again by itself.',
  },
}

const odd = (status: number): ApiError => ({
  error: `page.status${status}`,
  text: {
    nl: `S-Connect gaf een antwoord dat deze pagina niet kent (${status}).`,
    en: `S-Connect gave an answer that this page does not know (${status}).`,
  },
  todo: {
    nl: 'Laad de pagina opnieuw; misschien is S-Connect bijgewerkt.',
    en: 'Load the page again; S-Connect may have been updated.',
  },
})

const isApiError = (body: unknown): body is ApiError =>
  typeof body === 'object' && body !== null && 'error' in body && 'text' in body

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Call = <Answer>(method: Method, path: string, body?: unknown) => Promise<Answer>

/** `csrf` is asked at every call, as it changes with the session. Throws CallFailed. */
export function callWith(csrf: () => string | null): Call {
  return async <Answer>(method: Method, path: string, body?: unknown): Promise<Answer> => {
    const headers: Record<string, string> = { accept: 'application/json' }
    const guard = csrf()
    if (method !== 'GET' && guard !== null) headers['x-csrf'] = guard
    const isFile = body instanceof Blob
    if (body !== undefined) headers['content-type'] = isFile ? 'application/octet-stream' : 'application/json'
    const init: RequestInit = { method, headers, credentials: 'same-origin' }
    if (body !== undefined) init.body = isFile ? body : JSON.stringify(body)
    const response = await fetch(`/api${path}`, init).catch(() => null)
    if (response === null) throw new CallFailed(0, unreachable)
    const answer: unknown = response.status === 204 ? null : await response.json().catch(() => undefined)
    if (response.ok && answer !== undefined) return answer as Answer
    throw new CallFailed(response.status, isApiError(answer) ? answer : odd(response.status))
  }
}

/** `?a=1&b=2`, without what is empty. */
export function query(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}
