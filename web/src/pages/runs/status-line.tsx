// One line that says what is going on (USE-2): 'Gereed', or the step with count, rate and time left.
import { Progress as Bar } from '@mantine/core'
import type { ProfileView, Progress } from '../../api/types.ts'
import { profileName } from '../../parts/profile-name.ts'
import { useWords, type Words } from '../../text/words.ts'

const phases = ['settle', 'mirror', 'read', 'write', 'stock'] as const

function timeLeft(seconds: number, { t }: Words): string {
  if (seconds < 60) return t('status.seconds', { count: Math.max(1, Math.round(seconds)) })
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) return t('status.minutes', { count: minutes })
  return t('status.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

function tell(status: Progress, words: Words): string {
  const { t, time } = words
  const phase = phases.find((name) => name === status.phase)
  const parts = [t(phase === undefined ? 'status.busy' : `status.${phase}`)]
  if (status.total !== null && status.total > 0) parts.push(t('status.of', { done: status.done, total: status.total }))
  else if (status.done > 0) parts.push(t('status.soFar', { done: status.done }))
  if (status.perMinute !== null && status.perMinute > 0)
    parts.push(t('status.perMinute', { rate: Math.round(status.perMinute) }))
  if (status.secondsLeft !== null) parts.push(t('status.left', { time: timeLeft(status.secondsLeft, words) }))
  if (status.limiterWaitingUntil !== null) parts.push(t('status.limiter', { time: time(status.limiterWaitingUntil) }))
  return parts.join(' · ')
}

export function StatusLine({ profiles }: { readonly profiles: readonly ProfileView[] }) {
  const words = useWords()
  const { t, language } = words
  const running = profiles.filter(({ status }) => status.state === 'running')
  return (
    <div className="status-line line-above">
      <span className="dim">{t('status.label')}</span>
      <div className="status-text" role="status" aria-live="polite">
        {running.length === 0 ? t('status.ready') : null}
        {running.map((profile) => (
          <div key={profile.id}>
            <span className="figures-inline">
              {profiles.length > 1 ? `${profileName(profile, language)}: ` : ''}
              {tell(profile.status, words)}
            </span>
            <Bar
              mt={6}
              size="sm"
              value={profile.status.total ? (100 * profile.status.done) / profile.status.total : 0}
              aria-label={tell(profile.status, words)}
            />
          </div>
        ))}
      </div>
      {running.length === 0 ? null : <span className="dim small">{t('status.leave')}</span>}
    </div>
  )
}
