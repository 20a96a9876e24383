// The last step: see what would be written, and switch the plan on.
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useDo } from '../../api/asks.ts'
import { type Interval, intervals, type ProfileView } from '../../api/types.ts'
import { Failure } from '../../parts/failure.tsx'
import { PreviewList } from '../../parts/preview-list.tsx'
import { useWords } from '../../text/words.ts'

type Props = { readonly profile: ProfileView; readonly onDone: () => void; readonly onBack: (() => void) | null }

export function PlanStep({ profile, onDone, onBack }: Props) {
  const { t } = useWords()
  const [interval, setInterval] = useState<Interval>('15m')
  const plan = useDo(
    (call, chosen: Interval) =>
      call('PUT', `/profiles/${profile.id}/plan`, { task: 'importOrders', interval: chosen, nextAt: null }),
    ['overview'],
  )
  return (
    <>
      <p className="flush start-intro">{t('start.planIntro')}</p>
      <PreviewList profile={profile.id} none={t('start.previewNone')} />
      <div className="form start-plan">
        <NativeSelect
          label={t('tasks.interval')}
          description={t('start.finishHint', { interval: t(`interval.${interval}`) })}
          value={interval}
          data={intervals.filter((value) => value !== 'off').map((value) => ({ value, label: t(`interval.${value}`) }))}
          onChange={({ currentTarget }) => setInterval(intervals.find((one) => one === currentTarget.value) ?? '15m')}
        />
        <Failure error={plan.error} />
        <div className="buttons">
          {onBack === null ? null : (
            <Button variant="default" onClick={onBack}>
              {t('common.back')}
            </Button>
          )}
          <Button loading={plan.isPending} onClick={() => plan.mutate(interval, { onSuccess: onDone })}>
            {t('start.finish')}
          </Button>
        </div>
      </div>
    </>
  )
}
