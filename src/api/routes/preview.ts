// BEY-2: what an import would write, order by order. Remembers nothing but what it read of the administration.
import { z } from 'zod'
import type { ProfileId } from '../../core/ids.ts'
import { usualTuning } from '../../runs/context.ts'
import { readAccounts } from '../../runs/ledger-accounts.ts'
import { previewNew } from '../../runs/preview-new.ts'
import { profileOf, withParts } from '../../runs/program.ts'
import type { Api } from '../api.ts'
import type { ApiParts } from '../parts.ts'
import { list, orderSchema, profileParams } from '../schemas.ts'
import { viewOrder } from '../views/order.ts'

export function addPreview(app: Api, { service }: ApiParts): void {
  const { program } = service
  app.get(
    '/api/profiles/:id/preview',
    {
      schema: {
        params: profileParams,
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(100).default(10) }),
        response: { 200: z.object({ orders: list(orderSchema) }) },
      },
    },
    async ({ params, query, socket }) => {
      const profile = await profileOf(program, params.id as ProfileId)
      const stop = new AbortController()
      socket.once('close', () => stop.abort())
      const open = { signal: stop.signal, progress: () => {}, at: () => {}, tuning: usualTuning }
      const previewed = await withParts(program, profile, open, (run) => previewNew(run, query.limit))
      const accounts = await readAccounts(program.store, profile)
      return { orders: previewed.map(({ entry, decision }) => viewOrder(program, profile, entry, decision, accounts)) }
    },
  )
}
