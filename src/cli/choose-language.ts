// Which language to speak, before anything else is read from the command line: help and errors need it too. Dutch unless asked
// otherwise; the system's own language does not count, because shop and bookkeeping are Dutch whatever the computer speaks.
import type { Language } from '../core/text.ts'

/** `wrong`: what was asked for and is no language of ours; then `language` is Dutch. */
export type ChosenLanguage = { readonly language: Language; readonly wrong: string | null }

/** `--lang` before S_CONNECT_LANG; what stands behind `--` is no option. */
export function chooseLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ChosenLanguage {
  const asked = askedIn(args) ?? (env['S_CONNECT_LANG'] || null)
  if (asked === null || asked === 'nl') return { language: 'nl', wrong: null }
  return asked === 'en' ? { language: 'en', wrong: null } : { language: 'nl', wrong: asked }
}

/** A `--lang` without a value is not judged here: the command line says that itself. */
function askedIn(args: readonly string[]): string | null {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  const place = options.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const option = options[place]
  if (option === undefined) return null
  return option === '--lang' ? (options[place + 1] ?? null) : option.slice('--lang='.length)
}
