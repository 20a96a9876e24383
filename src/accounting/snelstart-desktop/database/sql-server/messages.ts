// What the user reads when SQL Server cannot be reached, refuses, or answers otherwise than expected.
import type { FailureCatalogue } from '../../../../core/problem.ts'
import { sqlReachMessages } from './reach-messages.ts'

/** By failure code. Places come from the failure's context: {server}, {host}, {instance}, {instances}, {database}, {user}, {object},
 *  {seconds}, {answer}. */
export const sqlServerMessages = {
  ...sqlReachMessages,
  'desktop.sqlLogin': {
    spec: 'SNEL-6',
    text: {
      nl: 'SQL-server ‘{server}’ weigert gebruiker ‘{user}’ met dit wachtwoord.',
      en: 'SQL server ‘{server}’ refuses user ‘{user}’ with this password.',
    },
    todo: {
      nl: 'Controleer de SQL-gebruikersnaam en het wachtwoord; u maakt zo’n gebruiker in SnelStart via Extra, Gebruikersbeheer.',
      en: 'Check the SQL user name and password; you make such a user in SnelStart under Extra, Gebruikersbeheer.',
    },
  },
  'desktop.sqlPassword': {
    spec: 'SNEL-6',
    text: {
      nl: 'Het wachtwoord van SQL-gebruiker ‘{user}’ is verlopen of de gebruiker is geblokkeerd.',
      en: 'The password of SQL user ‘{user}’ has expired or the user is locked.',
    },
    todo: {
      nl: 'Geef de gebruiker in SnelStart via Extra, Gebruikersbeheer een nieuw wachtwoord en vul dat hier in.',
      en: 'Give the user a new password in SnelStart under Extra, Gebruikersbeheer and fill it in here.',
    },
  },
  'desktop.sqlNoDatabase': {
    spec: 'SNEL-6',
    text: {
      nl: 'Op ‘{server}’ is geen administratie ‘{database}’ die gebruiker ‘{user}’ mag openen.',
      en: 'On ‘{server}’ there is no administration ‘{database}’ that user ‘{user}’ may open.',
    },
    todo: {
      nl: 'Kies de administratie uit de lijst, of controleer de spaties en punten in de naam en het leesrecht van de gebruiker.',
      en: 'Choose the administration from the list, or check the spaces and dots in the name and the read right of the user.',
    },
  },
  'desktop.sqlNoRight': {
    spec: 'SNEL-7',
    text: {
      nl: 'Gebruiker ‘{user}’ mag ‘{object}’ niet lezen.',
      en: 'User ‘{user}’ may not read ‘{object}’.',
    },
    todo: {
      nl: 'Geef de gebruiker leesrechten op de hele database van de administratie.',
      en: 'Give the user read rights on the whole database of the administration.',
    },
  },
  'desktop.sqlNothingSeen': {
    spec: 'SNEL-7',
    text: {
      nl: 'In administratie ‘{database}’ is geen enkele tabel te zien: de gebruiker mag er niets lezen.',
      en: 'Not one table can be seen in administration ‘{database}’: the user may read nothing there.',
    },
    todo: {
      nl: 'Geef de gebruiker waarmee S-Connect leest leesrechten op deze database, in SnelStart via Extra, Gebruikersbeheer.',
      en: 'Give the user that S-Connect reads as the right to read this database, in SnelStart under Extra, Gebruikersbeheer.',
    },
  },
  'desktop.sqlMissing': {
    spec: 'SNEL-6',
    text: {
      nl: '‘{object}’ is niet (meer) in de database van deze administratie.',
      en: '‘{object}’ is not (or no longer) in the database of this administration.',
    },
    todo: {
      nl: 'Controleer of de gekozen database een SnelStart-administratie is en door een ondersteunde versie van SnelStart is geopend.',
      en: 'Check that the chosen database is a SnelStart administration and was opened by a supported version of SnelStart.',
    },
  },
  'desktop.sqlBusy': {
    spec: 'SNEL-6',
    text: {
      nl: 'De administratie is op dit moment bezet door een andere bewerking.',
      en: 'The administration is occupied by another operation at this moment.',
    },
    todo: {
      nl: 'Wacht tot die klaar is. S-Connect probeert het vanzelf opnieuw.',
      en: 'Wait until it is done. S-Connect tries again by itself.',
    },
  },
  'desktop.sqlNotReady': {
    spec: 'SNEL-6',
    text: {
      nl: 'SQL-server ‘{server}’ start op of sluit af, of de administratie wordt net hersteld.',
      en: 'SQL server ‘{server}’ is starting or stopping, or the administration is being restored.',
    },
    todo: {
      nl: 'Wacht enkele minuten. S-Connect probeert het vanzelf opnieuw.',
      en: 'Wait some minutes. S-Connect tries again by itself.',
    },
  },
  'desktop.sqlTimeout': {
    spec: 'SNEL-6',
    text: {
      nl: 'SQL Server gaf binnen {seconds} seconden geen volledig antwoord.',
      en: 'SQL Server gave no complete answer within {seconds} seconds.',
    },
    todo: {
      nl: 'Kijk of de server of het netwerk overbelast is. S-Connect probeert het vanzelf opnieuw.',
      en: 'See whether the server or the network is overloaded. S-Connect tries again by itself.',
    },
  },
  'desktop.sqlLost': {
    spec: 'SNEL-6',
    text: {
      nl: 'De verbinding met SQL Server is verbroken tijdens het lezen.',
      en: 'The connection with SQL Server was lost while reading.',
    },
    todo: {
      nl: 'Controleer of de server en het netwerk het doen. S-Connect probeert het vanzelf opnieuw; er is niets gewijzigd.',
      en: 'Check that the server and the network work. S-Connect tries again by itself; nothing was changed.',
    },
  },
  'desktop.sqlAnswer': {
    spec: 'SNEL-6',
    text: {
      nl: 'SQL Server geeft een antwoord dat S-Connect niet verwacht: {answer}',
      en: 'SQL Server gives an answer that S-Connect does not expect: {answer}',
    },
    todo: {
      nl: 'Geef deze tekst door aan uw beheerder of aan de ondersteuning van S-Connect.',
      en: 'Pass this text on to your administrator or to the support of S-Connect.',
    },
  },
} satisfies FailureCatalogue
