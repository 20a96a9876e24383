// One value as the statements of this folder make SQL Server give it, as `Cell` of database.ts.
import { UnexpectedAnswer } from '../../../core/failures.ts'
import type { Cell } from './database.ts'
import type { SqlColumn } from './statement-table.ts'

/** Throws UnexpectedAnswer 'desktop.sqlAnswer' where the value is of another kind than the column. */
export function readCell(column: SqlColumn, value: unknown): Cell {
  if (column.type === 'boolean') return value === true || value === 1
  if (value === null || value === undefined) return null
  switch (column.type) {
    case 'integer': {
      const number = Number(value)
      if (Number.isSafeInteger(number)) return number
      break
    }
    case 'float':
      // A real has seven digits; what a double makes of the rest is noise.
      if (typeof value === 'number') return column.dataType === 'real' ? Number(value.toPrecision(7)) : value
      break
    case 'moment':
      if (typeof value === 'string') return value.length === 10 ? `${value}T00:00:00` : value
      break
    default:
      if (typeof value === 'string') return value
  }
  throw new UnexpectedAnswer('desktop.sqlAnswer', 'a value of another kind than its column', {
    answer: `${column.name}: ${typeof value}`,
  })
}
