// What the user reads when the folder or the file of an administration will not do (SNEL-3, SNEL-6).
import type { FailureCatalogue } from '../../../../core/problem.ts'

/** Places come from the failure's context: {folder}, {administration}, {found}, {limit}, {missing}, {said}. */
export const mdbMessages = {
  'desktop.folderNotAbsolute': {
    spec: 'SNEL-3',
    text: { nl: 'De map ‘{folder}’ is geen volledig pad.', en: 'The folder ‘{folder}’ is not a whole path.' },
    todo: {
      nl: 'Vul de map in vanaf de schijfletter, zoals C:\\SnelStart, of vanaf de server, zoals \\\\SERVER\\SnelStart.',
      en: 'Fill in the folder from the drive letter, as C:\\SnelStart, or from the server, as \\\\SERVER\\SnelStart.',
    },
  },
  'desktop.folderMissing': {
    spec: 'SNEL-3',
    text: { nl: 'De map ‘{folder}’ is er niet.', en: 'The folder ‘{folder}’ is not there.' },
    todo: {
      nl: 'Kies de map waarin de administratie staat. U vindt die in SnelStart bij het openen van een administratie.',
      en: 'Choose the folder that holds the administration. SnelStart shows it when an administration is opened.',
    },
  },
  'desktop.folderUnreadable': {
    spec: 'SNEL-3',
    text: { nl: 'S-Connect mag de map ‘{folder}’ niet lezen.', en: 'S-Connect may not read the folder ‘{folder}’.' },
    todo: {
      nl: 'Geef de Windows-gebruiker waaronder S-Connect draait leesrechten op deze map.',
      en: 'Give the Windows user that S-Connect runs as the right to read this folder.',
    },
  },
  'desktop.folderUnreachable': {
    spec: 'SNEL-3',
    text: {
      nl: 'De map ‘{folder}’ is nu niet te bereiken ({said}).',
      en: 'The folder ‘{folder}’ cannot be reached now ({said}).',
    },
    todo: {
      nl: 'Controleer of de computer met deze map aan staat en in het netwerk is. S-Connect probeert het vanzelf opnieuw.',
      en: 'Check that the computer with this folder is on and in the network. S-Connect tries again by itself.',
    },
  },
  'desktop.mdbMissing': {
    spec: 'SNEL-3',
    text: {
      nl: 'Administratie ‘{administration}’ staat niet in de map ‘{folder}’. Daar staat wel: {found}.',
      en: 'Administration ‘{administration}’ is not in the folder ‘{folder}’. There is: {found}.',
    },
    todo: {
      nl: 'Kies de administratie opnieuw uit de lijst, of kies een andere map.',
      en: 'Choose the administration from the list again, or choose another folder.',
    },
  },
  'desktop.mdbForbidden': {
    spec: 'SNEL-6',
    text: {
      nl: 'S-Connect mag het bestand van administratie ‘{administration}’ niet lezen.',
      en: 'S-Connect may not read the file of administration ‘{administration}’.',
    },
    todo: {
      nl: 'Geef de Windows-gebruiker waaronder S-Connect draait leesrechten op dit bestand in de map ‘{folder}’.',
      en: 'Give the Windows user that S-Connect runs as the right to read this file in the folder ‘{folder}’.',
    },
  },
  'desktop.mdbLocked': {
    spec: 'SNEL-6',
    text: {
      nl: 'Een ander programma houdt het bestand van administratie ‘{administration}’ voor zich alleen.',
      en: 'Another program keeps the file of administration ‘{administration}’ to itself.',
    },
    todo: {
      nl: 'Wacht tot SnelStart klaar is met een back-up, herstel of conversie van deze administratie. S-Connect probeert het vanzelf opnieuw.',
      en: 'Wait until SnelStart has finished a backup, repair or conversion of this administration. S-Connect tries again by itself.',
    },
  },
  'desktop.mdbBusy': {
    spec: 'SNEL-6',
    text: {
      nl: 'SnelStart schrijft zo druk in administratie ‘{administration}’ dat zij nu niet in één keer te lezen is.',
      en: 'SnelStart is writing in administration ‘{administration}’ so busily that it cannot be read in one go now.',
    },
    todo: {
      nl: 'Wacht tot SnelStart klaar is. S-Connect probeert het vanzelf opnieuw.',
      en: 'Wait until SnelStart has finished. S-Connect tries again by itself.',
    },
  },
  'desktop.mdbUnreachable': {
    spec: 'SNEL-6',
    text: {
      nl: 'Het bestand van administratie ‘{administration}’ is nu niet te lezen ({said}).',
      en: 'The file of administration ‘{administration}’ cannot be read now ({said}).',
    },
    todo: {
      nl: 'Controleer of de schijf of de computer met de map ‘{folder}’ bereikbaar is. S-Connect probeert het vanzelf opnieuw.',
      en: 'Check that the disk or computer with the folder ‘{folder}’ can be reached. S-Connect tries again by itself.',
    },
  },
  'desktop.mdbPassword': {
    spec: 'SNEL-6',
    text: {
      nl: 'Het bestand van administratie ‘{administration}’ is met een wachtwoord beveiligd.',
      en: 'The file of administration ‘{administration}’ is protected with a password.',
    },
    todo: {
      nl: 'Haal het databasewachtwoord weg waarmee het bestand is beveiligd (in Access, niet in SnelStart), of gebruik SnelStart SQL.',
      en: 'Remove the database password that protects the file (in Access, not in SnelStart), or use SnelStart SQL.',
    },
  },
  'desktop.mdbDamaged': {
    spec: 'SNEL-6',
    text: {
      nl: 'Het bestand van administratie ‘{administration}’ is beschadigd of niet heel.',
      en: 'The file of administration ‘{administration}’ is damaged or not whole.',
    },
    todo: {
      nl: 'Laat SnelStart deze administratie herstellen, of zet een back-up terug, en test de verbinding opnieuw.',
      en: 'Let SnelStart repair this administration, or restore a backup, and test the connection again.',
    },
  },
  'desktop.mdbChanged': {
    spec: 'SNEL-6',
    text: {
      nl: 'De indeling van de administratie is intussen veranderd: {missing} is er niet meer.',
      en: 'The layout of the administration has changed meanwhile: {missing} is no longer there.',
    },
    todo: {
      nl: 'Test de verbinding opnieuw. Dit gebeurt als SnelStart de administratie naar een nieuwe versie omzet.',
      en: 'Test the connection again. This happens when SnelStart converts the administration to a new version.',
    },
  },
  'desktop.mdbNotAccess': {
    spec: 'SNEL-6',
    text: {
      nl: 'Het bestand van ‘{administration}’ is geen Access-database van het formaat 2000/2003, al heet het .mdb.',
      en: 'The file of ‘{administration}’ is no Access database of the 2000/2003 format, though it is named .mdb.',
    },
    todo: {
      nl: 'Kies een andere administratie uit de lijst.',
      en: 'Choose another administration from the list.',
    },
  },
  'desktop.mdbEmpty': {
    spec: 'SNEL-6',
    text: {
      nl: 'In het bestand van ‘{administration}’ staat geen enkele tabel: het is geen administratie van SnelStart.',
      en: 'The file of ‘{administration}’ holds no tables at all: it is no SnelStart administration.',
    },
    todo: {
      nl: 'Kies een andere administratie uit de lijst.',
      en: 'Choose another administration from the list.',
    },
  },
  'desktop.mdbMemory': {
    spec: 'SNEL-6',
    text: {
      nl: 'Deze computer heeft te weinig geheugen voor het bestand van administratie ‘{administration}’.',
      en: 'This computer has too little memory for the file of administration ‘{administration}’.',
    },
    todo: {
      nl: 'Sluit andere programma’s, laat SnelStart de administratie comprimeren, of gebruik SnelStart SQL.',
      en: 'Close other programs, let SnelStart compact the administration, or use SnelStart SQL.',
    },
  },
  'desktop.mdbTooLarge': {
    spec: 'SNEL-6',
    text: {
      nl: 'Het bestand van administratie ‘{administration}’ is groter dan S-Connect kan lezen (hoogstens {limit}).',
      en: 'The file of administration ‘{administration}’ is larger than S-Connect can read (at most {limit}).',
    },
    todo: {
      nl: 'Laat SnelStart de administratie comprimeren of oude jaren afsplitsen, of gebruik SnelStart SQL.',
      en: 'Let SnelStart compact the administration or split off old years, or use SnelStart SQL.',
    },
  },
} as const satisfies FailureCatalogue
