// The API's description: made from the routes themselves, so it cannot say anything else than they do. On a second app that answers
// nobody and with parts that the service itself does without: it is asked for seldom.
import swagger, { type SwaggerTransformObject } from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { createApp } from './app.ts'
import type { ApiParts } from './parts.ts'

/** An OpenAPI document. Asks `parts` nothing but its version. */
export async function describeApi(parts: ApiParts): Promise<object> {
  const app = await createApp(parts, {
    hosts: () => new Set(),
    describe: async () => ({}),
    beforeRoutes: async (fastify) => {
      await fastify.register(swagger, {
        openapi: describe(parts.version),
        transform: jsonSchemaTransform,
        transformObject: withoutUnused,
      })
    },
  })
  try {
    await app.ready()
    return app.swagger()
  } finally {
    await app.close()
  }
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
