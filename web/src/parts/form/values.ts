// A form is what is saved plus what was changed since; which fields show, and what can be said about a value without asking.
// Pure: nothing in it knows a setting by name.
import type { SettingField, SettingValues } from '../../api/types.ts'
import type { Words } from '../../text/words.ts'

export const shownValue = (field: SettingField, changes: SettingValues): unknown =>
  field.key in changes ? changes[field.key] : field.value

/** Fields that are shown now: those whose condition holds, and whose own condition's field is shown too. */
export function shownFields(fields: readonly SettingField[], changes: SettingValues): readonly SettingField[] {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const isShown = (field: SettingField): boolean => {
    if (field.when === null) return true
    const other = byKey.get(field.when.key)
    if (other === undefined) return true
    return isShown(other) && field.when.is.some((value) => value === shownValue(other, changes))
  }
  return fields.filter(isShown)
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** A secret that is set and not touched is not empty, although its value is never there. */
export function isMissing(field: SettingField, changes: SettingValues): boolean {
  if (!field.required) return false
  if (field.kind === 'secret' && !(field.key in changes)) return field.secretSetAt === null
  return isEmpty(shownValue(field, changes))
}

/** What is not right about a value, in words; null: nothing that can be seen from here. */
export function problemOf(field: SettingField, changes: SettingValues, { t }: Pick<Words, 't'>): string | null {
  const value = shownValue(field, changes)
  if (field.kind === 'number' && !isEmpty(value)) {
    if (typeof value !== 'number' || !Number.isInteger(value)) return t('settings.wholeNumber')
    const { min, max } = field
    if ((min !== null && value < min) || (max !== null && value > max))
      return t('settings.between', { min: min ?? '', max: max ?? '' })
  }
  if (field.key in changes && isMissing(field, changes)) return t('settings.requiredEmpty')
  return null
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The changes with one more; a value that is as saved is no change. `undefined`: leave it as it is. */
export function withChange(changes: SettingValues, field: SettingField, value: unknown): SettingValues {
  const { [field.key]: _before, ...others } = changes
  const isSaved = value === undefined || (field.kind !== 'secret' && same(value, field.value))
  return isSaved ? others : { ...others, [field.key]: value }
}
