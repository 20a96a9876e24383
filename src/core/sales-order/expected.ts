// What SnelStart should compute for a document; compared with its own figures after writing.
import { type Decimal, decimal, fromUnits } from '../money.ts'
import type { SalesOrderPlan } from '../plan.ts'
import { lineCentsOf, type PriceEntry, vatCentsOf } from './computed-vat.ts'

export type PricedLine = { readonly quantity: Decimal; readonly unitPrice: Decimal; readonly vatPercent: Decimal }

/** Total incl. and VAT per rate, in euros; rates from high to low. `lines` include what stands in the footer. */
export function expectedOf(lines: readonly PricedLine[], entry: PriceEntry): SalesOrderPlan['expected'] {
  const groups = new Map<Decimal, bigint>()
  for (const line of lines) {
    const rate = decimal(line.vatPercent)
    groups.set(rate, (groups.get(rate) ?? 0n) + lineCentsOf(line.quantity, line.unitPrice))
  }
  let totalCents = 0n
  const vat: { vatPercent: Decimal; vatAmount: Decimal }[] = []
  for (const [vatPercent, cents] of groups) {
    const vatCents = vatCentsOf(cents, vatPercent, entry)
    totalCents += entry === 'excl' ? cents + vatCents : cents
    vat.push({ vatPercent, vatAmount: fromUnits(vatCents, 2) })
  }
  return { totalIncl: fromUnits(totalCents, 2), vat: vat.sort((a, b) => Number(b.vatPercent) - Number(a.vatPercent)) }
}
