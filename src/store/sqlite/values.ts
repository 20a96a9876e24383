// Settings of the whole program, as JSON by name.
import type { ValueStore } from '../store.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'

export function createValues(db: Database): ValueStore {
  return {
    get: async (key) => {
      const query = db.queries.selectFrom('values').select('value').where('key', '=', key)
      return fromJson(db.first(query)?.value ?? null)
    },

    set: async (key, value) => {
      const { queries } = db
      const json = toJson(value)
      const put = queries.insertInto('values').values({ key, value: json })
      db.write(() =>
        db.run(
          value === null
            ? queries.deleteFrom('values').where('key', '=', key)
            : put.onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json })),
        ),
      )
    },
  }
}
