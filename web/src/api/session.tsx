// Who is logged in, and the one `call` that every page uses. The session is asked once and kept by react-query.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react'
import { type Call, callWith } from './call.ts'
import type { Session } from './types.ts'

type Known = { readonly session: Session; readonly call: Call; readonly refresh: () => Promise<void> }

const Context = createContext<Known | null>(null)

/** What is shown while the session is not there yet, and when it cannot be asked. */
type Waiting = {
  readonly waiting: ReactNode
  readonly failed: (error: Error) => ReactNode
  readonly children: ReactNode
}

export function SessionProvider({ waiting, failed, children }: Waiting) {
  const csrf = useRef<string | null>(null)
  const call = useMemo(() => callWith(() => csrf.current), [])
  const queries = useQueryClient()
  const session = useQuery({
    queryKey: ['session'],
    queryFn: () => call<Session>('GET', '/session'),
    staleTime: 60_000,
  })
  csrf.current = session.data?.csrf ?? null
  const known = useMemo(
    () =>
      session.data === undefined
        ? null
        : {
            session: session.data,
            call,
            refresh: async () => {
              await queries.refetchQueries({ queryKey: ['session'] })
              await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
            },
          },
    [session.data, call, queries],
  )
  if (known !== null) return <Context value={known}>{children}</Context>
  return session.error === null ? waiting : failed(session.error)
}

export function useSession(): Known {
  const known = useContext(Context)
  if (known === null) throw new Error('useSession outside SessionProvider')
  return known
}

/** The bookkeeper reads; only the owner changes things. */
export const useMayChange = (): boolean => useSession().session.role === 'owner'
