// SNEL-2: what the fields of an SQL administration can be filled with before there is a connection: the servers that answer in the
// network, and the databases on the server that was chosen.
import type { Offer } from '../accounting.ts'
import { listHelperDatabases } from './database/helper.ts'
import { listDatabases } from './database/sql-server/sql-server.ts'
import { findServers } from './discovery/servers.ts'
import type { Helper } from './gateway/gateway.ts'
import type { SqlSettings } from './settings.ts'

/** `helper`: for Windows authentication, null where there is none; ended here. Throws what looking throws. */
export async function offerSqlChoices(
  list: 'sqlServers' | 'administrations',
  settings: SqlSettings,
  helper: Helper | null,
  signal: AbortSignal,
): Promise<Offer> {
  if (list === 'sqlServers') return findServers(signal)
  try {
    return { options: await databasesOf(settings, helper, signal), note: null }
  } finally {
    await helper?.close()
  }
}

async function databasesOf(
  settings: SqlSettings,
  helper: Helper | null,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { server, sqlUser: user, sqlPassword: password, encryption } = settings
  if (server === '') return []
  if (user !== '' || helper === null) return listDatabases({ server, user, password, encryption }, {}, signal)
  return listHelperDatabases({ server, user, password }, helper, signal)
}
