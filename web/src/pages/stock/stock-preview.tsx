// What the next export would write, before anything is written.
import { Modal } from '@mantine/core'
import { useAsk } from '../../api/asks.ts'
import { isBusy } from '../../api/call.ts'
import type { StockPlanView } from '../../api/types.ts'
import { Loading } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { useWords } from '../../text/words.ts'
import { StockRows } from './stock-rows.tsx'

const shown = 100

export function StockPreview({ profile, onClose }: { readonly profile: string; readonly onClose: () => void }) {
  const { t } = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('stock.previewTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className="flush dim">{t('stock.previewHint')}</p>
      <Plan profile={profile} />
    </Modal>
  )
}

function Plan({ profile }: { readonly profile: string }) {
  const { t } = useWords()
  const found = useAsk<StockPlanView>('preview', `/profiles/${profile}/stock/preview?limit=${shown}`)
  if (found.error !== null && !isBusy(found.error))
    return <Failure error={found.error} again={() => void found.refetch()} />
  if (found.data === undefined) {
    return (
      <>
        <p className="dim">{t('stock.previewReading')}</p>
        <Loading rows={4} />
      </>
    )
  }
  const { changes, total, heldBack } = found.data
  return (
    <>
      <p role="status">
        {total === 0 ? t('stock.previewNone') : t('stock.previewCount', { count: total })}
        {heldBack > 0 ? ` ${t('stock.heldBack', { count: heldBack })}` : ''}
      </p>
      {total === 0 ? null : <StockRows rows={changes.map((one, place) => ({ ...one, key: `${one.code} ${place}` }))} />}
      {total > changes.length ? (
        <p className="dim">{t('stock.previewMore', { count: total - changes.length })}</p>
      ) : null}
    </>
  )
}
