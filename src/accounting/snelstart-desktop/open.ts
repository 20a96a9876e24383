// Everything behind the door that does something: loaded when an administration on the desktop is first opened or looked for, so that
// who has another kind pays nothing for it.
import type { AccountingConnection, AccountingEnvironment, Offer, OfferedList } from '../accounting.ts'
import { connectParts, type Parts } from './connect.ts'
import { listAdministrations } from './discovery/administrations.ts'
import { canHaveGateway, type GatewaySystem } from './gateway/system.ts'
import { createWriteInTurn } from './gateway/write-in-turn.ts'
import { offerSqlChoices } from './offer-sql.ts'
import { helperOf, localParts, mdbParts, sqlParts } from './parts.ts'
import type { FolderSettings, SqlSettings } from './settings.ts'

export type Opener = {
  readonly sql: (given: SqlSettings, environment: AccountingEnvironment) => AccountingConnection
  readonly mdb: (given: FolderSettings, environment: AccountingEnvironment) => AccountingConnection
  readonly local: (given: FolderSettings, environment: AccountingEnvironment) => AccountingConnection
  readonly offerSql: (list: OfferedList, given: SqlSettings, signal: AbortSignal) => Promise<Offer>
  readonly offerFolder: (which: 'mdb' | 'local', given: Pick<FolderSettings, 'folder'>) => Promise<Offer>
}

/** One for all profiles: those on one administration write in turn. */
export function createOpener(system: GatewaySystem): Opener {
  const writeInTurn = createWriteInTurn()
  const open = (parts: Parts, environment: AccountingEnvironment): AccountingConnection =>
    connectParts({ ...parts, helper: writeInTurn(parts.names.id, parts.helper) }, environment)
  return {
    sql: (given, environment) => open(sqlParts(given, system), environment),
    mdb: (given, environment) => open(mdbParts(given, system, environment), environment),
    local: (given, environment) => open(localParts(given, system), environment),
    offerSql: (list, given, signal) =>
      offerSqlChoices(list, given, canHaveGateway(system) ? helperOf(system, {}) : null, signal),
    offerFolder: async (which, { folder }) => ({
      options: folder === '' ? [] : await listAdministrations(folder, which),
      note: null,
    }),
  }
}
