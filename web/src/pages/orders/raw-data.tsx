// What the shop sent, as it came; fetched only when somebody wants to see it.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAsk } from '../../api/asks.ts'
import { Failure } from '../../parts/failure.tsx'
import { useWords } from '../../text/words.ts'

export function RawData({ profile, id }: { readonly profile: string; readonly id: string }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const raw = useAsk<{ readonly raw: unknown }>('raw', `/profiles/${profile}/orders/${encodeURIComponent(id)}/raw`, {
    enabled: open,
  })
  return (
    <section>
      <Button variant="subtle" size="compact-md" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'order.hideRaw' : 'order.showRaw')}
      </Button>
      {open ? <Failure error={raw.error} /> : null}
      {open && raw.data !== undefined ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
        <section className="sideways" tabIndex={0} aria-label={t('order.raw')}>
          <pre className="raw">{JSON.stringify(raw.data.raw, null, 2)}</pre>
        </section>
      ) : null}
    </section>
  )
}
