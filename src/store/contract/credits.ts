// What a store promises about credits (BEY-3), and about how far a shop's articles were read.
import { describe, expect, test } from 'vitest'
import {
  at,
  begin,
  changed,
  incoming,
  orderId,
  profileId,
  sampleOrder,
  storeOrders,
  type TestStores,
} from './samples.ts'

const one = orderId(1)
const credit = (id: string) => incoming(sampleOrder(id, { creditOf: one }))

export function creditsContract({ open, reopen }: TestStores): void {
  describe('credits', () => {
    test('are found by the order that they credit, and apart from other orders', async () => {
      const store = await open()
      const lease = await begin(store)
      await storeOrders(store, lease, [incoming(sampleOrder(1)), credit('3'), credit('2')])
      expect((await store.inbox.creditsOf(profileId, one)).map(({ id }) => id)).toEqual(['2', '3'])
      const ids = async (credits: boolean) =>
        (await store.inbox.page(profileId, { limit: 9, credits, states: ['waiting'] })).map(({ id }) => id)
      expect([await ids(true), await ids(false)]).toEqual([['2', '3'], ['1']])
    })

    test('an order that the shop changed after it was done is unseen until it is marked, with what follows from it', async () => {
      const first = await open()
      const lease = await begin(first)
      await storeOrders(first, lease, [incoming(sampleOrder(1))])
      await first.inbox.settle(lease, one, { state: 'done' }, at(101))
      expect(await first.inbox.unseen(profileId, 9)).toEqual([])
      await storeOrders(first, lease, [changed(1)])
      const store = await reopen(first)
      expect((await store.inbox.unseen(profileId, 9)).map(({ id }) => id)).toEqual(['1'])
      expect(await store.inbox.newest(profileId, one)).toEqual(changed(1).order)
      expect(await store.inbox.markSeen(lease, one, credit('1:cancel'), at(103))).toBe(true)
      expect(await store.inbox.markSeen(lease, one, credit('1:cancel'), at(104))).toBe(false)
      expect(await store.inbox.unseen(profileId, 9)).toEqual([])
      expect((await store.inbox.creditsOf(profileId, one)).map(({ id, state }) => [id, state])).toEqual([
        ['1:cancel', 'waiting'],
      ])
    })

    test('how far articles were read is kept for each profile', async () => {
      const first = await open()
      const lease = await begin(first)
      expect(await first.articleSync.state(profileId)).toEqual({ cursor: null, told: [] })
      await first.articleSync.save(lease, { cursor: 'a', told: [] })
      await first.articleSync.save(lease, { cursor: 'b', told: ['double'] })
      const store = await reopen(first)
      expect(await store.articleSync.state(profileId)).toEqual({ cursor: 'b', told: ['double'] })
    })
  })
}
