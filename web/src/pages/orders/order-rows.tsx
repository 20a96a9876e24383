// The same orders as a table and as cards.
import { Link } from 'react-router'
import type { OrderRow } from '../../api/types.ts'
import { shortCause } from '../../parts/short-cause.ts'
import { StateMark } from '../../parts/tone.tsx'
import { useWords, type Words } from '../../text/words.ts'

type Props = { readonly profile: string; readonly orders: readonly OrderRow[] }

const addressOf = (profile: string, { id }: OrderRow): string => `/orders/${profile}/${encodeURIComponent(id)}`

/** Why it waits or what was said on it, in one line. */
function causeOf(order: OrderRow, { say, amount, t }: Words): string | null {
  const said = order.problem ?? order.warnings[0]
  if (said !== undefined && said !== null)
    return shortCause(say(said.text), order, amount(order.amount.value, order.amount.currency))
  return order.changedSince ? t('orders.changedSince') : null
}

export function OrderTable({ profile, orders }: Props) {
  const words = useWords()
  const { t, amount, moment } = words
  return (
    <div className="sideways">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t('orders.number')}</th>
            <th scope="col">{t('orders.customer')}</th>
            <th scope="col" className="figures">
              {t('orders.amount')}
            </th>
            <th scope="col">{t('orders.placed')}</th>
            <th scope="col">{t('orders.state')}</th>
            <th scope="col">{t('orders.remote')}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => {
            const cause = causeOf(order, words)
            return (
              <tr key={order.id}>
                <td>
                  <Link to={addressOf(profile, order)}>{order.number}</Link>
                </td>
                <td className="wide-cell">
                  {order.customer}
                  {cause === null ? null : <p className="flush small dim">{cause}</p>}
                </td>
                <td className="figures">{amount(order.amount.value, order.amount.currency)}</td>
                <td className="figures-inline nowrap">{order.placedAt === null ? '' : moment(order.placedAt)}</td>
                <td>
                  <StateMark state={order.state} />
                </td>
                <td className="figures-inline">{order.remoteNumber ?? ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

export function OrderCards({ profile, orders }: Props) {
  const words = useWords()
  const { t, amount, moment } = words
  return (
    <ul className="bare">
      {orders.map((order) => {
        const cause = causeOf(order, words)
        return (
          <li key={order.id} className="card line-above">
            <Link to={addressOf(profile, order)}>
              {t('orders.number')} {order.number}
            </Link>
            <span className="figures">{amount(order.amount.value, order.amount.currency)}</span>
            <span>{order.customer}</span>
            <StateMark state={order.state} />
            <span className="whole small dim">
              {order.placedAt === null ? '' : moment(order.placedAt)}
              {order.remoteNumber === null ? '' : ` · ${t('orders.remote')} ${order.remoteNumber}`}
            </span>
            {cause === null ? null : <p className="whole flush small">{cause}</p>}
          </li>
        )
      })}
    </ul>
  )
}
