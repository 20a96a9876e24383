import { describe, expect, test } from 'vitest'
import type { Store, UserWithHash } from '../store.ts'
import { at, type TestStores } from './samples.ts'

const owner: UserWithHash = { id: 'u1', name: 'Eigenaar', role: 'owner', createdAt: at(1), passwordHash: 'hash 1' }
const bookkeeper: UserWithHash = { ...owner, id: 'u2', name: 'Boekhouder', role: 'bookkeeper', createdAt: at(2) }
const withoutHash = ({ passwordHash: _, ...user }: UserWithHash) => user

export function usersContract({ open, reopen }: TestStores): void {
  describe('users and sessions', () => {
    const filled = async (): Promise<Store> => {
      const store = await open()
      await store.users.add(owner)
      await store.users.add(bookkeeper)
      return store
    }
    const session = (tokenHash: string, user: UserWithHash, expires = 60) => ({
      tokenHash,
      user: user.id,
      createdAt: at(3),
      expiresAt: at(expires),
      userAgent: 'Browser',
    })
    const found = (tokenHash: string, user: UserWithHash, expires = 60) => ({
      ...session(tokenHash, user, expires),
      user: withoutHash(user),
    })

    test('users come back whole, the oldest first, and the hash only where it is asked for', async () => {
      const store = await reopen(await filled())
      expect(await store.users.list()).toEqual([withoutHash(owner), withoutHash(bookkeeper)])
      expect(await store.users.find('eigenaar')).toEqual(owner)
      expect(await store.users.find('niemand')).toBeNull()
    })

    test('a name is given once, with whatever capitals', async () => {
      const store = await filled()
      const same = store.users.add({ ...owner, id: 'u3', name: 'EIGENAAR' })
      await expect(same).rejects.toMatchObject({ code: 'store.userExists' })
      expect(await store.users.list()).toHaveLength(2)
    })

    test('a password is changed for one user', async () => {
      const store = await filled()
      await store.users.setPassword('u1', 'hash 2')
      expect((await store.users.find('Eigenaar'))?.passwordHash).toBe('hash 2')
      expect((await store.users.find('Boekhouder'))?.passwordHash).toBe('hash 1')
      await expect(store.users.setPassword('u9', 'x')).rejects.toMatchObject({ code: 'store.noUser' })
    })

    test('a session is found by its token with its user, also after a restart', async () => {
      const store = await filled()
      await store.sessions.create(session('t1', owner))
      await store.sessions.create(session('t2', bookkeeper))
      const again = await reopen(store)
      expect(await again.sessions.find('t2')).toEqual(found('t2', bookkeeper))
      expect(await again.sessions.find('t3')).toBeNull()
      await expect(again.sessions.create({ ...session('t4', owner), user: 'u9' })).rejects.toMatchObject({
        code: 'store.noUser',
      })
    })

    test('a session is prolonged, and purged once it has ended', async () => {
      const store = await filled()
      await store.sessions.create(session('t1', owner, 10))
      await store.sessions.create(session('t2', owner, 10))
      await store.sessions.touch('t1', at(20))
      expect(await store.sessions.purge(at(10))).toBe(1)
      expect(await store.sessions.find('t1')).toEqual(found('t1', owner, 20))
      expect(await store.sessions.find('t2')).toBeNull()
    })

    test('sessions end one by one, for one user, and with the user', async () => {
      const store = await filled()
      for (const token of ['a', 'b', 'c']) await store.sessions.create(session(token, owner))
      await store.sessions.create(session('d', bookkeeper))
      await store.sessions.remove('a')
      expect(await store.sessions.find('a')).toBeNull()
      expect(await store.sessions.removeOf('u1')).toBe(2)
      expect(await store.sessions.find('d')).toEqual(found('d', bookkeeper))
      await store.users.remove('u2')
      expect(await store.sessions.find('d')).toBeNull()
      expect(await store.users.find('Boekhouder')).toBeNull()
    })
  })
}
