// One call of the API or the token endpoint, from subscription key to answer; without sockets and without faults.
import { gatewayRefusal, Refusal } from './refusal.ts'
import type { Answer } from './request.ts'
import { matchRoute } from './routes.ts'
import type { World } from './world.ts'

export type Incoming = {
  readonly method: string
  readonly path: string
  readonly options: URLSearchParams
  readonly body: string
  readonly authorization: string | undefined
  readonly contentType: string | undefined
  readonly subscriptionKey: string | undefined
}

export const tokenPath = '/b2b/token'
const apiPrefix = /^\/v2(?=\/|$)/i

/** Which of the two keys was given. Throws a Refusal (401) in the gateway's words. */
export function checkSubscriptionKey(world: World, given: string | undefined): 'primary' | 'secondary' {
  const challenge = {
    'WWW-Authenticate': 'AzureApiManagementKey realm="v2",name="Ocp-Apim-Subscription-Key",type="header"',
  }
  if (given === undefined || given === '') {
    const message =
      'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.'
    throw gatewayRefusal(401, message, challenge)
  }
  if (given === world.subscriptionKeys.primary) return 'primary'
  if (given === world.subscriptionKeys.secondary) return 'secondary'
  const message =
    'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.'
  throw gatewayRefusal(401, message, challenge)
}

function refuseOtherMedia({ method, body, contentType }: Incoming): void {
  if ((method !== 'POST' && method !== 'PUT') || body === '') return
  if (/\bjson\b/i.test(contentType ?? '')) return
  throw new Refusal(415, {
    Message: `The request entity's media type '${contentType ?? ''}' is not supported for this resource.`,
  })
}

function handleApi(world: World, incoming: Incoming): Answer {
  const match = apiPrefix.test(incoming.path) ? matchRoute(incoming.method, incoming.path.replace(apiPrefix, '')) : null
  if (match === null) throw gatewayRefusal(404, 'Resource not found')
  const scopes = world.tokens.scopesOf(incoming.authorization)
  if (!match.route.scopes.every((scope) => scopes.has(scope))) {
    throw new Refusal(403, { message: 'Authorization has been denied for this request.' })
  }
  refuseOtherMedia(incoming)
  const { administration, behaviour } = world
  const { options, body } = incoming
  return match.route.handle({ administration, behaviour, parameters: match.parameters, options, body })
}

function grantToken(world: World, { method, body }: Incoming): Answer {
  if (method !== 'POST')
    throw new Refusal(405, { Message: `The requested resource does not support http method '${method}'.` })
  return world.tokens.grant(body)
}

export type Outcome = {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** Anything thrown as the answer that a client gets: a Refusal as it is, everything else 500. */
export function toOutcome(error: unknown): Outcome {
  if (error instanceof Refusal) return { status: error.status, body: error.body, headers: error.headers }
  const text = error instanceof Error ? error.message : String(error)
  return { status: 500, body: { Message: 'An error has occurred.', ExceptionMessage: text }, headers: {} }
}

/** Handles a call whose subscription key and limits are settled. Never throws. */
export function handle(world: World, incoming: Incoming): Outcome {
  try {
    const answer = incoming.path === tokenPath ? grantToken(world, incoming) : handleApi(world, incoming)
    return { ...answer, headers: {} }
  } catch (error) {
    return toOutcome(error)
  }
}
