// Kysely as typed query builder only: node:sqlite is synchronous, so queries are compiled here and run by database.ts. A
// transaction then never spans an `await`, and nothing else can slip into it.
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Tables } from './schema.ts'

export type Queries = Kysely<Tables>

/** Its queries can be compiled; executing them through Kysely itself does nothing. */
export const createQueries = (): Queries =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
