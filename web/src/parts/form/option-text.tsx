// A text with a list to choose from. The list helps and does not bind: what is not in it may be typed. Customers and articles
// can be many, so they are searched by asking; where several codes are allowed the last one after a comma is completed.
import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useAsk } from '../../api/asks.ts'
import { query } from '../../api/call.ts'
import type { ListOption } from '../../api/types.ts'
import { useWords } from '../../text/words.ts'
import type { InputProps } from './input-props.ts'

const mostShown = 50
const searched: readonly string[] = ['customers', 'articles']

const matches = ({ value, label, detail }: ListOption, text: string): boolean =>
  [value, label, detail].some((part) => part.toLowerCase().includes(text.toLowerCase()))

/** What stands before the last comma, and what is being typed after it. */
function split(text: string): readonly [string, string] {
  const place = text.lastIndexOf(',')
  return place < 0 ? ['', text] : [`${text.slice(0, place + 1)} `, text.slice(place + 1).trim()]
}

export function OptionText(props: InputProps) {
  const { field, label, help, error, disabled, options, onChange } = props
  const { t } = useWords()
  const value = String(props.value ?? '')
  const [before, typed] = split(value)
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const found = useFound(props, typed, box.dropdownOpened)
  const known = options?.find((option) => option.value === value)
  // Everything is shown when the field is opened with a value of the list in it.
  const shown = (known === undefined ? found.filter((option) => matches(option, typed)) : found).slice(0, mostShown)
  return (
    <Combobox
      store={box}
      onOptionSubmit={(chosen) => {
        onChange(before + chosen)
        box.closeDropdown()
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          role="combobox"
          label={label}
          description={help}
          error={error}
          disabled={disabled}
          withAsterisk={field.required}
          value={value}
          autoComplete="off"
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value)
            box.openDropdown()
          }}
          onClick={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={shown.length === 0 && typed === ''}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={label}>
          {shown.map((option) => (
            <Combobox.Option key={option.value} value={option.value} selected={option.value === typed}>
              <span className="option">
                <span>{option.label}</span>
                <span className="dim small">{option.detail}</span>
              </span>
            </Combobox.Option>
          ))}
          {shown.length === 0 ? <Combobox.Empty>{t('settings.listEmptyFound')}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function useFound({ field, profile, options }: InputProps, typed: string, isOpen: boolean): readonly ListOption[] {
  const [text] = useDebouncedValue(typed, 250)
  const list = field.optionsFrom ?? ''
  const asks = searched.includes(list) && profile !== null
  const answer = useAsk<{ readonly options: readonly ListOption[] }>(
    'lists',
    `/profiles/${profile}/lists/${list}${query({ text, limit: mostShown })}`,
    { enabled: asks && isOpen, keep: true },
  )
  return asks ? (answer.data?.options ?? []) : (options ?? [])
}
