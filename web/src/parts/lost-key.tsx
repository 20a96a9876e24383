// The key of the secrets is gone (design 6): everything else is kept; put the key back, or begin with a new one.
import { Button, Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useDo } from '../api/asks.ts'
import { useMayChange } from '../api/session.tsx'
import { useWords } from '../text/words.ts'
import { Failure } from './failure.tsx'
import { RecoveryCode } from './recovery-code.tsx'
import { Note } from './tone.tsx'

const stale = ['overview', 'settings']

/** `lost` false: it is back; then only the code of a new key is still to be kept. */
export function LostKey({ lost }: { readonly lost: boolean }) {
  const { t } = useWords()
  const mayChange = useMayChange()
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState('')
  const [made, setMade] = useState<string | null>(null)
  const restore = useDo((call, given: string) => call('POST', '/secrets/restore', { code: given }), stale)
  const renew = useDo((call) => call<{ recoveryCode: string }>('POST', '/secrets/renew', {}), stale)
  const close = () => setOpen(false)
  return (
    <>
      {lost ? (
        <Note tone="failed" live>
          <p>{t('key.lost')}</p>
          {mayChange ? (
            <Button size="xs" mt={8} variant="default" onClick={() => setOpen(true)}>
              {t('key.open')}
            </Button>
          ) : null}
        </Note>
      ) : null}
      <Modal
        opened={open}
        onClose={close}
        title={t('key.title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <p className="flush">{t('key.hint')}</p>
        <TextInput
          my="md"
          label={t('key.code')}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          data-autofocus
        />
        <Button
          disabled={code.trim() === ''}
          loading={restore.isPending}
          onClick={() =>
            restore.mutate(code, {
              onSuccess: () => {
                close()
                notifications.show({ message: t('key.restored') })
              },
            })
          }
        >
          {t('key.restore')}
        </Button>
        <p>{t('key.renewHint')}</p>
        <Button
          variant="default"
          loading={renew.isPending}
          onClick={() =>
            renew.mutate(undefined, {
              onSuccess: ({ recoveryCode }) => {
                close()
                setMade(recoveryCode)
              },
            })
          }
        >
          {t('key.renew')}
        </Button>
        <Failure error={restore.error ?? renew.error} />
      </Modal>
      <RecoveryCode code={made} onKept={() => setMade(null)} />
    </>
  )
}
