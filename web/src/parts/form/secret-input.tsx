// A secret shows only that it is set and since when; what is typed goes to the service once and never comes back.
import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../text/words.ts'
import type { InputProps } from './input-props.ts'

export function SecretInput({ field, label, help, value, isChanged, error, disabled, onChange }: InputProps) {
  const { t, day } = useWords()
  const [open, setOpen] = useState(false)
  const setAt = field.secretSetAt
  if (setAt === null || open || (isChanged && value !== '')) {
    return (
      <div className="secret">
        <PasswordInput
          label={setAt === null ? label : t('settings.secretNew', { label })}
          description={help}
          error={error}
          disabled={disabled}
          withAsterisk={field.required}
          autoComplete="new-password"
          value={String(value ?? '')}
          onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : currentTarget.value)}
        />
        {setAt === null ? null : (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              setOpen(false)
              onChange(undefined)
            }}
          >
            {t('settings.secretKeep')}
          </Button>
        )}
      </div>
    )
  }
  const forgotten = isChanged && value === ''
  return (
    <fieldset className="bare-fieldset">
      <legend className="field-label">{label}</legend>
      <div className="secret-line">
        <span>{forgotten ? t('settings.secretWillBeForgotten') : t('settings.secretSet', { day: day(setAt) })}</span>
        {disabled ? null : (
          <>
            <Button
              variant="default"
              size="xs"
              onClick={() => setOpen(true)}
              aria-label={`${t('common.change')}: ${label}`}
            >
              {t('common.change')}
            </Button>
            {forgotten ? (
              <Button variant="subtle" size="xs" onClick={() => onChange(undefined)}>
                {t('settings.secretKeep')}
              </Button>
            ) : field.required ? null : (
              <Button
                variant="subtle"
                size="xs"
                onClick={() => onChange('')}
                aria-label={`${t('settings.secretForget')}: ${label}`}
              >
                {t('settings.secretForget')}
              </Button>
            )}
          </>
        )}
      </div>
      <p className="flush small dim">{help}</p>
    </fieldset>
  )
}
