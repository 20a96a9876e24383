// A text that the service looks for choices for, with what stands in the form: servers on the network, files in a folder. It is
// asked when one comes to the field, never while one types elsewhere (half a password must not be tried). The choices help and
// do not bind; under the field stands how the search goes.
import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useState } from 'react'
import { useOffer } from '../../api/settings.ts'
import { useWords } from '../../text/words.ts'
import type { InputProps } from './input-props.ts'

export function OfferedText(props: InputProps) {
  const { field, label, help, error, disabled, onChange } = props
  const { t } = useWords()
  const value = String(props.value ?? '')
  const [isHere, setHere] = useState(false)
  const [isTyping, setTyping] = useState(false)
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const offer = useOffer(props, isHere && !disabled)
  const options = offer.options.filter((option) => !isTyping || option.toLowerCase().includes(value.toLowerCase()))
  const leave = () => {
    setHere(false)
    setTyping(false)
    box.closeDropdown()
  }
  return (
    <div>
      <Combobox
        store={box}
        onOptionSubmit={(chosen) => {
          onChange(chosen)
          setTyping(false)
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
            spellCheck={false}
            onFocus={() => setHere(true)}
            onChange={({ currentTarget }) => {
              onChange(currentTarget.value)
              setTyping(true)
              box.openDropdown()
            }}
            onClick={() => box.openDropdown()}
            onBlur={leave}
            rightSection={offer.isBusy ? <Loader size={16} aria-hidden /> : <Combobox.Chevron />}
            rightSectionPointerEvents="none"
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={options.length === 0}>
          <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={label}>
            {options.map((option) => (
              <Combobox.Option key={option} value={option} selected={option === value}>
                {option}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <p className="offer-note" role="status">
        {disabled ? '' : offer.isBusy ? t('settings.offerSearching') : offer.note}
      </p>
    </div>
  )
}
