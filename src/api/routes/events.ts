// What happens, as it happens (server-sent events).
import type { Api } from '../api.ts'
import type { EventHub } from '../events.ts'
import type { ApiParts } from '../parts.ts'
import { cookieName, findSession } from '../security/sessions.ts'

export function addEvents(app: Api, { service }: ApiParts, events: EventHub): void {
  app.get(
    '/api/events',
    { exposeHeadRoute: false, schema: { description: 'Server-sent events; resumes after Last-Event-ID.' } },
    (request, reply) => {
      const last = request.headers['last-event-id']
      reply.hijack()
      const response = reply.raw
      // What the hooks would have set on an ordinary answer.
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) response.setHeader(name, value)
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      events.open(response, typeof last === 'string' ? last : null, async () => {
        return (await findSession(service.program, request.cookies[cookieName])) !== null
      })
    },
  )
}
