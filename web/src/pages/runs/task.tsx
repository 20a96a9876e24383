// One task of one profile: when, how it went last, run now.
import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useDo } from '../../api/asks.ts'
import { useMayChange } from '../../api/session.tsx'
import type { ProfileView, TaskPlan, TaskRun } from '../../api/types.ts'
import { LinkButton } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { profileName } from '../../parts/profile-name.ts'
import { OutcomeMark } from '../../parts/tone.tsx'
import { useWords } from '../../text/words.ts'

const PreviewDialog = lazy(async () => ({ default: (await import('./preview-dialog.tsx')).PreviewDialog }))

export type TaskView = ProfileView['tasks'][number]
type Props = { readonly profile: ProfileView; readonly task: TaskView; readonly several: boolean }

export function Task({ profile, task: plan, several }: Props) {
  const { t, language } = useWords()
  const mayChange = useMayChange()
  const [previewing, setPreviewing] = useState(false)
  const run = useDo((call) => call('POST', `/profiles/${profile.id}/run`, { task: plan.task }), ['overview'], {
    waitsItsTurn: true,
  })
  const stop = useDo((call) => call('POST', `/profiles/${profile.id}/stop`), ['overview'])
  const ready = profile.missing.length === 0
  const running = profile.status.state === 'running'
  return (
    <li className="task">
      <div className="task-name">
        {several ? <span className="dim small">{profileName(profile, language)}</span> : null}
        <h3>{t(`tasks.${plan.task}`)}</h3>
        {plan.task === 'exportStock' ? <p className="flush small dim">{t('tasks.exportStockHint')}</p> : null}
      </div>
      <When profile={profile} plan={plan} />
      <Last run={plan.last} />
      {mayChange ? (
        <div className="buttons task-buttons">
          {running && isRunning(profile, plan) ? (
            <Button
              size="sm"
              variant="default"
              onClick={() => stop.mutate()}
              disabled={stop.isPending || stop.isSuccess}
            >
              {t('tasks.stop')}
            </Button>
          ) : (
            <Button size="sm" disabled={!ready || running} loading={run.isPending} onClick={() => run.mutate()}>
              {t('tasks.runNow')}
            </Button>
          )}
          {plan.task === 'importOrders' ? (
            <Button size="sm" variant="default" disabled={!ready || running} onClick={() => setPreviewing(true)}>
              {t('tasks.preview')}
            </Button>
          ) : null}
          {plan.task === 'exportStock' ? (
            <LinkButton size="sm" variant="default" to={`/stock?profile=${profile.id}`}>
              {t('stock.title')}
            </LinkButton>
          ) : null}
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

/** Which task it is that goes on; what is none (orders decided anew) is shown with the first. */
function isRunning({ tasks }: ProfileView, { task }: TaskView): boolean {
  const known = tasks.find(({ last }) => last?.outcome === 'running')
  return (known ?? tasks[0])?.task === task
}

function When({ profile, plan }: { readonly profile: ProfileView; readonly plan: TaskPlan }) {
  const { t, soon } = useWords()
  return (
    <dl className="task-facts">
      <dt>{t('tasks.interval')}</dt>
      <dd>
        <Link to={`/settings/${profile.id}/planning`}>{t(`interval.${plan.interval}`)}</Link>
      </dd>
      <dt>{t('tasks.next')}</dt>
      <dd>{plan.nextAt === null || plan.interval === 'off' ? t('tasks.nextNone') : soon(plan.nextAt)}</dd>
    </dl>
  )
}

function Last({ run }: { readonly run: TaskRun | null }) {
  const { t, soon, say } = useWords()
  if (run === null) return <p className="task-last dim flush">{t('tasks.lastNone')}</p>
  const withProblems = run.counts.problem + run.counts.unknown
  const { stockWritten: stock, articlesWritten: articles } = run.counts
  return (
    <div className="task-last">
      <p className="flush task-last-head">
        <span className="dim">{t('tasks.last')}</span> {soon(run.startedAt)} <OutcomeMark outcome={run.outcome} />
      </p>
      <p className="flush small">
        {run.failure === null
          ? [
              articles === undefined
                ? t('tasks.counts', { done: run.counts.done, skipped: run.counts.skipped })
                : t('tasks.articlesWritten', { count: articles }),
              ...(stock === undefined ? [] : [t('tasks.stockWritten', { count: stock })]),
              ...(withProblems > 0 ? [t('tasks.withProblems', { count: withProblems })] : []),
            ].join(', ')
          : say(run.failure.text)}
      </p>
      {run.failure === null ? null : <p className="flush small dim">{say(run.failure.todo)}</p>}
    </div>
  )
}
