// 'Voorraad' of one profile: what was told to the shop and why, what is the matter with articles, and what comes next.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { lazy, Suspense, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useAsk, useDo, useOverview } from '../../api/asks.ts'
import { useMayChange } from '../../api/session.tsx'
import type { ProfileView, StockState } from '../../api/types.ts'
import { Empty, Loading, usePageTitle } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { profileName } from '../../parts/profile-name.ts'
import { takesStock } from '../../parts/takes-stock.ts'
import { useWords } from '../../text/words.ts'
import { StockChanges } from './stock-changes.tsx'
import { StockProblems } from './stock-problems.tsx'

const StockPreview = lazy(async () => ({ default: (await import('./stock-preview.tsx')).StockPreview }))

export function StockPage() {
  const { t, language } = useWords()
  const overview = useOverview()
  const [address, setAddress] = useSearchParams()
  usePageTitle(t('stock.title'))
  const profiles = (overview.data?.profiles ?? []).filter(takesStock)
  const profile = profiles.find(({ id }) => id === address.get('profile')) ?? profiles[0]
  return (
    <>
      <h1>{t('stock.title')}</h1>
      <Failure error={overview.error} />
      {profiles.length > 1 ? (
        <NativeSelect
          mb="md"
          label={t('orders.profile')}
          data={profiles.map((one) => ({ value: one.id, label: profileName(one, language) }))}
          value={profile?.id ?? ''}
          onChange={({ currentTarget }) => setAddress({ profile: currentTarget.value }, { replace: true })}
        />
      ) : null}
      {profile === undefined ? (
        <None loading={overview.data === undefined} />
      ) : (
        <OfProfile key={profile.id} profile={profile} />
      )}
    </>
  )
}

function None({ loading }: { readonly loading: boolean }) {
  const { t } = useWords()
  if (loading) return <Loading rows={6} />
  return (
    <section className="sheet">
      <Empty title={t('stock.unsupported')}>
        <p>{t('stock.unsupportedHint')}</p>
      </Empty>
    </section>
  )
}

function OfProfile({ profile }: { readonly profile: ProfileView }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const search = useDebouncedCallback(setText, 300)
  return (
    <>
      <Actions profile={profile} />
      <div className="sheet">
        <div className="filters">
          <TextInput
            type="search"
            className="filter-text"
            label={t('stock.search')}
            onChange={({ currentTarget }) => search(currentTarget.value)}
          />
        </div>
      </div>
      <StockProblems profile={profile.id} text={text} />
      <StockChanges profile={profile.id} text={text} />
    </>
  )
}

function Actions({ profile }: { readonly profile: ProfileView }) {
  const { t, soon } = useWords()
  const mayChange = useMayChange()
  const [previewing, setPreviewing] = useState(false)
  const state = useAsk<StockState>('stock', `/profiles/${profile.id}/stock`)
  const run = useDo(
    (call, whole: boolean) => call('POST', `/profiles/${profile.id}/run`, { task: 'exportStock', whole }),
    ['overview'],
  )
  const begin = (whole: boolean) =>
    run.mutate(whole, { onSuccess: () => notifications.show({ message: t('stock.begun') }) })
  const plan = profile.tasks.find(({ task }) => task === 'exportStock')
  const disabled = profile.status.state === 'running' || profile.missing.length > 0
  const compared = state.data?.comparedAt ?? null
  return (
    <section className="sheet" aria-labelledby="stock-task">
      <div className="sheet-head">
        <h2 id="stock-task">{t('tasks.exportStock')}</h2>
      </div>
      <div className="sheet-body form">
        <dl className="facts">
          <dt>{t('tasks.interval')}</dt>
          <dd>
            <Link to={`/settings/${profile.id}/planning`}>{t(`interval.${plan?.interval ?? 'off'}`)}</Link>
          </dd>
          <dt>{t('stock.compared')}</dt>
          <dd>{compared === null ? t('stock.comparedNever') : soon(compared)}</dd>
        </dl>
        <div className="buttons">
          {mayChange ? (
            <>
              <Button disabled={disabled} loading={run.isPending} onClick={() => begin(false)}>
                {t('tasks.runNow')}
              </Button>
              <Button variant="default" disabled={disabled || run.isPending} onClick={() => begin(true)}>
                {t('stock.whole')}
              </Button>
            </>
          ) : null}
          <Button variant="default" disabled={disabled} onClick={() => setPreviewing(true)}>
            {t('tasks.preview')}
          </Button>
        </div>
        <p className="flush small dim">{t('stock.wholeHint')}</p>
        <Failure error={run.error} />
      </div>
      <Suspense fallback={null}>
        {previewing ? <StockPreview profile={profile.id} onClose={() => setPreviewing(false)} /> : null}
      </Suspense>
    </section>
  )
}
