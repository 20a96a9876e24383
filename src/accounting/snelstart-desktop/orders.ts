// Finds sales orders back: by payment reference, by customer, by id; and tells the template of a customer's last one.
import type { RemoteId } from '../../core/ids.ts'
import type { AccountingConnection } from '../accounting.ts'
import { dayOf, idOf, keyOf, keyOfId, textOf } from './cells.ts'
import type { CountryList } from './countries.ts'
import { amountColumns, type Buyer, type FoundOrder, fromOrder, type OrderLists, orderColumns } from './from-order.ts'
import { keepOrderFacts } from './order-facts.ts'
import type { Reader, RowOf, Where } from './reader.ts'
import { type ColumnOf, toRemoteId } from './tables.ts'

type OrderReading = {
  readonly findSalesOrders: (reference: string, signal: AbortSignal) => Promise<readonly FoundOrder[]>
  /** The newest 500. */
  readonly findSalesOrdersOfCustomer: (customerId: RemoteId, signal: AbortSignal) => Promise<readonly FoundOrder[]>
  readonly findLastTemplate: AccountingConnection['findLastTemplate']
  /** null: there is none with this fldVerkoopOrderID. */
  readonly orderById: (id: RemoteId, signal: AbortSignal) => Promise<FoundOrder | null>
  /** Those with this fldOrdernummer or fldVerkoopOrderID. */
  readonly ordersNumbered: (number: number, signal: AbortSignal) => Promise<readonly FoundOrder[]>
}

type OrderRow = RowOf<(typeof orderColumns)[number]>

// A customer that stands for all webshop customers has tens of thousands.
const mostOfCustomer = 500

/** `readLists`: for templates, revenue groups and VAT rates, asked when an order is first found. */
export function orderReading(
  reader: Reader,
  countries: CountryList,
  readLists: (signal: AbortSignal) => Promise<OrderLists>,
): OrderReading {
  const facts = keepOrderFacts(reader, readLists)
  const find = (where: Where, signal: AbortSignal) => reader.all('orders', orderColumns, signal, where)

  const complete = async (rows: readonly OrderRow[], signal: AbortSignal): Promise<readonly FoundOrder[]> => {
    if (rows.length === 0) return []
    const keys = rows.flatMap((row) => keyOf(row, 'fldVerkoopOrderID') ?? [])
    const lines = await reader.all('orderLines', amountColumns, signal, oneOf('fldVerkoopOrderID', keys))
    const byOrder = Map.groupBy(lines, (line) => keyOf(line, 'fldVerkoopOrderID'))
    const buyers = await readBuyers(reader, countries, rows, signal)
    const known = await facts.get(
      {
        templates: new Set(rows.flatMap((row) => idOf(row, 'fldOrderSjabloonVerkoopID') ?? [])),
        groups: new Set(lines.flatMap((line) => idOf(line, 'fldArtikelOmzetgroepID') ?? [])),
      },
      signal,
    )
    return rows.map((row) => {
      const own = byOrder.get(keyOf(row, 'fldVerkoopOrderID')) ?? []
      return fromOrder(row, own, buyers.get(keyOf(row, 'fldRelatieID')) ?? unknownBuyer, known)
    })
  }

  return {
    findSalesOrders: async (reference, signal) => {
      const wanted = reference.trim()
      if (wanted === '') return []
      const rows = await find([{ column: 'fldBetalingskenmerk', is: 'equal', value: wanted }], signal)
      return complete(
        rows.filter((row) => textOf(row, 'fldBetalingskenmerk').trim() === wanted),
        signal,
      )
    },

    findSalesOrdersOfCustomer: async (customerId, signal) => {
      const key = keyOfId(customerId)
      if (key === null) return []
      const rows = await find([{ column: 'fldRelatieID', is: 'equal', value: key }], signal)
      return complete(rows.toSorted(newestFirst).slice(0, mostOfCustomer), signal)
    },

    findLastTemplate: (customerId, signal) => findLastTemplate(reader, customerId, signal),

    orderById: async (id, signal) => {
      const key = keyOfId(id)
      if (key === null) return null
      const rows = await find([{ column: 'fldVerkoopOrderID', is: 'equal', value: key }], signal)
      return (await complete(rows, signal))[0] ?? null
    },

    ordersNumbered: async (number, signal) => {
      const columns = ['fldOrdernummer', 'fldVerkoopOrderID'] as const
      const anyOf = columns.map((column) => ({ column, is: 'equal', value: number }) as const)
      return complete(await find([{ anyOf }], signal), signal)
    },
  }
}

