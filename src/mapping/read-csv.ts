// CSV of any size → one record at a time: lines that follow each other with the same values in the columns that name an order
// belong together. The record has the columns of its first line as attributes, and each line as a child 'row'.
import { type CsvError, parse } from 'csv-parse'
import { UnexpectedAnswer } from '../core/failures.ts'
import { type Charset, createDecoder } from './charset.ts'
import type { Mapping } from './document.ts'
import { tooLarge } from './read-xml.ts'
import { type FoundRecord, type RecordNode, recordLimits } from './record.ts'

const separators = [';', ',', '\t', '|'] as const
const sniffed = 64 * 1024

/** `orderColumns`: divided by commas; '' = every line is an order. Throws UnexpectedAnswer 'mapping.brokenCsv' (with the line),
 *  'mapping.noColumn' and 'mapping.tooLarge'. */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  orderColumns: string,
  { charset, csv }: { readonly charset: Charset; readonly csv: Mapping['csv'] },
): AsyncGenerator<FoundRecord> {
  const keys = orderColumns
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
  let rows: RecordNode[] = []
  let current = ''
  let place = 0
  let line = 0
  for await (const row of readRows(source, charset, csv)) {
    line += 1
    for (const name of keys) if (!(name in row)) throw noColumn(name, Object.keys(row))
    const key = keys.length === 0 ? String(line) : JSON.stringify(keys.map((name) => row[name]))
    if (key !== current && rows.length > 0) {
      place += 1
      yield { node: toRecord(rows), place }
      rows = []
    }
    current = key
    rows.push({ name: 'row', attributes: row, text: '', children: [] })
    if (rows.length * Object.keys(row).length > recordLimits.values) throw tooLarge(place + 1)
  }
  if (rows.length > 0) yield { node: toRecord(rows), place: place + 1 }
}

const toRecord = (rows: readonly RecordNode[]): RecordNode => ({
  name: 'order',
  attributes: rows[0]?.attributes ?? {},
  text: '',
  children: rows,
})

async function* readRows(
  source: AsyncIterable<Uint8Array>,
  charset: Charset,
  csv: Mapping['csv'],
): AsyncGenerator<Readonly<Record<string, string>>> {
  const text = textOf(source, charset)
  const { head, rest } = await headOf(text)
  const delimiter = csv?.separator === undefined || csv.separator === 'auto' ? guessSeparator(head) : csv.separator
  const parser = parse({
    delimiter,
    quote: csv?.quote === '' ? null : (csv?.quote ?? '"'),
    columns: csv?.columns === undefined ? lowered : lowered(csv.columns),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: recordLimits.characters,
  })
  const fed = feed(parser, head, rest)
  try {
    for await (const row of parser) yield row as Record<string, string>
    await fed
  } catch (error) {
    if (!isCsvError(error)) throw error
    throw new UnexpectedAnswer('mapping.brokenCsv', 'a line of the file cannot be read', {
      line: Number((error as unknown as { lines?: number }).lines ?? 0),
      error: error.message.slice(0, 200),
    })
  } finally {
    parser.destroy()
    await fed.catch(() => undefined)
  }
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && String((error as { code?: unknown }).code ?? '').startsWith('CSV_')

/** Names as the paths have them; a heading that comes twice gets a number. */
function lowered(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name, index) => {
    const plain = name.trim().toLowerCase() || `kolom ${index + 1}`
    const times = (seen.get(plain) ?? 0) + 1
    seen.set(plain, times)
    return times === 1 ? plain : `${plain} (${times})`
  })
}

async function* textOf(source: AsyncIterable<Uint8Array>, charset: Charset): AsyncGenerator<string> {
  const decoder = createDecoder(charset)
  for await (const bytes of source) yield decoder.write(bytes)
  yield decoder.end()
}

async function headOf(text: AsyncGenerator<string>): Promise<{ head: string; rest: AsyncGenerator<string> }> {
  let head = ''
  while (head.length < sniffed) {
    const next = await text.next()
    if (next.done === true) break
    head += next.value
  }
  return { head, rest: text }
}

/** Keeps no more in memory than the parser asks for. */
async function feed(parser: ReturnType<typeof parse>, head: string, rest: AsyncGenerator<string>): Promise<void> {
  const write = async (text: string): Promise<void> => {
    if (parser.destroyed || parser.write(text)) return
    await new Promise<void>((resolve) => {
      const goOn = (): void => {
        parser.off('drain', goOn).off('close', goOn)
        resolve()
      }
      parser.on('drain', goOn).on('close', goOn)
    })
  }
  await write(head)
  for await (const text of rest) await write(text)
  if (!parser.destroyed) parser.end()
}

/** The sign that the first line has most of, outside quotes. */
export function guessSeparator(head: string): string {
  const first = (head.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = separators.map((separator) => first.split(separator).length - 1)
  const most = Math.max(...counts)
  return most === 0 ? ';' : (separators[counts.indexOf(most)] ?? ';')
}

const noColumn = (column: string, columns: readonly string[]): UnexpectedAnswer =>
  new UnexpectedAnswer('mapping.noColumn', 'the file has no such column', {
    column,
    columns: columns.slice(0, 30).join(', ').slice(0, 500),
  })
