// Reads the sales orders that are under way, with what they still take from stock (STOCK-2).
import type { OpenOrder } from '../../core/administration.ts'
import type { CalendarDate } from '../../core/ids.ts'
import { isZero } from '../../core/money.ts'
import { dayOf, decimalOf, idOf, keyOf, textOf } from './cells.ts'
import type { Condition } from './database/database.ts'
import { stageColumns, stageOf } from './order-stage.ts'
import type { Reader, RowOf } from './reader.ts'
import { type ColumnOf, toRemoteId } from './tables.ts'

const columns = [
  'fldVerkoopOrderID',
  'fldOrdernummer',
  'fldDatum',
  'fldOrderSjabloonVerkoopID',
  'fldBetalingskenmerk',
  ...stageColumns,
] as const satisfies readonly ColumnOf<'orders'>[]

/** A pointer to nothing: null, or 0. */
const isEmpty = (column: ColumnOf<'orders'>): { anyOf: Condition[] } => ({
  anyOf: [
    { column, is: 'equal', value: null },
    { column, is: 'equal', value: 0 },
  ],
})

const pageSize = 500

/** Invoiced, with a cash note, or printed as a quotation alone: not under way. */
export async function* readOpenOrders(reader: Reader, signal: AbortSignal): AsyncIterable<readonly OpenOrder[]> {
  const open = new Map<number, OpenOrder>()
  const where = [isEmpty('fldVerkoopFactuurID'), isEmpty('fldContantbonID')]
  for await (const rows of reader.pages('orders', columns, signal, where))
    for (const row of rows) {
      const key = keyOf(row, 'fldVerkoopOrderID')
      const order = fromOpenOrder(row)
      if (key !== null && order !== null) open.set(key, order)
    }
  const lines = await readLines(reader, open, signal)
  const all = [...open].map(([key, order]) => ({ ...order, lines: lines.get(key) ?? [] }))
  for (let at = 0; at < all.length; at += pageSize) yield all.slice(at, at + pageSize)
}

function fromOpenOrder(row: RowOf<(typeof columns)[number]>): OpenOrder | null {
  const { dealtWith, withoutPrint, reached } = stageOf(row)
  if (dealtWith || reached === 'quotation') return null
  return {
    id: toRemoteId(keyOf(row, 'fldVerkoopOrderID') ?? 0),
    number: textOf(row, 'fldOrdernummer'),
    paymentReference: textOf(row, 'fldBetalingskenmerk'),
    templateId: idOf(row, 'fldOrderSjabloonVerkoopID'),
    date: dayOf(row, 'fldDatum') ?? ('' as CalendarDate),
    withoutPrint,
    reached,
    lines: [],
  }
}

/** What is reserved is off the free stock already, at every count level; only what is to be delivered is still to be taken off. */
async function readLines(
  reader: Reader,
  open: ReadonlyMap<number, OpenOrder>,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, OpenOrder['lines']>> {
  const lines = new Map<number, OpenOrder['lines'][number][]>()
  if (open.size === 0) return lines
  // One question however many orders there are: the lines of the oldest one that is open, and of all made after it.
  const oldest = [...open.keys()].reduce((lowest, key) => Math.min(lowest, key))
  const lineColumns = ['fldVerkoopOrderID', 'fldArtikelID', 'fldAantalLeveren'] as const
  const where = [{ column: 'fldVerkoopOrderID', is: 'atLeast', value: oldest } as const]
  for await (const rows of reader.pages('orderLines', lineColumns, signal, where))
    for (const row of rows) {
      const key = keyOf(row, 'fldVerkoopOrderID')
      const [articleId, quantity] = [idOf(row, 'fldArtikelID'), decimalOf(row, 'fldAantalLeveren')]
      if (key === null || !open.has(key) || articleId === null || quantity === null || isZero(quantity)) continue
      const own = lines.get(key)
      if (own === undefined) lines.set(key, [{ articleId, quantity }])
      else own.push({ articleId, quantity })
    }
  return lines
}
