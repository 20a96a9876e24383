// Holds the right to work on a profile while something runs, and renews it in the background (PLAN-4, design 3).
import { randomUUID } from 'node:crypto'
import { StoreFailed } from '../core/failures.ts'
import type { Lease } from '../store/store.ts'
import type { Held, RunParts } from './context.ts'
import { isGone, thisProcess } from './holder.ts'

/** What holding a lease needs; a whole run has it, and so has a small change by hand. */
export type LeaseParts = Pick<RunParts, 'store' | 'profile' | 'clock' | 'at'> & {
  readonly tuning: Pick<RunParts['tuning'], 'leaseMs'>
}

/** Throws StoreFailed 'store.busy' (with `holder`) where another worker has it. Everything written under a lease that was
 *  lost is refused by the store, so losing it cannot double anything. */
export async function keepLease<Parts extends LeaseParts, Result>(
  parts: Parts,
  work: (run: Parts & Held) => Promise<Result>,
): Promise<Result> {
  const { store, profile, tuning } = parts
  const before = await store.leases.holder(profile.id)
  const lease = await takeLease(parts)
  if (lease === null) {
    const other = await store.leases.holder(profile.id)
    throw new StoreFailed('store.busy', 'another worker has this profile', { holder: other?.holder ?? '' })
  }
  parts.at('lease.taken')
  const timer = setInterval(() => {
    // A failed renewal shows at the next write, which the store refuses.
    store.leases.renew(lease, parts.clock(), tuning.leaseMs).catch(() => undefined)
  }, tuning.leaseMs / 3)
  timer.unref()
  try {
    return await work({ ...parts, lease, predecessorSeenAt: before === null ? null : before.until - tuning.leaseMs })
  } finally {
    clearInterval(timer)
    await store.leases.release(lease).catch(() => undefined)
  }
}

async function takeLease({ store, profile, tuning, clock }: LeaseParts): Promise<Lease | null> {
  const holder = `${thisProcess()}.${randomUUID()}`
  const lease = await store.leases.take(profile.id, holder, clock(), tuning.leaseMs)
  if (lease !== null) return lease
  const other = await store.leases.holder(profile.id)
  // A process of this machine that was killed does not make its successor wait; a new token fences it all the same.
  if (other === null || !isGone(other.holder)) return null
  return store.leases.take(profile.id, holder, clock(), tuning.leaseMs, other.holder)
}

/** Who works on this profile now, in this process or another; null: nobody that is still there. */
export async function findOtherWorker(
  store: RunParts['store'],
  profile: RunParts['profile']['id'],
  now: number,
): Promise<string | null> {
  const other = await store.leases.holder(profile)
  return other === null || other.until <= now || isGone(other.holder) ? null : other.holder
}
