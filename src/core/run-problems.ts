// Problems that arise while writing, whatever the order holds: refused, in doubt, not understood.
import type { ProblemCatalogue } from './problem.ts'

const doubtTodo = {
  nl: 'S-Connect kijkt dit bij de volgende keer zelf na en maakt niets dubbel. Blijft dit staan, zoek dan in SnelStart op het betalingskenmerk {number}: staat de order er, kies dan ‘Afhandelen’; staat hij er niet, dan maakt ‘Opnieuw’ hem.',
  en: 'S-Connect looks this up by itself next time and makes nothing twice. If it stays, search SnelStart for payment reference {number}: if the order is there, choose ‘Dismiss’; if not, ‘Retry’ makes it.',
}

export const runProblems = {
  'write.refused': {
    spec: 'BEY-1',
    setting: null,
    level: 'problem',
    text: {
      nl: 'Order {number} van {customer} ({amount}): SnelStart weigerde deze order: {reason}',
      en: 'Order {number} of {customer} ({amount}): SnelStart refused this order: {reason}',
    },
    todo: {
      nl: 'Verhelp wat SnelStart noemt, in SnelStart of in de webshop. S-Connect probeert het bij elke keer opnieuw.',
      en: 'Mend what SnelStart names, in SnelStart or in the shop. S-Connect tries again each time.',
    },
  },
  'write.stale': {
    spec: 'BEY-1',
    setting: null,
    level: 'problem',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de klant of een artikel is in SnelStart verwijderd of op non-actief gezet: {reason}',
      en: 'Order {number} of {customer} ({amount}): the customer or an article was removed or made inactive in SnelStart: {reason}',
    },
    todo: {
      nl: 'Zet de klant of het artikel in SnelStart weer actief, of wacht: eens per dag leest S-Connect alle klanten en artikelen opnieuw.',
      en: 'Make the customer or article active again in SnelStart, or wait: once a day S-Connect reads all customers and articles anew.',
    },
  },
  'write.unknown.customer': {
    spec: 'BEY-1',
    setting: null,
    level: 'problem',
    text: {
      nl: 'Order {number} van {customer} ({amount}): onbekend of SnelStart de nieuwe klant kreeg; de verbinding viel weg.',
      en: 'Order {number} of {customer} ({amount}): not known whether SnelStart got the new customer; the connection was lost.',
    },
    todo: doubtTodo,
  },
  'write.unknown.article': {
    spec: 'BEY-1',
    setting: null,
    level: 'problem',
    text: {
      nl: 'Order {number} van {customer} ({amount}): onbekend of SnelStart het nieuwe artikel kreeg; de verbinding viel weg.',
      en: 'Order {number} of {customer} ({amount}): not known whether SnelStart got the new article; the connection was lost.',
    },
    todo: doubtTodo,
  },
  'write.unknown.salesOrder': {
    spec: 'BEY-1',
    setting: null,
    level: 'problem',
    text: {
      nl: 'Order {number} van {customer} ({amount}): onbekend of SnelStart de order kreeg; de verbinding viel weg.',
      en: 'Order {number} of {customer} ({amount}): not known whether SnelStart got the order; the connection was lost.',
    },
    todo: doubtTodo,
  },
  'write.unknown.salesEntry': {
    spec: 'BEY-1',
    setting: null,
    level: 'problem',
    text: {
      nl: 'Order {number} van {customer} ({amount}): onbekend of SnelStart de verkoopboeking kreeg; de verbinding viel weg.',
      en: 'Order {number} of {customer} ({amount}): not known whether SnelStart got the sales entry; the connection was lost.',
    },
    todo: {
      nl: 'U hoeft niets te doen: S-Connect zoekt bij de volgende keer het factuurnummer op en boekt niets dubbel.',
      en: 'You need not do anything: S-Connect looks the invoice number up next time and books nothing twice.',
    },
  },
  'write.numberTaken': {
    spec: 'FIN-1',
    setting: null,
    level: 'problem',
    text: {
      nl: 'Order {number} van {customer} ({amount}): factuurnummer {invoiceNumber} is in SnelStart al gebruikt, op {holderDate} voor € {holderAmount}.',
      en: 'Order {number} of {customer} ({amount}): invoice number {invoiceNumber} is in use in SnelStart already, on {holderDate} for € {holderAmount}.',
    },
    todo: {
      nl: 'Zoek in SnelStart op factuurnummer {invoiceNumber}. Is het deze order, kies dan ‘Afhandelen’; zo niet, geef dan bij de instellingen de factuurnummers een voorvoegsel.',
      en: 'Search SnelStart for invoice number {invoiceNumber}. If it is this order, choose ‘Dismiss’; if not, give the invoice numbers a prefix in the settings.',
    },
  },
  'write.numberTakenBy': {
    spec: 'FIN-1',
    setting: null,
    level: 'problem',
    text: {
      nl: 'Order {number} van {customer} ({amount}): factuurnummer {invoiceNumber} is in SnelStart al gebruikt voor {holder}, op {holderDate} voor € {holderAmount}.',
      en: 'Order {number} of {customer} ({amount}): invoice number {invoiceNumber} is in use in SnelStart already for {holder}, on {holderDate} for € {holderAmount}.',
    },
    todo: {
      nl: 'Zoek in SnelStart op factuurnummer {invoiceNumber}. Is het deze order, kies dan ‘Afhandelen’; zo niet, geef dan bij de instellingen de factuurnummers een voorvoegsel.',
      en: 'Search SnelStart for invoice number {invoiceNumber}. If it is this order, choose ‘Dismiss’; if not, give the invoice numbers a prefix in the settings.',
    },
  },
  'write.unknown.several': {
    spec: 'BEY-1',
    setting: null,
    level: 'problem',
    text: {
      nl: 'Order {number} van {customer} ({amount}): SnelStart heeft meer dan één order die dit kan zijn.',
      en: 'Order {number} of {customer} ({amount}): SnelStart has more than one order that this can be.',
    },
    todo: {
      nl: 'Zoek in SnelStart op het betalingskenmerk {number}. Staat de order er goed, kies dan ‘Afhandelen’.',
      en: 'Search SnelStart for payment reference {number}. If the order is right there, choose ‘Dismiss’.',
    },
  },
  'customer.noFreeCode': {
    spec: 'CUST-5',
    setting: null,
    level: 'problem',
    text: {
      nl: 'Order {number} van {customer} ({amount}): er werd geen vrije klantcode gevonden; de laatste die is geprobeerd is {code}.',
      en: 'Order {number} of {customer} ({amount}): no free customer code was found; the last one tried was {code}.',
    },
    todo: {
      nl: 'Kijk in SnelStart welke klantcodes vrij zijn, en probeer de order opnieuw.',
      en: 'Look in SnelStart which customer codes are free, and retry the order.',
    },
  },
  'customer.vatNumberRefused': {
    spec: 'CUST-5',
    setting: null,
    level: 'warning',
    text: {
      nl: 'Order {number} van {customer} ({amount}): SnelStart weigerde btw-nummer {vatNumber}; de klant is zonder btw-nummer gemaakt. {reason}',
      en: 'Order {number} of {customer} ({amount}): SnelStart refused VAT number {vatNumber}; the customer was made without it. {reason}',
    },
    todo: {
      nl: 'Vraag de klant het btw-nummer en vul het in SnelStart in.',
      en: 'Ask the customer for the VAT number and fill it in in SnelStart.',
    },
  },
  'sale.deliveryAddressMissing': {
    spec: 'SALE-4',
    setting: null,
    level: 'warning',
    text: {
      nl: 'Order {number} van {customer} ({amount}) staat in SnelStart, maar zonder het afleveradres: {reason}',
      en: 'Order {number} of {customer} ({amount}) is in SnelStart, but without the delivery address: {reason}',
    },
    todo: {
      nl: 'Vul in SnelStart het afleveradres van deze order zelf in.',
      en: 'Fill in the delivery address of this order in SnelStart yourself.',
    },
  },
  'customer.updateRefused': {
    spec: 'CUST-5',
    setting: 'customerHandling',
    level: 'warning',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de klantkaart kon niet worden bijgewerkt: {reason}',
      en: 'Order {number} of {customer} ({amount}): the customer card could not be updated: {reason}',
    },
    todo: {
      nl: 'De order is wel gemaakt. Pas de klantkaart zo nodig zelf aan.',
      en: 'The order was made. Change the customer card yourself where needed.',
    },
  },
  'customer.updateUnsure': {
    spec: 'CUST-5',
    setting: 'customerHandling',
    level: 'warning',
    text: {
      nl: 'Order {number} van {customer} ({amount}): onbekend of de klantkaart is bijgewerkt; de verbinding viel weg.',
      en: 'Order {number} of {customer} ({amount}): not known whether the customer card was updated; the connection was lost.',
    },
    todo: { nl: 'De order is wel gemaakt. Kijk de klantkaart na.', en: 'The order was made. Check the customer card.' },
  },
  'article.updateRefused': {
    spec: 'ART-3',
    setting: 'articleHandling',
    level: 'warning',
    text: {
      nl: 'Order {number} van {customer} ({amount}): artikel {code} kon niet worden bijgewerkt: {reason}',
      en: 'Order {number} of {customer} ({amount}): article {code} could not be updated: {reason}',
    },
    todo: {
      nl: 'De order is wel gemaakt. Pas het artikel zo nodig zelf aan.',
      en: 'The order was made. Change the article yourself where needed.',
    },
  },
  'sale.writtenTotalDiffers': {
    spec: 'SALE-9',
    setting: null,
    level: 'warning',
    text: {
      nl: 'Order {number} van {customer} ({amount}): SnelStart rekent € {written} uit, de webshop € {shop}.',
      en: 'Order {number} of {customer} ({amount}): SnelStart computes € {written}, the shop € {shop}.',
    },
    todo: {
      nl: 'Kijk de order in SnelStart na voordat u hem factureert.',
      en: 'Check the order in SnelStart before you invoice it.',
    },
  },
  'order.bug': {
    spec: 'BEY-1',
    setting: null,
    level: 'problem',
    text: {
      nl: 'Order {number} van {customer} ({amount}): S-Connect kon deze order niet verwerken door een fout in het programma: {message}',
      en: 'Order {number} of {customer} ({amount}): S-Connect could not handle this order because of an error in the program: {message}',
    },
    todo: {
      nl: 'Meld dit met de uitgebreide informatie aan de makers. De andere orders gaan gewoon door.',
      en: 'Report this to the makers, with the extended information. The other orders go on.',
    },
  },
} as const satisfies ProblemCatalogue
