// The settings of a profile as the page draws them: tabs with the words of the manuals, every field with all that a form needs.
import type { Text } from '../../core/text.ts'
import { accountingKindOf, fieldsOf, type Program, shopKindOf } from '../../runs/program.ts'
import { type Fields, metaOf } from '../../settings/field.ts'
import { missingSettings } from '../../settings/profile.ts'
import type { Profile, SettingsChange, SettingsPart } from '../../store/store.ts'
import { type FieldView, type Reasons, viewField } from './fields.ts'

export type SettingsTab = {
  readonly key: string
  readonly title: Text
  /** What cannot be done on this machine; null: nothing. */
  readonly notice: Text | null
  readonly fields: readonly FieldView[]
}

/** Which parts stand under which tab, in order. The start point belongs to the shop, as in the manuals. */
const tabs: readonly { readonly key: string; readonly parts: readonly SettingsPart[] }[] = [
  { key: 'accounting', parts: ['accounting'] },
  { key: 'shop', parts: ['general', 'shop'] },
  { key: 'sales', parts: ['sales'] },
  { key: 'articles', parts: ['articles'] },
  { key: 'bookkeeping', parts: ['bookkeeping'] },
  { key: 'customers', parts: ['customers'] },
]

function titleOf(key: string, program: Program, profile: Profile): Text {
  const [shop, accounting] = [shopKindOf(program, profile).title, accountingKindOf(program, profile).title]
  const titles: Readonly<Record<string, Text>> = {
    accounting: { nl: `Koppeling ${accounting.nl}`, en: `Connection with ${accounting.en}` },
    shop: { nl: `Koppeling ${shop.nl}`, en: `Connection with ${shop.en}` },
    sales: { nl: 'Aansluiting – Verkopen', en: 'Mapping – Sales' },
    articles: { nl: 'Aansluiting – Artikelen', en: 'Mapping – Articles' },
    bookkeeping: { nl: 'Aansluiting – Financieel', en: 'Mapping – Bookkeeping' },
    customers: { nl: 'Aansluiting – Klanten', en: 'Mapping – Customers' },
  }
  return titles[key] ?? { nl: key, en: key }
}

/** `reasons`: why the administration cannot do something; empty while that is not known. */
export async function viewSettings(
  program: Program,
  profile: Profile,
  reasons: Reasons,
): Promise<readonly SettingsTab[]> {
  const setAt = new Map((await program.store.secrets.list(profile.id)).map(({ name, setAt }) => [name, setAt]))
  const fields = fieldsOf(program, profile)
  return tabs
    .map(({ key, parts }) => ({
      key,
      title: titleOf(key, program, profile),
      notice: key === 'accounting' ? (accountingKindOf(program, profile).obstacle?.() ?? null) : null,
      fields: parts.flatMap((part) => viewPart(part, fields[part], profile, setAt, reasons)),
    }))
    .filter((tab) => tab.fields.length > 0)
}

function viewPart(
  part: SettingsPart,
  fields: Fields,
  profile: Profile,
  setAt: ReadonlyMap<string, string>,
  reasons: Reasons,
): readonly FieldView[] {
  return Object.entries(fields).flatMap(([name, schema]) => {
    const stored = { value: profile.settings[part][name], secretSetAt: setAt.get(`${part}.${name}`) ?? null }
    const view = viewField(`${part}.`, name, schema, stored, reasons)
    return view === null ? [] : [view]
  })
}

/** Keys that are compulsory and empty. Secrets count by whether they are set. */
export async function missingKeys(program: Program, profile: Profile): Promise<readonly string[]> {
  const set = new Set((await program.store.secrets.list(profile.id)).map(({ name }) => name))
  return Object.entries(fieldsOf(program, profile)).flatMap(([part, fields]) => {
    const values = Object.fromEntries(
      Object.entries(fields).map(([name, schema]) => {
        const isSecret = metaOf(schema)?.secret === true
        const stored = profile.settings[part as SettingsPart][name]
        const usual = schema.safeParse(undefined)
        return [name, isSecret ? (set.has(`${part}.${name}`) ? 'set' : '') : (stored ?? usual.data)]
      }),
    )
    const missing = missingSettings(fields, values)
    const start = part === 'general' && values['startAt'] === null && values['startAtNumber'] === '' ? ['startAt'] : []
    return [...missing, ...start].map((name) => `${part}.${name}`)
  })
}

/** One saving, with the labels of what it changed; a setting that is gone keeps its key as label. */
export function viewChange(fields: Readonly<Record<SettingsPart, Fields>>, { part, at, by, changes }: SettingsChange) {
  return {
    at,
    by,
    changes: changes.map(({ key, from, to }) => {
      const schema = fields[part][key]
      const { nl, en } = (schema === undefined ? null : metaOf(schema)) ?? { nl: key, en: key }
      return { key: `${part}.${key}`, label: { nl, en }, from, to }
    }),
  }
}
