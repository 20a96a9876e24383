// What a mapping made of a sample file: its orders, whether they add up, and the values that were left lying.
import type { TriedFile } from '../../api/types.ts'
import { useWords } from '../../text/words.ts'

type Tried = TriedFile['orders'][number]

export function TriedOrders({ tried }: { readonly tried: TriedFile }) {
  const { t, day, amount } = useWords()
  return (
    <div className="tried" role="status">
      <p className="flush">{t('files.count', { count: tried.count })}</p>
      {tried.orders.length === 0 ? null : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('files.number')}</th>
              <th scope="col" className="wide-only">
                {t('files.date')}
              </th>
              <th scope="col" className="wide-only">
                {t('files.customer')}
              </th>
              <th scope="col" className="num">
                {t('files.total')}
              </th>
              <th scope="col">{t('files.result')}</th>
            </tr>
          </thead>
          <tbody>
            {tried.orders.map((order) => (
              <tr key={order.place}>
                <th scope="row">{order.number}</th>
                <td className="wide-only">{order.placedAt === null ? '' : day(order.placedAt)}</td>
                <td className="wide-only wrap-anywhere">{order.customer}</td>
                <td className="num">{order.total === '' ? '' : amount(order.total, order.currency)}</td>
                <td>
                  <Result order={order} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {tried.unused.length === 0 ? null : (
        <details>
          <summary>{t('files.unused', { count: tried.unused.length })}</summary>
          <ul className="bare small">
            {tried.unused.map(({ path, times, example }) => (
              <li key={path} className="wrap-anywhere">
                <code>{path}</code> {times}× <span className="dim">{example}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Result({ order }: { readonly order: Tried }) {
  const { t, say, amount } = useWords()
  if (order.reason !== null) return <>{say(order.reason)}</>
  if (order.difference !== null)
    return <>{t('files.difference', { amount: amount(order.difference, order.currency) })}</>
  if (order.vatDifferences.length > 0) {
    const rates = order.vatDifferences.map(
      ({ vatPercent, difference }) => `${vatPercent} %: ${amount(difference, order.currency)}`,
    )
    return <>{t('files.vatDifference', { rates: rates.join(', ') })}</>
  }
  return <>{t('files.fits', { lines: order.lines })}</>
}
