// Changing one's own password.
import '../look/library-form.css'
import { Button, Modal, PasswordInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useDo } from '../api/asks.ts'
import { useWords } from '../text/words.ts'
import { Failure } from './failure.tsx'
import { passwordMinimum } from './password-minimum.ts'

const nothing = { old: '', new: '', again: '' }

export function PasswordDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useWords()
  const [given, setGiven] = useState(nothing)
  const change = useDo((call, passwords: { old: string; new: string }) => call('POST', '/password', passwords))
  const short = given.new !== '' && given.new.length < passwordMinimum
  const differs = given.again !== '' && given.again !== given.new
  const ready = given.old !== '' && given.new.length >= passwordMinimum && given.again === given.new
  const close = () => {
    setGiven(nothing)
    change.reset()
    onClose()
  }
  const save = () =>
    change.mutate(
      { old: given.old, new: given.new },
      {
        onSuccess: () => {
          close()
          notifications.show({ message: t('general.passwordChanged') })
        },
      },
    )
  const field = (name: keyof typeof nothing, label: string, error: string | false, complete: string) => (
    <PasswordInput
      label={label}
      error={error}
      mb="sm"
      autoComplete={complete}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
    />
  )
  return (
    <Modal
      opened={open}
      onClose={close}
      title={t('app.changePassword')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {field('old', t('general.passwordOld'), false, 'current-password')}
        {field('new', t('general.passwordNew'), short && t('general.passwordShort'), 'new-password')}
        {field('again', t('general.passwordAgain'), differs && t('general.passwordDiffers'), 'new-password')}
        <Failure error={change.error} />
        <div className="buttons dialog-buttons">
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!ready} loading={change.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
