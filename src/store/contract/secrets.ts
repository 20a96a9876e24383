import { describe, expect, test } from 'vitest'
import { at, otherProfileId, profileId, sampleProfile, type TestStores } from './samples.ts'

export function secretsContract({ open, reopen }: TestStores): void {
  describe('secrets', () => {
    test('a secret is read back after a restart, replaced, and removed with null', async () => {
      const first = await open()
      await first.profiles.add(sampleProfile())
      await first.secrets.set(profileId, 'accounting.clientKey', 'één', at(1))
      const store = await reopen(first)
      expect(await store.secrets.get(profileId, 'accounting.clientKey')).toBe('één')
      await store.secrets.set(profileId, 'accounting.clientKey', 'twee', at(2))
      expect(await store.secrets.get(profileId, 'accounting.clientKey')).toBe('twee')
      await store.secrets.set(profileId, 'accounting.clientKey', null, at(3))
      expect(await store.secrets.get(profileId, 'accounting.clientKey')).toBeNull()
    })

    test('the list tells names and when they were set, of this profile only', async () => {
      const store = await open()
      await store.profiles.add(sampleProfile())
      await store.profiles.add(sampleProfile(otherProfileId))
      await store.secrets.set(profileId, 'shop.password', 'geheim', at(2))
      await store.secrets.set(profileId, 'accounting.clientKey', 'geheim', at(1))
      await store.secrets.set(otherProfileId, 'shop.ftp', 'geheim', at(3))
      expect(await store.secrets.list(profileId)).toEqual([
        { name: 'accounting.clientKey', setAt: at(1) },
        { name: 'shop.password', setAt: at(2) },
      ])
    })

    test('a secret of the whole program stands beside those of the profiles, and needs none', async () => {
      const first = await open()
      await first.secrets.set(null, 'alerts.smtpPassword', 'één', at(1))
      const store = await reopen(first)
      await store.profiles.add(sampleProfile())
      await store.secrets.set(profileId, 'alerts.smtpPassword', 'twee', at(2))
      expect(await store.secrets.get(null, 'alerts.smtpPassword')).toBe('één')
      expect(await store.secrets.list(null)).toEqual([{ name: 'alerts.smtpPassword', setAt: at(1) }])
      await store.profiles.remove(profileId)
      expect(await store.secrets.get(null, 'alerts.smtpPassword')).toBe('één')
      await store.secrets.set(null, 'alerts.smtpPassword', null, at(3))
      expect(await store.secrets.get(null, 'alerts.smtpPassword')).toBeNull()
    })

    test('an empty and a very long secret survive', async () => {
      const store = await open()
      await store.profiles.add(sampleProfile())
      const long = 'ë€😀'.repeat(5000)
      await store.secrets.set(profileId, 'shop.empty', '', at(1))
      await store.secrets.set(profileId, 'shop.long', long, at(1))
      expect(await store.secrets.get(profileId, 'shop.empty')).toBe('')
      expect(await store.secrets.get(profileId, 'shop.long')).toBe(long)
    })

    test('a new key forgets every secret and lets them be set again', async () => {
      const store = await open()
      await store.profiles.add(sampleProfile())
      await store.secrets.set(profileId, 'shop.password', 'geheim', at(1))
      const code = await store.secrets.renewKey()
      expect(await store.secrets.list(profileId)).toEqual([])
      await store.secrets.set(profileId, 'shop.password', 'opnieuw', at(2))
      await store.secrets.restoreKey(code.toLowerCase().replaceAll('-', ' '))
      expect(await store.secrets.get(profileId, 'shop.password')).toBe('opnieuw')
    })

    test('a mistyped recovery code names the group, the code of another key is refused', async () => {
      const store = await open()
      await store.profiles.add(sampleProfile())
      const old = await store.secrets.renewKey()
      const code = await store.secrets.renewKey()
      const typo = code.slice(0, 12) + (code[12] === '7' ? '8' : '7') + code.slice(13)
      await expect(store.secrets.restoreKey(typo)).rejects.toMatchObject({
        code: 'secrets.recoveryCodeMistyped',
        context: { group: 3 },
      })
      await expect(store.secrets.restoreKey(code.slice(6))).rejects.toMatchObject({
        code: 'secrets.recoveryCodeMistyped',
      })
      await expect(store.secrets.restoreKey(old)).rejects.toMatchObject({ code: 'secrets.recoveryCodeOther' })
    })
  })
}
