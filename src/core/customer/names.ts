// Brings a name to the form in which names are compared (CUST-4). Never shown to anyone.
import anyAscii from 'any-ascii'
import { withoutLegalForms } from './legal-forms.ts'

const conjunctions: ReadonlySet<string> = new Set(['and', 'und', 'et'])

/** In ASCII, lower case: é = e, ß = ss, ø = o. Accents that stand as signs of their own are joined first. */
export const toPlainLetters = (text: string): string => {
  // Nearly every name is ASCII already, and a million of them are read at start.
  const isAscii = /^\p{ASCII}*$/u.test(text)
  return (isAscii ? text : anyAscii(text.normalize('NFC'))).toLowerCase()
}

/** Words of letters and digits; signs divide, '&' and '+' are the word 'en'. */
function toWords(name: string): readonly string[] {
  const words = toPlainLetters(name)
    .replace(/[’'`´]/g, '')
    .replace(/[&+]/g, ' en ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  return words.length === 1 ? words : words.map((word) => (conjunctions.has(word) ? 'en' : word))
}

/**
 * Equal for names that mean the same: accents, dots, spaces, punctuation, case, '&' or 'en', and legal forms make no
 * difference. '' only where the name has neither letter nor digit. Idempotent.
 * Example: 'Jansén & Zn. B.V.' and 'jansen en zn bv' both give 'jansenenzn'.
 */
export const nameKey = (name: string): string => withoutLegalForms(toWords(name)).join('')
