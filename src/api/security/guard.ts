// Every request passes here after its host was checked: is it of our own page, who asks, and may they.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RequestRefused } from '../errors.ts'
import type { ApiParts } from '../parts.ts'
import { hostNameOf, isLoopback } from './hosts.ts'
import { cookieName, findSession, type LoggedIn, sameText } from './sessions.ts'

/** Who may use a route. 'open': anybody; 'signedIn': also to change (their own log-in); 'owner'; 'machine': this machine, or
 *  who is logged in. Left out: reading needs a log-in, everything else the owner. */
export type Access = 'open' | 'signedIn' | 'owner' | 'machine'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    session: LoggedIn | null
  }
}

/** Where files of the page are; whatever is not the API's own. */
const pageRoute = '/*'
const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

export function addGuard(app: FastifyInstance, { service }: Pick<ApiParts, 'service'>): void {
  app.decorateRequest('session', null)
  app.addHook('onRequest', async (request) => {
    // By the route that was found, never by the address as it was written: '/%61pi' leads to '/api' as well. Files of the page and
    // addresses that are not there need no log-in; they tell nothing.
    const route = request.routeOptions.url
    if (route === undefined || route === pageRoute) return
    const changes = !reading.has(request.method)
    if (changes) refuseCrossSite(request)
    request.session = await findSession(service.program, request.cookies[cookieName])
    checkAccess(request, request.routeOptions.config.access ?? (changes ? 'owner' : 'signedIn'), changes)
  })
}

/** Browsers say where a request comes from; programs say nothing and have no cookie that could be abused. */
function refuseCrossSite({ headers }: FastifyRequest): void {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  const foreign = origin !== undefined && !isSameOrigin(origin, headers.host)
  if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw new RequestRefused(403, 'request.crossSite')
}

/** The scheme may differ: TLS can end before us. 'null' (a sandboxed page, a file) is never ours. */
function isSameOrigin(origin: string, host: string | undefined): boolean {
  const match = /^https?:\/\/([^/]+)$/i.exec(origin)
  const name = hostNameOf(match?.[1])
  return name !== null && match?.[1]?.toLowerCase() === host?.toLowerCase()
}

function checkAccess(request: FastifyRequest, access: Access, changes: boolean): void {
  const { session } = request
  if (access === 'open') return
  if (access === 'machine' && isFromThisMachine(request)) return
  if (session === null) throw new RequestRefused(401, 'session.none')
  if (changes && !sameText(String(request.headers['x-csrf'] ?? ''), session.csrf))
    throw new RequestRefused(403, 'session.csrf')
  if (access === 'owner' && session.user.role !== 'owner') throw new RequestRefused(403, 'session.readOnly')
}

/** Not where a proxy on this machine passes on what others ask. */
const isFromThisMachine = ({ socket, headers }: FastifyRequest): boolean =>
  isLoopback(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
