// Whether fldBedragNaKortingen and the cost amounts are incl. VAT on templates with prices incl. VAT. Nobody has written that
// down; the administration's own invoices tell it, because they have a total incl. VAT.
import type { CountryCode } from '../../core/ids.ts'
import { absolute, compare, type Decimal, subtract } from '../../core/money.ts'
import type { PriceEntry } from '../../core/sales-order/computed-vat.ts'
import { decimalOf, keyOf } from './cells.ts'
import { amountColumns, fromOrder, type OrderFacts, orderColumns } from './from-order.ts'
import type { Reader } from './reader.ts'

/** More would say the same. */
const enough = 40
const dutch = { country: 'NL' as CountryCode, hasVatNumber: false }

/** 'incl' where no invoice tells, or as many tell the one as the other. */
export async function findAmountsWay(reader: Reader, facts: OrderFacts, signal: AbortSignal): Promise<PriceEntry> {
  const templates = facts.templates.filter(({ pricesExclVat }) => !pricesExclVat).map(({ id }) => Number(id))
  if (templates.length === 0) return 'incl'
  const invoiced = await readInvoiceTotals(reader, templates, signal)
  const where = [{ column: 'fldVerkoopFactuurID', is: 'oneOf' as const, values: [...invoiced.keys()] }]
  const orders =
    invoiced.size === 0 ? [] : await reader.all('orders', [...orderColumns, 'fldVerkoopFactuurID'], signal, where)
  if (orders.length === 0) return 'incl'
  const keys = orders.flatMap((row) => keyOf(row, 'fldVerkoopOrderID') ?? [])
  const lines = await reader.all('orderLines', amountColumns, signal, [
    { column: 'fldVerkoopOrderID', is: 'oneOf', values: keys },
  ])
  let votes = 0
  for (const [invoice, own] of Map.groupBy(orders, (row) => keyOf(row, 'fldVerkoopFactuurID'))) {
    const [order, second] = own
    const total = invoice === null ? undefined : invoiced.get(invoice)
    // An invoice of several orders is none of theirs.
    if (order === undefined || second !== undefined || total === undefined) continue
    const its = lines.filter((line) => keyOf(line, 'fldVerkoopOrderID') === keyOf(order, 'fldVerkoopOrderID'))
    const offBy = (amountsWay: PriceEntry): Decimal =>
      absolute(subtract(fromOrder(order, its, dutch, { ...facts, amountsWay }).totalIncl, total))
    votes += compare(offBy('excl'), offBy('incl'))
  }
  return votes < 0 ? 'excl' : 'incl'
}

/** By fldVerkoopFactuurID. */
async function readInvoiceTotals(
  reader: Reader,
  templates: readonly number[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Decimal>> {
  const totals = new Map<number, Decimal>()
  const columns = ['fldVerkoopFactuurID', 'fldTotaalInclusiefBtw'] as const
  const where = [{ column: 'fldOrderSjabloonVerkoopID', is: 'oneOf' as const, values: templates }]
  for await (const rows of reader.pages('invoices', columns, signal, where)) {
    for (const row of rows) {
      const [key, total] = [keyOf(row, 'fldVerkoopFactuurID'), decimalOf(row, 'fldTotaalInclusiefBtw')]
      if (key !== null && total !== null) totals.set(key, total)
      if (totals.size === enough) return totals
    }
  }
  return totals
}
