// The HTTP API as a whole: guard, errors, every resource, its own description, events and the page. Opens no port.
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import swagger, { type SwaggerTransformObject } from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
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

/** `hosts`: the names it answers to. */
export async function createApp(parts: ApiParts, hosts: () => HostList): Promise<Api> {
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
  await app.register(swagger, {
    openapi: describe(parts.version),
    transform: jsonSchemaTransform,
    transformObject: withoutUnused,
  })
  app.addHook('onRoute', (route) => {
    if (route.schema !== undefined && !('hide' in route.schema))
      route.schema.response = { ...(route.schema.response as object), default: errorSchema }
  })
  addGuard(app as unknown as FastifyInstance, parts)
  const events = createEventHub(parts)
  app.addHook('preClose', async () => events.close())
  await app.register(async (scope) => addRoutes(scope as unknown as Api, parts, events))
  await addPage(app as unknown as FastifyInstance, parts.webFolder)
  return app
}

/** Every named shape is given for requests too; ours are all of answers. */
const withoutUnused: SwaggerTransformObject = (given) => {
  const document = jsonSchemaTransformObject(given) as { components?: { schemas?: Record<string, unknown> } }
  const schemas = document.components?.schemas ?? {}
  for (const name of Object.keys(schemas)) if (name.endsWith('Input')) delete schemas[name]
  return document as ReturnType<SwaggerTransformObject>
}

const describe = (version: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'S-Connect',
    version,
    description:
      'Everything the page does. Log in with POST /api/session; the cookie it sets stands for you, and every request that changes something carries the session’s `csrf` in the header `x-csrf`. A bookkeeper may only read. Errors: `{error, text: {nl, en}, todo, field}`.',
  },
  components: {
    securitySchemes: { session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'sconnect' } },
  },
  security: [{ session: [] }],
})
