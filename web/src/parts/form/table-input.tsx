// Text to kind, row by row: which row of a shop's total is shipping, and so on.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../text/words.ts'
import type { InputProps } from './input-props.ts'

type Row = readonly [string, string]

export function TableInput({ field, label, help, value, error, disabled, onChange }: InputProps) {
  const { t, language } = useWords()
  const choices = (field.choices ?? []).map((choice) => ({ value: choice.value, label: choice[language] }))
  // A row without a code is no value yet, but must stay while it is being typed.
  const [rows, setRows] = useState<readonly Row[]>(Object.entries((value ?? {}) as Record<string, string>))
  const set = (next: readonly Row[]) => {
    setRows(next)
    onChange(Object.fromEntries(next.filter(([code]) => code.trim() !== '')))
  }
  const replace = (place: number, row: Row) => set(rows.map((old, index) => (index === place ? row : old)))
  return (
    <fieldset className="bare-fieldset">
      <legend className="field-label">{label}</legend>
      <p className="flush small dim">{help}</p>
      {rows.map(([code, kind], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name while its code is being typed
        <div className="table-row" key={place}>
          <TextInput
            label={t('settings.rowKey')}
            disabled={disabled}
            value={code}
            onChange={({ currentTarget }) => replace(place, [currentTarget.value, kind])}
          />
          <NativeSelect
            label={t('settings.rowKind')}
            disabled={disabled}
            data={choices}
            value={kind}
            onChange={({ currentTarget }) => replace(place, [code, currentTarget.value])}
          />
          <Button
            variant="subtle"
            disabled={disabled}
            aria-label={t('settings.removeRow', { name: code })}
            onClick={() => set(rows.filter((_, index) => index !== place))}
          >
            {t('common.remove')}
          </Button>
        </div>
      ))}
      {error === null ? null : <p className="field-error">{error}</p>}
      <Button
        variant="default"
        size="xs"
        mt={6}
        disabled={disabled}
        onClick={() => setRows([...rows, ['', choices[0]?.value ?? '']])}
      >
        {t('settings.addRow')}
      </Button>
    </fieldset>
  )
}
