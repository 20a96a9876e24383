// What S-Connect did for this order: every call that changes something, with its times, and the lines of the log.
import type { EffectView, LogLine } from '../../api/types.ts'
import { cellRole, rowRole, tableRole } from '../../parts/table-roles.ts'
import { Mark } from '../../parts/tone.tsx'
import { useWords, type Words } from '../../text/words.ts'

const looks = {
  intended: { tone: 'quiet', icon: 'waiting' },
  done: { tone: 'well', icon: 'well' },
  unknown: { tone: 'attention', icon: 'unknown' },
  absent: { tone: 'quiet', icon: 'skipped' },
} as const

const known = ['customer', 'customerUpdate', 'salesOrder', 'salesEntry', 'article', 'articleUpdate'] as const

/** 'article:ABC' as 'Artikel maken: ABC'; a step that the page does not know keeps its own name. */
function stepName(step: string, { t }: Words): string {
  const [kind = '', ...rest] = step.split(':')
  const name = known.find((one) => one === kind)
  return [name === undefined ? kind : t(`order.stepName.${name}`), ...(rest.length > 0 ? [rest.join(':')] : [])].join(
    ': ',
  )
}

export function EffectTable({ effects }: { readonly effects: readonly EffectView[] }) {
  const words = useWords()
  const { t, moment } = words
  if (effects.length === 0) return <p className="sheet-body dim flush">{t('order.stepsNone')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <section className="sideways" tabIndex={0} aria-label={t('app.table', { title: t('order.steps') })}>
      <table {...tableRole} className="grid-table stacks">
        <thead>
          <tr>
            <th scope="col">{t('order.step')}</th>
            <th scope="col">{t('order.began')}</th>
            <th scope="col">{t('order.ended')}</th>
            <th scope="col">{t('order.result')}</th>
            <th scope="col">{t('order.remoteId')}</th>
          </tr>
        </thead>
        <tbody>
          {effects.map((effect) => (
            <tr {...rowRole} key={effect.step}>
              <td {...cellRole}>
                <strong>{stepName(effect.step, words)}</strong>
              </td>
              <td {...cellRole} className="nowrap" data-side={t('order.began')}>
                {moment(effect.intendedAt)}
              </td>
              <td {...cellRole} className="nowrap" data-side={t('order.ended')}>
                {effect.settledAt === null ? '' : moment(effect.settledAt)}
              </td>
              <td {...cellRole} data-side={t('order.result')}>
                <Mark {...looks[effect.state]}>{t(`order.effect.${effect.state}`)}</Mark>
              </td>
              <td {...cellRole} className="small wrap-anywhere" data-side={t('order.remoteId')}>
                {effect.remoteId ?? ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function OrderEvents({ lines }: { readonly lines: readonly LogLine[] }) {
  const { t, say, moment } = useWords()
  return (
    <section className="sheet" aria-labelledby="events">
      <div className="sheet-head">
        <h2 id="events">{t('order.events')}</h2>
      </div>
      <ul className="bare">
        {lines.map((line) => (
          <li key={line.id} className="event">
            <span className="dim figures-inline">{moment(line.at)}</span>
            <span>{say(line.text)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
