// What is left of the lines, charges and VAT of an order once its credits are taken off; the amounts add up exactly.
import { type Decimal, decimal, divide, isZero, subtract, sum } from '../money.ts'
import type { Charge, ChargePart, OrderLine, VatAmount } from '../order.ts'

export const sumOf = <Each>(all: readonly Each[], amount: (each: Each) => Decimal): Decimal => sum(all.map(amount))

/** Lines of the same article at the same rate become one. `rest`: money that no quantity is left for, such as a lower price
 *  given afterwards. */
export function netLines(lines: readonly OrderLine[]): { lines: readonly OrderLine[]; rest: readonly Charge[] } {
  const netted = [...Map.groupBy(lines, keyOfLine).values()].map(netLine)
  return {
    lines: netted.filter(({ quantity }) => !isZero(quantity)),
    rest: netted
      .filter(({ quantity, totalExcl, totalIncl }) => isZero(quantity) && !(isZero(totalExcl) && isZero(totalIncl)))
      .map(restOfLine),
  }
}

const keyOfLine = ({ kind, articleCode, articleId, vatPercent, options }: OrderLine): string =>
  JSON.stringify([
    kind,
    articleCode,
    articleId,
    vatPercent && decimal(vatPercent),
    options.map(({ name, value }) => [name, value]),
  ])

function netLine(lines: readonly OrderLine[]): OrderLine {
  const first = lines[0] as OrderLine
  if (lines.length === 1) return first
  const [quantity, totalExcl, totalIncl] = [
    sumOf(lines, (line) => line.quantity),
    sumOf(lines, (line) => line.totalExcl),
    sumOf(lines, (line) => line.totalIncl),
  ]
  const priced = isZero(quantity)
    ? {}
    : { unitPriceExcl: divide(totalExcl, quantity), unitPriceIncl: divide(totalIncl, quantity) }
  return { ...first, ...priced, quantity, totalExcl, totalIncl }
}

const restOfLine = ({ id, description, totalExcl, totalIncl, vatPercent }: OrderLine): Charge => ({
  code: `line/${id}`,
  kind: 'discount',
  title: description,
  amountExcl: totalExcl,
  amountIncl: totalIncl,
  parts: [{ vatPercent, amountExcl: totalExcl, vatAmount: subtract(totalIncl, totalExcl) }],
  vatKnown: vatPercent !== null,
})

/** Charges of the same kind become one, with a part per rate. */
export const netCharges = (charges: readonly Charge[]): readonly Charge[] =>
  [...Map.groupBy(charges, ({ kind }) => kind).values()].map(netCharge).filter(({ parts }) => parts.length > 0)

function netCharge(charges: readonly Charge[]): Charge {
  const first = charges[0] as Charge
  const parts = [
    ...Map.groupBy(
      charges.flatMap(({ parts: each }) => each),
      rateOfPart,
    ).values(),
  ].map(netPart)
  return {
    ...first,
    amountExcl: sumOf(charges, (charge) => charge.amountExcl),
    amountIncl: sumOf(charges, (charge) => charge.amountIncl),
    parts: parts.filter(({ amountExcl, vatAmount }) => !(isZero(amountExcl) && isZero(vatAmount))),
    vatKnown: charges.every(({ vatKnown }) => vatKnown),
  }
}

const rateOfPart = ({ vatPercent }: ChargePart): string => (vatPercent === null ? '' : decimal(vatPercent))

const netPart = (parts: readonly ChargePart[]): ChargePart => ({
  vatPercent: (parts[0] as ChargePart).vatPercent,
  amountExcl: sumOf(parts, (part) => part.amountExcl),
  vatAmount: sumOf(parts, (part) => part.vatAmount),
})

/** One entry per rate. */
export const netVat = (vat: readonly VatAmount[]): readonly VatAmount[] =>
  [...Map.groupBy(vat, ({ vatPercent }) => decimal(vatPercent)).values()].map((amounts) => ({
    ...(amounts[0] as VatAmount),
    baseExcl: sumOf(amounts, (amount) => amount.baseExcl),
    vatAmount: sumOf(amounts, (amount) => amount.vatAmount),
  }))
