// Does an order of the shop add up? Lines + charges against the total, and the VAT per rate against the shop's. Only looks;
// what a difference means for the booking is decided in sales-order/difference.ts (SALE-9).
import { add, type Decimal, decimal, isZero, subtract, sum, toCents, zero } from './money.ts'
import type { Reconciliation, ShopOrder } from './order.ts'

/** Lines + charges against the order's total, on unrounded amounts; less than half a cent is no difference. */
export function reconcile(order: ShopOrder): Reconciliation {
  const mapped = sum([
    ...order.lines.map((line) => line.totalIncl),
    ...order.charges.map((charge) => charge.amountIncl),
  ])
  const difference = toCents(subtract(order.totalInclUnrounded, mapped))
  return isZero(difference) ? { fits: true } : { fits: false, difference }
}

export type VatDifference = { readonly vatPercent: Decimal; readonly difference: Decimal }

/** Per rate: the shop's VAT less the VAT of lines and charges, to the cent; rates that agree are left out. */
export function reconcileVat(order: ShopOrder): readonly VatDifference[] {
  const ownVat = vatOfLinesAndCharges(order)
  const shopVat = vatPerRate(order.vat)
  return [...new Set([...ownVat.keys(), ...shopVat.keys()])]
    .map((vatPercent) => ({
      vatPercent,
      difference: toCents(subtract(shopVat.get(vatPercent) ?? zero, ownVat.get(vatPercent) ?? zero)),
    }))
    .filter((each) => !isZero(each.difference))
}

/**
 * The shop's VAT per rate, unrounded; what every booking must give. A shop that tells no VAT at all (an order whose rows are
 * missing, or a kind of shop that has none) is believed through its lines, but only where these add up to the total.
 */
export function shopVatPerRate(order: ShopOrder): ReadonlyMap<Decimal, Decimal> {
  if (order.vat.length === 0 && reconcile(order).fits) return vatOfLinesAndCharges(order)
  return vatPerRate(order.vat)
}

const vatOfLinesAndCharges = (order: ShopOrder): ReadonlyMap<Decimal, Decimal> =>
  vatPerRate([
    ...order.lines.map((line) => ({
      vatPercent: line.vatPercent ?? zero,
      vatAmount: subtract(line.totalIncl, line.totalExcl),
    })),
    ...order.charges.flatMap((charge) =>
      charge.parts.map((part) => ({ vatPercent: part.vatPercent ?? zero, vatAmount: part.vatAmount })),
    ),
  ])

function vatPerRate(
  amounts: readonly { readonly vatPercent: Decimal; readonly vatAmount: Decimal }[],
): ReadonlyMap<Decimal, Decimal> {
  const perRate = new Map<Decimal, Decimal>()
  for (const { vatPercent, vatAmount } of amounts) {
    const rate = decimal(vatPercent)
    perRate.set(rate, add(perRate.get(rate) ?? zero, vatAmount))
  }
  return perRate
}
