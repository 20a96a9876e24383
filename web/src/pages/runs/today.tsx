// Today in figures, and the last thirty days as one chart (fetched when it is shown) or as a table.
import { SegmentedControl } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useChart, useNewCustomersToday } from '../../api/asks.ts'
import type { ChartDay, ProfileView } from '../../api/types.ts'
import { Failure } from '../../parts/failure.tsx'
import { useWords } from '../../text/words.ts'

const DayChart = lazy(async () => ({ default: (await import('./day-chart.tsx')).DayChart }))

export function Today({ profiles }: { readonly profiles: readonly ProfileView[] }) {
  const { t } = useWords()
  const [view, setView] = useState('chart')
  const chart = useChart(null)
  const days = chart.data?.days ?? []
  const hasData = days.some(({ made, skipped, problem, waiting }) => made + skipped + problem + waiting > 0)
  return (
    <section className="sheet" aria-labelledby="today">
      <div className="sheet-head">
        <h2 id="today">{t('today.title')}</h2>
        <TodayFigures profiles={profiles} day={days.at(-1) ?? null} />
        <SegmentedControl
          size="xs"
          aria-label={t('today.chart')}
          value={view}
          onChange={setView}
          data={[
            { value: 'chart', label: t('today.asChart') },
            { value: 'table', label: t('today.asTable') },
          ]}
        />
      </div>
      <div className="sheet-body">
        <p className="dim small flush">{t('today.chart')}</p>
        <Failure error={chart.error} />
        <div className={chart.data === undefined || hasData ? 'chart-place' : 'chart-none'}>
          {chart.data !== undefined && !hasData ? <p className="dim flush">{t('today.noData')}</p> : null}
          {hasData && view === 'chart' ? (
            <Suspense fallback={null}>
              <DayChart days={days} />
            </Suspense>
          ) : null}
          {hasData && view === 'table' ? <DayTable days={days} /> : null}
        </div>
      </div>
    </section>
  )
}

function TodayFigures({ profiles, day }: { readonly profiles: readonly ProfileView[]; readonly day: ChartDay | null }) {
  const { t, amount } = useWords()
  const customers = useNewCustomersToday(profiles.map(({ id }) => id))
  if (day === null) return <p className="flush">&nbsp;</p>
  const orders = day.made + day.skipped + day.problem + day.waiting
  const figures = [t('today.orders', { count: orders }), amount(day.amount)]
  if (customers !== null) figures.push(t('today.newCustomers', { count: customers }))
  return <p className="flush figures-inline">{figures.join(' · ')}</p>
}

const outcomes = ['made', 'skipped', 'problem', 'waiting'] as const

function DayTable({ days }: { readonly days: readonly ChartDay[] }) {
  const { t, amount, day } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <section className="sideways chart-table" tabIndex={0} aria-label={t('today.chart')}>
      <table className="grid-table stacks">
        <thead>
          <tr>
            <th scope="col">{t('today.day')}</th>
            {outcomes.map((name) => (
              <th scope="col" className="figures" key={name}>
                {t(`today.${name}`)}
              </th>
            ))}
            <th scope="col" className="figures">
              {t('today.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((row) => (
            <tr key={row.day}>
              <td>
                <strong>{day(row.day)}</strong>
              </td>
              {outcomes.map((name) => (
                <td className="figures" key={name} data-side={t(`today.${name}`)}>
                  {row[name]}
                </td>
              ))}
              <td className="figures" data-side={t('today.amount')}>
                {amount(row.amount)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
