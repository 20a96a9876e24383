// Asking and saving the settings of a profile, with what is wrong told while typing.
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Language } from '../../../src/core/text.ts'
import { useAsk, useDo } from './asks.ts'
import { useSession } from './session.tsx'
import type { FieldProblem, Lists, SaveAnswer, Settings, SettingValues, TestAnswer } from './types.ts'

export const useSettings = (profile: string) =>
  useAsk<Settings>('settings', `/profiles/${profile}/settings`, { enabled: profile !== '' })

export const useLists = (profile: string) =>
  useAsk<Lists>('lists', `/profiles/${profile}/lists`, { enabled: profile !== '' })

const whatSettingsTouch = ['settings', 'history', 'overview', 'orders', 'chart']

export const useSaveSettings = (profile: string) =>
  useDo(
    (call, values: SettingValues) => call<SaveAnswer>('PUT', `/profiles/${profile}/settings`, { values }),
    whatSettingsTouch,
  )

/** A test also reads what the administration is called, so the lists may be new after it. */
export const useTest = (profile: string) =>
  useDo(
    (call, side: 'accounting' | 'shop') => call<TestAnswer>('POST', `/profiles/${profile}/test`, { side }),
    ['lists', 'settings'],
  )

export const useRefreshLists = (profile: string) =>
  useDo((call) => call<Lists>('POST', `/profiles/${profile}/lists/refresh`), ['lists'], { waitsItsTurn: true })

export const byKey = (problems: readonly FieldProblem[], language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(problems.map(({ key, text }) => [key, text[language]]))

const restMs = 400

/** What the service thinks of the changes, a moment after the last key. */
export function useChecked(profile: string, changes: SettingValues): readonly FieldProblem[] {
  const { call } = useSession()
  const [rested] = useDebouncedValue(changes, restMs)
  const check = useQuery({
    // Secrets are checked when they are saved, not at every key.
    queryKey: ['check', profile, rested],
    queryFn: () =>
      call<{ problems: readonly FieldProblem[] }>('POST', `/profiles/${profile}/settings/check`, { values: rested }),
    enabled: Object.keys(rested).length > 0,
    gcTime: 0,
  })
  return rested === changes ? (check.data?.problems ?? []) : []
}
