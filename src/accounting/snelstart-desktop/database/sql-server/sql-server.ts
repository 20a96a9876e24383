// An administration on SQL Server (kind 'SnelStart SQL') as a `Database`. Pages go by key, so a connection that breaks in the middle
// is taken up again behind the last row that was given.
import type { SqlOptions, SqlTarget } from '../../../../net/sql-server.ts'
import type { Ask, Database, Row } from '../database.ts'
import { splitAsk } from '../split-ask.ts'
import { databasesStatement, describeStatement, schemaStatement } from '../statement.ts'
import { toDescription } from './describe.ts'
import { readFingerprint } from './fingerprint.ts'
import { readPages } from './read-pages.ts'
import { demandTables, findTable, type SqlSchema, toSqlSchema } from './schema.ts'
import { createSession } from './session.ts'

export type SqlServerSettings = Omit<SqlTarget, 'database'> & { readonly administration: string }

/** Nothing is opened before the first question. An empty user means Windows authentication, which goes by the Windows helper:
 *  every question throws SettingsWrong 'desktop.sqlWindows' then. */
export function openSqlServer(settings: SqlServerSettings, options: SqlOptions = {}): Database {
  const session = createSession({ ...settings, database: settings.administration }, options)
  let known: SqlSchema | null = null
  const schema = async (signal: AbortSignal): Promise<SqlSchema> => {
    known ??= demandTables(toSqlSchema(await session.ask(schemaStatement, signal)), settings.administration)
    return known
  }
  async function* read(ask: Ask, signal: AbortSignal): AsyncGenerator<readonly Row[]> {
    const table = findTable(await schema(signal), ask.table)
    for (const part of splitAsk(ask)) yield* readPages(session, table, part, signal)
  }
  return {
    schema,
    read,
    fingerprint: async (tables, signal) => readFingerprint(session, await schema(signal), tables, signal),
    describe: async (signal) => toDescription(await session.ask(describeStatement, signal)),
    calls: session.calls,
    close: async () => session.close(),
  }
}

/** Names of the databases on a server that this user may open, sorted, without SQL Server's own. Throws as `Database.read` does. */
export async function listDatabases(
  server: Omit<SqlTarget, 'database'>,
  options: SqlOptions,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const session = createSession({ ...server, database: 'master' }, options)
  try {
    return (await session.ask(databasesStatement, signal)).map(([name]) => String(name))
  } finally {
    session.close()
  }
}
