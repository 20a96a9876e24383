import { describe, expect, test } from 'vitest'
import type { CustomerCode, RemoteId } from '../../core/ids.ts'
import type { ChosenCustomer } from '../../core/plan.ts'
import type { InboxState } from '../store.ts'
import {
  at,
  begin,
  bring,
  changed,
  incoming,
  intendOrder,
  orderId,
  profileId,
  sampleOrder,
  storeOrders,
  type TestStores,
} from './samples.ts'

const one = orderId(1)
const chosen: ChosenCustomer = {
  id: 'c-1' as RemoteId,
  code: '10021' as CustomerCode,
  name: 'Jansen B.V.',
  by: 'Jan',
  at: at(125),
}

export function inboxPeopleContract({ open }: TestStores): void {
  describe('inbox, for people', () => {
    const retried: readonly (readonly [InboxState, InboxState, number])[] = [
      ['waiting', 'waiting', 1],
      ['problem', 'waiting', 1],
      ['skipped', 'waiting', 1],
      ['dismissed', 'waiting', 1],
      ['done', 'done', 0],
      ['writing', 'writing', 0],
      ['unknown', 'unknown', 0],
    ]
    for (const [before, after, count] of retried)
      test(`BEY-1 retry of an order that is ${before}: it is ${after}`, async () => {
        const store = await open()
        const lease = await begin(store)
        await storeOrders(store, lease, [incoming(sampleOrder(1))])
        await bring(store, lease, one, before)
        const was = await store.inbox.get(profileId, one)
        expect(await store.inbox.retry(profileId, [one, orderId('not there')], at(130))).toBe(count)
        const entry = await store.inbox.get(profileId, one)
        if (count === 0) expect(entry).toEqual(was)
        else expect(entry).toMatchObject({ state: after, problem: null, dismissedBecause: null, updatedAt: at(130) })
      })

    test('retry takes the newest data of the shop', async () => {
      const store = await open()
      const lease = await begin(store)
      await storeOrders(store, lease, [incoming(sampleOrder(1))])
      await bring(store, lease, one, 'skipped')
      await storeOrders(store, lease, [changed(1)])
      await store.inbox.retry(profileId, [one], at(130))
      const entry = await store.inbox.get(profileId, one)
      expect(entry).toMatchObject({ state: 'waiting', changedSince: false })
      expect(entry?.order?.remarks).toBe('gewijzigd')
      // Back and forth once more: nothing of the version that was taken over is left to compare with.
      expect(await storeOrders(store, lease, [incoming(sampleOrder(1))])).toMatchObject({ changed: 1 })
      expect(await storeOrders(store, lease, [changed(1)])).toMatchObject({ changed: 1 })
      expect((await store.inbox.get(profileId, one))?.order?.remarks).toBe('gewijzigd')
    })

    for (const before of ['problem', 'dismissed'] as const)
      test(`retry of an order that is ${before} with a sales order in doubt makes it unknown, not waiting`, async () => {
        const store = await open()
        const lease = await begin(store)
        await storeOrders(store, lease, [incoming(sampleOrder(1))])
        await intendOrder(store, lease, one)
        const doubt = [{ step: 'salesOrder', state: 'unknown' as const, remoteId: null }]
        const state = before === 'problem' ? 'problem' : 'unknown'
        await store.inbox.settle(lease, one, { state, effects: doubt }, at(120))
        if (before === 'dismissed') await store.inbox.dismiss(profileId, [one], 'staat er al', at(121))
        await store.inbox.retry(profileId, [one], at(130))
        expect((await store.inbox.get(profileId, one))?.state).toBe('unknown')
      })

    const dismissable: Readonly<Record<InboxState, boolean>> = {
      waiting: true,
      problem: true,
      unknown: true,
      skipped: true,
      writing: false,
      done: false,
      dismissed: false,
    }
    for (const [before, may] of Object.entries(dismissable) as [InboxState, boolean][])
      test(`an order that is ${before} ${may ? 'can' : 'cannot'} be dismissed`, async () => {
        const store = await open()
        const lease = await begin(store)
        await storeOrders(store, lease, [incoming(sampleOrder(1))])
        await bring(store, lease, one, before)
        const was = await store.inbox.get(profileId, one)
        expect(await store.inbox.dismiss(profileId, [one], 'dubbel', at(130))).toBe(may ? 1 : 0)
        const entry = await store.inbox.get(profileId, one)
        if (may) expect(entry).toMatchObject({ state: 'dismissed', dismissedBecause: 'dubbel', problem: was?.problem })
        else expect(entry).toEqual(was)
      })

    const choosable: readonly InboxState[] = ['waiting', 'problem']
    for (const before of ['waiting', 'problem', 'writing', 'unknown', 'done', 'skipped', 'dismissed'] as const)
      test(`USE-2 the customer of an order that is ${before} can${choosable.includes(before) ? '' : 'not'} be chosen`, async () => {
        const store = await open()
        const lease = await begin(store)
        await storeOrders(store, lease, [incoming(sampleOrder(1))])
        await bring(store, lease, one, before)
        const was = await store.inbox.get(profileId, one)
        const may = choosable.includes(before)
        expect(await store.inbox.chooseCustomer(profileId, one, chosen, at(130))).toBe(may)
        const entry = await store.inbox.get(profileId, one)
        if (may) expect(entry).toMatchObject({ state: 'waiting', problem: null, chosenCustomer: chosen })
        else expect(entry).toEqual(was)
      })

    test('USE-2 a chosen customer stays with the order, whatever the shop changes, until a person takes it back', async () => {
      const store = await open()
      const lease = await begin(store)
      await storeOrders(store, lease, [incoming(sampleOrder(1))])
      await store.inbox.chooseCustomer(profileId, one, chosen, at(120))
      await storeOrders(store, lease, [changed(1)])
      await store.inbox.settle(lease, one, { state: 'problem', problem: { code: 'p', data: {} } }, at(121))
      await store.inbox.retry(profileId, [one], at(122))
      expect(await store.inbox.get(profileId, one)).toMatchObject({ state: 'waiting', chosenCustomer: chosen })
      expect(await store.inbox.chooseCustomer(profileId, one, null, at(123))).toBe(true)
      expect((await store.inbox.get(profileId, one))?.chosenCustomer).toBeNull()
      expect(await store.inbox.chooseCustomer(profileId, orderId('not there'), chosen, at(124))).toBe(false)
    })

    test('an order that a person dismissed meanwhile stays dismissed, unless it turns out to be done', async () => {
      const store = await open()
      const lease = await begin(store)
      await storeOrders(store, lease, [incoming(sampleOrder(1))])
      await bring(store, lease, one, 'dismissed')
      await store.inbox.settle(lease, one, { state: 'problem', problem: { code: 'p', data: {} } }, at(120))
      expect((await store.inbox.get(profileId, one))?.state).toBe('dismissed')
      await store.inbox.settle(lease, one, { state: 'done', remoteNumber: '7' }, at(121))
      expect(await store.inbox.get(profileId, one)).toMatchObject({ state: 'done', dismissedBecause: null })
    })
  })
}
