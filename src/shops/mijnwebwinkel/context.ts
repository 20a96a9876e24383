// The shop's set-up as it is now: its own facts and its statuses. Needed to translate an order, kept so that this needs no call.
import { z } from 'zod'
import type { ShopEnvironment } from '../shop.ts'
import { type Api, ask, askList } from './client.ts'
import type { ShopStatus } from './statuses.ts'
import { statusSchema, storeSchema } from './wire.ts'

export type ShopContext = {
  readonly store: z.output<typeof storeSchema>
  readonly statuses: ReadonlyMap<string, ShopStatus>
}

const keptSchema = z.object({ store: storeSchema, statuses: z.array(statusSchema) })
type Kept = z.output<typeof keptSchema>

export async function readContext(api: Api, signal: AbortSignal): Promise<ShopContext> {
  const statuses = await readStatuses(api, signal)
  const store = await ask(api, storeSchema, { path: '/store' }, signal)
  await api.environment.memory.set('context', JSON.stringify({ store, statuses } satisfies Kept))
  return toContext({ store, statuses })
}

/** A status that cannot be read is left out: orders that have it say so. */
export async function readStatuses(api: Api, signal: AbortSignal): Promise<Kept['statuses']> {
  const listed = await askList(api, { path: '/orderstatuses', keys: 'partner' }, signal)
  return listed.flatMap((each) => statusSchema.safeParse(each).data ?? [])
}

/** null: nothing kept, or kept by an older version of ours in another shape; the next run reads it again. */
export async function recallContext({ memory }: ShopEnvironment): Promise<ShopContext | null> {
  const kept = await memory.get('context')
  const parsed = kept === null ? null : keptSchema.safeParse(JSON.parse(kept))
  return parsed?.success ? toContext(parsed.data) : null
}

const toContext = ({ store, statuses }: Kept): ShopContext => ({
  store,
  statuses: new Map(
    statuses.map(({ status: id, description: name, credit_order: credit }) => [id, { id, name, credit }]),
  ),
})
