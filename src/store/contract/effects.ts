import { describe, expect, test } from 'vitest'
import {
  at,
  begin,
  bring,
  incoming,
  intendOrder,
  orderId,
  profileId,
  remoteId,
  sampleOrder,
  storeOrders,
  type TestStores,
} from './samples.ts'

const one = orderId(1)

export function effectsContract({ open, reopen }: TestStores): void {
  describe('effects', () => {
    const ready = async () => {
      const store = await open()
      const lease = await begin(store)
      await storeOrders(store, lease, [incoming(sampleOrder(1)), incoming(sampleOrder(2))])
      return { store, lease }
    }
    const done = { state: 'done', remoteId: remoteId('r-1') } as const

    test('BEY-1 an intent is there after a crash, with what is needed to look it up, and the order is writing', async () => {
      const { store: first, lease } = await ready()
      await intendOrder(first, lease, one)
      const store = await reopen(first)
      expect(await store.effects.open(profileId)).toEqual([
        {
          order: '1',
          step: 'salesOrder',
          marker: 'N1',
          state: 'intended',
          remoteId: null,
          data: { totalIncl: '12.34' },
          intendedAt: at(105),
          settledAt: null,
        },
      ])
      expect((await store.inbox.get(profileId, one))?.state).toBe('writing')
    })

    test('a step is settled with its remote id and the mirror row in one transaction, and settling again is safe', async () => {
      const { store, lease } = await ready()
      await intendOrder(store, lease, one)
      const row = { id: 'c1', modifiedAt: null, data: { name: 'Anna' } }
      const settle = () => store.effects.settle(lease, one, 'salesOrder', done, at(106), [{ kind: 'customers', row }])
      await settle()
      await settle()
      expect(await store.effects.of(profileId, one)).toMatchObject([{ ...done, settledAt: at(106) }])
      expect(await store.effects.open(profileId)).toEqual([])
      expect(await store.mirror.get(profileId, 'customers', 'c1')).toEqual(row)
    })

    test('a settled step without its mirror row is never left behind', async () => {
      const { store, lease } = await ready()
      await intendOrder(store, lease, one)
      const row = { id: 'c1', modifiedAt: null, data: { toJSON: () => JSON.parse('{') } }
      const settling = store.effects.settle(lease, one, 'salesOrder', done, at(106), [{ kind: 'customers', row }])
      await expect(settling).rejects.toThrow()
      expect((await store.effects.of(profileId, one))[0]?.state).toBe('intended')
    })

    for (const state of ['intended', 'done', 'unknown'] as const)
      test(`BEY-1 a step that is ${state} cannot be intended again, and nothing changes`, async () => {
        const { store, lease } = await ready()
        await intendOrder(store, lease, one)
        if (state !== 'intended') await store.effects.settle(lease, one, 'salesOrder', { ...done, state }, at(106))
        const before = await store.effects.of(profileId, one)
        await expect(intendOrder(store, lease, one, 'other')).rejects.toMatchObject({ name: 'Bug' })
        expect(await store.effects.of(profileId, one)).toEqual(before)
      })

    test('a step that was surely absent may be intended again, with another marker', async () => {
      const { store, lease } = await ready()
      await intendOrder(store, lease, one)
      await store.effects.settle(lease, one, 'salesOrder', { state: 'absent', remoteId: null }, at(106))
      await intendOrder(store, lease, one, 'N1 again')
      expect(await store.effects.of(profileId, one)).toMatchObject([
        { state: 'intended', marker: 'N1 again', settledAt: null },
      ])
    })

    for (const state of ['done', 'skipped', 'dismissed'] as const)
      test(`nothing is intended for an order that is ${state}`, async () => {
        const { store, lease } = await ready()
        await bring(store, lease, one, state)
        await expect(intendOrder(store, lease, one)).rejects.toMatchObject({ name: 'Bug' })
        expect((await store.inbox.get(profileId, one))?.state).toBe(state)
        expect(await store.effects.of(profileId, one)).toEqual([])
      })

    test('what is done stays done, and what was never intended cannot be settled', async () => {
      const { store, lease } = await ready()
      await intendOrder(store, lease, one)
      await store.effects.settle(lease, one, 'salesOrder', done, at(106))
      const absent = { state: 'absent', remoteId: null } as const
      await expect(store.effects.settle(lease, one, 'salesOrder', absent, at(107))).rejects.toMatchObject({
        name: 'Bug',
      })
      await expect(store.effects.settle(lease, one, 'customer', absent, at(107))).rejects.toMatchObject({ name: 'Bug' })
    })

    test('open effects are those intended or unknown, except of orders that a person dismissed', async () => {
      const { store, lease } = await ready()
      await intendOrder(store, lease, one)
      await store.effects.intend(lease, { order: one, step: 'customer', marker: '7', data: null }, at(104))
      await store.effects.settle(lease, one, 'customer', { state: 'unknown', remoteId: null }, at(106))
      await intendOrder(store, lease, orderId(2))
      const doubt = [{ step: 'salesOrder', state: 'unknown' as const, remoteId: null }]
      await store.inbox.settle(lease, orderId(2), { state: 'unknown', effects: doubt }, at(107))
      const open = async () => (await store.effects.open(profileId)).map(({ order, step }) => `${order} ${step}`)
      expect(await open()).toEqual(['1 customer', '1 salesOrder', '2 salesOrder'])
      await store.inbox.dismiss(profileId, [orderId(2)], 'staat er al', at(108))
      expect(await open()).toEqual(['1 customer', '1 salesOrder'])
      await store.inbox.retry(profileId, [orderId(2)], at(109))
      expect(await open()).toEqual(['1 customer', '1 salesOrder', '2 salesOrder'])
    })
  })
}
