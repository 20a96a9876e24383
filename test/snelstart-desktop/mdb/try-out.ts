// Administrations for the tests of reading `.mdb` files: a folder of their own, and a small table with every kind of value.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ask, Database, Row } from '../../../src/accounting/snelstart-desktop/database/database.ts'
import { openMdb } from '../../../src/accounting/snelstart-desktop/database/mdb/open-mdb.ts'
import type { SampleColumn, SampleRow, SampleTable } from '../tables.ts'

export const never = new AbortController().signal

/** Removed when the test's file is done with it (`await using`). */
export async function createFolder() {
  const path = await mkdtemp(join(tmpdir(), 's-connect-mdb-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** `onWait` takes the place of waiting. */
export const open = (folder: string, administration: string, onWait: () => void | Promise<void> = () => {}): Database =>
  openMdb({ folder, administration }, { sleep: async () => onWait() })

const column = (name: string, type: SampleColumn['type'], key = false): SampleColumn => ({ name, type, key })

export const everyColumn: readonly SampleColumn[] = [
  column('fldID', 'integer', true),
  column('fldNaam', 'text'),
  column('fldBedrag', 'money'),
  column('fldMemo', 'memo'),
  column('fldAan', 'boolean'),
  column('fldAantal', 'float'),
  column('fldWebshop code', 'text'),
  column('fldDatum', 'moment'),
  column('fldKorting', 'money'),
  column('fldGeblokkeerd', 'boolean'),
]

const texts = ['', 'Één é', 'Ж', 'Zoë & Zn. – ☕', 'x'.repeat(255), ' blanks around ']
const amounts = ['0.0000', '-0.0001', '12500.5000', '-12.3400', '922337203685477.5807', '-922337203685477.5808']
const memos = ['kort', 'één regel '.repeat(30), '中文'.repeat(900), 'lang '.repeat(9_000), `${'ab'.repeat(2_500)}Ω`]
const moments = ['2026-01-02T03:04:05', '1999-12-31T23:59:59', '2024-02-29T00:00:00', '1900-01-01T12:00:00']

/** Every kind of value, the extremes, and nulls here and there. */
export const everyRow = (id: number): SampleRow => {
  const pick = <Value>(values: readonly Value[], step: number): Value | null =>
    id % (step + 9) === 0 ? null : (values[(id * step) % values.length] ?? null)
  return {
    fldID: id,
    fldNaam: pick(texts, 1),
    fldBedrag: pick(amounts, 1),
    fldMemo: pick(memos, 3),
    fldAan: id % 2 === 0,
    fldAantal: pick([0, 0.1, -1e-7, 1e300, 3], 2),
    'fldWebshop code': pick(texts, 5),
    fldDatum: pick(moments, 1),
    fldKorting: pick(amounts, 5),
    fldGeblokkeerd: id % 3 === 0,
  }
}

export const everyTable = (rows: number, name = 'tblAlles'): SampleTable => ({
  name,
  columns: everyColumn,
  rows: Array.from({ length: rows }, (_, index) => everyRow(index + 1)),
})

/** All columns of the table unless the ask names some; by key. */
export async function readAll(
  database: Database,
  ask: Partial<Ask> & { readonly table: string; readonly key: string },
) {
  const table = (await database.schema(never)).get(ask.table.toLowerCase())
  const columns = ask.columns ?? [...(table?.columns.values() ?? [])].map(({ name }) => name)
  const pages = await Array.fromAsync(database.read({ ...ask, columns }, never))
  const keyOf = (row: Row): number => Number(row[ask.key])
  return pages.flat().toSorted((a: Row, b: Row) => keyOf(a) - keyOf(b))
}
