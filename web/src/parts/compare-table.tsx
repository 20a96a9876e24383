// What the shop said and what is or will be in SnelStart, line by line on the same height; what differs is marked in words.
import type { CompareSide, OrderView } from '../api/types.ts'
import { useWords, type Words } from '../text/words.ts'
import { headRows } from './compare-head.ts'
import { EntryTable } from './entry-table.tsx'
import { cellRole, headRole, rowRole, tableRole } from './table-roles.ts'
import { Mark } from './tone.tsx'

type Props = { readonly order: OrderView; readonly made: boolean }

export function CompareTable({ order, made }: Props) {
  const words = useWords()
  const { t } = words
  if (order.salesEntry !== null) return <EntryTable order={order} entry={order.salesEntry} made={made} />
  if (order.shop === null) return <p className="sheet-body dim flush">{t('order.nothing.unreadable')}</p>
  const right = t(made ? 'order.is' : 'order.willBe')
  const decided = order.document !== null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <section className="sideways" tabIndex={0} aria-label={t('app.table', { title: t('order.compare') })}>
      {decided ? null : <p className="sheet-body dim flush">{t(`order.nothing.${order.outcome.kind}`)}</p>}
      <table {...tableRole} className="grid-table compare">
        <thead>
          <tr>
            <th scope="col">{t('order.what')}</th>
            <th scope="col">{t('order.shop')}</th>
            <th scope="col">{right}</th>
          </tr>
        </thead>
        <tbody>
          {headRows(order, words).map(({ title, shop, snelstart }) => (
            <tr {...rowRole} key={title}>
              <What title={title} differs={false} />
              <td {...cellRole} data-side={t('order.shop')} className="lines">
                {shop}
              </td>
              <td {...cellRole} data-side={right} className="lines">
                {decided ? snelstart : ''}
              </td>
            </tr>
          ))}
          {order.rows.map((row, place) => (
            <tr {...rowRole} key={`${row.kind} ${String(place)}`} className={row.differs ? 'differs' : undefined}>
              <What title={t(`order.row.${row.kind}`)} differs={row.differs} />
              <td {...cellRole} data-side={t('order.shop')}>
                <Side side={row.shop} />
              </td>
              <td {...cellRole} data-side={right}>
                {decided ? <Side side={row.snelstart} /> : null}
              </td>
            </tr>
          ))}
          <Totals totals={order.totals} right={right} />
        </tbody>
      </table>
      {order.priceEntry === null ? null : (
        <p className="sheet-body dim small flush">
          {t(order.priceEntry === 'incl' ? 'order.pricesIncl' : 'order.pricesExcl')}
        </p>
      )}
    </section>
  )
}

function What({ title, differs }: { readonly title: string; readonly differs: boolean }) {
  const { t } = useWords()
  return (
    <th {...headRole} scope="row" className="compare-what">
      {title}
      {differs ? (
        <div>
          <Mark tone="attention" icon="attention">
            {t('order.differs')}
          </Mark>
        </div>
      ) : null}
    </th>
  )
}

function Totals({ totals, right }: { readonly totals: OrderView['totals']; readonly right: string }) {
  const { t, amount } = useWords()
  if (totals === null) return null
  return (
    <tr {...rowRole} className={totals.differs ? 'differs totals' : 'totals'}>
      <What title={t('order.total')} differs={totals.differs} />
      <td {...cellRole} data-side={t('order.shop')} className="figures">
        {amount(totals.shop)}
      </td>
      <td {...cellRole} data-side={right} className="figures">
        {totals.snelstart === null ? '' : amount(totals.snelstart)}
      </td>
    </tr>
  )
}

function Side({ side }: { readonly side: CompareSide | null }) {
  const words = useWords()
  if (side === null) return <span className="dim">{words.t('order.absent')}</span>
  return (
    <div className="compare-side">
      <div>
        {side.code === '' ? null : <span className="compare-code">{side.code}</span>}
        <span className="lines">{side.description}</span>
        <p className="flush small dim">{detailsOf(side, words)}</p>
      </div>
      <span className="figures">{words.amount(side.amount)}</span>
    </div>
  )
}

function detailsOf({ code, quantity, unitPrice, vatPercent }: CompareSide, { t, decimal, price }: Words): string {
  // A line of words alone (SALE-7) has no figures.
  if (code === '' && Number(quantity) === 0) return ''
  const parts = [`${decimal(quantity)} × ${price(unitPrice)}`]
  if (vatPercent !== null) parts.push(`${decimal(vatPercent)} % ${t('order.vat')}`)
  return parts.join(' · ')
}
