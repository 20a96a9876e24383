// The words for what goes wrong when SnelStart Lokaal is read: one cause and one action per code.
import type { FailureCatalogue } from '../../../core/problem.ts'

/** Places come from the failure's context: {file}, {said} (SQL Server's or Windows' own text). */
export const localMessages = {
  'desktop.localWindows': {
    spec: 'SNEL-3',
    text: {
      nl: 'Een administratie van de soort Lokaal is alleen te lezen en te schrijven op de Windows-computer waar SnelStart staat.',
      en: 'An administration of the kind Lokaal can be read and written only on the Windows computer that SnelStart is on.',
    },
    todo: {
      nl: 'Zet S-Connect op die computer, of zet de administratie over naar SnelStart Online en kies hier ‘SnelStart Online’.',
      en: 'Put S-Connect on that computer, or move the administration to SnelStart Online and choose ‘SnelStart Online’ here.',
    },
  },
  'desktop.localMissing': {
    spec: 'SNEL-1',
    text: {
      nl: 'SnelStart Lokaal (de LocalDB ‘snelstart’) is er voor deze Windows-gebruiker niet. Windows zegt: {said}',
      en: 'SnelStart Lokaal (the LocalDB ‘snelstart’) is not there for this Windows user. Windows says: {said}',
    },
    todo: {
      nl: 'Laat S-Connect draaien onder dezelfde Windows-gebruiker als SnelStart, en open de administratie één keer in SnelStart zelf.',
      en: 'Run S-Connect as the same Windows user as SnelStart, and open the administration in SnelStart itself once.',
    },
  },
  'desktop.localNotStarted': {
    spec: 'SNEL-1',
    text: {
      nl: 'De database van SnelStart Lokaal start niet. Windows zegt: {said}',
      en: 'The database of SnelStart Lokaal does not start. Windows says: {said}',
    },
    todo: {
      nl: 'Start SnelStart zelf; lukt dat ook niet, start de computer dan opnieuw. S-Connect probeert het vanzelf opnieuw.',
      en: 'Start SnelStart itself; if that fails too, restart the computer. S-Connect tries again by itself.',
    },
  },
  'desktop.localInUse': {
    spec: 'SNEL-6',
    text: {
      nl: 'Het bestand {file} is in gebruik bij een ander. SQL Server zegt: {said}',
      en: 'The file {file} is in use by somebody else. SQL Server says: {said}',
    },
    todo: {
      nl: 'Sluit de administratie op andere plaatsen (een andere Windows-gebruiker, een reservekopie). S-Connect probeert het vanzelf opnieuw.',
      en: 'Close the administration elsewhere (another Windows user, a backup). S-Connect tries again by itself.',
    },
  },
  'desktop.localFileMissing': {
    spec: 'SNEL-3',
    text: { nl: 'Het bestand {file} is er niet.', en: 'The file {file} is not there.' },
    todo: {
      nl: 'Kies de map en de administratie opnieuw uit de lijst.',
      en: 'Choose the folder and the administration again from the list.',
    },
  },
  'desktop.localForbidden': {
    spec: 'SNEL-7',
    text: {
      nl: 'S-Connect mag het bestand {file} niet openen. SQL Server zegt: {said}',
      en: 'S-Connect may not open the file {file}. SQL Server says: {said}',
    },
    todo: {
      nl: 'Laat S-Connect draaien onder dezelfde Windows-gebruiker als SnelStart.',
      en: 'Run S-Connect as the same Windows user as SnelStart.',
    },
  },
  'desktop.localTooNew': {
    spec: 'SNEL-6',
    text: {
      nl: 'Het bestand {file} is van een nieuwere versie dan de database op deze computer. SQL Server zegt: {said}',
      en: 'The file {file} is of a newer version than the database on this computer. SQL Server says: {said}',
    },
    todo: {
      nl: 'Installeer op deze computer dezelfde versie van SnelStart als waarmee de administratie het laatst is geopend.',
      en: 'Install on this computer the version of SnelStart that the administration was last opened with.',
    },
  },
  'desktop.localNotDatabase': {
    spec: 'SNEL-3',
    text: {
      nl: 'Het bestand {file} is geen database of is beschadigd. SQL Server zegt: {said}',
      en: 'The file {file} is no database or is damaged. SQL Server says: {said}',
    },
    todo: {
      nl: 'Kies een andere administratie uit de lijst, of zet in SnelStart een reservekopie terug.',
      en: 'Choose another administration from the list, or restore a backup in SnelStart.',
    },
  },
} as const satisfies FailureCatalogue
