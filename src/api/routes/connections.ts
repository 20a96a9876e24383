// Both sides of a profile: 'Verbinding testen', and the lists that settings choose from.
import { z } from 'zod'
import type { ProfileId } from '../../core/ids.ts'
import { readOptionLists, refreshOptionLists, searchOptions } from '../../runs/option-lists.ts'
import { profileOf } from '../../runs/program.ts'
import { testConnections } from '../../runs/test-connection.ts'
import type { Api } from '../api.ts'
import { catalogueOfFailures, tellAsText } from '../errors.ts'
import type { ApiParts } from '../parts.ts'
import { list, profileParams, textSchema } from '../schemas.ts'

const optionSchema = z.object({ value: z.string(), label: z.string(), detail: z.string() })
const listsSchema = z.object({
  lists: z.record(
    z.enum(['salesTemplates', 'revenueGroups', 'countries', 'articleFields', 'orderStatuses', 'ledgerAccounts']),
    list(optionSchema),
  ),
  administration: z.string().nullable(),
  refreshedAt: z.string().nullable(),
})
const legSchema = z.object({
  of: z.enum(['accounting', 'shop']),
  leg: z.string(),
  title: textSchema,
  ok: z.boolean(),
  tried: textSchema,
  cameBack: textSchema,
  todo: textSchema.nullable(),
})
/** What takes longer than this is a side that does not answer. */
const testMs = 120_000

export function addConnections(app: Api, parts: ApiParts): void {
  const { program } = parts.service
  const existing = (id: string) => profileOf(program, id as ProfileId)

  app.post(
    '/api/profiles/:id/test',
    {
      schema: {
        params: profileParams,
        body: z.object({ side: z.enum(['accounting', 'shop', 'both']).default('both') }),
        response: { 200: z.object({ ok: z.boolean(), legs: list(legSchema) }) },
      },
    },
    async ({ params, body }) => {
      const profile = await existing(params.id)
      const words = catalogueOfFailures(parts)
      const tested = testConnections(program, profile, body.side, AbortSignal.timeout(testMs), (failure, language) =>
        tellAsText(words, failure, language),
      )
      const legs: z.infer<typeof legSchema>[] = []
      for await (const { of, leg } of tested) legs.push({ of, ...leg })
      return { ok: legs.every(({ ok }) => ok), legs }
    },
  )

  app.get(
    '/api/profiles/:id/lists',
    { schema: { params: profileParams, response: { 200: listsSchema } } },
    async ({ params }) => readOptionLists(program.store, await existing(params.id)),
  )

  app.get(
    '/api/profiles/:id/lists/:list',
    {
      schema: {
        params: profileParams.extend({ list: z.enum(['customers', 'articles']) }),
        querystring: z.object({
          text: z.string().max(100).default(''),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: z.object({ options: list(optionSchema) }) },
      },
    },
    async ({ params, query }) => ({
      options: await searchOptions(program.store, await existing(params.id), params.list, query),
    }),
  )

  app.post(
    '/api/profiles/:id/lists/refresh',
    { schema: { params: profileParams, response: { 200: listsSchema } } },
    async ({ params }) => {
      const profile = await existing(params.id)
      await refreshOptionLists(program, profile, AbortSignal.timeout(testMs))
      return readOptionLists(program.store, profile)
    },
  )
}
