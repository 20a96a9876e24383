// 'Waarom deze klant?': each step that was tried with its answer, and who came close but is somebody else. And, in the same
// form, how the rest of the document was chosen.
import type { OrderView } from '../api/types.ts'
import { useWords } from '../text/words.ts'
import { Icon } from './icon.tsx'

type Steps = OrderView['steps']

export function WhyCustomer({ customer }: { readonly customer: OrderView['customer'] }) {
  const { t, say } = useWords()
  const { planned, how, nearMisses } = customer
  if (how.length === 0) return <p className="dim flush">{t('order.whyNone')}</p>
  return (
    <>
      {planned === null ? null : (
        <p className="flush">
          <strong>
            {planned.action === 'use'
              ? t('order.used', { name: planned.name, code: planned.code })
              : t('order.created', { name: planned.fields.name })}
          </strong>
        </p>
      )}
      <StepList steps={how} />
      {nearMisses.length === 0 ? null : (
        <>
          <p className="flush">
            <strong>{t('order.nearMisses')}</strong>
          </p>
          <ul className="near">
            {nearMisses.map((miss) => (
              <li key={miss.code}>
                <span className="compare-code">{miss.code}</span>
                {miss.name}: {say(miss.why)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

export function HowDocument({ steps }: { readonly steps: Steps }) {
  const { t } = useWords()
  if (steps.length === 0) return null
  return (
    <>
      <h3 className="how-head">{t('order.how')}</h3>
      <StepList steps={steps} />
    </>
  )
}

function StepList({ steps }: { readonly steps: Steps }) {
  const { t, say } = useWords()
  return (
    <ol className="how">
      {steps.map(({ key, text, decided }) => (
        <li key={key + text.nl} className={decided ? 'how-decided' : undefined}>
          <Icon name={decided ? 'well' : 'skipped'} />
          <span>
            {say(text)} <span className="dim small">({t(decided ? 'order.decided' : 'order.tried')})</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
