// What can be the matter with a sales entry (FIN-1 … FIN-5), with what to do. `{number}`, `{customer}` and `{amount}` are filled
// in by the caller; `data.setting`, where given, names the setting better than the entry can.
import { type Problem, type ProblemCatalogue, stop } from '../problem.ts'
import { entryLedgerProblems } from './ledger-problems.ts'
import { entryVatProblems } from './vat-problems.ts'

const headProblems = {
  'entry.zero': {
    spec: 'FIN-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}) is overgeslagen: alle bedragen zijn nul, dus er valt niets te boeken.',
      en: 'Order {number} of {customer} ({amount}) was skipped: all its amounts are zero, so there is nothing to book.',
    },
    todo: { nl: 'U hoeft niets te doen.', en: 'Nothing to do.' },
    setting: null,
    level: 'warning',
  },
  'entry.currency': {
    spec: 'FIN-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}) is in {currency}; de administratie is in euro’s.',
      en: 'Order {number} of {customer} ({amount}) is in {currency}; the administration is in euros.',
    },
    todo: {
      nl: 'Boek deze order zelf in SnelStart, en sluit hem hier af.',
      en: 'Book this order in SnelStart yourself, and dismiss it here.',
    },
    setting: null,
    level: 'problem',
  },
  'entry.invoiceNumber': {
    spec: 'FIN-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}): het factuurnummer ‘{invoiceNumber}’ past niet; SnelStart neemt 1 tot {limit} tekens.',
      en: 'Order {number} of {customer} ({amount}): the invoice number ‘{invoiceNumber}’ does not fit; SnelStart takes 1 to {limit} characters.',
    },
    todo: {
      nl: 'Maak bij Financieel het voorvoegsel van het factuurnummer korter.',
      en: 'Make the prefix of the invoice number shorter under Bookkeeping.',
    },
    setting: 'invoicePrefix',
    level: 'problem',
  },
  'entry.descriptionShortened': {
    spec: 'FIN-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de omschrijving is ingekort tot {limit} tekens: {full}',
      en: 'Order {number} of {customer} ({amount}): the description was shortened to {limit} characters: {full}',
    },
    todo: {
      nl: 'Maak bij Financieel de omschrijving van de boeking zo nodig korter.',
      en: 'Make the description of the entry shorter under Bookkeeping if need be.',
    },
    setting: 'entryDescription',
    level: 'warning',
  },
  'entry.documentShortened': {
    spec: 'FIN-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}): het boekstuk is ingekort tot {limit} tekens: {full}',
      en: 'Order {number} of {customer} ({amount}): the document number was shortened to {limit} characters: {full}',
    },
    todo: {
      nl: 'Kies bij Financieel zo nodig een ander boekstuk.',
      en: 'Choose another document number under Bookkeeping if need be.',
    },
    setting: 'documentNumber',
    level: 'warning',
  },
  'entry.totalDifference': {
    spec: 'SALE-9',
    text: {
      nl: 'Order {number} van {customer} ({amount}): het totaal verschilt € {difference} van de regels en kosten samen.',
      en: 'Order {number} of {customer} ({amount}): the total differs by € {difference} from the lines and costs together.',
    },
    todo: {
      nl: 'Vul bij Financieel de rekening voor verschillen in, en probeer de order opnieuw.',
      en: 'Fill in the account for differences under Bookkeeping, and retry the order.',
    },
    setting: 'differenceLedger',
    level: 'problem',
  },
  'entry.rounding': {
    spec: 'FIN-4',
    text: {
      nl: 'Order {number} van {customer} ({amount}): regels, kosten en btw komen € {difference} verkeerd uit; dat is meer dan afronding.',
      en: 'Order {number} of {customer} ({amount}): lines, costs and VAT are off by € {difference}; that is more than rounding.',
    },
    todo: {
      nl: 'Boek deze order zelf in SnelStart, en sluit hem hier af.',
      en: 'Book this order in SnelStart yourself, and dismiss it here.',
    },
    setting: null,
    level: 'problem',
  },
} as const satisfies ProblemCatalogue

export const entryProblems = {
  ...headProblems,
  ...entryLedgerProblems,
  ...entryVatProblems,
} as const satisfies ProblemCatalogue

export type EntryProblemCode = keyof typeof entryProblems

/** As `stop`, with codes of this catalogue only. */
export const stopEntry = <Code extends EntryProblemCode>(code: Code, data: Readonly<Record<string, string>> = {}) =>
  stop(code, data)

/** A warning of this catalogue. */
export const entryWarning = (code: EntryProblemCode, data: Readonly<Record<string, string>>): Problem => ({
  code,
  data,
})
