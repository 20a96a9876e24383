// An address that leads nowhere.
import { Empty, LinkButton, usePageTitle } from '../parts/bits.tsx'
import { useWords } from '../text/words.ts'

export function NotFound() {
  const { t } = useWords()
  usePageTitle(t('app.notFound'))
  return (
    <section className="sheet">
      <h1 className="unseen">{t('app.notFound')}</h1>
      <Empty title={t('app.notFound')}>
        <p>{t('app.notFoundHint')}</p>
        <LinkButton to="/">{t('app.toRuns')}</LinkButton>
      </Empty>
    </section>
  )
}
