// Step after reading: what the shop changed on orders that had come to rest already (BEY-3). A cancellation of an order that was
// made becomes a credit, an entry of its own in the inbox, once; what was left out because it was cancelled, and goes on
// after all, waits again.
import { cancelCredit, cancelCreditId, isWithdrawn, restoredNotice } from '../core/credit/credit-order.ts'
import type { ShopOrder } from '../core/order.ts'
import type { InboxEntry, IncomingOrder } from '../store/store.ts'
import { now, type RunContext } from './context.ts'

const pageSize = 100

/** Gives how many credits and notices were added to the inbox. Safe to repeat: each follows from an order at most once. */
export async function creditOrders(run: RunContext): Promise<number> {
  let added = 0
  for (;;) {
    const entries = await run.store.inbox.unseen(run.profile.id, pageSize)
    if (entries.length === 0) return added
    for (const entry of entries) {
      run.signal.throwIfAborted()
      if (await lookAt(run, entry)) added += 1
      run.at('credit.seen')
    }
  }
}

async function lookAt(run: RunContext, entry: InboxEntry): Promise<boolean> {
  const { store, profile, lease } = run
  const newest = await store.inbox.newest(profile.id, entry.id)
  const usable = newest !== null && entry.order !== null && entry.order.creditOf === null
  if (usable && entry.state === 'skipped') await goOn(run, entry, newest)
  const derived = usable && entry.state === 'done' ? await whatFollows(run, entry.order, newest) : null
  run.at('credit.derived')
  return store.inbox.markSeen(lease, entry.id, derived, now(run))
}

/** It was left out as cancelled, and is for sale again. */
async function goOn({ store, profile, clock }: RunContext, entry: InboxEntry, newest: ShopOrder): Promise<void> {
  if (entry.problem?.code !== 'sale.withdrawn' || isWithdrawn(newest)) return
  await store.inbox.retry(profile.id, [entry.id], now({ clock }))
}

/** `made`: as it was written, which is what a credit takes back. */
async function whatFollows(run: RunContext, made: ShopOrder, newest: ShopOrder): Promise<IncomingOrder | null> {
  const { store, profile } = run
  const credits = await store.inbox.creditsOf(profile.id, made.id)
  const credit = credits.find(({ id }) => id === cancelCreditId(made.id))
  if (!isWithdrawn(newest)) {
    const wasCredited = credit !== undefined && !['waiting', 'problem', 'skipped'].includes(credit.state)
    return wasCredited ? toIncoming(restoredNotice(made, newest)) : null
  }
  if (credit !== undefined) {
    // It lapsed when the order went on, and now that is over as well.
    if (credit.state === 'skipped' && credit.problem?.code === 'credit.noLonger')
      await store.inbox.retry(profile.id, [credit.id], now(run))
    return null
  }
  const counted = credits.filter(({ state }) => state !== 'skipped').flatMap(({ order }) => order ?? [])
  const derived = cancelCredit(made, newest, counted)
  return derived === null ? null : toIncoming(derived)
}

const toIncoming = (order: ShopOrder): IncomingOrder => ({
  id: order.id,
  number: order.number,
  order,
  problem: null,
  raw: { derivedFrom: order.creditOf },
})
