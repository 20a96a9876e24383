// What is said about a customer with an order that is made all the same: texts cut, numbers left out, codes not used.
import type { ProblemCatalogue, ProblemText } from '../problem.ts'
import { entry } from './catalogue-entry.ts'

/** A text longer than SnelStart's field, cut off in the field named; `{full}` is what the shop had, `{kept}` what was kept. */
const shortened = (dutch: string, english: string): ProblemText =>
  entry({
    spec: 'CUST-5',
    level: 'warning',
    setting: null,
    text: [
      `${dutch} “{full}” is langer dan de {limit} tekens van SnelStart en werd “{kept}”.`,
      `${english} “{full}” is longer than SnelStart's {limit} characters and became “{kept}”.`,
    ],
    todo: [
      'Kort de tekst in SnelStart zelf in als u een andere wilt.',
      'Shorten it yourself in SnelStart if you prefer.',
    ],
  })

export const customerWarnings = {
  'customer.codeUnknown': entry({
    spec: 'CUST-1',
    level: 'warning',
    setting: null,
    text: [
      'SnelStart kende klantcode {code} niet; de nieuwe klant krijgt die code.',
      'SnelStart did not know customer code {code}; the new customer gets that code.',
    ],
    todo: [
      'Kijk of de klant zich niet vertikt heeft; voeg de klanten dan in SnelStart samen.',
      'Check that it is no typing error; if it is, merge the customers in SnelStart.',
    ],
  }),
  'customer.codeIgnored': entry({
    spec: 'CUST-1',
    level: 'warning',
    setting: null,
    text: [
      'klantcode “{code}” uit de webshop kan niet gebruikt worden; de nieuwe klant krijgt de volgende vrije code.',
      'customer code “{code}” of the webshop cannot be used; the new customer gets the next free code.',
    ],
    todo: [
      'Verbeter de klantcode bij de klant in de webshop.',
      'Correct the customer code with the customer in the webshop.',
    ],
  }),
  'customer.addressMissing': entry({
    spec: 'CUST-5',
    level: 'warning',
    setting: null,
    text: [
      'de order heeft geen adres; de nieuwe klant wordt zonder vestigingsadres gemaakt.',
      'the order has no address; the new customer is made without an establishment address.',
    ],
    todo: ['Vul het adres in SnelStart aan als u het nodig hebt.', 'Add the address in SnelStart if you need it.'],
  }),
  'customer.addressIncomplete': entry({
    spec: 'CUST-5',
    level: 'warning',
    setting: null,
    text: [
      'het adres is niet volledig ({address}); wat SnelStart verplicht stelt en ontbreekt is met “-” gevuld.',
      'the address is incomplete ({address}); what SnelStart insists on and is missing was filled with “-”.',
    ],
    todo: ['Vul het adres in SnelStart aan.', 'Complete the address in SnelStart.'],
  }),
  'customer.addressKept': entry({
    spec: 'CUST-5',
    level: 'warning',
    setting: null,
    text: [
      'het adres van klant {code} is niet bijgewerkt: het land {country} past niet bij het btw-nummer {vatNumber}.',
      'the address of customer {code} was not updated: country {country} does not fit VAT number {vatNumber}.',
    ],
    todo: [
      'Verander in SnelStart het btw-nummer of het adres van deze klant.',
      "Change this customer's VAT number or address in SnelStart.",
    ],
  }),
  'customer.nameShortened': shortened('de naam', 'the name'),
  'customer.contactShortened': shortened('de contactpersoon', 'the contact'),
  'customer.streetShortened': shortened('de straat', 'the street'),
  'customer.postcodeShortened': shortened('de postcode', 'the postcode'),
  'customer.cityShortened': shortened('de plaats', 'the town'),
  'customer.phoneShortened': shortened('het telefoonnummer', 'the telephone number'),
  'customer.emailLeftOut': entry({
    spec: 'CUST-5',
    level: 'warning',
    setting: null,
    text: [
      'e-mailadres “{email}” is ongeldig of langer dan 250 tekens en is weggelaten.',
      'e-mail address “{email}” is invalid or longer than 250 characters and was left out.',
    ],
    todo: ['Vul het juiste adres in SnelStart in.', 'Fill in the right address in SnelStart.'],
  }),
  'customer.vatNumberLeftOut': entry({
    spec: 'CUST-5',
    level: 'warning',
    setting: null,
    text: [
      'btw-nummer “{vatNumber}” klopt niet en is weggelaten.',
      'VAT number “{vatNumber}” is not right and was left out.',
    ],
    todo: [
      'Vraag de klant om het juiste btw-nummer en vul het in SnelStart in.',
      'Ask the customer for the right VAT number and fill it in in SnelStart.',
    ],
  }),
  'customer.vatNumberOtherCountry': entry({
    spec: 'CUST-5',
    level: 'warning',
    setting: null,
    text: [
      'btw-nummer “{vatNumber}” hoort niet bij het land van het vestigingsadres ({country}) en is weggelaten.',
      'VAT number “{vatNumber}” does not belong to the country of the establishment address ({country}) and was left out.',
    ],
    todo: [
      'Vul in SnelStart het adres bij dit btw-nummer in, en dan het nummer.',
      'Fill in the address of this VAT number in SnelStart, then the number.',
    ],
  }),
  'customer.cocNumberLeftOut': entry({
    spec: 'CUST-5',
    level: 'warning',
    setting: null,
    text: [
      'KvK-nummer “{cocNumber}” klopt niet of past niet in SnelStart en is weggelaten.',
      'chamber of commerce number “{cocNumber}” is not right or does not fit in SnelStart and was left out.',
    ],
    todo: ['Vul het juiste nummer in SnelStart in.', 'Fill in the right number in SnelStart.'],
  }),
  'customer.emailSwitchesOff': entry({
    spec: 'CUST-7',
    level: 'warning',
    setting: 'emailInvoice',
    text: [
      'zonder e-mailadres kan de nieuwe klant geen factuur of aanmaning per e-mail krijgen; dat staat uit.',
      'without an e-mail address the new customer cannot get invoices or reminders by e-mail; that is switched off.',
    ],
    todo: [
      'Vul een e-mailadres in SnelStart in en zet het daar aan.',
      'Fill in an e-mail address in SnelStart and switch it on there.',
    ],
  }),
} as const satisfies ProblemCatalogue
