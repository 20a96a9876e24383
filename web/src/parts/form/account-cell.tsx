// One cell of the matrix: an account, searched by number or name. Those that SnelStart would refuse here come last, under a
// heading that says so; a chosen one that is refused or gone is said under the cell.
import { Select } from '@mantine/core'
import { memo, useState } from 'react'
import type { LedgerAccount } from '../../../../src/core/administration.ts'
import { type Cell, cellWords, keyOf, type LedgerMatrix } from '../../../../src/core/sales-entry/matrix.ts'
import { cellRefusal } from '../../../../src/core/sales-entry/refusals.ts'
import { useWords } from '../../text/words.ts'

type Props = {
  readonly cell: Cell
  readonly matrix: LedgerMatrix
  readonly accounts: readonly LedgerAccount[]
  readonly disabled: boolean
  readonly onChange: (key: string, account: string) => void
}

export const AccountCell = memo(function AccountCell({ cell, matrix, accounts, disabled, onChange }: Props) {
  const { t, say } = useWords()
  const [open, setOpen] = useState(false)
  const key = keyOf(cell)
  const value = matrix[key] ?? ''
  const chosen = accounts.find(({ number, id }) => number === value || id === value)
  const refusal = chosen === undefined ? null : cellRefusal(cell, chosen)
  const gone = value !== '' && chosen === undefined && accounts.length > 0
  return (
    <Select
      aria-label={say(cellWords(cell))}
      placeholder={t('matrix.empty')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('matrix.clear', { cell: say(cellWords(cell)) }) }}
      disabled={disabled}
      size="xs"
      comboboxProps={{ width: 320, position: 'bottom-start' }}
      nothingFoundMessage={t('settings.listEmptyFound')}
      // Some thousands of rows over the whole table: made when it is opened.
      data={open ? grouped(cell, accounts, t) : chosenOnly(value, chosen)}
      value={value === '' ? null : (chosen?.number ?? value)}
      error={refusal === null ? (gone ? t('matrix.gone', { account: value }) : null) : say(refusal)}
      onChange={(account) => onChange(key, account ?? '')}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
    />
  )
})

const toOption = ({ number, name }: LedgerAccount) => ({ value: number, label: `${number} ${name}` })

const chosenOnly = (value: string, chosen: LedgerAccount | undefined) =>
  chosen !== undefined ? [toOption(chosen)] : value === '' ? [] : [{ value, label: value }]

function grouped(cell: Cell, accounts: readonly LedgerAccount[], t: ReturnType<typeof useWords>['t']) {
  const active = accounts.filter(({ inactive }) => !inactive)
  const { fit = [], refused = [] } = Object.groupBy(active, (account) =>
    cellRefusal(cell, account) === null ? 'fit' : 'refused',
  )
  return [
    { group: t('matrix.fits'), items: fit.map(toOption) },
    { group: t('matrix.refused'), items: refused.map(toOption) },
  ].filter(({ items }) => items.length > 0)
}
