// The first password; with it the owner is logged in at once.
import '../../look/library-form.css'
import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useDo } from '../../api/asks.ts'
import { useSession } from '../../api/session.tsx'
import { Failure } from '../../parts/failure.tsx'
import { passwordMinimum } from '../../parts/password-minimum.ts'
import { useWords } from '../../text/words.ts'

export function PasswordStep({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords()
  const { refresh } = useSession()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const set = useDo((call, given: string) => call('POST', '/setup', { password: given }))
  const short = password !== '' && password.length < passwordMinimum
  const differs = again !== '' && again !== password
  const ready = password.length >= passwordMinimum && again === password
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        set.mutate(password, {
          onSuccess: async () => {
            await refresh()
            onDone()
          },
        })
      }}
    >
      <p className="flush">{t('start.passwordIntro')}</p>
      <PasswordInput
        label={t('start.passwordOnce')}
        description={t('general.passwordHint')}
        autoComplete="new-password"
        error={short && t('general.passwordShort')}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      <PasswordInput
        label={t('start.passwordTwice')}
        autoComplete="new-password"
        error={differs && t('general.passwordDiffers')}
        value={again}
        onChange={({ currentTarget }) => setAgain(currentTarget.value)}
      />
      <Failure error={set.error} />
      <div className="buttons">
        <Button type="submit" disabled={!ready} loading={set.isPending}>
          {t('common.next')}
        </Button>
      </div>
    </form>
  )
}
