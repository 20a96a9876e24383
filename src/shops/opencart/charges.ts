// Charges of an order out of its total rows: shipping, fees, discounts, payments after VAT and taxes by the piece.
import { add, type Decimal, subtract, sum, zero } from '../../core/money.ts'
import type { Charge, ChargeKind, ChargePart } from '../../core/order.ts'
import { exclOf } from './lines.ts'
import type { TotalRow } from './totals.ts'

/** What the rows of an order are, as far as VAT goes. */
export type SortedRows = {
  readonly taxRows: readonly TotalRow[]
  /** Rows that the `tax` rows cover. */
  readonly taxed: readonly TotalRow[]
  /** Costs and discounts that come after `tax`: the shop charged no VAT on them, by its set-up (reference/opencart.md, 3). */
  readonly afterTax: readonly TotalRow[]
  /** Payments and rounding: VAT has no say in them. */
  readonly outsideVat: readonly TotalRow[]
}

export function sortRows(rows: readonly TotalRow[]): SortedRows {
  const taxRows = rows.filter((row) => row.role === 'tax')
  const lastTax = Math.max(...taxRows.map((row) => row.sortOrder))
  const charges = rows.filter((row) => !['subTotal', 'tax', 'total'].includes(row.role))
  const outside = (row: TotalRow) => row.role === 'giftCard' || row.role === 'rounding'
  const after = (row: TotalRow) => taxRows.length > 0 && row.sortOrder > lastTax
  return {
    taxRows,
    taxed: charges.filter((row) => !outside(row) && !after(row)),
    afterTax: charges.filter((row) => !outside(row) && after(row)),
    outsideVat: charges.filter(outside),
  }
}

export const toCharge = (row: TotalRow, kind: ChargeKind, parts: readonly ChargePart[], vatKnown: boolean): Charge => ({
  code: row.code,
  kind,
  title: row.title,
  amountExcl: sum(parts.map((part) => part.amountExcl)),
  amountIncl: add(sum(parts.map((part) => part.amountExcl)), sum(parts.map((part) => part.vatAmount))),
  parts,
  vatKnown,
})

/** A row without VAT. `vatPercent` null: VAT does not apply; '0': the shop charged none. */
export const toUntaxedCharge = (row: TotalRow, kind: ChargeKind, vatPercent: Decimal | null): Charge =>
  toCharge(row, kind, [{ vatPercent, amountExcl: row.value, vatAmount: zero }], true)

/** The same charge where its amount contains VAT that the shop does not know of. */
export function chargeWithVatInside(charge: Charge, vatPercent: Decimal): Charge {
  if (charge.kind === 'giftCard' || charge.kind === 'rounding') return charge
  const amountExcl = exclOf(charge.amountIncl, vatPercent)
  const vatAmount = subtract(charge.amountIncl, amountExcl)
  return { ...charge, amountExcl, parts: [{ vatPercent, amountExcl, vatAmount }] }
}
