// BEY-2 for the page: the first orders that an import would write, those that wait and those that are still in the shop. Unlike
// an import it stores no order and moves no cursor, so looking changes nothing.
import type { ShopOrder } from '../core/order.ts'
import type { InboxEntry } from '../store/store.ts'
import { now, type RunContext, type RunParts } from './context.ts'
import { decideOrder } from './decide.ts'
import { keepLease } from './keep-lease.ts'
import { type Known, loadKnown } from './known.ts'
import type { Previewed } from './preview.ts'
import { toIncoming } from './read-new.ts'
import { refreshMirror } from './refresh-mirror.ts'

/** At most `limit`, oldest first. Throws StoreFailed 'store.busy' while the profile is being run. */
export async function previewNew(parts: RunParts, limit: number): Promise<readonly Previewed[]> {
  return keepLease(parts, async (run) => {
    await refreshMirror(run, null)
    const known = await loadKnown(run)
    run.accounting.useLists(known.lists)
    const entries = [...(await waiting(run, limit))]
    if (entries.length < limit) entries.push(...(await stillInShop(run, limit - entries.length)))
    const previewed: Previewed[] = []
    for (const entry of entries) previewed.push(await decide(run, known, entry))
    return previewed
  })
}

const waiting = (run: RunContext, limit: number): Promise<readonly InboxEntry[]> =>
  run.store.inbox.page(run.profile.id, { states: ['waiting', 'problem'], limit })

async function stillInShop(run: RunContext, limit: number): Promise<readonly InboxEntry[]> {
  const { cursor } = await run.store.inbox.cursor(run.profile.id)
  const found: InboxEntry[] = []
  for await (const page of run.shop.readOrders(cursor, { startAt: run.startAt, signal: run.signal })) {
    for (const read of page.orders) {
      const { id, number, order, problem } = toIncoming(read)
      // The shop's overlap gives orders again that are in already.
      if ((await run.store.inbox.get(run.profile.id, id)) !== null) continue
      found.push(asEntry(run, { id, number, order, problem }))
      if (found.length === limit) return found
    }
  }
  return found
}

type Read = Pick<InboxEntry, 'id' | 'number' | 'order' | 'problem'>

/** As it would stand in the inbox. */
const asEntry = (run: RunContext, read: Read): InboxEntry => ({
  ...read,
  state: read.order === null ? 'problem' : 'waiting',
  customerName: read.order === null ? '' : nameOf(read.order),
  totalIncl: read.order?.totalIncl ?? '',
  currency: read.order?.currency ?? '',
  placedAt: read.order?.placedAt ?? null,
  warnings: [],
  decision: null,
  chosenCustomer: null,
  remoteId: null,
  remoteNumber: null,
  dismissedBecause: null,
  changedSince: false,
  receivedAt: now(run),
  updatedAt: now(run),
})

const nameOf = ({ customer }: ShopOrder): string =>
  customer.company || [customer.firstName, customer.lastName].filter((part) => part !== '').join(' ')

async function decide(run: RunContext, known: Known, entry: InboxEntry): Promise<Previewed> {
  const { order } = entry
  return { entry, decision: order === null ? null : await decideOrder(run, known, { ...entry, order }) }
}
