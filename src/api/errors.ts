// One place where whatever was thrown becomes an answer: a status, a code, and words in both languages. What is not ours to
// tell (an unexpected error's text, a path, a stack) goes to the one who runs the service and never into the answer.
import type { FastifyError, FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import {
  Bug,
  ConnectionFailed,
  Failure,
  type FailureContext,
  LoginRefused,
  RateLimited,
  Refused,
  SettingsWrong,
  StoreFailed,
  UnexpectedAnswer,
} from '../core/failures.ts'
import type { FailureCatalogue } from '../core/problem.ts'
import { fillIn, type Language, type Text } from '../core/text.ts'
import { messagesOf } from '../runs/program.ts'
import { type ApiFailureCode, apiFailures } from './failures.ts'
import type { ApiParts } from './parts.ts'

/** A request that is refused by the API itself. */
export class RequestRefused extends Failure {
  readonly status: number
  constructor(status: number, code: ApiFailureCode, context: FailureContext = {}) {
    super(code, `refused: ${code}`, 'never', context)
    this.status = status
  }
}

export type ErrorBody = { readonly error: string; readonly text: Text; readonly todo?: Text; readonly field?: string }

/** The API's own words come before those of the command line. */
export const catalogueOfFailures = (parts: Pick<ApiParts, 'service' | 'failures'>): FailureCatalogue => ({
  ...parts.failures,
  ...messagesOf(parts.service.program),
  ...apiFailures,
})

/** A failure in words, both languages, as text and next step. */
export function tellInWords(
  catalogue: FailureCatalogue,
  failure: { readonly code: string; readonly context: Readonly<Record<string, unknown>> },
): { readonly text: Text; readonly todo: Text } {
  const entry = catalogue[failure.code] ?? apiFailures.bug
  const data = Object.fromEntries(Object.entries(failure.context).map(([key, value]) => [key, String(value)]))
  const fill = (text: Text): Text => ({ nl: fillIn(text.nl, data), en: fillIn(text.en, data) })
  return { text: fill(entry.text), todo: fill(entry.todo) }
}

/** As one sentence or two, for places that hold a single text. */
export function tellAsText(
  catalogue: FailureCatalogue,
  failure: Parameters<typeof tellInWords>[1],
  language: Language,
): string {
  const { text, todo } = tellInWords(catalogue, failure)
  return `${text[language]} ${todo[language]}`.trim()
}

export function addErrors(app: FastifyInstance, parts: ApiParts): void {
  app.setErrorHandler((error, _request, reply) => {
    const { status, ...failure } = toFailure(error, parts.report)
    const { field } = failure.context
    if (failure.code === 'session.wait') reply.header('retry-after', String(failure.context['seconds']))
    const body: ErrorBody = {
      error: failure.code,
      ...tellInWords(catalogueOfFailures(parts), failure),
      ...(typeof field === 'string' ? { field } : {}),
    }
    // Past the route's own schema: an error has the same shape everywhere.
    return reply.code(status).serializer(JSON.stringify).type('application/json; charset=utf-8').send(body)
  })
}

type Told = { readonly status: number; readonly code: string; readonly context: FailureContext }

function toFailure(error: unknown, report: ApiParts['report']): Told {
  if (error instanceof Failure) {
    const status = statusOf(error)
    if (status >= 500 && !(error instanceof StoreFailed)) report(error)
    return { status, code: error.code, context: error.context }
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = (error.validation[0]?.instancePath ?? '').replace(/^\//, '').replaceAll('/', '.')
    return { status: 400, code: 'request.wrong', context: { field: place || (error.validationContext ?? '') } }
  }
  const { statusCode, code } = error as Partial<FastifyError>
  const known = byFastifyCode[code ?? ''] ?? byStatus[statusCode ?? 0]
  if (known !== undefined) return { ...known, context: {} }
  report(error)
  return { status: 500, code: 'bug', context: {} }
}

type Known = { readonly status: number; readonly code: ApiFailureCode }
const notJson: Known = { status: 400, code: 'request.type' }
const byFastifyCode: Readonly<Record<string, Known>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'request.tooLarge' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'request.type' },
  FST_ERR_CTP_EMPTY_JSON_BODY: notJson,
  FST_ERR_CTP_INVALID_JSON_BODY: notJson,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: notJson,
}
const byStatus: Readonly<Record<number, Known>> = {
  400: notJson,
  403: { status: 404, code: 'request.notFound' },
  404: { status: 404, code: 'request.notFound' },
  413: { status: 413, code: 'request.tooLarge' },
  415: { status: 415, code: 'request.type' },
  429: { status: 429, code: 'request.tooMany' },
}

/** 502 and 503: somebody else, behind us or this machine, is not well. */
function statusOf(failure: Failure): number {
  if (failure instanceof RequestRefused) return failure.status
  if (failure instanceof StoreFailed) {
    if (failure.code === 'store.busy' || failure.code === 'store.userExists' || failure.code === 'store.keyWrong')
      return 409
    return failure.code === 'store.noProfile' || failure.code === 'store.noUser' ? 404 : 503
  }
  if (failure instanceof SettingsWrong) return failure.code.endsWith('.unknown') ? 404 : 422
  if (failure instanceof RateLimited) return 503
  if (failure instanceof Bug) return 500
  const behindUs = [ConnectionFailed, LoginRefused, UnexpectedAnswer, Refused].some((kind) => failure instanceof kind)
  return behindUs ? 502 : 500
}
