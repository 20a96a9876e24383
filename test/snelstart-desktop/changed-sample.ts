// The sample administration, small, and changed the way a test needs it.
import { type MemoryDatabase, memoryDatabase } from './memory-database.ts'
import { sampleAdministration } from './sample.ts'
import type { Administration, SampleCell, SampleTable } from './tables.ts'

export const small = { customers: 6, articles: 8, stocked: 5 }
export const sample = sampleAdministration(small)

/** The sample with one table changed, or (null) without it. */
export const withTable = (name: string, change: (table: SampleTable) => SampleTable | null): Administration =>
  sample.flatMap((table) => (table.name === name ? (change(table) ?? []) : table))
export const withoutColumns = (administration: Administration, ...names: readonly string[]): Administration =>
  administration.map((table) => ({
    ...table,
    columns: table.columns.filter((column) => !names.includes(`${table.name}.${column.name}`)),
  }))
export const withSetting = (column: string, value: SampleCell): Administration =>
  withTable('tblInstelling', (table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, [column]: value })) }))

export const open = (administration: Administration = sample) => memoryDatabase(administration)
const rowOf = (database: MemoryDatabase, table: string) =>
  Object.fromEntries(
    (database.tables().find(({ name }) => name === table)?.columns ?? []).map(({ name, type }) => [
      name,
      type === 'boolean' ? false : null,
    ]),
  )
/** Adds a row; what is not named is empty. */
export const put = (database: MemoryDatabase, table: string, cells: Record<string, SampleCell>): void =>
  database.change(table, { ...rowOf(database, table), ...cells })
