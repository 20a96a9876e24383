// The settings of an OpenCart profile (SHOP-2), with the manual's own labels where it has them (manual OpenCart, 2.3).
import { field } from '../../settings/field.ts'
import type { Mapping } from './mapping.ts'

const onServer = { key: 'transport', is: ['ftp', 'ftps', 'ftpsImplicit', 'sftp'] } as const

export const settings = {
  transport: field.choice({
    nl: 'Soort verbinding',
    en: 'Kind of connection',
    help: {
      nl: 'Hoe het koppelbestand in de webshop wordt geplaatst. Vraag het uw webhost; FTPS is versleuteld en werkt bij de meeste.',
      en: 'How the connection file is placed in the webshop. Ask your web host; FTPS is encrypted and works with most.',
    },
    spec: 'SHOP-3',
    group: 'ftp',
    default: 'ftps',
    choices: [
      { value: 'ftps', nl: 'FTPS (expliciet)', en: 'FTPS (explicit)' },
      { value: 'ftpsImplicit', nl: 'FTPS (impliciet)', en: 'FTPS (implicit)' },
      { value: 'sftp', nl: 'SFTP (over SSH)', en: 'SFTP (over SSH)' },
      { value: 'ftp', nl: 'FTP (onversleuteld)', en: 'FTP (not encrypted)' },
      { value: 'none', nl: 'Geen: het koppelbestand staat er al', en: 'None: the connection file is there already' },
    ],
  }),
  ftpHost: field.text({
    nl: 'FTP server',
    en: 'FTP server',
    help: {
      nl: 'Adres van de FTP-server, bijvoorbeeld ftp.uwdomein.nl.',
      en: 'Address of the FTP server, such as ftp.yourdomain.nl.',
    },
    spec: 'SHOP-2',
    group: 'ftp',
    required: true,
    when: onServer,
  }),
  ftpPort: field.number({
    nl: 'Poort',
    en: 'Port',
    help: {
      nl: 'Leeg is de gebruikelijke poort: 21, voor impliciete FTPS 990, voor SFTP 22.',
      en: 'Empty is the usual port: 21, for implicit FTPS 990, for SFTP 22.',
    },
    spec: 'SHOP-2',
    group: 'ftp',
    default: null,
    min: 1,
    max: 65_535,
    when: onServer,
  }),
  ftpUser: field.text({
    nl: 'Gebruikersnaam',
    en: 'User name',
    help: { nl: 'Met het recht om mappen en bestanden te maken.', en: 'With the right to make folders and files.' },
    spec: 'SHOP-2',
    group: 'ftp',
    required: true,
    when: onServer,
  }),
  ftpPassword: field.secret({
    nl: 'Wachtwoord',
    en: 'Password',
    help: { nl: 'Wordt versleuteld bewaard.', en: 'Is kept encrypted.' },
    spec: 'SHOP-2',
    group: 'ftp',
    required: true,
    when: onServer,
  }),
  shopFolder: field.text({
    nl: 'Map winkel',
    en: 'Shop folder',
    help: {
      nl: 'De map op de FTP-server waarin config.php en de mappen admin, catalog en system staan. Vaak leeg, soms bijvoorbeeld /public_html/.',
      en: 'The folder on the FTP server that holds config.php and the folders admin, catalog and system. Often empty, sometimes /public_html/ for example.',
    },
    spec: 'SHOP-2',
    group: 'ftp',
    when: onServer,
  }),
  shopUrl: field.text({
    nl: 'Webshop URL',
    en: 'Webshop URL',
    help: {
      nl: 'Het internetadres van de winkel, bijvoorbeeld https://www.uwdomein.nl/winkel. Het moet rechtstreeks naar de winkel gaan, zonder doorverwijzing.',
      en: 'The web address of the shop, such as https://www.yourdomain.nl/shop. It must lead straight to the shop, without a redirect.',
    },
    spec: 'SHOP-2',
    group: 'shop',
    required: true,
  }),
  tablePrefix: field.text({
    nl: 'Tabel-prefix',
    en: 'Table prefix',
    help: {
      nl: 'Staat in config.php van de winkel achter DB_PREFIX. Leeg is oc_. Heeft de winkel geen prefix, vul dan een streepje (-) in.',
      en: 'Stands behind DB_PREFIX in config.php of the shop. Empty is oc_. If the shop has no prefix at all, type a dash (-).',
    },
    spec: 'SHOP-2',
    group: 'shop',
    pattern: /^(-|[A-Za-z0-9_]{1,64})$/,
  }),
  orderStatuses: field.list({
    nl: 'Orderstatussen',
    en: 'Order statuses',
    help: {
      nl: 'Alleen orders met deze status worden ingelezen; een order komt alsnog zodra de status verandert. Leeg: elke status die een verkoop betekent, dus niet geannuleerd, geweigerd, mislukt, verlopen of terugbetaald.',
      en: 'Only orders with these statuses are read; an order still comes once its status changes. Empty: every status that means a sale, so not cancelled, denied, failed, expired or refunded.',
    },
    spec: 'SHOP-3',
    group: 'shop',
    optionsFrom: 'orderStatuses',
  }),
  articleCode: field.choice({
    nl: 'Artikelcode uit OpenCart',
    en: 'Article code from OpenCart',
    help: {
      nl: 'Welk veld van het product de artikelcode is. Is het leeg, dan geldt de standaard artikelcode.',
      en: 'Which field of the product is the article code. Where it is empty the default article code applies.',
    },
    spec: 'SHOP-3',
    group: 'shop',
    default: 'sku',
    choices: [
      { value: 'sku', nl: 'SKU', en: 'SKU' },
      { value: 'skuElseModel', nl: 'SKU, anders model', en: 'SKU, else model' },
      { value: 'model', nl: 'Model', en: 'Model' },
      { value: 'ean', nl: 'EAN', en: 'EAN' },
      { value: 'upc', nl: 'UPC', en: 'UPC' },
      { value: 'jan', nl: 'JAN', en: 'JAN' },
      { value: 'isbn', nl: 'ISBN', en: 'ISBN' },
      { value: 'mpn', nl: 'MPN', en: 'MPN' },
    ],
  }),
  variantCodes: field.toggle({
    nl: 'Code van de gekozen variant',
    en: 'Code of the chosen variant',
    help: {
      nl: 'OpenCart 4 boekt een variant op het hoofdproduct. Aan: heeft de variant een eigen code, dan geldt die.',
      en: 'OpenCart 4 books a variant on its main product. On: where the variant has a code of its own, that is used.',
    },
    spec: 'SHOP-3',
    group: 'shop',
    default: false,
  }),
  chargeKinds: field.table({
    nl: 'Soort van totaalregels',
    en: 'Kind of total rows',
    help: {
      nl: 'Wat een regel onder de order is (code van de regel, zoals cod_fee). Alleen nodig voor regels van extensies die S-Connect niet kent; zonder keuze is een bedrag kosten en een aftrek korting.',
      en: 'What a row below the order is (its code, such as cod_fee). Only needed for rows of extensions that S-Connect does not know; without a choice an amount is a cost and a deduction a discount.',
    },
    spec: 'SALE-8',
    group: 'shop',
    choices: [
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
    group: 'shop',
    default: 'auto',
    choices: [
      { value: 'auto', nl: 'Zoals in de winkel is ingesteld', en: 'As set in the shop' },
      { value: 'incl', nl: 'Inclusief btw', en: 'Including VAT' },
      { value: 'excl', nl: 'Exclusief btw', en: 'Excluding VAT' },
    ],
  }),
  untaxedOrders: field.choice({
    nl: 'Orders zonder btw',
    en: 'Orders without VAT',
    help: {
      nl: 'Een winkel zonder btw-instellingen bewaart geen btw, ook als de prijzen inclusief zijn. Zulke orders zien er net zo uit als export; alleen u weet welke het zijn.',
      en: 'A shop without a tax set-up stores no VAT, even if its prices include it. Such orders look just like exports; only you know which they are.',
    },
    spec: 'SALE-1',
    group: 'shop',
    default: 'auto',
    choices: [
      { value: 'auto', nl: 'Volgens de btw-instellingen van de winkel', en: 'By the tax set-up of the shop' },
      { value: 'noVat', nl: 'Er is geen btw berekend', en: 'No VAT was charged' },
      { value: 'inclVat', nl: 'De btw zit in de prijzen', en: 'The VAT is inside the prices' },
    ],
  }),
  includedVatPercent: field.number({
    nl: 'Btw-percentage in de prijzen',
    en: 'VAT percentage inside the prices',
    help: { nl: 'Geldt voor elke regel van zo’n order.', en: 'Applies to every line of such an order.' },
    spec: 'SALE-1',
    group: 'shop',
    default: 21,
    min: 0,
    max: 30,
    when: { key: 'untaxedOrders', is: ['inclVat'] },
  }),
}

/** What `connect` is given: the values of the fields above. */
export type OpenCartSettings = Omit<Mapping, 'includedVatPercent'> & {
  readonly transport: 'ftp' | 'ftps' | 'ftpsImplicit' | 'sftp' | 'none'
  readonly ftpHost: string
  readonly ftpPort: number | null
  readonly ftpUser: string
  readonly ftpPassword: string
  readonly shopFolder: string
  readonly shopUrl: string
  readonly tablePrefix: string
  readonly includedVatPercent: number | null
}

/** The prefix as the shop's database has it: empty means the default, a dash none at all (SHOP-2). */
export const toPrefix = (setting: string): string => (setting === '' ? 'oc_' : setting === '-' ? '' : setting)

export const toMapping = (values: OpenCartSettings): Mapping => ({
  articleCode: values.articleCode,
  variantCodes: values.variantCodes,
  chargeKinds: values.chargeKinds,
  priceEntry: values.priceEntry,
  untaxedOrders: values.untaxedOrders,
  includedVatPercent: values.includedVatPercent ?? 21,
  orderStatuses: values.orderStatuses,
})
