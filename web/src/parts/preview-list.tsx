// Orders as they would be written: one line each, and behind it the same comparison as on the order's own page.
import '../look/library-form.css'
import { Accordion } from '@mantine/core'
import { useAsk } from '../api/asks.ts'
import { isBusy } from '../api/call.ts'
import type { OrderView } from '../api/types.ts'
import { useWords, type Words } from '../text/words.ts'
import { Loading } from './bits.tsx'
import { CompareTable } from './compare-table.tsx'
import { Failure } from './failure.tsx'
import { shortCause } from './short-cause.ts'
import { Mark } from './tone.tsx'
import { WhyCustomer } from './why-customer.tsx'

/** What the words around it are, when nothing is found. */
type Props = { readonly profile: string; readonly none?: string; readonly limit?: number }

export function PreviewList({ profile, none, limit = 10 }: Props) {
  const words = useWords()
  const { t } = words
  const preview = useAsk<{ readonly orders: readonly OrderView[] }>(
    'preview',
    `/profiles/${profile}/preview?limit=${limit}`,
  )
  if (preview.error !== null && !isBusy(preview.error))
    return <Failure error={preview.error} again={() => void preview.refetch()} />
  if (preview.data === undefined) {
    return (
      <>
        <p className="dim">{t('start.previewReading')}</p>
        <Loading rows={4} />
      </>
    )
  }
  const { orders } = preview.data
  if (orders.length === 0) return <p>{none ?? t('preview.none')}</p>
  return (
    <>
      <p role="status">{t('start.previewCount', { count: orders.length })}</p>
      <Accordion variant="separated" order={3}>
        {orders.map((order) => (
          <Accordion.Item key={order.entry.id} value={order.entry.id}>
            <Accordion.Control>
              <Line order={order} words={words} />
            </Accordion.Control>
            <Accordion.Panel>
              <Behind order={order} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </>
  )
}

const fates = { plan: 'make', problem: 'stop', unreadable: 'stop', undecided: 'stop', skip: 'skip' } as const
const looks = {
  make: { tone: 'well', icon: 'well' },
  stop: { tone: 'attention', icon: 'attention' },
  skip: { tone: 'quiet', icon: 'skipped' },
} as const

function Line({ order: { entry, customer, outcome }, words }: { readonly order: OrderView; readonly words: Words }) {
  const { t, amount } = words
  const fate = fates[outcome.kind]
  return (
    <span className="preview-line">
      <strong>{entry.number}</strong>
      <span>
        {entry.customer}
        {customer.planned?.action === 'create' ? ` (${t('preview.newCustomer')})` : ''}
      </span>
      <span className="figures">{amount(entry.amount.value, entry.amount.currency)}</span>
      <Mark {...looks[fate]}>{t(`preview.${fate}`)}</Mark>
    </span>
  )
}

function Behind({ order }: { readonly order: OrderView }) {
  const { t, say, amount } = useWords()
  const { entry, customer, outcome } = order
  const said = outcome.problem
  return (
    <>
      {said === null ? null : (
        <p>
          {shortCause(say(said.text), entry, amount(entry.amount.value, entry.amount.currency))} {say(said.todo)}
        </p>
      )}
      <CompareTable order={order} made={false} />
      <h4>{t('order.why')}</h4>
      <WhyCustomer customer={customer} />
    </>
  )
}
