import { describe, expect, test } from 'vitest'
import type { CalendarDate, CurrencyCode } from '../../core/ids.ts'
import { decimal } from '../../core/money.ts'
import type { InboxState } from '../store.ts'
import {
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

const day = (date: string): CalendarDate => date as CalendarDate

export function inboxPerDayContract({ open }: TestStores): void {
  describe('orders per day', () => {
    test('each day of the shop by what became of its orders; the amount is what was made, to the cent', async () => {
      const store = await open()
      const lease = await begin(store)
      const orders: readonly [date: string, total: string, state: InboxState][] = [
        ['2026-01-04', '1.00', 'done'],
        ['2026-01-05', '0.10', 'done'],
        ['2026-01-05', '0.20', 'done'],
        ['2026-01-05', '-0.05', 'done'],
        ['2026-01-05', '8', 'skipped'],
        ['2026-01-05', '8', 'dismissed'],
        ['2026-01-05', '8', 'problem'],
        ['2026-01-05', '8', 'unknown'],
        ['2026-01-05', '8', 'waiting'],
        ['2026-01-05', '8', 'writing'],
        ['2026-01-07', '9', 'waiting'],
      ]
      const stored = orders.map(([date, total], index) =>
        incoming(sampleOrder(index, { orderDate: day(date), totalIncl: decimal(total) })),
      )
      const pounds = sampleOrder(50, { currency: 'GBP' as CurrencyCode, totalIncl: decimal('5') })
      await storeOrders(store, lease, [...stored, incoming(pounds), notUnderstood(99)])
      for (const [index, [, , state]] of orders.entries()) await bring(store, lease, orderId(index), state)
      await bring(store, lease, orderId(50), 'done')
      expect(await store.inbox.perDay(profileId, day('2026-01-05'))).toEqual([
        { day: '2026-01-05', made: 4, skipped: 2, problem: 2, waiting: 2, amount: '0.25' },
        { day: '2026-01-07', made: 0, skipped: 0, problem: 0, waiting: 1, amount: '0.00' },
      ])
    })

    test('an order that the shop moved to another day is counted there', async () => {
      const store = await open()
      const lease = await begin(store)
      await storeOrders(store, lease, [incoming(sampleOrder(1))])
      await storeOrders(store, lease, [incoming(sampleOrder(1, { orderDate: day('2026-01-09') }))])
      expect((await store.inbox.perDay(profileId, day('2026-01-01'))).map((counts) => counts.day)).toEqual([
        '2026-01-09',
      ])
    })
  })
}
