// What was written of an order, as rows per rate and region, out of the plan that the inbox keeps.
import { fromUnits, isZero, subtract, zero } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import type { SalesEntryPlan, SalesOrderPlan } from '../plan.ts'
import { lineCentsOf } from '../sales-order/computed-vat.ts'
import { regionOf } from '../vat.ts'
import type { Booked } from './compared-order.ts'

/** Of a plan that was written. Its number is that by which it is found in SnelStart: invoice number or payment reference. */
export const bookedOf = (plan: SalesOrderPlan | SalesEntryPlan, order: ShopOrder): Booked =>
  isEntry(plan) ? bookedEntry(plan) : bookedOrder(plan, order)

const isEntry = (plan: SalesOrderPlan | SalesEntryPlan): plan is SalesEntryPlan => 'invoiceNumber' in plan.document

const bookedEntry = ({ document, expected }: SalesEntryPlan): Booked => ({
  number: document.invoiceNumber,
  date: document.date,
  totalIncl: document.totalIncl,
  rows: expected.vat
    .filter(({ baseExcl, vatAmount }) => !isZero(baseExcl) || !isZero(vatAmount))
    .map((row) => ({ ...row, region: expected.region })),
})

/** Its lines, and the VAT that SnelStart computes over them. Cost types in the footer count at 0 %. */
function bookedOrder({ document, expected }: SalesOrderPlan, order: ShopOrder): Booked {
  const region = regionOf(order.invoiceAddress?.country ?? order.deliveryAddress?.country ?? null)
  const cents = new Map<string, bigint>()
  for (const { vatPercent, quantity, unitPrice } of document.lines) {
    cents.set(vatPercent, (cents.get(vatPercent) ?? 0n) + lineCentsOf(quantity, unitPrice))
  }
  const rows = expected.vat.map(({ vatPercent, vatAmount }) => {
    const entered = fromUnits(cents.get(vatPercent) ?? 0n, 2)
    const baseExcl = document.priceEntry === 'incl' ? subtract(entered, vatAmount) : entered
    return { vatPercent, baseExcl, vatAmount, region }
  })
  const footer = rows.reduce((left, row) => subtract(subtract(left, row.baseExcl), row.vatAmount), expected.totalIncl)
  const all = isZero(footer) ? rows : [...rows, { vatPercent: zero, baseExcl: footer, vatAmount: zero, region }]
  return { number: document.paymentReference, date: document.date, totalIncl: expected.totalIncl, rows: all }
}
