// 'Planning' (PLAN-1): the interval and the next time of each task, each saved by itself.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useDo } from '../../api/asks.ts'
import { useMayChange } from '../../api/session.tsx'
import { type Interval, intervals, type ProfileView, type TaskPlan } from '../../api/types.ts'
import { Failure } from '../../parts/failure.tsx'
import { fromLocal, toLocal } from '../../parts/form/local-time.ts'
import { useWords } from '../../text/words.ts'
import { UnsavedGuard } from './unsaved-guard.tsx'

/** What was changed and not saved yet; null: as it is. */
type Draft = { readonly interval: Interval | null; readonly nextAt: string | null }
type Drafts = Readonly<Partial<Record<TaskPlan['task'], Draft>>>

const unchanged: Draft = { interval: null, nextAt: null }
const isChanged = ({ interval, nextAt }: Draft): boolean => interval !== null || nextAt !== null

export function PlanningTab({ profile }: { readonly profile: ProfileView }) {
  const { t } = useWords()
  const [drafts, setDrafts] = useState<Drafts>({})
  return (
    <section className="sheet" aria-labelledby="planning">
      <div className="sheet-head">
        <h2 id="planning">{t('settings.planning')}</h2>
      </div>
      <div className="sheet-body">
        <p className="flush dim">{t('settings.planningHint')}</p>
        {profile.tasks.map((plan) => (
          <PlanForm
            key={plan.task}
            profile={profile.id}
            plan={plan}
            draft={drafts[plan.task] ?? unchanged}
            onDraft={(draft) => setDrafts((others) => ({ ...others, [plan.task]: draft }))}
          />
        ))}
      </div>
      <UnsavedGuard when={Object.values(drafts).some(isChanged)} within={`/settings/${profile.id}/planning`} />
    </section>
  )
}

type FormProps = {
  readonly profile: string
  readonly plan: TaskPlan
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

function PlanForm({ profile, plan, draft, onDraft }: FormProps) {
  const { t } = useWords()
  const mayChange = useMayChange()
  const save = useDo(
    (call, given: { interval: Interval; nextAt: string | null }) =>
      call('PUT', `/profiles/${profile}/plan`, { task: plan.task, ...given }),
    ['overview'],
  )
  const shownInterval = draft.interval ?? plan.interval
  const shownNext = draft.nextAt ?? toLocal(plan.nextAt)
  const send = () =>
    save.mutate(
      { interval: shownInterval, nextAt: fromLocal(shownNext) },
      {
        onSuccess: () => {
          onDraft(unchanged)
          notifications.show({ message: t('common.saved') })
        },
      },
    )
  return (
    <fieldset className="form plan-form">
      <legend className="unseen">{t(`tasks.${plan.task}`)}</legend>
      <NativeSelect
        label={`${t(`tasks.${plan.task}`)}: ${t('tasks.interval').toLowerCase()}`}
        description={plan.task === 'exportStock' ? t('tasks.exportStockHint') : null}
        disabled={!mayChange}
        value={shownInterval}
        data={intervals.map((value) => ({ value, label: t(`interval.${value}`) }))}
        onChange={({ currentTarget }) =>
          onDraft({ ...draft, interval: intervals.find((one) => one === currentTarget.value) ?? 'off' })
        }
      />
      {shownInterval === 'off' ? null : (
        <TextInput
          type="datetime-local"
          label={t('settings.nextAt')}
          description={t('settings.nextAtHint')}
          disabled={!mayChange}
          value={shownNext}
          onChange={({ currentTarget }) => onDraft({ ...draft, nextAt: currentTarget.value })}
        />
      )}
      <Failure error={save.error} />
      {mayChange ? (
        <div className="buttons">
          <Button disabled={!isChanged(draft)} loading={save.isPending} onClick={send}>
            {t('common.save')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}
