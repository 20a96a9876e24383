import { describe, expect, test } from 'vitest'
import type { ProfileId, ShopOrderNumber } from '../../core/ids.ts'
import type { LogEntry, LogLevel, Store } from '../store.ts'
import { at, otherProfileId, profileId, sampleProfile, type TestStores } from './samples.ts'

const entry = (minute: number, level: LogLevel, order: string | null, profile: ProfileId = profileId): LogEntry => ({
  at: at(minute),
  profile,
  level,
  order: order as ShopOrderNumber | null,
  code: `code ${minute}`,
  data: { amount: '12.34', customer: 'Café "De Ëend"' },
})

const codes = async (store: Store, ask: Parameters<Store['log']['page']>[0]) =>
  (await store.log.page(ask)).map(({ code }) => code)

export function logContract({ open, reopen }: TestStores): void {
  describe('log', () => {
    const entries = [
      entry(1, 'normal', 'N1'),
      entry(2, 'extended', 'N1'),
      entry(3, 'normal', null),
      entry(4, 'normal', 'N1', otherProfileId),
    ]
    const filled = async (): Promise<Store> => {
      const store = await open()
      await store.profiles.add(sampleProfile())
      await store.profiles.add(sampleProfile(otherProfileId))
      await store.log.add(entries)
      return store
    }

    test('USE-3 entries come back whole, newest first', async () => {
      const store = await reopen(await filled())
      const page = await store.log.page({ level: 'extended', limit: 9 })
      expect(page.map(({ id: _id, ...rest }) => rest)).toEqual([...entries].reverse())
    })

    test('USE-3 normal hides the extended ones; profile and order narrow', async () => {
      const store = await filled()
      expect(await codes(store, { level: 'normal', limit: 9 })).toEqual(['code 4', 'code 3', 'code 1'])
      expect(await codes(store, { level: 'normal', limit: 9, profile: profileId })).toEqual(['code 3', 'code 1'])
      expect(await codes(store, { level: 'extended', limit: 9, profile: profileId, order: 'N1' })).toEqual([
        'code 2',
        'code 1',
      ])
    })

    test('pages continue before the last entry of the page before', async () => {
      const store = await filled()
      const first = await store.log.page({ level: 'extended', limit: 3 })
      expect(await codes(store, { level: 'extended', limit: 3, before: first.at(-1)?.id ?? null })).toEqual(['code 1'])
    })

    test('USE-3 purging removes what is older and nothing else; clearing empties one profile or all', async () => {
      const store = await filled()
      expect(await store.log.purge(at(2))).toBe(1)
      expect(await codes(store, { level: 'extended', limit: 9 })).toEqual(['code 4', 'code 3', 'code 2'])
      expect(await store.log.clear(profileId)).toBe(2)
      expect(await codes(store, { level: 'extended', limit: 9 })).toEqual(['code 4'])
      expect(await store.log.clear(null)).toBe(1)
    })
  })
}
