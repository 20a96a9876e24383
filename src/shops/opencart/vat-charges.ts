// VAT of shipping, fees and discounts. The shop stores only one `tax` row per rate, so the rates of the other rows are
// what makes lines + rows give exactly those `tax` rows (reference/opencart.md, 4: residuals).
import {
  add,
  type Decimal,
  isNegative,
  isZero,
  multiply,
  negate,
  roundTo,
  subtract,
  sum,
  vatOfExcl,
  zero,
} from '../../core/money.ts'
import type { ChargePart } from '../../core/order.ts'

export type UntaxedRow = {
  readonly value: Decimal
  /** The rate that the shop's set-up of today names for this row; null: not known. */
  readonly hint: Decimal | null
}

export type VatFigures = {
  /** Per rate: what the lines are worth excl. VAT, and the VAT in them, unrounded. */
  readonly lines: ReadonlyMap<Decimal, { readonly excl: Decimal; readonly vat: Decimal }>
  /** Per rate: the shop's `tax` rows. */
  readonly taxRows: ReadonlyMap<Decimal, Decimal>
  readonly rows: readonly UntaxedRow[]
}

export type ChargeVat = {
  /** Per row, in the same order. */
  readonly parts: readonly (readonly ChargePart[])[]
  /** Whether lines and rows give the `tax` rows. */
  readonly explained: boolean
  /** Whether the rates are proved: no other choice fits, or the one that the set-up names does. */
  readonly proved: boolean
}

// Plain numbers choose here among rates; no amount is made of them. The parts below are exact.
type Choice = {
  readonly rates: readonly number[]
  readonly shares: ReadonlyMap<number, number>
  readonly score: number
}

/** `tax` rows are rounded to four decimals, and older versions add rounded line amounts up: 0.0005 per row and line. */
const slack = 0.0015

/** Finds the rates of the rows. With nothing that fits, every row gets its hint or the highest rate, `explained` false. */
export function solveChargeVat(figures: VatFigures): ChargeVat {
  const costs = figures.rows.filter((row) => !isNegative(row.value) && !isZero(row.value))
  const discounts = figures.rows.filter((row) => isNegative(row.value))
  const facts = toFacts(figures)
  const choices = combinations(facts.rates, costs)
    .map((rates) => judge(rates, costs, discounts, facts))
    .filter((choice) => choice !== null)
    .toSorted((a, b) => a.score - b.score)
  const best = choices[0] ?? null
  const rates = best?.rates ?? costs.map((row) => Number(row.hint ?? Math.max(0, ...facts.rates)))
  const parts = figures.rows.map((row) => {
    if (isZero(row.value)) return [onePart(row.value, zero)]
    if (!isNegative(row.value)) return [onePart(row.value, facts.exact(rates[costs.indexOf(row)] ?? 0))]
    return splitDiscount(row.value, best?.shares ?? shareOfLines(facts), facts.exact)
  })
  const hinted = costs.every((row, index) => row.hint !== null && Number(row.hint) === best?.rates[index])
  const onlyChoice = choices.length === 1
  const splitIsSure = discounts.length < 2 || (best?.shares.size ?? 0) < 2
  return { parts, explained: best !== null, proved: best !== null && splitIsSure && (onlyChoice || hinted) }
}

type Facts = {
  readonly rates: readonly number[]
  readonly exact: (rate: number) => Decimal
  /** Value excl. of the lines per rate. */
  readonly bases: ReadonlyMap<number, number>
  /** VAT that the other rows must add, per rate. */
  readonly residuals: ReadonlyMap<number, number>
}

function toFacts({ lines, taxRows, rows }: VatFigures): Facts {
  const hints = rows.map((row) => row.hint).filter((hint) => hint !== null)
  const exacts = new Map([...taxRows.keys(), ...lines.keys(), ...hints, zero].map((rate) => [Number(rate), rate]))
  const rates = [...exacts.keys()].toSorted((a, b) => b - a)
  const residual = (rate: Decimal) => Number(subtract(taxRows.get(rate) ?? zero, lines.get(rate)?.vat ?? zero))
  return {
    rates,
    exact: (rate) => exacts.get(rate) ?? zero,
    bases: new Map(rates.map((rate) => [rate, Number(lines.get(exacts.get(rate) ?? zero)?.excl ?? zero)])),
    residuals: new Map(rates.map((rate) => [rate, residual(exacts.get(rate) ?? zero)])),
  }
}

