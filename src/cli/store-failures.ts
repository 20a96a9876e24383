// The words for what goes wrong with what S-Connect keeps on this machine: the data folder, its database and its key.
import type { FailureCatalogue } from '../core/problem.ts'

export const storeFailures = {
  'store.busy': {
    spec: 'PLAN-4',
    text: {
      nl: 'Er loopt al een import van dit profiel.',
      en: 'An import of this profile is running already.',
    },
    todo: { nl: 'Wacht tot die klaar is en probeer het dan opnieuw.', en: 'Wait until it is done and try again.' },
  },
  'store.leaseLost': {
    spec: 'PLAN-4',
    text: {
      nl: 'Een andere uitvoering heeft dit profiel overgenomen; deze is gestopt. Er is niets dubbel gemaakt.',
      en: 'Another run took this profile over; this one has stopped. Nothing was made twice.',
    },
    todo: { nl: 'U hoeft niets te doen.', en: 'You need do nothing.' },
  },
  'store.full': {
    spec: 'BEY-1',
    text: {
      nl: 'De schijf met de gegevensmap is vol. Er is niets verloren gegaan.',
      en: 'The disk with the data folder is full. Nothing was lost.',
    },
    todo: { nl: 'Maak ruimte en start opnieuw.', en: 'Make room and start again.' },
  },
  'store.readOnly': {
    spec: 'BEY-1',
    text: {
      nl: 'S-Connect mag niet schrijven in de gegevensmap {path}.',
      en: 'S-Connect may not write in the data folder {path}.',
    },
    todo: {
      nl: 'Geef schrijfrechten, of kies een andere map met --data.',
      en: 'Allow writing, or choose another folder with --data.',
    },
  },
  'store.locked': {
    spec: 'PLAN-4',
    text: {
      nl: 'Een ander programma houdt de gegevensmap {path} bezet.',
      en: 'Another program keeps the data folder {path} locked.',
    },
    todo: { nl: 'Sluit dat programma en probeer het opnieuw.', en: 'Close that program and try again.' },
  },
  'store.newer': {
    spec: 'BEY-7',
    text: {
      nl: 'De gegevensmap {path} is van een nieuwere versie van S-Connect. Er is niets veranderd.',
      en: 'The data folder {path} belongs to a newer version of S-Connect. Nothing was changed.',
    },
    todo: { nl: 'Installeer de nieuwste versie.', en: 'Install the newest version.' },
  },
  'store.damaged': {
    spec: 'BEY-1',
    text: {
      nl: 'De database in {path} is beschadigd of geen database van S-Connect.',
      en: 'The database in {path} is damaged or is no database of S-Connect.',
    },
    todo: {
      nl: 'Zet een reservekopie terug, of kies een andere map met --data.',
      en: 'Restore a backup, or choose another folder with --data.',
    },
  },
  'store.profileExists': {
    spec: 'PROF-1',
    text: { nl: 'Dit profiel is er al.', en: 'This profile exists already.' },
    todo: {
      nl: 'Kijk met ‘s-connect profile list’ welke er zijn.',
      en: 'See ‘s-connect profile list’ for those that exist.',
    },
  },
  'store.noProfile': {
    spec: 'PROF-1',
    text: { nl: 'Dit profiel is er niet meer.', en: 'This profile is no longer there.' },
    todo: {
      nl: 'Kijk met ‘s-connect profile list’ welke er zijn.',
      en: 'See ‘s-connect profile list’ for those that exist.',
    },
  },
  'store.userExists': {
    spec: 'USE-1',
    text: { nl: 'Er is al een gebruiker ‘{name}’.', en: 'There is a user ‘{name}’ already.' },
    todo: { nl: 'Kies een andere naam.', en: 'Choose another name.' },
  },
  'store.noUser': {
    spec: 'USE-1',
    text: { nl: 'Deze gebruiker is er niet meer.', en: 'This user is no longer there.' },
    todo: { nl: 'Laad de lijst met gebruikers opnieuw.', en: 'Load the list of users again.' },
  },
  'secrets.recoveryCodeMistyped': {
    spec: 'SNEL-5',
    text: {
      nl: 'De herstelcode klopt niet (groep {group}).',
      en: 'The recovery code is not right (group {group}).',
    },
    todo: { nl: 'Typ de code opnieuw over.', en: 'Type the code again.' },
  },
  'secrets.recoveryCodeOther': {
    spec: 'SNEL-5',
    text: {
      nl: 'Deze herstelcode hoort bij een andere gegevensmap.',
      en: 'This recovery code belongs to another data folder.',
    },
    todo: {
      nl: 'Zoek de code die bij deze gegevensmap is getoond, of maak met ‘s-connect key renew’ een nieuwe sleutel.',
      en: 'Find the code that was shown for this data folder, or make a new key with ‘s-connect key renew’.',
    },
  },
  'store.keyWrong': {
    spec: 'SNEL-5',
    text: {
      nl: 'De sleutel waarmee wachtwoorden en sleutels zijn versleuteld past niet bij deze gegevensmap. Al het andere is er nog.',
      en: 'The key that passwords and keys are encrypted with does not fit this data folder. Everything else is still there.',
    },
    todo: {
      nl: 'Zet de sleutel terug met ‘s-connect key restore’ en de herstelcode. Is die kwijt: ‘s-connect key renew’.',
      en: 'Put the key back with ‘s-connect key restore’ and the recovery code. If that is lost: ‘s-connect key renew’.',
    },
  },
} as const satisfies FailureCatalogue
