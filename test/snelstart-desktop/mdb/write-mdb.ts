// Writes an .mdb file of the Access 2000/2003 format: enough of one for readers of files, not for Access itself (no indexes, no
// relations, no rights). Rows are taken one at a time.
import type { SampleColumn, SampleRow } from '../tables.ts'
import { encodeRow, type PutMemo } from './encode-row.ts'
import { createHeader } from './header.ts'
import { createPageFile, createRowsPage, type PageFile, writeUsageMap } from './page-file.ts'
import { defineTable, type Layout, layOut, pageSize } from './table-layout.ts'

export type WritableTable = {
  readonly name: string
  readonly columns: readonly SampleColumn[]
  readonly rows: Iterable<SampleRow>
}

export type WriteOptions = {
  readonly password?: string
  /** The key that the pages are encoded with, a whole number of 32 bits. */
  readonly encoding?: number
  /** Rows and long texts are preceded by removed ones, and every third lies where Access moves a row that has grown. */
  readonly worn?: boolean
  /** Tables whose rows were written when they had only so many columns; by name. */
  readonly written?: Readonly<Record<string, number>>
  /** Numbers of columns that a table had once; by name. */
  readonly removed?: Readonly<Record<string, readonly number[]>>
}

const catalogue: readonly SampleColumn[] = [
  { name: 'Id', type: 'integer', key: true },
  { name: 'ParentId', type: 'integer', key: false },
  { name: 'Name', type: 'text', key: false },
  { name: 'Type', type: 'integer', key: false },
  { name: 'DateCreate', type: 'moment', key: false },
  { name: 'DateUpdate', type: 'moment', key: false },
  { name: 'Flags', type: 'integer', key: false },
  // mdbtools asks for it.
  { name: 'LvProp', type: 'memo', key: false },
]

/** The file is there only after this; one that was there is overwritten, in place. */
export function writeMdb(path: string, tables: Iterable<WritableTable>, options: WriteOptions = {}): void {
  const encoding = options.encoding ?? 0
  const file = createPageFile(path, encoding)
  file.write(file.reserve(), createHeader(options.password ?? null, encoding))
  file.reserve()
  const definition = file.reserve()
  const objects: SampleRow[] = [objectRow('MSysObjects', definition, -0x80000000)]
  for (const table of tables) {
    const page = file.reserve()
    objects.push(objectRow(table.name, page, 0))
    writeTable(file, page, table, options)
  }
  writeTable(file, definition, { name: 'MSysObjects', columns: catalogue, rows: objects }, {})
  file.close()
}

const objectRow = (name: string, page: number, flags: number): SampleRow => ({
  ...{ Id: page, ParentId: 0x0f000001, Name: name, Type: 1, Flags: flags },
  ...{ DateCreate: '2026-01-01T00:00:00', DateUpdate: '2026-01-01T00:00:00' },
})

function writeTable(file: PageFile, definition: number, table: WritableTable, options: WriteOptions): void {
  const layout = layOut(table.columns, options.removed?.[table.name])
  const memos = createMemos(file, options.worn === true)
  const rows = createRows(file, definition)
  let count = 0
  for (const row of table.rows) {
    if (options.worn && count % 5 === 0) rows.add(encodeRow(layout, row, memos.put), 0xc000)
    const moved = options.worn && count % 3 === 0
    if (moved) rows.add(Buffer.alloc(4), 0x4000)
    rows.add(encodeRow(layout, row, memos.put, options.written?.[table.name]), moved ? 0x8000 : 0)
    count += 1
  }
  const used = writeUsageMap(file, rows.end())
  const free = writeUsageMap(file, [])
  memos.end()
  writeDefinition(file, definition, layout, count, { used, free })
}

function createRows(file: PageFile, definition: number) {
  const pages: number[] = []
  let page = createRowsPage(definition)
  const flush = (): void => {
    if (page.isEmpty()) return
    const number = file.reserve()
    file.write(number, page.bytes())
    pages.push(number)
    page = createRowsPage(definition)
  }
  return {
    add: (row: Buffer, flags: number): void => {
      if (page.add(row, flags) !== null) return
      flush()
      if (page.add(row, flags) === null) throw new Error(`a row of ${row.length} bytes fits no page`)
    },
    end: (): readonly number[] => {
      flush()
      return pages
    },
  }
}

const inRow = 0x80
const onOnePage = 0x40
const longestInRow = 64
const longestPart = pageSize - 16 - 4

/** Short texts in the row, longer ones on pages of their own, the longest in a chain of parts. */
function createMemos(file: PageFile, isWorn: boolean): { readonly put: PutMemo; readonly end: () => void } {
  let [page, number] = [createRowsPage('LVAL'), -1]
  const end = (): void => {
    if (number >= 0) file.write(number, page.bytes())
    number = -1
  }
  const place = (bytes: Buffer): number => {
    if (isWorn && number >= 0) page.add(Buffer.from('weg'), 0xc000)
    if (number >= 0) {
      const row = page.add(bytes)
      if (row !== null) return ((number << 8) | row) >>> 0
      end()
    }
    page = createRowsPage('LVAL')
    number = file.reserve()
    return ((number << 8) | (page.add(bytes) ?? 0)) >>> 0
  }
  const head = (length: number, kind: number, at: number): Buffer => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt32LE(length + kind * 0x1000000)
    bytes.writeUInt32LE(at, 4)
    return bytes
  }
  const put: PutMemo = (text) => {
    if (text.length <= longestInRow) return Buffer.concat([head(text.length, inRow, 0), text])
    if (text.length <= longestPart) return head(text.length, onOnePage, place(text))
    let next = 0
    for (let part = Math.ceil(text.length / longestPart) - 1; part >= 0; part--) {
      const link = Buffer.alloc(4)
      link.writeUInt32LE(next)
      next = place(Buffer.concat([link, text.subarray(part * longestPart, (part + 1) * longestPart)]))
    }
    return head(text.length, 0, next)
  }
  return { put, end }
}

function writeDefinition(
  file: PageFile,
  definition: number,
  layout: Layout,
  rowCount: number,
  maps: { readonly used: number; readonly free: number },
): void {
  const whole = defineTable(layout, rowCount, maps)
  const room = pageSize - 8
  let page = definition
  for (let from = 0; from < whole.length; from += room) {
    const bytes = Buffer.alloc(pageSize)
    const next = from + room < whole.length ? file.reserve() : 0
    bytes.writeUInt16LE(0x0102, 0)
    bytes.write('VC', 2, 'latin1')
    bytes.writeUInt32LE(next, 4)
    whole.copy(bytes, 8, from)
    file.write(page, bytes)
    page = next
  }
}
