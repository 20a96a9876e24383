import { describe, expect, test } from 'vitest'
import type { InboxState } from '../store.ts'
import {
  at,
  begin,
  bring,
  changed,
  incoming,
  intendOrder,
  notUnderstood,
  orderId,
  profileId,
  remoteId,
  sampleOrder,
  storeOrders,
  type TestStores,
} from './samples.ts'

const one = orderId(1)

export function inboxContract({ open, reopen }: TestStores): void {
  describe('inbox', () => {
    test('a new order waits, with what people want to see of it and what the shop sent', async () => {
      const first = await open()
      const lease = await begin(first)
      const raw = { order_id: '1', total: '12.3400', nested: { b: 1, a: null } }
      expect(await storeOrders(first, lease, [incoming(sampleOrder(1), raw)])).toEqual({
        added: 1,
        changed: 0,
        same: 0,
      })
      const store = await reopen(first)
      expect(await store.inbox.get(profileId, one)).toEqual({
        id: '1',
        number: 'N1',
        state: 'waiting',
        order: sampleOrder(1),
        customerName: 'Anna de Wit',
        totalIncl: '12.34',
        currency: 'EUR',
        placedAt: at(1),
        problem: null,
        warnings: [],
        decision: null,
        chosenCustomer: null,
        remoteId: null,
        remoteNumber: null,
        dismissedBecause: null,
        changedSince: false,
        receivedAt: at(100),
        updatedAt: at(100),
      })
      expect(await store.inbox.raw(profileId, one)).toEqual(raw)
      expect(await store.inbox.cursor(profileId)).toEqual({ cursor: 'cursor 100', upTo: { minutes: 100 } })
      expect((await store.inbox.find(profileId, 'N1'))?.id).toBe('1')
      expect(await store.inbox.find(profileId, '1')).toBeNull()
    })

    test('an order that could not be understood is a problem, and waits once newer data can be understood', async () => {
      const store = await open()
      const lease = await begin(store)
      await storeOrders(store, lease, [notUnderstood(1)])
      expect(await store.inbox.get(profileId, one)).toMatchObject({
        state: 'problem',
        order: null,
        placedAt: null,
        problem: { code: 'order.unreadable', data: { field: 'total' } },
      })
      expect(await store.inbox.retry(profileId, [one], at(101))).toBe(0)
      expect(await storeOrders(store, lease, [notUnderstood(1)])).toEqual({ added: 0, changed: 0, same: 1 })
      await storeOrders(store, lease, [incoming(sampleOrder(1))])
      expect(await store.inbox.get(profileId, one)).toMatchObject({ state: 'waiting', problem: null, placedAt: at(1) })
    })

    const outcomes: readonly (readonly [InboxState, InboxState, 'old' | 'new', boolean])[] = [
      // state when the change comes, state after it, data it stands on, changedSince
      ['waiting', 'waiting', 'new', false],
      ['problem', 'waiting', 'new', false],
      ['writing', 'writing', 'old', false],
      ['unknown', 'unknown', 'old', false],
      ['done', 'done', 'old', true],
      ['skipped', 'skipped', 'old', true],
      ['dismissed', 'dismissed', 'old', true],
    ]
    for (const [before, after, data, changedSince] of outcomes) {
      test(`BEY-1 an order that the shop changed while ${before} is ${after} with the ${data} data`, async () => {
        const store = await open()
        const lease = await begin(store)
        await storeOrders(store, lease, [incoming(sampleOrder(1))])
        await bring(store, lease, one, before)
        expect(await storeOrders(store, lease, [changed(1)])).toEqual({ added: 0, changed: 1, same: 0 })
        const entry = await store.inbox.get(profileId, one)
        expect(entry).toMatchObject({ state: after, changedSince })
        expect(entry?.order?.remarks).toBe(data === 'new' ? 'gewijzigd' : '')
        expect(await storeOrders(store, lease, [changed(1)])).toEqual({ added: 0, changed: 0, same: 1 })
      })

      test(`an order that came again unchanged while ${before} stays as it is`, async () => {
        const store = await open()
        const lease = await begin(store)
        await storeOrders(store, lease, [incoming(sampleOrder(1))])
        await bring(store, lease, one, before)
        const entry = await store.inbox.get(profileId, one)
        const again = incoming(sampleOrder(1), { order_id: '1', viewed: 8 })
        expect(await storeOrders(store, lease, [again])).toEqual({ added: 0, changed: 0, same: 1 })
        expect(await store.inbox.get(profileId, one)).toEqual(entry)
      })
    }

    const settled: readonly (readonly [
      'done' | 'skipped' | 'problem' | 'waiting' | 'unknown',
      InboxState,
      string,
      boolean,
    ])[] = [
      ['done', 'done', '', true],
      ['skipped', 'skipped', '', true],
      ['problem', 'waiting', 'gewijzigd', false],
      ['waiting', 'waiting', 'gewijzigd', false],
      ['unknown', 'unknown', '', false],
    ]
    for (const [outcome, state, remarks, changedSince] of settled)
      test(`newer data that came while writing: settled as ${outcome} the order is ${state}`, async () => {
        const store = await open()
        const lease = await begin(store)
        await storeOrders(store, lease, [incoming(sampleOrder(1))])
        await bring(store, lease, one, 'writing')
        await storeOrders(store, lease, [changed(1)])
        await store.inbox.settle(lease, one, { state: outcome, problem: { code: 'p', data: {} } }, at(120))
        const entry = await store.inbox.get(profileId, one)
        expect(entry).toMatchObject({ state, changedSince })
        expect(entry?.order?.remarks).toBe(remarks)
      })

    test('the mark goes away when the shop goes back to what was made', async () => {
      const store = await open()
      const lease = await begin(store)
      await storeOrders(store, lease, [incoming(sampleOrder(1))])
      await bring(store, lease, one, 'done')
      await storeOrders(store, lease, [changed(1)])
      await storeOrders(store, lease, [incoming(sampleOrder(1))])
      expect((await store.inbox.get(profileId, one))?.changedSince).toBe(false)
    })

    test('an order that only this program reads otherwise than before is not marked as changed by the shop', async () => {
      const store = await open()
      const lease = await begin(store)
      const raw = { order_id: '1' }
      await storeOrders(store, lease, [incoming(sampleOrder(1), raw)])
      await bring(store, lease, one, 'done')
      const readOtherwise = incoming(sampleOrder(1, { language: 'nl-nl' }), raw)
      expect(await storeOrders(store, lease, [readOtherwise])).toEqual({ added: 0, changed: 0, same: 1 })
      expect((await store.inbox.get(profileId, one))?.changedSince).toBe(false)
    })

    test('the orders of a page and the cursor are stored together or not at all', async () => {
      const first = await open()
      const lease = await begin(first)
      await storeOrders(first, lease, [incoming(sampleOrder(1))], 100)
      const broken = incoming(sampleOrder(3), { toJSON: () => JSON.parse('{') })
      await expect(storeOrders(first, lease, [incoming(sampleOrder(2)), changed(1), broken], 200)).rejects.toThrow()
      const store = await reopen(first)
      expect((await store.inbox.page(profileId, { limit: 9 })).map(({ id, order }) => [id, order?.remarks])).toEqual([
        ['1', ''],
      ])
      expect((await store.inbox.cursor(profileId)).cursor).toBe('cursor 100')
    })

    test('a forgotten cursor leaves the orders', async () => {
      const store = await open()
      const lease = await begin(store)
      await storeOrders(store, lease, [incoming(sampleOrder(1))])
      await store.inbox.resetCursor(profileId)
      expect(await store.inbox.cursor(profileId)).toEqual({ cursor: null, upTo: null })
      expect((await store.inbox.counts(profileId)).waiting).toBe(1)
    })

    test('settling stores state, warnings, decision, remote number, effects and log together', async () => {
      const first = await open()
      const lease = await begin(first)
      await storeOrders(first, lease, [incoming(sampleOrder(1))])
      await intendOrder(first, lease, one)
      const log = [
        { at: at(120), level: 'normal' as const, order: sampleOrder(1).number, code: 'order.made', data: { a: 'b' } },
      ]
      const settlement = {
        state: 'done' as const,
        warnings: [{ code: 'sale.totalDiffers', data: { by: '0.01' } }],
        decision: { kind: 'plan', steps: [1, 2] },
        remoteId: remoteId('r-1'),
        remoteNumber: '2026001',
        effects: [{ step: 'salesOrder', state: 'done' as const, remoteId: remoteId('r-1') }],
        log,
      }
      await first.inbox.settle(lease, one, settlement, at(120))
      const store = await reopen(first)
      const { effects, log: _log, ...entry } = settlement
      expect(await store.inbox.get(profileId, one)).toMatchObject({ ...entry, problem: null, updatedAt: at(120) })
      expect(await store.effects.of(profileId, one)).toMatchObject(effects)
      expect(await store.log.page({ profile: profileId, level: 'normal', limit: 9 })).toMatchObject(log)
    })

    test('a settlement that cannot be stored whole is not stored at all', async () => {
      const store = await open()
      const lease = await begin(store)
      await storeOrders(store, lease, [incoming(sampleOrder(1))])
      await intendOrder(store, lease, one)
      const effects = [
        { step: 'salesOrder', state: 'done' as const, remoteId: remoteId('r-1') },
        { step: 'never intended', state: 'done' as const, remoteId: null },
      ]
      await expect(store.inbox.settle(lease, one, { state: 'done', effects }, at(120))).rejects.toThrow(
        'never intended',
      )
      expect((await store.inbox.get(profileId, one))?.state).toBe('writing')
      expect((await store.effects.of(profileId, one))[0]?.state).toBe('intended')
    })
  })
}
