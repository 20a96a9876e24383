// A sales entry beside the shop's order: what was sold on the left, on which ledger accounts it is booked on the right. Lines
// of one account are booked together, so lines do not stand on the same height; VAT and total do.
import type { CompareSide, OrderView } from '../api/types.ts'
import { useWords, type Words } from '../text/words.ts'
import { headRows } from './compare-head.ts'
import { Mark } from './tone.tsx'

type Entry = NonNullable<OrderView['salesEntry']>
type Props = { readonly order: OrderView; readonly entry: Entry; readonly made: boolean }

export function EntryTable({ order, entry, made }: Props) {
  const words = useWords()
  const { t, amount } = words
  const right = t(made ? 'order.is' : 'order.willBe')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <section className="sideways" tabIndex={0} aria-label={t('app.table', { title: t('order.compare') })}>
      <table className="grid-table compare">
        <thead>
          <tr>
            <th scope="col">{t('order.what')}</th>
            <th scope="col">{t('order.shop')}</th>
            <th scope="col">{right}</th>
          </tr>
        </thead>
        <tbody>
          {headRows(order, words).map(({ title, shop, snelstart }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td data-side={t('order.shop')} className="lines">
                {shop}
              </td>
              <td data-side={right} className="lines">
                {snelstart}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('order.entry.lines')}</th>
            <td data-side={t('order.shop')}>
              {order.rows.map(({ shop }, place) =>
                shop === null ? null : <ShopLine key={`${shop.code} ${String(place)}`} side={shop} />,
              )}
            </td>
            <td data-side={right}>
              {entry.lines.map((line, place) => (
                <EntryLine key={`${line.account} ${String(place)}`} line={line} />
              ))}
            </td>
          </tr>
          <tr>
            <th scope="row">{t('order.entry.vat')}</th>
            <td data-side={t('order.shop')}>
              {(order.shop?.vat ?? []).map(({ vatPercent, vatAmount, title }) => (
                <Figure
                  key={`${vatPercent} ${title}`}
                  name={`${words.decimal(vatPercent)} %`}
                  value={amount(vatAmount)}
                />
              ))}
            </td>
            <td data-side={right}>
              {entry.vat.length === 0 ? <span className="dim">{t('order.entry.noVat')}</span> : null}
              {entry.vat.map((row) => (
                <Figure key={row.kind} name={t(`order.entry.kind.${row.kind}`)} value={amount(row.amount)} />
              ))}
            </td>
          </tr>
          <tr className={entry.differs ? 'differs totals' : 'totals'}>
            <th scope="row" className="compare-what">
              {t('order.total')}
              {entry.differs ? (
                <div>
                  <Mark tone="attention" icon="attention">
                    {t('order.differs')}
                  </Mark>
                </div>
              ) : null}
            </th>
            <td data-side={t('order.shop')} className="figures">
              {order.totals === null ? '' : amount(order.totals.shop)}
            </td>
            <td data-side={right} className="figures">
              {amount(entry.totalIncl)}
            </td>
          </tr>
        </tbody>
      </table>
      <p className="sheet-body dim small flush">{t('order.entry.amountsExcl')}</p>
    </section>
  )
}

function ShopLine({ side }: { readonly side: CompareSide }) {
  const words = useWords()
  return (
    <div className="compare-side">
      <div>
        <span className="lines">{side.description}</span>
        <p className="flush small dim">{detailsOf(side, words)}</p>
      </div>
      <span className="figures">{words.amount(side.amount)}</span>
    </div>
  )
}

function detailsOf({ quantity, unitPrice, vatPercent }: CompareSide, { t, decimal, price }: Words): string {
  const parts = [`${decimal(quantity)} × ${price(unitPrice)}`]
  if (vatPercent !== null) parts.push(`${decimal(vatPercent)} % ${t('order.vat')}`)
  return parts.join(' · ')
}

function EntryLine({ line }: { readonly line: Entry['lines'][number] }) {
  const { t, amount } = useWords()
  return (
    <div className="compare-side">
      <div>
        <span className="compare-code">{line.account}</span>
        <span className="lines">{line.accountName}</span>
        <p className="flush small dim">
          {[line.description, t(`order.entry.kind.${line.vatKind}`)].filter((part) => part !== '').join(' · ')}
        </p>
      </div>
      <span className="figures">{amount(line.amountExcl)}</span>
    </div>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="compare-side">
      <span>{name}</span>
      <span className="figures">{value}</span>
    </div>
  )
}
