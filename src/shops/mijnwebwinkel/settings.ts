// The settings of a Mijnwebwinkel profile (SHOP-7): the key of the manual, and what the official interface needs besides.
import { field } from '../../settings/field.ts'
import type { LineKind } from './lines.ts'

const group = 'shop'

export const settings = {
  key: field.secret({
    nl: 'Sleutel',
    en: 'Key',
    help: {
      nl: 'Maak hem in Mijnwebwinkel bij Instellingen > API > Token toevoegen. Daarvoor is het pakket Premium of hoger nodig. Wordt versleuteld bewaard.',
      en: 'Make it in MyOnlineStore at Settings > API > Add new token. This needs the Premium package or higher. Is kept encrypted.',
    },
    spec: 'SHOP-7',
    group,
    required: true,
  }),
  partnerKey: field.secret({
    nl: 'Partnersleutel',
    en: 'Partner key',
    help: {
      nl: 'De sleutel van de leverancier van S-Connect. Alleen invullen als u er een hebt gekregen; ‘Verbinding testen’ zegt of hij nodig is.',
      en: 'The key of the supplier of S-Connect. Only fill it in if you were given one; the test of the connection tells whether it is needed.',
    },
    spec: 'SHOP-7',
    group,
  }),
  orderStatuses: field.list({
    nl: 'Orderstatussen',
    en: 'Order statuses',
    help: {
      nl: 'Alleen orders met deze status worden ingelezen; een order komt alsnog zodra de status verandert. Leeg: elke status die een verkoop of een creditorder betekent, dus niet geannuleerd, geweigerd of verlopen.',
      en: 'Only orders with these statuses are read; an order still comes once its status changes. Empty: every status that means a sale or a credit order, so not cancelled, denied or expired.',
    },
    spec: 'SHOP-7',
    group,
    optionsFrom: 'orderStatuses',
  }),
  lineKinds: field.table({
    nl: 'Soort van orderregels',
    en: 'Kind of order lines',
    help: {
      nl: 'Wat een regel is waarvan S-Connect de soort niet kent (de naam staat bij de melding). Zonder keuze is een bedrag kosten en een aftrek korting.',
      en: 'What a line is whose type S-Connect does not know (the message names it). Without a choice an amount is a cost and a deduction a discount.',
    },
    spec: 'SALE-8',
    group,
    choices: [
      { value: 'article', nl: 'Artikel', en: 'Article' },
      { value: 'shipping', nl: 'Verzendkosten', en: 'Shipping costs' },
      { value: 'payment', nl: 'Betalingskosten', en: 'Payment costs' },
      { value: 'discount', nl: 'Korting', en: 'Discount' },
      { value: 'fee', nl: 'Andere kosten', en: 'Other costs' },
      { value: 'wrapping', nl: 'Inpakkosten', en: 'Wrapping' },
      { value: 'giftCard', nl: 'Betaling (cadeaubon, tegoed)', en: 'Payment (gift card, credit)' },
      { value: 'rounding', nl: 'Afronding', en: 'Rounding' },
    ],
  }),
  priceEntry: field.choice({
    nl: 'Prijzen in de webshop',
    en: 'Prices in the webshop',
    help: {
      nl: 'Of de winkel prijzen inclusief of exclusief btw toont; moet passen bij het verkoopsjabloon.',
      en: 'Whether the shop shows prices including or excluding VAT; must fit the sales template.',
    },
    spec: 'SALE-1',
    group,
    default: 'auto',
    choices: [
      { value: 'auto', nl: 'Zoals in de winkel is ingesteld', en: 'As set in the shop' },
      { value: 'incl', nl: 'Inclusief btw', en: 'Including VAT' },
      { value: 'excl', nl: 'Exclusief btw', en: 'Excluding VAT' },
    ],
  }),
  timeZone: field.choice({
    nl: 'Tijdzone van de winkel',
    en: 'Time zone of the shop',
    help: {
      nl: 'De tijden die Mijnwebwinkel geeft, hebben geen zone. Vergelijk één order met uw winkel als u hieraan twijfelt.',
      en: 'The times that MyOnlineStore gives have no zone. Compare one order with your shop if you doubt this.',
    },
    spec: 'SHOP-7',
    group,
    default: 'Europe/Amsterdam',
    choices: [
      { value: 'Europe/Amsterdam', nl: 'Nederland, België, Duitsland', en: 'Netherlands, Belgium, Germany' },
      { value: 'Europe/London', nl: 'Verenigd Koninkrijk, Ierland, Portugal', en: 'United Kingdom, Ireland, Portugal' },
      { value: 'Europe/Helsinki', nl: 'Finland, Oost-Europa', en: 'Finland, Eastern Europe' },
      { value: 'UTC', nl: 'UTC', en: 'UTC' },
    ],
  }),
  apiUrl: field.text({
    nl: 'Adres van de koppeling',
    en: 'Address of the interface',
    help: {
      nl: 'Laat dit staan, tenzij Mijnwebwinkel u een ander adres geeft.',
      en: 'Leave this as it is, unless MyOnlineStore gives you another address.',
    },
    spec: 'SHOP-7',
    group,
    default: 'https://api.myonlinestore.com',
  }),
}

/** What `connect` is given: the values of the fields above. */
export type MijnwebwinkelSettings = {
  readonly key: string
  readonly partnerKey: string
  readonly orderStatuses: readonly string[]
  readonly lineKinds: Readonly<Record<string, LineKind>>
  readonly priceEntry: 'auto' | 'incl' | 'excl'
  readonly timeZone: string
  readonly apiUrl: string
}
