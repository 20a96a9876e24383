// Everything the page asks and does, by name: the keys under which answers are kept, and what an action makes stale.
import {
  keepPreviousData,
  type QueryKey,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type Call, isBusy, query } from './call.ts'
import { useSession } from './session.tsx'
import type { ChartDay, Kinds, LogPage, OrderDetail, OrderPage, Overview, StockChangePage, TaskRun } from './types.ts'

const busyRestMs = 2000
/** A minute of turns. */
const mostTurns = 30

/** GET, kept under its own path: `['orders', …]` and so on, so that an event can make a whole subject stale. */
export function useAsk<Answer>(subject: string, path: string, options: { enabled?: boolean; keep?: boolean } = {}) {
  const { call } = useSession()
  return useQuery({
    queryKey: [subject, path],
    queryFn: () => call<Answer>('GET', path),
    enabled: options.enabled ?? true,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
    // What has to wait its turn asks again by itself.
    refetchInterval: ({ state }) => (isBusy(state.error) ? busyRestMs : false),
  })
}

/** An action; when it is done the named subjects are asked anew. */
export function useDo<Given, Answer>(
  work: (call: Call, given: Given) => Promise<Answer>,
  stale: readonly string[] = [],
  options: { waitsItsTurn?: boolean } = {},
) {
  const { call } = useSession()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (given: Given) => work(call, given),
    retry: (count, error) => isBusy(error) && options.waitsItsTurn === true && count < mostTurns,
    retryDelay: busyRestMs,
    onSettled: () =>
      Promise.all(stale.map((subject) => queries.invalidateQueries({ queryKey: [subject] as QueryKey }))),
  })
}

export const useOverview = () => useAsk<Overview>('overview', '/overview')
export const useKinds = () => useAsk<Kinds>('kinds', '/kinds')

export type OrderAsk = { readonly profile: string; readonly states: readonly string[]; readonly text: string }

const statesOf = (states: readonly string[]): string | null => (states.length === 0 ? null : states.join(','))

/** Orders in pages of 50, newest filter kept on screen while the next one comes. */
export function useOrders({ profile, states, text }: OrderAsk) {
  const { call } = useSession()
  return useInfiniteQuery({
    queryKey: ['orders', profile, states.join(','), text],
    queryFn: ({ pageParam }) =>
      call<OrderPage>(
        'GET',
        `/profiles/${profile}/orders${query({ state: statesOf(states), text, limit: 50, after: pageParam })}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled: profile !== '',
  })
}

/** Changes of stock in pages of 50, newest first. */
export function useStockChanges(profile: string, text: string) {
  const { call } = useSession()
  return useInfiniteQuery({
    queryKey: ['stock', 'changes', profile, text],
    queryFn: ({ pageParam }) =>
      call<StockChangePage>(
        'GET',
        `/profiles/${profile}/stock/changes${query({ text, limit: 50, before: pageParam })}`,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

export const useOrder = (profile: string, id: string) =>
  useAsk<OrderDetail>('orders', `/profiles/${profile}/orders/${encodeURIComponent(id)}`)

export type LogAsk = {
  readonly profile: string | null
  readonly order: string
  readonly text: string
  readonly level: 'normal' | 'extended'
  readonly from: string | null
  readonly to: string | null
}

export const logQuery = (ask: LogAsk): Readonly<Record<string, string | null>> => ({ ...ask })

export function useLog(ask: LogAsk) {
  const { call } = useSession()
  return useInfiniteQuery({
    queryKey: ['log', ask],
    queryFn: ({ pageParam }) =>
      call<LogPage>('GET', `/log${query({ ...logQuery(ask), limit: 200, before: pageParam })}`),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

export const useChart = (profile: string | null) =>
  useAsk<{ days: readonly ChartDay[] }>('chart', `/chart${query({ profile, days: 30 })}`)

const mostRuns = 200

/** New customers of today's runs; null: not known, or too many runs to be sure. */
export function useNewCustomersToday(profiles: readonly string[]): number | null {
  const { call } = useSession()
  const midnight = new Date().setHours(0, 0, 0, 0)
  const answers = useQueries({
    queries: profiles.map((profile) => ({
      queryKey: ['overview', 'runs', profile],
      queryFn: () => call<{ runs: readonly TaskRun[] }>('GET', `/profiles/${profile}/runs?limit=${mostRuns}`),
    })),
  })
  const runs = answers.map(({ data }) =>
    (data?.runs ?? []).filter(({ startedAt }) => Date.parse(startedAt) >= midnight),
  )
  if (answers.some(({ data }) => data === undefined) || runs.some(({ length }) => length === mostRuns)) return null
  return runs.flat().reduce((sum, { counts }) => sum + counts.newCustomers, 0)
}
