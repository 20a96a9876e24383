// The program as the command line (and later the page) sees it: the store, the kinds of shop and administration, and how a
// profile's connections are opened from its settings. main.ts fills it with the real parts.
import type { z } from 'zod'
import type { AccountingConnection, AccountingEnvironment, AccountingKind } from '../accounting/accounting.ts'
import { SettingsWrong } from '../core/failures.ts'
import type { Instant, ProfileId } from '../core/ids.ts'
import type { FailureCatalogue } from '../core/problem.ts'
import { coreProblems } from '../core/problems.ts'
import type { Language } from '../core/text.ts'
import { type Fields, metaOf, secretKeys, settingsOf } from '../settings/field.ts'
import { generalSettings } from '../settings/general.ts'
import { type CommonPart, commonParts, missingSettings, partsOfProduct, toChoices } from '../settings/profile.ts'
import type { ShopConnection, ShopKind } from '../shops/shop.ts'
import type { Profile, SettingsPart, Store } from '../store/store.ts'
import { instantOf, lateSignal, type RunParts } from './context.ts'
import type { Traffic } from './traffic.ts'

export type Program = {
  readonly store: Store
  readonly shops: readonly ShopKind[]
  readonly accountings: readonly AccountingKind[]
  readonly clock: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly randomHex: (bytes: number) => string
  /** With which licences are checked (licence-key.ts). */
  readonly licenceKey: string
  /** Of every connection with an administration that was opened here. */
  readonly traffic: Traffic
  /** Folder for the files that people give for a profile; left out: there is no place for them. */
  readonly uploads?: (profile: ProfileId) => string
}

/** Throws SettingsWrong 'profile.unknown' / 'kind.unknown'. */
export async function profileOf(program: Program, id: ProfileId): Promise<Profile> {
  const profile = await program.store.profiles.get(id)
  if (profile === null) throw new SettingsWrong('profile.unknown', 'no such profile', { profile: id })
  return profile
}

const kindOf = <Kind extends { kind: string }>(kinds: readonly Kind[], kind: string): Kind => {
  const found = kinds.find((candidate) => candidate.kind === kind)
  if (found === undefined) throw new SettingsWrong('kind.unknown', 'no such kind', { kind })
  return found
}
export const shopKindOf = (program: Program, profile: Profile): ShopKind => kindOf(program.shops, profile.shopKind)
export const accountingKindOf = (program: Program, profile: Profile): AccountingKind =>
  kindOf(program.accountings, profile.accountingKind)

/** The fields of each part of a profile's settings; none of the parts that its product does not have. */
export function fieldsOf(program: Program, profile: Profile): Readonly<Record<SettingsPart, Fields>> {
  const own = partsOfProduct[profile.product]
  const common = (part: CommonPart): Fields => (own.includes(part) ? commonParts[part].fields : {})
  return {
    general: common('general'),
    accounting: accountingKindOf(program, profile).settings,
    shop: shopKindOf(program, profile).settings,
    sales: common('sales'),
    articles: common('articles'),
    bookkeeping: common('bookkeeping'),
    customers: common('customers'),
  }
}

/** Every text for a code that can be told about an order or a connection. */
export const messagesOf = (program: Program): FailureCatalogue =>
  Object.assign(
    {},
    coreProblems,
    ...program.shops.map((kind) => kind.messages),
    ...program.accountings.map((kind) => kind.messages),
  )

/** A part's settings with its secrets filled in, checked. Throws SettingsWrong 'settings.missing' naming what is not filled in. */
async function settingsWithSecrets(
  program: Program,
  profile: Profile,
  part: 'shop' | 'accounting',
  fields: Fields,
): Promise<z.infer<z.ZodObject<Fields>>> {
  const values: Record<string, unknown> = { ...profile.settings[part] }
  for (const key of secretKeys(fields))
    values[key] = (await program.store.secrets.get(profile.id, `${part}.${key}`)) ?? ''
  const parsed = settingsOf(fields).safeParse(values)
  if (!parsed.success) {
    const keys = parsed.error.issues.map((issue) => issue.path.join('.') || issue.message).join(', ')
    throw new SettingsWrong('settings.wrong', 'a stored setting does not fit', { part, setting: keys })
  }
  const missing = missingSettings(fields, parsed.data)
  if (missing.length > 0) throw notFilledIn(part, fields, missing)
  return parsed.data
}

