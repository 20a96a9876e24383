// 'Informatie' (USE-3): the log, searched, exported and cleared.
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { ProfileId } from '../../core/ids.ts'
import { logMessages } from '../../core/messages.ts'
import type { LogFilter } from '../../store/store.ts'
import type { Api } from '../api.ts'
import { exportLog } from '../export-log.ts'
import type { ApiParts } from '../parts.ts'
import { givenInstant, list, logEntrySchema } from '../schemas.ts'
import { logViewer } from '../views/order.ts'
import { codesWithText } from '../views/words.ts'

const filterSchema = z.object({
  profile: z.string().max(50).optional(),
  order: z.string().max(100).optional(),
  text: z.string().max(200).optional(),
  level: z.enum(['normal', 'extended']).default('normal'),
  from: givenInstant.optional(),
  to: givenInstant.optional(),
})
const pageSchema = filterSchema.extend({
  before: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
const exportSchema = filterSchema.extend({
  language: z.enum(['nl', 'en']).default('nl'),
  /** The zone that times are written in. */
  zone: z.string().max(60).optional(),
})

export function addLog(app: Api, { service }: ApiParts): void {
  const { program } = service
  const { log } = program.store

  const filterOf = ({ profile, order, text, level, from, to }: z.infer<typeof filterSchema>): LogFilter => ({
    level,
    ...(profile ? { profile: profile as ProfileId } : {}),
    ...(order ? { order } : {}),
    ...(text ? { text, codes: codesWithText(program, logMessages, text) } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })

  app.get(
    '/api/log',
    {
      schema: {
        querystring: pageSchema,
        response: { 200: z.object({ entries: list(logEntrySchema), next: z.number().nullable() }) },
      },
    },
    async ({ query }) => {
      const { limit, before } = query
      const found = await log.search({ ...filterOf(query), limit, before: before ?? null })
      const last = found.length < limit ? undefined : found.at(-1)
      return { entries: found.map(logViewer(program)), next: last?.id ?? null }
    },
  )

  app.get('/api/log/export.xlsx', { schema: { querystring: exportSchema } }, async ({ query }, reply) => {
    const { language, zone } = query
    const pages = exportLog(program, log.stream(filterOf(query)), { language, zone: zone ?? null })
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', 'attachment; filename="s-connect.xlsx"')
      .send(Readable.from(pages, { objectMode: false }))
  })

  app.delete(
    '/api/log',
    {
      schema: {
        querystring: z.object({ profile: z.string().max(50).optional() }),
        response: { 200: z.object({ removed: z.number() }) },
      },
    },
    async ({ query }) => ({ removed: await log.clear(query.profile ? (query.profile as ProfileId) : null) }),
  )
}
