// What the user reads when SnelStart's own tables cannot be read as they are.
import type { FailureCatalogue } from '../../core/problem.ts'

/** Places: {version}, {missing}, {level}, {column}. */
export const readMessages = {
  'desktop.noAdministration': {
    spec: 'SNEL-6',
    text: {
      nl: 'Deze database is geen administratie van SnelStart.',
      en: 'This database is no SnelStart administration.',
    },
    todo: {
      nl: 'Kies in de instellingen de administratie zelf, met de naam die SnelStart toont bij het openen van een administratie.',
      en: 'Choose the administration itself in the settings, by the name that SnelStart shows when an administration is opened.',
    },
  },
  'desktop.columnsMissing': {
    spec: 'SNEL-6',
    text: {
      nl: 'De database van SnelStart (versie {version}) mist iets wat S-Connect nodig heeft: {missing}.',
      en: 'SnelStart’s database (version {version}) lacks something that S-Connect needs: {missing}.',
    },
    todo: {
      nl: 'Ontbreekt een hele tabel, geef de SQL-gebruiker dan leesrechten op de hele database. Stuur deze melding anders met de versie van SnelStart naar de makers van S-Connect.',
      en: 'If a whole table is missing, give the SQL user read rights on the whole database. Else send this message with the version of SnelStart to the makers of S-Connect.',
    },
  },
  'desktop.settingsEmpty': {
    spec: 'SNEL-6',
    text: {
      nl: 'De administratie heeft geen rij met instellingen (tblInstelling is leeg).',
      en: 'The administration has no row of settings (tblInstelling is empty).',
    },
    todo: {
      nl: 'Open de administratie één keer in SnelStart, en probeer het daarna opnieuw.',
      en: 'Open the administration once in SnelStart, then try again.',
    },
  },
  'desktop.countLevelUnknown': {
    spec: 'STOCK-2',
    text: {
      nl: 'SnelStart telt de voorraad vanaf niveau {level}, en dat niveau kent S-Connect niet.',
      en: 'SnelStart counts stock from level {level}, and S-Connect does not know that level.',
    },
    todo: {
      nl: 'Kies in SnelStart bij de voorraadinstellingen vanaf welk document een order de voorraad verlaagt.',
      en: 'Choose in SnelStart’s stock settings from which document on an order lowers the stock.',
    },
  },
  'desktop.newerVersion': {
    spec: 'SNEL-1',
    text: {
      nl: 'De administratie is van SnelStart {version}, nieuwer dan de versies waarmee S-Connect is getest.',
      en: 'The administration is of SnelStart {version}, newer than the versions that S-Connect was tested with.',
    },
    todo: {
      nl: 'Controleer de eerste orders in SnelStart extra goed.',
      en: 'Check the first orders in SnelStart with extra care.',
    },
  },
  'desktop.columnNotThere': {
    spec: 'SNEL-1',
    text: {
      nl: 'De database van SnelStart (versie {version}) heeft {column} niet; wat daarin zou staan is onbekend.',
      en: 'SnelStart’s database (version {version}) does not have {column}; what would be in it is not known.',
    },
    todo: { nl: 'U hoeft niets te doen.', en: 'There is nothing to do.' },
  },
} as const satisfies FailureCatalogue
