// 'Informatie' (USE-3): the log with its filters. The list itself is in log-list.tsx.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { type LogAsk, logQuery, useDo, useLog, useOverview } from '../../api/asks.ts'
import { query } from '../../api/call.ts'
import { useMayChange } from '../../api/session.tsx'
import { Empty, Loading, usePageTitle } from '../../parts/bits.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { Failure } from '../../parts/failure.tsx'
import { useWords } from '../../text/words.ts'
import { LogFilters } from './log-filters.tsx'
import { LogList } from './log-list.tsx'

const everything: LogAsk = { profile: null, order: '', text: '', level: 'normal', from: null, to: null }

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function LogPage() {
  const { t, language } = useWords()
  const [ask, setAsk] = useState(everything)
  const [clearing, setClearing] = useState(false)
  const mayChange = useMayChange()
  const overview = useOverview()
  const log = useLog(ask)
  const clear = useDo((call) => call('DELETE', `/log${query({ profile: ask.profile })}`), ['log'])
  usePageTitle(t('log.title'))
  const entries = (log.data?.pages ?? []).flatMap((page) => page.entries)
  const filtered = Object.entries(ask).some(([name, value]) => name !== 'level' && value !== null && value !== '')
  const exportTo = `/api/log/export.xlsx${query({ ...logQuery(ask), language, zone })}`
  return (
    <>
      <div className="page-head">
        <h1>{t('log.title')}</h1>
        <span className="dim small">{t('log.keptFor')}</span>
        <span className="push">
          <Button variant="default" component="a" href={exportTo} download>
            {t('log.export')}
          </Button>
          {mayChange ? (
            <Button variant="default" onClick={() => setClearing(true)}>
              {t('log.clear')}
            </Button>
          ) : null}
        </span>
      </div>
      <section className="sheet">
        <LogFilters ask={ask} profiles={overview.data?.profiles ?? []} onAsk={setAsk} />
        <Failure error={log.error} again={() => void log.refetch()} />
        {log.data === undefined && log.error === null ? <Loading rows={10} height={24} /> : null}
        {log.data !== undefined && entries.length === 0 ? (
          <Empty title={t(filtered ? 'log.noneFound' : 'log.none')}>
            <p>{t(filtered ? 'log.noneFoundHint' : 'log.noneHint')}</p>
          </Empty>
        ) : null}
        {entries.length === 0 ? null : (
          <LogList
            entries={entries}
            level={ask.level}
            onLevel={(level) => setAsk({ ...ask, level })}
            onEnd={() => {
              if (log.hasNextPage && !log.isFetchingNextPage) void log.fetchNextPage()
            }}
          />
        )}
      </section>
      <Confirm
        open={clearing}
        title={t('log.clearTitle')}
        hint={t('log.clearHint')}
        yes={t('log.clearYes')}
        busy={clear.isPending}
        error={clear.error}
        onNo={() => setClearing(false)}
        onYes={() =>
          clear.mutate(undefined, {
            onSuccess: () => {
              setClearing(false)
              notifications.show({ message: t('log.cleared') })
            },
          })
        }
      />
    </>
  )
}
