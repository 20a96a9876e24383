// The one sentence that is always there: is everything in SnelStart? Green only when the service says so.
import { Link } from 'react-router'
import { useOverview } from '../api/asks.ts'
import type { Headline } from '../api/types.ts'
import { useWords, type Words } from '../text/words.ts'
import { Icon } from './icon.tsx'
import type { Tone } from './tone.tsx'

const tones: Readonly<Record<Headline['kind'], Tone>> = {
  well: 'well',
  attention: 'attention',
  failed: 'failed',
  planOff: 'attention',
  empty: 'quiet',
}

function sentence({ kind, upTo, upToNumber }: Headline, { t, moment }: Words): string {
  if (kind === 'empty') return t('headline.empty')
  if (upTo === null) {
    return t(kind === 'well' ? 'headline.wellEmpty' : `headline.${kind}Empty`)
  }
  return t(`headline.${kind}`, { upTo: moment(upTo), number: upToNumber ?? '' })
}

export function HeadlineBand() {
  const words = useWords()
  const { data } = useOverview()
  const headline = data?.headline
  const tone = headline === undefined ? 'quiet' : tones[headline.kind]
  return (
    <section className={`band tone-${tone}`} aria-label={words.t('headline.label')}>
      <div className="band-inner">
        <span className="band-sentence" role="status" aria-live="polite">
          <Icon name={tone} size={18} />
          {headline === undefined ? words.t('app.loading') : sentence(headline, words)}
        </span>
        {headline === undefined ? null : <Ways headline={headline} words={words} />}
      </div>
    </section>
  )
}

/** Every number opens the list behind it; every state the place where it is mended. */
function Ways({ headline, words: { t } }: { readonly headline: Headline; readonly words: Words }) {
  if (headline.attention > 0)
    return <Link to="/orders?state=open">{t('headline.attentionCount', { count: headline.attention })}</Link>
  if (headline.waiting > 0)
    return <Link to="/orders?state=waiting">{t('headline.waiting', { count: headline.waiting })}</Link>
  if (headline.kind === 'failed') return <Link to="/log">{t('headline.toLog')}</Link>
  if (headline.kind === 'planOff') return <Link to="/settings?go=planning">{t('headline.toPlan')}</Link>
  return null
}
