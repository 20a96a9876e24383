// Log-in. A session that ended leads here too, and back to the page that was asked for.
import '../look/library-form.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useDo } from '../api/asks.ts'
import { useSession } from '../api/session.tsx'
import { usePageTitle } from '../parts/bits.tsx'
import { Failure } from '../parts/failure.tsx'
import { LanguageSwitch, SchemeSwitch } from '../parts/tools.tsx'
import { useWords } from '../text/words.ts'

export function LoginPage() {
  const { t } = useWords()
  const { refresh } = useSession()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  usePageTitle(t('login.title'))
  const enter = useDo((call, given: { name: string; password: string }) => call('POST', '/session', given))
  return (
    <main className="page login">
      <div className="page-head">
        <img src="/icon.svg" width={32} height={32} alt="" />
        <h1>S-Connect</h1>
        <span className="push">
          <LanguageSwitch />
          <SchemeSwitch />
        </span>
      </div>
      <form
        className="sheet login-form"
        onSubmit={(event) => {
          event.preventDefault()
          enter.mutate({ name, password }, { onSuccess: refresh })
        }}
      >
        <h2>{t('login.title')}</h2>
        <TextInput
          label={t('login.name')}
          autoComplete="username"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <PasswordInput
          label={t('login.password')}
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <Failure error={enter.error} />
        <Button type="submit" loading={enter.isPending} disabled={name === '' || password === ''}>
          {t('login.enter')}
        </Button>
      </form>
      <p className="dim small flush">
        {t('login.forgot')} <code>s-connect password</code>
      </p>
    </main>
  )
}
