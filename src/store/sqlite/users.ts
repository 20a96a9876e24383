// People who log in, and their sessions. Only hashes: neither a password nor a token can be read from the file.
import { StoreFailed } from '../../core/failures.ts'
import type { Instant } from '../../core/ids.ts'
import type { SessionStore, User, UserRole, UserStore } from '../store.ts'
import type { Database } from './database.ts'
import type { UsersTable } from './schema.ts'

export function createUsers(db: Database): UserStore {
  const users = () => db.queries.selectFrom('users').selectAll()
  return {
    list: async () => db.all(users().orderBy('created_at').orderBy('id')).map(toUser),

    find: async (name) => {
      const row = db.first(users().where('name', '=', name))
      return row === null ? null : { ...toUser(row), passwordHash: row.password_hash }
    },

    add: async ({ id, name, role, createdAt, passwordHash }) =>
      db.write(() => {
        const taken = users().where((user) => user.or([user('id', '=', id), user('name', '=', name)]))
        if (db.first(taken) !== null)
          throw new StoreFailed('store.userExists', 'a user with this name exists', { name })
        const row = { id, name, role, password_hash: passwordHash, created_at: createdAt }
        db.run(db.queries.insertInto('users').values(row))
      }),

    setPassword: async (id, passwordHash) =>
      db.write(() => {
        const query = db.queries.updateTable('users').set({ password_hash: passwordHash }).where('id', '=', id)
        if (db.run(query) === 0) throw noUser(id)
      }),

    remove: async (id) => {
      db.write(() => db.run(db.queries.deleteFrom('users').where('id', '=', id)))
    },
  }
}

export function createSessions(db: Database): SessionStore {
  return {
    create: async ({ tokenHash, user, createdAt, expiresAt, userAgent }) =>
      db.write(() => {
        if (db.first(db.queries.selectFrom('users').select('id').where('id', '=', user)) === null) throw noUser(user)
        const row = { token_hash: tokenHash, user, created_at: createdAt, expires_at: expiresAt, user_agent: userAgent }
        db.run(db.queries.insertInto('sessions').values(row))
      }),

    find: async (tokenHash) => {
      const query = db.queries
        .selectFrom('sessions')
        .innerJoin('users', 'users.id', 'sessions.user')
        .selectAll('users')
        .select(['token_hash', 'sessions.created_at as began_at', 'expires_at', 'user_agent'])
        .where('token_hash', '=', tokenHash)
      const row = db.first(query)
      if (row === null) return null
      return {
        tokenHash: row.token_hash,
        user: toUser(row),
        createdAt: row.began_at as Instant,
        expiresAt: row.expires_at as Instant,
        userAgent: row.user_agent,
      }
    },

    touch: async (tokenHash, expiresAt) => {
      const query = db.queries.updateTable('sessions').set({ expires_at: expiresAt })
      db.write(() => db.run(query.where('token_hash', '=', tokenHash)))
    },

    remove: async (tokenHash) => {
      db.write(() => db.run(db.queries.deleteFrom('sessions').where('token_hash', '=', tokenHash)))
    },
    removeOf: async (user) => db.write(() => db.run(db.queries.deleteFrom('sessions').where('user', '=', user))),
    purge: async (now) => db.write(() => db.run(db.queries.deleteFrom('sessions').where('expires_at', '<=', now))),
  }
}

const noUser = (id: string): StoreFailed => new StoreFailed('store.noUser', 'no such user', { user: id })

const toUser = (row: Omit<UsersTable, 'password_hash'>): User => ({
  id: row.id,
  name: row.name,
  role: row.role as UserRole,
  createdAt: row.created_at as Instant,
})
