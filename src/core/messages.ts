// The lines of 'Informatie' (USE-3): what was made, what was not, and every step. Declared once, in both languages.
import { tell } from './format.ts'
import type { Language, Text } from './text.ts'

export const logMessages: Readonly<Record<string, Text>> = {
  'run.begin': { nl: 'Importeren orders is begonnen.', en: 'Importing orders has begun.' },
  'run.end': {
    nl: 'Importeren orders is klaar: {done} gemaakt, {problem} met een melding.',
    en: 'Importing orders is done: {done} made, {problem} with a problem.',
  },
  'run.stopped': { nl: 'Importeren orders is gestopt: {message}', en: 'Importing orders has stopped: {message}' },
  'run.shopFailed': {
    nl: 'De webshop kon niet worden gelezen: {message}',
    en: 'The shop could not be read: {message}',
  },
  'mirror.whole': { nl: 'Alle {kind} uit SnelStart gelezen: {count}.', en: 'All {kind} read from SnelStart: {count}.' },
  'mirror.changes': {
    nl: 'Gewijzigde {kind} uit SnelStart gelezen: {count}.',
    en: 'Changed {kind} read from SnelStart: {count}.',
  },
  'order.made': {
    nl: 'Order {number} gemaakt voor {customer} (klantcode {code}), {amount}: verkooporder {orderNumber}.',
    en: 'Order {number} made for {customer} (customer code {code}), {amount}: sales order {orderNumber}.',
  },
  'order.foundBack': {
    nl: 'Order {number} stond al in SnelStart als verkooporder {orderNumber}; hij is niet opnieuw gemaakt.',
    en: 'Order {number} was in SnelStart already as sales order {orderNumber}; it was not made again.',
  },
  'order.skipped': { nl: 'Order {number} overgeslagen: {reason}', en: 'Order {number} skipped: {reason}' },
  'order.problem': { nl: 'Order {number} niet gemaakt: {reason}', en: 'Order {number} not made: {reason}' },
  'order.unknown': {
    nl: 'Order {number}: onbekend of SnelStart hem kreeg; S-Connect kijkt het na.',
    en: 'Order {number}: not known whether SnelStart got it; S-Connect looks it up.',
  },
  'customer.made': {
    nl: 'Klant {customer} gemaakt met klantcode {code}.',
    en: 'Customer {customer} made with customer code {code}.',
  },
  'customer.codeHeld': {
    nl: 'Klantcode {code} was al van {customer}; die klant is gebruikt.',
    en: 'Customer code {code} belonged to {customer} already; that customer was used.',
  },
  'article.made': { nl: 'Artikel {code} gemaakt: {description}.', en: 'Article {code} made: {description}.' },
  'order.retried': { nl: 'Order {number} opnieuw aangeboden.', en: 'Order {number} offered again.' },
  'order.customerChosen': {
    nl: 'Order {number}: {by} koos klant {code} {customer}.',
    en: 'Order {number}: {by} chose customer {code} {customer}.',
  },
  'order.customerUnchosen': {
    nl: 'Order {number}: {by} laat de klant weer door S-Connect herkennen.',
    en: 'Order {number}: {by} lets S-Connect recognise the customer again.',
  },
  'order.dismissed': {
    nl: 'Order {number} afgehandeld zonder te maken: {reason}',
    en: 'Order {number} dismissed without being made: {reason}',
  },
  'alert.failed': {
    nl: 'Een bericht kon niet worden verstuurd: {message}',
    en: 'An alert could not be sent: {message}',
  },
  'settings.changed': { nl: 'Instelling gewijzigd: {keys}.', en: 'Setting changed: {keys}.' },
}

/** What is kept of the administration, by the name it has in the log's data. */
const kinds: Readonly<Record<string, Text>> = {
  customers: { nl: 'klanten', en: 'customers' },
  articles: { nl: 'artikelen', en: 'articles' },
}

/** A log line in words; an unknown code stays readable with its data. */
export function tellLog(
  code: string,
  data: Readonly<Record<string, string>>,
  language: Language,
  extra: Readonly<Record<string, Text>> = {},
): string {
  const text = logMessages[code] ?? extra[code]
  const kind = kinds[data['kind'] ?? '']
  if (text !== undefined) return tell(text, kind === undefined ? data : { ...data, kind: kind[language] }, language)
  return [code, ...Object.entries(data).map(([name, value]) => `${name}: ${value}`)].join(', ')
}
