// 'Controle': the shop's totals beside what was written in SnelStart, per period, VAT rate and region, with the orders that
// explain each difference; the same as a spreadsheet.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useAsk, useOverview } from '../../api/asks.ts'
import { query } from '../../api/call.ts'
import type { BooksComparison } from '../../api/types.ts'
import { Empty, Loading, usePageTitle } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { profileName } from '../../parts/profile-name.ts'
import { Note } from '../../parts/tone.tsx'
import { useWords } from '../../text/words.ts'
import { PeriodTable } from './period-table.tsx'

const lengths = ['month', 'quarter', 'year'] as const

export function CheckPage() {
  const { t, language } = useWords()
  const overview = useOverview()
  const [address, setAddress] = useSearchParams()
  usePageTitle(t('check.title'))
  const profiles = overview.data?.profiles ?? []
  const profile = profiles.find(({ id }) => id === address.get('profile')) ?? profiles[0]
  const year = new Date().getFullYear()
  const asked = {
    from: address.get('from') ?? `${year}-01-01`,
    to: address.get('to') ?? `${year}-12-31`,
    by: lengths.find((length) => length === address.get('by')) ?? 'month',
  }
  const set = (name: string, value: string) => {
    address.set(name, value)
    setAddress(address, { replace: true })
  }
  const isAsked = profile !== undefined && asked.from !== '' && asked.to !== ''
  const path = `/profiles/${profile?.id}/comparison`
  const answer = useAsk<BooksComparison>('orders', `${path}${query(asked)}`, { enabled: isAsked, keep: true })
  return (
    <>
      <div className="page-head">
        <h1>{t('check.title')}</h1>
        <span className="push">
          <Button component="a" variant="default" href={`/api${path}/export.xlsx${query({ ...asked, language })}`}>
            {t('check.export')}
          </Button>
        </span>
      </div>
      <p className="flush dim">{t('check.hint')}</p>
      <div className="sheet">
        <div className="filters">
          {profiles.length > 1 ? (
            <NativeSelect
              label={t('orders.profile')}
              data={profiles.map((one) => ({ value: one.id, label: profileName(one, language) }))}
              value={profile?.id ?? ''}
              onChange={({ currentTarget }) => set('profile', currentTarget.value)}
            />
          ) : null}
          <TextInput
            type="date"
            label={t('check.from')}
            value={asked.from}
            onChange={({ currentTarget }) => set('from', currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('check.to')}
            value={asked.to}
            onChange={({ currentTarget }) => set('to', currentTarget.value)}
          />
          <NativeSelect
            label={t('check.by')}
            data={lengths.map((length) => ({ value: length, label: t(`check.length.${length}`) }))}
            value={asked.by}
            onChange={({ currentTarget }) => set('by', currentTarget.value)}
          />
        </div>
      </div>
      <Failure error={overview.error ?? answer.error} />
      {answer.data === undefined && answer.error === null ? <Loading rows={6} /> : null}
      {answer.data === undefined || profile === undefined ? null : (
        <Result profile={profile.id} comparison={answer.data} />
      )}
    </>
  )
}

type ResultProps = { readonly profile: string; readonly comparison: BooksComparison }

function Result({ profile, comparison: { agrees, periods } }: ResultProps) {
  const { t } = useWords()
  if (periods.length === 0) {
    return (
      <section className="sheet">
        <Empty title={t('check.none')}>
          <p>{t('check.noneHint')}</p>
        </Empty>
      </section>
    )
  }
  return (
    <>
      <Note tone={agrees ? 'well' : 'attention'} live>
        <p>{t(agrees ? 'check.agrees' : 'check.differs')}</p>
      </Note>
      {periods.map((period) => (
        <PeriodTable key={period.period} profile={profile} period={period} />
      ))}
    </>
  )
}
