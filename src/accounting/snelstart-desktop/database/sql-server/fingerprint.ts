// A text that changes with the rows of some tables: computed by SQL Server, one row per table comes back.
import type { SqlRow } from '../../../../net/sql-query.ts'
import { toFingerprintStatement } from '../statement.ts'
import { findTable, type SqlSchema } from './schema.ts'
import type { SqlSession } from './session.ts'

export async function readFingerprint(
  session: SqlSession,
  schema: SqlSchema,
  tables: readonly string[],
  signal: AbortSignal,
): Promise<string> {
  const parts: string[] = []
  for (const name of tables) {
    const [row] = await session.ask(toFingerprintStatement(findTable(schema, name)), signal)
    parts.push(toText(row))
  }
  return parts.join(' ')
}

const toText = (row: SqlRow | undefined): string => (row ?? []).map((cell) => String(cell ?? 0)).join(',')
