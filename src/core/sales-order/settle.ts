// The cents per rate with which total and VAT are the shop's; where the shop's VAT cannot come out of its own lines, a
// correction on the difference articles (SALE-9), or a problem.
import { type Decimal, fromUnits, isZero, sum, toCents, toFixed, toUnits, zero } from '../money.ts'
import { type Outcome, ok } from '../problem.ts'
import { shopVatPerRate } from '../reconcile.ts'
import { absolute, vatCentsOf } from './computed-vat.ts'
import { differenceLine } from './difference.ts'
import { amountOf, type SettledLines, toLines } from './document-lines.ts'
import type { Context, DraftLine } from './known.ts'
import { type SalesProblemCode, stopSale } from './problems.ts'
import { boundsOf, canGiveVat, type Freedom, nearestSumWithVat, type RateGroup, settleGroups } from './rounding.ts'

/**
 * Lines whose total and VAT per rate are the shop's to the cent: out of the order's own lines, each within a cent of the
 * shop's; else with a few cents on the difference articles; else, without such articles, with lines moved a little more.
 * Problems: 'sale.vatDiffers', 'sale.rounding'.
 */
export function settleToShop(drafts: readonly DraftLine[], context: Context): Outcome<SettledLines, SalesProblemCode> {
  const own = settle(drafts, 'lines', context)
  if (own.ok && own.restCents === 0n) return ok(own.lines())
  const { steps } = context.trail
  const saidBefore = steps.length
  const corrected = withCorrections(drafts, context)
  if (corrected.ok) return corrected
  steps.splice(saidBefore)
  const moved = settle(drafts, 'reach', context)
  if (!moved.ok) return stopForVat(moved.group, context)
  if (moved.restCents === 0n) return ok(moved.lines())
  return stopSale('sale.rounding', { difference: toFixed(fromUnits(moved.restCents, 2), 2) })
}

type Attempt =
  | { readonly ok: true; readonly restCents: bigint; readonly lines: () => SettledLines }
  | { readonly ok: false; readonly group: RateGroup }

function settle(drafts: readonly DraftLine[], freedom: Freedom, context: Context): Attempt {
  const groups = groupsOf(drafts, context)
  const totalCents = toUnits(toCents(context.order.totalIncl), 2)
  const settled = settleGroups(groups, totalCents, context.order.priceEntry, freedom)
  if (!settled.ok) return { ok: false, group: groups[settled.index]! }
  const { groupCents, restCents } = settled.value
  const perRate = new Map(groups.map((group, index) => [group.vatPercent, groupCents[index]!]))
  return { ok: true, restCents, lines: () => toLines(drafts, perRate, context) }
}

/** SALE-5 'Alleen artikelcode en aantal': SnelStart's prices stand; only what the shop charges besides gets its cents. */
export function settleOwnPrices(drafts: readonly DraftLine[], context: Context): SettledLines {
  const groups = groupsOf(drafts, context)
  const groupCents = groups.map((group) => [group.vatPercent, toUnits(toCents(group.amount), 2)] as const)
  return toLines(drafts, new Map(groupCents), context)
}

/** One group per rate that occurs in the drafts or in the shop's VAT. */
function groupsOf(drafts: readonly DraftLine[], context: Context): readonly RateGroup[] {
  const shopVat = shopVatPerRate(context.order)
  const amounts = new Map<Decimal, Decimal[]>()
  for (const [vatPercent, vatAmount] of shopVat) if (!isZero(toCents(vatAmount))) amounts.set(vatPercent, [])
  for (const draft of drafts) {
    if (draft.unitPrice !== null) continue
    const sameRate = amounts.get(draft.vatPercent)
    if (sameRate === undefined) amounts.set(draft.vatPercent, [amountOf(draft, context)])
    else sameRate.push(amountOf(draft, context))
  }
  return [...amounts].map(([vatPercent, each]) => ({
    vatPercent,
    amount: sum(each),
    ...boundsOf(each),
    vatCents: isZero(vatPercent) ? 0n : toUnits(toCents(shopVat.get(vatPercent) ?? zero), 2),
  }))
}

/**
 * A shop that rounds VAT by the line can have a few cents of VAT more or less than SnelStart computes over the sum: a pair of
 * lines on the difference articles, one at the rate and one without VAT, makes VAT and total both right. And with prices
 * excl. one total in six cannot be made by any sum: the cent left over is a line without VAT.
 */
function withCorrections(drafts: readonly DraftLine[], context: Context): Outcome<SettledLines, SalesProblemCode> {
  const entry = context.order.priceEntry
  const corrections: DraftLine[] = []
  for (const group of groupsOf(drafts, context)) {
    if (canGiveVat(group, entry)) continue
    if (!explainedByRounding(group, drafts, context)) return stopForVat(group, context)
    const cents = nearestSumWithVat(group, entry) - toUnits(toCents(group.amount), 2)
    const line = correctionLine(group.vatPercent, cents, context)
    if (!line.ok) return line
    corrections.push(line.value)
  }
  const settled = settle([...drafts, ...corrections], 'lines', context)
  if (!settled.ok) return stopForVat(settled.group, context)
  if (settled.restCents === 0n) return ok(settled.lines())
  const rest = correctionLine(zero, settled.restCents, context)
  if (!rest.ok) return rest
  const whole = settle([...drafts, ...corrections, rest.value], 'lines', context)
  return whole.ok ? ok(whole.lines()) : stopForVat(whole.group, context)
}

/** `cents` in the document's way of entry. */
function correctionLine(vatPercent: Decimal, cents: bigint, context: Context): Outcome<DraftLine, SalesProblemCode> {
  const amount = fromUnits(cents, 2)
  const line = differenceLine(vatPercent, amount, `rounding ${vatPercent}%`, context)
  return line.ok ? ok({ ...line.value, amountExcl: amount, amountIncl: amount }) : line
}

/** Half a cent per line and one for the sum. */
function explainedByRounding(group: RateGroup, drafts: readonly DraftLine[], { order }: Context): boolean {
  const lines = drafts.filter((draft) => draft.vatPercent === group.vatPercent).length
  const off = absolute(group.vatCents - computedCents(group, order.priceEntry))
  return lines > 0 && off * 2n <= BigInt(lines) + 2n
}

const computedCents = ({ amount, vatPercent }: RateGroup, entry: 'incl' | 'excl'): bigint =>
  vatCentsOf(toUnits(toCents(amount), 2), vatPercent, entry)

function stopForVat(group: RateGroup, { order }: Context) {
  return stopSale('sale.vatDiffers', {
    vatPercent: group.vatPercent,
    shopVat: toFixed(fromUnits(group.vatCents, 2), 2),
    computedVat: toFixed(fromUnits(computedCents(group, order.priceEntry), 2), 2),
  })
}
