// 'Aansluiting SnelStart – Klanten': how customers are recognised and made (CUST-1 … CUST-7).
import { field, settingsOf } from './field.ts'

const group = 'customers'

export const customerFields = {
  recognition: field.choice({
    nl: 'Herkenning',
    en: 'Recognition',
    spec: 'CUST-1',
    group,
    default: 'smart',
    help: {
      nl: 'Hoe de klant van een order in SnelStart wordt gevonden.',
      en: 'How the customer of an order is found in SnelStart.',
    },
    choices: [
      {
        value: 'code',
        nl: 'Klantcode',
        en: 'Customer code',
        help: {
          nl: 'Zonder klantcode wordt de order niet gemaakt maar gemeld.',
          en: 'Without a customer code the order is not made but reported.',
        },
      },
      { value: 'email', nl: 'E-mailadres', en: 'E-mail address' },
      { value: 'codeOrEmail', nl: 'Klantcode of e-mailadres', en: 'Customer code or e-mail address' },
      { value: 'emailAndPostcode', nl: 'E-mailadres én verzendpostcode', en: 'E-mail address and delivery postcode' },
      {
        value: 'codeOrEmailAndPostcode',
        nl: 'Klantcode of (e-mailadres én verzendpostcode)',
        en: 'Customer code or (e-mail address and delivery postcode)',
      },
      {
        value: 'smart',
        nl: 'Slim',
        en: 'Smart',
        help: {
          nl: 'Klantcode, e-mailadres, btw-nummer, KvK-nummer, en dan naam met land en postcode.',
          en: 'Customer code, e-mail address, VAT number, chamber of commerce number, then name with country and postcode.',
        },
      },
    ],
  }),
  customerHandling: field.choice({
    nl: 'Verwerking klanten',
    en: 'Handling of customers',
    spec: 'CUST-5',
    group,
    default: 'add',
    help: {
      nl: 'Wat S-Connect doet met de klanten van de orders.',
      en: 'What S-Connect does with the customers of the orders.',
    },
    choices: [
      {
        value: 'add',
        nl: 'Alleen toevoegen',
        en: 'Add only',
        help: {
          nl: 'Nieuwe klanten worden aangemaakt; bestaande blijven zoals ze zijn.',
          en: 'New customers are made; existing ones stay as they are.',
        },
      },
      {
        value: 'addAndUpdate',
        nl: 'Toevoegen en bijwerken',
        en: 'Add and update',
        help: {
          nl: 'Bestaande klanten krijgen de gegevens die de klant in de webshop heeft ingevuld.',
          en: 'Existing customers get what the customer filled in at the shop.',
        },
      },
      {
        value: 'manual',
        nl: 'Handmatig',
        en: 'Manual',
        help: {
          nl: 'Er wordt geen klant gemaakt of veranderd; wie niet herkend wordt krijgt de standaard klantcode.',
          en: 'No customer is made or changed; who is not recognised gets the default customer code.',
        },
      },
    ],
  }),
  defaultCustomerCode: field.text({
    nl: 'Standaard klantcode',
    en: 'Default customer code',
    spec: 'CUST-5',
    group,
    optionsFrom: 'customers',
    when: { key: 'customerHandling', is: ['manual'] },
    help: {
      nl: 'De klant in SnelStart voor orders waarvan de klant niet herkend wordt.',
      en: 'The customer in SnelStart for orders whose customer is not recognised.',
    },
  }),
  paymentTermDays: field.number({
    nl: 'Standaard betalingstermijn (dagen)',
    en: 'Default payment term (days)',
    spec: 'CUST-6',
    group,
    default: null,
    min: 0,
    max: 1000,
    help: {
      nl: 'Alleen voor nieuwe klanten. Leeg: SnelStart bepaalt de termijn.',
      en: 'For new customers only. Empty: SnelStart decides.',
    },
  }),
  emailInvoice: field.toggle({
    nl: 'Factuur e-mailen',
    en: 'E-mail the invoice',
    spec: 'CUST-7',
    group,
    default: false,
    help: {
      nl: 'Zet bij nieuwe klanten aan dat de factuur per e-mail gaat.',
      en: 'Sets for new customers that the invoice goes by e-mail.',
    },
  }),
  emailReminder: field.toggle({
    nl: 'Aanmaning e-mailen',
    en: 'E-mail the reminder',
    spec: 'CUST-7',
    group,
    default: false,
    help: {
      nl: 'Zet bij nieuwe klanten aan dat de aanmaning per e-mail gaat.',
      en: 'Sets for new customers that the reminder goes by e-mail.',
    },
  }),
} as const

export const customerSettings = settingsOf(customerFields)
