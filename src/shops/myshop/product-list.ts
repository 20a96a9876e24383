// A product list of the shop: a zip with one XML, a table whose first row names the columns that the others only number
// (reference/myshop.md, 3). The list's own columns are the merchant's choice.
import { Bug } from '../../core/failures.ts'
import { decimal } from '../../core/money.ts'
import { type Mapping, type RecordNode, readMapping, readRecords } from '../../mapping/index.ts'
import type { ShopStockLine } from '../shop.ts'
import { failing } from './failing.ts'
import { inPieces } from './read-orders.ts'
import { unzipOnly } from './unzip.ts'

const maxBytes = 128 * 1024 * 1024

const columnNames = {
  key: ['productid', 'product_id', 'id', 'code', 'articlecode'],
  code: ['code', 'articlecode', 'productid', 'product_id', 'id'],
  name: ['description', 'name', 'title'],
  stock: ['stock', 'stock_value', 'voorraad'],
} as const

/** Throws SettingsWrong 'myshop.notAList' and 'myshop.listColumns'. */
export async function* readProductList(bytes: Uint8Array, list: string): AsyncGenerator<ShopStockLine> {
  const xml = isXml(bytes) ? bytes : unzipOnly(bytes, maxBytes)
  if (xml === null) throw failing('myshop.notAList', { list, reason: 'zip' })
  let columns: ReadonlyMap<string, string> | null = null
  const seen = new Set<string>()
  for await (const row of rowsOf(xml, list)) {
    if (row.attributes['type'] === 'column_set') columns = namesOf(row)
    const line = row.attributes['type'] === 'column_set' ? null : toLine(row, columns, list)
    if (line === null || seen.has(line.key)) continue
    seen.add(line.key)
    yield line
  }
  if (columns === null && seen.size === 0) throw failing('myshop.notAList', { list, reason: 'rows' })
}

const isXml = (bytes: Uint8Array): boolean => /^\s*</.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'))

/** How deep the rows stand is not published: directly below the document, or in an element or two of it. */
async function* rowsOf(xml: Uint8Array, list: string): AsyncGenerator<RecordNode> {
  for (const records of ['*/row', '*/*/row', '*/*/*/row']) {
    let any = false
    for await (const { node } of readRecords(inPieces(xml), rowMapping(records), `productlist ${list}`)) {
      any = true
      yield node
    }
    if (any) return
  }
}

function rowMapping(records: string): Mapping {
  const rules = {
    order: { number: '.', placedAt: '.', total: '.' },
    lines: [{ select: '.', description: '.', quantity: '.' }],
  }
  const read = readMapping(JSON.stringify({ version: 1, format: 'xml', records, ...rules }))
  if (!read.ok) throw new Bug(read.issues.join('; '))
  return read.mapping
}

const nameIn = (column: RecordNode): string =>
  column.attributes['name'] ?? column.children.find(({ name }) => name === 'name')?.text ?? column.text

const namesOf = (row: RecordNode): ReadonlyMap<string, string> =>
  new Map(row.children.map((column) => [column.attributes['number'] ?? '', nameIn(column).toLowerCase()]))

/** null: a row without a product. */
function toLine(row: RecordNode, columns: ReadonlyMap<string, string> | null, list: string): ShopStockLine | null {
  const cells = new Map(
    row.children.map((cell) => {
      const own = cell.attributes['name']?.toLowerCase()
      return [own ?? columns?.get(cell.attributes['number'] ?? '') ?? '', cell.text]
    }),
  )
  const find = (names: readonly string[]): string | undefined =>
    names.map((name) => cells.get(name)).find((value) => value !== undefined)
  const isColumn = (names: readonly string[]): boolean =>
    [...(columns?.values() ?? []), ...cells.keys()].some((name) => names.includes(name))
  if (!isColumn(columnNames.key) || !isColumn(columnNames.stock)) throw failing('myshop.listColumns', { list })
  const key = find(columnNames.key) ?? ''
  if (key === '') return null
  const stock = find(columnNames.stock)?.replace(',', '.') ?? ''
  const known = /^-?\d+(\.\d+)?$/.test(stock)
  return {
    key,
    code: find(columnNames.code) ?? key,
    name: find(columnNames.name) ?? '',
    quantity: known ? decimal(stock) : null,
    notManaged: known ? null : 'myshop.stockUnknown',
  }
}
