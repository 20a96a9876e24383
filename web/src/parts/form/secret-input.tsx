// A secret shows only that it is set and since when; what is typed goes to the service once and never comes back.
import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../text/words.ts'
import { Icon } from '../icon.tsx'
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
        {field.generate && !disabled ? (
          <TokenMaker label={label} value={String(value ?? '')} onMade={onChange} />
        ) : null}
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

type Made = { readonly label: string; readonly value: string; readonly onMade: (token: string) => void }

/** The lock (SHOP-5): makes a token here, which is readable until the settings are saved, for copying into the shop. */
function TokenMaker({ label, value, onMade }: Made) {
  const { t } = useWords()
  const [made, setMade] = useState<string | null>(null)
  const make = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(32))
    const token = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    setMade(token)
    onMade(token)
  }
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="lock" />}
        onClick={make}
        aria-label={`${t('settings.secretMake')}: ${label}`}
      >
        {t('settings.secretMake')}
      </Button>
      <output>
        {made === null || made !== value ? null : (
          <>
            <code className="command recovery">{made}</code>
            <span className="small dim">{t('settings.secretMade')}</span>
          </>
        )}
      </output>
    </>
  )
}
