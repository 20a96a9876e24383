// Profiles, their settings by part, and what changed in them.
import { StoreFailed } from '../../core/failures.ts'
import type { Instant, ProfileId } from '../../core/ids.ts'
import { canonicalJson } from '../canonical.ts'
import type { Profile, ProfileSettings, SettingsChange, SettingsPart, Store } from '../store.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import { removeLog } from './log.ts'
import type { Tables } from './schema.ts'

export const settingsParts = ['general', 'shop', 'accounting', 'sales', 'articles', 'customers', 'bookkeeping'] as const

type Values = Readonly<Record<string, unknown>>

export function createProfiles(db: Database): Store['profiles'] {
  return {
    list: async () => {
      const rows = db.all(db.queries.selectFrom('profiles').selectAll().orderBy('created_at').orderBy('id'))
      return rows.map((row) => toProfile(row, settingsOf(db, row.id)))
    },

    get: async (id) => {
      const row = db.first(db.queries.selectFrom('profiles').selectAll().where('id', '=', id))
      return row === null ? null : toProfile(row, settingsOf(db, id))
    },

    add: async (profile) =>
      db.write(() => {
        if (db.first(db.queries.selectFrom('profiles').select('id').where('id', '=', profile.id)) !== null)
          throw new StoreFailed('store.profileExists', 'a profile with this id exists', { profile: profile.id })
        db.run(
          db.queries.insertInto('profiles').values({
            id: profile.id,
            description: profile.description,
            shop_kind: profile.shopKind,
            accounting_kind: profile.accountingKind,
            product: profile.product,
            created_at: profile.createdAt,
          }),
        )
        for (const part of settingsParts) putPart(db, profile.id, part, profile.settings[part])
      }),

    remove: async (id) => {
      // The log can be long, and goes in parts; the rest goes with the profile.
      await removeLog(db, { profile: id })
      db.write(() => db.run(db.queries.deleteFrom('profiles').where('id', '=', id)))
    },

    saveSettings: async (id, part, values, by, at) =>
      db.write(() => {
        const changes = compareValues(settingsOf(db, id)[part], values)
        if (changes.length === 0) return
        putPart(db, id, part, values)
        putHistory(db, id, { part, at, by, changes })
      }),

    saveDescription: async (id, description) =>
      db.write(() => {
        if (db.run(db.queries.updateTable('profiles').set({ description }).where('id', '=', id)) === 0)
          throw new StoreFailed('store.noProfile', 'no such profile', { path: db.path, profile: id })
      }),

    history: async (id) => {
      const query = db.queries
        .selectFrom('settings_history')
        .selectAll()
        .where('profile', '=', id)
        .orderBy('id', 'desc')
      return db.all(query).map((row) => ({
        part: row.part as SettingsPart,
        at: row.changed_at as Instant,
        by: row.changed_by,
        changes: fromJson<SettingsChange['changes']>(row.changes),
      }))
    },
  }
}

export function putHistory(db: Database, profile: ProfileId, { part, at, by, changes }: SettingsChange): void {
  const row = { profile, part, changed_at: at, changed_by: by, changes: toJson(changes) }
  db.run(db.queries.insertInto('settings_history').values(row))
}

function putPart(db: Database, profile: ProfileId, part: SettingsPart, values: Values): void {
  const json = toJson(values)
  db.run(
    db.queries
      .insertInto('settings')
      .values({ profile, part, values: json })
      .onConflict((conflict) => conflict.columns(['profile', 'part']).doUpdateSet({ values: json })),
  )
}

function settingsOf(db: Database, profile: string): ProfileSettings {
  const rows = db.all(db.queries.selectFrom('settings').select(['part', 'values']).where('profile', '=', profile))
  const stored = new Map(rows.map((row) => [row.part, fromJson<Values>(row.values)]))
  return Object.fromEntries(settingsParts.map((part) => [part, stored.get(part) ?? {}])) as ProfileSettings
}

function compareValues(before: Values, after: Values): SettingsChange['changes'] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return keys
    .filter((key) => canonicalJson(before[key]) !== canonicalJson(after[key]))
    .map((key) => ({ key, from: toText(before[key]), to: toText(after[key]) }))
}

const toText = (value: unknown): string | null =>
  value === undefined ? null : typeof value === 'string' ? value : canonicalJson(value)

const toProfile = (row: Tables['profiles'], settings: ProfileSettings): Profile => ({
  id: row.id as ProfileId,
  description: row.description,
  shopKind: row.shop_kind,
  accountingKind: row.accounting_kind,
  product: row.product as Profile['product'],
  settings,
  createdAt: row.created_at as Instant,
})
