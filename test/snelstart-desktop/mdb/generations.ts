// A table whose rows all tell, in every part of theirs, which writing of the file they are of: a row or a reading that is put together
// from two writings shows.
import type { Row } from '../../../src/accounting/snelstart-desktop/database/database.ts'
import type { SampleRow, SampleTable } from '../tables.ts'

const rowsOf = (number: number): number => 300 + number * 200

export const generationTable = (number: number): SampleTable => ({
  name: 'tblRelatie',
  columns: [
    { name: 'fldRelatieID', type: 'integer', key: true },
    { name: 'fldRelatiecode', type: 'integer', key: false },
    { name: 'fldNaam', type: 'text', key: false },
    { name: 'fldMemo', type: 'memo', key: false },
    { name: 'fldKredietLimiet', type: 'money', key: false },
  ],
  rows: Array.from({ length: rowsOf(number) }, (_, index) => generationRow(number, index + 1)),
})

const generationRow = (number: number, id: number): SampleRow => ({
  fldRelatieID: id,
  fldRelatiecode: number,
  fldNaam: `naam ${number}`.repeat(1 + (id % 9)),
  fldMemo: `memo ${number} `.repeat(1 + ((id * 37) % 900)),
  fldKredietLimiet: `-${number}.0000`,
})

/** Which one these rows are of, each of them and all. Throws where they are of none, or of more. */
export function generationOf(rows: readonly Row[]): number {
  const number = Number(rows[0]?.['fldRelatiecode'])
  const expected = generationTable(number).rows
  if (rows.length !== expected.length) throw new Error(`${rows.length} rows of ${expected.length}, writing ${number}`)
  for (const [index, row] of rows.entries())
    for (const [name, value] of Object.entries(expected[index] ?? {}))
      if (row[name] !== value) throw new Error(`row ${index}: ${name} is not of writing ${number}`)
  return number
}
