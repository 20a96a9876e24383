// One period: a row per region and VAT rate with shop, SnelStart and the difference; under it the orders that make it.
import { Link } from 'react-router'
import type { BooksComparison } from '../../api/types.ts'
import { useWords } from '../../text/words.ts'

type Period = BooksComparison['periods'][number]
type Sides = Pick<Period, 'shop' | 'books' | 'difference'>
type Props = { readonly profile: string; readonly period: Period }

export function PeriodTable({ profile, period }: Props) {
  const { t, say, decimal } = useWords()
  const title = t('check.period', { period: period.period })
  return (
    <section className="sheet" aria-label={title}>
      <div className="sheet-head">
        <h2>{title}</h2>
        <span className="small dim">{t('check.booked', { booked: period.bookedOrders, count: period.orders })}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard */}
      <section className="sideways" tabIndex={0} aria-label={t('app.table', { title })}>
        <table className="grid-table stacks">
          <thead>
            <tr>
              <th scope="col">{t('check.region')}</th>
              <th scope="col">{t('check.rate')}</th>
              <th scope="col" className="figures">
                {t('check.shop')}
              </th>
              <th scope="col" className="figures">
                {t('check.books')}
              </th>
              <th scope="col" className="figures">
                {t('check.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {period.rows.map((row) => (
              <tr key={`${row.region} ${row.vatPercent}`} className={row.explained.length > 0 ? 'differs' : undefined}>
                <td>
                  <strong>{say(row.regionName)}</strong>
                </td>
                <td data-side={t('check.rate')}>{decimal(row.vatPercent)} %</td>
                <Figures sides={row} />
              </tr>
            ))}
            <tr className="totals">
              <td>
                <strong>{t('check.total')}</strong>
              </td>
              <td />
              <Figures sides={period} />
            </tr>
          </tbody>
        </table>
      </section>
      <Explained profile={profile} period={period} />
    </section>
  )
}

function Figures({ sides: { shop, books, difference } }: { readonly sides: Sides }) {
  const { t } = useWords()
  return (
    <>
      <td data-side={t('check.shop')} className="figures">
        <Amounts amounts={shop} />
      </td>
      <td data-side={t('check.books')} className="figures">
        <Amounts amounts={books} />
      </td>
      <td data-side={t('check.difference')} className="figures">
        <Amounts amounts={difference} />
      </td>
    </>
  )
}

function Amounts({ amounts: { baseExcl, vatAmount } }: { readonly amounts: Sides['shop'] }) {
  const { t, amount } = useWords()
  return (
    <span>
      {amount(baseExcl)}
      <br />
      <span className="small dim">
        {t('check.vat')} {amount(vatAmount)}
      </span>
    </span>
  )
}

/** Each order once, however many rates it differs in. */
function Explained({ profile, period }: Props) {
  const { t, say, amount, day } = useWords()
  const orders = period.rows.flatMap(({ explained }) => explained)
  const byId = new Map(orders.map((order) => [order.id, order]))
  if (byId.size === 0) return null
  return (
    <div className="sheet-body">
      <h3>{t('check.explained')}</h3>
      <ul>
        {[...byId.values()].map((order) => (
          <li key={order.id}>
            <Link to={`/orders/${profile}/${encodeURIComponent(order.id)}`}>
              {t('order.title', { number: order.number })}
            </Link>{' '}
            · {day(order.date)} · {amount(order.difference.baseExcl)} {t('check.and')} {t('check.vat')}{' '}
            {amount(order.difference.vatAmount)} · {say(order.why)}
          </li>
        ))}
      </ul>
    </div>
  )
}