/** `nl` and `en` hold the labels, as the form shows them; `first` the key to begin with. */
function notFilledIn(part: SettingsPart, fields: Fields, keys: readonly string[]): SettingsWrong {
  const labels = (language: Language): string =>
    keys.map((key) => `‘${metaOf(fields[key] as z.ZodType)?.[language] ?? key}’`).join(', ')
  const context = { part, setting: keys.join(', '), first: keys[0] ?? '', nl: labels('nl'), en: labels('en') }
  return new SettingsWrong('settings.missing', 'a setting is not filled in', context)
}

const logger =
  (program: Program, profile: Profile) =>
  (level: 'normal' | 'extended', code: string, data: Readonly<Record<string, string>>) => {
    // The log is told beside the work; a log that cannot be written shows at the next write of the run itself.
    program.store.log
      .add([{ at: instantOf(program.clock()), profile: profile.id, level, order: null, code, data }])
      .catch(() => undefined)
  }

export async function connectShop(program: Program, profile: Profile): Promise<ShopConnection> {
  const kind = shopKindOf(program, profile)
  const { store, clock, sleep, randomHex } = program
  return kind.connect(await settingsWithSecrets(program, profile, 'shop', kind.settings), {
    clock,
    sleep,
    randomHex,
    log: logger(program, profile),
    memory: {
      get: (name) => store.secrets.get(profile.id, `memory.${name}`),
      set: (name, value) => store.secrets.set(profile.id, `memory.${name}`, value, instantOf(clock())),
    },
    uploads: program.uploads?.(profile.id) ?? null,
  })
}

export const accountingEnvironment = (program: Program, profile: Profile): AccountingEnvironment => ({
  clock: program.clock,
  sleep: program.sleep,
  log: logger(program, profile),
})

export async function connectAccounting(program: Program, profile: Profile): Promise<AccountingConnection> {
  const kind = accountingKindOf(program, profile)
  const settings = await settingsWithSecrets(program, profile, 'accounting', kind.settings)
  const connection = await kind.connect(settings, accountingEnvironment(program, profile))
  const ended = program.traffic.begin(profile.id, connection.waits)
  const close = async (): Promise<void> => {
    ended()
    await connection.close()
  }
  return { ...connection, close }
}

export type OpenParts = Pick<RunParts, 'signal' | 'progress' | 'at' | 'tuning'>

/** Opens both connections of a profile for a run, gives `work` the parts, and closes them whatever happens. */
export async function withParts<Result>(
  program: Program,
  profile: Profile,
  open: OpenParts,
  work: (parts: RunParts) => Promise<Result>,
): Promise<Result> {
  requireCommonSettings(profile)
  requireStartPoint(profile)
  const shop = await connectShop(program, profile)
  try {
    const accounting = await connectAccounting(program, profile)
    try {
      const { store, clock } = program
      const choices = toChoices(profile.settings, profile.description || shopKindOf(program, profile).title.nl)
      const callSignal = lateSignal(open.signal)
      return await work({
        ...open,
        callSignal,
        store,
        clock,
        profile,
        shop,
        accounting,
        choices,
        startAt: startOf(profile),
      })
    } finally {
      await accounting.close()
    }
  } finally {
    await shop.close()
  }
}

function requireCommonSettings(profile: Profile): void {
  for (const part of partsOfProduct[profile.product]) {
    const { fields, schema } = commonParts[part]
    const parsed = schema.safeParse(profile.settings[part])
    if (!parsed.success) {
      const keys = parsed.error.issues.map((issue) => issue.path.join('.') || issue.message).join(', ')
      throw new SettingsWrong('settings.wrong', 'a stored setting does not fit', { part, setting: keys })
    }
    const missing = missingSettings(fields, parsed.data)
    if (missing.length > 0) throw notFilledIn(part, fields, missing)
  }
}

/** Without a start point every order since the shop began would be booked: so there is no default. */
function requireStartPoint(profile: Profile): void {
  if (startOf(profile) !== null) return
  throw notFilledIn('general', commonParts.general.fields, ['startAt'])
}

/** SHOP-1: the start point, as a moment or as an order number. */
function startOf(profile: Profile): RunParts['startAt'] {
  const { startAt, startAtNumber } = generalSettings.parse(profile.settings.general)
  if (startAt !== null) return { at: new Date(startAt).toISOString() as Instant }
  return startAtNumber === '' ? null : { number: startAtNumber }
}
