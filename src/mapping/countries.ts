// Countries as people write them: codes of two and three letters, and names in Dutch, English, German and French.
import type { CountryCode } from '../core/ids.ts'

export type CountryNames = { readonly find: (text: string) => CountryCode | null }

const others: Readonly<Record<string, string>> = {
  ...{ nld: 'NL', bel: 'BE', deu: 'DE', fra: 'FR', lux: 'LU', gbr: 'GB', uk: 'GB', el: 'GR', holland: 'NL' },
  ...{ 'the netherlands': 'NL', 'great britain': 'GB', england: 'GB', engeland: 'GB', 'groot-brittannië': 'GB' },
}

/** The names that Node itself knows; built once per mapping. */
export function createCountryNames(): CountryNames {
  const found = new Map(Object.entries(others))
  const speakers = ['nl', 'en', 'de', 'fr'].map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  )
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const code of letters.flatMap((first) => letters.map((second) => first + second)).filter(isCurrent)) {
    for (const name of speakers.flatMap((speaker) => speaker.of(code) ?? [])) {
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), code)
      if (!found.has(code.toLowerCase())) found.set(code.toLowerCase(), code)
    }
  }
  return { find: (text) => (found.get(text.trim().toLowerCase()) ?? null) as CountryCode | null }
}

/** Of a country that is no more (DD, SU) the code stands for another one today. */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).maximize().region === code
