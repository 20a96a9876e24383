// An alert as words: one text for e-mail and for whoever reads the webhook. Pure.
import type { Language, Text } from '../../core/text.ts'
import type { Alert, AlertKind } from './decide-alerts.ts'

export type AlertMessage = { readonly subject: string; readonly text: string }

export type MessageParts = {
  readonly language: Language
  /** Name of a profile as people know it, by id. */
  readonly nameOf: (profile: string) => string
  /** Where the page is; null: not known. */
  readonly address: string | null
}

type Words = { readonly trouble: Text; readonly well: Text; readonly todo: Text }

const words: Readonly<Record<AlertKind, Words>> = {
  taskFailed: {
    trouble: { nl: 'een taak is mislukt', en: 'a task has failed' },
    well: { nl: 'de taken lopen weer goed', en: 'the tasks run well again' },
    todo: {
      nl: 'S-Connect probeert het bij de volgende beurt opnieuw. Nieuwe orders blijven staan tot het lukt.',
      en: 'S-Connect tries again at the next turn. New orders stay where they are until it succeeds.',
    },
  },
  ordersWait: {
    trouble: { nl: 'orders wachten op u', en: 'orders wait for you' },
    well: { nl: 'er wachten geen orders meer op u', en: 'no orders wait for you any more' },
    todo: {
      nl: 'Bij elke order staat wat er aan de hand is en wat u kunt doen. De andere orders gaan gewoon door.',
      en: 'Each order says what is the matter and what you can do. The other orders go on.',
    },
  },
  planStalled: {
    trouble: { nl: 'de planning staat stil', en: 'the planning stands still' },
    well: { nl: 'de planning loopt weer', en: 'the planning runs again' },
    todo: {
      nl: 'Kijk op de pagina ‘Uitvoering’ wat S-Connect doet, of start S-Connect opnieuw.',
      en: 'See on the page ‘Runs’ what S-Connect is doing, or start S-Connect again.',
    },
  },
}

export function toMessage({ kind, state, troubles }: Alert, parts: MessageParts): AlertMessage {
  const { language, nameOf, address } = parts
  const { todo, ...subjects } = words[kind]
  const subject = `S-Connect: ${subjects[state][language]}`
  const lines =
    state === 'well'
      ? [{ nl: 'U hoeft niets te doen.', en: 'You need do nothing.' }[language]]
      : [...troubles.map(({ profile, text }) => `${nameOf(profile)}: ${text[language]}`), todo[language]]
  return { subject, text: withAddress([`${subject}.`, ...lines], address) }
}

/** What the test button sends. */
export function toTestMessage({ language, address }: Pick<MessageParts, 'language' | 'address'>): AlertMessage {
  const subject = { nl: 'S-Connect: proefbericht', en: 'S-Connect: test message' }[language]
  const text = {
    nl: 'Dit is een proefbericht. Zo krijgt u bericht als er iets misgaat.',
    en: 'This is a test message. This is how you are told when something goes wrong.',
  }[language]
  return { subject, text: withAddress([text], address) }
}

const withAddress = (lines: readonly string[], address: string | null): string =>
  [...lines, ...(address === null ? [] : [address])].join('\n\n')
