// Reads everything that is listed rather than searched; small tables, each read whole.
import type { AdministrationLists } from '../../core/administration.ts'
import { UnexpectedAnswer } from '../../core/failures.ts'
import { integerOf, textOf } from './cells.ts'
import { readCountries } from './countries.ts'
import {
  type AdministrationNames,
  fromLedgerAccount,
  fromRevenueGroup,
  fromSettings,
  fromTemplate,
  fromVatRate,
} from './from-lists.ts'
import type { Reader, RowOf } from './reader.ts'
import { type ColumnOf, type TableName, wantedTables } from './tables.ts'

/** Throws as `Reader.lookUp`, and 'desktop.settingsEmpty'. */
export async function readLists(
  reader: Reader,
  names: AdministrationNames,
  signal: AbortSignal,
): Promise<AdministrationLists> {
  const listed = await readFunctions(reader, signal)
  const costTypes = await readWhole(reader, 'costTypes', signal)
  return {
    company: fromSettings(await readSettings(reader, signal), names),
    templates: (await readWhole(reader, 'templates', signal)).map((row) => fromTemplate(row, costTypes)),
    revenueGroups: (await readWhole(reader, 'revenueGroups', signal)).map(fromRevenueGroup),
    ledgerAccounts: (await readWhole(reader, 'ledgerAccounts', signal)).map((row) => fromLedgerAccount(row, listed)),
    vatRates: (await readWhole(reader, 'vatRates', signal)).flatMap(fromVatRate),
    foreignVatRates: [],
    countries: await readCountries(reader, signal),
  }
}

/** The administration's own settings: the first row, should there be more. */
export async function readSettings(reader: Reader, signal: AbortSignal): Promise<RowOf<ColumnOf<'settings'>>> {
  const [row] = await readWhole(reader, 'settings', signal)
  if (row === undefined) throw new UnexpectedAnswer('desktop.settingsEmpty', 'tblInstelling has no row')
  return row
}

/** By key, which is the order in which a person made them. */
export async function readWhole<Name extends TableName>(
  reader: Reader,
  name: Name,
  signal: AbortSignal,
): Promise<readonly RowOf<ColumnOf<Name>>[]> {
  const { columns, key } = wantedTables[name]
  const rows = await reader.all(name, Object.keys(columns) as ColumnOf<Name>[], signal)
  return rows.toSorted((a, b) => Number(a[key as ColumnOf<Name>]) - Number(b[key as ColumnOf<Name>]))
}

async function readFunctions(reader: Reader, signal: AbortSignal): Promise<ReadonlyMap<number, string>> {
  const rows = await reader.all('ledgerFunctions', ['fldGrootboekFunctieID', 'fldOmschrijving'], signal)
  return new Map(rows.map((row) => [integerOf(row, 'fldGrootboekFunctieID') ?? -1, textOf(row, 'fldOmschrijving')]))
}
