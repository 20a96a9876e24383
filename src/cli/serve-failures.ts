// The words for what keeps the service from starting.
import type { FailureCatalogue } from '../core/problem.ts'

export const serveFailures = {
  'store.served': {
    spec: 'PLAN-4',
    text: {
      nl: 'S-Connect draait al met de gegevensmap {path}.',
      en: 'S-Connect is running already with the data folder {path}.',
    },
    todo: {
      nl: 'Open de pagina daarvan, of kies een andere map met --data.',
      en: 'Open its page, or choose another folder with --data.',
    },
  },
  'network.noPassword': {
    spec: 'BEY-5',
    text: {
      nl: 'S-Connect opent zich niet voor het netwerk zolang er geen wachtwoord is.',
      en: 'S-Connect does not open itself to the network while there is no password.',
    },
    todo: {
      nl: 'Start het zonder --host, open het adres op deze computer en kies een wachtwoord.',
      en: 'Start it without --host, open the address on this computer and choose a password.',
    },
  },
  'network.address': {
    spec: 'BEY-5',
    text: { nl: 'Deze computer heeft geen adres {host}.', en: 'This computer has no address {host}.' },
    todo: {
      nl: 'Kies een ander adres met --host, of laat het weg.',
      en: 'Choose another address with --host, or leave it out.',
    },
  },
} as const satisfies FailureCatalogue
