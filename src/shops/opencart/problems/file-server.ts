// The way to the shop's file server: what `net/ftp.ts` throws.
import { problem } from './problem.ts'

/** The way to the file server. */
export const fileServerProblems = {
  'ftp.nameUnknown': problem(
    'SHOP-9',
    'De FTP-server {host} bestaat niet.',
    'The FTP server {host} does not exist.',
    'Controleer de FTP server in de instellingen.',
    'Check the FTP server in the settings.',
  ),
  'ftp.unreachable': problem(
    'SHOP-9',
    'De FTP-server {host} neemt op deze poort niet op.',
    'The FTP server {host} does not answer on this port.',
    'Controleer de poort en de soort verbinding, of vraag uw webhost.',
    'Check the port and the kind of connection, or ask your web host.',
  ),
  'ftp.timeout': problem(
    'SHOP-9',
    'De FTP-server {host} antwoordt niet op tijd.',
    'The FTP server {host} does not answer in time.',
    'Probeer het later; blijft het zo, vraag uw webhost of een firewall u tegenhoudt.',
    'Try later; if it stays so, ask your web host whether a firewall stops you.',
  ),
  'ftp.certificate': problem(
    'SHOP-9',
    'Het certificaat van {host} hoort niet bij deze naam of is verlopen.',
    'The certificate of {host} is not for this name or has expired.',
    'Vul de servernaam in die op het certificaat staat; uw webhost kent hem.',
    'Enter the server name that is on the certificate; your web host knows it.',
  ),
  'ftp.noTls': problem(
    'SHOP-9',
    'De FTP-server {host} en de gekozen soort verbinding passen niet bij elkaar.',
    'The FTP server {host} and the chosen kind of connection do not fit.',
    'Kies een andere soort verbinding (FTPS, SFTP of FTP).',
    'Choose another kind of connection (FTPS, SFTP or FTP).',
  ),
  'ftp.loginRefused': problem(
    'SHOP-9',
    'De FTP-server {host} weigert de gebruikersnaam of het wachtwoord.',
    'The FTP server {host} refuses the user name or the password.',
    'Controleer gebruikersnaam en wachtwoord.',
    'Check user name and password.',
  ),
  'ftp.hostKeyChanged': problem(
    'SHOP-9',
    'De SFTP-server {host} heeft een andere sleutel dan voorheen.',
    'The SFTP server {host} has another key than before.',
    'Vraag uw webhost of de server is vervangen; is dat zo, verbreek dan de koppeling en maak haar opnieuw.',
    'Ask your web host whether the server was replaced; if so, disconnect the shop and connect it again.',
  ),
  'ftp.denied': problem(
    'SHOP-9',
    'De FTP-server {host} staat niet toe om {path} te maken.',
    'The FTP server {host} does not allow making {path}.',
    'Geef deze gebruiker het recht om mappen en bestanden te maken in de map van de winkel.',
    'Give this user the right to make folders and files in the folder of the shop.',
  ),
  'ftp.missing': problem(
    'SHOP-9',
    'De map {path} is er niet op de FTP-server {host}.',
    'The folder {path} is not there on the FTP server {host}.',
    'Controleer de map van de winkel.',
    'Check the shop folder.',
  ),
  'ftp.full': problem(
    'SHOP-9',
    'De schijf van de FTP-server {host} is vol.',
    'The disk of the FTP server {host} is full.',
    'Maak ruimte bij uw webhost.',
    'Make room at your web host.',
  ),
  'ftp.broken': problem(
    'SHOP-9',
    'De verbinding met de FTP-server {host} is verbroken ({answer}).',
    'The connection with the FTP server {host} broke off ({answer}).',
    'Probeer het opnieuw.',
    'Try again.',
  ),
}
