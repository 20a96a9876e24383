// The words for what the HTTP API itself refuses, and for failures whose next step is another one in the page than on the
// command line.
import type { FailureCatalogue } from '../core/problem.ts'

const logInAgain = { nl: 'Meld u opnieuw aan.', en: 'Log in again.' }

export const apiFailures = {
  'session.none': {
    spec: 'BEY-5',
    text: { nl: 'U bent niet (meer) aangemeld.', en: 'You are not logged in (any more).' },
    todo: logInAgain,
  },
  'session.csrf': {
    spec: 'BEY-5',
    text: { nl: 'Deze pagina hoort bij een andere aanmelding.', en: 'This page belongs to another log-in.' },
    todo: { nl: 'Laad de pagina opnieuw.', en: 'Load the page again.' },
  },
  'session.refused': {
    spec: 'BEY-5',
    text: { nl: 'Naam of wachtwoord klopt niet.', en: 'Name or password is not right.' },
    todo: {
      nl: 'Probeer het opnieuw. Wachtwoord vergeten? Op de computer van S-Connect: ‘s-connect password’.',
      en: 'Try again. Password forgotten? On the computer of S-Connect: ‘s-connect password’.',
    },
  },
  'session.wait': {
    spec: 'BEY-5',
    text: { nl: 'Te vaak een verkeerd wachtwoord.', en: 'A wrong password too often.' },
    todo: { nl: 'Wacht {seconds} seconden en probeer het dan opnieuw.', en: 'Wait {seconds} seconds and try again.' },
  },
  'session.readOnly': {
    spec: 'BEY-5',
    text: { nl: 'U mag hier alleen kijken.', en: 'You may only look here.' },
    todo: { nl: 'Vraag het de eigenaar van S-Connect.', en: 'Ask the owner of S-Connect.' },
  },
  'request.crossSite': {
    spec: 'BEY-5',
    text: { nl: 'Dit verzoek kwam van een andere website.', en: 'This request came from another site.' },
    todo: { nl: 'Open S-Connect zelf en doe het daar.', en: 'Open S-Connect itself and do it there.' },
  },
  'request.wrong': {
    spec: 'BEY-5',
    text: { nl: 'Dit verzoek klopt niet bij {field}.', en: 'This request is not right at {field}.' },
    todo: { nl: 'Kijk dit veld na.', en: 'Look at this field.' },
  },
  'request.tooLarge': {
    spec: 'BEY-5',
    text: { nl: 'Dit verzoek is te groot.', en: 'This request is too large.' },
    todo: { nl: 'Stuur minder in één keer.', en: 'Send less at once.' },
  },
  'request.type': {
    spec: 'BEY-5',
    text: { nl: 'De API verwacht JSON.', en: 'The API expects JSON.' },
    todo: { nl: 'Stuur ‘content-type: application/json’.', en: 'Send ‘content-type: application/json’.' },
  },
  'request.tooMany': {
    spec: 'BEY-5',
    text: { nl: 'Te veel verzoeken in korte tijd.', en: 'Too many requests in a short time.' },
    todo: { nl: 'Wacht een minuut.', en: 'Wait a minute.' },
  },
  'request.notFound': {
    spec: 'BEY-5',
    text: { nl: 'Dit is er niet (meer).', en: 'This is not there (any more).' },
    todo: { nl: 'Ga terug en laad de pagina opnieuw.', en: 'Go back and load the page again.' },
  },
  'setup.done': {
    spec: 'USE-1',
    text: { nl: 'Er is al een wachtwoord ingesteld.', en: 'A password was set already.' },
    todo: { nl: 'Meld u aan met dat wachtwoord.', en: 'Log in with that password.' },
  },
  'password.short': {
    spec: 'USE-1',
    text: { nl: 'Dit wachtwoord is te kort.', en: 'This password is too short.' },
    todo: {
      nl: 'Kies er een van ten minste {characters} tekens.',
      en: 'Choose one of at least {characters} characters.',
    },
  },
  'user.lastOwner': {
    spec: 'BEY-5',
    text: { nl: 'De laatste eigenaar kan niet worden verwijderd.', en: 'The last owner cannot be removed.' },
    todo: { nl: 'Maak eerst een andere eigenaar.', en: 'Make another owner first.' },
  },
  'network.confirm': {
    spec: 'BEY-5',
    text: {
      nl: 'S-Connect wordt dan bereikbaar voor iedereen in uw netwerk, en wachtwoorden gaan onversleuteld over de lijn zolang er geen TLS (https) voor staat.',
      en: 'S-Connect can then be reached by everyone in your network, and passwords travel in the clear as long as no TLS (https) stands before it.',
    },
    todo: { nl: 'Bevestig dat u dit wilt, of laat het uit.', en: 'Confirm that you want this, or leave it off.' },
  },
  'settings.missing': {
    spec: 'USE-1',
    text: { nl: 'Nog niet ingevuld: {nl}.', en: 'Not filled in yet: {en}.' },
    todo: { nl: 'Vul het in bij Instellingen.', en: 'Fill it in under Settings.' },
  },
  'settings.wrong': {
    spec: 'USE-1',
    text: {
      nl: 'Een bewaarde instelling klopt niet meer: {part}.{setting}.',
      en: 'A stored setting is not right any more: {part}.{setting}.',
    },
    todo: { nl: 'Stel deze opnieuw in bij Instellingen.', en: 'Set it again under Settings.' },
  },
  'profile.unknown': {
    spec: 'PROF-1',
    text: { nl: 'Dit profiel is er niet (meer).', en: 'This profile is not there (any more).' },
    todo: { nl: 'Ga naar het overzicht.', en: 'Go to the overview.' },
  },
  'store.keyWrong': {
    spec: 'SNEL-5',
    text: {
      nl: 'De sleutel waarmee wachtwoorden en sleutels zijn versleuteld past niet bij deze gegevensmap. Al het andere is er nog.',
      en: 'The key that passwords and keys are encrypted with does not fit this data folder. Everything else is still there.',
    },
    todo: {
      nl: 'Geef de herstelcode op. Is die kwijt, maak dan een nieuwe sleutel en vul de wachtwoorden en sleutels opnieuw in.',
      en: 'Give the recovery code. If that is lost, make a new key and fill in the passwords and keys again.',
    },
  },
  bug: {
    spec: 'BEY-1',
    text: {
      nl: 'S-Connect kon dit niet doen door een fout in het programma zelf.',
      en: 'S-Connect could not do this because of an error in the program itself.',
    },
    todo: {
      nl: 'Probeer het nog eens. Blijft het, meld het dan aan de makers met wat er in het venster van S-Connect staat.',
      en: 'Try once more. If it stays, report it to the makers with what S-Connect’s own window says.',
    },
  },
} as const satisfies FailureCatalogue

export type ApiFailureCode = keyof typeof apiFailures
