// What a sales order comes to. The tables hold no total, so it is computed the way the core expects SnelStart to compute it. Pure.
import type { VatKind } from '../../core/administration.ts'
import { type Decimal, fromUnits, roundTo, toUnits, zero } from '../../core/money.ts'
import { type PriceEntry, vatCentsOf } from '../../core/sales-order/computed-vat.ts'
import { expectedVatPercent, type VatSituation } from '../../core/vat.ts'

/** `amount` after all discounts, incl. or excl. VAT (amounts-way.ts). */
export type Amount = { readonly amount: Decimal; readonly vatKind: VatKind }
export type OrderTotals = { readonly totalIncl: Decimal; readonly totalExcl: Decimal }

/** VAT per rate over the sum of its amounts, in cents. A kind without a rate on that day counts as 0 %. */
export function totalsOf(amounts: readonly Amount[], entry: PriceEntry, situation: VatSituation): OrderTotals {
  const groups = new Map<Decimal, bigint>()
  for (const { amount, vatKind } of amounts) {
    const percent = expectedVatPercent(vatKind, situation) ?? zero
    groups.set(percent, (groups.get(percent) ?? 0n) + toUnits(roundTo(amount, 2), 2))
  }
  let [inclCents, exclCents] = [0n, 0n]
  for (const [percent, cents] of groups) {
    const vatCents = vatCentsOf(cents, percent, entry)
    inclCents += entry === 'excl' ? cents + vatCents : cents
    exclCents += entry === 'excl' ? cents : cents - vatCents
  }
  return { totalIncl: fromUnits(inclCents, 2), totalExcl: fromUnits(exclCents, 2) }
}
