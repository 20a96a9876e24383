// Lines, charges and VAT of an order, and what about its figures is odd.
import {
  absolute,
  compare,
  type Decimal,
  decimal,
  isZero,
  parseDecimal,
  subtract,
  sum,
  toFixed,
  zero,
} from '../../core/money.ts'
import type { Charge, ReadingNote, ShopOrder } from '../../core/order.ts'
import { chargeWithVatInside, type SortedRows, sortRows, toCharge, toUntaxedCharge } from './charges.ts'
import type { ShopContext } from './context.ts'
import { findVariantCode, toPricedLine, toProductLine, toVoucherLine, withVatInside } from './lines.ts'
import type { Mapping } from './mapping.ts'
import { findHint } from './tax-setup.ts'
import { decodeText } from './text.ts'
import { readTotalRows, type TotalRow } from './totals.ts'
import { Unreadable } from './unreadable.ts'
import { type OrderVat, readOrderVat } from './vat.ts'
import type { PricedLine } from './vat-lines.ts'
import type { OrderRaw } from './wire.ts'

export type Figures = {
  readonly lines: ShopOrder['lines']
  readonly charges: readonly Charge[]
  readonly vat: OrderVat
  readonly vatInside: boolean
  readonly notes: readonly ReadingNote[]
}

/** Throws Unreadable ('opencart.badNumber', 'opencart.incomplete', 'opencart.noTaxSetup'). */
export function readFigures(raw: OrderRaw, context: ShopContext, mapping: Mapping): Figures {
  const rows = readTotalRows(raw.totals, mapping.chargeKinds)
  const sorted = sortRows(rows)
  const priced = raw.products.map((product) => {
    const line = toPricedLine(product)
    if (line === null) throw new Unreadable('opencart.badNumber', { article: decodeText(product.name) })
    return line
  })
  const vat = readOrderVat({
    lines: priced,
    taxRows: sorted.taxRows,
    charges: sorted.taxed.map((row) => ({ row, hint: findHint(row, raw, context) })),
    setup: context.taxRates,
  })
  const lines = [
    ...raw.products.map((product, index) => {
      const figures = { figures: priced[index] as PricedLine, vat: vat.lines[index] as OrderVat['lines'][number] }
      return toProductLine(product, raw, figures, mapping)
    }),
    ...raw.vouchers.map(toVoucherLine),
  ]
  const charges = toCharges(rows, sorted, vat)
  const notes = [...checkRows(rows, raw), ...noteRows(rows, sorted), ...noteVariants(raw, mapping)]
  const inside = findVatInside(priced, sorted, context, mapping)
  if (inside === null) return { lines, charges, vat, vatInside: false, notes }
  return {
    lines: lines.map((line) => withVatInside(line, inside)),
    charges: charges.map((charge) => chargeWithVatInside(charge, inside)),
    vat,
    vatInside: true,
    notes: [...notes, { code: 'opencart.vatInsidePrices', data: { percent: inside } }],
  }
}

/** The rate inside the prices of a shop that knows no VAT; null: figures are what they say. Never guessed: a shop without
 *  any rate in its set-up must be told which it is (reference/opencart.md, 4). */
function findVatInside(
  lines: readonly PricedLine[],
  rows: SortedRows,
  context: ShopContext,
  mapping: Mapping,
): Decimal | null {
  const untaxed = rows.taxRows.length === 0 && lines.every((line) => isZero(line.tax))
  if (!untaxed || lines.length === 0 || mapping.untaxedOrders === 'noVat') return null
  if (mapping.untaxedOrders === 'inclVat') return decimal(mapping.includedVatPercent)
  const knowsVat = context.taxRates.some((rate) => !rate.fixed && !isZero(rate.rate))
  if (!knowsVat) throw new Unreadable('opencart.noTaxSetup')
  return null
}

/** In the shop's own order. */
function toCharges(rows: readonly TotalRow[], sorted: SortedRows, vat: OrderVat): readonly Charge[] {
  return rows.flatMap((row): readonly Charge[] => {
    if (vat.fixedRows.includes(row)) return [toUntaxedCharge(row, 'fixedTax', null)]
    if (row.role === 'subTotal' || row.role === 'tax' || row.role === 'total') return []
    if (sorted.outsideVat.includes(row)) return [toUntaxedCharge(row, row.role, null)]
    if (sorted.afterTax.includes(row)) return [toUntaxedCharge(row, row.role, zero)]
    const parts = vat.chargeParts[sorted.taxed.indexOf(row)] ?? []
    return [toCharge(row, row.role, parts, vat.chargesProved || isZero(row.value))]
  })
}

const oneCent = decimal('0.01')
const differs = (a: Decimal, b: Decimal): boolean => compare(absolute(subtract(a, b)), oneCent) >= 0

function checkRows(rows: readonly TotalRow[], raw: OrderRaw): readonly ReadingNote[] {
  const total = parseDecimal(raw.order['total'] ?? '') ?? zero
  const added = sum(rows.filter((row) => row.role !== 'total').map((row) => row.value))
  const totalRow = rows.find((row) => row.role === 'total')
  // A table without transactions shows an order before its last row is there; such an order comes again.
  if ((!raw.complete || totalRow === undefined) && differs(added, total)) throw new Unreadable('opencart.incomplete')
  const notes: ReadingNote[] = []
  const note = (code: string, shown: Decimal) =>
    notes.push({ code, data: { total: toFixed(total, 2), shown: toFixed(shown, 2) } })
  if (differs(added, total)) note('opencart.rowsDoNotAddUp', added)
  if (totalRow !== undefined && differs(totalRow.value, total)) note('opencart.totalsDiffer', totalRow.value)
  return notes
}

const noteRows = (rows: readonly TotalRow[], { afterTax }: SortedRows): readonly ReadingNote[] => [
  ...rows
    .filter((row) => !row.known)
    .map((row) => ({ code: 'opencart.rowUnknown', data: { row: row.code, title: row.title, kind: row.role } })),
  ...afterTax.map((row) => ({ code: 'opencart.costsAfterVat', data: { row: row.code, title: row.title } })),
]

const noteVariants = (raw: OrderRaw, mapping: Mapping): readonly ReadingNote[] =>
  raw.products.flatMap((product) => {
    const variant = mapping.variantCodes ? null : findVariantCode(product, raw, mapping)
    const article = decodeText(product.name)
    return variant === null ? [] : [{ code: 'opencart.variantHasOwnCode', data: { article, variant } }]
  })
