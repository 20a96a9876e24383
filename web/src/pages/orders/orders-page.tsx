// All orders of a profile: filter by state, search, and a page that grows on request; a table on a desk, cards on a phone.
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useOrders, useOverview } from '../../api/asks.ts'
import type { OrderCounts, ProfileView } from '../../api/types.ts'
import { Empty, Loading, usePageTitle } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { narrow } from '../../parts/narrow.ts'
import { profileName } from '../../parts/profile-name.ts'
import { useWords } from '../../text/words.ts'
import { OrderCards, OrderTable } from './order-rows.tsx'

const filters = {
  all: [],
  open: ['problem', 'unknown'],
  waiting: ['waiting', 'writing'],
  done: ['done'],
  skipped: ['skipped'],
  dismissed: ['dismissed'],
} as const

type Filter = keyof typeof filters
const filterNames = Object.keys(filters) as Filter[]

const countOf = (counts: OrderCounts, filter: Filter): number =>
  filter === 'all'
    ? Object.values(counts).reduce((sum, count) => sum + count, 0)
    : filters[filter].reduce((sum, state) => sum + counts[state], 0)

export function OrdersPage() {
  const { t } = useWords()
  const overview = useOverview()
  const [address, setAddress] = useSearchParams()
  usePageTitle(t('orders.title'))
  const profiles = overview.data?.profiles ?? []
  const asked = filterNames.find((name) => name === address.get('state')) ?? 'all'
  const profile = profiles.find(({ id }) => id === address.get('profile')) ?? mostWaiting(profiles)
  const set = (values: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(address)
    for (const [name, value] of Object.entries(values)) value === '' ? next.delete(name) : next.set(name, value)
    setAddress(next, { replace: true })
  }
  return (
    <>
      <h1>{t('orders.title')}</h1>
      <section className="sheet">
        <Filters
          profiles={profiles}
          profile={profile ?? null}
          filter={asked}
          text={address.get('text') ?? ''}
          onSet={set}
        />
        <Failure error={overview.error} />
        {profile === undefined ? (
          <NoOrders loading={overview.data === undefined} />
        ) : (
          <Found
            profile={profile.id}
            filter={asked}
            text={address.get('text') ?? ''}
            onClear={() => set({ state: '', text: '' })}
          />
        )}
      </section>
    </>
  )
}

/** Where the list is opened without saying of which profile: the one that asks for a person. */
const mostWaiting = (profiles: readonly ProfileView[]): ProfileView | undefined =>
  profiles.toSorted((a, b) => b.counts.problem + b.counts.unknown - (a.counts.problem + a.counts.unknown))[0]

type FiltersProps = {
  readonly profiles: readonly ProfileView[]
  readonly profile: ProfileView | null
  readonly filter: Filter
  readonly text: string
  readonly onSet: (values: Readonly<Record<string, string>>) => void
}

function Filters({ profiles, profile, filter, text, onSet }: FiltersProps) {
  const { t, language } = useWords()
  const [typed, setTyped] = useState(text)
  const search = useDebouncedCallback((value: string) => onSet({ text: value }), 300)
  const isNarrow = useMediaQuery(narrow)
  const label = (name: Filter): string => {
    const words = name === 'all' || name === 'open' ? t(`orders.${name}`) : t(`state.${name}`)
    return profile === null ? words : `${words} (${countOf(profile.counts, name)})`
  }
  const choices = filterNames.map((name) => ({ value: name, label: label(name) }))
  return (
    <div className="filters">
      {profiles.length > 1 ? (
        <NativeSelect
          label={t('orders.profile')}
          data={profiles.map((one) => ({ value: one.id, label: profileName(one, language) }))}
          value={profile?.id ?? ''}
          onChange={({ currentTarget }) => onSet({ profile: currentTarget.value })}
        />
      ) : null}
      <TextInput
        type="search"
        className="filter-text"
        label={t('orders.search')}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          search(currentTarget.value)
        }}
      />
      {isNarrow === true ? (
        <NativeSelect
          label={t('orders.stateFilter')}
          data={choices}
          value={filter}
          onChange={({ currentTarget }) => onSet({ state: currentTarget.value })}
        />
      ) : (
        <SegmentedControl
          aria-label={t('orders.stateFilter')}
          data={choices}
          value={filter}
          onChange={(value) => onSet({ state: value })}
        />
      )}
    </div>
  )
}

type FoundProps = {
  readonly profile: string
  readonly filter: Filter
  readonly text: string
  readonly onClear: () => void
}

function Found({ profile, filter, text, onClear }: FoundProps) {
  const { t } = useWords()
  const isNarrow = useMediaQuery(narrow)
  const orders = useOrders({ profile, states: filters[filter], text })
  const entries = (orders.data?.pages ?? []).flatMap((page) => page.entries)
  if (orders.error !== null) return <Failure error={orders.error} again={() => void orders.refetch()} />
  if (orders.data === undefined) return <Loading rows={8} />
  if (entries.length === 0 && (filter !== 'all' || text !== '')) {
    return (
      <Empty title={t('orders.noneFound')}>
        <p>{t('orders.noneFoundHint')}</p>
        <Button variant="default" onClick={onClear}>
          {t('orders.clearFilter')}
        </Button>
      </Empty>
    )
  }
  if (entries.length === 0) return <NoOrders loading={false} />
  return (
    <>
      {isNarrow === true ? (
        <OrderCards profile={profile} orders={entries} />
      ) : (
        <OrderTable profile={profile} orders={entries} />
      )}
      {orders.hasNextPage ? (
        <div className="more line-above">
          <Button variant="default" loading={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function NoOrders({ loading }: { readonly loading: boolean }) {
  const { t } = useWords()
  if (loading) return <Loading rows={8} />
  return (
    <Empty title={t('orders.none')}>
      <p>{t('orders.noneHint')}</p>
    </Empty>
  )
}
