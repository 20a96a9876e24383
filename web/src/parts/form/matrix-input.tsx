// The matrix of ledger accounts (FIN-2): per region a table of VAT kinds by kinds of revenue, each cell an account that is
// searched for. An account that SnelStart would refuse in a cell is said so there, before anything is booked.
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { LedgerAccount } from '../../../../src/core/administration.ts'
import {
  type Cell,
  cellsOf,
  kindWords,
  type LedgerMatrix,
  regions,
  regionWords,
  revenueKinds,
  vatWords,
} from '../../../../src/core/sales-entry/matrix.ts'
import { standardFill } from '../../../../src/core/sales-entry/standard-fill.ts'
import { useAsk } from '../../api/asks.ts'
import { useWords } from '../../text/words.ts'
import { AccountCell } from './account-cell.tsx'
import type { InputProps } from './input-props.ts'

type Region = (typeof regions)[number]

export function MatrixInput({ label, help, value, error, disabled, profile, onChange }: InputProps) {
  const { t, say } = useWords()
  const matrix = (value ?? {}) as LedgerMatrix
  const answer = useAsk<{ readonly accounts: readonly LedgerAccount[] }>(
    'lists',
    `/profiles/${profile}/ledger-accounts`,
    { enabled: profile !== null },
  )
  const accounts = answer.data?.accounts ?? []
  const [before, setBefore] = useState<LedgerMatrix | null>(null)
  const fill = () => {
    setBefore(matrix)
    // What a person chose stays; only cells that are empty are filled.
    onChange({ ...Object.fromEntries(standardFill(accounts).map(({ cell, ledger }) => [cell, ledger])), ...matrix })
  }
  const undo = () => {
    onChange(before)
    setBefore(null)
  }
  return (
    <fieldset className="bare-fieldset matrix">
      <legend className="field-label">{label}</legend>
      <p className="flush small dim">{help}</p>
      {error === null ? null : <p className="field-error">{error}</p>}
      <div className="buttons">
        <Button variant="default" disabled={disabled || accounts.length === 0} onClick={fill}>
          {t('matrix.fill')}
        </Button>
        {before === null ? null : (
          <Button variant="subtle" onClick={undo}>
            {t('matrix.undo')}
          </Button>
        )}
      </div>
      {answer.data !== undefined && accounts.length === 0 ? <p className="small">{t('matrix.noAccounts')}</p> : null}
      {regions.map((region) => (
        <section key={region} aria-label={say(regionWords[region])}>
          <h3>{say(regionWords[region])}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard */}
          <section className="sideways" tabIndex={0} aria-label={t('app.table', { title: say(regionWords[region]) })}>
            <RegionTable
              region={region}
              matrix={matrix}
              accounts={accounts}
              disabled={disabled}
              onChange={(key, account) => {
                const { [key]: _old, ...others } = matrix as Record<string, string>
                onChange(account === '' ? others : { ...others, [key]: account })
              }}
            />
          </section>
        </section>
      ))}
    </fieldset>
  )
}

type TableProps = {
  readonly region: Region
  readonly matrix: LedgerMatrix
  readonly accounts: readonly LedgerAccount[]
  readonly disabled: boolean
  readonly onChange: (key: string, account: string) => void
}

function RegionTable({ region, ...cells }: TableProps) {
  const { t, say } = useWords()
  const rows = useMemo(() => rowsOf(region), [region])
  return (
    <table className="grid-table stacks matrix-table">
      <thead>
        <tr>
          <th scope="col">{t('matrix.vat')}</th>
          {revenueKinds.map((kind) => (
            <th key={kind} scope="col">
              {say(kindWords[kind])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]?.vat}>
            <th scope="row">{row[0] === undefined ? '' : say(vatWords[row[0].vat])}</th>
            {row.map((cell) => (
              <td key={cell.kind} data-side={say(kindWords[cell.kind])}>
                <AccountCell cell={cell} {...cells} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One row per VAT kind of the region, one cell per kind of revenue. */
function rowsOf(region: Region): readonly (readonly Cell[])[] {
  const columns = revenueKinds.map((kind) => cellsOf(kind).filter((cell) => cell.region === region))
  return (columns[0] ?? []).map((_, place) => columns.flatMap((column) => column[place] ?? []))
}
