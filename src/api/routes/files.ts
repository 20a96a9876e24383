// Files of orders that people give (an export of the shop), and trying out the mapping that reads them.
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { SettingsWrong } from '../../core/failures.ts'
import type { ProfileId } from '../../core/ids.ts'
import { readMapping, type TryOut, tryOut } from '../../mapping/index.ts'
import { giveFile, listGiven, removeGiven } from '../../runs/given-files.ts'
import { messagesOf, profileOf, shopKindOf } from '../../runs/program.ts'
import type { Api } from '../api.ts'
import { tellInWords } from '../errors.ts'
import type { ApiParts } from '../parts.ts'
import { done, doneSchema, list, profileParams, textSchema } from '../schemas.ts'

export const fileSchema = z
  .object({ name: z.string(), bytes: z.number(), givenAt: z.string() })
  .meta({ id: 'GivenFile' })

export const triedSchema = z.object({
  count: z.number(),
  orders: list(
    z.object({
      place: z.number(),
      number: z.string(),
      placedAt: z.string().nullable(),
      customer: z.string(),
      total: z.string(),
      currency: z.string(),
      lines: z.number(),
      status: z.string(),
      /** Why it cannot be read. */
      reason: textSchema.nullable(),
      difference: z.string().nullable(),
      vatDifferences: list(z.object({ vatPercent: z.string(), difference: z.string() })),
    }),
  ),
  unused: list(z.object({ path: z.string(), times: z.number(), example: z.string() })),
})

/** Bytes, as base64 within JSON; a sample needs no more. */
const sampleLimit = 12 * 1024 * 1024
const shown = 50

export function addFiles(app: Api, { service }: ApiParts): void {
  const { program } = service
  // As it comes: files may be large.
  ;(app as unknown as FastifyInstance).addContentTypeParser('application/octet-stream', (_request, payload, accept) =>
    accept(null, payload),
  )

  app.get(
    '/api/profiles/:id/files',
    { schema: { params: profileParams, response: { 200: z.object({ files: list(fileSchema) }) } } },
    async ({ params }) => ({ files: await listGiven(program, params.id as ProfileId) }),
  )

  app.post(
    '/api/profiles/:id/files',
    {
      schema: {
        params: profileParams,
        querystring: z.object({ name: z.string().min(1).max(200) }),
        response: { 200: fileSchema },
      },
    },
    async ({ params, query, body }) => {
      const source = body instanceof Readable ? body : Readable.from([])
      return giveFile(program, params.id as ProfileId, query.name, source)
    },
  )

  app.delete(
    '/api/profiles/:id/files/:name',
    { schema: { params: profileParams.extend({ name: z.string().max(200) }), response: { 200: doneSchema } } },
    async ({ params }) => {
      await removeGiven(program, params.id as ProfileId, params.name)
      return done
    },
  )

  app.get(
    '/api/profiles/:id/mapping',
    { schema: { params: profileParams, response: { 200: z.object({ builtIn: z.string() }) } } },
    async ({ params }) => ({ builtIn: (await mappingOf(params.id)).builtIn() }),
  )

  app.post(
    '/api/profiles/:id/mapping/try',
    {
      bodyLimit: sampleLimit,
      schema: {
        params: profileParams,
        body: z.object({
          name: z.string().max(200),
          /** '' = the built-in one. */
          mapping: z.string().max(100_000),
          /** The file, base64. */
          sample: z.base64(),
        }),
        response: { 200: triedSchema },
      },
    },
    async ({ params, body }) => {
      const own = await mappingOf(params.id)
      const read = readMapping(body.mapping.trim() === '' ? own.builtIn() : body.mapping)
      if (!read.ok)
        throw new SettingsWrong('mapping.wrong', 'the mapping is not right', {
          setting: `shop.${own.setting}`,
          issues: read.issues.slice(0, 5).join('; '),
        })
      const source = Readable.from([Buffer.from(body.sample, 'base64')])
      return viewTried(await tryOut(source, read.mapping, { limit: shown, name: body.name }))
    },
  )

  async function mappingOf(id: string) {
    const { mapping } = shopKindOf(program, await profileOf(program, id as ProfileId))
    if (mapping === undefined) throw new SettingsWrong('files.notHere', 'this shop is not read from files')
    return mapping
  }

  const viewTried = ({ orders, count, unused }: TryOut) => ({
    count,
    unused,
    orders: orders.map(({ place, number, order, reason, difference, vatDifferences }) => ({
      place,
      number,
      placedAt: order?.placedAt ?? null,
      customer: order === null ? '' : nameOf(order.customer),
      total: order?.totalIncl ?? '',
      currency: order?.currency ?? '',
      lines: order?.lines.length ?? 0,
      status: order?.status.text ?? '',
      reason:
        reason === null ? null : tellInWords(messagesOf(program), { code: reason.code, context: reason.data }).text,
      difference,
      vatDifferences,
    })),
  })
}

const nameOf = ({ company, firstName, lastName }: { company: string; firstName: string; lastName: string }): string =>
  company || [firstName, lastName].filter(Boolean).join(' ')
