// What SQL Server can and SQLite cannot, as functions in SQLite.
import type { DatabaseSync } from 'node:sqlite'

export function defineFunctions(db: DatabaseSync): void {
  const options = { deterministic: true } as const
  db.function('fold', options, (value) => (value === null ? null : fold(String(value))))
  const patterns = new Map<string, RegExp>()
  db.function('tsql_like', options, (value, pattern, escapeSign) => {
    if (value === null || pattern === null) return null
    const key = `${escapeSign}${pattern}`
    const known = patterns.get(key) ?? toRegularExpression(String(pattern), String(escapeSign))
    patterns.set(key, known)
    return known.test(String(value)) ? 1 : 0
  })
  // Not SQL Server's own sums, which nobody has published; but like those whole numbers of 32 bits that change with any value.
  db.function('binary_checksum', { ...options, varargs: true }, (...values) => hash(values.map(String).join('\u0001')))
  db.aggregate('checksum_agg', { start: 0, step: (sum: number, value) => sum ^ Number(value) })
}

/** Latin1_General_CI_AS: capitals and blanks behind do not count, accents do. */
const fold = (text: string): string => text.replace(/ +$/, '').toLowerCase()

function toRegularExpression(pattern: string, escapeSign: string): RegExp {
  let source = ''
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at)
    if (sign === escapeSign) source += literally(pattern.charAt(++at))
    else if (sign === '%') source += '.*'
    else if (sign === '_') source += '.'
    else if (sign === '[') {
      const end = pattern.indexOf(']', at)
      source += pattern.slice(at, end + 1)
      at = end
    } else source += literally(sign)
  }
  return new RegExp(`^${source}$`, 'isu')
}

const literally = (sign: string): string => sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')

function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum | 0
}
