// The words for everything that can go wrong outside an order and outside the adapters: settings, input, this machine.
import { licenceMessages } from '../core/licence/messages.ts'
import type { FailureCatalogue } from '../core/problem.ts'
import { alertFailures } from '../runs/alerts/messages.ts'
import { givenFileFailures } from '../runs/given-files-messages.ts'
import { stockFailures } from '../runs/stock/messages.ts'
import { syncFailures } from '../runs/sync-failures.ts'
import { inputFailures } from './input-failures.ts'
import { machineFailures } from './machine-failures.ts'
import { netFailures } from './net-failures.ts'
import { serveFailures } from './serve-failures.ts'
import { storeFailures } from './store-failures.ts'

/** By code; the adapters' own catalogues come before it where both have one. */
export const commandFailures = {
  'profile.unknown': {
    spec: 'PROF-1',
    text: { nl: 'Er is geen profiel {profile}.', en: 'There is no profile {profile}.' },
    todo: {
      nl: 'Kijk met ‘s-connect profile list’ welke er zijn.',
      en: 'See ‘s-connect profile list’ for those that exist.',
    },
  },
  'profile.none': {
    spec: 'PROF-1',
    text: { nl: 'Er is nog geen profiel.', en: 'There is no profile yet.' },
    todo: { nl: 'Maak er een met ‘s-connect profile add’.', en: 'Make one with ‘s-connect profile add’.' },
  },
  'profile.several': {
    spec: 'PROF-3',
    text: {
      nl: 'Er zijn meer profielen; het is niet duidelijk welk u bedoelt.',
      en: 'There are several profiles; it is not clear which one you mean.',
    },
    todo: { nl: 'Geef er een met --profile: {profiles}.', en: 'Give one with --profile: {profiles}.' },
  },
  'kind.unknown': {
    spec: 'PROF-1',
    text: { nl: 'S-Connect kent geen soort ‘{kind}’.', en: 'S-Connect knows no kind ‘{kind}’.' },
    todo: { nl: 'Kies een van: {kinds}.', en: 'Choose one of: {kinds}.' },
  },
  'product.unknown': {
    spec: 'PROF-1',
    text: { nl: 'Een profiel kan geen ‘{product}’ maken.', en: 'A profile cannot make ‘{product}’.' },
    todo: { nl: 'Kies een van: {products}.', en: 'Choose one of: {products}.' },
  },
  'settings.missing': {
    spec: 'USE-1',
    text: { nl: 'Nog niet ingevuld: {nl}.', en: 'Not filled in yet: {en}.' },
    todo: {
      nl: 'Vul het in met ‘s-connect settings set {part}.{first}’.',
      en: 'Fill it in with ‘s-connect settings set {part}.{first}’.',
    },
  },
  'settings.wrong': {
    spec: 'USE-1',
    text: {
      nl: 'Een bewaarde instelling klopt niet meer: {part}.{setting}.',
      en: 'A stored setting is not right any more: {part}.{setting}.',
    },
    todo: {
      nl: 'Stel deze opnieuw in met ‘s-connect settings set’.',
      en: 'Set it again with ‘s-connect settings set’.',
    },
  },
  'settings.unknown': {
    spec: 'USE-1',
    text: { nl: 'Er is geen instelling ‘{setting}’.', en: 'There is no setting ‘{setting}’.' },
    todo: {
      nl: 'Kijk met ‘s-connect settings show’ welke er zijn.',
      en: 'See ‘s-connect settings show’ for those that exist.',
    },
  },
  'settings.several': {
    spec: 'USE-1',
    text: { nl: 'Er zijn meer instellingen ‘{setting}’.', en: 'There are several settings ‘{setting}’.' },
    todo: { nl: 'Geef de hele sleutel: {keys}.', en: 'Give the whole key: {keys}.' },
  },
  'settings.value': {
    spec: 'USE-1',
    text: { nl: '‘{value}’ is geen geldige waarde voor {setting}.', en: '‘{value}’ is no valid value for {setting}.' },
    todo: { nl: 'Toegestaan: {nl}', en: 'Allowed: {en}' },
  },
  'settings.secretArgument': {
    spec: 'SNEL-5',
    text: {
      nl: '{setting} is geheim en mag niet op de opdrachtregel staan.',
      en: '{setting} is secret and may not stand on the command line.',
    },
    todo: {
      nl: 'Laat de waarde weg (S-Connect vraagt erom), of gebruik --stdin of --from-env NAAM.',
      en: 'Leave the value out (S-Connect asks for it), or use --stdin or --from-env NAME.',
    },
  },
  stopped: {
    spec: 'BEY-1',
    text: { nl: 'Gestopt op uw verzoek.', en: 'Stopped at your request.' },
    todo: {
      nl: 'Er is niets half gedaan; de volgende keer gaat S-Connect verder waar het was.',
      en: 'Nothing was half done; next time S-Connect goes on where it was.',
    },
  },
  'order.customerUnknown': {
    spec: 'USE-2',
    text: {
      nl: 'In SnelStart staat geen actieve klant met klantcode {code}.',
      en: 'SnelStart has no active customer with customer code {code}.',
    },
    todo: {
      nl: 'Kies een klant uit de lijst. Staat hij er nog niet in? Ververs dan de lijsten bij Instellingen.',
      en: 'Choose a customer from the list. Not in it yet? Then refresh the lists under Settings.',
    },
  },
  'order.customerFixed': {
    spec: 'USE-2',
    text: {
      nl: 'De klant van order {number} is niet meer te kiezen: de order is al gemaakt, afgehandeld of wordt nu geschreven.',
      en: 'The customer of order {number} cannot be chosen any more: it was made, dismissed or is being written now.',
    },
    todo: {
      nl: 'Pas de klant zo nodig aan in SnelStart zelf.',
      en: 'If need be, change the customer in SnelStart itself.',
    },
  },
  'order.unknownNumber': {
    spec: 'BEY-1',
    text: { nl: 'Er is geen order {number} in het postvak.', en: 'There is no order {number} in the inbox.' },
    todo: {
      nl: 'Kijk met ‘s-connect orders list’ welke er zijn.',
      en: 'See ‘s-connect orders list’ for those that exist.',
    },
  },
  ...inputFailures,
  ...storeFailures,
  ...netFailures,
  ...machineFailures,
  ...licenceMessages,
  ...alertFailures,
  ...stockFailures,
  ...syncFailures,
  ...givenFileFailures,
  ...serveFailures,
  bug: {
    spec: 'BEY-1',
    text: {
      nl: 'S-Connect kon niet verder door een fout in het programma zelf.',
      en: 'S-Connect could not go on because of an error in the program itself.',
    },
    todo: {
      nl: 'Meld dit aan de makers, met deze tekst: {message}',
      en: 'Report this to the makers, with this text: {message}',
    },
  },
} as const satisfies FailureCatalogue
