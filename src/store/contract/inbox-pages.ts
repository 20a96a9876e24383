import { describe, expect, test } from 'vitest'
import type { InboxEntry, InboxState, Store } from '../store.ts'
import {
  at,
  begin,
  bring,
  incoming,
  notUnderstood,
  orderId,
  profileId,
  sampleOrder,
  storeOrders,
  type TestStores,
} from './samples.ts'

async function readAll(store: Store, limit: number, states?: readonly InboxState[]): Promise<readonly string[]> {
  const ids: string[] = []
  let after: InboxEntry | null = null
  for (;;) {
    const page: readonly InboxEntry[] = await store.inbox.page(profileId, { limit, after, ...(states && { states }) })
    ids.push(...page.map(({ id }) => id))
    after = page.at(-1) ?? null
    if (after === null) return ids
  }
}

export function inboxPagesContract({ open }: TestStores): void {
  describe('inbox pages', () => {
    /** 1 … 6 in different states; 7 and 8 placed in the same second as 6; 9 could not be read and has no time. */
    const filled = async (): Promise<Store> => {
      const store = await open()
      const lease = await begin(store)
      const same = [7, 8].map((id) => incoming(sampleOrder(id, { placedAt: at(6) })))
      const orders = [6, 4, 2, 1, 3, 5].map((id) => incoming(sampleOrder(id)))
      await storeOrders(store, lease, [...same, ...orders, notUnderstood(9)])
      await bring(store, lease, orderId(2), 'done')
      await bring(store, lease, orderId(3), 'problem')
      await bring(store, lease, orderId(4), 'dismissed')
      await bring(store, lease, orderId(5), 'unknown')
      return store
    }

    for (const limit of [1, 2, 3, 100])
      test(`oldest first, each order once, ${limit} at a time`, async () => {
        const store = await filled()
        expect(await readAll(store, limit)).toEqual(['9', '1', '2', '3', '4', '5', '6', '7', '8'])
        expect(await readAll(store, limit, ['waiting'])).toEqual(['1', '6', '7', '8'])
        expect(await readAll(store, limit, ['waiting', 'problem', 'unknown'])).toEqual([
          '9',
          '1',
          '3',
          '5',
          '6',
          '7',
          '8',
        ])
        expect(await readAll(store, limit, [])).toEqual([])
      })

    test('paging goes on rightly when the orders of a page have left the state that is asked for', async () => {
      const store = await filled()
      const first = await store.inbox.page(profileId, { states: ['waiting', 'problem'], limit: 2 })
      await store.inbox.dismiss(
        profileId,
        first.map(({ id }) => id),
        'klaar',
        at(200),
      )
      const next = await store.inbox.page(profileId, {
        states: ['waiting', 'problem'],
        limit: 9,
        after: first.at(-1) ?? null,
      })
      expect(next.map(({ id }) => id)).toEqual(['3', '6', '7', '8'])
    })

    test('newest first, in pages', async () => {
      const store = await filled()
      const first = await store.inbox.page(profileId, { limit: 4, newestFirst: true })
      expect(first.map(({ id }) => id)).toEqual(['8', '7', '6', '5'])
      const after = first.at(-1) ?? null
      const next = await store.inbox.page(profileId, {
        limit: 9,
        newestFirst: true,
        after,
        states: ['waiting', 'done', 'problem'],
      })
      expect(next.map(({ id }) => id)).toEqual(['3', '2', '1', '9'])
    })

    test('a text is looked for in number, customer and the number in SnelStart, letter by letter', async () => {
      const store = await open()
      const lease = await begin(store)
      const named = (id: number, lastName: string) =>
        incoming(sampleOrder(id, { customer: { ...sampleOrder(id).customer, lastName } }))
      await storeOrders(store, lease, [named(1, 'Bakker 100%'), named(2, 'Bakker 1000'), named(3, 'Smid')])
      await store.inbox.settle(lease, orderId(3), { state: 'done', remoteNumber: 'V-77' }, at(110))
      const found = async (text: string) => (await store.inbox.page(profileId, { limit: 9, text })).map(({ id }) => id)
      expect(await found('bakker')).toEqual(['1', '2'])
      expect(await found('100%')).toEqual(['1'])
      expect(await found('v-77')).toEqual(['3'])
      expect(await found('n2')).toEqual(['2'])
      expect(await found('nergens')).toEqual([])
    })

    test('counts tell every state, also those without orders', async () => {
      const store = await filled()
      expect(await store.inbox.counts(profileId)).toEqual({
        waiting: 4,
        writing: 0,
        done: 1,
        skipped: 0,
        problem: 2,
        unknown: 1,
        dismissed: 1,
      })
    })
  })
}
