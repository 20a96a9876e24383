// The settings of an administration on the desktop (SNEL-2 … SNEL-4), with the fields of the manual: where the database is, and
// who SnelStart's own Gateway is opened as.
import type { z } from 'zod'
import { field, settingsOf } from '../../settings/field.ts'

const group = 'snelstart'

/** Default user with an empty password: most administrations have no other (manual 2.2). */
const gatewayUser = {
  snelStartUser: field.text({
    nl: 'SnelStart-gebruiker',
    en: 'SnelStart user',
    spec: 'SNEL-4',
    group,
    default: 'Beheerder',
    help: {
      nl: 'Met deze gebruiker legt S-Connect klanten, artikelen en orders vast, via SnelStart Gateway (Integratie). Hij moet daar in SnelStart rechten voor hebben.',
      en: 'As this user S-Connect writes customers, articles and orders, through SnelStart Gateway (Integratie). SnelStart must give it the rights to do so.',
    },
  }),
  snelStartPassword: field.secret({
    nl: 'Wachtwoord van de SnelStart-gebruiker',
    en: 'Password of the SnelStart user',
    spec: 'SNEL-4',
    group,
    help: {
      nl: 'Leeg laten als de gebruiker in SnelStart geen wachtwoord heeft.',
      en: 'Leave empty if the user has no password in SnelStart.',
    },
  }),
}

const folderFields = {
  folder: field.text({
    nl: 'Map van de administratie',
    en: 'Folder of the administration',
    spec: 'SNEL-3',
    group,
    required: true,
    help: {
      nl: 'De map waarin de administratie staat, op deze computer of in het netwerk.',
      en: 'The folder that holds the administration, on this computer or in the network.',
    },
  }),
  administration: field.text({
    nl: 'Administratie',
    en: 'Administration',
    spec: 'SNEL-3',
    group,
    required: true,
    optionsFrom: 'administrations',
    help: {
      nl: 'Kies uit de administraties die in de map gevonden zijn.',
      en: 'Choose one of the administrations found in the folder.',
    },
  }),
}

export const folderSettings = { ...folderFields, ...gatewayUser }

export const sqlSettings = {
  server: field.text({
    nl: 'SQL Server',
    en: 'SQL Server',
    spec: 'SNEL-2',
    group,
    required: true,
    optionsFrom: 'sqlServers',
    help: {
      nl: 'Kies uit de gevonden servers, of vul zelf de naam in: SERVER, SERVER\\INSTANTIE of SERVER,POORT.',
      en: 'Choose one of the servers found, or fill in the name yourself: SERVER, SERVER\\INSTANCE or SERVER,PORT.',
    },
  }),
  sqlUser: field.text({
    nl: 'SQL-gebruikersnaam',
    en: 'SQL user name',
    spec: 'SNEL-2',
    group,
    help: {
      nl: 'Een gebruiker die de database mag lezen, gemaakt in SnelStart bij Extra, Gebruikersbeheer; meer rechten zijn niet nodig. Leeg laten voor Windows-authenticatie.',
      en: 'A user that may read the database, made in SnelStart under Extra, Gebruikersbeheer; no more rights are needed. Leave empty for Windows authentication.',
    },
  }),
  sqlPassword: field.secret({
    nl: 'SQL-wachtwoord',
    en: 'SQL password',
    spec: 'SNEL-2',
    group,
    help: {
      nl: 'Het wachtwoord van die gebruiker. Leeg laten voor Windows-authenticatie.',
      en: 'The password of that user. Leave empty for Windows authentication.',
    },
  }),
  administration: field.text({
    nl: 'Administratie',
    en: 'Administration',
    spec: 'SNEL-2',
    group,
    required: true,
    optionsFrom: 'administrations',
    help: {
      nl: 'Kies uit de databases op de server, of vul zelf de naam in. Let goed op spaties en punten.',
      en: 'Choose one of the databases on the server, or fill in the name yourself. Mind spaces and dots.',
    },
  }),
  ...gatewayUser,
  encryption: field.choice({
    nl: 'Versleuteling',
    en: 'Encryption',
    spec: 'SNEL-2',
    group: 'advanced',
    default: 'automatic',
    choices: [
      {
        value: 'automatic',
        nl: 'Automatisch',
        en: 'Automatic',
        help: {
          nl: 'Versleuteld als de server dat kan, met elk certificaat. Goed voor de meeste servers in een eigen netwerk.',
          en: 'Encrypted if the server can, with any certificate. Right for most servers in a network of one’s own.',
        },
      },
      {
        value: 'required',
        nl: 'Verplicht',
        en: 'Required',
        help: {
          nl: 'Altijd versleuteld, met een certificaat dat deze computer vertrouwt.',
          en: 'Always encrypted, with a certificate that this computer trusts.',
        },
      },
      {
        value: 'off',
        nl: 'Uit',
        en: 'Off',
        help: {
          nl: 'Niet versleuteld, ook het wachtwoord niet. Alleen voor oude servers in een netwerk dat u vertrouwt.',
          en: 'Not encrypted, nor is the password. Only for old servers in a network that you trust.',
        },
      },
    ],
    help: {
      nl: 'Hoe de gegevens tussen deze computer en de server reizen.',
      en: 'How the data travel between this computer and the server.',
    },
  }),
}

const checkedSql = settingsOf(sqlSettings)
export type SqlSettings = z.infer<typeof checkedSql>
const checkedFolder = settingsOf(folderSettings)
export type FolderSettings = z.infer<typeof checkedFolder>
