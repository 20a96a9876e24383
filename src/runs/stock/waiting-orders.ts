// The orders that are not surely in SnelStart, of every shop on the administration: they take stock as well (STOCK-2).
import type { WaitingOrder } from '../../core/stock/taken.ts'
import type { InboxEntry, InboxState, Profile } from '../../store/store.ts'
import type { RunParts } from '../context.ts'

const states: readonly InboxState[] = ['waiting', 'writing', 'problem', 'unknown']
const pageSize = 200

type Parts = Pick<RunParts, 'store' | 'profile' | 'shop'>

export async function readWaiting(parts: Parts, together: readonly Profile[]): Promise<readonly WaitingOrder[]> {
  const waiting: WaitingOrder[] = []
  for (const profile of together) {
    let after: Pick<InboxEntry, 'placedAt' | 'id'> | null = null
    for (;;) {
      const page: readonly InboxEntry[] = await parts.store.inbox.page(profile.id, { states, limit: pageSize, after })
      for (const entry of page) waiting.push({ number: entry.number, order: await orderOf(parts, profile, entry) })
      after = page.at(-1) ?? null
      if (after === null) break
    }
  }
  return waiting
}

/** One that was not understood may be by now: the shop's adapter has learned since. Only our own shop can try. */
async function orderOf(
  { store, profile, shop }: Parts,
  owner: Profile,
  entry: InboxEntry,
): Promise<WaitingOrder['order']> {
  if (entry.order !== null || owner.id !== profile.id) return entry.order
  const read = shop.reread(await store.inbox.raw(owner.id, entry.id))
  return read.ok ? read.order : null
}
