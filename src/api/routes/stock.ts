// Stock of the shop: what was changed and why, what is the matter with articles, and what the next export would write.
import { z } from 'zod'
import type { ProfileId } from '../../core/ids.ts'
import { usualTuning } from '../../runs/context.ts'
import { previewStock } from '../../runs/preview-stock.ts'
import { profileOf, shopKindOf, withParts } from '../../runs/program.ts'
import type { Profile } from '../../store/store.ts'
import type { Api } from '../api.ts'
import type { ApiParts } from '../parts.ts'
import { list, profileParams } from '../schemas.ts'
import { stockChangeSchema, stockProblemSchema, stockProblemViewer, viewStockChange } from '../views/stock.ts'

const search = z.object({
  /** In the code or the name. */
  text: z.string().trim().max(100).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})

export function addStock(app: Api, { service }: ApiParts): void {
  const { program } = service
  const { stock } = program.store
  const existing = (id: string): Promise<Profile> => profileOf(program, id as ProfileId)

  app.get(
    '/api/profiles/:id/stock',
    {
      schema: {
        params: profileParams,
        response: {
          200: z.object({
            /** Whether the kind of shop takes stock. */
            supported: z.boolean(),
            /** When the shop's stock was last read whole; null: never. */
            comparedAt: z.string().nullable(),
            problems: z.number(),
          }),
        },
      },
    },
    async ({ params }) => {
      const profile = await existing(params.id)
      return {
        supported: shopKindOf(program, profile).capabilities.stock,
        comparedAt: await stock.wholeAt(profile.id),
        problems: (await stock.problems(profile.id, { limit: 1 })).total,
      }
    },
  )

  app.get(
    '/api/profiles/:id/stock/changes',
    {
      schema: {
        params: profileParams,
        querystring: search.extend({ before: z.coerce.number().int().optional() }),
        response: {
          200: z.object({
            changes: list(stockChangeSchema.extend({ id: z.number(), at: z.string() })),
            next: z.number().nullable(),
          }),
        },
      },
    },
    async ({ params, query: { text, limit, before } }) => {
      const { id } = await existing(params.id)
      const found = await stock.changes(id, { text, limit, before: before ?? null })
      const changes = found.map((one) => ({ id: one.id, at: one.at, ...viewStockChange(one.change) }))
      return { changes, next: found.length < limit ? null : (found.at(-1)?.id ?? null) }
    },
  )

  app.get(
    '/api/profiles/:id/stock/problems',
    {
      schema: {
        params: profileParams,
        querystring: search,
        response: {
          200: z.object({ problems: list(stockProblemSchema.extend({ since: z.string() })), total: z.number() }),
        },
      },
    },
    async ({ params, query }) => {
      const { problems, total } = await stock.problems((await existing(params.id)).id, query)
      const view = stockProblemViewer(program)
      return { problems: problems.map((one) => ({ ...view(one), since: one.since })), total }
    },
  )

  app.get(
    '/api/profiles/:id/stock/preview',
    {
      schema: {
        params: profileParams,
        querystring: search.extend({
          /** 'true': compared with what the shop has now rather than with what it was told. */
          whole: z.enum(['true', 'false']).default('false'),
        }),
        response: {
          200: z.object({
            changes: list(stockChangeSchema),
            /** All that would be written, also what `text` and `limit` leave out. */
            total: z.number(),
            matched: z.number(),
            heldBack: z.number(),
            problems: list(stockProblemSchema),
            problemsTotal: z.number(),
          }),
        },
      },
    },
    async ({ params, query, socket }) => {
      const profile = await existing(params.id)
      const stop = new AbortController()
      socket.once('close', () => stop.abort())
      const open = { signal: stop.signal, progress: () => {}, at: () => {}, tuning: usualTuning }
      const whole = query.whole === 'true'
      const plan = await withParts(program, profile, open, (parts) => previewStock(parts, { whole }))
      const wanted = query.text.toLowerCase()
      const changes = plan.changes.filter(({ code, name }) => `${code}\n${name}`.toLowerCase().includes(wanted))
      return {
        changes: changes.slice(0, query.limit).map(viewStockChange),
        total: plan.changes.length,
        matched: plan.matched,
        heldBack: plan.heldBack,
        problems: plan.problems.slice(0, query.limit).map(stockProblemViewer(program)),
        problemsTotal: plan.problems.length,
      }
    },
  )
}
