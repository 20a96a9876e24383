// Saving what a form sends: every value checked by its declaration, all of them kept or none. Secret ones go where they are
// encrypted and leave nothing else behind.
import type { Text } from '../core/text.ts'
import { type Fields, metaOf } from '../settings/field.ts'
import { checkSetting } from '../settings/profile.ts'
import type { Profile, SettingsPart } from '../store/store.ts'
import { instantOf } from './context.ts'
import type { Program } from './program.ts'
import { saveSettings } from './save-settings.ts'

type Parts = Readonly<Record<SettingsPart, Fields>>

/** `secret` text; null: to be forgotten. */
export type CheckedValue = {
  readonly part: SettingsPart
  readonly name: string
  readonly secret: boolean
  readonly value: unknown
}

export type CheckedValues = {
  readonly values: readonly CheckedValue[]
  /** By key 'part.name', with what would be right. */
  readonly problems: readonly { readonly key: string; readonly text: Text }[]
}

const unknownSetting: Text = { nl: 'Deze instelling bestaat niet.', en: 'There is no such setting.' }

/** `given`: by key 'part.name', as JSON has it. */
export function checkValues(parts: Parts, given: Readonly<Record<string, unknown>>): CheckedValues {
  const values: CheckedValue[] = []
  const problems: { key: string; text: Text }[] = []
  for (const [key, value] of Object.entries(given)) {
    const [part, name = ''] = key.split('.') as [SettingsPart, string?]
    const schema = Object.hasOwn(parts, part) && Object.hasOwn(parts[part], name) ? parts[part][name] : undefined
    const meta = schema === undefined ? null : metaOf(schema)
    if (schema === undefined || meta === null) {
      problems.push({ key, text: unknownSetting })
      continue
    }
    const secret = meta.secret === true
    const checked = checkSetting(schema, secret && value === null ? '' : value)
    if (checked.ok) values.push({ part, name, secret, value: checked.value })
    else problems.push({ key, text: checked.expected })
  }
  return { values, problems }
}

/** Gives the keys whose value has changed; of secrets every one that was given. */
export async function saveForm(
  program: Program,
  profile: Profile,
  values: readonly CheckedValue[],
  by: string,
): Promise<readonly string[]> {
  const at = instantOf(program.clock())
  const secrets = values.filter(({ secret }) => secret)
  // The secrets first: where their key is lost nothing at all is saved.
  for (const { part, name, value } of secrets)
    await program.store.secrets.set(profile.id, `${part}.${name}`, value === '' ? null : String(value), at, by)
  const open = values.filter(({ secret }) => !secret)
  const changed = open.filter(({ part, name, value }) => !isSame(profile.settings[part][name], value))
  for (const [part, ofPart] of Map.groupBy(changed, (value) => value.part)) {
    const news = Object.fromEntries(ofPart.map(({ name, value }) => [name, value]))
    await saveSettings(program.store, profile, part, { ...profile.settings[part], ...news }, by, at)
  }
  return [...secrets, ...changed].map(({ part, name }) => `${part}.${name}`)
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
