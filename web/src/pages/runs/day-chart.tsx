// Orders per day by outcome, as stacked bars. Its own chunk: the library behind it is as large as the rest of the page.
import '@mantine/core/styles/ColorSwatch.layer.css'
import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import type { ChartDay } from '../../api/types.ts'
import { useWords } from '../../text/words.ts'

export function DayChart({ days }: { readonly days: readonly ChartDay[] }) {
  const { t, day } = useWords()
  const series = [
    { name: 'made', label: t('today.made'), color: 'var(--chart-made)' },
    { name: 'skipped', label: t('today.skipped'), color: 'var(--chart-skipped)' },
    { name: 'problem', label: t('today.problem'), color: 'var(--chart-problem)' },
    { name: 'waiting', label: t('today.waiting'), color: 'var(--chart-waiting)' },
  ]
  return (
    <div role="img" aria-label={t('today.chartLabel')}>
      <BarChart
        h={200}
        data={days.map((row) => ({ ...row }))}
        dataKey="day"
        type="stacked"
        series={series}
        withLegend
        legendProps={{ verticalAlign: 'bottom' }}
        gridAxis="x"
        tickLine="none"
        xAxisProps={{ tickFormatter: (value: string) => day(value).replace(/ \d{4}$/, ''), minTickGap: 28 }}
        yAxisProps={{ allowDecimals: false, width: 34 }}
        tooltipProps={{ labelFormatter: (value) => day(String(value)) }}
        tooltipAnimationDuration={0}
        barProps={{ isAnimationActive: false, maxBarSize: 22 }}
        barChartProps={{ accessibilityLayer: false }}
      />
    </div>
  )
}
