// 'Voorbeeld' (BEY-2): what the next import would write, per order, before anything is written.
import { Modal } from '@mantine/core'
import { PreviewList } from '../../parts/preview-list.tsx'
import { useWords } from '../../text/words.ts'

export function PreviewDialog({ profile, onClose }: { readonly profile: string; readonly onClose: () => void }) {
  const { t } = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('preview.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className="flush dim">{t('preview.hint')}</p>
      <PreviewList profile={profile} />
    </Modal>
  )
}
