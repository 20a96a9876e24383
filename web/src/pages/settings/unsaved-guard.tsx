// Leaving with changes that are not saved: asked inside the page, and by the browser where the page itself is closed.
import { Button, Modal } from '@mantine/core'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { useWords } from '../../text/words.ts'

/** `within`: addresses that begin so keep the changes. */
export function UnsavedGuard({ when, within }: { readonly when: boolean; readonly within: string }) {
  const { t } = useWords()
  const blocker = useBlocker(({ nextLocation }) => when && !nextLocation.pathname.startsWith(within))
  useEffect(() => {
    if (!when) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [when])
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('settings.unsavedTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className="flush">{t('settings.unsavedHint')}</p>
      <div className="buttons dialog-buttons">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('settings.unsavedLeave')}
        </Button>
        <Button onClick={() => blocker.reset?.()} data-autofocus>
          {t('settings.unsavedStay')}
        </Button>
      </div>
    </Modal>
  )
}
