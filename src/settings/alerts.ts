// Who is told when something is wrong (BEY-6), by e-mail and by webhook. Settings of the whole program, not of a profile.
import { field, settingsOf } from './field.ts'

const about = { spec: 'BEY-6', group: 'alerts' } as const
const email = { ...about, group: 'alerts.email', when: { key: 'email', is: [true] } } as const
const webhook = { ...about, group: 'alerts.webhook', when: { key: 'webhook', is: [true] } } as const

export const alertFields = {
  taskFailed: field.toggle({
    ...about,
    nl: 'Als een taak mislukt',
    en: 'When a task fails',
    default: true,
    help: {
      nl: 'U krijgt bericht als een import niet kon worden uitgevoerd, en nog eens als het weer goed gaat.',
      en: 'You are told when an import could not run, and once more when it is well again.',
    },
  }),
  ordersWait: field.toggle({
    ...about,
    nl: 'Als orders op u wachten',
    en: 'When orders wait for you',
    default: true,
    help: {
      nl: 'U krijgt bericht als er orders met een melding in het postvak staan.',
      en: 'You are told when the inbox holds orders with a problem.',
    },
  }),
  planStalled: field.toggle({
    ...about,
    nl: 'Als de planning stilstaat',
    en: 'When the planning stands still',
    default: true,
    help: {
      nl: 'U krijgt bericht als een taak ruim na zijn tijd nog niet is begonnen.',
      en: 'You are told when a task has not begun well after its time.',
    },
  }),
  email: field.toggle({
    ...about,
    nl: 'Bericht per e-mail',
    en: 'Tell by e-mail',
    default: false,
    help: {
      nl: 'Verstuurt de berichten via uw eigen mailserver (SMTP).',
      en: 'Sends the messages through your own mail server (SMTP).',
    },
  }),
  smtpHost: field.text({
    ...email,
    nl: 'Mailserver',
    en: 'Mail server',
    required: true,
    max: 253,
    pattern: /^[^\s/@]+$/,
    help: { nl: 'Het adres van de SMTP-server, zonder poort.', en: 'The address of the SMTP server, without port.' },
  }),
  smtpPort: field.number({
    ...email,
    nl: 'Poort',
    en: 'Port',
    default: 587,
    min: 1,
    max: 65_535,
    help: { nl: 'Meestal 587, of 465 met TLS vanaf het begin.', en: 'Usually 587, or 465 with TLS from the start.' },
  }),
  smtpSecurity: field.choice({
    ...email,
    nl: 'Beveiliging',
    en: 'Security',
    default: 'starttls',
    help: {
      nl: 'Zonder beveiliging gaan berichten en wachtwoord leesbaar over de lijn; kies dat alleen voor een server op deze computer.',
      en: 'Without security, messages and password go over the line readably; choose that only for a server on this computer.',
    },
    choices: [
      { value: 'starttls', nl: 'STARTTLS', en: 'STARTTLS' },
      { value: 'tls', nl: 'TLS vanaf het begin', en: 'TLS from the start' },
      { value: 'none', nl: 'Geen', en: 'None' },
    ],
  }),
  smtpUser: field.text({
    ...email,
    nl: 'Gebruiker',
    en: 'User',
    help: { nl: 'Leeg: de server vraagt geen aanmelding.', en: 'Empty: the server asks for no log-in.' },
  }),
  smtpPassword: field.secret({
    ...email,
    nl: 'Wachtwoord',
    en: 'Password',
    help: { nl: 'Het wachtwoord bij deze gebruiker.', en: 'The password of this user.' },
  }),
  emailFrom: field.text({
    ...email,
    nl: 'Afzender',
    en: 'From',
    required: true,
    pattern: /^[^\s@<>,;]+@[^\s@<>,;]+$/,
    help: {
      nl: 'Het e-mailadres waarvandaan S-Connect verstuurt; de mailserver moet het toestaan.',
      en: 'The e-mail address that S-Connect sends from; the mail server must allow it.',
    },
  }),
  emailTo: field.text({
    ...email,
    nl: 'Aan',
    en: 'To',
    required: true,
    pattern: /^[^\s@<>,;]+@[^\s@<>,;]+(\s*[,;]\s*[^\s@<>,;]+@[^\s@<>,;]+)*$/,
    help: {
      nl: 'Eén of meer e-mailadressen, met komma’s ertussen.',
      en: 'One or more e-mail addresses, with commas between them.',
    },
  }),
  webhook: field.toggle({
    ...about,
    nl: 'Bericht per webhook',
    en: 'Tell by webhook',
    default: false,
    help: {
      nl: 'Stuurt elk bericht als JSON naar een adres van u, voor een chatprogramma of bewaking.',
      en: 'Posts each message as JSON to an address of yours, for a chat program or monitoring.',
    },
  }),
  webhookUrl: field.text({
    ...webhook,
    nl: 'Adres van de webhook',
    en: 'Address of the webhook',
    required: true,
    max: 2000,
    pattern: /^https?:\/\/[^\s/]+(\/\S*)?$/i,
    help: {
      nl: 'Begint met https:// (of http:// binnen uw eigen netwerk).',
      en: 'Begins with https:// (or http:// inside your own network).',
    },
  }),
  webhookSecret: field.secret({
    ...webhook,
    nl: 'Geheim voor de handtekening',
    en: 'Secret for the signature',
    help: {
      nl: 'Ingevuld: elk bericht krijgt een handtekening, zodat de ontvanger weet dat het van S-Connect komt. Leeg: geen.',
      en: 'Filled in: each message gets a signature, so that the receiver knows that it comes from S-Connect. Empty: none.',
    },
  }),
} as const

export const alertSettings = settingsOf(alertFields)
