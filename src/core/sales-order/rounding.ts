// The cents of a document. Shops compute unrounded and round once, SnelStart rounds lines and VAT; here each rate gets the
// sum with which SnelStart's VAT is the shop's and the total comes out, and each line its share of that sum.
import { type Decimal, roundTo, toUnits } from '../money.ts'
import { absolute, divideRounded, type PriceEntry, vatCentsOf } from './computed-vat.ts'

/** All lines of one VAT rate. */
export type RateGroup = {
  readonly vatPercent: Decimal
  /** Sum of the lines in the document's way of entry, unrounded. */
  readonly amount: Decimal
  /** Sums between which every line stays within a cent of the shop's, in cents. */
  readonly lowest: bigint
  readonly highest: bigint
  /** VAT that must come out, in cents. */
  readonly vatCents: bigint
}

/** `lines`: between lowest and highest. `reach`: up to three cents beside the shop's sum, for want of anything better. */
export type Freedom = 'lines' | 'reach'

export type Settled = {
  /** Sum of line totals per group, in cents, in the order given. */
  readonly groupCents: readonly bigint[]
  /** Cents that no group could take: they need a line without VAT. */
  readonly restCents: bigint
}

const reach = 3n
const mostTries = 10_000

/** Bounds of a group with these lines. Where all are whole cents one of them may give or take a cent; lines of 0 may not. */
export function boundsOf(amounts: readonly Decimal[]): Pick<RateGroup, 'lowest' | 'highest'> {
  const fine = amounts.map(toFine)
  const lowest = fine.reduce((total, each) => total + floorDivide(each, finePerCent), 0n)
  const highest = fine.reduce((total, each) => total - floorDivide(-each, finePerCent), 0n)
  const slack = lowest === highest && fine.some((each) => each !== 0n) ? 1n : 0n
  return { lowest: lowest - slack, highest: highest + slack }
}

/** The sums nearest to the shop's with which VAT and total fit; not ok: the group whose VAT cannot come out. */
export function settleGroups(
  groups: readonly RateGroup[],
  totalCents: bigint,
  entry: PriceEntry,
  freedom: Freedom,
): { readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly index: number } {
  const choices = groups.map((group) => possibleSums(group, entry, freedom))
  const impossible = choices.findIndex((sums) => sums.length === 0)
  if (impossible >= 0) return { ok: false, index: impossible }
  const vat = entry === 'excl' ? groups.reduce((total, group) => total + group.vatCents, 0n) : 0n
  const groupCents = choices.map((sums, index) => nearest(sums, toFine(groups[index]!.amount)))
  let rest = totalCents - vat - groupCents.reduce((total, cents) => total + cents, 0n)
  while (rest !== 0n) {
    const step = rest > 0n ? 1n : -1n
    const index = cheapestMove(groups, choices, groupCents, step)
    if (index === null) break
    groupCents[index] = groupCents[index]! + step
    rest -= step
  }
  return { ok: true, value: { groupCents, restCents: rest } }
}

/** Whether the shop's VAT can come out of the group's own lines. */
export const canGiveVat = (group: RateGroup, entry: PriceEntry): boolean =>
  possibleSums(group, entry, 'lines').length > 0

/** The sum nearest to the group's for which SnelStart's VAT is the shop's, however far; for a correction of the VAT. */
export function nearestSumWithVat(group: RateGroup, entry: PriceEntry): bigint {
  let cents = divideRounded(toFine(group.amount), finePerCent)
  const computed = vatCentsOf(cents, group.vatPercent, entry)
  const step = computed < group.vatCents ? 1n : -1n
  // VAT grows with the sum, so up to 100 % no cent of it is jumped over. A shop that tells a stranger rate is not searched for
  // ever: what comes out then does not fit, and the caller says so.
  for (let tries = 0; tries < mostTries && vatCentsOf(cents, group.vatPercent, entry) !== group.vatCents; tries++)
    cents += step
  return cents
}

