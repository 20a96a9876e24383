// What every kind of field is drawn from.
import type { ListOption, SettingField, SettingValues } from '../../api/types.ts'

export type InputProps = {
  readonly field: SettingField
  readonly label: string
  readonly help: string
  readonly value: unknown
  readonly isChanged: boolean
  readonly error: string | null
  readonly disabled: boolean
  readonly profile: string | null
  /** null: no list, or one that is searched by asking. */
  readonly options: readonly ListOption[] | null
  /** The form that it stands in, as far as it was changed. */
  readonly fields: readonly SettingField[]
  readonly changes: SettingValues
  readonly onChange: (value: unknown) => void
}
