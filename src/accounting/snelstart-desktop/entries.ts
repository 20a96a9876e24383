// Finds a sales entry back by its invoice number: tblFactuurNummer names the customer, the journal line that carries the number
// is the debtor's.
import type { SalesEntrySummary } from '../../core/administration.ts'
import type { CalendarDate, RemoteId } from '../../core/ids.ts'
import { add, type Decimal, subtract, zero } from '../../core/money.ts'
import type { AccountingConnection } from '../accounting.ts'
import { dayOf, decimalOf, idOf, keyOf, textOf } from './cells.ts'
import { salesJournalFunction } from './ledger-functions.ts'
import type { Reader, Where } from './reader.ts'
import { toRemoteId } from './tables.ts'

type EntryReading = Pick<AccountingConnection, 'findSalesEntry'> & {
  /** Its day; null: there is no entry with this fldJournaalpostID. */
  readonly dayOfEntry: (key: number, signal: AbortSignal) => Promise<CalendarDate | null>
}

export const entryReading = (reader: Reader): EntryReading => ({
  findSalesEntry: (by, signal) => findSalesEntry(reader, by, signal),
  dayOfEntry: async (key, signal) => {
    const where: Where = [{ column: 'fldJournaalpostID', is: 'equal', value: key }]
    const [row] = await reader.all('entries', ['fldDatum'], signal, where)
    return row === undefined ? null : dayOf(row, 'fldDatum')
  },
})

/** The own customer's goes first, should several have the number; else the earliest. */
async function findSalesEntry(
  reader: Reader,
  { invoiceNumber, customerId }: Parameters<AccountingConnection['findSalesEntry']>[0],
  signal: AbortSignal,
): Promise<SalesEntrySummary | null> {
  const numbers = await readNumbers(reader, invoiceNumber, signal)
  if (numbers.size === 0) return null
  const found = [
    ...(await readJournalEntries(reader, numbers, signal)),
    // An invoice that is not in the journal yet has its number all the same.
    ...(await readInvoices(reader, numbers, signal)),
  ]
  return found.find((entry) => entry.customerId === customerId) ?? found[0] ?? null
}

type Numbered = { readonly invoiceNumber: string; readonly customerId: RemoteId }

/** Compared without case and outer spaces, as SnelStart does for uniqueness. */
async function readNumbers(
  reader: Reader,
  invoiceNumber: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Numbered>> {
  const wanted = invoiceNumber.trim()
  const same = (other: string): boolean => other.trim().toLowerCase() === wanted.toLowerCase()
  const where: Where = [{ column: 'fldFactuurnummer', is: 'equal', value: wanted }]
  const columns = ['fldFactuurNummerID', 'fldFactuurnummer', 'fldRelatieID'] as const
  const rows = await reader.all('invoiceNumbers', columns, signal, where)
  return new Map(
    rows
      .filter((row) => same(textOf(row, 'fldFactuurnummer')))
      .map((row) => [
        keyOf(row, 'fldFactuurNummerID') ?? 0,
        {
          invoiceNumber: textOf(row, 'fldFactuurnummer'),
          customerId: idOf(row, 'fldRelatieID') ?? ('' as RemoteId),
        },
      ]),
  )
}

/** Entries of the sales journal with a line of such a number, by key; payments and purchases stand in other journals. */
async function readJournalEntries(
  reader: Reader,
  numbers: ReadonlyMap<number, Numbered>,
  signal: AbortSignal,
): Promise<readonly SalesEntrySummary[]> {
  const where: Where = [{ column: 'fldFactuurNummerID', is: 'oneOf', values: [...numbers.keys()] }]
  const columns = ['fldJournaalpostID', 'fldDebet', 'fldCredit', 'fldFactuurNummerID'] as const
  const byEntry = new Map<number, { readonly numbered: Numbered; total: Decimal }>()
  for (const row of await reader.all('entryLines', columns, signal, where)) {
    const [entry, numbered] = [keyOf(row, 'fldJournaalpostID'), numbers.get(keyOf(row, 'fldFactuurNummerID') ?? 0)]
    if (entry === null || numbered === undefined) continue
    const amount = subtract(decimalOf(row, 'fldDebet') ?? zero, decimalOf(row, 'fldCredit') ?? zero)
    byEntry.set(entry, { numbered, total: add(byEntry.get(entry)?.total ?? zero, amount) })
  }
  if (byEntry.size === 0) return []
  const journals = await readSalesJournals(reader, signal)
  const entryColumns = ['fldJournaalpostID', 'fldDatum', 'fldDagboekGrootboekID'] as const
  const ofNumbers: Where = [{ column: 'fldJournaalpostID', is: 'oneOf', values: [...byEntry.keys()] }]
  const rows = await reader.all('entries', entryColumns, signal, ofNumbers)
  return rows
    .filter((row) => isIn(journals, keyOf(row, 'fldDagboekGrootboekID')))
    .toSorted((a, b) => Number(a.fldJournaalpostID) - Number(b.fldJournaalpostID))
    .flatMap((row) => {
      const key = keyOf(row, 'fldJournaalpostID') ?? 0
      const found = byEntry.get(key)
      if (found === undefined) return []
      const date = dayOf(row, 'fldDatum') ?? ('' as CalendarDate)
      return [{ id: toRemoteId(key), ...found.numbered, date, totalIncl: found.total }]
    })
}

/** Where no account is known to be the sales journal, every journal may be. */
const isIn = (journals: ReadonlySet<number>, journal: number | null): boolean =>
  journals.size === 0 || journal === null || journals.has(journal)

async function readSalesJournals(reader: Reader, signal: AbortSignal): Promise<ReadonlySet<number>> {
  const where: Where = [{ column: 'fldGrootboekFunctieID', is: 'equal', value: salesJournalFunction }]
  const rows = await reader.all('ledgerAccounts', ['fldGrootboekID'], signal, where)
  return new Set(rows.flatMap((row) => keyOf(row, 'fldGrootboekID') ?? []))
}

async function readInvoices(
  reader: Reader,
  numbers: ReadonlyMap<number, Numbered>,
  signal: AbortSignal,
): Promise<readonly SalesEntrySummary[]> {
  const where: Where = [{ column: 'fldFactuurNummerID', is: 'oneOf', values: [...numbers.keys()] }]
  const columns = ['fldVerkoopFactuurID', 'fldFactuurNummerID', 'fldDatum', 'fldTotaalInclusiefBtw'] as const
  return (await reader.all('invoices', columns, signal, where)).flatMap((row) => {
    const numbered = numbers.get(keyOf(row, 'fldFactuurNummerID') ?? 0)
    const key = keyOf(row, 'fldVerkoopFactuurID')
    if (numbered === undefined || key === null) return []
    const date = dayOf(row, 'fldDatum') ?? ('' as CalendarDate)
    const totalIncl = decimalOf(row, 'fldTotaalInclusiefBtw') ?? zero
    return [{ id: `factuur-${key}` as RemoteId, ...numbered, date, totalIncl }]
  })
}
