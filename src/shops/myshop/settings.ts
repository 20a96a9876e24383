// The settings of a myShop profile (SHOP-4): shop number and private key of the manual, and everything about the link that is not
// published, so that it can be set right without a new version.
import { field } from '../../settings/field.ts'
import { recipePattern } from './sign.ts'

const group = 'shop'
const partner = { key: 'flavour', is: ['partner'] } as const
const own = { key: 'recipe', is: ['own'] } as const

export const settings = {
  shopNumber: field.text({
    nl: 'Winkelnummer',
    en: 'Shop number',
    help: {
      nl: 'Het nummer van uw winkel bij myShop, alleen cijfers.',
      en: 'The number of your shop at myShop, digits only.',
    },
    spec: 'SHOP-4',
    group,
    required: true,
    max: 12,
    pattern: /^\d{4,12}$/,
  }),
  flavour: field.choice({
    nl: 'Soort koppeling',
    en: 'Kind of link',
    help: {
      nl: 'Alleen de ondertekening voor partners is zeker; die van een losse winkel en de indeling van de orders zijn aannamen. Controleer ze met ‘Verbinding testen’ en door van één order het voorbeeld naast uw winkel te leggen.',
      en: 'Only the signature for partners is certain; that of a single shop and the layout of orders are assumptions. Check them with the test of the connection and by comparing the preview of one order with your shop.',
    },
    spec: 'SHOP-4',
    group,
    default: 'single',
    choices: [
      { value: 'single', nl: 'Eigen winkel, met privésleutel', en: 'Own shop, with a private key' },
      { value: 'partner', nl: 'Als partner van myShop', en: 'As a partner of myShop' },
    ],
  }),
  privateKey: field.secret({
    nl: 'Privésleutel',
    en: 'Private key',
    help: {
      nl: 'In myShop: Koppelingen > Eigen koppelingen > Orders ophalen = ja, via externe server. Daar staat hij of maakt u hem. Wordt versleuteld bewaard.',
      en: 'In myShop: Koppelingen > Eigen koppelingen > Orders ophalen = ja, via externe server. It is shown or made there. Is kept encrypted.',
    },
    spec: 'SHOP-4',
    group,
    required: true,
    when: { key: 'flavour', is: ['single'] },
  }),
  partnerName: field.text({
    nl: 'Partnernaam',
    en: 'Partner name',
    help: { nl: 'Zoals myShop die aan de partner gaf.', en: 'As myShop gave it to the partner.' },
    spec: 'SHOP-4',
    group,
    required: true,
    max: 100,
    when: partner,
  }),
  partnerKey: field.secret({
    nl: 'Partnersleutel',
    en: 'Partner key',
    help: {
      nl: 'Hoort bij de partnernaam. Wordt versleuteld bewaard.',
      en: 'Belongs to the partner name. Is kept encrypted.',
    },
    spec: 'SHOP-4',
    group,
    required: true,
    when: partner,
  }),
  recipe: field.choice({
    nl: 'Ondertekening',
    en: 'Signature',
    help: {
      nl: 'Waaruit de handtekening onder elke vraag bestaat. Zelf uitzoeken probeert de bekende mogelijkheden en onthoudt welke uw winkel aanneemt; ‘Verbinding testen’ zegt welke dat is.',
      en: 'What the signature below each question is made of. Finding out tries the known ways and remembers which one your shop takes; the test of the connection tells which.',
    },
    spec: 'SHOP-4',
    group,
    default: 'auto',
    when: { key: 'flavour', is: ['single'] },
    choices: [
      { value: 'auto', nl: 'Zelf uitzoeken', en: 'Find out' },
      { value: 'h1', nl: 'H1: winkel, moment, sleutel, kaartje', en: 'H1: shop, moment, key, ticket' },
      { value: 'h2', nl: 'H2: winkel, sleutel, kaartje', en: 'H2: shop, key, ticket' },
      {
        value: 'h3',
        nl: 'H3: winkel, moment, sleutel, orders_get, kaartje',
        en: 'H3: shop, moment, key, orders_get, ticket',
      },
      { value: 'own', nl: 'Eigen volgorde', en: 'An order of one’s own' },
    ],
  }),
  ownRecipe: field.text({
    nl: 'Eigen volgorde',
    en: 'Order of one’s own',
    help: {
      nl: 'De delen op volgorde, met spaties ertussen: shop, cursor, key, partner, module, rpcId of vaste tekst tussen enkele aanhalingstekens. Bijvoorbeeld: shop cursor key rpcId.',
      en: 'The parts in their order, with spaces between: shop, cursor, key, partner, module, rpcId, or fixed text in single quotes. For example: shop cursor key rpcId.',
    },
    spec: 'SHOP-4',
    group,
    required: true,
    when: own,
    pattern: recipePattern,
  }),
  orderStatuses: field.list({
    nl: 'Orderstatussen',
    en: 'Order statuses',
    help: {
      nl: 'Alleen orders met deze orderstatus worden ingelezen; een order komt alsnog zodra de status verandert. Leeg: alles behalve afgebroken, geannuleerde en terugbetaalde orders.',
      en: 'Only orders with these order statuses are read; an order still comes once its status changes. Empty: all but broken-off, cancelled and refunded orders.',
    },
    spec: 'SHOP-4',
    group,
    optionsFrom: 'orderStatuses',
  }),
  priceEntry: field.choice({
    nl: 'Prijzen in de webshop',
    en: 'Prices in the webshop',
    help: {
      nl: 'Of uw winkel prijzen inclusief of exclusief btw heeft; moet passen bij het verkoopsjabloon.',
      en: 'Whether your shop has prices including or excluding VAT; must fit the sales template.',
    },
    spec: 'SALE-1',
    group,
    default: 'auto',
    choices: [
      { value: 'auto', nl: 'Zoals in de order staat', en: 'As the order says' },
      { value: 'incl', nl: 'Inclusief btw', en: 'Including VAT' },
      { value: 'excl', nl: 'Exclusief btw', en: 'Excluding VAT' },
    ],
  }),
  timeZone: field.choice({
    nl: 'Tijdzone van de winkel',
    en: 'Time zone of the shop',
    help: {
      nl: 'De tijden die myShop geeft, hebben geen zone. Vergelijk één order met uw winkel als u hieraan twijfelt.',
      en: 'The times that myShop gives have no zone. Compare one order with your shop if you doubt this.',
    },
    spec: 'SHOP-4',
    group,
    default: 'Europe/Amsterdam',
    choices: [
      { value: 'Europe/Amsterdam', nl: 'Nederland, België, Duitsland', en: 'Netherlands, Belgium, Germany' },
      { value: 'Europe/London', nl: 'Verenigd Koninkrijk, Ierland, Portugal', en: 'United Kingdom, Ireland, Portugal' },
      { value: 'Europe/Helsinki', nl: 'Finland, Oost-Europa', en: 'Finland, Eastern Europe' },
      { value: 'UTC', nl: 'UTC', en: 'UTC' },
    ],
  }),
  productList: field.text({
    nl: 'Productlijst voor voorraad',
    en: 'Product list for stock',
    help: {
      nl: 'Het nummer van de productlijst in myShop waarvan S-Connect de voorraad bijhoudt. Leeg: geen voorraad. De lijst heeft kolommen met productcode en voorraad.',
      en: 'The number of the product list in myShop whose stock S-Connect keeps up to date. Empty: no stock. The list has columns with product code and stock.',
    },
    spec: 'STOCK-3',
    group,
    max: 40,
    pattern: /^[\w-]+$/,
  }),
  baseUrl: field.text({
    nl: 'Adres van de koppeling',
    en: 'Address of the interface',
    help: {
      nl: 'Laat dit staan, tenzij myShop u een ander adres geeft.',
      en: 'Leave this as it is, unless myShop gives you another address.',
    },
    spec: 'SHOP-4',
    group,
    default: 'https://www.mijnwinkel.nl/RPC/',
  }),
  mapping: field.text({
    nl: 'Veldindeling',
    en: 'Mapping',
    help: {
      nl: 'Welk veld van de order wat is (docs/mapping.md). Leeg: de indeling die S-Connect aanneemt. Of die klopt, ziet u door een export van myShop te proberen met Bestand proberen.',
      en: 'Which field of the order is what (docs/mapping.md). Empty: the layout that S-Connect assumes. Whether it is right you see by trying an export of myShop with Try a file.',
    },
    spec: 'SHOP-4',
    group: 'mapping',
    max: 100_000,
    multiline: true,
  }),
} as const

/** What `connect` is given: the values of the fields above. */
export type MyShopSettings = {
  readonly shopNumber: string
  readonly flavour: 'single' | 'partner'
  readonly privateKey: string
  readonly partnerName: string
  readonly partnerKey: string
  readonly recipe: 'auto' | 'h1' | 'h2' | 'h3' | 'own'
  readonly ownRecipe: string
  readonly orderStatuses: readonly string[]
  readonly priceEntry: 'auto' | 'incl' | 'excl'
  readonly timeZone: string
  readonly productList: string
  readonly baseUrl: string
  readonly mapping: string
}