/** Every row its own rate while that stays small; else all the same rate, which is nearly always so. */
function combinations(rates: readonly number[], costs: readonly UntaxedRow[]): readonly (readonly number[])[] {
  if (rates.length ** costs.length > 1000) {
    const hinted = costs.map((row) => Number(row.hint ?? rates[0] ?? 0))
    return [hinted, ...rates.map((rate) => costs.map(() => rate))]
  }
  return costs.reduce<readonly (readonly number[])[]>(
    (lists) => lists.flatMap((list) => rates.map((rate) => [...list, rate])),
    [[]],
  )
}

/** null: these rates cannot be. The score prefers the shop's set-up, then few different rates, then a discount spread over the lines. */
function judge(
  rates: readonly number[],
  costs: readonly UntaxedRow[],
  discounts: readonly UntaxedRow[],
  facts: Facts,
): Choice | null {
  const left = new Map(facts.residuals)
  const bases = new Map(facts.bases)
  for (const [index, rate] of rates.entries()) {
    const value = Number(costs[index]?.value ?? 0)
    left.set(rate, (left.get(rate) ?? 0) - (value * rate) / 100)
    bases.set(rate, (bases.get(rate) ?? 0) + value)
  }
  const shares = discounts.length === 0 ? noShares(left) : sharesOf(left, bases, discounts)
  if (shares === null) return null
  const strangers = costs.filter((row, index) => row.hint !== null && Number(row.hint) !== rates[index]).length
  return { rates, shares, score: strangers * 1e6 + new Set(rates).size * 1e3 + unevenness(shares, facts.bases) }
}

const noShares = (left: ReadonlyMap<number, number>): Map<number, number> | null =>
  [...left.values()].every((vat) => Math.abs(vat) <= slack) ? new Map() : null

/** How the discounts together lie over the rates; null where a rate would get more than it has, or a negative discount. */
function sharesOf(
  left: ReadonlyMap<number, number>,
  bases: ReadonlyMap<number, number>,
  discounts: readonly UntaxedRow[],
): Map<number, number> | null {
  const shares = new Map<number, number>()
  let rest = discounts.reduce((total, row) => total + Number(row.value), 0)
  for (const [rate, vat] of left) {
    if (rate === 0) continue
    const room = (slack * 100) / rate
    const share = (vat * 100) / rate
    if (share > room || -share > (bases.get(rate) ?? 0) + room) return null
    if (Math.abs(share) <= room) continue
    shares.set(rate, share)
    rest -= share
  }
  const room = [...left.keys()].reduce((total, rate) => total + (rate === 0 ? 0 : (slack * 100) / rate), 0)
  if (rest > room || -rest > (bases.get(0) ?? 0) + room) return null
  if (Math.abs(rest) > room) shares.set(0, rest)
  return shares
}

/** How far a discount is from being spread over the lines in proportion. */
function unevenness(shares: ReadonlyMap<number, number>, bases: ReadonlyMap<number, number>): number {
  const total = [...shares.values()].reduce((sumSoFar, share) => sumSoFar + share, 0)
  const base = [...bases.values()].reduce((sumSoFar, value) => sumSoFar + value, 0)
  if (total === 0 || base === 0) return 0
  const gaps = [...bases].map(([rate, value]) => Math.abs((shares.get(rate) ?? 0) - (total * value) / base))
  return (gaps.reduce((sumSoFar, gap) => sumSoFar + gap, 0) / Math.abs(total)) * 100
}

const shareOfLines = (facts: Facts): ReadonlyMap<number, number> => facts.bases

/** Divides a discount in the proportion of `shares`; four decimals, as the shop stores amounts, the largest part takes the rest. */
function splitDiscount(
  value: Decimal,
  shares: ReadonlyMap<number, number>,
  exact: (rate: number) => Decimal,
): ChargePart[] {
  const total = [...shares.values()].reduce((sumSoFar, share) => sumSoFar + share, 0)
  const sized = [...shares]
    .filter(([, share]) => total !== 0 && Math.abs(share) > 0.00005)
    .toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
  if (sized.length === 0) return [onePart(value, exact([...shares.keys()][0] ?? 0))]
  const smaller = sized
    .slice(1)
    .map(([rate, share]) => onePart(roundTo(multiply(value, (share / total).toFixed(12) as Decimal), 4), exact(rate)))
    .filter((part) => !isZero(part.amountExcl))
  const rest = add(value, negate(sum(smaller.map((part) => part.amountExcl))))
  return [onePart(rest, exact(sized[0]?.[0] ?? 0)), ...smaller]
}

const onePart = (amountExcl: Decimal, vatPercent: Decimal): ChargePart => ({
  vatPercent,
  amountExcl,
  vatAmount: vatOfExcl(amountExcl, vatPercent),
})
