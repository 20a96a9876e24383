// A person's word on an order in doubt (design 3): 'I have looked in SnelStart, it is not there'. What S-Connect cannot tell
// by itself is then taken as absent, and the order is made by the next run.
import type { InboxEntry } from '../store/store.ts'
import { instantOf } from './context.ts'
import { keepLease, type LeaseParts } from './keep-lease.ts'

/** Only for orders in state 'unknown'; gives whether it was one. Throws StoreFailed 'store.busy' while a run is going on. */
export async function declareAbsent(parts: LeaseParts, entry: InboxEntry): Promise<boolean> {
  return keepLease(parts, async ({ store, profile, lease, clock }) => {
    const now = await store.inbox.get(profile.id, entry.id)
    if (now?.state !== 'unknown') return false
    const at = instantOf(clock())
    for (const effect of await store.effects.of(profile.id, entry.id))
      if (effect.state === 'unknown' || effect.state === 'intended')
        await store.effects.settle(lease, entry.id, effect.step, { state: 'absent', remoteId: null }, at)
    await store.inbox.settle(lease, entry.id, { state: 'waiting', problem: null }, at)
    return true
  })
}
