// What a field of the administration can be filled with, looked for with the values that stand in the form: nothing of them is
// saved, and a password that was not typed anew is the saved one.
import type { z } from 'zod'
import type { Offer, OfferedList } from '../accounting/accounting.ts'
import { Failure } from '../core/failures.ts'
import { fillIn, type Text } from '../core/text.ts'
import { type Fields, metaOf } from '../settings/field.ts'
import type { Profile } from '../store/store.ts'
import { accountingEnvironment, accountingKindOf, messagesOf, type Program } from './program.ts'

/** A person waits for it, and may type the name without it. */
const usualMs = 5000

const typeIt: Text = { nl: 'Typ de naam zelf.', en: 'Type the name yourself.' }
const tooLate = (ms: number): Text => ({
  nl: `Er kwam binnen ${ms / 1000} seconden geen antwoord. ${typeIt.nl}`,
  en: `No answer came within ${ms / 1000} seconds. ${typeIt.en}`,
})
const noSuchList = ({ nl, en }: Text): Text => ({
  nl: `Bij ${nl} valt hier niets te kiezen.`,
  en: `There is nothing to choose here with ${en}.`,
})

export type OfferAsk = {
  readonly list: OfferedList
  /** By the name of the setting, as the form holds them; what does not fit its declaration counts as not typed. */
  readonly values: Readonly<Record<string, unknown>>
}

/** Never throws for what the outside does: `note` then says why there is nothing. Throws StoreFailed where a saved password cannot be
 *  read. */
export async function offerChoices(
  program: Program,
  profile: Profile,
  { list, values }: OfferAsk,
  signal: AbortSignal,
  mostMs = usualMs,
): Promise<Offer> {
  const kind = accountingKindOf(program, profile)
  if (kind.offer === undefined || !hasList(kind.settings, list)) return nothing(noSuchList(kind.title))
  const settings = await settingsInForm(program, profile, kind.settings, values)
  const first = firstEmpty(kind.settings, list, settings)
  if (first !== null) return nothing({ nl: `Vul eerst ‘${first.nl}’ in.`, en: `Fill in ‘${first.en}’ first.` })
  const timeout = AbortSignal.timeout(mostMs)
  const both = AbortSignal.any([signal, timeout])
  const asked = kind.offer(list, settings, accountingEnvironment(program, profile), both)
  try {
    const { options, note } = await Promise.race([asked, ended(both)])
    return { options: [...new Set(options)], note }
  } catch (error) {
    if (signal.aborted) throw error
    if (timeout.aborted) return nothing(tooLate(mostMs))
    if (error instanceof Failure) return nothing(wordsFor(program, error))
    throw error
  }
}

const nothing = (note: Text): Offer => ({ options: [], note })

const hasList = (fields: Fields, list: OfferedList): boolean =>
  Object.values(fields).some((schema) => metaOf(schema)?.optionsFrom === list)

/** The first field that must be filled in before there is anything to look for: a compulsory one above the one with the list. */
function firstEmpty(fields: Fields, list: OfferedList, settings: Readonly<Record<string, unknown>>): Text | null {
  for (const [name, schema] of Object.entries(fields)) {
    const meta = metaOf(schema)
    if (meta?.optionsFrom === list) return null
    if (meta?.required === true && settings[name] === '') return { nl: meta.nl, en: meta.en }
  }
  return null
}

/** Ends the waiting also where the other side does not heed the signal. */
const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

async function settingsInForm(
  program: Program,
  profile: Profile,
  fields: Fields,
  values: OfferAsk['values'],
): Promise<z.infer<z.ZodObject<Fields>>> {
  const settings: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(fields)) {
    const saved =
      metaOf(schema)?.secret === true
        ? ((await program.store.secrets.get(profile.id, `accounting.${name}`)) ?? undefined)
        : profile.settings.accounting[name]
    const typed = schema.safeParse(values[name] === undefined ? saved : values[name])
    settings[name] = typed.success ? typed.data : schema.parse(undefined)
  }
  return settings
}

function wordsFor(program: Program, { code, message, context }: Failure): Text {
  const { text, todo } = messagesOf(program)[code] ?? { text: { nl: message, en: message }, todo: typeIt }
  const data = Object.fromEntries(Object.entries(context).map(([name, value]) => [name, String(value ?? '')]))
  return { nl: fillIn(`${text.nl} ${todo.nl}`, data), en: fillIn(`${text.en} ${todo.en}`, data) }
}
