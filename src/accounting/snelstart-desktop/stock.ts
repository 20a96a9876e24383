// Free stock of every article, computed from the tables as SnelStart's own figures are (reference/snelstart.md, B3): what came in
// since the begin date, less what orders at the count level deliver, less what orders reserve.
import type { ArticleStock, StockCountLevel } from '../../core/administration.ts'
import { UnexpectedAnswer } from '../../core/failures.ts'
import { type Decimal, fromUnits } from '../../core/money.ts'
import type { AccountingConnection } from '../accounting.ts'
import { flagOf, integerOf, keyOf, textOf } from './cells.ts'
import type { Cell } from './database/database.ts'
import { countLevelOf } from './from-lists.ts'
import { meanings } from './meanings.ts'
import { readOpenOrders } from './open-orders.ts'
import { reaches, stageColumns, stageOf } from './order-stage.ts'
import { readSettings } from './read-lists.ts'
import type { Reader, RowOf, Where } from './reader.ts'
import { toRemoteId } from './tables.ts'

/** Whole numbers of a millionth, by article: exact sums without a big number per line. */
type Sums = Map<number, number>

const places = 6

/** `readStock` throws 'desktop.countLevelUnknown'. */
export const stockReading = (reader: Reader): Pick<AccountingConnection, 'readStock' | 'readOpenOrders'> => ({
  readStock: (signal) => readStock(reader, signal),
  readOpenOrders: (signal) => readOpenOrders(reader, signal),
})

async function* readStock(reader: Reader, signal: AbortSignal): AsyncIterable<readonly ArticleStock[]> {
  const { freeStock } = await readStockSums(reader, signal)
  const columns = ['fldArtikelID', 'fldNonActief', 'fldVoorraadControle'] as const
  for await (const rows of reader.pages('articles', columns, signal))
    yield rows.flatMap((row) => {
      const key = integerOf(row, 'fldArtikelID')
      if (key === null || flagOf(row, 'fldNonActief') || !flagOf(row, 'fldVoorraadControle')) return []
      return [{ id: toRemoteId(key), freeStock: freeStock(key) }]
    })
}

export type StockSums = {
  readonly stock: (articleKey: number) => Decimal
  readonly freeStock: (articleKey: number) => Decimal
}

export async function readStockSums(reader: Reader, signal: AbortSignal): Promise<StockSums> {
  const settings = await readSettings(reader, signal)
  const number = integerOf(settings, 'fldVerkooporderVoorraadTellingNiveau')
  const level = countLevelOf(number)
  if (level === null) {
    const shown = String(number ?? '')
    throw new UnexpectedAnswer('desktop.countLevelUnknown', `count level ${shown} not known`, { level: shown })
  }
  const beginDate = textOf(settings, 'fldVoorraadBeginDatum')
  const stock: Sums = new Map()
  await addReceipts(reader, beginDate, stock, signal)
  const orders = await readCountedOrders(reader, level, beginDate, signal)
  const reserved: Sums = new Map()
  await subtractOrders(reader, orders, stock, reserved, signal)
  const inStock = (key: number): number => stock.get(key) ?? 0
  return {
    stock: (key) => fromUnits(BigInt(inStock(key)), places),
    freeStock: (key) => fromUnits(BigInt(inStock(key) - (reserved.get(key) ?? 0)), places),
  }
}

function addTo<Column extends string>(
  sums: Sums,
  row: RowOf<Column>,
  article: Column,
  column: Column,
  sign: number,
): void {
  const key = keyOf(row, article)
  const quantity = Math.round(Number(row[column] ?? 0) * 10 ** places)
  if (key !== null && quantity !== 0) sums.set(key, (sums.get(key) ?? 0) + sign * quantity)
}

/** Received, or booked where no day of receipt is told. */
async function addReceipts(reader: Reader, beginDate: string, stock: Sums, signal: AbortSignal): Promise<void> {
  const reasons = await reader.all('stockReasons', ['fldArtikelVoorraadMutatieRedenID', 'fldVoorraadAf'], signal)
  const subtracts = new Set(
    reasons
      .filter((row) => flagOf(row, 'fldVoorraadAf'))
      .map((row) => integerOf(row, 'fldArtikelVoorraadMutatieRedenID'))
      .filter((reason) => reason !== meanings.purchaseReason),
  )
  const signs = new Map<number, 1 | -1>()
  const columns = [
    'fldInkoopOrderID',
    'fldDatumOntvangen',
    'fldDatumJournaalpost',
    'fldArtikelVoorraadMutatieRedenID',
  ] as const
  const received: Where = [{ column: 'fldOntvangst', is: 'equal', value: true }]
  for await (const rows of reader.pages('receipts', columns, signal, received))
    for (const row of rows) {
      const at = textOf(row, 'fldDatumOntvangen') || textOf(row, 'fldDatumJournaalpost')
      const reason = integerOf(row, 'fldArtikelVoorraadMutatieRedenID')
      const key = keyOf(row, 'fldInkoopOrderID')
      if (key !== null && at !== '' && at >= beginDate) signs.set(key, subtracts.has(reason) ? -1 : 1)
    }
  for await (const rows of reader.pages('receiptLines', ['fldInkoopOrderID', 'fldArtikelID', 'fldAantal'], signal))
    for (const row of rows) {
      const sign = signs.get(keyOf(row, 'fldInkoopOrderID') ?? 0)
      if (sign !== undefined) addTo(stock, row, 'fldArtikelID', 'fldAantal', sign)
    }
}

