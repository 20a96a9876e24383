// 'Verbinding testen' (SNEL-6, SHOP-9): every leg with what was tried, what came back in plain words, and what to do.
import type { Leg } from '../api/types.ts'
import { useWords } from '../text/words.ts'
import { Mark, Note } from './tone.tsx'

export function TestLegs({ legs }: { readonly legs: readonly Leg[] }) {
  const { t, say } = useWords()
  const well = legs.length > 0 && legs.every(({ ok }) => ok)
  return (
    <div>
      <Note tone={well ? 'well' : 'failed'} live>
        <p>
          <strong>{t(well ? 'settings.testWell' : 'settings.testFailed')}</strong>
        </p>
      </Note>
      <ul className="bare legs">
        {legs.map((leg) => (
          <li key={`${leg.of} ${leg.leg}`}>
            <p className="flush leg-head">
              <strong>{say(leg.title)}</strong>{' '}
              <Mark tone={leg.ok ? 'well' : 'failed'} icon={leg.ok ? 'well' : 'failed'}>
                {t(leg.ok ? 'settings.legWell' : 'settings.legFailed')}
              </Mark>
            </p>
            <dl className="facts small">
              <dt>{t('settings.tried')}</dt>
              <dd className="wrap-anywhere">{say(leg.tried)}</dd>
              <dt>{t('settings.cameBack')}</dt>
              <dd className="wrap-anywhere">{say(leg.cameBack)}</dd>
              {leg.todo === null ? null : (
                <>
                  <dt>{t('settings.todo')}</dt>
                  <dd>
                    <strong>{say(leg.todo)}</strong>
                  </dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ul>
    </div>
  )
}
