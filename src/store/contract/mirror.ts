import { describe, expect, test } from 'vitest'
import type { MirrorRow, Store } from '../store.ts'
import { at, begin, profileId, type TestStores } from './samples.ts'

const row = (id: string, modifiedAt: string | null = null, data: unknown = { id }): MirrorRow => ({
  id,
  modifiedAt,
  data,
})

async function ids(store: Store): Promise<readonly string[]> {
  const found: string[] = []
  for await (const page of store.mirror.stream(profileId, 'customers')) found.push(...page.map(({ id }) => id))
  return found
}

export function mirrorContract({ open, reopen }: TestStores): void {
  describe('mirror', () => {
    /** A and B, read whole at minute 1. */
    const filled = async () => {
      const store = await open()
      const lease = await begin(store)
      const generation = await store.mirror.begin(lease, 'customers', true)
      await store.mirror.put(lease, 'customers', generation, [
        row('a', '2026-01-02T00:00:00'),
        row('b', '2026-01-01T00:00:00'),
      ])
      const state = await store.mirror.finish(lease, 'customers', generation, true, at(1))
      return { store, lease, state }
    }

    test('a finished reading tells the highest time seen and when it was', async () => {
      const { store, state } = await filled()
      expect(state).toEqual({ highWater: '2026-01-02T00:00:00', wholeAt: at(1), refreshedAt: at(1) })
      expect(await store.mirror.state(profileId, 'customers')).toEqual(state)
      expect(await store.mirror.state(profileId, 'articles')).toEqual({
        highWater: null,
        wholeAt: null,
        refreshedAt: null,
      })
      expect(await store.mirror.get(profileId, 'customers', 'a')).toEqual(row('a', '2026-01-02T00:00:00'))
      expect(await store.mirror.get(profileId, 'articles', 'a')).toBeNull()
    })

    test('rows that a whole reading no longer sees are there until it is finished, and gone then', async () => {
      const { store, lease } = await filled()
      const generation = await store.mirror.begin(lease, 'customers', true)
      await store.mirror.put(lease, 'customers', generation, [row('b'), row('c')])
      expect(await ids(store)).toEqual(['a', 'b'])
      await store.mirror.finish(lease, 'customers', generation, true, at(2))
      expect(await ids(store)).toEqual(['b', 'c'])
    })

    test('a whole reading that crashed leaves the old rows, and the next one starts afresh', async () => {
      const { store: first, lease, state } = await filled()
      const crashed = await first.mirror.begin(lease, 'customers', true)
      await first.mirror.put(lease, 'customers', crashed, [row('ghost'), row('b', null, 'half')])
      const store = await reopen(first)
      expect(await ids(store)).toEqual(['a', 'b'])
      expect(await store.mirror.state(profileId, 'customers')).toEqual(state)
      const generation = await store.mirror.begin(lease, 'customers', true)
      await store.mirror.put(lease, 'customers', generation, [row('a'), row('b')])
      await store.mirror.finish(lease, 'customers', generation, true, at(3))
      expect(await ids(store)).toEqual(['a', 'b'])
      expect((await store.mirror.get(profileId, 'customers', 'b'))?.data).toEqual({ id: 'b' })
    })

    test('a reading of changes adds and replaces, and moves the highest time only when it is finished', async () => {
      const { store, lease } = await filled()
      const generation = await store.mirror.begin(lease, 'customers', false)
      await store.mirror.put(lease, 'customers', generation, [row('a', '2026-01-03T00:00:00', 'new'), row('c')])
      expect((await store.mirror.state(profileId, 'customers')).highWater).toBe('2026-01-02T00:00:00')
      const state = await store.mirror.finish(lease, 'customers', generation, false, at(4))
      expect(state).toEqual({ highWater: '2026-01-03T00:00:00', wholeAt: at(1), refreshedAt: at(4) })
      expect(await ids(store)).toEqual(['a', 'b', 'c'])
      expect((await store.mirror.get(profileId, 'customers', 'a'))?.data).toBe('new')
    })

    test('a reading of changes that saw nothing keeps the highest time', async () => {
      const { store, lease } = await filled()
      const generation = await store.mirror.begin(lease, 'customers', false)
      const state = await store.mirror.finish(lease, 'customers', generation, false, at(4))
      expect(state.highWater).toBe('2026-01-02T00:00:00')
    })

    test('a row that we make during a whole reading is seen at once and survives it; it does not move the highest time', async () => {
      const { store, lease } = await filled()
      const generation = await store.mirror.begin(lease, 'customers', true)
      await store.mirror.upsert(lease, 'customers', row('z', '2030-01-01T00:00:00'))
      expect(await ids(store)).toEqual(['a', 'b', 'z'])
      await store.mirror.put(lease, 'customers', generation, [row('a', '2026-01-05T00:00:00')])
      const state = await store.mirror.finish(lease, 'customers', generation, true, at(5))
      expect(await ids(store)).toEqual(['a', 'z'])
      expect(state.highWater).toBe('2026-01-05T00:00:00')
    })

    test('a reading that another one replaced can neither add nor finish', async () => {
      const { store, lease } = await filled()
      const old = await store.mirror.begin(lease, 'customers', true)
      await store.mirror.begin(lease, 'customers', true)
      await expect(store.mirror.put(lease, 'customers', old, [row('x')])).rejects.toMatchObject({ name: 'Bug' })
      await expect(store.mirror.finish(lease, 'customers', old, true, at(6))).rejects.toMatchObject({ name: 'Bug' })
    })

    test('streams everything once, in pages', async () => {
      const { store, lease } = await filled()
      const many = Array.from({ length: 1234 }, (_, index) => row(`k${String(index).padStart(4, '0')}`))
      const generation = await store.mirror.begin(lease, 'customers', true)
      await store.mirror.put(lease, 'customers', generation, many)
      await store.mirror.finish(lease, 'customers', generation, true, at(7))
      expect(await ids(store)).toEqual(many.map(({ id }) => id))
    })

    test('a stream that is under way while a new generation comes goes on in the new one', async () => {
      const { store, lease } = await filled()
      const fill = async (data: string) => {
        const generation = await store.mirror.begin(lease, 'customers', true)
        const rows = Array.from({ length: 900 }, (_, index) => row(`k${String(index).padStart(3, '0')}`, null, data))
        await store.mirror.put(lease, 'customers', generation, rows)
        await store.mirror.finish(lease, 'customers', generation, true, at(8))
      }
      await fill('old')
      const seen: MirrorRow[] = []
      for await (const page of store.mirror.stream(profileId, 'customers')) {
        if (seen.length === 0) await fill('new')
        seen.push(...page)
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(900)
      expect(seen.at(-1)?.data).toBe('new')
    })

    test('forgetting empties it and stops a reading under way', async () => {
      const { store, lease } = await filled()
      const generation = await store.mirror.begin(lease, 'customers', true)
      await store.mirror.forget(profileId)
      expect(await ids(store)).toEqual([])
      expect(await store.mirror.state(profileId, 'customers')).toEqual({
        highWater: null,
        wholeAt: null,
        refreshedAt: null,
      })
      await expect(store.mirror.finish(lease, 'customers', generation, true, at(9))).rejects.toMatchObject({
        name: 'Bug',
      })
    })
  })
}
