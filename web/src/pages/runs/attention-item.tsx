// One order that waits: who, how much, what is the matter, and what can be done about it right here.
import { Button, Checkbox } from '@mantine/core'
import { Link } from 'react-router'
import { useMayChange } from '../../api/session.tsx'
import type { OrderRow } from '../../api/types.ts'
import { LinkButton } from '../../parts/bits.tsx'
import { useRetry } from '../../parts/order-actions.ts'
import { shortCause } from '../../parts/short-cause.ts'
import { StateMark } from '../../parts/tone.tsx'
import { useWords } from '../../text/words.ts'

type Props = {
  readonly profile: string
  readonly order: OrderRow
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly onDismiss: () => void
}

export function AttentionItem({ profile, order, chosen, onChoose, onDismiss }: Props) {
  const { t, say, amount } = useWords()
  const mayChange = useMayChange()
  const { id, number, customer, problem, state } = order
  return (
    <li className="attention-item">
      <span className="attention-pick">
        {mayChange ? (
          <Checkbox size="sm" aria-label={t('attention.select', { number })} checked={chosen} onChange={onChoose} />
        ) : null}
      </span>
      <div className="attention-order">
        <Link
          to={`/orders/${profile}/${encodeURIComponent(id)}`}
          aria-label={t('attention.open', { number, customer })}
        >
          {number}
        </Link>
        <span className="attention-customer">{customer}</span>
        <span className="figures">{amount(order.amount.value, order.amount.currency)}</span>
        {state === 'unknown' ? <StateMark state={state} /> : null}
      </div>
      {problem === null ? null : (
        <div className="attention-why">
          <p>{shortCause(say(problem.text), order, amount(order.amount.value, order.amount.currency))}</p>
          <p className="dim">{say(problem.todo)}</p>
        </div>
      )}
      {mayChange ? <Actions profile={profile} order={order} onDismiss={onDismiss} /> : null}
    </li>
  )
}

/** What choosing the customer solves. */
const customerUnclear: ReadonlySet<string> = new Set([
  ...['customer.ambiguous', 'customer.chosenGone', 'customer.codeMissing', 'customer.codeUnusable'],
  ...['customer.codeInactive', 'customer.emailMissing', 'customer.nameMissing', 'customer.defaultCodeUnknown'],
])

/** The likeliest way out stands first and is the filled button. */
function Actions({ profile, order, onDismiss }: Pick<Props, 'profile' | 'order' | 'onDismiss'>) {
  const { t } = useWords()
  const retry = useRetry(profile)
  const setting = order.problem?.setting ?? null
  const whose = order.problem !== null && customerUnclear.has(order.problem.code)
  return (
    <div className="attention-actions">
      {whose ? (
        <LinkButton size="xs" to={`/orders/${profile}/${encodeURIComponent(order.id)}?customer`}>
          {t('customer.open')}
        </LinkButton>
      ) : null}
      {setting === null ? null : (
        <LinkButton size="xs" to={`/settings/${profile}?field=${encodeURIComponent(setting)}`}>
          {t('attention.toSetting')}
        </LinkButton>
      )}
      <Button
        size="xs"
        variant={setting === null && !whose ? 'filled' : 'default'}
        loading={retry.isPending}
        onClick={() => retry.mutate([order.id])}
      >
        {t(order.state === 'unknown' ? 'attention.lookUp' : 'attention.retry')}
      </Button>
      <Button size="xs" variant="default" onClick={onDismiss}>
        {t('attention.dismiss')}
      </Button>
    </div>
  )
}
