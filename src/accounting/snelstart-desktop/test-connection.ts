// 'Verbinding testen' (SNEL-6): the database and SnelStart's Gateway are two roads, so both are always walked, each leg by leg.
// Nothing is written.
import { Failure, LoginRefused, SettingsWrong } from '../../core/failures.ts'
import type { FailureCatalogue } from '../../core/problem.ts'
import { type LegStep, type TestLeg, tryLegs } from '../../core/test-leg.ts'
import { fillIn, type Text } from '../../core/text.ts'
import type { Helper } from './gateway/gateway.ts'
import type { HelperOpen } from './gateway/protocol.ts'
import { readMessages } from './read-messages.ts'
import { newestKnownVersion } from './tables.ts'

/** What the legs do; what each throws has words in `messages`. */
export type TestTools = {
  readonly where: DatabasePlace
  /** Connects, and gives the database in words. */
  readonly describe: (signal: AbortSignal) => Promise<string>
  /** Throws where tables or columns are missing, or may not be read. */
  readonly lookUpTables: (signal: AbortSignal) => Promise<void>
  readonly readAdministration: (
    signal: AbortSignal,
  ) => Promise<{ readonly name: string; readonly version: string; readonly customers: number }>
  /** Throws where this system cannot have a Gateway, before anything is started. */
  readonly checkSystem: () => void
  /** Where the helper is; throws where there is none and none can be made. */
  readonly findHelper: () => Promise<string>
  readonly helper: Helper
  readonly opening: HelperOpen
  readonly messages: FailureCatalogue
}

export type DatabasePlace =
  | { readonly kind: 'server'; readonly server: string; readonly user: string }
  /** `list`: the administrations in the folder. */
  | { readonly kind: 'folder'; readonly folder: string; readonly list: () => Promise<readonly string[]> }

/** Throws only the signal's reason. */
export async function* testConnection(tools: TestTools, signal: AbortSignal): AsyncGenerator<TestLeg> {
  yield* tryLegs(databaseLegs(tools, signal), tools.messages, signal)
  yield* tryLegs(gatewayLegs(tools, signal), tools.messages, signal)
}

function databaseLegs(tools: TestTools, signal: AbortSignal): readonly LegStep[] {
  const { where, describe } = tools
  // Reaching and logging in are one step for the database: what it throws tells how far it came.
  let connecting: Promise<string> | null = null
  const connect = (): Promise<string> => {
    connecting ??= describe(signal)
    return connecting
  }
  return [
    where.kind === 'server' ? serverLeg(where, connect) : folderLeg(where),
    {
      leg: 'databaseLogIn',
      title: { nl: 'Database openen', en: 'Opening the database' },
      tried: whoTried(where),
      run: async () => {
        const database = await connect()
        return { nl: `Geopend: ${database}.`, en: `Opened: ${database}.` }
      },
    },
    {
      leg: 'tables',
      title: { nl: 'Tabellen', en: 'Tables' },
      tried: {
        nl: 'Kijken of de tabellen en kolommen die S-Connect leest er zijn, en of ze te lezen zijn.',
        en: 'Looking whether the tables and columns that S-Connect reads are there, and can be read.',
      },
      run: async () => {
        await tools.lookUpTables(signal)
        return { nl: 'Alles wat nodig is, is er en is te lezen.', en: 'All that is needed is there and can be read.' }
      },
    },
    administrationLeg(tools, signal),
  ]
}

const whoTried = (where: DatabasePlace): Text => {
  if (where.kind === 'folder')
    return { nl: 'Het bestand van de administratie lezen.', en: 'Reading the administration’s file.' }
  return where.user === ''
    ? { nl: 'Aanmelden met Windows-authenticatie.', en: 'Logging in with Windows authentication.' }
    : { nl: `Aanmelden als ${where.user}.`, en: `Logging in as ${where.user}.` }
}

