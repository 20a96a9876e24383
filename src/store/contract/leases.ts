import { describe, expect, test } from 'vitest'
import type { Lease, Store } from '../store.ts'
import {
  at,
  begin,
  incoming,
  intendOrder,
  orderId,
  profileId,
  sampleOrder,
  storeOrders,
  type TestStores,
} from './samples.ts'

export function leasesContract({ open, reopen }: TestStores): void {
  describe('leases', () => {
    test('PLAN-4 a lease that has not run out is not given to another, one that has run out is', async () => {
      const store = await open()
      await begin(store)
      expect(await store.leases.take(profileId, 'other', 60_999, 1000)).toBeNull()
      expect(await store.leases.holder(profileId)).toEqual({ holder: 'worker', until: 61_000 })
      expect(await store.leases.take(profileId, 'other', 61_000, 1000)).toMatchObject({ holder: 'other' })
    })

    test('a holder that is known to be dead is replaced before its time, and only that one', async () => {
      const store = await open()
      await begin(store)
      expect(await store.leases.take(profileId, 'other', 1001, 1000, 'somebody else')).toBeNull()
      expect(await store.leases.take(profileId, 'other', 1001, 1000, 'worker')).toMatchObject({
        holder: 'other',
        token: 2,
      })
      expect(await store.leases.take(profileId, 'third', 1002, 1000, 'worker')).toBeNull()
    })

    test('renewing keeps others out longer; a lease that was lost cannot be renewed', async () => {
      const store = await open()
      const lease = await begin(store)
      expect(await store.leases.renew(lease, 50_000, 60_000)).toBe(true)
      expect(await store.leases.take(profileId, 'other', 61_000, 1000)).toBeNull()
      expect(await store.leases.take(profileId, 'other', 110_000, 1000)).not.toBeNull()
      expect(await store.leases.renew(lease, 110_001, 60_000)).toBe(false)
    })

    test('a released lease is free at once, and releasing one that was lost harms nobody', async () => {
      const store = await open()
      const lease = await begin(store)
      await store.leases.release(lease)
      expect(await store.leases.holder(profileId)).toBeNull()
      await store.leases.take(profileId, 'other', 1001, 1000)
      await store.leases.release(lease)
      expect(await store.leases.holder(profileId)).toEqual({ holder: 'other', until: 2001 })
    })

    test('tokens only grow, through release, taking again and a restart', async () => {
      const first = await open()
      const lease = await begin(first)
      await first.leases.release(lease)
      const second = await first.leases.take(profileId, 'worker', 2000, 1000)
      const store = await reopen(first)
      const third = await store.leases.take(profileId, 'worker', 2001, 1000)
      expect([lease.token, second?.token, third?.token]).toEqual([1, 2, 3])
    })

    const losers: Readonly<Record<string, (store: Store, lease: Lease) => Promise<unknown>>> = {
      'inbox.storePage': (store, lease) => storeOrders(store, lease, [incoming(sampleOrder(2))]),
      'inbox.settle': (store, lease) => store.inbox.settle(lease, orderId(1), { state: 'done' }, at(9)),
      'effects.intend': (store, lease) =>
        store.effects.intend(lease, { order: orderId(1), step: 'customer', marker: '7', data: null }, at(9)),
      'effects.settle': (store, lease) =>
        store.effects.settle(lease, orderId(1), 'salesOrder', { state: 'absent', remoteId: null }, at(9)),
      'mirror.begin': (store, lease) => store.mirror.begin(lease, 'customers', true),
      'mirror.put': (store, lease) => store.mirror.put(lease, 'customers', 1, [{ id: 'x', modifiedAt: null, data: 0 }]),
      'mirror.finish': (store, lease) => store.mirror.finish(lease, 'customers', 1, true, at(9)),
      'mirror.upsert': (store, lease) =>
        store.mirror.upsert(lease, 'customers', { id: 'x', modifiedAt: null, data: 0 }),
    }
    for (const [call, write] of Object.entries(losers))
      test(`a worker that lost its lease cannot write: ${call}`, async () => {
        const store = await open()
        const lost = await begin(store)
        await storeOrders(store, lost, [incoming(sampleOrder(1))])
        await intendOrder(store, lost, orderId(1))
        await store.mirror.begin(lost, 'customers', true)
        const snapshot = async () => [
          await store.inbox.page(profileId, { limit: 9 }),
          await store.inbox.cursor(profileId),
          await store.effects.of(profileId, orderId(1)),
          await store.mirror.state(profileId, 'customers'),
          await store.mirror.get(profileId, 'customers', 'x'),
        ]
        const before = await snapshot()
        // The same holder that takes it once more has two tokens; only the newer one may write.
        await store.leases.take(profileId, 'worker', 2000, 60_000)
        await expect(write(store, lost)).rejects.toMatchObject({
          code: 'store.leaseLost',
          context: { profile: profileId },
        })
        expect(await snapshot()).toEqual(before)
      })
  })
}
