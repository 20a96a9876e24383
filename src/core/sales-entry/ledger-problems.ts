// What can be the matter with the ledger accounts of a sales entry (FIN-2).
import type { ProblemCatalogue } from '../problem.ts'

export const entryLedgerProblems = {
  'entry.cellEmpty': {
    spec: 'FIN-2',
    text: {
      nl: 'Order {number} van {customer} ({amount}): er is geen grootboekrekening ingevuld bij ‘{cellNl}’.',
      en: 'Order {number} of {customer} ({amount}): no ledger account is filled in under ‘{cellEn}’.',
    },
    todo: {
      nl: 'Kies bij Financieel een grootboekrekening voor ‘{cellNl}’, en probeer de order opnieuw.',
      en: 'Choose a ledger account for ‘{cellEn}’ under Bookkeeping, and retry the order.',
    },
    setting: 'ledgerMatrix',
    level: 'problem',
  },
  'entry.ledgerMissing': {
    spec: 'FIN-2',
    text: {
      nl: 'Order {number} van {customer} ({amount}): er is niets ingevuld bij ‘{placeNl}’.',
      en: 'Order {number} of {customer} ({amount}): nothing is filled in under ‘{placeEn}’.',
    },
    todo: {
      nl: 'Kies bij Financieel een grootboekrekening voor ‘{placeNl}’, en probeer de order opnieuw.',
      en: 'Choose a ledger account for ‘{placeEn}’ under Bookkeeping, and retry the order.',
    },
    setting: 'giftCardLedger',
    level: 'problem',
  },
  'entry.ledgerUnknown': {
    spec: 'FIN-2',
    text: {
      nl: 'Order {number} van {customer} ({amount}): grootboekrekening {ledger} (bij ‘{placeNl}’) bestaat niet in SnelStart.',
      en: 'Order {number} of {customer} ({amount}): ledger account {ledger} (under ‘{placeEn}’) does not exist in SnelStart.',
    },
    todo: {
      nl: 'Kies bij Financieel een rekening uit de lijst voor ‘{placeNl}’.',
      en: 'Choose an account from the list for ‘{placeEn}’ under Bookkeeping.',
    },
    setting: 'ledgerMatrix',
    level: 'problem',
  },
  'entry.ledgerRefused': {
    spec: 'FIN-2',
    text: {
      nl: 'Order {number} van {customer} ({amount}): grootboekrekening {ledger} kan niet bij ‘{placeNl}’. {reasonNl}',
      en: 'Order {number} of {customer} ({amount}): ledger account {ledger} cannot be used under ‘{placeEn}’. {reasonEn}',
    },
    todo: {
      nl: 'Kies bij Financieel een andere rekening voor ‘{placeNl}’.',
      en: 'Choose another account for ‘{placeEn}’ under Bookkeeping.',
    },
    setting: 'ledgerMatrix',
    level: 'problem',
  },
  'entry.ossLedger': {
    spec: 'FIN-2',
    text: {
      nl: 'Order {number} van {customer} ({amount}) heeft btw van {country} (OSS), maar SnelStart heeft geen rekening voor buitenlandse btw.',
      en: 'Order {number} of {customer} ({amount}) has VAT of {country} (one-stop shop), but SnelStart has no account for foreign VAT.',
    },
    todo: {
      nl: 'Stel in SnelStart bij de bedrijfsgegevens de grootboekrekening voor buitenlandse btw in.',
      en: 'Set the ledger account for foreign VAT in SnelStart’s company details.',
    },
    setting: null,
    level: 'problem',
  },
} as const satisfies ProblemCatalogue
