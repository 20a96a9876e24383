// One order: what is the matter and what can be done, the shop and SnelStart side by side, why this customer, every step.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useDo, useOrder } from '../../api/asks.ts'
import { CallFailed } from '../../api/call.ts'
import { useMayChange } from '../../api/session.tsx'
import type { OrderDetail, OrderRow, ProblemView } from '../../api/types.ts'
import { LinkButton, Loading, usePageTitle } from '../../parts/bits.tsx'
import { CompareTable } from '../../parts/compare-table.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Icon } from '../../parts/icon.tsx'
import { DismissDialog } from '../../parts/later.tsx'
import { useRetry } from '../../parts/order-actions.ts'
import { shortCause } from '../../parts/short-cause.ts'
import { Note, StateMark } from '../../parts/tone.tsx'
import { HowDocument, WhyCustomer } from '../../parts/why-customer.tsx'
import { useWords } from '../../text/words.ts'
import { NotFound } from '../not-found.tsx'
import { Credits } from './credits.tsx'
import { EffectTable, OrderEvents } from './order-steps.tsx'
import { RawData } from './raw-data.tsx'
import { WhoseOrder } from './whose-order.tsx'

export function OrderPage() {
  const { profile = '', id = '' } = useParams()
  const order = useOrder(profile, id)
  if (order.error instanceof CallFailed && order.error.status === 404) return <NotFound />
  if (order.error !== null) return <Failure error={order.error} again={() => void order.refetch()} />
  if (order.data === undefined) return <Loading rows={8} />
  return <Filled profile={profile} detail={order.data} />
}

function Filled({ profile, detail }: { readonly profile: string; readonly detail: OrderDetail }) {
  const { t, amount, moment } = useWords()
  const { entry } = detail
  usePageTitle(t('order.title', { number: entry.number }))
  return (
    <>
      <div>
        <Link to={`/orders?profile=${profile}`} className="back">
          <Icon name="left" size={14} /> {t('order.toOrders')}
        </Link>
        <div className="page-head">
          <h1>{t('order.title', { number: entry.number })}</h1>
          <StateMark state={entry.state} />
        </div>
        <p className="flush">
          {entry.customer} · <span className="figures-inline">{amount(entry.amount.value, entry.amount.currency)}</span>
          {entry.remoteNumber === null
            ? ''
            : ` · ${t(detail.salesEntry === null ? 'order.salesOrder' : 'order.salesEntry', { number: entry.remoteNumber })}`}
        </p>
        <p className="flush small dim">
          {entry.placedAt === null ? '' : `${t('order.placed', { at: moment(entry.placedAt) })} · `}
          {t('order.received', { at: moment(entry.receivedAt) })}
        </p>
        <Credits profile={profile} credits={detail.credits} />
      </div>
      <Said profile={profile} detail={detail} />
      <section className="sheet" aria-labelledby="compare">
        <div className="sheet-head">
          <h2 id="compare">{t('order.compare')}</h2>
        </div>
        <CompareTable order={detail} made={entry.state === 'done'} />
      </section>
      <section className="sheet" aria-labelledby="why">
        <div className="sheet-head">
          <h2 id="why">{t('order.why')}</h2>
        </div>
        <div className="sheet-body">
          <WhyCustomer customer={detail.customer} />
          <WhoseOrder profile={profile} detail={detail} />
          <HowDocument steps={detail.steps} />
        </div>
      </section>
      <section className="sheet" aria-labelledby="steps">
        <div className="sheet-head">
          <h2 id="steps">{t('order.steps')}</h2>
        </div>
        <EffectTable effects={detail.effects} />
      </section>
      {detail.log.length === 0 ? null : <OrderEvents lines={detail.log} />}
      <RawData profile={profile} id={entry.id} />
    </>
  )
}

function Said({ profile, detail: { entry } }: { readonly profile: string; readonly detail: OrderDetail }) {
  const { t } = useWords()
  const mayChange = useMayChange()
  return (
    <>
      {entry.problem === null ? null : <ProblemNote order={entry} said={entry.problem} />}
      {entry.warnings.map((warning) => (
        <ProblemNote key={warning.code} order={entry} said={warning} />
      ))}
      {entry.dismissedBecause === null ? null : (
        <Note tone="quiet">
          <p>{t('order.dismissedBecause', { reason: entry.dismissedBecause })}</p>
        </Note>
      )}
      {entry.changedSince ? (
        <Note tone="attention">
          <p>{t('orders.changedSince')}</p>
        </Note>
      ) : null}
      {mayChange ? <Actions profile={profile} order={entry} /> : null}
    </>
  )
}

function ProblemNote({ order, said }: { readonly order: OrderRow; readonly said: ProblemView }) {
  const { say, amount } = useWords()
  const waits = order.state === 'problem' || order.state === 'unknown'
  return (
    <Note tone={waits || said.level === 'warning' ? 'attention' : 'quiet'}>
      <p>
        <strong>{shortCause(say(said.text), order, amount(order.amount.value, order.amount.currency))}</strong>
      </p>
      <p>{say(said.todo)}</p>
    </Note>
  )
}

function Actions({ profile, order }: { readonly profile: string; readonly order: OrderRow }) {
  const { t } = useWords()
  const [dismissing, setDismissing] = useState<readonly OrderRow[]>([])
  const retry = useRetry(profile)
  const decide = useDo(
    (call) => call('POST', `/profiles/${profile}/orders/decide`, { ids: [order.id] }),
    ['orders', 'overview'],
  )
  const { state, problem } = order
  if (state === 'done' || state === 'writing') return null
  const setting = problem?.setting ?? null
  return (
    <div>
      <div className="buttons">
        {setting === null ? null : (
          <LinkButton to={`/settings/${profile}?field=${encodeURIComponent(setting)}`}>
            {t('attention.toSetting')}
          </LinkButton>
        )}
        <Button
          variant={setting === null ? 'filled' : 'default'}
          loading={retry.isPending}
          onClick={() => retry.mutate([order.id])}
        >
          {t(state === 'unknown' ? 'attention.lookUp' : 'attention.retry')}
        </Button>
        {state === 'problem' || state === 'waiting' ? (
          <Button variant="default" loading={decide.isPending} onClick={() => decide.mutate()}>
            {t('order.decide')}
          </Button>
        ) : null}
        {state === 'dismissed' ? null : (
          <Button variant="default" onClick={() => setDismissing([order])}>
            {t('attention.dismiss')}
          </Button>
        )}
      </div>
      <Failure error={retry.error ?? decide.error} />
      <DismissDialog profile={profile} orders={dismissing} onClose={() => setDismissing([])} />
    </div>
  )
}
