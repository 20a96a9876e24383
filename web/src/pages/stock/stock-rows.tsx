// Changes of stock as a table, and as cards on a phone: the article, from what to what, and why.
import { useMediaQuery } from '@mantine/hooks'
import type { StockChange } from '../../api/types.ts'
import { narrow } from '../../parts/narrow.ts'
import { useWords } from '../../text/words.ts'

/** `at`: when it was written; left out where it is still to be. */
export type StockRow = StockChange & { readonly key: string; readonly at?: string }

export function StockRows({ rows }: { readonly rows: readonly StockRow[] }) {
  const isNarrow = useMediaQuery(narrow)
  return isNarrow === true ? <Cards rows={rows} /> : <Table rows={rows} />
}

function Table({ rows }: { readonly rows: readonly StockRow[] }) {
  const { t, say, soon } = useWords()
  const dated = rows.some(({ at }) => at !== undefined)
  return (
    <div className="sideways">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t('stock.article')}</th>
            <th scope="col" className="figures">
              {t('stock.from')}
            </th>
            <th scope="col" className="figures">
              {t('stock.to')}
            </th>
            <th scope="col">{t('stock.why')}</th>
            {dated ? <th scope="col">{t('stock.at')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td className="wide-cell">
                <strong>{row.code}</strong>
                <p className="flush small dim">{row.name}</p>
              </td>
              <td className="figures">{row.from ?? t('stock.unknown')}</td>
              <td className="figures">{row.to}</td>
              <td className="wide-cell">{say(row.why)}</td>
              {dated ? <td className="nowrap">{row.at === undefined ? '' : soon(row.at)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards({ rows }: { readonly rows: readonly StockRow[] }) {
  const { t, say, soon } = useWords()
  return (
    <ul className="bare">
      {rows.map((row) => (
        <li key={row.key} className="card line-above">
          <strong>{row.code}</strong>
          <span className="figures">{t('stock.fromTo', { from: row.from ?? t('stock.unknown'), to: row.to })}</span>
          <span className="whole">{row.name}</span>
          <span className="whole small dim">
            {say(row.why)}
            {row.at === undefined ? '' : ` · ${soon(row.at)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
