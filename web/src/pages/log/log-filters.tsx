// Which lines are shown: level, period, profile, order and text. Typing asks after a short rest.
import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import type { LogAsk } from '../../api/asks.ts'
import type { ProfileView } from '../../api/types.ts'
import { profileName } from '../../parts/profile-name.ts'
import { useWords } from '../../text/words.ts'

type Props = {
  readonly ask: LogAsk
  readonly profiles: readonly ProfileView[]
  readonly onAsk: (ask: LogAsk) => void
}

/** First and last moment of a day in this browser's zone. */
const dayStart = (day: string): string | null => (day === '' ? null : new Date(`${day}T00:00`).toISOString())
const dayEnd = (day: string): string | null => (day === '' ? null : new Date(`${day}T23:59:59.999`).toISOString())

export function LogFilters({ ask, profiles, onAsk }: Props) {
  const { t, language } = useWords()
  const [typed, setTyped] = useState({ order: ask.order, text: ask.text })
  const search = useDebouncedCallback((words: { order: string; text: string }) => onAsk({ ...ask, ...words }), 300)
  const type = (change: Partial<typeof typed>) => {
    setTyped({ ...typed, ...change })
    search({ ...typed, ...change })
  }
  return (
    <div className="filters">
      <SegmentedControl
        aria-label={t('log.level')}
        value={ask.level}
        onChange={(level) => onAsk({ ...ask, level: level === 'extended' ? 'extended' : 'normal' })}
        data={[
          { value: 'normal', label: t('log.normal') },
          { value: 'extended', label: t('log.extended') },
        ]}
      />
      {profiles.length > 1 ? (
        <NativeSelect
          label={t('tasks.profile')}
          value={ask.profile ?? ''}
          onChange={({ currentTarget }) => onAsk({ ...ask, profile: currentTarget.value || null })}
          data={[
            { value: '', label: t('orders.all') },
            ...profiles.map((profile) => ({ value: profile.id, label: profileName(profile, language) })),
          ]}
        />
      ) : null}
      <TextInput
        className="filter-text"
        type="search"
        label={t('log.text')}
        value={typed.text}
        onChange={({ currentTarget }) => type({ text: currentTarget.value })}
      />
      <TextInput
        w={130}
        label={t('log.order')}
        value={typed.order}
        onChange={({ currentTarget }) => type({ order: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('log.from')}
        onChange={({ currentTarget }) => onAsk({ ...ask, from: dayStart(currentTarget.value) })}
      />
      <TextInput
        type="date"
        label={t('log.to')}
        onChange={({ currentTarget }) => onAsk({ ...ask, to: dayEnd(currentTarget.value) })}
      />
    </div>
  )
}
