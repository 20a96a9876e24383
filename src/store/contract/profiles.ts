import { describe, expect, test } from 'vitest'
import {
  at,
  begin,
  incoming,
  intendOrder,
  orderId,
  otherProfileId,
  profileId,
  sampleOrder,
  sampleProfile,
  storeOrders,
  type TestStores,
} from './samples.ts'

export function profilesContract({ open, reopen }: TestStores): void {
  describe('profiles', () => {
    test('PROF-1 a profile comes back as it was added, also after a restart', async () => {
      const first = await open()
      await first.profiles.add(sampleProfile())
      const store = await reopen(first)
      expect(await store.profiles.get(profileId)).toEqual(sampleProfile())
      expect(await store.profiles.list()).toEqual([sampleProfile()])
      expect(await store.profiles.get(otherProfileId)).toBeNull()
    })

    test('a second profile with the same id is refused and leaves the first as it was', async () => {
      const store = await open()
      await store.profiles.add(sampleProfile())
      const again = { ...sampleProfile(), description: 'Andere winkel' }
      await expect(store.profiles.add(again)).rejects.toMatchObject({ code: 'store.profileExists' })
      expect((await store.profiles.get(profileId))?.description).toBe('Winkel')
    })

    test('saving settings replaces one part and keeps the history of what changed', async () => {
      const store = await open()
      await store.profiles.add(sampleProfile())
      await store.profiles.saveSettings(profileId, 'shop', { prefix: 'ps_', url: 'x', ports: [21] }, 'Anna', at(1))
      await store.profiles.saveSettings(profileId, 'shop', { prefix: 'ps_', url: 'x', ports: [21] }, 'Anna', at(2))
      await store.profiles.saveSettings(profileId, 'shop', { prefix: 'ps_', ports: [21] }, 'Bob', at(3))
      const profile = await store.profiles.get(profileId)
      expect(profile?.settings.shop).toEqual({ prefix: 'ps_', ports: [21] })
      expect(profile?.settings.sales).toEqual({})
      expect(await store.profiles.history(profileId)).toEqual([
        { part: 'shop', at: at(3), by: 'Bob', changes: [{ key: 'url', from: 'x', to: null }] },
        {
          part: 'shop',
          at: at(1),
          by: 'Anna',
          changes: [
            { key: 'ports', from: null, to: '[21]' },
            { key: 'prefix', from: 'oc_', to: 'ps_' },
            { key: 'url', from: null, to: 'x' },
          ],
        },
      ])
    })

    test('a secret stands in the history as changed, without its value', async () => {
      const store = await open()
      await store.profiles.add(sampleProfile())
      await store.secrets.set(profileId, 'accounting.clientKey', 'sleutelbos', at(1), 'Anna')
      await store.secrets.set(profileId, 'memory.endpoint', 'bridge.php', at(2))
      expect(await store.profiles.history(profileId)).toEqual([
        { part: 'accounting', at: at(1), by: 'Anna', changes: [{ key: 'clientKey', from: null, to: 'changed' }] },
      ])
    })

    test('PROF-3 a description can be changed; saving for a profile that is not there is refused', async () => {
      const store = await open()
      await store.profiles.add(sampleProfile())
      await store.profiles.saveDescription(profileId, 'Filiaal')
      expect((await store.profiles.get(profileId))?.description).toBe('Filiaal')
      const noProfile = { code: 'store.noProfile' }
      await expect(store.profiles.saveDescription(otherProfileId, 'x')).rejects.toMatchObject(noProfile)
      await expect(store.profiles.saveSettings(otherProfileId, 'shop', { a: 1 }, 'x', at(1))).rejects.toMatchObject(
        noProfile,
      )
      await expect(store.leases.take(otherProfileId, 'w', 0, 1)).rejects.toMatchObject(noProfile)
    })

    test('removing a profile removes everything of it and nothing of another', async () => {
      const store = await open()
      const leases = [await begin(store), await begin(store, otherProfileId)]
      for (const lease of leases) {
        await storeOrders(store, lease, [incoming(sampleOrder(1))])
        await intendOrder(store, lease, orderId(1))
        await store.mirror.upsert(lease, 'customers', { id: 'c1', modifiedAt: null, data: {} })
        await store.secrets.set(lease.profile, 'shop.password', 'geheim', at(1))
        await store.log.add([{ at: at(1), profile: lease.profile, level: 'normal', order: null, code: 'x', data: {} }])
      }
      await store.profiles.remove(profileId)
      const left = async (profile: typeof profileId) => [
        await store.profiles.get(profile).then((found) => found !== null),
        (await store.inbox.page(profile, { limit: 9 })).length,
        (await store.inbox.cursor(profile)).cursor,
        (await store.effects.of(profile, orderId(1))).length,
        (await store.mirror.get(profile, 'customers', 'c1'))?.id ?? null,
        (await store.secrets.list(profile)).length,
        (await store.log.page({ profile, level: 'extended', limit: 9 })).length,
      ]
      expect(await left(profileId)).toEqual([false, 0, null, 0, null, 0, 0])
      expect(await left(otherProfileId)).toEqual([true, 1, 'cursor 100', 1, 'c1', 1, 1])
    })
  })
}
