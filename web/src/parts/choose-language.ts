// Choosing the language: at once on this page, and kept at the service so that its alerts speak it; only an owner may set that.
import type { Language } from '../../../src/core/text.ts'
import { useDo } from '../api/asks.ts'
import { useSession } from '../api/session.tsx'
import { chooseLanguage } from '../text/language.ts'

export function useChooseLanguage(): (language: Language) => void {
  const { session } = useSession()
  const keep = useDo((call, language: Language) => call('PUT', '/language', { language }))
  return (language) => {
    void chooseLanguage(language)
    if (session.role === 'owner') keep.mutate(language)
  }
}
