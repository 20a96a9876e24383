// What can be the matter with a sales order (SALE-1 … SALE-10), with what to do. `{number}`, `{customer}` and `{amount}` are
// filled in by the caller; `data.setting`, where given, names the setting better than the entry can.
import { type Problem, type ProblemCatalogue, stop } from '../problem.ts'
import { lineProblems } from './line-problems.ts'
import { totalProblems } from './total-problems.ts'

const headProblems = {
  'sale.empty': {
    spec: 'SALE-5',
    text: {
      nl: 'Order {number} van {customer} ({amount}) heeft geen regels en geen bedrag.',
      en: 'Order {number} of {customer} ({amount}) has no lines and no amount.',
    },
    todo: {
      nl: 'Kijk in de webshop of de order compleet is; sluit hem hier af als er niets te boeken is.',
      en: 'See in the shop whether the order is complete; dismiss it here if there is nothing to book.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.currency': {
    spec: 'SALE-5',
    text: {
      nl: 'Order {number} van {customer} ({amount}) is in {currency}; de administratie is in euro’s.',
      en: 'Order {number} of {customer} ({amount}) is in {currency}; the administration is in euros.',
    },
    todo: {
      nl: 'Voer deze order zelf in SnelStart in, en sluit hem hier af.',
      en: 'Enter this order in SnelStart yourself, and dismiss it here.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.referenceTaken': {
    spec: 'SALE-2',
    text: {
      nl: 'Order {number} van {customer} ({amount}) is overgeslagen: SnelStart-order {snelStartNumber} heeft dit betalingskenmerk al.',
      en: 'Order {number} of {customer} ({amount}) was skipped: SnelStart order {snelStartNumber} has this payment reference already.',
    },
    todo: {
      nl: 'U hoeft niets te doen. Klopt het niet, verander dan het betalingskenmerk van die order in SnelStart.',
      en: 'Nothing to do. If this is wrong, change the payment reference of that order in SnelStart.',
    },
    setting: 'paymentReferenceUnique',
    level: 'warning',
  },
  'sale.templateMissing': {
    spec: 'SALE-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}): er is geen verkoopsjabloon gekozen.',
      en: 'Order {number} of {customer} ({amount}): no sales template is chosen.',
    },
    todo: {
      nl: 'Kies bij Verkopen een verkoopsjabloon uit de lijst.',
      en: 'Choose a sales template from the list under Sales.',
    },
    setting: 'salesTemplate',
    level: 'problem',
  },
  'sale.templateUnknown': {
    spec: 'SALE-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}): het verkoopsjabloon {template} bestaat niet in SnelStart.',
      en: 'Order {number} of {customer} ({amount}): the sales template {template} does not exist in SnelStart.',
    },
    todo: {
      nl: 'Kies bij Verkopen een verkoopsjabloon uit de lijst.',
      en: 'Choose a sales template from the list under Sales.',
    },
    setting: 'salesTemplate',
    level: 'problem',
  },
  'sale.templateInactive': {
    spec: 'SALE-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}): het verkoopsjabloon {template} is in SnelStart niet actief.',
      en: 'Order {number} of {customer} ({amount}): the sales template {template} is not active in SnelStart.',
    },
    todo: {
      nl: 'Kies een ander verkoopsjabloon, of maak dit in SnelStart weer actief.',
      en: 'Choose another sales template, or make this one active again in SnelStart.',
    },
    setting: 'salesTemplate',
    level: 'problem',
  },
  'sale.templateVat': {
    spec: 'SALE-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de webshop rekent {shopWayNl} btw, het verkoopsjabloon {template} {templateWayNl} btw.',
      en: 'Order {number} of {customer} ({amount}): the shop computes {shopWayEn} VAT, the sales template {template} {templateWayEn} VAT.',
    },
    todo: {
      nl: 'Gebruik een verkoopsjabloon {shopWayNl} btw; komt het sjabloon van de laatste order van de klant, zet dan ‘Laatste overnemen’ uit.',
      en: 'Use a sales template {shopWayEn} VAT; if it is the template of the customer’s latest order, switch ‘Use the last one’ off.',
    },
    setting: 'salesTemplate',
    level: 'problem',
  },
  'sale.descriptionShortened': {
    spec: 'SALE-3',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de omschrijving van de order is ingekort tot {limit} tekens: {full}',
      en: 'Order {number} of {customer} ({amount}): the description of the order was shortened to {limit} characters: {full}',
    },
    todo: {
      nl: 'Kies zo nodig een andere omschrijving voor de orders.',
      en: 'Choose another description for the orders if need be.',
    },
    setting: 'orderDescription',
    level: 'warning',
  },
  'address.shortened': {
    spec: 'SALE-4',
    text: {
      nl: 'Order {number} van {customer} ({amount}): {fieldNl} van het {whichNl} is ingekort tot {limit} tekens: {full}',
      en: 'Order {number} of {customer} ({amount}): {fieldEn} of the {whichEn} was shortened to {limit} characters: {full}',
    },
    todo: {
      nl: 'Controleer het adres op de order in SnelStart.',
      en: 'Check the address on the order in SnelStart.',
    },
    setting: 'addresses',
    level: 'warning',
  },
  'address.countryMissing': {
    spec: 'SALE-4',
    text: {
      nl: 'Order {number} van {customer} ({amount}): het land van het {whichNl} ({country}) is niet bekend.',
      en: 'Order {number} of {customer} ({amount}): the country of the {whichEn} ({country}) is not known.',
    },
    todo: {
      nl: 'Vul in de webshop het land van dit adres in, en probeer de order opnieuw.',
      en: 'Fill in the country of this address in the shop, and retry the order.',
    },
    setting: 'addresses',
    level: 'problem',
  },
} as const satisfies ProblemCatalogue

export const salesProblems = { ...headProblems, ...lineProblems, ...totalProblems } as const satisfies ProblemCatalogue

export type SalesProblemCode = keyof typeof salesProblems

/** As `stop`, with codes of this catalogue only. */
export const stopSale = <Code extends SalesProblemCode>(code: Code, data: Readonly<Record<string, string>> = {}) =>
  stop(code, data)

/** A warning of this catalogue. */
export const warning = (code: SalesProblemCode, data: Readonly<Record<string, string>>): Problem => ({ code, data })
