// The conditions of an ask as one function over a row, with the rules of database.ts: text without capitals and outer blanks
// behind, numbers as numbers however they are written, moments as text.
import type { Ask, Cell, ColumnType, Condition } from '../database.ts'

/** Cells by column name, as the conditions spell it. */
type Holds = (cell: (column: string) => Cell) => boolean
type Where = NonNullable<Ask['where']>

export function compileWhere(where: Where, typeOf: (column: string) => ColumnType): Holds {
  const parts = where.map((part) => {
    if (!('anyOf' in part)) return compileOne(part, typeOf)
    const ones = part.anyOf.map((one) => compileOne(one, typeOf))
    return (cell: (column: string) => Cell) => ones.some((holds) => holds(cell))
  })
  return (cell) => parts.every((holds) => holds(cell))
}

/** Each column once. */
export const columnsOfWhere = (where: Where): readonly string[] => [
  ...new Set(where.flatMap((part) => ('anyOf' in part ? part.anyOf.map(({ column }) => column) : [part.column]))),
]

function compileOne(condition: Condition, typeOf: (column: string) => ColumnType): Holds {
  const { column } = condition
  const compare = comparableOf(typeOf(column))
  switch (condition.is) {
    case 'equal': {
      const wanted = compare(condition.value)
      return (cell) => compare(cell(column)) === wanted
    }
    case 'oneOf': {
      const wanted = new Set(condition.values.map(compare))
      return (cell) => wanted.has(compare(cell(column)))
    }
    case 'atLeast': {
      const least = compare(condition.value)
      return (cell) => {
        const value = compare(cell(column))
        return value !== null && least !== null && value >= least
      }
    }
    case 'contains': {
      const part = condition.value.toLowerCase()
      return (cell) => {
        const value = cell(column)
        return typeof value === 'string' && value.toLowerCase().includes(part)
      }
    }
  }
}

function comparableOf(type: ColumnType): (value: Cell) => Cell {
  if (type === 'integer' || type === 'money' || type === 'float' || type === 'boolean')
    return (value) => (value === null ? null : Number(value))
  return (value) => (value === null ? null : String(value).trimEnd().toLowerCase())
}
