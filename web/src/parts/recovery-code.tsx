// The recovery code, shown once: it leads back to every stored key and password.
import { Button, Modal } from '@mantine/core'
import { useWords } from '../text/words.ts'

export function RecoveryCode({ code, onKept }: { readonly code: string | null; readonly onKept: () => void }) {
  const { t } = useWords()
  return (
    <Modal
      opened={code !== null}
      onClose={() => {}}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('key.shownTitle')}
    >
      <p className="flush">{t('key.shownHint')}</p>
      <code className="command recovery">{code}</code>
      <div className="buttons dialog-buttons">
        <Button onClick={onKept}>{t('key.kept')}</Button>
      </div>
    </Modal>
  )
}
