// SQL Server takes some two thousand parameters a statement: a question with a longer list is asked in parts.
import type { Ask } from './database.ts'

const mostValues = 500

/** The same question as one or more whose answers have no row in common. Only a list that stands by itself is divided. */
export function splitAsk(ask: Ask): readonly Ask[] {
  const where = ask.where ?? []
  const index = where.findIndex((one) => !('anyOf' in one) && one.is === 'oneOf' && one.values.length > mostValues)
  const long = where[index]
  if (long === undefined || 'anyOf' in long || long.is !== 'oneOf') return [ask]
  const { column } = long
  const values = [...new Map(long.values.map((value) => [comparable(value), value])).values()]
  return cut(values).map((part) => ({
    ...ask,
    where: where.with(index, { column, is: 'oneOf', values: part }),
  }))
}

/** Texts that the database takes for the same stand in one part. */
const comparable = (value: string | number): string => String(value).trimEnd().toLowerCase()

function cut<Value>(values: readonly Value[]): Value[][] {
  const count = Math.ceil(values.length / mostValues)
  return Array.from({ length: count }, (_, part) => values.slice(part * mostValues, (part + 1) * mostValues))
}
