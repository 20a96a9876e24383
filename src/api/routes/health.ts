// For those who watch over the machine (BEY-6): is the service there and able to work, and its numbers for Prometheus.
import { z } from 'zod'
import type { ProfileId } from '../../core/ids.ts'
import { instantOf } from '../../runs/context.ts'
import { readHealth } from '../../runs/health.ts'
import { metricsContentType, metricsText, readMetrics } from '../../runs/metrics.ts'
import type { Api } from '../api.ts'
import type { ApiParts } from '../parts.ts'

const healthSchema = z.object({
  status: z.enum(['ok', 'failing']),
  version: z.string(),
  uptimeSeconds: z.number(),
  checks: z.object({ store: z.string(), scheduler: z.string() }),
})

export function addHealth(app: Api, { service, version }: ApiParts): void {
  const { store, traffic, clock } = service.program
  const startedAt = instantOf(clock())

  const running = async (): Promise<readonly ProfileId[]> =>
    (await service.status()).profiles.filter(({ state }) => state === 'running').map(({ profile }) => profile)

  app.get(
    '/health',
    { config: { access: 'open' }, schema: { response: { 200: healthSchema, 503: healthSchema } } },
    async (_request, reply) => {
      const health = await readHealth(store, { version, startedAt, nowMs: clock(), running })
      return reply.code(health.status === 'ok' ? 200 : 503).send(health)
    },
  )

  app.get(
    '/metrics',
    { config: { access: 'machine' }, schema: { response: { 200: z.string() } } },
    async (_request, reply) => {
      const facts = { version, node: process.versions.node, startedAt, traffic: traffic.totals() }
      const known = { ...facts, running: await running() }
      return reply
        .type(metricsContentType)
        .serializer((text: unknown) => String(text))
        .send(metricsText(await readMetrics(store, known)))
    },
  )
}
