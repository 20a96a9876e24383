// What a connection of each kind is made of: which way its database is read, and with what the Gateway is opened.
import { win32 } from 'node:path'
import type { RemoteId } from '../../core/ids.ts'
import type { AccountingEnvironment } from '../accounting.ts'
import type { Parts } from './connect.ts'
import { localServer, openHelperDatabase } from './database/helper.ts'
import { openMdb } from './database/mdb/open-mdb.ts'
import { openSqlServer } from './database/sql-server/sql-server.ts'
import { listAdministrations } from './discovery/administrations.ts'
import type { Openings } from './gateway/asking.ts'
import { findHelperCommand, notWindows } from './gateway/find-command.ts'
import type { Helper } from './gateway/gateway.ts'
import { createHelper } from './gateway/helper.ts'
import { canHaveGateway, type GatewaySystem } from './gateway/system.ts'
import type { FolderSettings, SqlSettings } from './settings.ts'
import type { DatabasePlace } from './test-connection.ts'

/** Nothing is started before the first call. */
export const helperOf = (system: GatewaySystem, openings: Openings): Helper =>
  createHelper(() => findHelperCommand(system), { openings })

/** What the Gateway legs of 'Verbinding testen' ask of the system. */
const gatewayOf = (system: GatewaySystem) => ({
  checkSystem: (): void => {
    if (!canHaveGateway(system)) throw notWindows()
  },
  findHelper: async (): Promise<string> => {
    const found = await findHelperCommand(system)
    if (!found.found) throw found.reason
    return found.command.command
  },
})

const idOf = (...parts: readonly string[]): RemoteId =>
  parts.map((part) => part.trim().toLowerCase()).join('/') as RemoteId

export function sqlParts(given: SqlSettings, system: GatewaySystem): Parts {
  const { server, administration, sqlUser, sqlPassword, encryption } = given
  const windows = sqlUser === ''
  const opening = {
    ...{ database: 'sql' as const, folder: '', server, administration, windows, sqlUser, sqlPassword },
    ...{ user: given.snelStartUser, password: given.snelStartPassword },
  }
  const sql = { server, database: administration, file: '', user: sqlUser, password: sqlPassword }
  const helper = helperOf(system, { gateway: opening, ...(windows ? { sql } : {}) })
  return {
    // Where there is no helper the direct road says that Windows authentication is Windows' own.
    database:
      windows && canHaveGateway(system)
        ? openHelperDatabase(sql, helper)
        : openSqlServer({ server, administration, user: sqlUser, password: sqlPassword, encryption }),
    readsByHelper: windows,
    helper,
    names: { id: idOf(server, administration), name: administration },
    test: { ...gatewayOf(system), opening, where: { kind: 'server', server, user: sqlUser } },
  }
}

const whereFolder = (folder: string, which: 'mdb' | 'local'): DatabasePlace => ({
  ...{ kind: 'folder', folder },
  list: () => listAdministrations(folder, which),
})

export function mdbParts(given: FolderSettings, system: GatewaySystem, environment: AccountingEnvironment): Parts {
  const { folder, administration } = given
  const opening = {
    ...{ database: 'mdb' as const, folder, server: '', administration, windows: false, sqlUser: '', sqlPassword: '' },
    ...{ user: given.snelStartUser, password: given.snelStartPassword },
  }
  return {
    database: openMdb({ folder, administration }, environment),
    readsByHelper: false,
    helper: helperOf(system, { gateway: opening }),
    names: { id: idOf(folder, administration), name: administration },
    test: { ...gatewayOf(system), opening, where: whereFolder(folder, 'mdb') },
  }
}

export function localParts(given: FolderSettings, system: GatewaySystem): Parts {
  const { folder, administration } = given
  const opening = {
    ...{ database: 'sql' as const, folder, server: localServer, administration, windows: true },
    ...{ sqlUser: '', sqlPassword: '', user: given.snelStartUser, password: given.snelStartPassword },
  }
  const file = win32.join(folder, /\.mdf$/i.test(administration) ? administration : `${administration}.mdf`)
  const sql = { server: localServer, database: '', file, user: '', password: '' }
  const helper = helperOf(system, { gateway: opening, sql })
  return {
    database: openHelperDatabase(sql, helper),
    readsByHelper: true,
    helper,
    names: { id: idOf(folder, administration), name: administration },
    test: { ...gatewayOf(system), opening, where: whereFolder(folder, 'local') },
  }
}
