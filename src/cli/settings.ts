// `settings show`: every setting with its value, what is still to be filled in, and what this kind of administration cannot do.

import { Failure } from '../core/failures.ts'
import type { Language, Text } from '../core/text.ts'
import { connectAccounting, fieldsOf, type Program } from '../runs/program.ts'
import { type FieldMeta, type Fields, metaOf } from '../settings/field.ts'
import { missingSettings } from '../settings/profile.ts'
import type { Profile, SettingsPart } from '../store/store.ts'
import { chooseProfile } from './choose-profile.ts'
import { type Console, type ExitCode, moment, table } from './console.ts'
import { say } from './words.ts'

type Shown = {
  readonly key: string
  readonly part: SettingsPart
  readonly meta: FieldMeta
  readonly value: unknown
  readonly secretSetAt: string | null
  /** false: another setting makes that this one does nothing now. */
  readonly applies: boolean
  /** Nothing can run without it, and it is empty. */
  readonly isMissing: boolean
}

/** Why the administration cannot do something, by capability. */
export type Missing = Readonly<Partial<Record<string, Text>>>

export async function showSettings(console: Console, options: { all: boolean }): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const shown = await readAll(program, profile)
  const missing = await readMissing(program, profile)
  const { language } = console
  if (console.json) {
    for (const setting of shown) console.printJson(settingJson(setting, missing, language))
    return 0
  }
  for (const [part, settings] of Map.groupBy(shown, (setting) => setting.part)) {
    console.print(`[${part}]`)
    const visible = settings.filter((setting) => setting.applies || options.all)
    if (options.all) for (const setting of visible) console.print(helpText(setting, missing, language))
    else console.print(table(visible.map((setting) => row(setting, missing, language))))
  }
  return 0
}

/** What the chosen administration cannot do; empty where its keys are not filled in yet, so that nobody knows. */
export async function readMissing(program: Program, profile: Profile): Promise<Missing> {
  try {
    const connection = await connectAccounting(program, profile)
    await connection.close()
    return connection.missing
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return {}
  }
}

async function readAll(program: Program, profile: Profile): Promise<readonly Shown[]> {
  const secrets = new Map((await program.store.secrets.list(profile.id)).map(({ name, setAt }) => [name, setAt]))
  return Object.entries(fieldsOf(program, profile)).flatMap(([name, fields]) =>
    readPart(name as SettingsPart, fields, profile, secrets),
  )
}

function readPart(
  part: SettingsPart,
  fields: Fields,
  profile: Profile,
  secrets: ReadonlyMap<string, string>,
): readonly Shown[] {
  const values: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(fields)) {
    const stored = profile.settings[part][name] ?? schema.parse(undefined)
    values[name] = metaOf(schema)?.secret === true ? (secrets.has(`${part}.${name}`) ? 'set' : '') : stored
  }
  const missing = new Set(missingSettings(fields, values))
  // Either start point will do (SHOP-1), which no single field can say.
  if (part === 'general' && values['startAt'] === null && values['startAtNumber'] === '') missing.add('startAt')
  return Object.entries(fields).flatMap(([name, schema]) => {
    const meta = metaOf(schema)
    if (meta === null) return []
    const key = `${part}.${name}`
    const applies = meta.when === undefined || meta.when.is.includes(values[meta.when.key] as string | boolean)
    const secretSetAt = secrets.get(key) ?? null
    return [{ key, part, meta, value: values[name], secretSetAt, applies, isMissing: missing.has(name) }]
  })
}

function settingJson(setting: Shown, missing: Missing, language: Language) {
  const { key, meta, value, secretSetAt, applies, isMissing } = setting
  return {
    key,
    label: meta[language],
    spec: meta.spec,
    value: meta.secret === true ? undefined : value,
    secretSetAt,
    applies,
    missing: isMissing,
    cannot: whyNot(setting, missing)?.[language] ?? null,
  }
}

/** Why the administration cannot do what is set here; null: it can. */
function whyNot({ meta, value }: Pick<Shown, 'meta' | 'value'>, missing: Missing): Text | null {
  const choice = meta.choices?.find((each) => each.value === value)
  return missing[choice?.needsCapability ?? ''] ?? missing[meta.needsCapability ?? ''] ?? null
}

const row = (setting: Shown, missing: Missing, language: Language): string[] => [
  `  ${setting.key}`,
  setting.meta[language],
  settingText(setting, language) + remark(setting, missing, language),
]

function remark(setting: Shown, missing: Missing, language: Language): string {
  if (setting.isMissing) return `  ${say('fillIn', language)}`
  const why = whyNot(setting, missing)
  return why === null ? '' : `  ← ${say('cannot', language)}: ${why[language]}`
}

function helpText(setting: Shown, missing: Missing, language: Language): string {
  const { key, meta } = setting
  const choices = (meta.choices ?? []).map((choice) => {
    const why = missing[choice.needsCapability ?? '']
    return [`      ${choice.value}`, choice[language] + (why ? ` (${say('cannot', language)}: ${why[language]})` : '')]
  })
  return [
    `  ${key}  ${meta[language]}: ${settingText(setting, language)}${remark(setting, missing, language)}`,
    `    ${meta.help[language]}`,
    ...(choices.length === 0 ? [] : [table(choices)]),
  ].join('\n')
}

/** The value as a person reads it; of a secret one only since when there is one. */
export function settingText(
  { meta, value, secretSetAt }: Pick<Shown, 'meta' | 'value' | 'secretSetAt'>,
  language: Language,
): string {
  if (meta.secret === true)
    return secretSetAt === null
      ? say('notSet', language)
      : `${say('secretSet', language)} ${moment(secretSetAt, language)}`
  if (value === null || value === undefined || value === '') return '–'
  if (meta.kind === 'instant') return moment(String(value), language)
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no', language)
  if (Array.isArray(value)) return value.join(', ') || '–'
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .map(([name, to]) => `${name}=${to}`)
        .join(', ') || '–'
    )
  const choice = meta.choices?.find((each) => each.value === value)
  return choice === undefined ? String(value) : `${choice.value} (${choice[language]})`
}
