// What the service tells by itself: progress goes straight into what is on screen, everything else makes its subject stale.
// The browser reconnects by itself and names the last event it saw.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Overview, Progress } from './types.ts'

const staleBy: Readonly<Record<string, readonly string[]>> = {
  status: ['overview', 'stock'],
  order: ['orders', 'overview', 'chart'],
  attention: ['orders', 'overview'],
  log: ['log'],
  plan: ['overview', 'plan'],
  settings: ['settings', 'history', 'overview'],
  elsewhere: ['overview', 'orders', 'chart', 'log', 'plan', 'settings', 'history', 'lists', 'licence'],
}

/** A burst of events is one asking. */
const gatherMs = 400

/** Somebody who has scrolled far down a list is reading; fetching all its pages anew for one new line would be no help. */
const isLong = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'pages' in data && (data.pages as readonly unknown[]).length > 3

function showProgress(queries: QueryClient, id: string, status: Progress): void {
  queries.setQueriesData<Overview>({ queryKey: ['overview'] }, (overview) =>
    overview === undefined
      ? undefined
      : {
          ...overview,
          profiles: overview.profiles.map((profile) => (profile.id === id ? { ...profile, status } : profile)),
        },
  )
}

/** false while the line is broken: then the page asks every 15 seconds, and says so. */
export function useEvents(): boolean {
  const queries = useQueryClient()
  const [open, setOpen] = useState(true)
  useEffect(() => {
    const stale = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | null = null
    const flush = () => {
      timer = null
      for (const subject of stale) {
        void queries.invalidateQueries({ queryKey: [subject], predicate: ({ state }) => !isLong(state.data) })
      }
      stale.clear()
    }
    const source = new EventSource('/api/events')
    source.onopen = () => setOpen(true)
    source.onerror = () => setOpen(false)
    for (const [type, subjects] of Object.entries(staleBy)) {
      source.addEventListener(type, () => {
        for (const subject of subjects) stale.add(subject)
        timer ??= setTimeout(flush, gatherMs)
      })
    }
    // Too much was missed, or the service is a new one: everything anew.
    source.addEventListener('reload', () => void queries.invalidateQueries())
    source.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      const told: { readonly profile: string; readonly status: Progress } = JSON.parse(data)
      showProgress(queries, told.profile, told.status)
    })
    const poll = setInterval(() => {
      if (source.readyState !== EventSource.OPEN) void queries.invalidateQueries({ queryKey: ['overview'] })
    }, 15_000)
    return () => {
      source.close()
      clearInterval(poll)
      if (timer !== null) clearTimeout(timer)
    }
  }, [queries])
  return open
}
