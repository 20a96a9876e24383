// The HTTP API as a whole: guard, errors, every resource, its own description, events and the page. Opens no port.
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Api } from './api.ts'
import { addErrors } from './errors.ts'
import { createEventHub } from './events.ts'
import { addPage } from './page.ts'
import type { ApiParts } from './parts.ts'
import { addRoutes } from './routes/routes.ts'
import { errorSchema } from './schemas.ts'
import { addGuard } from './security/guard.ts'
import { addHeaders } from './security/headers.ts'
import { checkHost, type HostList } from './security/hosts.ts'

/** Bytes. The largest thing a person sends is a licence file or a list of order ids. */
const bodyLimit = 256 * 1024

type AppOptions = {
  /** The names it answers to. */
  readonly hosts: () => HostList
  /** The API's own description, made when it is asked for. */
  readonly describe: () => Promise<object>
  /** Something that has to see the routes come. */
  readonly beforeRoutes?: (app: FastifyInstance) => Promise<void>
}

export async function createApp(parts: ApiParts, options: AppOptions): Promise<Api> {
  const { hosts, describe, beforeRoutes = async () => {} } = options
  const { createServer } = await import('node:http')
  const app: Api = Fastify({
    bodyLimit,
    requestTimeout: 60_000,
    forceCloseConnections: true,
    // Before routing: a request under a foreign name never reaches a route, not even one that is not there.
    serverFactory: (handle) =>
      createServer((request, response) => {
        if (checkHost(hosts(), request, response)) handle(request, response)
      }),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  addErrors(app as unknown as FastifyInstance, parts)
  await addHeaders(app as unknown as FastifyInstance)
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  await beforeRoutes(app as unknown as FastifyInstance)
  app.addHook('onRoute', (route) => {
    if (route.schema !== undefined && !('hide' in route.schema))
      route.schema.response = { ...(route.schema.response as object), default: errorSchema }
  })
  addGuard(app as unknown as FastifyInstance, parts)
  const events = createEventHub(parts)
  app.addHook('preClose', async () => events.close())
  await app.register(async (scope) => addRoutes(scope as unknown as Api, parts, events, describe))
  await addPage(app as unknown as FastifyInstance, parts.webFolder)
  return app
}
