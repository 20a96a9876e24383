// Stands at the bottom while something is changed and not saved yet.
import { Button } from '@mantine/core'
import { Failure } from '../../parts/failure.tsx'
import { useWords } from '../../text/words.ts'

type Props = {
  readonly open: boolean
  /** Fields that cannot be saved as they are. */
  readonly wrong: number
  readonly busy: boolean
  readonly error: Error | null
  readonly onSave: () => void
  readonly onUndo: () => void
}

export function SaveBar({ open, wrong, busy, error, onSave, onUndo }: Props) {
  const { t } = useWords()
  if (!open) return null
  return (
    <section className="save-bar" aria-label={t('common.save')}>
      <Failure error={error} />
      <div className="save-line">
        <span role="status">{wrong > 0 ? t('settings.notSaved', { count: wrong }) : t('settings.unsaved')}</span>
        <span className="push">
          <Button variant="default" onClick={onUndo}>
            {t('settings.undo')}
          </Button>
          <Button disabled={wrong > 0} loading={busy} onClick={onSave}>
            {t('common.save')}
          </Button>
        </span>
      </div>
    </section>
  )
}
