// How orders are taken over: from when, and what S-Connect cannot choose by itself. What is chosen from a list of the
// administration has no safe default, everything else has; so that is what is asked, by no setting's name.
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useLists, useRefreshLists, useSettings } from '../../api/settings.ts'
import type { ProfileView, SettingField } from '../../api/types.ts'
import { Loading } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { useWords } from '../../text/words.ts'
import { StepForm, useStepForm } from './step-form.tsx'

type Props = { readonly profile: ProfileView; readonly onNext: () => void; readonly onBack: (() => void) | null }

const parts = ['general.', 'sales.', 'articles.', 'bookkeeping.', 'customers.']
const sides = ['accounting.', 'shop.']

const asked = (field: SettingField): boolean =>
  !sides.some((side) => field.key.startsWith(side)) &&
  (field.required || field.kind === 'instant' || field.optionsFrom !== null || (field.choices?.length ?? 0) > 4)

export function WritingStep({ profile, onNext, onBack }: Props) {
  const { t } = useWords()
  const settings = useSettings(profile.id)
  const lists = useLists(profile.id)
  const refresh = useRefreshLists(profile.id)
  const fields = (settings.data?.tabs ?? [])
    .flatMap((tab) => tab.fields)
    .filter(asked)
    .toSorted(
      (a, b) => parts.findIndex((part) => a.key.startsWith(part)) - parts.findIndex((part) => b.key.startsWith(part)),
    )
  const form = useStepForm(profile.id, fields)
  const { mutate, isIdle } = refresh
  const neverRead = lists.data?.refreshedAt === null
  useEffect(() => {
    if (neverRead && isIdle) mutate()
  }, [neverRead, isIdle, mutate])
  if (settings.data === undefined) return <Loading rows={6} />
  return (
    <>
      <p className="flush start-intro">{t('start.writingIntro')}</p>
      <div className="form">
        <Failure error={refresh.error} again={() => mutate()} />
        <StepForm profile={profile.id} fields={fields} form={form} lists={lists.data ?? null} />
        <div className="buttons">
          {onBack === null ? null : (
            <Button variant="default" onClick={onBack}>
              {t('common.back')}
            </Button>
          )}
          <Button disabled={!form.isComplete} loading={form.isSaving} onClick={() => form.save(onNext)}>
            {t('common.next')}
          </Button>
        </div>
        {form.isComplete ? null : <p className="flush small dim">{t('start.missingHint')}</p>}
      </div>
    </>
  )
}