/** Amounts as whole numbers of 10^-8 euro: what shops store has four decimals, what is derived from it has noise far below. */
const finePlaces = 8
const finePerCent = 10n ** BigInt(finePlaces - 2)
const toFine = (amount: Decimal): bigint => toUnits(roundTo(amount, finePlaces), finePlaces)

function possibleSums(group: RateGroup, entry: PriceEntry, freedom: Freedom): readonly bigint[] {
  const around = divideRounded(toFine(group.amount), finePerCent)
  const [from, to] = freedom === 'lines' ? [group.lowest, group.highest] : [around - reach, around + reach]
  const sums: bigint[] = []
  for (let cents = from; cents <= to; cents++) {
    if (vatCentsOf(cents, group.vatPercent, entry) === group.vatCents) sums.push(cents)
  }
  return sums
}

const distance = (cents: bigint, fine: bigint): bigint => absolute(cents * finePerCent - fine)

const nearest = (sums: readonly bigint[], fine: bigint): bigint =>
  sums.reduce((best, each) => (distance(each, fine) < distance(best, fine) ? each : best))

/** The group for which one cent more (or less) stays possible and deviates least; null: none. */
function cheapestMove(
  groups: readonly RateGroup[],
  choices: readonly (readonly bigint[])[],
  groupCents: readonly bigint[],
  step: bigint,
): number | null {
  let best: number | null = null
  let bestDistance = 0n
  for (const [index, group] of groups.entries()) {
    const moved = groupCents[index]! + step
    if (!choices[index]!.includes(moved)) continue
    const far = distance(moved, toFine(group.amount))
    if (best === null || far < bestDistance) [best, bestDistance] = [index, far]
  }
  return best
}

export type ShareLine = {
  /** Unrounded, in the document's way of entry. */
  readonly amount: Decimal
  /** Whether a single unit price gives this many cents; a line that has none would be split. */
  readonly hasPrice: (cents: bigint) => boolean
}

/**
 * A group's cents over its lines: each gets its amount rounded down or up, so that it stays within a cent of the shop's as
 * long as the sum does. Up go first those that keep one price that way, then the largest remainders. Lines of 0 stay 0,
 * unless there are no others.
 */
export function distribute(groupCents: bigint, lines: readonly ShareLine[]): readonly bigint[] {
  const fine = lines.map((line) => toFine(line.amount))
  const shares = fine.map((each) => floorDivide(each, finePerCent))
  const allZero = fine.every((each) => each === 0n)
  const taking = lines.map((_, index) => index).filter((index) => allZero || fine[index] !== 0n)
  const left = groupCents - shares.reduce((total, share) => total + share, 0n)
  const count = BigInt(taking.length)
  if (count === 0n) return shares
  const everyone = floorDivide(left, count)
  const extra = Number(left - everyone * count)
  const base = shares.map((share) => share + everyone)
  const rank = new Map(taking.map((index) => [index, wishToGoUp(lines[index]!, fine[index]!, base[index]!)]))
  const inOrder = taking.toSorted((a, b) => compareBig(rank.get(b)!, rank.get(a)!) || a - b)
  const up = new Set(inOrder.slice(0, extra))
  return shares.map((share, index) =>
    up.has(index) ? base[index]! + 1n : fine[index] !== 0n || allZero ? base[index]! : share,
  )
}

/**
 * The remainder (below 10^6), in a class above or below where only one of the two roundings has a single price. Whole cents
 * move last.
 */
function wishToGoUp({ hasPrice }: ShareLine, fine: bigint, base: bigint): bigint {
  const remainder = fine - floorDivide(fine, finePerCent) * finePerCent
  const [down, up] = [hasPrice(base), hasPrice(base + 1n)]
  const priority = down === up ? 1n : up ? 2n : 0n
  return remainder === 0n ? priority - 3n : priority * finePerCent + remainder
}

const compareBig = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient
}
