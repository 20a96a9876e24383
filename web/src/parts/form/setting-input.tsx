// The one place that knows which kind of field is drawn how.
import { MultiSelect, NativeSelect, Radio, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useWords } from '../../text/words.ts'
import { Loading } from '../bits.tsx'
import type { InputProps } from './input-props.ts'
import { fromLocal, toLocal } from './local-time.ts'
import { OfferedText } from './offered-text.tsx'
import { OptionText } from './option-text.tsx'
import { SecretInput } from './secret-input.tsx'
import { TableInput } from './table-input.tsx'

const MatrixInput = lazy(async () => ({ default: (await import('./matrix-input.tsx')).MatrixInput }))

const mostRadios = 7

export function SettingInput(props: InputProps) {
  const { field, label, help, value, error, disabled, onChange } = props
  const about = { label, description: help, error, disabled, withAsterisk: field.required }
  switch (field.kind) {
    case 'toggle':
      return (
        <Switch
          label={label}
          description={help}
          error={error}
          disabled={disabled}
          checked={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
      )
    case 'choice':
      return <ChoiceInput {...props} />
    case 'secret':
      return <SecretInput {...props} />
    case 'number':
      return (
        <TextInput
          {...about}
          inputMode="numeric"
          classNames={{ root: 'number-root' }}
          value={value === null || value === undefined ? '' : String(value)}
          onChange={({ currentTarget }) => onChange(toNumber(currentTarget.value))}
        />
      )
    case 'instant':
      return (
        <TextInput
          {...about}
          type="datetime-local"
          classNames={{ root: 'number-root' }}
          value={toLocal(value)}
          onChange={({ currentTarget }) => onChange(fromLocal(currentTarget.value))}
        />
      )
    case 'list':
      return <ListInput {...props} />
    case 'table':
      return <TableInput {...props} />
    case 'matrix':
      return (
        <Suspense fallback={<Loading rows={6} />}>
          <MatrixInput {...props} />
        </Suspense>
      )
    case 'text':
      if (field.multiline)
        return (
          <Textarea
            {...about}
            autosize
            minRows={3}
            maxRows={16}
            spellCheck={false}
            classNames={{ input: 'code-input' }}
            value={String(value ?? '')}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )
      if (field.offered) return <OfferedText {...props} />
      return field.optionsFrom === null ? (
        <TextInput
          {...about}
          value={String(value ?? '')}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      ) : (
        <OptionText {...props} />
      )
  }
}

/** Every choice with its consequence in its own words; a long list as a menu, with the consequence of the chosen one. */
function ChoiceInput({ field, label, help, value, error, disabled, onChange }: InputProps) {
  const { language, say, t } = useWords()
  const choices = field.choices ?? []
  if (choices.length > mostRadios) {
    return (
      <NativeSelect
        label={label}
        description={help}
        error={error}
        disabled={disabled}
        value={String(value)}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        data={choices.map((choice) => ({
          value: choice.value,
          label: choice[language],
          disabled: choice.unavailable !== undefined,
        }))}
      />
    )
  }
  return (
    <Radio.Group label={label} description={help} error={error} value={String(value)} onChange={onChange}>
      <div className="radios">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            disabled={disabled || choice.unavailable !== undefined}
            label={choice[language]}
            description={
              choice.unavailable === undefined
                ? choice.help === undefined
                  ? undefined
                  : say(choice.help)
                : t('settings.unavailable', { reason: say(choice.unavailable) })
            }
          />
        ))}
      </div>
    </Radio.Group>
  )
}

function ListInput({ field, label, help, value, error, disabled, options, onChange }: InputProps) {
  const { t } = useWords()
  const values = Array.isArray(value) ? value.map(String) : []
  const about = { label, description: help, error, disabled, withAsterisk: field.required, value: values, onChange }
  const shared = { clearButtonProps: { 'aria-label': t('common.remove') } }
  if (options === null || options.length === 0) return <TagsInput {...about} {...shared} />
  const known = new Set(options.map((option) => option.value))
  const unknown = values.filter((one) => !known.has(one)).map((one) => ({ value: one, label: one }))
  return (
    <MultiSelect
      {...about}
      {...shared}
      searchable
      data={[...options.map((option) => ({ value: option.value, label: option.label })), ...unknown]}
    />
  )
}

/** What is no whole number stays as typed, so that it can be said and mended. */
function toNumber(text: string): unknown {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return /^-?\d+$/.test(trimmed) ? Number(trimmed) : text
}
