// The form of one step of the wizard: some fields of the settings, saved together, with what is not right said at its field.
import { useState } from 'react'
import { byKey, useChecked, useSaveSettings } from '../../api/settings.ts'
import type { FieldProblem, Lists, SettingField, SettingValues } from '../../api/types.ts'
import { Failure } from '../../parts/failure.tsx'
import { SettingForm } from '../../parts/form/setting-form.tsx'
import { isMissing, problemOf, shownFields } from '../../parts/form/values.ts'
import { RecoveryCode } from '../../parts/recovery-code.tsx'
import { useWords } from '../../text/words.ts'

const nothing: SettingValues = {}

export type StepFormState = ReturnType<typeof useStepForm>

/** `fields`: those of the step. `save` calls `then` when all is saved, at once where nothing was changed. */
export function useStepForm(profile: string, fields: readonly SettingField[]) {
  const words = useWords()
  const [changes, setChanges] = useState(nothing)
  const [refused, setRefused] = useState<readonly FieldProblem[]>([])
  const [code, setCode] = useState<string | null>(null)
  const checked = useChecked(profile, changes)
  const put = useSaveSettings(profile)
  const shown = shownFields(fields, changes)
  const problems = byKey([...refused, ...checked], words.language)
  const isRight = shown.every((field) => problemOf(field, changes, words) === null && !(field.key in problems))
  return {
    changes,
    problems,
    error: put.error,
    code,
    forgetCode: () => setCode(null),
    isChanged: Object.keys(changes).length > 0,
    isComplete: isRight && !shown.some((field) => isMissing(field, changes)),
    isSaving: put.isPending,
    change: (next: SettingValues) => {
      setChanges(next)
      setRefused([])
    },
    save: (then: () => void) => {
      if (Object.keys(changes).length === 0) return then()
      put.mutate(changes, {
        onSuccess: (answer) => {
          setCode(answer.recoveryCode)
          setRefused(answer.problems)
          if (answer.problems.length > 0) return
          setChanges(nothing)
          then()
        },
      })
    },
  }
}

type Props = {
  readonly profile: string
  readonly fields: readonly SettingField[]
  readonly form: StepFormState
  readonly lists: Lists | null
}

export function StepForm({ profile, fields, form, lists }: Props) {
  return (
    <>
      <SettingForm
        profile={profile}
        fields={fields}
        changes={form.changes}
        onChange={form.change}
        problems={form.problems}
        lists={lists}
        readOnly={false}
        goTo={null}
      />
      <Failure error={form.error} />
      <RecoveryCode code={form.code} onKept={form.forgetCode} />
    </>
  )
}
