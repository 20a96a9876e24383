// What the shop says of an order, per VAT rate, in cents: rounded as the booking rounds it, so that a cent of rounding is no
// difference. What the total has over lines and costs stands at 0 %, where nothing else is known of it.
import { add, type Decimal, decimal, isZero, zero } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import { shopVatPerRate } from '../reconcile.ts'
import { settleRates } from '../sales-entry/settle-rates.ts'
import { regionOf } from '../vat.ts'
import type { VatRow } from './amounts.ts'

/** The rows sum to the order's total. The region is that of the invoice address, else of the delivery address. */
export function shopRowsOf(order: ShopOrder): readonly VatRow[] {
  const region = regionOf(order.invoiceAddress?.country ?? order.deliveryAddress?.country ?? null)
  const vat = shopVatPerRate(order)
  const bases = basesOf(order)
  for (const [vatPercent, amount] of vat) if (!bases.has(vatPercent) && !isZero(amount)) bases.set(vatPercent, zero)
  const sums = [...bases].map(([vatPercent, amountExcl]) => ({ vatPercent, amountExcl }))
  const { rates, rest } = settleRates(sums, vat, order.totalIncl)
  const rows = rates.filter(({ baseExcl, vatAmount }) => !isZero(baseExcl) || !isZero(vatAmount))
  const withRest = isZero(rest) ? rows : [...rows, { vatPercent: zero, baseExcl: rest, vatAmount: zero }]
  return withRest.map((row) => ({ ...row, region }))
}

function basesOf(order: ShopOrder): Map<Decimal, Decimal> {
  const bases = new Map<Decimal, Decimal>()
  const count = (percent: Decimal | null, amountExcl: Decimal): void => {
    const rate = decimal(percent ?? zero)
    bases.set(rate, add(bases.get(rate) ?? zero, amountExcl))
  }
  for (const line of order.lines) count(line.vatPercent, line.totalExcl)
  for (const part of order.charges.flatMap((charge) => charge.parts)) count(part.vatPercent, part.amountExcl)
  return bases
}
