// The last changes, newest first; more on request.
import { Button } from '@mantine/core'
import { useStockChanges } from '../../api/asks.ts'
import { Empty, Loading } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { useWords } from '../../text/words.ts'
import { StockRows } from './stock-rows.tsx'

type Props = { readonly profile: string; readonly text: string }

export function StockChanges(props: Props) {
  const { t } = useWords()
  return (
    <section className="sheet" aria-labelledby="stock-changes">
      <div className="sheet-head">
        <h2 id="stock-changes">{t('stock.changes')}</h2>
      </div>
      <Found {...props} />
    </section>
  )
}

function Found({ profile, text }: Props) {
  const { t } = useWords()
  const found = useStockChanges(profile, text)
  if (found.error !== null) return <Failure error={found.error} again={() => void found.refetch()} />
  if (found.data === undefined) return <Loading rows={6} />
  const rows = found.data.pages.flatMap(({ changes }) => changes).map((one) => ({ ...one, key: String(one.id) }))
  if (rows.length === 0) {
    return (
      <Empty title={text === '' ? t('stock.none') : t('stock.noneFound')}>
        <p>{text === '' ? t('stock.noneHint') : t('stock.noneFoundHint')}</p>
      </Empty>
    )
  }
  return (
    <>
      <StockRows rows={rows} />
      {found.hasNextPage ? (
        <div className="more line-above">
          <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
