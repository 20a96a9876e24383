// 'Creditering': what becomes of refunds, and of orders that are cancelled after they were made (BEY-3).
import { field } from './field.ts'

const group = 'credits'

const choices = [
  {
    value: 'message',
    nl: 'Melden',
    en: 'Report',
    help: {
      nl: 'Het staat bij de meldingen tot u het hebt afgehandeld.',
      en: 'It stands among the messages until you have dismissed it.',
    },
  },
  {
    value: 'creditOrder',
    nl: 'Creditorder maken',
    en: 'Make a credit order',
    help: {
      nl: 'S-Connect maakt een order met negatieve aantallen, die naar de eerste order verwijst.',
      en: 'S-Connect makes an order with negative quantities that refers to the first order.',
    },
  },
  {
    value: 'ignore',
    nl: 'Negeren',
    en: 'Ignore',
    help: { nl: 'Er gebeurt niets in SnelStart.', en: 'Nothing happens in SnelStart.' },
  },
] as const

export const creditFields = {
  refunds: field.choice({
    nl: 'Terugbetalingen',
    en: 'Refunds',
    spec: 'BEY-3',
    group,
    default: 'message',
    help: {
      nl: 'Wat er gebeurt als van een order die al in SnelStart staat, geheel of voor een deel geld wordt teruggegeven.',
      en: 'What happens when money is given back, in whole or in part, for an order that is in SnelStart already.',
    },
    choices,
  }),
  cancellations: field.choice({
    nl: 'Annuleringen',
    en: 'Cancellations',
    spec: 'BEY-3',
    group,
    default: 'message',
    help: {
      nl: 'Wat er gebeurt als een order die al in SnelStart staat, in de webshop wordt geannuleerd. Een order die er nog niet in staat, wordt dan niet meer gemaakt.',
      en: 'What happens when an order that is in SnelStart already is cancelled in the shop. An order that is not in it yet is then made no more.',
    },
    choices,
  }),
} as const
