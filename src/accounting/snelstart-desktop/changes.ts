// The database keeps no change marks. A mark of ours is the moment of a reading and the fingerprint that its tables had then:
// while the fingerprint is the same nothing changed, and nothing is read.
import type { ChangedSince } from '../accounting.ts'
import type { Reader } from './reader.ts'
import type { TableName } from './tables.ts'

/** The mark of a reading that begins now; null: nothing changed since. Taken before the rows are read, so that what changes
 *  meanwhile gives another fingerprint the next time. */
export async function beginReading(
  reader: Reader,
  tables: readonly TableName[],
  changedSince: ChangedSince,
  clock: () => number,
  signal: AbortSignal,
): Promise<string | null> {
  const fingerprint = await reader.fingerprint(tables, signal)
  const isSame = fingerprint !== null && changedSince?.split('#')[1] === fingerprint
  if (isSame) return null
  const at = new Date(clock()).toISOString()
  return fingerprint === null ? at : `${at}#${fingerprint}`
}
