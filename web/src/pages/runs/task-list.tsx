// The tasks of every profile: when, how it went last, run now; and under them what is going on at this moment.
import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useDo } from '../../api/asks.ts'
import { useMayChange } from '../../api/session.tsx'
import type { ProfileView, TaskPlan, TaskRun } from '../../api/types.ts'
import { Empty, LinkButton } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { profileName } from '../../parts/profile-name.ts'
import { OutcomeMark } from '../../parts/tone.tsx'
import { useWords } from '../../text/words.ts'
import { StatusLine } from './status-line.tsx'

const PreviewDialog = lazy(async () => ({ default: (await import('./preview-dialog.tsx')).PreviewDialog }))

type Props = { readonly profiles: readonly ProfileView[]; readonly empty: boolean }

export function TaskList({ profiles, empty }: Props) {
  const { t } = useWords()
  return (
    <section className="sheet" aria-labelledby="tasks">
      <div className="sheet-head">
        <h2 id="tasks">{t('tasks.title')}</h2>
      </div>
      {empty ? <NothingYet profiles={profiles} /> : null}
      <ul className="bare">
        {profiles.map((profile) => (
          <Task key={profile.id} profile={profile} several={profiles.length > 1} />
        ))}
      </ul>
      <StatusLine profiles={profiles} />
    </section>
  )
}

function NothingYet({ profiles }: Pick<Props, 'profiles'>) {
  const { t, soon } = useWords()
  const unfinished = profiles.some(({ missing }) => missing.length > 0)
  const next = profiles.flatMap(({ tasks }) => tasks.flatMap(({ nextAt }) => nextAt ?? []))[0]
  if (unfinished) {
    return (
      <Empty title={t('empty.unfinishedTitle')}>
        <p>{t('empty.unfinished')}</p>
        <LinkButton to="/start">{t('empty.resume')}</LinkButton>
      </Empty>
    )
  }
  return (
    <Empty title={t('empty.runsTitle')}>
      <p>{next === undefined ? t('empty.runsUnplanned') : t('empty.runsPlanned', { time: soon(next) })}</p>
    </Empty>
  )
}

function Task({ profile, several }: { readonly profile: ProfileView; readonly several: boolean }) {
  const { t, language } = useWords()
  const mayChange = useMayChange()
  const [previewing, setPreviewing] = useState(false)
  const run = useDo((call) => call('POST', `/profiles/${profile.id}/run`, { task: 'importOrders' }), ['overview'], {
    waitsItsTurn: true,
  })
  const stop = useDo((call) => call('POST', `/profiles/${profile.id}/stop`), ['overview'])
  const running = profile.status.state === 'running'
  const ready = profile.missing.length === 0
  const plan = profile.tasks.find(({ task }) => task === 'importOrders')
  return (
    <li className="task">
      <div className="task-name">
        {several ? <span className="dim small">{profileName(profile, language)}</span> : null}
        <h3>{t('tasks.importOrders')}</h3>
      </div>
      <When profile={profile} plan={plan ?? null} />
      <Last run={plan?.last ?? null} />
      {mayChange ? (
        <div className="buttons task-buttons">
          {running ? (
            <Button
              size="sm"
              variant="default"
              onClick={() => stop.mutate()}
              disabled={stop.isPending || stop.isSuccess}
            >
              {t('tasks.stop')}
            </Button>
          ) : (
            <Button size="sm" disabled={!ready} loading={run.isPending} onClick={() => run.mutate()}>
              {t('tasks.runNow')}
            </Button>
          )}
          <Button size="sm" variant="default" disabled={!ready || running} onClick={() => setPreviewing(true)}>
            {t('tasks.preview')}
          </Button>
        </div>
      ) : null}
      {ready ? null : (
        <p className="task-whole small flush">
          {t('tasks.notReady')}. <Link to="/start">{t('empty.resume')}</Link>
        </p>
      )}
      <div className="task-whole">
        <Failure error={run.error ?? stop.error} />
      </div>
      <Suspense fallback={null}>
        {previewing ? <PreviewDialog profile={profile.id} onClose={() => setPreviewing(false)} /> : null}
      </Suspense>
    </li>
  )
}

function When({ profile, plan }: { readonly profile: ProfileView; readonly plan: TaskPlan | null }) {
  const { t, soon } = useWords()
  return (
    <dl className="task-facts">
      <dt>{t('tasks.interval')}</dt>
      <dd>
        <Link to={`/settings/${profile.id}/planning`}>{t(`interval.${plan?.interval ?? 'off'}`)}</Link>
      </dd>
      <dt>{t('tasks.next')}</dt>
      <dd>
        {plan === null || plan.nextAt === null || plan.interval === 'off' ? t('tasks.nextNone') : soon(plan.nextAt)}
      </dd>
    </dl>
  )
}

function Last({ run }: { readonly run: TaskRun | null }) {
  const { t, soon, say } = useWords()
  if (run === null) return <p className="task-last dim flush">{t('tasks.lastNone')}</p>
  const withProblems = run.counts.problem + run.counts.unknown
  return (
    <div className="task-last">
      <p className="flush task-last-head">
        <span className="dim">{t('tasks.last')}</span> {soon(run.startedAt)} <OutcomeMark outcome={run.outcome} />
      </p>
      <p className="flush small">
        {run.failure === null
          ? [
              t('tasks.counts', { done: run.counts.done, skipped: run.counts.skipped }),
              ...(withProblems > 0 ? [t('tasks.withProblems', { count: withProblems })] : []),
            ].join(', ')
          : say(run.failure.text)}
      </p>
      {run.failure === null ? null : <p className="flush small dim">{say(run.failure.todo)}</p>}
    </div>
  )
}
