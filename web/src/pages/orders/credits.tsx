// An order that gives money back and the order it refers to, each with a link to the other.
import { Link } from 'react-router'
import type { LinkedOrder, OrderDetail } from '../../api/types.ts'
import { StateMark } from '../../parts/tone.tsx'
import { useWords } from '../../text/words.ts'

type Given = { readonly profile: string; readonly credits: OrderDetail['credits'] }

/** Nothing where the order is no credit and has none. */
export function Credits({ profile, credits: { of, by } }: Given) {
  const { t } = useWords()
  return (
    <>
      {of === null ? null : (
        <p className="flush">
          {t('order.creditOf')} <LinkTo profile={profile} order={of} />
        </p>
      )}
      {by.map((credit) => (
        <p className="flush" key={credit.id}>
          {t('order.creditedBy')} <LinkTo profile={profile} order={credit} /> <StateMark state={credit.state} />
        </p>
      ))}
    </>
  )
}

const LinkTo = ({ profile, order }: { readonly profile: string; readonly order: LinkedOrder }) => (
  <Link to={`/orders/${profile}/${encodeURIComponent(order.id)}`}>{order.number}</Link>
)
