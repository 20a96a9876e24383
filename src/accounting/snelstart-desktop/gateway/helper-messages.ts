// The words for what goes wrong with our own Windows helper: one cause and one action per code.
import type { FailureCatalogue } from '../../../core/problem.ts'

/** Places come from the failure's context: {said} is the helper's or Windows' own text; {path} a file. */
export const helperMessages = {
  'gateway.notWindows': {
    spec: 'SNEL-7',
    text: {
      nl: 'Schrijven in deze SnelStart-administratie gaat via de Gateway van SnelStart, en die bestaat alleen voor Windows.',
      en: 'Writing in this SnelStart administration goes through SnelStart’s Gateway, which exists for Windows only.',
    },
    todo: {
      nl: 'Zet S-Connect op de Windows-computer met SnelStart, of zet de administratie over naar SnelStart Online en kies hier ‘SnelStart Online’.',
      en: 'Put S-Connect on the Windows computer with SnelStart, or move the administration to SnelStart Online and choose ‘SnelStart Online’ here.',
    },
  },
  'gateway.override': {
    spec: 'SNEL-7',
    text: {
      nl: 'De omgevingsvariabele S_CONNECT_GATEWAY is geen JSON-lijst van een programma en zijn argumenten.',
      en: 'The environment variable S_CONNECT_GATEWAY is no JSON list of a program and its arguments.',
    },
    todo: {
      nl: 'Haal S_CONNECT_GATEWAY weg, of schrijf bijvoorbeeld ["C:\\\\map\\\\snelstart-gateway.exe"].',
      en: 'Remove S_CONNECT_GATEWAY, or write for instance ["C:\\\\folder\\\\snelstart-gateway.exe"].',
    },
  },
  'gateway.helperMissing': {
    spec: 'SNEL-7',
    text: {
      nl: 'Het hulpprogramma van S-Connect voor SnelStart staat niet in {path}.',
      en: 'S-Connect’s helper program for SnelStart is not in {path}.',
    },
    todo: { nl: 'Installeer S-Connect opnieuw.', en: 'Install S-Connect again.' },
  },
  'gateway.compilerMissing': {
    spec: 'SNEL-7',
    text: {
      nl: 'Het hulpprogramma voor SnelStart kan niet worden gemaakt: .NET Framework 4 staat niet op deze computer ({path}).',
      en: 'The helper program for SnelStart cannot be made: .NET Framework 4 is not on this computer ({path}).',
    },
    todo: {
      nl: 'Zet in Windows-onderdelen .NET Framework 4.8 aan, of installeer het van Microsoft, en probeer het opnieuw.',
      en: 'Switch on .NET Framework 4.8 in Windows features, or install it from Microsoft, and try again.',
    },
  },
  'gateway.notCompiled': {
    spec: 'SNEL-7',
    text: {
      nl: 'Het hulpprogramma voor SnelStart kon niet worden gemaakt: {said}',
      en: 'The helper program for SnelStart could not be made: {said}',
    },
    todo: {
      nl: 'Controleer of S-Connect in de map {path} mag schrijven en of een virusscanner het tegenhoudt; probeer het dan opnieuw.',
      en: 'Check whether S-Connect may write in the folder {path} and whether a virus scanner stops it; then try again.',
    },
  },
  'gateway.notStarted': {
    spec: 'SNEL-7',
    text: {
      nl: 'Het hulpprogramma voor SnelStart start niet: {said}',
      en: 'The helper program for SnelStart does not start: {said}',
    },
    todo: {
      nl: 'Laat de virusscanner het hulpprogramma toe; helpt dat niet, installeer S-Connect dan opnieuw.',
      en: 'Let the virus scanner allow the helper program; if that does not help, install S-Connect again.',
    },
  },
  'gateway.otherProgram': {
    spec: 'SNEL-7',
    text: {
      nl: 'Het hulpprogramma voor SnelStart is niet van deze versie van S-Connect ({said}).',
      en: 'The helper program for SnelStart is not of this version of S-Connect ({said}).',
    },
    todo: {
      nl: 'Installeer S-Connect opnieuw, zodat programma en hulpprogramma bij elkaar horen.',
      en: 'Install S-Connect again, so that program and helper belong together.',
    },
  },
  'gateway.died': {
    spec: 'SNEL-7',
    text: {
      nl: 'Het hulpprogramma voor SnelStart is gestopt voor het antwoord gaf ({said}). Er is niets geschreven.',
      en: 'The helper program for SnelStart ended before it answered ({said}). Nothing was written.',
    },
    todo: {
      nl: 'U hoeft niets te doen: S-Connect start het opnieuw. Blijft het zo, start dan SnelStart zelf eens om te zien of dat werkt.',
      en: 'You need do nothing: S-Connect starts it again. If it stays so, start SnelStart itself to see whether that works.',
    },
  },
  'gateway.silent': {
    spec: 'SNEL-7',
    text: {
      nl: 'SnelStart gaf geen antwoord op tijd. Er is niets geschreven.',
      en: 'SnelStart gave no answer in time. Nothing was written.',
    },
    todo: {
      nl: 'Kijk of SnelStart op deze computer op een antwoord van u wacht, bijvoorbeeld in een venster. S-Connect probeert het vanzelf opnieuw.',
      en: 'See whether SnelStart waits for an answer of yours on this computer, in a window for instance. S-Connect tries again by itself.',
    },
  },
  'gateway.unreadable': {
    spec: 'SNEL-7',
    text: {
      nl: 'Het hulpprogramma voor SnelStart zei iets dat S-Connect niet begrijpt ({said}). Er is niets geschreven.',
      en: 'The helper program for SnelStart said something that S-Connect does not understand ({said}). Nothing was written.',
    },
    todo: {
      nl: 'Probeer het opnieuw. Blijft het zo, meld het dan bij de makers van S-Connect.',
      en: 'Try again. If it stays so, report it to the makers of S-Connect.',
    },
  },
  'gateway.closing': {
    spec: 'SNEL-7',
    text: {
      nl: 'De verbinding met SnelStart werd gesloten. Er is niets geschreven.',
      en: 'The connection with SnelStart was being closed. Nothing was written.',
    },
    todo: { nl: 'Probeer het opnieuw.', en: 'Try again.' },
  },
  'gateway.bits': {
    spec: 'SNEL-6',
    text: {
      nl: 'Het hulpprogramma draait als 64-bits programma, en de Gateway van SnelStart is 32-bits. Windows zegt: {said}',
      en: 'The helper runs as a 64-bit program, and SnelStart’s Gateway is 32-bit. Windows says: {said}',
    },
    todo: {
      nl: 'Installeer S-Connect opnieuw, of haal S_CONNECT_GATEWAY weg: het hulpprogramma hoort als 32-bits (x86) te draaien.',
      en: 'Install S-Connect again, or remove S_CONNECT_GATEWAY: the helper has to run as 32-bit (x86).',
    },
  },
} as const satisfies FailureCatalogue
