// The words for what goes wrong on the way to another computer, where no adapter has better ones.
import type { FailureCatalogue, FailureText } from '../core/problem.ts'

const text = (spec: string, [nl, en]: [string, string], [todoNl, todoEn]: [string, string]): FailureText => ({
  spec,
  text: { nl, en },
  todo: { nl: todoNl, en: todoEn },
})

const tryLater: [string, string] = ['Probeer het over een paar minuten opnieuw.', 'Try again in a few minutes.']

export const netFailures = {
  'http.unreachable': text(
    'BEY-1',
    ['{url} is niet te bereiken.', '{url} cannot be reached.'],
    ['Controleer het adres en de internetverbinding.', 'Check the address and the internet connection.'],
  ),
  'http.timeout': text('BEY-1', ['{url} antwoordt niet op tijd.', '{url} does not answer in time.'], tryLater),
  'http.broken': text('BEY-1', ['De verbinding met {url} viel weg.', 'The connection with {url} was lost.'], tryLater),
  'http.tooLarge': text(
    'BEY-1',
    ['Een antwoord was te groot om te verwerken.', 'An answer was too large to handle.'],
    ['Controleer of het ingestelde adres klopt.', 'Check whether the address in the settings is right.'],
  ),
  'http.badEncoding': text(
    'BEY-1',
    ['Een antwoord was niet uit te pakken.', 'An answer could not be unpacked.'],
    ['Vraag uw webhost of er een proxy tussen staat.', 'Ask your web host whether there is a proxy in between.'],
  ),
  'ftp.nameUnknown': text(
    'SHOP-3',
    ['De FTP-server {host} bestaat niet.', 'The FTP server {host} does not exist.'],
    ['Controleer de naam bij ‘FTP server’.', 'Check the name at ‘FTP server’.'],
  ),
  'ftp.unreachable': text(
    'SHOP-3',
    ['De FTP-server {host} neemt geen verbinding aan.', 'The FTP server {host} accepts no connection.'],
    ['Controleer ‘Soort verbinding’ en ‘Poort’.', 'Check ‘Kind of connection’ and ‘Port’.'],
  ),
  'ftp.timeout': text(
    'SHOP-3',
    ['De FTP-server {host} antwoordt niet op tijd.', 'The FTP server {host} does not answer in time.'],
    tryLater,
  ),
  'ftp.certificate': text(
    'SHOP-3',
    ['Het certificaat van FTP-server {host} klopt niet.', 'The certificate of FTP server {host} is not right.'],
    [
      'Vraag uw webhost onder welke naam het certificaat geldt.',
      'Ask your web host for which name the certificate is valid.',
    ],
  ),
  'ftp.loginRefused': text(
    'SHOP-3',
    [
      'De FTP-server {host} weigert de gebruikersnaam of het wachtwoord.',
      'The FTP server {host} refuses the user name or password.',
    ],
    ['Vul beide opnieuw in.', 'Fill in both again.'],
  ),
  'ftp.noTls': text(
    'SHOP-3',
    [
      'De FTP-server {host} werkt niet met deze soort verbinding.',
      'The FTP server {host} does not work with this kind of connection.',
    ],
    ['Kies een andere ‘Soort verbinding’.', 'Choose another ‘Kind of connection’.'],
  ),
  'ftp.hostKeyChanged': text(
    'SHOP-3',
    ['De SFTP-server {host} is niet meer dezelfde als eerst.', 'The SFTP server {host} is not the same as before.'],
    [
      'Vraag uw webhost of de server is vervangen. Tot die tijd stuurt S-Connect geen wachtwoord.',
      'Ask your web host whether the server was replaced. Until then S-Connect sends no password.',
    ],
  ),
  'ftp.missing': text(
    'SHOP-3',
    ['De map of het bestand {path} is er niet op de FTP-server.', '{path} is not there on the FTP server.'],
    ['Controleer ‘Map winkel’.', 'Check ‘Shop folder’.'],
  ),
  'ftp.denied': text(
    'SHOP-3',
    ['De FTP-server staat {path} niet toe.', 'The FTP server does not allow {path}.'],
    [
      'Geef de FTP-gebruiker het recht om mappen en bestanden te maken.',
      'Give the FTP user the right to make folders and files.',
    ],
  ),
  'ftp.full': text(
    'SHOP-3',
    ['De schijf van de webshop is vol.', 'The disk of the shop is full.'],
    ['Maak ruimte bij uw webhost.', 'Make room at your web host.'],
  ),
  'ftp.broken': text(
    'SHOP-3',
    ['De verbinding met FTP-server {host} viel weg.', 'The connection with FTP server {host} was lost.'],
    tryLater,
  ),
} as const satisfies FailureCatalogue
