// A question before something that cannot be taken back.
import { Button, Modal } from '@mantine/core'
import { useWords } from '../text/words.ts'
import { Failure } from './failure.tsx'

type Question = {
  readonly open: boolean
  readonly title: string
  readonly hint: string
  readonly yes: string
  readonly busy?: boolean
  readonly error?: Error | null
  readonly onYes: () => void
  readonly onNo: () => void
}

export function Confirm({ open, title, hint, yes, busy = false, error = null, onYes, onNo }: Question) {
  const { t } = useWords()
  return (
    <Modal opened={open} onClose={onNo} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <p className="flush">{hint}</p>
      <Failure error={error} />
      <div className="buttons dialog-buttons">
        <Button variant="default" onClick={onNo} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color="red" loading={busy} onClick={onYes}>
          {yes}
        </Button>
      </div>
    </Modal>
  )
}
