// A text that differs as soon as a row of some tables does: a hash of the pages that hold them, as every page of rows names the
// definition of its table. Other tables do not matter, so that an order made does not mean reading all customers again.
import { createHash } from 'node:crypto'
import { isLong } from './page-buffer.ts'
import { pageSize, pageTypes } from './pages.ts'
import type { View } from './view.ts'

export function hashTables({ pages, tables, definitions }: View, names: readonly string[]): string {
  const wanted = names.map((name) => name.toLowerCase())
  const owners = wanted.map((name) => definitions.get(name))
  const everything = !pages.plain || owners.includes(undefined)
  const hasLong = wanted.some((name) =>
    tables
      .get(name)
      ?.getColumns()
      .some(({ type }) => type === 'memo'),
  )
  const hash = createHash('sha256')
  for (let page = 0; page < pages.size / pageSize; page++) {
    const bytes = pages.at(page)
    if (bytes === null) continue
    const isRows = bytes[0] === pageTypes.data
    const isTheirs = isRows && (isLong(bytes) ? hasLong : owners.includes(bytes.readUInt32LE(4)))
    if (everything || isTheirs || owners.includes(page)) hash.update(bytes)
  }
  return hash.digest('base64url').slice(0, 22)
}
