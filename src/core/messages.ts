// The lines of 'Informatie' (USE-3): what was made, what was not, and every step. Declared once, in both languages.
import { syncMessages } from './article/sync-messages.ts'
import { tell } from './format.ts'
import type { Language, Text } from './text.ts'

export const logMessages: Readonly<Record<string, Text>> = {
  'run.begin': { nl: 'Importeren orders is begonnen.', en: 'Importing orders has begun.' },
  'run.end': {
    nl: 'Importeren orders is klaar: {done} gemaakt, {problem} met een melding.',
    en: 'Importing orders is done: {done} made, {problem} with a problem.',
  },
  'run.stopped': { nl: 'De taak is gestopt: {message}', en: 'The task has stopped: {message}' },
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
  'entry.made': {
    nl: 'Order {number} geboekt voor {customer} (klantcode {code}), {amount}: verkoopboeking met factuurnummer {orderNumber}.',
    en: 'Order {number} booked for {customer} (customer code {code}), {amount}: sales entry with invoice number {orderNumber}.',
  },
  'entry.foundBack': {
    nl: 'Order {number} stond al in SnelStart als verkoopboeking {orderNumber}; hij is niet opnieuw geboekt.',
    en: 'Order {number} was in SnelStart already as sales entry {orderNumber}; it was not booked again.',
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
  ...syncMessages,
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
  'stock.compared': {
    nl: 'Voorraad van de webshop gelezen: {count} artikelen en combinaties.',
    en: 'Stock of the shop read: {count} articles and combinations.',
  },
  'stock.exported': {
    nl: 'Voorraad geëxporteerd: {written} gewijzigd, {refused} geweigerd, van {matched} artikelen.',
    en: 'Stock exported: {written} changed, {refused} refused, of {matched} articles.',
  },
  'stock.heldBack': {
    nl: 'Voorraad geëxporteerd: {written} gewijzigd, {refused} geweigerd. Bij {heldBack} artikelen is hij nog niet verhoogd, omdat een order niet te begrijpen is.',
    en: 'Stock exported: {written} changed, {refused} refused. For {heldBack} articles it is not raised yet, because an order cannot be understood.',
  },
  'stock.notExported': {
    nl: 'De voorraad is niet geëxporteerd: niet alle orders zijn ingelezen, of de taak is onderweg gestopt. De volgende keer gaat S-Connect verder.',
    en: 'Stock was not exported: not all orders were read, or the task stopped on its way. S-Connect goes on next time.',
  },
  'stock.unknownInShop': {
    nl: 'Artikelen uit SnelStart die niet in de webshop staan ({count}): {names}.',
    en: 'Articles of SnelStart that are not in the shop ({count}): {names}.',
  },
  'stock.unknownInSnelStart': {
    nl: 'Artikelen uit de webshop die niet in SnelStart staan ({count}): {names}.',
    en: 'Articles of the shop that are not in SnelStart ({count}): {names}.',
  },
  'stock.doubleInShop': {
    nl: 'Codes die vaker in de webshop staan ({count}): {names}. De voorraad daarvan wordt niet geëxporteerd.',
    en: 'Codes that are in the shop more than once ({count}): {names}. Their stock is not exported.',
  },
  'stock.doubleInSnelStart': {
    nl: 'Codes die in SnelStart bij meer dan één artikel horen ({count}): {names}. De voorraad daarvan wordt niet geëxporteerd.',
    en: 'Codes that belong to more than one article in SnelStart ({count}): {names}. Their stock is not exported.',
  },
  'stock.inactive': {
    nl: 'Artikelen die in SnelStart op non-actief staan ({count}): {names}. De voorraad daarvan wordt niet geëxporteerd.',
    en: 'Articles that are inactive in SnelStart ({count}): {names}. Their stock is not exported.',
  },
  'stock.noCode': {
    nl: 'Artikelen in de webshop zonder code ({count}): {names}. De voorraad daarvan wordt niet geëxporteerd.',
    en: 'Articles in the shop without a code ({count}): {names}. Their stock is not exported.',
  },
  'stock.notManaged': {
    nl: 'Artikelen waarvan de voorraad in de webshop niet kan worden geschreven ({count}): {names}.',
    en: 'Articles whose stock cannot be written in the shop ({count}): {names}.',
  },
  'stock.refused': {
    nl: 'Artikelen waarvan de webshop de voorraad weigerde ({count}): {names}.',
    en: 'Articles whose stock the shop refused ({count}): {names}.',
  },
  'stock.orderNotUnderstood': {
    nl: 'Orders die niet te begrijpen zijn ({count}): {names}. Tot ze klaar zijn, wordt voorraad niet verhoogd.',
    en: 'Orders that cannot be understood ({count}): {names}. Until they are settled, stock is not raised.',
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
