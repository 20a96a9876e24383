// The words for what the adapter itself says: settings that are missing, and writing that cannot begin or cannot be seen.
import type { FailureCatalogue } from '../../core/problem.ts'

/** What is refused without reasons is told of an order: number, customer and amount are there as in a problem. */
export const ownMessages = {
  'desktop.cancelled': {
    spec: 'BEY-1',
    text: {
      nl: 'Gestopt voordat er iets naar SnelStart ging.',
      en: 'Stopped before anything went to SnelStart.',
    },
    todo: { nl: 'Voer de taak opnieuw uit.', en: 'Run the task again.' },
  },
  'desktop.notReadBack': {
    spec: 'BEY-1',
    text: {
      nl: 'SnelStart heeft dit vastgelegd, maar het is in de database nog niet te zien.',
      en: 'SnelStart stored this, but it cannot be seen in the database yet.',
    },
    todo: {
      nl: 'Laat S-Connect het nakijken. Er wordt niets dubbel geschreven.',
      en: 'Let S-Connect look it up. Nothing is written twice.',
    },
  },
  'desktop.customerGone': {
    spec: 'BEY-1',
    text: { nl: 'De klant bestaat in SnelStart niet meer.', en: 'The customer does not exist in SnelStart any more.' },
    todo: {
      nl: 'Probeer de order opnieuw; S-Connect zoekt de klant dan opnieuw op.',
      en: 'Retry the order; S-Connect then looks for the customer anew.',
    },
  },
  'desktop.articleGone': {
    spec: 'BEY-1',
    text: {
      nl: 'Het artikel bestaat in SnelStart niet meer.',
      en: 'The article does not exist in SnelStart any more.',
    },
    todo: {
      nl: 'Probeer de order opnieuw; S-Connect zoekt het artikel dan opnieuw op.',
      en: 'Retry the order; S-Connect then looks for the article anew.',
    },
  },
  'desktop.templateGone': {
    spec: 'SALE-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}): het verkoopsjabloon ‘{template}’ is in SnelStart verwijderd of op non-actief gezet.',
      en: 'Order {number} of {customer} ({amount}): the sales template ‘{template}’ was removed or made inactive in SnelStart.',
    },
    todo: { nl: 'Kies een ander verkoopsjabloon.', en: 'Choose another sales template.' },
  },
  'desktop.referenceTooLong': {
    spec: 'SALE-2',
    text: {
      nl: 'Order {number} van {customer} ({amount}): het betalingskenmerk {reference} is langer dan de {limit} tekens die in SnelStart passen.',
      en: 'Order {number} of {customer} ({amount}): the payment reference {reference} is longer than the {limit} characters that fit in SnelStart.',
    },
    todo: {
      nl: 'Voer deze order met de hand in, en geef orders in de webshop kortere nummers.',
      en: 'Enter this order by hand, and give orders shorter numbers in the shop.',
    },
  },
  'desktop.countryUnknown': {
    spec: 'SALE-4',
    text: {
      nl: 'Het land {country} staat niet in de landenlijst van SnelStart.',
      en: 'The country {country} is not in SnelStart’s list of countries.',
    },
    todo: {
      nl: 'Voeg het land in SnelStart toe, of verbeter het adres in de webshop.',
      en: 'Add the country in SnelStart, or correct the address in the shop.',
    },
  },
  'desktop.codeTaken': {
    spec: 'BEY-1',
    text: {
      nl: 'Dit nummer of deze code bestaat in SnelStart al.',
      en: 'This number or code exists in SnelStart already.',
    },
    todo: {
      nl: 'U hoeft niets te doen. S-Connect zoekt op van wie het is.',
      en: 'You need do nothing. S-Connect looks up whose it is.',
    },
  },
  'desktop.codeUnusable': {
    spec: 'CUST-1',
    text: {
      nl: 'De klantcode {code} kan in SnelStart niet: een klantcode is een heel getal.',
      en: 'The customer code {code} is impossible in SnelStart: a customer code is a whole number.',
    },
    todo: { nl: 'Verbeter de klantcode in de webshop.', en: 'Correct the customer code in the shop.' },
  },
  'desktop.ledgerGone': {
    spec: 'FIN-2',
    text: {
      nl: 'Order {number} van {customer} ({amount}): grootboekrekening ‘{account}’ is in SnelStart verwijderd of op non-actief gezet.',
      en: 'Order {number} of {customer} ({amount}): ledger account ‘{account}’ was removed or made inactive in SnelStart.',
    },
    todo: {
      nl: 'Kies bij Financieel een andere grootboekrekening.',
      en: 'Choose another ledger account under Bookkeeping.',
    },
  },
  'desktop.vatAccountMissing': {
    spec: 'FIN-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de administratie heeft geen grootboekrekening met de functie {function}.',
      en: 'Order {number} of {customer} ({amount}): the administration has no ledger account with the function {function}.',
    },
    todo: {
      nl: 'Geef in SnelStart een grootboekrekening deze functie.',
      en: 'Give a ledger account this function in SnelStart.',
    },
  },
  'desktop.journalNone': {
    spec: 'FIN-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de administratie heeft geen verkoopdagboek.',
      en: 'Order {number} of {customer} ({amount}): the administration has no sales journal.',
    },
    todo: {
      nl: 'Maak in SnelStart een dagboek voor verkopen aan.',
      en: 'Make a journal for sales in SnelStart.',
    },
  },
  'desktop.folderEmpty': {
    spec: 'SNEL-3',
    text: {
      nl: 'In de map {folder} staat geen administratie van deze soort.',
      en: 'The folder {folder} holds no administration of this kind.',
    },
    todo: {
      nl: 'Kies de map die SnelStart toont bij het openen van een administratie.',
      en: 'Choose the folder that SnelStart shows when an administration is opened.',
    },
  },
} as const satisfies FailureCatalogue
