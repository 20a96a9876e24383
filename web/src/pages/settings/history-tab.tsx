// What changed in the settings: who, when, old and new. Secrets only say that they changed.
import { useAsk } from '../../api/asks.ts'
import type { SettingsChange } from '../../api/types.ts'
import { Loading } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { useWords } from '../../text/words.ts'

type Change = SettingsChange['changes'][number]

export function HistoryTab({ profile }: { readonly profile: string }) {
  const { t, say, moment } = useWords()
  const history = useAsk<{ readonly history: readonly SettingsChange[] }>(
    'history',
    `/profiles/${profile}/settings/history`,
  )
  const savings = history.data?.history ?? []
  return (
    <section className="sheet" aria-labelledby="history">
      <div className="sheet-head">
        <h2 id="history">{t('settings.history')}</h2>
      </div>
      <div className="sheet-body">
        <Failure error={history.error} />
        {history.data === undefined && history.error === null ? <Loading rows={4} /> : null}
        {history.data !== undefined && savings.length === 0 ? (
          <p className="flush">{t('settings.historyNone')}</p>
        ) : null}
        <ol className="bare-list">
          {savings.map(({ at, by, changes }) => (
            <li key={`${at} ${changes[0]?.key ?? ''}`}>
              <h3>{t('settings.historyBy', { at: moment(at), by })}</h3>
              <ul className="bare">
                {changes.map((change) => (
                  <li key={change.key}>
                    <strong>{say(change.label)}</strong> <Told change={change} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

function Told({ change: { from, to } }: { readonly change: Change }) {
  const { t } = useWords()
  if (to === 'changed') return <>{t('settings.historyChanged')}</>
  const shown = (value: string | null): string => (value === null || value === '' ? t('settings.historyEmpty') : value)
  return (
    <span className="wrap-anywhere">
      {t('settings.historyFrom', { from: shown(from) })}, {t('settings.historyTo', { to: shown(to) })}
    </span>
  )
}
