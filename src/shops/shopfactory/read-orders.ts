// Reading in pages of files or of a web address, with a cursor that loses nothing: the highest number that was read, and for
// files which of them were read. An order that comes again changes nothing: the inbox knows it.
import { type Failure, SettingsWrong, UnexpectedAnswer } from '../../core/failures.ts'
import type { ShopOrderId } from '../../core/ids.ts'
import { type Mapping, type RecordNode, readRecords, type Translate } from '../../mapping/index.ts'
import type { Cursor, OrderPage, ReadOptions, ReadOrder } from '../shop.ts'
import type { OrderFile } from './files.ts'
import type { OrderPages } from './web.ts'

const pageSize = 100
/** Marks of files that were read, kept in the cursor; the oldest go first, and reading one of those again does no harm. */
const marksKept = 2000

/** `number`: the highest that was read; `from`: where the user began, also for an older number that comes late. */
type Position = { readonly number: string; readonly from: string; readonly files: Readonly<Record<string, string>> }

export type Reading = {
  readonly mapping: Mapping
  readonly translate: Translate
  readonly statuses: readonly string[]
  readonly log: (code: string, data: Readonly<Record<string, string>>) => void
}

export const toRead = (node: RecordNode, translate: Translate): ReadOrder => {
  const mapped = translate(node)
  if (mapped.ok) return { ok: true, order: mapped.order, raw: node }
  return { ok: false, id: mapped.id, number: mapped.number, reason: mapped.reason, raw: node }
}

/** Files that were not read yet, each in pages. A file that cannot be read does not keep back those after it; its failure is
 *  thrown at the end. */
export async function* readFiles(
  reading: Reading,
  files: readonly OrderFile[],
  cursor: Cursor | null,
  options: ReadOptions,
): AsyncGenerator<OrderPage> {
  let position = positionOf(cursor, options)
  let failed: Failure | null = null
  for (const file of files.filter(({ name, mark }) => position.files[name] !== mark)) {
    try {
      for await (const page of pagesOf(reading, file, position, options.signal)) {
        position = page.position
        yield page.page
      }
      position = { ...position, files: withMark(position.files, file) }
      reading.log('shopfactory.fileRead', { file: file.name })
    } catch (error) {
      if (!(error instanceof UnexpectedAnswer)) throw error
      failed ??= error
    }
  }
  if (failed !== null) throw failed
  yield { orders: [], cursor: JSON.stringify(position), upTo: null }
}

async function* pagesOf(
  reading: Reading,
  file: Pick<OrderFile, 'name' | 'open'>,
  start: Position,
  signal: AbortSignal,
): AsyncGenerator<{ page: OrderPage; position: Position; seen: number }> {
  let position = start
  let reads: ReadOrder[] = []
  let seen = 0
  for await (const { node } of readRecords(file.open(), reading.mapping, file.name)) {
    signal.throwIfAborted()
    seen += 1
    const read = toRead(node, reading.translate)
    if (isBefore(numberOf(read), position.from)) continue
    if (isWanted(read, reading.statuses)) reads.push(read)
    position = { ...position, number: higher(position.number, numberOf(read)) }
    if (reads.length < pageSize) continue
    yield { page: toPage(reads, position), position, seen }
    reads = []
  }
  yield { page: toPage(reads, position), position, seen }
}

/** From the highest number on, page after page, until one brings nothing higher. */
export async function* readWeb(
  reading: Reading,
  pages: OrderPages,
  cursor: Cursor | null,
  options: ReadOptions,
): AsyncGenerator<OrderPage> {
  let position = positionOf(cursor, options)
  for (let more = true; more; ) {
    const from = position.number === '' ? position.from || '1' : next(position.number)
    const bytes = await pages.fetch(from, pageSize, options.signal)
    const before = position.number
    let seen = 0
    for await (const page of pagesOf(reading, { name: 'orders', open: () => once(bytes) }, position, options.signal)) {
      position = page.position
      seen = page.seen
      yield page.page
    }
    more = seen >= pageSize && position.number !== before
  }
}

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  // In pieces, so that the reader works as it does on a file.
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

function positionOf(cursor: Cursor | null, { startAt }: ReadOptions): Position {
  if (cursor !== null) {
    const kept = JSON.parse(cursor) as Partial<Position>
    return { number: kept.number ?? '', from: kept.from ?? '', files: kept.files ?? {} }
  }
  if (startAt !== null && 'at' in startAt) throw new SettingsWrong('shopfactory.startAt', 'begins at a number')
  const from = startAt === null ? '' : startAt.number.trim()
  if (from !== '' && !isNumber(from)) throw new SettingsWrong('shopfactory.number', 'no number', { number: from })
  return { number: '', from, files: {} }
}

function withMark(files: Position['files'], { name, mark }: OrderFile): Position['files'] {
  const { [name]: _old, ...others } = files
  return Object.fromEntries([...Object.entries(others), [name, mark]].slice(-marksKept))
}

const numberOf = (read: ReadOrder): string => (read.ok ? read.order.number : read.number)

const isNumber = (text: string): boolean => /^\d{1,18}$/.test(text)
const next = (number: string): string => String(BigInt(number) + 1n)

/** Numbers are compared as whole numbers; what is none is always read, for its message. */
const isBefore = (number: string, from: string): boolean =>
  isNumber(number) && isNumber(from) && BigInt(number) < BigInt(from)

const higher = (a: string, b: string): string => (!isNumber(b) ? a : !isNumber(a) || BigInt(b) > BigInt(a) ? b : a)

const notSales: readonly string[] = ['unfinished', 'cancelled', 'refunded']

/** `chosen` empty: all but what was never or is no longer a sale. */
const isWanted = (read: ReadOrder, chosen: readonly string[]): boolean =>
  !read.ok ||
  (chosen.length === 0 ? !notSales.includes(read.order.status.meaning) : chosen.includes(read.order.status.code))

function toPage(reads: readonly ReadOrder[], position: Position): OrderPage {
  const last = reads.flatMap((read) => (read.ok ? [read.order] : [])).at(-1)
  return {
    orders: reads,
    cursor: JSON.stringify(position),
    upTo: last === undefined ? null : { placedAt: last.placedAt, number: last.number },
  }
}

/** In any of the files, the newest of it. */
export async function findInFiles(
  reading: Reading,
  files: readonly OrderFile[],
  id: ShopOrderId,
  signal: AbortSignal,
): Promise<ReadOrder | null> {
  for (const file of files.toReversed()) {
    let found: ReadOrder | null = null
    for await (const { node } of readRecords(file.open(), reading.mapping, file.name)) {
      signal.throwIfAborted()
      const read = toRead(node, reading.translate)
      if ((read.ok ? read.order.id : read.id) === id) found = read
    }
    if (found !== null) return isWanted(found, reading.statuses) ? found : null
  }
  return null
}
