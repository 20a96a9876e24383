// SnelStart on the desktop, in its three kinds: the database for reading, SnelStart's own Gateway for writing. The only door of this
// folder.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SettingsWrong } from '../../core/failures.ts'
import type { FailureText } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import { type AccountingKind, defineAccounting } from '../accounting.ts'
import { localMessages } from './database/helper-messages.ts'
import { gatewayMessages } from './gateway/messages.ts'
import { canHaveGateway, type GatewaySystem, thisSystem } from './gateway/system.ts'
import type { Opener } from './open.ts'
import { desktopMessages } from './problems.ts'
import { folderSettings, sqlSettings } from './settings.ts'

/** The three kinds on the machine that `system` describes; tests describe one with a stand-in Gateway. */
export function desktopKinds(system: GatewaySystem) {
  const opener = lazyOpener(system)
  return {
    snelStartSql: defineAccounting({
      kind: 'snelstart-sql',
      title: { nl: 'SnelStart SQL (Netwerk)', en: 'SnelStart SQL (Netwerk)' },
      help: {
        nl: 'SnelStart tot en met 11 met ‘SQL’ in de titelbalk, of vanaf 12 met ‘Netwerk’ in de lijst met administraties.',
        en: 'SnelStart up to 11 with ‘SQL’ in the title bar, or from 12 on with ‘Netwerk’ in the list of administrations.',
      },
      settings: sqlSettings,
      messages: desktopMessages,
      connect: async (given, environment) => {
        demand(given, ['server', 'administration'])
        return (await opener()).sql(given, environment)
      },
      offer: async (list, given, _environment, signal) => (await opener()).offerSql(list, given, signal),
      obstacle: () => obstacleOf(system),
    }),
    snelStartMdb: folderKind('mdb', system, opener),
    snelStartLocal: folderKind('local', system, opener),
  }
}

const folderTexts = {
  mdb: {
    kind: 'snelstart-mdb',
    title: { nl: 'SnelStart MDB', en: 'SnelStart MDB' },
    help: {
      nl: 'SnelStart tot en met 11 met ‘MDB’ in de titelbalk.',
      en: 'SnelStart up to 11 with ‘MDB’ in the title bar.',
    },
  },
  local: {
    kind: 'snelstart-local',
    title: { nl: 'SnelStart Lokaal', en: 'SnelStart Lokaal' },
    help: {
      nl: 'SnelStart vanaf 12 met ‘Lokaal’ in de lijst met administraties.',
      en: 'SnelStart from 12 on with ‘Lokaal’ in the list of administrations.',
    },
  },
} as const

/** Loaded once, when it is first needed. */
function lazyOpener(system: GatewaySystem): () => Promise<Opener> {
  let loading: Promise<Opener> | null = null
  return () => {
    loading ??= import('./open.ts').then(({ createOpener }) => createOpener(system))
    return loading
  }
}

const folderKind = (
  which: 'mdb' | 'local',
  system: GatewaySystem,
  opener: () => Promise<Opener>,
): AccountingKind<typeof folderSettings> =>
  defineAccounting({
    ...folderTexts[which],
    settings: folderSettings,
    messages: desktopMessages,
    connect: async (given, environment) => {
      demand(given, ['folder', 'administration'])
      return (await opener())[which](given, environment)
    },
    offer: async (_list, given) => (await opener()).offerFolder(which, given),
    obstacle: () => obstacleOf(system, which === 'local' ? localMessages['desktop.localWindows'] : notThere),
  })

/** Throws SettingsWrong 'settings.missing'. */
function demand<Settings extends object>(given: Settings, keys: readonly (keyof Settings & string)[]): void {
  for (const setting of keys)
    if (given[setting] === '') throw new SettingsWrong('settings.missing', `${setting} is not filled in`, { setting })
}

const notThere = gatewayMessages['gateway.notWindows']

function obstacleOf(system: GatewaySystem, { text, todo }: FailureText = notThere): Text | null {
  if (canHaveGateway(system)) return null
  return { nl: `${text.nl} ${todo.nl}`, en: `${text.en} ${todo.en}` }
}

/** On this machine; what the helper is compiled into is a folder of the user's own. */
export const { snelStartSql, snelStartMdb, snelStartLocal } = desktopKinds(
  thisSystem(join(tmpdir(), 's-connect-gateway')),
)
