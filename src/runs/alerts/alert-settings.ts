// The settings of alerts as they are kept: plain ones among the program's values, secret ones encrypted.
import { SettingsWrong } from '../../core/failures.ts'
import type { Instant } from '../../core/ids.ts'
import type { Language } from '../../core/text.ts'
import { alertFields, alertSettings } from '../../settings/alerts.ts'
import { metaOf, secretKeys } from '../../settings/field.ts'
import { missingSettings } from '../../settings/profile.ts'
import type { Store } from '../../store/store.ts'
import type { AlertSettings, ChannelName } from './channels.ts'

const valueKey = 'alerts'
const secretNames = secretKeys(alertFields)
const secretName = (key: string): string => `alerts.${key}`

type AlertStore = Pick<Store, 'values' | 'secrets'>

export type ShownAlertSettings = {
  /** Secret ones are ''. */
  readonly values: AlertSettings
  readonly secretSetAt: Readonly<Record<string, Instant | null>>
}

/** For showing. */
export async function readAlertSettings(store: AlertStore): Promise<ShownAlertSettings> {
  const set = new Map((await store.secrets.list(null)).map(({ name, setAt }) => [name, setAt]))
  return {
    values: storedSettings(await store.values.get(valueKey)),
    secretSetAt: Object.fromEntries(secretNames.map((key) => [key, set.get(secretName(key)) ?? null])),
  }
}

/** What does not fit (any more) counts as not set. */
function storedSettings(stored: unknown): AlertSettings {
  const parsed = alertSettings.safeParse(stored ?? {})
  return parsed.success ? parsed.data : alertSettings.parse({})
}

/** The keys that do not fit, by which nothing was saved; empty: saved. Keys that are left out stay as they are; a secret that is
 *  '' or null is taken away. */
export async function saveAlertSettings(
  store: AlertStore,
  changes: Readonly<Record<string, unknown>>,
  at: Instant,
): Promise<readonly string[]> {
  const { values } = await readAlertSettings(store)
  const given = Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, value ?? undefined]))
  const parsed = alertSettings.safeParse({ ...values, ...given })
  if (!parsed.success)
    return parsed.error.issues.map(({ path, code, ...more }) =>
      code === 'unrecognized_keys' && 'keys' in more ? more.keys.join(', ') : path.join('.'),
    )
  const withoutSecrets = Object.fromEntries(Object.entries(parsed.data).filter(([key]) => !secretNames.includes(key)))
  for (const key of secretNames)
    if (key in changes) await store.secrets.set(null, secretName(key), String(changes[key] ?? '').trim() || null, at)
  await store.values.set(valueKey, withoutSecrets)
  return []
}

/** For sending. Throws SettingsWrong 'alerts.incomplete' (`nl`, `en`: the labels), StoreFailed 'store.keyWrong'. */
export async function settingsToSend(
  store: AlertStore,
  values: AlertSettings,
  channel: ChannelName,
): Promise<AlertSettings> {
  const own = Object.fromEntries(
    Object.entries(alertFields).filter(([, schema]) => metaOf(schema)?.group === `alerts.${channel}`),
  )
  const missing = missingSettings(own, { ...values, [channel]: true })
  if (missing.length > 0) throw incomplete(missing)
  const secrets: Record<string, string> = {}
  for (const key of secretKeys(own)) secrets[key] = (await store.secrets.get(null, secretName(key))) ?? ''
  return { ...values, ...secrets }
}

function incomplete(keys: readonly string[]): SettingsWrong {
  const labels = (language: Language): string =>
    keys
      .map((key) => alertFields[key as keyof typeof alertFields])
      .map((schema) => `‘${metaOf(schema)?.[language] ?? ''}’`)
      .join(', ')
  return new SettingsWrong('alerts.incomplete', 'a setting of alerts is not filled in', {
    setting: keys[0] ?? '',
    nl: labels('nl'),
    en: labels('en'),
  })
}
