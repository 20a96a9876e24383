// The figures of an order: lines, costs and VAT with their signs, and what about them does not agree.
import {
  absolute,
  type Decimal,
  equals,
  isNegative,
  isZero,
  negate,
  parseDecimal,
  sum,
  toFixed,
} from '../../core/money.ts'
import type { Charge, OrderLine, ReadingNote, VatAmount } from '../../core/order.ts'
import { inclOf, type LineKind, type ReadLine, readLine, toCharge, toOrderLines, turned } from './lines.ts'
import { note } from './notes.ts'
import { readVat } from './order-vat.ts'
import { Unreadable } from './unreadable.ts'
import type { OrderRaw } from './wire.ts'

export type Figures = {
  readonly lines: readonly OrderLine[]
  readonly charges: readonly Charge[]
  readonly vat: readonly VatAmount[]
  readonly total: Decimal
  readonly notes: readonly ReadingNote[]
}

/** Throws Unreadable ('mijnwebwinkel.badNumber'). */
export function readFigures(raw: OrderRaw, isCredit: boolean, chosen: Readonly<Record<string, LineKind>>): Figures {
  const given = parseDecimal(raw.price.total)
  if (given === null) throw new Unreadable('mijnwebwinkel.badNumber', { line: 'total' })
  // The sign on a credit order is not documented (reference, 7): what comes back is negative here, whatever was sent.
  const total = isCredit ? negate(absolute(given)) : given
  const asSent = raw.orderlines.map((line) => readLine(line, chosen))
  const { lines: read, areTurned } = toSigned(asSent, total, isCredit)
  const ids = uniqueIds(read)
  const lines = read.flatMap((line, index) =>
    line.kind === 'article' ? toOrderLines(line, ids[index] ?? '', isCredit) : [],
  )
  const charges = read.flatMap((line) => (line.kind === 'article' ? [] : [toCharge(line, line.kind)]))
  const vat = readVat(raw, read, areTurned)
  const shown = sumOf(read)
  const adds = equals(shown, total)
    ? []
    : [note('linesDoNotAddUp', { total: toFixed(total, 2), shown: toFixed(shown, 2) })]
  return { lines, charges, vat: vat.vat, total, notes: [...read.flatMap(noteLine), ...adds, ...vat.notes] }
}

const sumOf = (lines: readonly ReadLine[]): Decimal => sum(lines.map((line) => inclOf(line.parts)))

/** The lines with the signs that make their total: as given, or with deductions that were written as positive amounts; on a
 *  credit order all turned where that is how they come. Nothing fits: as given, with the sign of the total. */
function toSigned(
  lines: readonly ReadLine[],
  total: Decimal,
  isCredit: boolean,
): { readonly lines: readonly ReadLine[]; readonly areTurned: boolean } {
  const deducted = lines.map((line) =>
    ['discount', 'giftCard'].includes(line.kind) && !isNegative(inclOf(line.parts)) ? turned(line) : line,
  )
  const size = absolute(total)
  const found = [lines, deducted].find((candidate) => equals(absolute(sumOf(candidate)), size)) ?? lines
  // A credit of 0 in all, as of an order that was given away: its articles tell.
  const shown = isZero(size) && isCredit ? sumOf(found.filter((line) => line.kind === 'article')) : sumOf(found)
  const isOpposite = isZero(size) ? isCredit && !isNegative(shown) : isNegative(shown) !== isNegative(total)
  return { lines: isOpposite ? found.map(turned) : found, areTurned: isOpposite }
}

function uniqueIds(lines: readonly ReadLine[]): readonly string[] {
  const seen = new Set<string>()
  return lines.map(({ raw }, index) => {
    const id = raw.id === '' || seen.has(raw.id) ? `line-${index + 1}` : raw.id
    seen.add(id)
    return id
  })
}

function noteLine(line: ReadLine): readonly ReadingNote[] {
  const { type } = line.raw
  if (!line.known) return [note('lineTypeUnknown', { type: type || '-', title: line.title, kind: line.kind })]
  return line.kind === 'article' && line.parts.length > 1 ? [note('lineSplit', { line: line.title })] : []
}
