// What is to be said about refunds and cancellations (BEY-3), with what to do. `{number}`, `{customer}` and `{amount}` are those
// of the credit and are filled in by the caller; `{original}` is the number of the order that it credits.
import type { ProblemCatalogue } from '../problem.ts'

const byHand = {
  nl: 'Maak zo nodig in SnelStart zelf een creditorder, en kies hier ‘Afhandelen’. Moet S-Connect dit voortaan doen, kies dan ‘Creditorder maken’.',
  en: 'Make a credit order in SnelStart yourself if one is needed, and choose ‘Dismiss’ here. If S-Connect should do this from now on, choose ‘Make a credit order’.',
}
const nothingToDo = { nl: 'U hoeft niets te doen.', en: 'Nothing to do.' }

export const creditProblems = {
  'sale.withdrawn': {
    spec: 'BEY-3',
    text: {
      nl: 'Order {number} van {customer} ({amount}) is overgeslagen: in de webshop heeft hij nu de status ‘{status}’.',
      en: 'Order {number} of {customer} ({amount}) was skipped: in the shop its status is now ‘{status}’.',
    },
    todo: {
      nl: 'U hoeft niets te doen. Gaat de order in de webshop toch door, dan maakt S-Connect hem alsnog.',
      en: 'Nothing to do. If the order goes on in the shop after all, S-Connect still makes it.',
    },
    setting: null,
    level: 'warning',
  },
  'credit.refunded': {
    spec: 'BEY-3',
    text: {
      nl: 'Credit {number} van {customer} ({amount}) bij order {original} is in de webshop terugbetaald, maar staat nog niet in SnelStart.',
      en: 'Credit {number} of {customer} ({amount}) of order {original} was refunded in the shop, but is not in SnelStart yet.',
    },
    todo: byHand,
    setting: 'refunds',
    level: 'problem',
  },
  'credit.cancelled': {
    spec: 'BEY-3',
    text: {
      nl: 'Order {original} van {customer} is in de webshop geannuleerd of terugbetaald, maar staat in SnelStart. De credit daarvoor ({number}) is {amount}.',
      en: 'Order {original} of {customer} was cancelled or refunded in the shop, but is in SnelStart. The credit for it ({number}) is {amount}.',
    },
    todo: byHand,
    setting: 'cancellations',
    level: 'problem',
  },
  'credit.ignored': {
    spec: 'BEY-3',
    text: {
      nl: 'Credit {number} van {customer} ({amount}) bij order {original} is overgeslagen, omdat dat zo is ingesteld.',
      en: 'Credit {number} of {customer} ({amount}) of order {original} was skipped, because it is set so.',
    },
    todo: {
      nl: 'U hoeft niets te doen. Wilt u hem toch, verander dan de instelling en kies ‘Opnieuw’.',
      en: 'Nothing to do. If you want it after all, change the setting and choose ‘Retry’.',
    },
    setting: 'refunds',
    level: 'warning',
  },
  'credit.originalUnknown': {
    spec: 'BEY-3',
    text: {
      nl: 'Credit {number} van {customer} ({amount}) hoort bij een order die S-Connect niet heeft ingelezen.',
      en: 'Credit {number} of {customer} ({amount}) belongs to an order that S-Connect has not read.',
    },
    todo: {
      nl: 'Staat die order in SnelStart, maak dan daar zelf een creditorder. Kies daarna hier ‘Afhandelen’.',
      en: 'If that order is in SnelStart, make a credit order there yourself. Then choose ‘Dismiss’ here.',
    },
    setting: null,
    level: 'problem',
  },
  'credit.originalNotMade': {
    spec: 'BEY-3',
    text: {
      nl: 'Credit {number} van {customer} ({amount}) hoort bij order {original}, die niet door S-Connect is gemaakt.',
      en: 'Credit {number} of {customer} ({amount}) belongs to order {original}, which S-Connect did not make.',
    },
    todo: {
      nl: 'Staat order {original} in SnelStart, maak dan daar zelf een creditorder. Kies daarna hier ‘Afhandelen’.',
      en: 'If order {original} is in SnelStart, make a credit order there yourself. Then choose ‘Dismiss’ here.',
    },
    setting: null,
    level: 'problem',
  },
  'credit.originalWaits': {
    spec: 'BEY-3',
    text: {
      nl: 'Credit {number} van {customer} ({amount}) wacht op order {original}, die nog niet in SnelStart staat.',
      en: 'Credit {number} of {customer} ({amount}) waits for order {original}, which is not in SnelStart yet.',
    },
    todo: {
      nl: 'Los eerst op wat er bij order {original} staat; daarna gaat de credit vanzelf door.',
      en: 'First solve what is said at order {original}; after that the credit goes on by itself.',
    },
    setting: null,
    level: 'problem',
  },
  'credit.nothingMade': {
    spec: 'BEY-3',
    text: {
      nl: 'Credit {number} van {customer} ({amount}) is overgeslagen: order {original} is niet in SnelStart gezet, omdat hij in de webshop is geannuleerd.',
      en: 'Credit {number} of {customer} ({amount}) was skipped: order {original} was never put into SnelStart, because it was cancelled in the shop.',
    },
    todo: nothingToDo,
    setting: null,
    level: 'warning',
  },
  'credit.already': {
    spec: 'BEY-3',
    text: {
      nl: 'Credit {number} van {customer} ({amount}) is overgeslagen: order {original} van € {total} is al helemaal gecrediteerd.',
      en: 'Credit {number} of {customer} ({amount}) was skipped: order {original} of € {total} is credited completely already.',
    },
    todo: nothingToDo,
    setting: null,
    level: 'warning',
  },
  'credit.tooMuch': {
    spec: 'BEY-3',
    text: {
      nl: 'Credit {number} van {customer} ({amount}): van order {original} (€ {total}) is al € {credited} gecrediteerd; samen is dat meer dan de order.',
      en: 'Credit {number} of {customer} ({amount}): of order {original} (€ {total}) € {credited} is credited already; together that is more than the order.',
    },
    todo: {
      nl: 'Kijk in de webshop wat er is terugbetaald, maak in SnelStart zelf een creditorder voor wat er nog mist, en kies hier ‘Afhandelen’.',
      en: 'See in the shop what was refunded, make a credit order in SnelStart yourself for what is missing, and choose ‘Dismiss’ here.',
    },
    setting: null,
    level: 'problem',
  },
  'credit.noLonger': {
    spec: 'BEY-3',
    text: {
      nl: 'Melding {number} over order {original} van {customer} ({amount}) is vervallen: de status in de webshop is weer veranderd.',
      en: 'Notice {number} about order {original} of {customer} ({amount}) lapsed: the status in the shop changed again.',
    },
    todo: nothingToDo,
    setting: null,
    level: 'warning',
  },
  'credit.restored': {
    spec: 'BEY-3',
    text: {
      nl: 'Melding {number}: order {original} van {customer} ({amount}) gaat in de webshop weer door, maar de credit ervan is al gemaakt of afgehandeld.',
      en: 'Notice {number}: order {original} of {customer} ({amount}) goes on in the shop again, but its credit was made or dismissed already.',
    },
    todo: {
      nl: 'Verwijder de creditorder in SnelStart, of maak de order daar opnieuw. Kies daarna hier ‘Afhandelen’.',
      en: 'Remove the credit order in SnelStart, or make the order there anew. Then choose ‘Dismiss’ here.',
    },
    setting: null,
    level: 'problem',
  },
} as const satisfies ProblemCatalogue

export type CreditProblemCode = keyof typeof creditProblems
