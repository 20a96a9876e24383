import { describe, expect, test } from 'vitest'
import { decimal, zero } from '../../core/money.ts'
import type { PlannedChange } from '../../core/stock/decide-stock.ts'
import type { StockProblem } from '../../core/stock/match-lines.ts'
import type { SeenLine } from '../stock-store.ts'
import type { Store } from '../store.ts'
import { at, begin, otherProfileId, profileId, type TestStores } from './samples.ts'

const seen = (code: string, quantity: number | null): SeenLine => ({
  key: `k-${code}`,
  code,
  name: `Stoel ${code}`,
  notManaged: null,
  quantity,
})

const change = (code: string, from: number | null, to: number): PlannedChange => ({
  key: `k-${code}`,
  code,
  name: `Stoel ${code}`,
  from,
  to,
  reason: { free: decimal(to), taken: zero, open: [], waiting: [], cutToZero: false },
})

const problem = (about: string): StockProblem => ({
  code: 'stock.unknownInShop',
  about,
  data: { code: about, name: 'Stoel' },
})

const told = async (store: Store) =>
  (await store.stock.lines(profileId)).map(({ code, confirmed, intended }) => [code, confirmed, intended])

export function stockContract({ open, reopen }: TestStores): void {
  const filled = async (...lines: readonly SeenLine[]) => {
    const store = await open()
    const lease = await begin(store)
    const reading = await store.stock.beginWhole(lease)
    await store.stock.see(lease, reading, lines)
    await store.stock.finishWhole(lease, reading, at(1))
    return { store, lease }
  }

  describe('stock', () => {
    test('a whole reading replaces what was there, and tells when it was', async () => {
      const { store, lease } = await filled(seen('A', 3), seen('B', null))
      expect(await told(store)).toEqual([
        ['A', 3, null],
        ['B', null, null],
      ])
      const reading = await store.stock.beginWhole(lease)
      await store.stock.see(lease, reading, [{ ...seen('B', 4), name: 'Kruk', notManaged: 'shop.virtual' }])
      await store.stock.finishWhole(lease, reading, at(2))
      const again = await reopen(store)
      expect(await again.stock.lines(profileId)).toEqual([
        { key: 'k-B', code: 'B', name: 'Kruk', notManaged: 'shop.virtual', confirmed: 4, intended: null },
      ])
      expect(await again.stock.wholeAt(profileId)).toBe(at(2))
      expect([await again.stock.lines(otherProfileId), await again.stock.wholeAt(otherProfileId)]).toEqual([[], null])
    })

    test('a reading that does not come to its end takes no line away', async () => {
      const { store, lease } = await filled(seen('A', 3), seen('B', 4))
      await store.stock.see(lease, await store.stock.beginWhole(lease), [seen('A', 2)])
      const again = await reopen(store)
      expect(await told(again)).toEqual([
        ['A', 2, null],
        ['B', 4, null],
      ])
      expect(await again.stock.wholeAt(profileId)).toBe(at(1))
    })

    test('what is intended stays in doubt until the shop has answered, or was read', async () => {
      const { store, lease } = await filled(seen('A', 3), seen('B', 4), seen('C', 5), seen('D', 6))
      await store.stock.intend(lease, [change('A', 3, 1), change('B', 4, 2), change('C', 5, 3), change('D', 6, 4)])
      await store.stock.settle(
        lease,
        [
          { change: change('A', 3, 1), refused: false },
          { change: change('B', 4, 2), refused: true },
        ],
        at(3),
      )
      const again = await reopen(store)
      expect((await again.stock.changes(profileId, { limit: 9 })).map((one) => one.change.code)).toEqual(['A'])
      expect(await told(again)).toEqual([
        ['A', 1, null],
        ['B', 4, null],
        ['C', 5, 3],
        ['D', 6, 4],
      ])
      const reading = await again.stock.beginWhole(lease)
      await again.stock.see(lease, reading, [seen('C', 3), seen('D', null)])
      expect((await told(again)).slice(2)).toEqual([
        ['C', 3, null],
        ['D', 6, 4],
      ])
    })

    test('changes come newest first, in pages, and are found by code or name', async () => {
      const { store, lease } = await filled(seen('A', 3), seen('B', 4))
      await store.stock.settle(lease, [{ change: change('A', 3, 1), refused: false }], at(3))
      await store.stock.settle(lease, [{ change: change('B', 4, 2), refused: false }], at(4))
      const all = await store.stock.changes(profileId, { limit: 9 })
      expect(all.map((one) => [one.change.code, one.change.to, one.at])).toEqual([
        ['B', 2, at(4)],
        ['A', 1, at(3)],
      ])
      const codes = async (ask: Parameters<Store['stock']['changes']>[1]) =>
        (await store.stock.changes(profileId, ask)).map((one) => one.change.code)
      expect(await codes({ limit: 1 })).toEqual(['B'])
      expect(await codes({ limit: 9, before: all[0]?.id ?? null })).toEqual(['A'])
      expect(await codes({ limit: 9, text: 'stoel a' })).toEqual(['A'])
      expect(await codes({ limit: 9, text: '%' })).toEqual([])
      expect(await store.stock.purge(at(4))).toBe(1)
      expect(await codes({ limit: 9 })).toEqual(['B'])
    })

    test('a problem is new once, and again after it was away', async () => {
      const { store, lease } = await filled()
      expect(await store.stock.report(lease, [problem('A'), problem('B')], at(2))).toEqual([problem('A'), problem('B')])
      expect(await store.stock.report(lease, [problem('B'), problem('C')], at(3))).toEqual([problem('C')])
      expect(await store.stock.problems(profileId, { limit: 9 })).toEqual({
        problems: [
          { ...problem('B'), since: at(2) },
          { ...problem('C'), since: at(3) },
        ],
        total: 2,
      })
      expect((await store.stock.problems(profileId, { limit: 1 })).total).toBe(2)
      expect((await store.stock.problems(profileId, { limit: 9, text: 'c' })).problems).toHaveLength(1)
      expect(await store.stock.report(lease, [problem('A')], at(4))).toEqual([problem('A')])
    })

    test('a worker that lost its lease writes nothing', async () => {
      const { store, lease } = await filled(seen('A', 3))
      await store.leases.take(profileId, 'other', 1_000_000, 60_000)
      await expect(store.stock.intend(lease, [change('A', 3, 1)])).rejects.toMatchObject({ code: 'store.leaseLost' })
      await expect(store.stock.report(lease, [problem('A')], at(2))).rejects.toMatchObject({ code: 'store.leaseLost' })
      expect(await told(store)).toEqual([['A', 3, null]])
    })

    test('what was told can be forgotten, and goes with the profile', async () => {
      const { store, lease } = await filled(seen('A', 3))
      await store.stock.settle(lease, [{ change: change('A', 3, 1), refused: false }], at(3))
      await store.stock.forget(profileId)
      expect([await told(store), await store.stock.wholeAt(profileId)]).toEqual([[], null])
      expect(await store.stock.changes(profileId, { limit: 9 })).toHaveLength(1)
      await store.profiles.remove(profileId)
      expect(await store.stock.changes(profileId, { limit: 9 })).toEqual([])
    })
  })
}
