// When a task runs (PLAN-1), running it now, stopping it, and how its runs went.
import { z } from 'zod'
import { SettingsWrong, StoreFailed } from '../../core/failures.ts'
import type { ProfileId } from '../../core/ids.ts'
import { requireLicensed } from '../../runs/licence.ts'
import { profileOf, shopKindOf } from '../../runs/program.ts'
import { tasksOf, taskTitles } from '../../runs/tasks.ts'
import type { TaskName } from '../../store/store.ts'
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

  /** Throws SettingsWrong 'task.notSupported' where the shop has no such task. */
  const able = async (id: string, task: TaskName): Promise<ProfileId> => {
    const profile = await profileOf(program, id as ProfileId)
    if (!tasksOf(shopKindOf(program, profile).capabilities, profile).includes(task))
      throw new SettingsWrong('task.notSupported', 'the shop has no such task', { ...taskTitles[task] })
    return profile.id
  }

  app.get(
    '/api/profiles/:id/plan',
    { schema: { params: profileParams, response: { 200: z.object({ plans: list(planSchema) }) } } },
    async ({ params }) => {
      const stored = await profileOf(program, params.id as ProfileId)
      const profile = stored.id
      const own = tasksOf(shopKindOf(program, stored).capabilities, stored)
      return { plans: await Promise.all(own.map(async (task) => viewPlan(await tasks.plan(profile, task)))) }
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
    async ({ params, body }) => {
      const profile = await able(params.id, body.task)
      return viewPlan(await service.setPlan({ profile, ...body }))
    },
  )

  app.post(
    '/api/profiles/:id/run',
    {
      schema: {
        params: profileParams,
        body: z.object({
          task: taskSchema,
          /** Of exporting stock: compare with all that the shop has, also where that was done today. */
          whole: z.boolean().default(false),
        }),
        response: { 202: doneSchema },
      },
    },
    async ({ params, body }, reply) => {
      const profile = await able(params.id, body.task)
      await requireLicensed(program, profile)
      const begun = await service.runNow(profile, body)
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
