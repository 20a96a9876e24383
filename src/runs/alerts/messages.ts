// The words for alerts that do not get through: mail server, webhook.
import type { FailureCatalogue, FailureText } from '../../core/problem.ts'

const text = ([nl, en]: [string, string], [todoNl, todoEn]: [string, string]): FailureText => ({
  spec: 'BEY-6',
  text: { nl, en },
  todo: { nl: todoNl, en: todoEn },
})

export const alertFailures = {
  'alerts.incomplete': text(
    ['Nog niet ingevuld: {nl}.', 'Not filled in yet: {en}.'],
    [
      'Vul het in bij ‘Berichten’, of met ‘s-connect alerts set’.',
      'Fill it in at ‘Alerts’, or with ‘s-connect alerts set’.',
    ],
  ),
  'mail.unreachable': text(
    [
      'De mailserver {host}:{port} is niet te bereiken ({said}).',
      'The mail server {host}:{port} cannot be reached ({said}).',
    ],
    ['Controleer ‘Mailserver’ en ‘Poort’.', 'Check ‘Mail server’ and ‘Port’.'],
  ),
  'mail.insecure': text(
    [
      'De mailserver {host}:{port} biedt geen veilige verbinding van deze soort ({said}).',
      'The mail server {host}:{port} offers no secure connection of this kind ({said}).',
    ],
    [
      'Kies bij ‘Beveiliging’ de andere soort (TLS hoort meestal bij poort 465, STARTTLS bij 587), en gebruik de naam die in het certificaat staat.',
      'Choose the other kind at ‘Security’ (TLS usually goes with port 465, STARTTLS with 587), and use the name in the certificate.',
    ],
  ),
  'mail.login': text(
    ['De mailserver {host} weigert de aanmelding: {said}', 'The mail server {host} refuses the log-in: {said}'],
    [
      'Controleer gebruiker en wachtwoord; sommige aanbieders vragen een app-wachtwoord.',
      'Check user and password; some providers want an app password.',
    ],
  ),
  'mail.refused': text(
    [
      'De mailserver {host} neemt het bericht niet aan: {said}',
      'The mail server {host} does not take the message: {said}',
    ],
    ['Controleer ‘Afzender’ en ‘Aan’.', 'Check ‘From’ and ‘To’.'],
  ),
  'webhook.refused': text(
    ['De webhook op {url} antwoordde met {status}.', 'The webhook at {url} answered with {status}.'],
    ['Controleer het adres van de webhook.', 'Check the address of the webhook.'],
  ),
} as const satisfies FailureCatalogue
