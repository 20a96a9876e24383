// 'Planning' (PLAN-1): the interval and the next time, saved together.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useDo } from '../../api/asks.ts'
import { useMayChange } from '../../api/session.tsx'
import { type Interval, intervals, type ProfileView } from '../../api/types.ts'
import { Failure } from '../../parts/failure.tsx'
import { fromLocal, toLocal } from '../../parts/form/local-time.ts'
import { useWords } from '../../text/words.ts'
import { UnsavedGuard } from './unsaved-guard.tsx'

export function PlanningTab({ profile }: { readonly profile: ProfileView }) {
  const { t } = useWords()
  const mayChange = useMayChange()
  const plan = profile.tasks[0]
  const [interval, setInterval] = useState<Interval | null>(null)
  const [nextAt, setNextAt] = useState<string | null>(null)
  const save = useDo(
    (call, given: { interval: Interval; nextAt: string | null }) =>
      call('PUT', `/profiles/${profile.id}/plan`, { task: plan?.task ?? 'importOrders', ...given }),
    ['overview'],
  )
  const shownInterval = interval ?? plan?.interval ?? 'off'
  const shownNext = nextAt ?? toLocal(plan?.nextAt ?? null)
  const isChanged = interval !== null || nextAt !== null
  const send = () =>
    save.mutate(
      { interval: shownInterval, nextAt: fromLocal(shownNext) },
      {
        onSuccess: () => {
          setInterval(null)
          setNextAt(null)
          notifications.show({ message: t('common.saved') })
        },
      },
    )
  return (
    <section className="sheet" aria-labelledby="planning">
      <div className="sheet-head">
        <h2 id="planning">{t('settings.planning')}</h2>
      </div>
      <div className="sheet-body">
        <div className="form">
          <p className="flush dim">{t('settings.planningHint')}</p>
          <NativeSelect
            label={`${t('tasks.importOrders')}: ${t('tasks.interval').toLowerCase()}`}
            disabled={!mayChange}
            value={shownInterval}
            data={intervals.map((value) => ({ value, label: t(`interval.${value}`) }))}
            onChange={({ currentTarget }) => setInterval(intervals.find((one) => one === currentTarget.value) ?? 'off')}
          />
          {shownInterval === 'off' ? null : (
            <TextInput
              type="datetime-local"
              label={t('settings.nextAt')}
              description={t('settings.nextAtHint')}
              disabled={!mayChange}
              value={shownNext}
              onChange={({ currentTarget }) => setNextAt(currentTarget.value)}
            />
          )}
          <Failure error={save.error} />
          {mayChange ? (
            <div className="buttons">
              <Button disabled={!isChanged} loading={save.isPending} onClick={send}>
                {t('common.save')}
              </Button>
            </div>
          ) : null}
        </div>
      </div>
      <UnsavedGuard when={isChanged} within={`/settings/${profile.id}/planning`} />
    </section>
  )
}
