// FIN-1: the sales journal is the account with that function. Where there are several, the one that is in use: with the newest entry.
import type { LedgerAccount } from '../../core/administration.ts'
import { Refused } from '../../core/failures.ts'
import type { RemoteId } from '../../core/ids.ts'
import { dayOf, idOf, keyOf, keyOfId } from './cells.ts'
import type { Reader, Where } from './reader.ts'

/** Throws Refused 'desktop.journalNone', and as `Reader.pages`. */
export type SalesJournal = (accounts: readonly LedgerAccount[], signal: AbortSignal) => Promise<LedgerAccount>

const journalFunction = 'dagboekverkoop'

/** Entries are read once, and only where there are several journals. */
export function createSalesJournal(reader: Reader): SalesJournal {
  let inUse: RemoteId | null | undefined
  return async (accounts, signal) => {
    const [lowest, ...others] = accounts
      .filter(({ ledgerFunction, inactive }) => !inactive && ledgerFunction.toLowerCase() === journalFunction)
      .toSorted((a, b) => Number(a.number) - Number(b.number))
    if (lowest === undefined) throw new Refused('desktop.journalNone', 'no sales journal', [])
    if (others.length === 0) return lowest
    const journals = [lowest, ...others]
    if (inUse === undefined) inUse = await findNewest(reader, journals, signal)
    return journals.find(({ id }) => id === inUse) ?? lowest
  }
}

/** By day, then by key; null: there is no entry in any of them. */
async function findNewest(
  reader: Reader,
  journals: readonly LedgerAccount[],
  signal: AbortSignal,
): Promise<RemoteId | null> {
  const values = journals.flatMap(({ id }) => keyOfId(id) ?? [])
  // As one of any, because the column may not be there.
  const where: Where = [{ anyOf: [{ column: 'fldDagboekGrootboekID', is: 'oneOf', values }] }]
  const columns = ['fldJournaalpostID', 'fldDatum', 'fldDagboekGrootboekID'] as const
  let newest: { readonly day: string; readonly key: number; readonly journal: RemoteId | null } | null = null
  for await (const rows of reader.pages('entries', columns, signal, where))
    for (const row of rows) {
      const [day, key] = [dayOf(row, 'fldDatum') ?? '', keyOf(row, 'fldJournaalpostID') ?? 0]
      if (newest === null || day > newest.day || (day === newest.day && key > newest.key))
        newest = { day, key, journal: idOf(row, 'fldDagboekGrootboekID') }
    }
  return newest?.journal ?? null
}
