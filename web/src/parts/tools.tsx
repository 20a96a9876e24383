// Language, colours and the person's own menu, at the right of the top.
import { ActionIcon, Button, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useState } from 'react'
import { useDo } from '../api/asks.ts'
import { useSession } from '../api/session.tsx'
import { useWords } from '../text/words.ts'
import { useChooseLanguage } from './choose-language.ts'
import { Icon } from './icon.tsx'
import { PasswordDialog } from './later.tsx'

export function LanguageSwitch() {
  const { language } = useWords()
  const choose = useChooseLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  const label = other === 'en' ? 'English' : 'Nederlands'
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      lang={other}
      aria-label={`${other.toUpperCase()}, ${label}`}
      onClick={() => choose(other)}
    >
      {other.toUpperCase()}
    </Button>
  )
}

export function SchemeSwitch() {
  const { t } = useWords()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const other = scheme === 'dark' ? 'light' : 'dark'
  return (
    <ActionIcon
      variant="subtle"
      size="md"
      aria-label={t(other === 'dark' ? 'app.toDark' : 'app.toLight')}
      onClick={() => setColorScheme(other)}
    >
      <Icon name={other === 'dark' ? 'moon' : 'sun'} size={18} />
    </ActionIcon>
  )
}

export function Tools() {
  const { t } = useWords()
  const { session, refresh } = useSession()
  const [changing, setChanging] = useState(false)
  const logOut = useDo((call) => call('DELETE', '/session'))
  return (
    <div className="top-tools">
      <LanguageSwitch />
      <SchemeSwitch />
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" size="md" aria-label={t('app.account', { name: session.user?.name ?? '' })}>
            <Icon name="person" size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{session.user?.name}</Menu.Label>
          <Menu.Item onClick={() => setChanging(true)}>{t('app.changePassword')}</Menu.Item>
          <Menu.Item onClick={() => logOut.mutate(undefined, { onSuccess: refresh })}>{t('app.logOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </div>
  )
}
