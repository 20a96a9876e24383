// A workbook of one sheet, written while its rows come (ECMA-376, Office Open XML). Every cell is text: nothing in it can be a
// formula, whatever a shop's customer typed. Beyond the rows that a sheet can have, further sheets follow.
import { type ZipEntry, zip } from './zip.ts'

/** Rows of cells, in pages. */
type Pages = AsyncIterable<readonly (readonly string[])[]>

/** Excel's own limits. */
const mostRows = 1_048_576
const mostCharacters = 32_767

/** `name`: of the sheet. Gives the file in pieces. */
export const makeSpreadsheet = (name: string, pages: Pages): AsyncIterable<Uint8Array> => zip(files(name, pages))

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The sheets come first; what names them can be written only when it is known how many there are. */
async function* files(name: string, pages: Pages): AsyncIterable<ZipEntry> {
  const rows = flatten(pages)
  let sheets = 0
  let next = await rows.next()
  const keep = (row: Next): void => {
    next = row
  }
  while (sheets === 0 || next.done !== true) {
    sheets += 1
    const first = next
    yield { name: `xl/worksheets/sheet${sheets}.xml`, content: sheet(first, rows, keep) }
  }
  yield { name: 'xl/workbook.xml', content: workbook(name, sheets) }
  yield { name: 'xl/_rels/workbook.xml.rels', content: workbookRelations(sheets) }
  yield { name: '_rels/.rels', content: rootRelations }
  yield { name: '[Content_Types].xml', content: types(sheets) }
}

async function* flatten(pages: Pages): AsyncGenerator<readonly string[], undefined> {
  for await (const page of pages) yield* page
  return undefined
}

type Next = IteratorResult<readonly string[], undefined>

/** Takes rows until the sheet is full; `after` is told the first one that did not fit. */
async function* sheet(
  first: Next,
  rows: AsyncGenerator<readonly string[], undefined>,
  after: (next: Next) => void,
): AsyncIterable<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetData>`
  let next = first
  let text = ''
  for (let row = 1; next.done !== true && row <= mostRows; row++) {
    text += rowXml(row, next.value)
    if (text.length > 65_536) {
      yield text
      text = ''
    }
    next = await rows.next()
  }
  after(next)
  yield `${text}</sheetData></worksheet>`
}

const rowXml = (row: number, cells: readonly string[]): string =>
  `<row r="${row}">${cells.map((cell, column) => cellXml(`${letterOf(column)}${row}`, cell)).join('')}</row>`

/** Text in the cell itself, never a formula nor a number. */
const cellXml = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, mostCharacters))}</t></is></c>`

/** At most 26 columns. */
const letterOf = (column: number): string => String.fromCharCode(65 + column)

/** XML 1.0 has no way to write most control characters; half a pair of surrogates is no character at all. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must go
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1)

const workbook = (name: string, sheets: number): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${officeDocument}"><sheets>${upTo(sheets)
    .map(
      (number) =>
        `<sheet name="${escapeXml(number === 1 ? name : `${name} ${number}`)}" sheetId="${number}" r:id="rId${number}"/>`,
    )
    .join('')}</sheets></workbook>`

const workbookRelations = (sheets: number): string =>
  `${head}<Relationships xmlns="${relations}">${upTo(sheets)
    .map(
      (number) =>
        `<Relationship Id="rId${number}" Type="${officeDocument}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
    )
    .join('')}</Relationships>`

const rootRelations = `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${officeDocument}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const types = (sheets: number): string =>
  `${head}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>${upTo(
    sheets,
  )
    .map(
      (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
    )
    .join('')}</Types>`
