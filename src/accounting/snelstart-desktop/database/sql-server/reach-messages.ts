// What the user reads when SQL Server cannot be reached: its name, the network, the instance, the encryption.
import type { FailureCatalogue } from '../../../../core/problem.ts'

/** By failure code; places as in messages.ts. */
export const sqlReachMessages = {
  'desktop.sqlServerName': {
    spec: 'SNEL-2',
    text: { nl: '‘{server}’ is geen naam van een SQL-server.', en: '‘{server}’ is not the name of a SQL server.' },
    todo: {
      nl: 'Vul bij SQL Server de naam van de computer in, zo nodig met \\ en de naam van het exemplaar, bijvoorbeeld KANTOOR\\SNELSTART.',
      en: 'At SQL Server, fill in the name of the computer, if needed with \\ and the name of the instance, for example KANTOOR\\SNELSTART.',
    },
  },
  'desktop.sqlLocalDb': {
    spec: 'SNEL-1',
    text: {
      nl: '‘{server}’ hoort bij een lokale administratie, niet bij een SQL-server.',
      en: '‘{server}’ belongs to a local administration, not to a SQL server.',
    },
    todo: {
      nl: 'Kies als soort administratie ‘SnelStart Lokaal’.',
      en: 'Choose ‘SnelStart Lokaal’ as the kind of administration.',
    },
  },
  'desktop.sqlPipe': {
    spec: 'SNEL-2',
    text: {
      nl: '‘{server}’ is geen netwerkadres voor TCP/IP.',
      en: '‘{server}’ is not a network address for TCP/IP.',
    },
    todo: {
      nl: 'Vul bij SQL Server alleen de naam van de computer in, met \\ en de naam van het exemplaar.',
      en: 'At SQL Server, fill in only the name of the computer, with \\ and the name of the instance.',
    },
  },
  'desktop.sqlWindows': {
    spec: 'SNEL-2',
    text: {
      nl: 'Er is geen SQL-gebruikersnaam ingevuld; aanmelden met uw Windows-account kan alleen op Windows.',
      en: 'No SQL user name is filled in; logging in with your Windows account is possible on Windows only.',
    },
    todo: {
      nl: 'Maak in SnelStart via Extra, Gebruikersbeheer een gebruiker met leesrechten en vul die hier met het wachtwoord in.',
      en: 'Make a user with read rights in SnelStart under Extra, Gebruikersbeheer and fill it in here with the password.',
    },
  },
  'desktop.sqlServerNotFound': {
    spec: 'SNEL-6',
    text: {
      nl: 'De computer van SQL-server ‘{server}’ is niet te vinden op het netwerk.',
      en: 'The computer of SQL server ‘{server}’ cannot be found on the network.',
    },
    todo: {
      nl: 'Controleer de naam bij SQL Server, of vul in plaats daarvan het IP-adres van die computer in.',
      en: 'Check the name at SQL Server, or fill in the IP address of that computer instead.',
    },
  },
  'desktop.sqlRefused': {
    spec: 'SNEL-6',
    text: {
      nl: 'De computer van SQL-server ‘{server}’ is er wel, maar SQL Server luistert daar niet op het netwerk.',
      en: 'The computer of SQL server ‘{server}’ is there, but SQL Server does not listen on the network there.',
    },
    todo: {
      nl: 'Zet op die computer in SQL Server Configuration Manager TCP/IP aan en start de SQL Server-service opnieuw. Vulde u zelf een poort in, controleer die dan eerst.',
      en: 'On that computer, enable TCP/IP in SQL Server Configuration Manager and restart the SQL Server service. If you filled in a port yourself, check that first.',
    },
  },
  'desktop.sqlUnreachable': {
    spec: 'SNEL-6',
    text: {
      nl: 'SQL-server ‘{server}’ antwoordt niet: de computer staat uit of een firewall houdt het tegen.',
      en: 'SQL server ‘{server}’ does not answer: the computer is off or a firewall blocks it.',
    },
    todo: {
      nl: 'Laat in de firewall van die computer de TCP-poort van SQL Server toe (gewoonlijk 1433).',
      en: 'Allow the TCP port of SQL Server (1433 usually) in the firewall of that computer.',
    },
  },
  'desktop.sqlBrowser': {
    spec: 'SNEL-6',
    text: {
      nl: 'De poort van exemplaar ‘{instance}’ is niet op te vragen: SQL Server Browser op ‘{host}’ antwoordt niet.',
      en: 'The port of instance ‘{instance}’ cannot be looked up: SQL Server Browser on ‘{host}’ does not answer.',
    },
    todo: {
      nl: 'Start op die computer de service SQL Server Browser en laat UDP-poort 1434 toe in de firewall, of vul de poort zelf in: {host},1433.',
      en: 'Start the service SQL Server Browser on that computer and allow UDP port 1434 in the firewall, or fill in the port yourself: {host},1433.',
    },
  },
  'desktop.sqlInstance': {
    spec: 'SNEL-6',
    text: {
      nl: 'Op ‘{host}’ is geen SQL Server met de naam ‘{instance}’. Wel gevonden: {instances}.',
      en: 'There is no SQL Server named ‘{instance}’ on ‘{host}’. Found instead: {instances}.',
    },
    todo: {
      nl: 'Kies bij SQL Server een van de gevonden namen.',
      en: 'Choose one of the names found at SQL Server.',
    },
  },
  'desktop.sqlNoTcp': {
    spec: 'SNEL-6',
    text: {
      nl: 'SQL-server ‘{server}’ is niet over het netwerk te bereiken: TCP/IP staat daar uit.',
      en: 'SQL server ‘{server}’ cannot be reached over the network: TCP/IP is off there.',
    },
    todo: {
      nl: 'Zet op die computer in SQL Server Configuration Manager TCP/IP aan en start de SQL Server-service opnieuw.',
      en: 'On that computer, enable TCP/IP in SQL Server Configuration Manager and restart the SQL Server service.',
    },
  },
  'desktop.sqlTls': {
    spec: 'SNEL-6',
    text: {
      nl: 'SQL-server ‘{server}’ kent alleen een verouderde beveiliging (ouder dan TLS 1.2).',
      en: 'SQL server ‘{server}’ knows only outdated security (older than TLS 1.2).',
    },
    todo: {
      nl: 'Installeer de updates van die SQL Server. Staat hij in uw eigen netwerk, dan kunt u anders de versleuteling op ‘Uit’ zetten.',
      en: 'Install the updates of that SQL Server. If it stands in your own network, you can set the encryption to ‘Off’ instead.',
    },
  },
  'desktop.sqlCertificate': {
    spec: 'SNEL-6',
    text: {
      nl: 'Het certificaat van SQL-server ‘{server}’ wordt op deze computer niet vertrouwd.',
      en: 'The certificate of SQL server ‘{server}’ is not trusted on this computer.',
    },
    todo: {
      nl: 'Zet de versleuteling op ‘Automatisch’ als de server in uw eigen netwerk staat, of geef hem een vertrouwd certificaat.',
      en: 'Set the encryption to ‘Automatic’ if the server stands in your own network, or give it a trusted certificate.',
    },
  },
  'desktop.sqlNoTls': {
    spec: 'SNEL-6',
    text: {
      nl: 'SQL-server ‘{server}’ biedt geen versleuteling aan, en die is hier verplicht gesteld.',
      en: 'SQL server ‘{server}’ offers no encryption, and it is set as required here.',
    },
    todo: {
      nl: 'Zet de versleuteling op ‘Automatisch’ als de server in uw eigen netwerk staat.',
      en: 'Set the encryption to ‘Automatic’ if the server stands in your own network.',
    },
  },
  'desktop.sqlTlsRequired': {
    spec: 'SNEL-6',
    text: {
      nl: 'SQL-server ‘{server}’ eist versleuteling, en die staat hier uit.',
      en: 'SQL server ‘{server}’ demands encryption, and it is off here.',
    },
    todo: { nl: 'Zet de versleuteling op ‘Automatisch’.', en: 'Set the encryption to ‘Automatic’.' },
  },
} satisfies FailureCatalogue
