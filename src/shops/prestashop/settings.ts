// The settings of a PrestaShop profile (SHOP-5), with the manual's own labels where it has them.
import { field } from '../../settings/field.ts'
import type { Mapping } from './mapping.ts'

const byModule = { key: 'way', is: ['module'] } as const
const byWebservice = { key: 'way', is: ['webservice'] } as const

export const settings = {
  shopUrl: field.text({
    nl: 'Webadres',
    en: 'Web address',
    help: {
      nl: 'Het internetadres van de webshop, bijvoorbeeld https://www.uwdomein.nl of https://www.uwdomein.nl/winkel. Het moet rechtstreeks naar de winkel gaan, zonder doorverwijzing.',
      en: 'The web address of the webshop, such as https://www.yourdomain.nl or https://www.yourdomain.nl/shop. It must lead straight to the shop, without a redirect.',
    },
    spec: 'SHOP-5',
    group: 'shop',
    required: true,
  }),
  way: field.choice({
    nl: 'Manier van koppelen',
    en: 'Way of connecting',
    help: {
      nl: 'De module leest sneller en kent alle gegevens van een order. De webservice vraagt geen installatie, alleen een API-sleutel.',
      en: 'The module reads faster and knows everything about an order. The web service needs no installation, only an API key.',
    },
    spec: 'SHOP-5',
    group: 'shop',
    default: 'module',
    choices: [
      { value: 'module', nl: 'Module S-Connect', en: 'S-Connect module' },
      { value: 'webservice', nl: 'Webservice van PrestaShop', en: 'PrestaShop’s web service' },
    ],
  }),
  token: field.secret({
    nl: 'Token',
    en: 'Token',
    help: {
      nl: 'Klik op het slotje om een token te maken. Vul hetzelfde token in PrestaShop in, in de module S-Connect bij security key. S-Connect toont het één keer.',
      en: 'Press the lock to make a token. Enter the same token in PrestaShop, in the S-Connect module, as security key. S-Connect shows it once.',
    },
    spec: 'SHOP-5',
    group: 'shop',
    required: true,
    generate: true,
    when: byModule,
  }),
  apiKey: field.secret({
    nl: 'API-sleutel',
    en: 'API key',
    help: {
      nl: 'Maak hem in PrestaShop bij Geavanceerde instellingen, Webservice: 32 tekens. Vink GET aan voor orders en alles wat daarbij hoort, en PUT voor stock_availables als S-Connect de voorraad bijwerkt.',
      en: 'Make it in PrestaShop under Advanced parameters, Webservice: 32 characters. Tick GET for orders and all that belongs to them, and PUT for stock_availables if S-Connect keeps the stock.',
    },
    spec: 'SHOP-5',
    group: 'shop',
    required: true,
    when: byWebservice,
  }),
  orderStatuses: field.list({
    nl: 'Orderstatussen',
    en: 'Order statuses',
    help: {
      nl: 'Alleen orders met deze status worden ingelezen; een order komt alsnog zodra de status verandert. Leeg: elke status die een verkoop betekent, ook als de betaling nog komt; dus niet geannuleerd, terugbetaald of met een betalingsfout.',
      en: 'Only orders with these statuses are read; an order still comes once its status changes. Empty: every status that means a sale, also while payment is awaited; so not cancelled, refunded or with a payment error.',
    },
    spec: 'SHOP-5',
    group: 'shop',
    optionsFrom: 'orderStatuses',
  }),
  orderNumber: field.choice({
    nl: 'Ordernummer',
    en: 'Order number',
    help: {
      nl: 'Wat u in SnelStart als nummer van de order ziet. Een gesplitst winkelmandje geeft meer orders met dezelfde referentie; de tweede krijgt dan -2 erachter. Kies dit vóór de eerste order: het is ook het betalingskenmerk.',
      en: 'What you see in SnelStart as the number of the order. A split basket gives several orders with one reference; the second then has -2 behind it. Choose this before the first order: it is the payment reference as well.',
    },
    spec: 'SHOP-5',
    group: 'shop',
    default: 'reference',
    choices: [
      { value: 'reference', nl: 'Referentie (XKBKNABJK)', en: 'Reference (XKBKNABJK)' },
      { value: 'id', nl: 'Volgnummer (ID)', en: 'Sequence number (ID)' },
    ],
  }),
  articleCode: field.choice({
    nl: 'Artikelcode uit PrestaShop',
    en: 'Article code from PrestaShop',
    help: {
      nl: 'Welk veld van het product, of van de gekozen combinatie, de artikelcode is. Is het leeg, dan geldt de standaard artikelcode.',
      en: 'Which field of the product, or of the combination chosen, is the article code. Where it is empty the default article code applies.',
    },
    spec: 'SHOP-5',
    group: 'shop',
    default: 'reference',
    choices: [
      { value: 'reference', nl: 'Referentie', en: 'Reference' },
      { value: 'ean13', nl: 'EAN-13', en: 'EAN-13' },
      { value: 'supplierReference', nl: 'Referentie van de leverancier', en: 'Supplier’s reference' },
      { value: 'isbn', nl: 'ISBN', en: 'ISBN' },
      { value: 'upc', nl: 'UPC', en: 'UPC' },
      { value: 'mpn', nl: 'MPN', en: 'MPN' },
      { value: 'id', nl: 'ID (product-combinatie)', en: 'ID (product-combination)' },
    ],
  }),
  priceEntry: field.choice({
    nl: 'Prijzen in de webshop',
    en: 'Prices in the webshop',
    help: {
      nl: 'Of een order inclusief of exclusief btw naar SnelStart gaat; moet passen bij het verkoopsjabloon. PrestaShop bewaart beide.',
      en: 'Whether an order goes to SnelStart including or excluding VAT; must fit the sales template. PrestaShop keeps both.',
    },
    spec: 'SALE-1',
    group: 'shop',
    default: 'incl',
    choices: [
      { value: 'incl', nl: 'Inclusief btw', en: 'Including VAT' },
      { value: 'excl', nl: 'Exclusief btw', en: 'Excluding VAT' },
      { value: 'auto', nl: 'Zoals de klantgroep de prijzen ziet', en: 'As the customer’s group sees the prices' },
    ],
  }),
  articlesStartAt: field.instant({
    nl: 'Artikelen synchroniseren vanaf',
    en: 'Synchronise articles from',
    help: {
      nl: 'Artikelen die in de winkel daarna zijn gewijzigd, worden bijgewerkt. Leeg: vanaf hetzelfde tijdstip als de orders.',
      en: 'Articles that were changed in the shop after this are brought up to date. Empty: from the same time as the orders.',
    },
    spec: 'SHOP-5',
    group: 'shop',
  }),
}

/** What `connect` is given: the values of the fields above. */
export type PrestaShopSettings = Pick<Mapping, 'articleCode' | 'priceEntry' | 'orderStatuses'> & {
  readonly shopUrl: string
  readonly way: 'module' | 'webservice'
  readonly token: string
  readonly apiKey: string
  readonly orderNumber: Mapping['number']
  readonly articlesStartAt: string | null
}

export const toMapping = (values: PrestaShopSettings): Mapping => ({
  articleCode: values.articleCode,
  number: values.orderNumber,
  priceEntry: values.priceEntry,
  orderStatuses: values.orderStatuses,
})
