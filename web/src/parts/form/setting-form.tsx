// A set of fields as one column: label, field, help under it, and what is wrong with it while typing.
import '../../look/library-form.css'
import { useEffect, useRef } from 'react'
import type { Lists, SettingField, SettingValues } from '../../api/types.ts'
import { useWords } from '../../text/words.ts'
import { SettingInput } from './setting-input.tsx'
import { problemOf, shownFields, shownValue, withChange } from './values.ts'

export type FormProps = {
  /** null where no lists belong to it. */
  readonly profile: string | null
  readonly fields: readonly SettingField[]
  readonly changes: SettingValues
  readonly onChange: (changes: SettingValues) => void
  /** What the service said, by key. */
  readonly problems: Readonly<Record<string, string>>
  readonly lists: Lists | null
  readonly readOnly: boolean
  /** Key of the field to go to. */
  readonly goTo: string | null
}

/** Seldom touched; folded away until somebody opens it or is sent to it. */
const folded = 'advanced'

export function SettingForm(props: FormProps) {
  const { t } = useWords()
  const shown = shownFields(props.fields, props.changes)
  const usual = shown.filter(({ group }) => group !== folded)
  const rest = shown.filter(({ group }) => group === folded)
  const isOpen = rest.some(({ key }) => key === props.goTo || key in props.problems)
  return (
    <div className="form">
      {usual.map((field) => (
        <Place key={field.key} field={field} form={props} />
      ))}
      {rest.length === 0 ? null : (
        <details open={isOpen}>
          <summary>{t('settings.advanced')}</summary>
          <div className="form">
            {rest.map((field) => (
              <Place key={field.key} field={field} form={props} />
            ))}
          </div>
        </details>
      )}
    </div>
  )
}

function Place({ field, form }: { readonly field: SettingField; readonly form: FormProps }) {
  const words = useWords()
  const place = useRef<HTMLDivElement>(null)
  const isGoal = form.goTo === field.key
  useEffect(() => {
    if (!isGoal) return
    place.current?.scrollIntoView({ block: 'center' })
    place.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
  }, [isGoal])
  const label = field[words.language]
  const reason = field.unavailable
  return (
    <div ref={place} className={isGoal ? 'form-place form-goal' : 'form-place'}>
      <SettingInput
        field={field}
        label={label}
        help={
          reason === undefined
            ? words.say(field.help)
            : `${words.say(field.help)} ${words.t('settings.unavailable', { reason: words.say(reason) })}`
        }
        value={shownValue(field, form.changes)}
        isChanged={field.key in form.changes}
        error={problemOf(field, form.changes, words) ?? form.problems[field.key] ?? null}
        disabled={form.readOnly || reason !== undefined}
        profile={form.profile}
        options={field.optionsFrom === null ? null : (form.lists?.lists[field.optionsFrom] ?? null)}
        fields={form.fields}
        changes={form.changes}
        onChange={(value) => form.onChange(withChange(form.changes, field, value))}
      />
    </div>
  )
}
