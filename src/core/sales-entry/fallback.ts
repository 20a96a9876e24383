// FIN-2: from which cells an empty one may take its account. Only where the VAT return comes out the same: a cell is never
// taken from another VAT kind, and another region only where that kind is reported in the same box.
import { type Cell, type CellKey, keyOf, type LedgerMatrix, type VatColumn } from './matrix.ts'

/**
 * Dutch VAT that was charged is reported with the Dutch turnover, wherever the customer is; exempt turnover is not reported at
 * all. Zero, reversed and the one-stop shop have a box (or a return) of their own per region.
 */
const sameBoxAsDutch: Readonly<Record<VatColumn, boolean>> = {
  high: true,
  low: true,
  other: true,
  exempt: true,
  zero: false,
  reversed: false,
  SR: false,
  RRH: false,
  RRL: false,
  SRR: false,
  PR: false,
}

/** The cell itself, then those that may stand in for it, nearest first. */
export function candidatesOf(cell: Cell): readonly Cell[] {
  const kinds = cell.kind === 'turnover' ? [cell.kind] : [cell.kind, 'turnover' as const]
  const places = cell.region !== 'nl' && sameBoxAsDutch[cell.vat] ? [cell.region, 'nl' as const] : [cell.region]
  // First the same kind of revenue elsewhere, then turnover: so shipping stays with shipping where it can.
  return kinds.flatMap((kind) => places.map((region) => ({ kind, vat: cell.vat, region })))
}

export type Filled = { readonly cell: Cell; readonly ledger: string }

/** The first of them that is filled in; null: none is. */
export function findFilled(cell: Cell, matrix: LedgerMatrix): Filled | null {
  for (const candidate of candidatesOf(cell)) {
    const ledger = matrix[keyOf(candidate) as CellKey]?.trim() ?? ''
    if (ledger !== '') return { cell: candidate, ledger }
  }
  return null
}
