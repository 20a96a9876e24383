// The words of the command line itself: what it prints around the data. Dutch by default, English complete.
import type { VatKind } from '../core/administration.ts'
import { tell } from '../core/format.ts'
import type { OrderStatus } from '../core/order.ts'
import type { FailureCatalogue } from '../core/problem.ts'
import type { Language, Text } from '../core/text.ts'

const labels = {
  noProfiles: {
    nl: 'Er is nog geen profiel. Maak er een met ‘s-connect profile add’.',
    en: 'There is no profile yet. Make one with ‘s-connect profile add’.',
  },
  noOrders: { nl: 'Geen orders.', en: 'No orders.' },
  noOpenOrders: {
    nl: 'Er wacht geen enkele order. Met --all ziet u ze allemaal.',
    en: 'No order is waiting. With --all you see them all.',
  },
  nothingFound: { nl: 'Niets gevonden. Typ de naam zelf.', en: 'Nothing found. Type the name yourself.' },
  noLog: { nl: 'Er is nog niets gebeurd.', en: 'Nothing has happened yet.' },
  read: { nl: 'Nieuw of gewijzigd in de webshop', en: 'New or changed in the shop' },
  made: { nl: 'Gemaakt in SnelStart', en: 'Made in SnelStart' },
  newCustomers: { nl: 'waarvan voor nieuwe klanten', en: 'of which for new customers' },
  skippedNow: { nl: 'Overgeslagen', en: 'Skipped' },
  problemsNow: { nl: 'Wachten met een melding', en: 'Waiting with a problem' },
  unknownNow: { nl: 'Onbekend of SnelStart ze kreeg', en: 'Not known whether SnelStart got them' },
  waiting: { nl: 'wacht', en: 'waiting' },
  writing: { nl: 'wordt geschreven', en: 'being written' },
  done: { nl: 'gemaakt', en: 'made' },
  skipped: { nl: 'overgeslagen', en: 'skipped' },
  problem: { nl: 'melding', en: 'problem' },
  unknown: { nl: 'onbekend', en: 'unknown' },
  dismissed: { nl: 'afgehandeld', en: 'dismissed' },
  attention: { nl: 'Aandacht nodig:', en: 'Needs attention:' },
  notice: { nl: 'Let op:', en: 'Please note:' },
  doubtHint: {
    nl: 'Opdrachten: ‘s-connect orders dismiss {number} --reason …’ of ‘s-connect orders retry {number} --absent’.',
    en: 'Commands: ‘s-connect orders dismiss {number} --reason …’ or ‘s-connect orders retry {number} --absent’.',
  },
  more: {
    nl: 'Er zijn er meer: zie ‘s-connect orders list’.',
    en: 'There are more: see ‘s-connect orders list’.',
  },
  moreNotices: { nl: 'Er zijn er meer: zie ‘s-connect log’.', en: 'There are more: see ‘s-connect log’.' },
  allWell: { nl: 'Alles is verwerkt.', en: 'Everything is handled.' },
  upTo: { nl: 'Gelezen tot en met', en: 'Read up to' },
  todo: { nl: 'Wat te doen', en: 'What to do' },
  secretSet: { nl: 'ingesteld op', en: 'set on' },
  notSet: { nl: 'niet ingesteld', en: 'not set' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  fillIn: { nl: '← nog invullen', en: '← to be filled in' },
  cannot: { nl: 'kan niet', en: 'not possible' },
  customer: { nl: 'Klant', en: 'Customer' },
  nearMisses: { nl: 'Leek erop, maar is het niet', en: 'Came close, but is not it' },
  howDecided: { nl: 'Hoe dit is gekozen', en: 'How this was chosen' },
  inShop: { nl: 'In de webshop', en: 'In the shop' },
  readingNotes: { nl: 'Bij het lezen van de order', en: 'When the order was read' },
  document: { nl: 'Verkooporder', en: 'Sales order' },
  salesEntry: { nl: 'Verkoopboeking', en: 'Sales entry' },
  inSnelStart: { nl: 'In SnelStart', en: 'In SnelStart' },
  vat: { nl: 'Btw', en: 'VAT' },
  vatNone: { nl: 'geen btw', en: 'no VAT' },
  vatLow: { nl: 'laag', en: 'low' },
  vatHigh: { nl: 'hoog', en: 'high' },
  vatOther: { nl: 'overig', en: 'other' },
  vatReversed: { nl: 'verlegd', en: 'reverse charge' },
  compare: { nl: 'Controle', en: 'Check' },
  compareHead: { nl: 'Incl. btw: webshop, SnelStart, verschil', en: 'Incl. VAT: shop, SnelStart, difference' },
  compareBooked: { nl: 'orders geboekt', en: 'orders booked' },
  compareNothing: { nl: 'In deze periode zijn er geen orders.', en: 'There are no orders in this period.' },
  compareAgrees: { nl: 'Webshop en SnelStart komen overeen.', en: 'Shop and SnelStart agree.' },
  compareDiffers: {
    nl: 'Webshop en SnelStart verschillen; hierboven staat bij elk verschil om welke orders het gaat.',
    en: 'Shop and SnelStart differ; above, each difference has the orders that it comes from.',
  },
  productOrder: { nl: 'verkooporders', en: 'sales orders' },
  productBookkeeping: { nl: 'verkoopboekingen', en: 'sales entries' },
  willBeMade: { nl: 'wordt gemaakt', en: 'will be made' },
  wasMade: { nl: 'is gemaakt', en: 'was made' },
  willBeChanged: { nl: 'wordt bijgewerkt', en: 'will be changed' },
  wasChanged: { nl: 'is bijgewerkt', en: 'was changed' },
  newCustomer: { nl: 'nieuwe klant', en: 'new customer' },
  article: { nl: 'Artikel', en: 'Article' },
  total: { nl: 'Totaal', en: 'Total' },
  incl: { nl: 'inclusief btw', en: 'including VAT' },
  excl: { nl: 'exclusief btw', en: 'excluding VAT' },
  steps: { nl: 'Wat er is gedaan', en: 'What was done' },
  stepCustomer: { nl: 'Klant maken', en: 'Make the customer' },
  stepCustomerUpdate: { nl: 'Klantkaart bijwerken', en: 'Update the customer card' },
  stepArticle: { nl: 'Artikel maken', en: 'Make article' },
  stepArticleUpdate: { nl: 'Artikel bijwerken', en: 'Update article' },
  stepSalesOrder: { nl: 'Verkooporder maken', en: 'Make the sales order' },
  stepSalesEntry: { nl: 'Verkoopboeking maken', en: 'Make the sales entry' },
  effectIntended: { nl: 'begonnen', en: 'begun' },
  effectDone: { nl: 'gelukt', en: 'done' },
  effectUnknown: { nl: 'onzeker, wordt nagekeken', en: 'in doubt, will be looked up' },
  effectAbsent: { nl: 'niet gebeurd', en: 'not done' },
  tried: { nl: 'Geprobeerd', en: 'Tried' },
  cameBack: { nl: 'Antwoord', en: 'Answer' },
  phaseSettle: { nl: 'Nakijken wat onzeker was', en: 'Looking up what was in doubt' },
  phaseMirror: { nl: 'Klanten en artikelen lezen', en: 'Reading customers and articles' },
  phaseRead: { nl: 'Orders lezen', en: 'Reading orders' },
  phaseStock: { nl: 'Voorraad verwerken', en: 'Handling stock' },
  phaseWrite: { nl: 'Orders verwerken', en: 'Handling orders' },
  preview: { nl: 'Voorbeeld: er is niets in SnelStart gemaakt.', en: 'Preview: nothing was made in SnelStart.' },
  previewNothing: {
    nl: 'Er wacht geen enkele order, dus een import zou niets maken.',
    en: 'No order is waiting, so an import would make nothing.',
  },
  stopped: { nl: 'De import is gestopt', en: 'The import has stopped' },
  goesOn: {
    nl: 'Wat er al was, is bewaard; de volgende import gaat verder waar deze ophield.',
    en: 'What was there already is kept; the next import goes on where this one stopped.',
  },
  goesOnFrom: {
    nl: 'Wat er al was, is bewaard; vanaf {time} kan een volgende import verder waar deze ophield.',
    en: 'What was there already is kept; from {time} on a next import can go on where this one stopped.',
  },
  stopping: {
    nl: 'S-Connect stopt zodra de lopende order klaar is. Nog een keer Ctrl+C stopt meteen.',
    en: 'S-Connect stops as soon as the current order is finished. Ctrl+C once more stops at once.',
  },
  added: { nl: 'Toegevoegd', en: 'Added' },
  saved: { nl: 'Bewaard', en: 'Saved' },
  cleared: { nl: 'Leeggemaakt', en: 'Cleared' },
  changedSince: {
    nl: 'In de webshop gewijzigd nadat hij was verwerkt; S-Connect verandert de verkooporder niet.',
    en: 'Changed in the shop after it was handled; S-Connect does not change the sales order.',
  },
  recoveryCode: {
    nl: 'Herstelcode van deze gegevensmap (wordt één keer getoond; bewaar hem veilig, hij opent de opgeslagen wachtwoorden en sleutels)',
    en: 'Recovery code of this data folder (shown once; keep it safe, it opens the stored passwords and keys)',
  },
} as const satisfies Readonly<Record<string, Text>>

export type Label = keyof typeof labels

export const say = (key: Label, language: Language, data: Readonly<Record<string, string>> = {}): string =>
  tell(labels[key], data, language)

const meanings: Readonly<Record<OrderStatus['meaning'], Text>> = {
  unfinished: { nl: 'niet afgemaakt, wordt niet gelezen', en: 'not finished, is not read' },
  unpaid: { nl: 'nog niet betaald', en: 'not paid yet' },
  paid: { nl: 'betaald', en: 'paid' },
  processing: { nl: 'in behandeling', en: 'being handled' },
  shipped: { nl: 'verzonden', en: 'shipped' },
  complete: { nl: 'afgerond', en: 'complete' },
  cancelled: { nl: 'geannuleerd', en: 'cancelled' },
  refunded: { nl: 'terugbetaald', en: 'refunded' },
  unknown: { nl: 'betekenis onbekend', en: 'meaning unknown' },
}

/** What S-Connect takes a status of the shop for. */
export const meaningOf = ({ meaning }: OrderStatus, language: Language): string => meanings[meaning][language]

const vatKinds: Readonly<Record<VatKind, Text>> = {
  high: { nl: 'btw hoog', en: 'high VAT' },
  low: { nl: 'btw laag', en: 'low VAT' },
  none: { nl: 'geen btw', en: 'no VAT' },
  other: { nl: 'andere btw', en: 'other VAT' },
}

export const vatKindText = (kind: VatKind, language: Language): string => vatKinds[kind][language]

/** A failure as one or two sentences: what is the matter and what to do. Codes nobody has words for keep their message. */
export function tellFailure(
  catalogue: FailureCatalogue,
  failure: { code: string; message: string; context: Readonly<Record<string, unknown>> },
  language: Language,
): string {
  const entry = catalogue[failure.code]
  if (entry === undefined) return `${failure.message} (${failure.code})`
  const data = {
    message: failure.message,
    ...Object.fromEntries(Object.entries(failure.context).map(([key, value]) => [key, String(value ?? '?')])),
  }
  return `${tell(entry.text, data, language)} ${tell(entry.todo, data, language)}`.trim()
}
