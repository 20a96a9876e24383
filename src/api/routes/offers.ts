// What a field of a form can be filled with, looked for with what was typed so far. POST, as passwords may be among it; nothing
// is saved.
import { z } from 'zod'
import type { ProfileId } from '../../core/ids.ts'
import { offerChoices } from '../../runs/offer-choices.ts'
import { profileOf } from '../../runs/program.ts'
import { offeredLists } from '../../settings/field.ts'
import type { Api } from '../api.ts'
import type { ApiParts } from '../parts.ts'
import { list, profileParams, textSchema } from '../schemas.ts'

const prefix = 'accounting.'

export function addOffers(app: Api, { service: { program } }: ApiParts): void {
  app.post(
    '/api/profiles/:id/offers',
    {
      schema: {
        params: profileParams,
        body: z.object({
          list: z.enum(offeredLists),
          /** By key, 'accounting.server'; what is left out is as it is saved. */
          values: z.record(z.string().max(100), z.unknown()).default({}),
        }),
        response: { 200: z.object({ options: list(z.string()), note: textSchema.nullable() }) },
      },
    },
    async ({ params, body }, reply) => {
      const profile = await profileOf(program, params.id as ProfileId)
      const left = new AbortController()
      reply.raw.once('close', () => left.abort())
      return offerChoices(program, profile, { list: body.list, values: byName(body.values) }, left.signal)
    },
  )
}

const byName = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  )
