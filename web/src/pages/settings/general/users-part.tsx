// Who may log in: the owner does everything, a bookkeeper only looks.
import { Button, Modal, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAsk, useDo } from '../../../api/asks.ts'
import { useSession } from '../../../api/session.tsx'
import type { Role, UserView } from '../../../api/types.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { Failure } from '../../../parts/failure.tsx'
import { passwordMinimum } from '../../../parts/password-minimum.ts'
import { useWords } from '../../../text/words.ts'
import { Part } from './part.tsx'

export function UsersPart() {
  const { t, day } = useWords()
  const { session } = useSession()
  const users = useAsk<{ readonly users: readonly UserView[] }>('users', '/users')
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<UserView | null>(null)
  const remove = useDo((call, id: string) => call('DELETE', `/users/${id}`), ['users'])
  return (
    <Part title={t('general.users')}>
      <p className="flush dim">{t('general.usersHint')}</p>
      <Failure error={users.error} />
      <ul className="bare users">
        {(users.data?.users ?? []).map((user) => (
          <li key={user.id}>
            <strong>{user.name}</strong>
            <span>{t(`general.${user.role}`)}</span>
            <span className="dim small">
              {t('general.userSince')} {day(user.createdAt)}
            </span>
            {user.id === session.user?.id ? null : (
              <Button
                variant="subtle"
                size="xs"
                aria-label={t('general.removeUser', { name: user.name })}
                onClick={() => setRemoving(user)}
              >
                {t('common.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('general.addUser')}
        </Button>
      </div>
      {adding ? <AddUser onClose={() => setAdding(false)} /> : null}
      <Confirm
        open={removing !== null}
        title={t('general.removeUserTitle', { name: removing?.name ?? '' })}
        hint={t('general.removeUserHint')}
        yes={t('common.remove')}
        busy={remove.isPending}
        error={remove.error}
        onNo={() => setRemoving(null)}
        onYes={() => remove.mutate(removing?.id ?? '', { onSuccess: () => setRemoving(null) })}
      />
    </Part>
  )
}

function AddUser({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const [given, setGiven] = useState<{ name: string; password: string; role: Role }>({
    name: '',
    password: '',
    role: 'bookkeeper',
  })
  const add = useDo((call, user: typeof given) => call('POST', '/users', user), ['users'])
  const short = given.password !== '' && given.password.length < passwordMinimum
  const ready = given.name.trim() !== '' && given.password.length >= passwordMinimum
  return (
    <Modal opened onClose={onClose} title={t('general.addUser')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate(given, { onSuccess: onClose })
        }}
      >
        <TextInput
          label={t('general.userName')}
          autoComplete="off"
          data-autofocus
          value={given.name}
          onChange={({ currentTarget }) => setGiven({ ...given, name: currentTarget.value })}
        />
        <NativeSelect
          label={t('general.userRole')}
          value={given.role}
          data={[
            { value: 'bookkeeper', label: t('general.bookkeeper') },
            { value: 'owner', label: t('general.owner') },
          ]}
          onChange={({ currentTarget }) =>
            setGiven({ ...given, role: currentTarget.value === 'owner' ? 'owner' : 'bookkeeper' })
          }
        />
        <PasswordInput
          label={t('login.password')}
          description={t('general.passwordHint')}
          autoComplete="new-password"
          error={short && t('general.passwordShort')}
          value={given.password}
          onChange={({ currentTarget }) => setGiven({ ...given, password: currentTarget.value })}
        />
        <Failure error={add.error} />
        <div className="buttons dialog-buttons">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!ready} loading={add.isPending}>
            {t('common.add')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
