// Orders that wait for a person, each with its cause and its next step; actions for one or for many.
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useOrders } from '../../api/asks.ts'
import { useMayChange } from '../../api/session.tsx'
import type { OrderRow, ProfileView } from '../../api/types.ts'
import { Loading } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { DismissDialog } from '../../parts/later.tsx'
import { useRetry } from '../../parts/order-actions.ts'
import { profileName } from '../../parts/profile-name.ts'
import { useWords } from '../../text/words.ts'
import { AttentionItem } from './attention-item.tsx'

const mostShown = 20

type Props = { readonly profile: ProfileView; readonly several: boolean }

export function AttentionList({ profile, several }: Props) {
  const { t, language } = useWords()
  const mayChange = useMayChange()
  const orders = useOrders({ profile: profile.id, states: ['problem', 'unknown'], text: '' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [dismissing, setDismissing] = useState<readonly OrderRow[]>([])
  const entries = (orders.data?.pages ?? []).flatMap((page) => page.entries)
  const shown = entries.slice(0, mostShown)
  const picked = shown.filter(({ id }) => chosen.has(id))
  const more = profile.counts.problem + profile.counts.unknown - shown.length
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const toggleAll = () => setChosen(new Set(picked.length === shown.length ? [] : shown.map(({ id }) => id)))
  return (
    <section className="sheet" aria-labelledby={`attention-${profile.id}`}>
      <div className="sheet-head">
        <h2 id={`attention-${profile.id}`}>
          {t('attention.title')}
          {several ? ` · ${profileName(profile, language)}` : ''}
        </h2>
        {mayChange && shown.length > 1 ? (
          <Checkbox
            size="xs"
            label={t('attention.selectAll')}
            checked={picked.length === shown.length}
            indeterminate={picked.length > 0 && picked.length < shown.length}
            onChange={toggleAll}
          />
        ) : null}
      </div>
      {picked.length > 0 ? (
        <ForMany picked={picked} profile={profile.id} onDismiss={() => setDismissing(picked)} />
      ) : null}
      <Failure error={orders.error} />
      {orders.data === undefined ? <Loading rows={3} height={64} /> : null}
      <ul className="bare">
        {shown.map((order) => (
          <AttentionItem
            key={order.id}
            profile={profile.id}
            order={order}
            chosen={chosen.has(order.id)}
            onChoose={() => toggle(order.id)}
            onDismiss={() => setDismissing([order])}
          />
        ))}
      </ul>
      {orders.data !== undefined && more > 0 ? (
        <p className="attention-more line-above">
          <Link to={`/orders?profile=${profile.id}&state=open`}>{t('attention.more', { count: more })}</Link>
        </p>
      ) : null}
      <DismissDialog profile={profile.id} orders={dismissing} onClose={() => setDismissing([])} />
    </section>
  )
}

type ForManyProps = { readonly picked: readonly OrderRow[]; readonly profile: string; readonly onDismiss: () => void }

function ForMany({ picked, profile, onDismiss }: ForManyProps) {
  const { t } = useWords()
  const retry = useRetry(profile)
  return (
    <fieldset className="bare-fieldset for-many">
      <legend className="unseen">{t('attention.selected', { count: picked.length })}</legend>
      <span>{t('attention.selected', { count: picked.length })}</span>
      <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate(picked.map(({ id }) => id))}>
        {t('attention.retry')}
      </Button>
      <Button size="xs" variant="default" onClick={onDismiss}>
        {t('attention.dismiss')}
      </Button>
    </fieldset>
  )
}
