import { describe, expect, test } from 'vitest'
import type { TestStores } from './samples.ts'

export function valuesContract({ open, reopen }: TestStores): void {
  describe('settings of the program', () => {
    test('what was set comes back as JSON, also after a restart; null takes it away', async () => {
      const store = await open()
      expect(await store.values.get('alerts')).toBeNull()
      await store.values.set('alerts', { mail: ['a@voorbeeld.test'], perHour: 1 })
      await store.values.set('language', 'nl')
      await store.values.set('language', 'en')
      await store.values.set('autostart', false)
      const again = await reopen(store)
      expect(await again.values.get('alerts')).toEqual({ mail: ['a@voorbeeld.test'], perHour: 1 })
      expect([await again.values.get('language'), await again.values.get('autostart')]).toEqual(['en', false])
      await again.values.set('language', null)
      expect(await again.values.get('language')).toBeNull()
    })
  })
}
