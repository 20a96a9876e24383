// The tasks of every profile, and under them what is going on at this moment.
import type { ProfileView } from '../../api/types.ts'
import { Empty, LinkButton } from '../../parts/bits.tsx'
import { useWords } from '../../text/words.ts'
import { StatusLine } from './status-line.tsx'
import { Task } from './task.tsx'

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
        {profiles.flatMap((profile) =>
          profile.tasks.map((task) => (
            <Task key={`${profile.id} ${task.task}`} profile={profile} task={task} several={profiles.length > 1} />
          )),
        )}
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
