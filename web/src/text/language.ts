// Which language the page speaks: the one chosen here before, else the browser's if that is English, else Dutch.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../../src/core/text.ts'
import type { nl } from './nl.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'page'
    resources: { page: typeof nl }
  }
}

const kept = 's-connect-language'

function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept)
  if (chosen === 'nl' || chosen === 'en') return chosen
  return navigator.languages.find((tag) => /^(nl|en)\b/.test(tag))?.startsWith('en') === true ? 'en' : 'nl'
}

const show = (language: Language): void => {
  document.documentElement.lang = language
}

/** Only the language that is spoken is fetched. */
const wordsOf = async (language: Language): Promise<typeof nl> =>
  language === 'nl' ? (await import('./nl.ts')).nl : ((await import('./en.ts')).en as typeof nl)

export async function startLanguage(): Promise<void> {
  const language = firstLanguage()
  show(language)
  await i18next.use(initReactI18next).init({
    lng: language,
    defaultNS: 'page',
    resources: { [language]: { page: await wordsOf(language) } },
    // React escapes already.
    interpolation: { escapeValue: false },
  })
}

export async function chooseLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'page')) i18next.addResourceBundle(language, 'page', await wordsOf(language))
  localStorage.setItem(kept, language)
  show(language)
  await i18next.changeLanguage(language)
}
