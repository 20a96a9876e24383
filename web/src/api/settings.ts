// Asking and saving the settings of a profile, with what is wrong told while typing.
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Language } from '../../../src/core/text.ts'
import { useWords } from '../text/words.ts'
import { useAsk, useDo } from './asks.ts'
import { CallFailed } from './call.ts'
import { useSession } from './session.tsx'
import type {
  FieldProblem,
  Lists,
  NewProfile,
  Offer,
  ProfileView,
  SaveAnswer,
  SettingField,
  Settings,
  SettingValues,
  TestAnswer,
} from './types.ts'

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

/** Its number may have been that of a profile that was removed: what is kept of that one is forgotten. */
export function useAddProfile() {
  const queries = useQueryClient()
  return useDo(
    async (call, given: NewProfile) => {
      const made = await call<ProfileView>('POST', '/profiles', given)
      for (const subject of ['settings', 'lists', 'history', 'plan', 'orders', 'stock'])
        queries.removeQueries({ queryKey: [subject] })
      return made
    },
    ['overview'],
  )
}

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

type OfferAsk = {
  readonly value: unknown
  readonly field: SettingField
  readonly profile: string | null
  readonly fields: readonly SettingField[]
  readonly changes: SettingValues
}

/** As long as what was found is taken for what there is. */
const offerFreshMs = 20_000

/** What the service finds for a field with what stands in the rest of the form; asked while `isHere`. */
export function useOffer({ field, profile, fields, changes, value }: OfferAsk, isHere: boolean) {
  const { call } = useSession()
  const { language, t } = useWords()
  const others = fields.filter(({ key }) => key !== field.key)
  const saved = others.map(({ value, secretSetAt }) => value ?? secretSetAt)
  const values = Object.fromEntries(others.flatMap(({ key }) => (key in changes ? [[key, changes[key]]] : [])))
  const answer = useQuery({
    queryKey: ['offers', profile, field.optionsFrom, values, saved],
    queryFn: () => call<Offer>('POST', `/profiles/${profile}/offers`, { list: field.optionsFrom, values }),
    enabled: isHere && profile !== null,
    staleTime: offerFreshMs,
    gcTime: offerFreshMs,
    retry: false,
  })
  const { options = [], note = null } = answer.data ?? {}
  const failed = answer.error instanceof CallFailed ? answer.error.text[language] : null
  const count = options.length
  const isFilled = (value ?? '') !== ''
  const found = count === 0 ? t('settings.listEmptyFound') : t('settings.offerFound', { count })
  return {
    options,
    isBusy: answer.isFetching,
    /** How many were found need not be said of a field that is filled in. */
    note: failed ?? note?.[language] ?? (answer.data === undefined || isFilled ? '' : found),
  }
}
