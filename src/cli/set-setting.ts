// `settings set`: one setting by its key, checked by the same declaration that makes the form. Secrets are never taken as an
// argument (process lists and the shell's history show those) and never shown.
import type { AdministrationLists } from '../core/administration.ts'
import { SettingsWrong } from '../core/failures.ts'
import { instantOf } from '../runs/context.ts'
import { fieldsOf, type Program } from '../runs/program.ts'
import { saveSettings } from '../runs/save-settings.ts'
import { type FieldMeta, metaOf } from '../settings/field.ts'
import { readSetting } from '../settings/profile.ts'
import type { Profile, SettingsPart } from '../store/store.ts'
import { chooseProfile } from './choose-profile.ts'
import { type Console, type ExitCode, inLanguage } from './console.ts'
import { readMissing } from './settings.ts'
import { say } from './words.ts'

export type SettingSource = { readonly value: string | null; readonly stdin: boolean; readonly fromEnv: string | null }

type Found = { readonly part: SettingsPart; readonly name: string; readonly key: string; readonly meta: FieldMeta }

/** `key` is 'part.name', or the name alone where only one part has it. Throws SettingsWrong 'settings.unknown',
 *  'settings.secretArgument', 'settings.value', 'input.missing', 'input.sourceSeveral'. */
export async function setSetting(console: Console, key: string, source: SettingSource): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const found = findSetting(program, profile, key)
  const text = await valueFrom(console, found, source)
  const value = check(program, profile, found, text)
  await save(program, profile, found, value)
  const warning = found.meta.secret === true ? null : await doubt(console, program, profile, found, value)
  if (console.json) console.printJson({ saved: found.key, warning })
  else {
    console.print(`${say(text.trim() === '' ? 'cleared' : 'saved', console.language)}: ${found.key}`)
    if (warning !== null) console.print(warning)
  }
  return 0
}

function findSetting(program: Program, profile: Profile, key: string): Found {
  const found = Object.entries(fieldsOf(program, profile)).flatMap(([part, fields]) =>
    Object.entries(fields).flatMap(([name, schema]) => {
      const meta = metaOf(schema)
      const full = `${part}.${name}`
      return meta !== null && (key === full || key === name)
        ? [{ part: part as SettingsPart, name, key: full, meta }]
        : []
    }),
  )
  const [only, second] = found
  if (only === undefined) throw new SettingsWrong('settings.unknown', 'no such setting', { setting: key })
  if (second !== undefined) {
    const keys = found.map((each) => each.key).join(', ')
    throw new SettingsWrong('settings.several', 'several settings of this name', { setting: key, keys })
  }
  return only
}

/** Throws SettingsWrong 'settings.secretArgument', 'input.missing', 'input.sourceSeveral'. */
export async function valueFrom(
  console: Console,
  { key, meta }: Pick<Found, 'key' | 'meta'>,
  source: SettingSource,
): Promise<string> {
  const { value, stdin, fromEnv } = source
  if (meta.secret === true && value !== null)
    throw new SettingsWrong('settings.secretArgument', 'secret on the command line', { setting: key })
  if ([value !== null, stdin, fromEnv !== null].filter(Boolean).length > 1)
    throw new SettingsWrong('input.sourceSeveral', 'several sources', { setting: key })
  if (value !== null) return value
  if (fromEnv !== null) {
    const found = console.env[fromEnv]
    if (found === undefined) throw new SettingsWrong('input.missing', 'environment variable not set', { setting: key })
    return found
  }
  if (stdin) return (await console.readStdin()).replace(/\r?\n$/, '')
  if (meta.secret === true) return console.askSecret(meta[console.language])
  throw new SettingsWrong('input.missing', 'no value', { setting: key })
}

function check(program: Program, profile: Profile, { part, name, key, meta }: Found, text: string): unknown {
  const schema = fieldsOf(program, profile)[part][name]
  const checked = schema === undefined ? null : readSetting(schema, text)
  if (checked?.ok === true) return checked.value
  const value = meta.secret === true ? '…' : text
  const context = { setting: key, value, nl: checked?.expected.nl ?? '', en: checked?.expected.en ?? '' }
  throw new SettingsWrong('settings.value', 'not a valid value', context)
}

async function save(program: Program, profile: Profile, found: Found, value: unknown): Promise<void> {
  const { part, name, key, meta } = found
  const { store } = program
  const at = instantOf(program.clock())
  if (meta.secret === true) await store.secrets.set(profile.id, key, value === '' ? null : String(value), at, 'cli')
  else await saveSettings(store, profile, part, { ...profile.settings[part], [name]: value }, 'cli', at)
}

/** Saved all the same: the list may be older than what was just made in SnelStart. null: nothing to say. */
async function doubt(
  console: Console,
  program: Program,
  profile: Profile,
  { meta }: Found,
  value: unknown,
): Promise<string | null> {
  const capability = meta.choices?.find((choice) => choice.value === value)?.needsCapability ?? meta.needsCapability
  if (capability !== undefined) {
    const why = (await readMissing(program, profile))[capability]
    if (why !== undefined) return `${say('notice', console.language)} ${why[console.language]}`
  }
  const row = await program.store.mirror.get(profile.id, 'lists', 'lists')
  const known = row === null ? null : namesIn(row.data as AdministrationLists, meta)
  const wanted = String(value ?? '')
    .trim()
    .toLowerCase()
  if (known === null || wanted === '' || known.some((name) => name.trim().toLowerCase() === wanted)) return null
  return inLanguage(
    console,
    `Let op: ‘${value}’ staat niet in de lijst van SnelStart. Kijk met ‘s-connect lists’ wat er is.`,
    `Please note: ‘${value}’ is not in SnelStart’s list. See ‘s-connect lists’ for what there is.`,
  )
}

/** Everything that the setting may name, by id, number or name; null: not a list that is kept. */
function namesIn(lists: AdministrationLists, { optionsFrom }: FieldMeta): readonly string[] | null {
  if (optionsFrom === 'salesTemplates') return lists.templates.flatMap(({ id, name }) => [id, name])
  if (optionsFrom === 'revenueGroups') return lists.revenueGroups.flatMap(({ id, number, name }) => [id, number, name])
  return null
}
