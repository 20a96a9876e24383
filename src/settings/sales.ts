// 'Aansluiting SnelStart – Verkopen': how an order of the shop becomes a sales order (SALE-1 … SALE-10).

import { creditFields } from './credits.ts'
import { field, settingsOf } from './field.ts'

const group = 'sales'

/** One or more article codes, one per VAT rate; see `chargeArticles`. */
const chargeHelp = {
  nl: 'Een artikelcode, of kostensoort1 / kostensoort2 voor de voet van de order. Komen er verschillende btw-tarieven voor, vul dan meer artikelcodes in, gescheiden door een komma; S-Connect kiest het artikel met het tarief van de webshop. Alleen nodig als een order dit bedrag heeft.',
  en: 'An article code, or costtype1 / costtype2 for the order footer. Where several VAT rates occur, give more article codes, separated by commas; S-Connect takes the article with the rate of the shop. Needed only when an order has this amount.',
}

export const salesFields = {
  salesTemplate: field.text({
    nl: 'Verkoopsjabloon',
    en: 'Sales template',
    spec: 'SALE-1',
    group,
    optionsFrom: 'salesTemplates',
    required: true,
    help: {
      nl: 'Het sjabloon waarmee de verkooporders worden gemaakt. De btw-instelling (incl. of excl.) moet overeenkomen met die van de webshop.',
      en: 'The template that sales orders are made with. Its VAT setting (incl. or excl.) must match that of the shop.',
    },
  }),
  lastTemplate: field.toggle({
    nl: 'Laatste overnemen',
    en: 'Use the last one',
    spec: 'SALE-1',
    group,
    default: false,
    help: {
      nl: 'Neemt het sjabloon van de laatste order van deze klant; heeft de klant er geen, dan het gekozen sjabloon.',
      en: 'Uses the template of this customer’s latest order; without one, the template chosen above.',
    },
  }),
  paymentReferenceUnique: field.toggle({
    nl: 'Betalingskenmerk uniek',
    en: 'Unique payment reference',
    spec: 'SALE-2',
    group,
    default: false,
    help: {
      nl: 'Kijkt eerst of SnelStart het ordernummer al als betalingskenmerk heeft. Zo ja, dan wordt de order overgeslagen. Dit kost een extra vraag aan SnelStart per order.',
      en: 'First looks whether SnelStart already has the order number as a payment reference. If so, the order is skipped. This costs one extra question to SnelStart per order.',
    },
  }),
  orderDescription: field.choice({
    nl: 'Omschrijving order',
    en: 'Order description',
    spec: 'SALE-3',
    group,
    default: 'generated',
    help: {
      nl: 'Deze tekst staat in SnelStart bij de lijst met orders.',
      en: 'This text stands in SnelStart’s list of orders.',
    },
    choices: [
      {
        value: 'generated',
        nl: 'Automatisch genereren (orderstatus en betaalinformatie)',
        en: 'Generate (order status and payment information)',
      },
      { value: 'empty', nl: 'Leeg laten', en: 'Leave empty' },
      { value: 'shopName', nl: 'Naam van webshop/profiel', en: 'Name of the shop or profile' },
      { value: 'orderNumber', nl: 'Webshop-order <ordernummer>', en: 'Webshop-order <order number>' },
    ],
  }),
  addresses: field.choice({
    nl: 'Adressen verkooporder',
    en: 'Addresses of the sales order',
    spec: 'SALE-4',
    group,
    default: 'fromOrder',
    help: {
      nl: 'Waar factuuradres en afleveradres van de order vandaan komen.',
      en: 'Where the invoice and delivery address of the order come from.',
    },
    choices: [
      { value: 'fromOrder', nl: 'Uit externe order', en: 'From the shop’s order' },
      { value: 'fromCustomer', nl: 'Van klantkaart', en: 'From the customer card' },
    ],
  }),
  orderLines: field.choice({
    nl: 'Verwerking orderregels',
    en: 'Order lines',
    spec: 'SALE-5',
    group,
    default: 'full',
    help: {
      nl: 'Wat van elke regel uit de webshop wordt overgenomen.',
      en: 'What is taken over from each line of the shop.',
    },
    choices: [
      { value: 'full', nl: 'Volledig overnemen', en: 'Take over fully' },
      {
        value: 'codeAndQuantity',
        nl: 'Alleen artikelcode en aantal',
        en: 'Article code and quantity only',
        needsCapability: 'priceFromAccounting',
      },
      { value: 'ownDescription', nl: 'Omschrijving uit SnelStart-artikel', en: 'Description from SnelStart’s article' },
    ],
  }),
  recipes: field.choice({
    nl: 'SnelStart-recepten',
    en: 'SnelStart recipes',
    spec: 'SALE-6',
    group,
    default: 'never',
    help: {
      nl: 'Of bij een artikel met een recept ook de onderdelen op de order komen.',
      en: 'Whether the parts of an article with a recipe come on the order as well.',
    },
    choices: [
      { value: 'never', nl: 'Nooit uitklappen', en: 'Never expand' },
      {
        value: 'always',
        nl: 'Uitklappen als ‘Recept plaatsen’ is ‘altijd’',
        en: 'Expand where the article says ‘always’',
        needsCapability: 'recipeModes',
      },
      {
        value: 'choiceOrAlways',
        nl: 'Uitklappen als ‘Recept plaatsen’ is ‘keuze’ of ‘altijd’',
        en: 'Expand where the article says ‘choice’ or ‘always’',
        needsCapability: 'recipeModes',
      },
      { value: 'expand', nl: 'Altijd uitklappen', en: 'Always expand' },
    ],
  }),
  productOptions: field.choice({
    nl: 'Productopties',
    en: 'Product options',
    spec: 'SALE-7',
    group,
    default: 'onLine',
    help: {
      nl: 'Wat er met de gekozen opties (maat, kleur, opdruk) gebeurt.',
      en: 'What happens to the options chosen (size, colour, print).',
    },
    choices: [
      { value: 'ignore', nl: 'Negeren', en: 'Ignore' },
      { value: 'onLine', nl: 'Op de orderregel', en: 'On the order line' },
      { value: 'separateLine', nl: 'Als aparte orderregel', en: 'As a separate order line' },
    ],
  }),
  optionArticle: field.text({
    nl: 'Artikelcode voor opties',
    en: 'Article code for options',
    spec: 'SALE-7',
    group,
    optionsFrom: 'articles',
    when: { key: 'productOptions', is: ['separateLine'] },
    help: {
      nl: 'Het artikel voor de aparte regels met opties. Leeg: de standaard artikelcode. Is die ook leeg, dan wordt een optie zonder prijs een tekstregel, als uw soort administratie die kent.',
      en: 'The article for the separate lines with options. Empty: the default article code. If that is empty too, an option without a price becomes a line of text, if your kind of administration has those.',
    },
  }),
  shippingArticle: field.text({
    nl: 'Verzendkosten',
    en: 'Shipping costs',
    spec: 'SALE-8',
    group,
    optionsFrom: 'articles',
    help: chargeHelp,
  }),
  discountArticle: field.text({
    nl: 'Kortingsbedrag',
    en: 'Discount',
    spec: 'SALE-8',
    group,
    optionsFrom: 'articles',
    help: chargeHelp,
  }),
  paymentArticle: field.text({
    nl: 'Betalingskosten',
    en: 'Payment costs',
    spec: 'SALE-8',
    group,
    optionsFrom: 'articles',
    help: chargeHelp,
  }),
  otherCostsArticle: field.text({
    nl: 'Overige kosten',
    en: 'Other costs',
    spec: 'SALE-8',
    group,
    optionsFrom: 'articles',
    help: {
      nl: 'Voor orderkosten, toeslagen, inpakken en bijdragen per stuk. Leeg: de instelling van Betalingskosten. Meer artikelcodes gescheiden door een komma mag.',
      en: 'For order costs, surcharges, wrapping and contributions by the piece. Empty: as payment costs. Several article codes separated by commas are allowed.',
    },
  }),
  giftCardArticle: field.text({
    nl: 'Cadeaubonnen en tegoed',
    en: 'Gift cards and store credit',
    spec: 'SALE-8',
    group,
    optionsFrom: 'articles',
    help: {
      nl: 'Het artikel zonder btw waarop verkochte en ingewisselde cadeaubonnen en verbruikt tegoed komen. Alleen nodig als een order dit heeft.',
      en: 'The article without VAT for gift cards sold and redeemed and for store credit used. Needed only when an order has one.',
    },
  }),
  differenceArticle: field.text({
    nl: 'Verschil ordertotaal',
    en: 'Order total difference',
    spec: 'SALE-9',
    group,
    optionsFrom: 'articles',
    help: {
      nl: 'Het artikel voor wat het totaal van de webshop meer of minder is dan de regels en kosten samen. Leeg: zo’n order wordt niet gemaakt maar gemeld.',
      en: 'The article for what the shop’s total is more or less than the lines and costs together. Empty: such an order is not made but reported.',
    },
  }),
  defaultArticle: field.text({
    nl: 'Standaard artikelcode',
    en: 'Default article code',
    spec: 'SALE-10',
    group,
    optionsFrom: 'articles',
    help: {
      nl: 'Voor regels waarbij de webshop geen artikelcode geeft. Meer artikelcodes gescheiden door een komma: per btw-tarief één.',
      en: 'For lines where the shop gives no article code. Several article codes separated by commas: one per VAT rate.',
    },
  }),
  foreignReducedRate: field.choice({
    nl: 'Laag tarief in andere EU-landen',
    en: 'Reduced rate in other EU countries',
    spec: 'SALE-1',
    group,
    default: 'higher',
    help: {
      nl: 'Alleen met buitenlandse btw (OSS) in SnelStart. Sommige landen hebben twee verlaagde tarieven (België 12 % en 6 %); kies welk SnelStart rekent voor artikelen met het lage tarief.',
      en: 'Only with foreign VAT (one-stop shop) in SnelStart. Some countries have two reduced rates (Belgium 12 % and 6 %); choose which one SnelStart charges for articles of the low rate.',
    },
    choices: [
      { value: 'higher', nl: 'Het hogere verlaagde tarief', en: 'The higher reduced rate' },
      { value: 'lower', nl: 'Het lagere verlaagde tarief', en: 'The lower reduced rate' },
    ],
  }),
  ...creditFields,
} as const

export const salesSettings = settingsOf(salesFields)