const newestFirst = (a: OrderRow, b: OrderRow): number =>
  textOf(b, 'fldDatum').localeCompare(textOf(a, 'fldDatum')) ||
  Number(b.fldVerkoopOrderID) - Number(a.fldVerkoopOrderID)

const oneOf = (column: string, values: readonly number[]): Where => [{ column, is: 'oneOf', values }]

const unknownBuyer: Buyer = { country: null, hasVatNumber: false }

async function readBuyers(
  reader: Reader,
  countries: CountryList,
  orders: readonly OrderRow[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number | null, Buyer>> {
  const keys = [...new Set(orders.flatMap((row) => keyOf(row, 'fldRelatieID') ?? []))]
  if (keys.length === 0) return new Map()
  const columns = ['fldRelatieID', 'fldLandID', 'fldBtwNummer'] as const satisfies readonly ColumnOf<'customers'>[]
  const rows = await reader.all('customers', columns, signal, oneOf('fldRelatieID', keys))
  const known = await countries.get(signal)
  return new Map(
    rows.map((row) => {
      const land = keyOf(row, 'fldLandID')
      const country = land === null ? null : known.codeOf(land)
      return [keyOf(row, 'fldRelatieID'), { country, hasVatNumber: textOf(row, 'fldBtwNummer').trim() !== '' }]
    }),
  )
}

type Dated = { readonly day: string; readonly isInvoice: boolean; readonly key: number; readonly template: number }

/** SALE-1: of the newest order or invoice; on the same day the invoice, which was made last. */
async function findLastTemplate(reader: Reader, customerId: RemoteId, signal: AbortSignal): Promise<RemoteId | null> {
  const key = keyOfId(customerId)
  if (key === null) return null
  const where: Where = [{ column: 'fldRelatieID', is: 'equal', value: key }]
  let last: Dated | null = null
  const consider = (day: string | null, own: number | null, template: number | null, isInvoice: boolean): void => {
    if (template === null || day === null) return
    const next = { day, isInvoice, key: own ?? 0, template }
    if (last === null || isLater(next, last)) last = next
  }
  const orders = ['fldVerkoopOrderID', 'fldDatum', 'fldOrderSjabloonVerkoopID'] as const
  for await (const rows of reader.pages('orders', orders, signal, where))
    for (const row of rows)
      consider(dayOf(row, 'fldDatum'), keyOf(row, orders[0]), keyOf(row, 'fldOrderSjabloonVerkoopID'), false)
  const invoices = ['fldVerkoopFactuurID', 'fldDatum', 'fldOrderSjabloonVerkoopID'] as const
  for await (const rows of reader.pages('invoices', invoices, signal, where))
    for (const row of rows)
      consider(dayOf(row, 'fldDatum'), keyOf(row, invoices[0]), keyOf(row, 'fldOrderSjabloonVerkoopID'), true)
  return lastTemplate(last)
}

const lastTemplate = (last: Dated | null): RemoteId | null => (last === null ? null : toRemoteId(last.template))

function isLater(a: Dated, b: Dated): boolean {
  if (a.day !== b.day) return a.day > b.day
  return a.isInvoice === b.isInvoice ? a.key > b.key : a.isInvoice
}
