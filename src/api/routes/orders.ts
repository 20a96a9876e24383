// The inbox: every order with its state, what it needs, and what a person can do about it.
import { z } from 'zod'
import type { Instant, ProfileId, ShopOrderId } from '../../core/ids.ts'
import type { Settled } from '../../core/plan.ts'
import { instantOf } from '../../runs/context.ts'
import { readAccounts } from '../../runs/ledger-accounts.ts'
import { profileOf } from '../../runs/program.ts'
import { type InboxEntry, type InboxState, openStates, type Profile } from '../../store/store.ts'
import type { Api } from '../api.ts'
import { RequestRefused } from '../errors.ts'
import type { ApiParts } from '../parts.ts'
import { countsSchema, entrySchema, list, logEntrySchema, orderSchema, profileParams } from '../schemas.ts'
import { entryViewer, logViewer, viewEffect, viewOrder } from '../views/order.ts'

const states: readonly InboxState[] = ['waiting', 'writing', 'done', 'skipped', 'problem', 'unknown', 'dismissed']
const orderParams = profileParams.extend({ orderId: z.string().max(200) })
const idsSchema = z.array(z.string().max(200)).min(1).max(1000)
const linkedOrderSchema = z.object({ id: z.string(), number: z.string(), state: z.enum(states) })
const changedSchema = z.object({ changed: z.number() })

const listQuery = z.object({
  /** 'open', 'all', or states with commas. */
  state: z
    .string()
    .default('all')
    .transform((text) => statesOf(text))
    .refine((wanted) => wanted.length > 0, { message: states.join(', ') }),
  text: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  after: z.string().max(400).optional(),
  order: z.enum(['newest', 'oldest']).default('newest'),
})

function statesOf(text: string): readonly InboxState[] {
  if (text === 'all' || text === '') return states
  if (text === 'open') return openStates
  const wanted = text.split(',')
  return states.filter((state) => wanted.includes(state))
}