/** A server that refuses the user, or knows no such database, does answer. */
const serverLeg = (
  { server }: Extract<DatabasePlace, { kind: 'server' }>,
  connect: () => Promise<string>,
): LegStep => ({
  leg: 'server',
  title: { nl: 'Server', en: 'Server' },
  tried: { nl: `Verbinden met ${server}.`, en: `Connecting to ${server}.` },
  run: async () => {
    try {
      await connect()
    } catch (error) {
      const answers =
        error instanceof LoginRefused || (error instanceof Failure && error.code === 'desktop.sqlNoDatabase')
      if (!answers) throw error
    }
    return { nl: `${server} antwoordt.`, en: `${server} answers.` }
  },
})

const folderLeg = ({ folder, list }: Extract<DatabasePlace, { kind: 'folder' }>): LegStep => ({
  leg: 'folder',
  title: { nl: 'Map', en: 'Folder' },
  tried: { nl: `De map ${folder} lezen.`, en: `Reading the folder ${folder}.` },
  run: async () => {
    const found = await list()
    if (found.length === 0) throw new SettingsWrong('desktop.folderEmpty', 'no administrations there', { folder })
    const names = found.map((name) => `‘${name}’`).join(', ')
    return { nl: `Gevonden: ${names}.`, en: `Found: ${names}.` }
  },
})

const administrationLeg = ({ readAdministration }: TestTools, signal: AbortSignal): LegStep => ({
  leg: 'administration',
  title: { nl: 'Administratie', en: 'Administration' },
  tried: { nl: 'Naam, versie en klanten lezen.', en: 'Reading name, version and customers.' },
  run: async () => {
    const { name, version, customers } = await readAdministration(signal)
    const newer = Number.parseInt(version, 10) > newestKnownVersion
    const { text, todo } = readMessages['desktop.newerVersion']
    const more = (language: 'nl' | 'en'): string =>
      newer ? ` ${fillIn(text[language], { version })} ${todo[language]}` : ''
    return {
      nl: `Administratie ‘${name}’, SnelStart ${version}, ${customers} klanten.${more('nl')}`,
      en: `Administration ‘${name}’, SnelStart ${version}, ${customers} customers.${more('en')}`,
    }
  },
})

function gatewayLegs({ checkSystem, findHelper, helper, opening }: TestTools, signal: AbortSignal): readonly LegStep[] {
  return [
    {
      leg: 'gatewaySystem',
      title: { nl: 'Gateway: dit systeem', en: 'Gateway: this system' },
      tried: { nl: 'Kijken of dit systeem Windows is.', en: 'Looking whether this system is Windows.' },
      run: async () => {
        checkSystem()
        return { nl: 'SnelStart Gateway kan hier werken.', en: 'SnelStart Gateway can work here.' }
      },
    },
    {
      leg: 'gatewayHelper',
      title: { nl: 'Gateway: hulpprogramma', en: 'Gateway: helper' },
      tried: { nl: 'Het hulpprogramma van S-Connect zoeken.', en: 'Looking for S-Connect’s helper.' },
      run: async () => {
        const path = await findHelper()
        return { nl: `Gevonden: ${path}.`, en: `Found: ${path}.` }
      },
    },
    {
      leg: 'gatewayLibrary',
      title: { nl: 'Gateway: onderdeel van SnelStart', en: 'Gateway: part of SnelStart' },
      tried: {
        nl: 'Het hulpprogramma starten en SnelStart Gateway laden.',
        en: 'Starting the helper and loading SnelStart Gateway.',
      },
      run: async () => {
        const { gateway, snelStart } = await helper.call('gateway.versions', {}, signal)
        return {
          nl: `Gateway ${gateway}, SnelStart ${snelStart}.`,
          en: `Gateway ${gateway}, SnelStart ${snelStart}.`,
        }
      },
    },
    {
      leg: 'gatewayOpen',
      title: { nl: 'Gateway: administratie openen', en: 'Gateway: opening the administration' },
      tried: {
        nl: `Aanmelden als SnelStart-gebruiker ${opening.user}.`,
        en: `Logging in as SnelStart user ${opening.user}.`,
      },
      run: async () => {
        const { administration } = await helper.call('gateway.open', opening, signal)
        const name = administration === '' ? opening.administration : administration
        return {
          nl: `Administratie ‘${name}’ is open voor schrijven.`,
          en: `Administration ‘${name}’ is open for writing.`,
        }
      },
    },
  ]
}
