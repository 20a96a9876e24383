// Which profile is being set up: a list at the left (PROF-3), a menu on a phone; and removing one.
import { Button, NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useDo } from '../../api/asks.ts'
import { useMayChange } from '../../api/session.tsx'
import type { ProfileView, Text } from '../../api/types.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { narrow } from '../../parts/narrow.ts'
import { profileName } from '../../parts/profile-name.ts'
import { useWords } from '../../text/words.ts'

type Props = { readonly profiles: readonly ProfileView[]; readonly profile: ProfileView }

export function ProfileChoice({ profiles, profile }: Props) {
  const { t } = useWords()
  const mayChange = useMayChange()
  const isNarrow = useMediaQuery(narrow)
  const [removing, setRemoving] = useState(false)
  return (
    <div className="profile-choice">
      {isNarrow === true ? (
        <ProfileMenu profiles={profiles} profile={profile} />
      ) : (
        <ProfileList profiles={profiles} profile={profile} />
      )}
      {mayChange ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setRemoving(true)}>
          {t('settings.removeProfile')}
        </Button>
      ) : null}
      <RemoveProfile profile={profile} open={removing} onClose={() => setRemoving(false)} />
    </div>
  )
}

function ProfileList({ profiles, profile }: Props) {
  const { t, language } = useWords()
  return (
    <nav className="side-menu profile-list" aria-label={t('settings.profiles')}>
      <span className="field-label">{t('settings.profiles')}</span>
      {profiles.map((one) => (
        <Link key={one.id} to={`/settings/${one.id}`} aria-current={one.id === profile.id ? 'page' : undefined}>
          {profileName(one, language)}
        </Link>
      ))}
    </nav>
  )
}

function ProfileMenu({ profiles, profile }: Props) {
  const { t, language } = useWords()
  const navigate = useNavigate()
  return (
    <NativeSelect
      label={t('settings.profile')}
      value={profile.id}
      data={profiles.map((one) => ({ value: one.id, label: profileName(one, language) }))}
      onChange={({ currentTarget }) => navigate(`/settings/${currentTarget.value}`)}
    />
  )
}

type RemoveProps = { readonly profile: ProfileView; readonly open: boolean; readonly onClose: () => void }

function RemoveProfile({ profile, open, onClose }: RemoveProps) {
  const { t, say, language } = useWords()
  const navigate = useNavigate()
  const remove = useDo(
    (call) => call<{ leftInShop: Text | null }>('DELETE', `/profiles/${profile.id}`),
    ['overview', 'orders', 'chart'],
  )
  const send = () =>
    remove.mutate(undefined, {
      onSuccess: ({ leftInShop }) => {
        onClose()
        if (leftInShop !== null) {
          const closeButtonProps = { 'aria-label': t('common.close') }
          notifications.show({ message: say(leftInShop), autoClose: false, withCloseButton: true, closeButtonProps })
        }
        void navigate('/settings')
      },
    })
  return (
    <Confirm
      open={open}
      title={t('settings.removeProfileTitle', { name: profileName(profile, language) })}
      hint={t('settings.removeProfileHint')}
      yes={t('settings.removeProfileYes')}
      busy={remove.isPending}
      error={remove.error}
      onNo={onClose}
      onYes={send}
    />
  )
}
