// The cents of an order per VAT rate: VAT is the shop's, and what is excl. VAT is rounded per rate, so that everything together
// is the total. At most a cent per rate is moved (docs/decisions/0014-entry-rounding.md). Shared with the comparison of
// shop and books, so that both round alike.
import { type Decimal, fromUnits, toCents, toUnits, zero } from '../money.ts'

export type RateSum = { readonly vatPercent: Decimal /** Unrounded. */; readonly amountExcl: Decimal }

export type SettledRate = { readonly vatPercent: Decimal; readonly baseExcl: Decimal; readonly vatAmount: Decimal }

export type SettledRates = {
  readonly rates: readonly SettledRate[]
  /** What is left of the total after every rate took its cent; 0 in an order that adds up. */
  readonly rest: Decimal
}

/** `vat`: the shop's per rate, unrounded. Rates in the order given. */
export function settleRates(
  sums: readonly RateSum[],
  vat: ReadonlyMap<Decimal, Decimal>,
  totalIncl: Decimal,
): SettledRates {
  const rows = sums.map(({ vatPercent, amountExcl }) => ({
    vatPercent,
    cents: inCents(amountExcl),
    vatCents: inCents(vat.get(vatPercent) ?? zero),
  }))
  let rest = rows.reduce((left, row) => left - row.cents - row.vatCents, inCents(totalIncl))
  const step = rest < 0n ? -1n : 1n
  // The largest amount bears a cent most easily; an amount of 0 takes none, and none becomes 0.
  for (const row of rows.toSorted((a, b) => compareSize(b.cents, a.cents))) {
    if (rest === 0n) break
    if (row.cents === 0n || row.cents + step === 0n) continue
    row.cents += step
    rest -= step
  }
  const rates = rows.map(({ vatPercent, cents, vatCents }) => ({
    vatPercent,
    baseExcl: fromUnits(cents, 2),
    vatAmount: fromUnits(vatCents, 2),
  }))
  return { rates, rest: fromUnits(rest, 2) }
}

const inCents = (amount: Decimal): bigint => toUnits(toCents(amount), 2)
const size = (cents: bigint): bigint => (cents < 0n ? -cents : cents)
const compareSize = (a: bigint, b: bigint): number => (size(a) < size(b) ? -1 : size(a) > size(b) ? 1 : 0)
