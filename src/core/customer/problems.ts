// Everything about customers that stops an order, and the catalogue of it together with the warnings.
import type { Problem, ProblemCatalogue } from '../problem.ts'
import { entry } from './catalogue-entry.ts'
import { customerWarnings } from './warnings.ts'

const stops = {
  'customer.codeMissing': entry({
    spec: 'CUST-1',
    level: 'problem',
    setting: 'recognition',
    text: [
      'de order heeft geen klantcode, en klanten worden alleen op klantcode herkend.',
      'the order has no customer code, and customers are recognised by customer code only.',
    ],
    todo: [
      'Laat de klant het veld klantcode invullen, of kies bij Herkenning een andere manier.',
      'Have the customer fill in the customer code, or choose another way of recognition.',
    ],
  }),
  'customer.codeUnusable': entry({
    spec: 'CUST-1',
    level: 'problem',
    setting: 'recognition',
    text: [
      'klantcode “{code}” kan in SnelStart niet bestaan; daar is een klantcode een geheel getal vanaf 1.',
      'customer code “{code}” cannot exist in SnelStart, where it is a whole number from 1 up.',
    ],
    todo: [
      'Verbeter de klantcode bij de klant in de webshop.',
      'Correct the customer code with the customer in the webshop.',
    ],
  }),
  'customer.codeInactive': entry({
    spec: 'CUST-1',
    level: 'problem',
    setting: 'recognition',
    text: [
      'klantcode {code} is van een klant ({customers}) die in SnelStart op non-actief staat.',
      'customer code {code} belongs to a customer ({customers}) that is inactive in SnelStart.',
    ],
    todo: [
      'Maak die klant in SnelStart weer actief, of verbeter de klantcode in de webshop.',
      'Make that customer active again in SnelStart, or correct the customer code in the webshop.',
    ],
  }),
  'customer.ambiguous': entry({
    spec: 'CUST-2',
    level: 'problem',
    setting: 'recognition',
    text: [
      '“{value}” hoort in SnelStart bij meer dan één klant ({customers}).',
      '“{value}” belongs to more than one customer in SnelStart ({customers}).',
    ],
    todo: [
      'Kies de klant bij deze order. Of laat het in SnelStart bij één van deze klanten staan, en probeer de order opnieuw.',
      'Choose the customer with this order. Or leave it with one of these customers in SnelStart, then retry the order.',
    ],
  }),
  'customer.chosenGone': entry({
    spec: 'USE-2',
    level: 'problem',
    setting: null,
    text: [
      'de klant die {by} voor deze order koos ({chosen}) staat niet meer in SnelStart, of staat op non-actief.',
      'the customer that {by} chose for this order ({chosen}) is no longer in SnelStart, or is inactive.',
    ],
    todo: [
      'Kies een andere klant voor deze order, of laat S-Connect de klant weer zelf herkennen.',
      'Choose another customer for this order, or let S-Connect recognise the customer by itself again.',
    ],
  }),
  'customer.emailMissing': entry({
    spec: 'CUST-2',
    level: 'problem',
    setting: 'recognition',
    text: [
      'de order heeft geen geldig e-mailadres, en daarop worden klanten herkend.',
      'the order has no valid e-mail address, by which customers are recognised.',
    ],
    todo: [
      'Vul het e-mailadres bij de order in de webshop in, of kies bij Herkenning een andere manier.',
      'Fill in the e-mail address of the order in the webshop, or choose another way of recognition.',
    ],
  }),
  'customer.nameMissing': entry({
    spec: 'CUST-5',
    level: 'problem',
    setting: null,
    text: [
      'de klant is nieuw, maar de order heeft geen bedrijfsnaam en geen voor- of achternaam.',
      'the customer is new, but the order has neither a company nor a first or last name.',
    ],
    todo: ['Vul de naam bij de order in de webshop in.', 'Fill in the name of the order in the webshop.'],
  }),
  'customer.defaultCodeMissing': entry({
    spec: 'CUST-5',
    level: 'problem',
    setting: 'defaultCustomerCode',
    text: [
      'de klant werd niet herkend, en er is geen standaard klantcode ingesteld.',
      'the customer was not recognised, and no default customer code is set.',
    ],
    todo: ['Stel een standaard klantcode in.', 'Set a default customer code.'],
  }),
  'customer.defaultCodeUnknown': entry({
    spec: 'CUST-5',
    level: 'problem',
    setting: 'defaultCustomerCode',
    text: [
      'de klant werd niet herkend, en SnelStart heeft geen actieve klant met de standaard klantcode “{code}”.',
      'the customer was not recognised, and SnelStart has no active customer with the default customer code “{code}”.',
    ],
    todo: [
      'Kies een bestaande klant als standaard klantcode.',
      'Choose an existing customer as the default customer code.',
    ],
  }),
} as const satisfies ProblemCatalogue

export const customerProblems = { ...stops, ...customerWarnings } as const satisfies ProblemCatalogue

export type CustomerProblemCode = keyof typeof customerProblems
export type CustomerProblem = Problem<CustomerProblemCode>

/** A warning or the cause of a stop. Order number, customer and amount are added by the caller. */
export const customerProblem = (
  code: CustomerProblemCode,
  data: Readonly<Record<string, string>> = {},
): CustomerProblem => ({ code, data })
