// Saying that orders need not be made, and why: the reason is kept with them.
import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { OrderRow } from '../api/types.ts'
import { useWords } from '../text/words.ts'
import { Failure } from './failure.tsx'
import { useDismiss } from './order-actions.ts'

type Props = { readonly profile: string; readonly orders: readonly OrderRow[]; readonly onClose: () => void }

export function DismissDialog({ profile, orders, onClose }: Props) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const dismiss = useDismiss(profile)
  const missing = reason.trim() === ''
  const close = () => {
    setReason('')
    setAsked(false)
    dismiss.reset()
    onClose()
  }
  const send = () => {
    setAsked(true)
    if (!missing) dismiss.mutate({ ids: orders.map(({ id }) => id), reason: reason.trim() }, { onSuccess: close })
  }
  return (
    <Modal
      opened={orders.length > 0}
      onClose={close}
      title={t('attention.dismissTitle', { count: orders.length, number: orders[0]?.number ?? '' })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className="flush">{t('attention.dismissHint')}</p>
      <Textarea
        mt="md"
        label={t('attention.reason')}
        description={t('attention.reasonHint')}
        error={asked && missing ? t('attention.reasonMissing') : false}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        data-autofocus
        autosize
        minRows={2}
      />
      <Failure error={dismiss.error} />
      <div className="buttons dialog-buttons">
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button loading={dismiss.isPending} onClick={send}>
          {t('attention.dismiss')}
        </Button>
      </div>
    </Modal>
  )
}
