// The key of the secrets was lost or is another one (design 6): put it back, or begin anew with a new key.
import { z } from 'zod'
import type { Api } from '../api.ts'
import type { ApiParts } from '../parts.ts'
import { done, doneSchema } from '../schemas.ts'

export function addSecrets(app: Api, { service }: ApiParts): void {
  const { secrets } = service.program.store

  app.post(
    '/api/secrets/restore',
    { schema: { body: z.object({ code: z.string().max(200) }), response: { 200: doneSchema } } },
    async ({ body }) => {
      await secrets.restoreKey(body.code)
      return done
    },
  )

  app.post(
    '/api/secrets/renew',
    { schema: { body: z.object({}).default({}), response: { 200: z.object({ recoveryCode: z.string() }) } } },
    async () => ({ recoveryCode: await secrets.renewKey() }),
  )
}