export function addOrders(app: Api, parts: ApiParts): void {
  const { program } = parts.service
  const { inbox, effects, log } = program.store
  const existing = (id: string): Promise<Profile> => profileOf(program, id as ProfileId)
  const entryOf = async (profile: Profile, id: string): Promise<InboxEntry> => {
    const entry = await inbox.get(profile.id, id as ShopOrderId)
    if (entry === null) throw new RequestRefused(404, 'request.notFound')
    return entry
  }

  app.get(
    '/api/profiles/:id/orders',
    {
      schema: {
        params: profileParams,
        querystring: listQuery,
        response: { 200: z.object({ entries: list(entrySchema), next: z.string().nullable(), counts: countsSchema }) },
      },
    },
    async ({ params, query }) => {
      const profile = await existing(params.id)
      const { state, text, limit, after, order } = query
      const page = await inbox.page(profile.id, {
        states: state,
        limit,
        after: after === undefined ? null : readPlace(after),
        newestFirst: order === 'newest',
        ...(text === undefined || text === '' ? {} : { text }),
      })
      const last = page.length < limit ? undefined : page.at(-1)
      return {
        entries: page.map(entryViewer(program, profile).entry),
        next: last === undefined ? null : writePlace(last),
        counts: await inbox.counts(profile.id),
      }
    },
  )

  app.get(
    '/api/profiles/:id/orders/:orderId',
    {
      schema: {
        params: orderParams,
        response: {
          200: orderSchema.extend({
            effects: list(
              z.object({
                step: z.string(),
                marker: z.string(),
                state: z.enum(['intended', 'done', 'unknown', 'absent']),
                remoteId: z.string().nullable(),
                intendedAt: z.string(),
                settledAt: z.string().nullable(),
              }),
            ),
            log: list(logEntrySchema),
            /** The order that this one credits, and those that credit it. */
            credits: z.object({ of: linkedOrderSchema.nullable(), by: list(linkedOrderSchema) }),
          }),
        },
      },
    },
    async ({ params }) => {
      const profile = await existing(params.id)
      const entry = await entryOf(profile, params.orderId)
      const lines = await log.search({ profile: profile.id, order: entry.number, level: 'extended', limit: 200 })
      return {
        ...viewOrder(
          program,
          profile,
          entry,
          entry.decision as Settled | null,
          await readAccounts(program.store, profile),
        ),
        effects: (await effects.of(profile.id, entry.id)).map(viewEffect),
        log: lines.map(logViewer(program)),
        credits: await creditsAround(profile, entry),
      }
    },
  )

  app.get(
    '/api/profiles/:id/orders/:orderId/raw',
    { schema: { params: orderParams, response: { 200: z.object({ raw: z.unknown() }) } } },
    async ({ params }) => {
      const profile = await existing(params.id)
      const entry = await entryOf(profile, params.orderId)
      return { raw: await inbox.raw(profile.id, entry.id) }
    },
  )

  app.post(
    '/api/profiles/:id/orders/retry',
    { schema: { params: profileParams, body: z.object({ ids: idsSchema }), response: { 200: changedSchema } } },
    async ({ params, body }) => {
      const profile = await existing(params.id)
      const changed = await changeEach(profile, body.ids, 'order.retried', {}, (ids, at) =>
        inbox.retry(profile.id, ids, at),
      )
      if (changed > 0) await parts.service.decideAgain(profile.id)
      return { changed }
    },
  )

  app.post(
    '/api/profiles/:id/orders/dismiss',
    {
      schema: {
        params: profileParams,
        body: z.object({ ids: idsSchema, reason: z.string().trim().min(1).max(500) }),
        response: { 200: changedSchema },
      },
    },
    async ({ params, body: { ids, reason } }) => {
      const profile = await existing(params.id)
      return {
        changed: await changeEach(profile, ids, 'order.dismissed', { reason }, (some, at) =>
          inbox.dismiss(profile.id, some, reason, at),
        ),
      }
    },
  )

  app.post(
    '/api/profiles/:id/orders/decide',
    {
      schema: {
        params: profileParams,
        body: z.object({ ids: idsSchema.optional() }),
        response: { 202: z.object({ done: z.literal(true) }) },
      },
    },
    async ({ params }, reply) => {
      // Everything that waits is decided together; it costs no calls.
      await parts.service.decideAgain((await existing(params.id)).id)
      return reply.code(202).send({ done: true })
    },
  )

  async function creditsAround(profile: Profile, { id, order }: InboxEntry) {
    const of = order === null || order.creditOf === null ? null : await inbox.get(profile.id, order.creditOf)
    return { of: of === null ? null : toLink(of), by: (await inbox.creditsOf(profile.id, id)).map(toLink) }
  }

  /** One by one, so that the log says of each order what was done to it. Orders that cannot be changed so are left. */
  async function changeEach(
    profile: Profile,
    ids: readonly string[],
    code: 'order.retried' | 'order.dismissed',
    data: Readonly<Record<string, string>>,
    change: (ids: readonly ShopOrderId[], at: Instant) => Promise<number>,
  ): Promise<number> {
    const at = instantOf(program.clock())
    let changed = 0
    for (const id of ids) {
      const entry = await inbox.get(profile.id, id as ShopOrderId)
      if (entry === null || (await change([entry.id], at)) === 0) continue
      changed += 1
      const line = { at, profile: profile.id, level: 'normal', order: entry.number, code } as const
      await log.add([{ ...line, data: { ...data, number: entry.number } }])
    }
    return changed
  }
}

const toLink = ({ id, number, state }: InboxEntry) => ({ id, number, state })

type Place = { readonly placedAt: Instant | null; readonly id: ShopOrderId }

const writePlace = ({ placedAt, id }: Place): string =>
  Buffer.from(JSON.stringify([placedAt, id])).toString('base64url')

/** Throws 'request.wrong' for what we did not write. */
function readPlace(text: string): Place {
  const placeSchema = z.tuple([z.string().nullable(), z.string()])
  try {
    const [placedAt, id] = placeSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { placedAt: placedAt as Instant | null, id: id as ShopOrderId }
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error
    throw new RequestRefused(400, 'request.wrong', { field: 'after' })
  }
}
