// 'Aansluiting SnelStart – Financieel': how an order becomes a sales entry (FIN-1 … FIN-4). Journal and VAT accounts are read
// from SnelStart and have no setting.
import {
  allCells,
  cellsOf,
  keyOf,
  kindWords,
  regions,
  regionWords,
  revenueKinds,
  vatWords,
} from '../core/sales-entry/matrix.ts'
import { field, type MatrixMeta, settingsOf } from './field.ts'

const group = 'bookkeeping'

/** Kinds of revenue as rows; VAT kinds as columns, grouped by region. A cell's key is its row's and its column's: 'turnover.high.nl'. */
const matrix: MatrixMeta = {
  rows: revenueKinds.map((key) => ({ key, ...kindWords[key] })),
  columnGroups: regions.map((region) => ({
    key: region,
    ...regionWords[region],
    columns: cellsOf('turnover')
      .filter((cell) => cell.region === region)
      .map(({ vat }) => ({ key: `${vat}.${region}`, ...vatWords[vat] })),
  })),
  cells: allCells.map(keyOf),
}

export const bookkeepingFields = {
  ledgerMatrix: field.matrix({
    nl: 'Koppeling grootboekrekeningen',
    en: 'Ledger accounts',
    spec: 'FIN-2',
    group,
    optionsFrom: 'ledgerAccounts',
    matrix,
    help: {
      nl: 'Per soort omzet, btw-soort en regio een grootboekrekening. Alleen in te vullen wat uw orders nodig hebben: verkoopt u alleen in Nederland met hoge btw, dan is ‘Omzet Nederland, btw hoog’ genoeg. Verzendkosten, betalingskosten en korting die leeg zijn, gaan naar de omzet met dezelfde btw.',
      en: 'A ledger account per kind of revenue, VAT kind and region. Fill in only what your orders need: if you sell in the Netherlands at high VAT only, ‘Turnover Netherlands, high VAT’ is enough. Shipping costs, payment costs and discount left empty go with the turnover of the same VAT.',
    },
  }),
  untaxed: field.choice({
    nl: 'Verkopen zonder btw',
    en: 'Sales without VAT',
    spec: 'FIN-2',
    group,
    default: 'zero',
    help: {
      nl: 'De webshop zegt niet waarom een artikel 0 % btw heeft. Vrijgestelde omzet komt niet in de btw-aangifte, omzet tegen 0 % wel. Geldt niet voor export en btw verlegd.',
      en: 'The shop does not say why an article has 0 % VAT. Exempt turnover is not in the VAT return, turnover at 0 % is. Not for exports and reverse charge.',
    },
    choices: [
      { value: 'zero', nl: '0 % / geen btw', en: '0 % / no VAT' },
      { value: 'exempt', nl: 'Vrijgesteld van btw', en: 'Exempt from VAT' },
    ],
  }),
  giftCardLedger: field.text({
    nl: 'Rekening cadeaubonnen en tegoed',
    en: 'Account for gift cards and store credit',
    spec: 'FIN-2',
    group,
    optionsFrom: 'ledgerAccounts',
    max: 50,
    help: {
      nl: 'Een balansrekening zonder btw. Een verkochte cadeaubon is nog geen omzet en een gebruikte is een betaling; beide komen hier. Alleen nodig als een order dit heeft.',
      en: 'A balance account without VAT. A gift card sold is not revenue yet and one used is a payment; both go here. Needed only when an order has one.',
    },
  }),
  differenceLedger: field.text({
    nl: 'Rekening verschil ordertotaal',
    en: 'Account for order total differences',
    spec: 'SALE-9',
    group,
    optionsFrom: 'ledgerAccounts',
    max: 50,
    help: {
      nl: 'Voor wat het totaal van de webshop meer of minder is dan de regels en kosten samen. Leeg: zo’n order wordt niet geboekt maar gemeld.',
      en: 'For what the shop’s total is more or less than the lines and costs together. Empty: such an order is not booked but reported.',
    },
  }),
  invoicePrefix: field.text({
    nl: 'Voorvoegsel factuurnummer',
    en: 'Prefix of the invoice number',
    spec: 'FIN-1',
    group,
    max: 15,
    help: {
      nl: 'Het factuurnummer is het ordernummer. Hebt u meer webshops op één administratie, geef dan elke webshop een eigen voorvoegsel, zoals ‘W-’. Samen ten hoogste 25 tekens.',
      en: 'The invoice number is the order number. If several shops use one administration, give each a prefix of its own, such as ‘W-’. Together at most 25 characters.',
    },
  }),
  entryDescription: field.text({
    nl: 'Omschrijving boeking',
    en: 'Description of the entry',
    spec: 'FIN-1',
    group,
    default: 'Webshop-order {ordernummer}',
    max: 250,
    help: {
      nl: 'Hierin kunt u gebruiken: {ordernummer}, {naam}, {betalingskenmerk}, {betaalwijze}, {status}, {datum}, {webshop}, {opmerking} en {origineel} (bij een creditorder).',
      en: 'You can use: {number}, {name}, {reference} (of the payment), {payment}, {status}, {date}, {shop}, {remarks} and {original} (of a credit order).',
    },
  }),
  documentNumber: field.choice({
    nl: 'Boekstuk',
    en: 'Document number',
    spec: 'FIN-1',
    group,
    default: 'empty',
    help: { nl: 'Wat in het veld Boekstuk komt.', en: 'What goes in the document number field.' },
    choices: [
      { value: 'empty', nl: 'Leeg laten', en: 'Leave empty' },
      { value: 'orderNumber', nl: 'Ordernummer', en: 'Order number' },
      { value: 'paymentReference', nl: 'Betalingskenmerk van de betaling', en: 'Reference of the payment' },
      { value: 'shopInvoice', nl: 'Factuurnummer van de webshop', en: 'Invoice number of the shop' },
    ],
  }),
  entryTermDays: field.number({
    nl: 'Betalingstermijn boeking (dagen)',
    en: 'Payment term of the entry (days)',
    spec: 'FIN-1',
    group,
    default: null,
    min: 0,
    max: 999,
    help: {
      nl: 'Leeg: de termijn van de klantkaart.',
      en: 'Empty: the term of the customer card.',
    },
  }),
  markUnread: field.toggle({
    nl: 'Markeer als ongelezen',
    en: 'Mark as unread',
    spec: 'FIN-3',
    group,
    default: false,
    needsCapability: 'markUnread',
    help: {
      nl: 'Nieuwe boekingen staan in SnelStart vetgedrukt, zodat u ze snel herkent.',
      en: 'New entries stand in bold in SnelStart, so that you see them at once.',
    },
  }),
} as const

export const bookkeepingSettings = settingsOf(bookkeepingFields)
