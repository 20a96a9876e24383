// Which SQL Server it is, in words for 'Verbinding testen'.
import type { SqlRow } from '../../../../net/sql-query.ts'

/** By the first two numbers of ProductVersion, or the first. */
const years: Readonly<Record<string, string>> = {
  '9': '2005',
  '10': '2008',
  '10.50': '2008 R2',
  '11': '2012',
  '12': '2014',
  '13': '2016',
  '14': '2017',
  '15': '2019',
  '16': '2022',
  '17': '2025',
}

/** '‘Demo BV’ (SQL Server 2019 Express Edition, 15.0.2000.5)'. */
export function toDescription([row]: readonly SqlRow[]): string {
  const [version, edition, database] = (row ?? []).map((cell) => String(cell ?? ''))
  const [major = '', minor = ''] = (version ?? '').split('.')
  const year = years[`${major}.${minor}`] ?? years[major] ?? ''
  const product = ['SQL Server', year, (edition ?? '').replace(/\s*\(64-bit\)/i, '')].filter((word) => word !== '')
  return `‘${database ?? ''}’ (${product.join(' ')}, ${version ?? ''})`
}
