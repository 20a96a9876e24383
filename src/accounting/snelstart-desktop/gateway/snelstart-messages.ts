// The words for what SnelStart's Gateway says through the helper: one cause and one action per code, and its own text with it.
import type { FailureCatalogue } from '../../../core/problem.ts'

/** Places come from the failure's context: {said} is SnelStart's own text; {member} the Gateway's call. */
export const snelStartMessages = {
  'gateway.doubt': {
    spec: 'SNEL-7',
    text: {
      nl: 'Het is niet zeker of SnelStart dit heeft opgeslagen: het antwoord bleef uit ({said}).',
      en: 'It is not certain whether SnelStart saved this: the answer did not come ({said}).',
    },
    todo: {
      nl: 'U hoeft niets te doen: S-Connect zoekt eerst in de administratie of het er staat, en schrijft nooit blind nog eens.',
      en: 'You need do nothing: S-Connect first looks in the administration whether it is there, and never writes again blindly.',
    },
  },
  'gateway.closed': {
    spec: 'SNEL-4',
    text: {
      nl: 'SnelStart houdt de administratie niet open: {said}',
      en: 'SnelStart does not keep the administration open: {said}',
    },
    todo: {
      nl: 'Open de administratie eens in SnelStart zelf en probeer het opnieuw.',
      en: 'Open the administration in SnelStart itself once and try again.',
    },
  },
  'gateway.notInstalled': {
    spec: 'SNEL-6',
    text: {
      nl: 'De Gateway van SnelStart is niet op deze computer te vinden. SnelStart of Windows zegt: {said}',
      en: 'SnelStart’s Gateway is not to be found on this computer. SnelStart or Windows says: {said}',
    },
    todo: {
      nl: 'Installeer SnelStart op deze computer, met de Gateway (module Integratie), en start SnelStart daarna één keer.',
      en: 'Install SnelStart on this computer, with the Gateway (module Integratie), and start SnelStart once after that.',
    },
  },
  'gateway.tooOld': {
    spec: 'SNEL-6',
    text: {
      nl: 'Deze versie van SnelStart mist een aanroep ({member}) die S-Connect nodig heeft: {said}',
      en: 'This version of SnelStart lacks a call ({member}) that S-Connect needs: {said}',
    },
    todo: { nl: 'Werk SnelStart bij naar de nieuwste versie.', en: 'Update SnelStart to the newest version.' },
  },
  'gateway.wrongVersion': {
    spec: 'SNEL-6',
    text: {
      nl: 'De administratie hoort bij een andere versie van SnelStart dan op deze computer staat. SnelStart zegt: {said}',
      en: 'The administration belongs to another version of SnelStart than is on this computer. SnelStart says: {said}',
    },
    todo: {
      nl: 'Installeer op deze computer dezelfde versie van SnelStart als waarmee de administratie gemaakt of omgezet is.',
      en: 'Install on this computer the version of SnelStart that the administration was made with or converted to.',
    },
  },
  'gateway.moduleMissing': {
    spec: 'SNEL-6',
    text: {
      nl: 'De licentie van SnelStart heeft de module ‘Integratie’ niet. SnelStart zegt: {said}',
      en: 'SnelStart’s licence does not have the module ‘Integratie’. SnelStart says: {said}',
    },
    todo: {
      nl: 'Neem bij SnelStart de module Integratie af, lees de nieuwe licentie in en probeer het opnieuw.',
      en: 'Take the module Integratie from SnelStart, load the new licence and try again.',
    },
  },
  'gateway.licence': {
    spec: 'SNEL-6',
    text: {
      nl: 'SnelStart weigert om zijn licentie: {said}',
      en: 'SnelStart refuses because of its licence: {said}',
    },
    todo: {
      nl: 'Controleer in SnelStart of de licentie geldig is en lees haar opnieuw in.',
      en: 'Check in SnelStart whether the licence is valid and load it again.',
    },
  },
  'gateway.loginRefused': {
    spec: 'SNEL-4',
    text: {
      nl: 'SnelStart weigert de gebruiker of het wachtwoord. SnelStart zegt: {said}',
      en: 'SnelStart refuses the user or the password. SnelStart says: {said}',
    },
    todo: {
      nl: 'Vul de gebruiker en het wachtwoord in waarmee u zelf in deze administratie aanmeldt (gewoonlijk ‘Beheerder’ zonder wachtwoord).',
      en: 'Fill in the user and the password with which you log in to this administration yourself (usually ‘Beheerder’ without a password).',
    },
  },
  'gateway.rightMissing': {
    spec: 'SNEL-6',
    text: {
      nl: 'De gebruiker van SnelStart mag dit niet. SnelStart zegt: {said}',
      en: 'The SnelStart user may not do this. SnelStart says: {said}',
    },
    todo: {
      nl: 'Geef deze gebruiker in SnelStart het recht hiervoor, of vul een gebruiker in die het heeft.',
      en: 'Give this user the right in SnelStart, or fill in a user who has it.',
    },
  },
  'gateway.otherUser': {
    spec: 'SNEL-6',
    text: {
      nl: 'Er is een andere gebruiker aangemeld. SnelStart zegt: {said}',
      en: 'Another user is logged in. SnelStart says: {said}',
    },
    todo: {
      nl: 'Laat de ander SnelStart sluiten, of maak voor S-Connect een eigen gebruiker. S-Connect probeert het vanzelf opnieuw.',
      en: 'Let the other one close SnelStart, or make a user for S-Connect alone. S-Connect tries again by itself.',
    },
  },
  'gateway.fileLocked': {
    spec: 'SNEL-6',
    text: {
      nl: 'De administratie is vergrendeld. SnelStart zegt: {said}',
      en: 'The administration is locked. SnelStart says: {said}',
    },
    todo: {
      nl: 'Sluit het programma dat de administratie vasthoudt (SnelStart zelf, een reservekopie). S-Connect probeert het vanzelf opnieuw.',
      en: 'Close the program that holds the administration (SnelStart itself, a backup). S-Connect tries again by itself.',
    },
  },
  'gateway.noAdministration': {
    spec: 'SNEL-3',
    text: {
      nl: 'SnelStart vindt deze administratie niet. SnelStart zegt: {said}',
      en: 'SnelStart does not find this administration. SnelStart says: {said}',
    },
    todo: {
      nl: 'Kies de map of de server, en dan de administratie, opnieuw uit de lijst.',
      en: 'Choose the folder or the server, and then the administration, again from the list.',
    },
  },
  'gateway.database': {
    spec: 'SNEL-6',
    text: {
      nl: 'SnelStart kan de administratie niet gebruiken: {said}',
      en: 'SnelStart cannot use the administration: {said}',
    },
    todo: {
      nl: 'Open de administratie in SnelStart zelf; lukt dat niet, los dat dan eerst op. S-Connect probeert het vanzelf opnieuw.',
      en: 'Open the administration in SnelStart itself; if that fails, mend that first. S-Connect tries again by itself.',
    },
  },
  'gateway.codeTaken': {
    spec: 'SNEL-7',
    text: {
      nl: 'Deze code bestaat al in SnelStart: {said}',
      en: 'This code exists in SnelStart already: {said}',
    },
    todo: {
      nl: 'Kies een andere code, of gebruik wat er al staat.',
      en: 'Choose another code, or use what is there already.',
    },
  },
  'gateway.notFound': {
    spec: 'SNEL-7',
    text: {
      nl: 'SnelStart kent dit niet meer, of het is niet actief: {said}',
      en: 'SnelStart does not know this any more, or it is inactive: {said}',
    },
    todo: {
      nl: 'Kijk in SnelStart of de klant, het artikel of het sjabloon nog bestaat en actief is; probeer de order dan opnieuw.',
      en: 'See in SnelStart whether the customer, the article or the template still exists and is active; then try the order again.',
    },
  },
  'gateway.vatNumberRefused': {
    spec: 'SNEL-7',
    text: {
      nl: 'SnelStart weigert het btw-nummer: {said}',
      en: 'SnelStart refuses the VAT number: {said}',
    },
    todo: {
      nl: 'Controleer het btw-nummer van de klant en probeer de order opnieuw.',
      en: 'Check the customer’s VAT number and try the order again.',
    },
  },
  'gateway.refused': {
    spec: 'SNEL-7',
    text: {
      nl: 'SnelStart weigert dit en heeft niets opgeslagen: {said}',
      en: 'SnelStart refuses this and saved nothing: {said}',
    },
    todo: {
      nl: 'Los op wat SnelStart hier zegt en probeer de order opnieuw.',
      en: 'Mend what SnelStart says here and try the order again.',
    },
  },
} as const satisfies FailureCatalogue
