// When a task runs (PLAN-1), running it now, stopping it, and how its runs went.
import { z } from 'zod'
import { StoreFailed } from '../../core/failures.ts'
import type { ProfileId } from '../../core/ids.ts'
import { requireLicensed } from '../../runs/licence.ts'
import { profileOf } from '../../runs/program.ts'
import type { Api } from '../api.ts'
import { catalogueOfFailures } from '../errors.ts'
import type { ApiParts } from '../parts.ts'
import {
  done,
  doneSchema,
  givenInstant,
  intervalSchema,
  list,
  planSchema,
  profileParams,
  runSchema,
  taskSchema,
} from '../schemas.ts'
import { viewPlan, viewRun } from '../views/profile.ts'

export function addPlan(app: Api, parts: ApiParts): void {
  const { service } = parts
  const { program } = service
  const { tasks } = program.store
  const existing = async (id: string) => (await profileOf(program, id as ProfileId)).id

  app.get(
    '/api/profiles/:id/plan',
    { schema: { params: profileParams, response: { 200: z.object({ plans: list(planSchema) }) } } },
    async ({ params }) => {
      const profile = await existing(params.id)
      return { plans: [viewPlan(await tasks.plan(profile, 'importOrders'))] }
    },
  )

  app.put(
    '/api/profiles/:id/plan',
    {
      schema: {
        params: profileParams,
        body: z.object({ task: taskSchema, interval: intervalSchema, nextAt: givenInstant.nullable().default(null) }),
        response: { 200: planSchema },
      },
    },
    async ({ params, body }) => viewPlan(await service.setPlan({ profile: await existing(params.id), ...body })),
  )

  app.post(
    '/api/profiles/:id/run',
    { schema: { params: profileParams, body: z.object({ task: taskSchema }), response: { 202: doneSchema } } },
    async ({ params }, reply) => {
      const profile = await existing(params.id)
      await requireLicensed(program, profile)
      const begun = await service.runNow(profile)
      if (!begun.started) {
        const holder = (await program.store.leases.holder(profile))?.holder ?? ''
        throw new StoreFailed('store.busy', 'this profile is being run', { holder: holder.replace(/#.*$/, '') })
      }
      return reply.code(202).send(done)
    },
  )

  app.post(
    '/api/profiles/:id/stop',
    { schema: { params: profileParams, response: { 200: z.object({ stopped: z.boolean() }) } } },
    async ({ params }) => ({ stopped: service.stopRun(await existing(params.id)) }),
  )

  app.get(
    '/api/profiles/:id/runs',
    {
      schema: {
        params: profileParams,
        querystring: z.object({
          limit: z.coerce.number().int().min(1).max(200).default(50),
          before: z.coerce.number().int().optional(),
        }),
        response: { 200: z.object({ runs: list(runSchema) }) },
      },
    },
    async ({ params, query }) => {
      const runs = await tasks.runs(await existing(params.id), query.limit, query.before ?? null)
      return { runs: runs.map((run) => viewRun(run, catalogueOfFailures(parts))) }
    },
  )
}
