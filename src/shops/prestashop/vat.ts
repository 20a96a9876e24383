// VAT per rate of an order.
import { type Decimal, subtract, sum } from '../../core/money.ts'
import type { Charge, OrderLine, VatAmount } from '../../core/order.ts'

/** Per rate, out of lines and charges: PrestaShop keeps no VAT per rate that vouchers and shipping are right in. */
export function toVat(lines: readonly OrderLine[], charges: readonly Charge[]): readonly VatAmount[] {
  const parts = [
    ...lines.map((line) => ({
      rate: line.vatPercent,
      excl: line.totalExcl,
      vat: subtract(line.totalIncl, line.totalExcl),
    })),
    ...charges.flatMap((charge) =>
      charge.parts.map((part) => ({ rate: part.vatPercent, excl: part.amountExcl, vat: part.vatAmount })),
    ),
  ]
  const groups = Map.groupBy(
    parts.filter(({ rate }) => rate !== null),
    ({ rate }) => rate as Decimal,
  )
  return [...groups].map(([vatPercent, group]) => ({
    vatPercent,
    baseExcl: sum(group.map(({ excl }) => excl)),
    vatAmount: sum(group.map(({ vat }) => vat)),
    title: `Btw ${vatPercent} %`,
  }))
}