type CountedOrders = { readonly delivering: ReadonlySet<number>; readonly reserving: ReadonlySet<number> }

/** With 'invoice' an invoice or cash note counts by its own day; else every order by the order's day. `beginDate` '': all of them. */
async function readCountedOrders(
  reader: Reader,
  level: StockCountLevel,
  beginDate: string,
  signal: AbortSignal,
): Promise<CountedOrders> {
  const [delivering, reserving] = [new Set<number>(), new Set<number>()]
  // A moment that is empty SQL Server compares with nothing.
  const since = (column: string): Where => (beginDate === '' ? [] : [{ column, is: 'atLeast', value: beginDate }])
  const byOwnDay = level === 'invoice'
  const invoices = byOwnDay ? await readKeys(reader, 'invoices', since('fldDatum'), signal) : none
  const cashNotes = byOwnDay ? await readKeys(reader, 'cashNotes', since('fldDatumTijd'), signal) : none
  const columns = ['fldVerkoopOrderID', 'fldDatum', ...stageColumns] as const
  const where = byOwnDay && beginDate !== '' ? dealtWithOrSince(beginDate) : since('fldDatum')
  for await (const rows of reader.pages('orders', columns, signal, where))
    for (const row of rows) {
      const key = keyOf(row, 'fldVerkoopOrderID') ?? 0
      const isOnTime = textOf(row, 'fldDatum') >= beginDate
      if (isOnTime) reserving.add(key)
      const [invoice, cashNote] = [keyOf(row, 'fldVerkoopFactuurID'), keyOf(row, 'fldContantbonID')]
      const isCounted = byOwnDay
        ? (invoice !== null && invoices.has(invoice)) || (cashNote !== null && cashNotes.has(cashNote))
        : isOnTime && reaches(stageOf(row).reached, level)
      if (isCounted) delivering.add(key)
    }
  return { delivering, reserving }
}

const none: ReadonlySet<Cell> = new Set()

/** A pointer to a row is 1 or more. */
const dealtWithOrSince = (beginDate: string): Where => [
  {
    anyOf: [
      { column: 'fldDatum', is: 'atLeast', value: beginDate },
      { column: 'fldVerkoopFactuurID', is: 'atLeast', value: 1 },
      { column: 'fldContantbonID', is: 'atLeast', value: 1 },
    ],
  },
]

async function readKeys(
  reader: Reader,
  name: 'invoices' | 'cashNotes',
  where: Where,
  signal: AbortSignal,
): Promise<ReadonlySet<Cell>> {
  const keys = new Set<Cell>()
  if (name === 'invoices') {
    for await (const rows of reader.pages(name, ['fldVerkoopFactuurID'], signal, where))
      for (const row of rows) keys.add(row.fldVerkoopFactuurID)
  } else {
    for await (const rows of reader.pages(name, ['fldContantbonID'], signal, where))
      for (const row of rows) keys.add(row.fldContantbonID)
  }
  return keys
}

async function subtractOrders(
  reader: Reader,
  { delivering, reserving }: CountedOrders,
  stock: Sums,
  reserved: Sums,
  signal: AbortSignal,
): Promise<void> {
  if (delivering.size + reserving.size === 0) return
  let oldest = Number.POSITIVE_INFINITY
  for (const keys of [delivering, reserving]) for (const key of keys) oldest = Math.min(oldest, key)
  const columns = ['fldVerkoopOrderID', 'fldArtikelID', 'fldAantalLeveren', 'fldAantalReserveren'] as const
  const where: Where = [{ column: 'fldVerkoopOrderID', is: 'atLeast', value: oldest }]
  for await (const rows of reader.pages('orderLines', columns, signal, where))
    for (const row of rows) {
      const order = keyOf(row, 'fldVerkoopOrderID') ?? 0
      if (delivering.has(order)) addTo(stock, row, 'fldArtikelID', 'fldAantalLeveren', -1)
      if (reserving.has(order)) addTo(reserved, row, 'fldArtikelID', 'fldAantalReserveren', 1)
    }
}
