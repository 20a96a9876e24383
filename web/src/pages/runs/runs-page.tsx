// 'Uitvoering' (USE-2): what needs the owner first, then the tasks, then how it goes over time.
import { useOverview } from '../../api/asks.ts'
import type { Overview } from '../../api/types.ts'
import { Empty, LinkButton, Loading, usePageTitle } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { useWords } from '../../text/words.ts'
import { AttentionList } from './attention-list.tsx'
import { TaskList } from './task-list.tsx'
import { Today } from './today.tsx'

export function RunsPage() {
  const { t } = useWords()
  const overview = useOverview()
  usePageTitle(t('app.runs'))
  return (
    <>
      <h1 className="unseen">{t('app.runs')}</h1>
      <Failure error={overview.error} />
      {overview.data === undefined ? <Places /> : <Filled overview={overview.data} />}
    </>
  )
}

function Filled({ overview: { profiles, headline } }: { readonly overview: Overview }) {
  const { t } = useWords()
  if (profiles.length === 0) {
    return (
      <section className="sheet">
        <Empty title={t('empty.noProfileTitle')}>
          <p>{t('empty.noProfile')}</p>
          <LinkButton to="/start">{t('empty.start')}</LinkButton>
        </Empty>
      </section>
    )
  }
  const waiting = profiles.filter(({ counts }) => counts.problem + counts.unknown > 0)
  return (
    <>
      {waiting.map((profile) => (
        <AttentionList key={profile.id} profile={profile} several={profiles.length > 1} />
      ))}
      <TaskList profiles={profiles} empty={headline.kind === 'empty'} />
      <Today profiles={profiles} />
    </>
  )
}

/** The sheets in the size that they will have. */
function Places() {
  return (
    <>
      <div className="sheet place-tall">
        <Loading rows={3} />
      </div>
      <div className="sheet">
        <Loading rows={2} />
      </div>
    </>
  )
}
